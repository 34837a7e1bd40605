//! From a place in the nota to the same place in its public version, and back:
//! there sections are missing, and several withheld blocks are one.

use nota_model::{Block, BlockKind, Nota, Place, find_grond};
use nota_template::Template;

/// Where a place of a nota stands in its public version. None when it is not
/// there, and for footnotes, which are numbered anew.
pub(crate) fn to_public(nota: &Nota, template: &Template, place: &Place) -> Option<Place> {
    if place.note.is_some() {
        return None;
    }
    let mut public = Place {
        span: None,
        ..place.clone()
    };
    if let Some(index) = place.index {
        if !is_public(nota, template, index) {
            return None;
        }
        let before = (0..index).filter(|own| is_public(nota, template, *own));
        public.index = Some(before.count());
    }
    if let Some(first) = place.path.first() {
        let blocks = &nota.body(place.index)?.blocks;
        let becomes = merged(blocks);
        let at = becomes.get(*first)?;
        match blocks.get(*first).map(|own| &own.kind) {
            Some(BlockKind::Lak { .. }) => public.path = vec![*at],
            _ => {
                if let Some(first) = public.path.first_mut() {
                    *first = *at;
                }
            }
        }
        // What stands after a placeholder has shifted.
        if blocks.get(*first).is_some_and(has_marks) {
            public.range = None;
        }
    }
    Some(public)
}

/// Where a place of the public version stands in the nota itself.
pub(crate) fn to_internal(nota: &Nota, template: &Template, place: &Place) -> Option<Place> {
    if place.note.is_some() {
        return None;
    }
    let mut own = place.clone();
    if let Some(index) = place.index {
        let mut public = (0..nota.sections.len()).filter(|index| is_public(nota, template, *index));
        let index = public.nth(index)?;
        own.index = Some(index);
        own.section.clone_from(&nota.sections.get(index)?.key);
    }
    if let Some(first) = own.path.first_mut() {
        let blocks = &nota.body(own.index)?.blocks;
        *first = merged(blocks).iter().position(|at| at == first)?;
        if blocks.get(*first).is_some_and(has_marks) {
            own.range = None;
        }
    }
    Some(own)
}

fn is_public(nota: &Nota, template: &Template, index: usize) -> bool {
    let key = nota.sections.get(index).and_then(|own| own.key.as_deref());
    !template.is_internal(key)
}

/// For each block its position in the public version.
fn merged(blocks: &[Block]) -> Vec<usize> {
    let ground = |block: &Block| match &block.kind {
        BlockKind::Lak { grond, .. } => Some(find_grond(grond).map(|own| own.code)),
        _ => None,
    };
    let mut positions: Vec<usize> = Vec::with_capacity(blocks.len());
    let mut before = None;
    for block in blocks {
        let own = ground(block);
        let next = positions.last().map_or(0, |last| last + 1);
        let joins = own.is_some() && own == before;
        positions.push(if joins { next.saturating_sub(1) } else { next });
        before = own;
    }
    positions
}

/// Whether a part of a block is withheld, or all of it.
fn has_marks(block: &Block) -> bool {
    match &block.kind {
        BlockKind::Paragraph { inlines } | BlockKind::Heading { inlines, .. } => {
            inlines.iter().any(|own| own.grond().is_some())
        }
        BlockKind::List { items, .. } => items.iter().any(|item| item.blocks.iter().any(has_marks)),
        BlockKind::Table(table) => {
            let cells = table.head.iter().chain(table.rows.iter().flatten());
            let mut inlines = cells.flat_map(|cell| &cell.inlines);
            inlines.any(|own| own.grond().is_some())
        }
        BlockKind::Quote { blocks } => blocks.iter().any(has_marks),
        BlockKind::Lak { .. } => true,
    }
}

#[cfg(test)]
mod tests {
    use nota_model::TextRange;
    use nota_template::Registry;

    use super::*;

    const TEXT: &str = "## 3. Kernpunten

::: {.lak grond=\"5.1.2b\"}
een
:::

::: {.lak grond=\"5.1.2b\"}
twee
:::

Met [Bos]{.lak grond=\"5.1.2e\"} en verder.

Slot.

## 5. Informatie die niet openbaar gemaakt kan worden

### 5.2 Informatie die niet openbaar gemaakt kan worden

Intern.

## Overig

Los.
";

    fn place(index: usize, path: &[usize], range: Option<(usize, usize)>) -> Place {
        Place {
            index: Some(index),
            path: path.to_vec(),
            range: range.map(|(start, end)| TextRange { start, end }),
            ..Place::default()
        }
    }

    #[test]
    fn places_shift_with_what_is_left_out() {
        let parsed = nota_markdown::parse(TEXT, Registry::builtin());
        let (nota, template) = (&parsed.nota, &parsed.template);
        for (own, public) in [
            (place(0, &[0, 0], None), Some(place(0, &[0], None))),
            (place(0, &[1, 0], None), Some(place(0, &[0], None))),
            (place(0, &[2], Some((0, 3))), Some(place(0, &[1], None))),
            (
                place(0, &[3], Some((0, 4))),
                Some(place(0, &[2], Some((0, 4)))),
            ),
            (place(2, &[0], None), None),
            (place(3, &[0], None), Some(place(2, &[0], None))),
        ] {
            assert_eq!(to_public(nota, template, &own), public, "{own:?}");
        }
        let back = |public: Place| {
            let own = to_internal(nota, template, &public)?;
            Some((own.index?, own.path, own.range))
        };
        let range = Some(TextRange { start: 0, end: 4 });
        assert_eq!(back(place(0, &[0], None)), Some((0, vec![0], None)));
        assert_eq!(
            back(place(0, &[2], Some((0, 4)))),
            Some((0, vec![3], range))
        );
        assert_eq!(back(place(2, &[0], None)), Some((3, vec![0], None)));
        assert_eq!(back(place(9, &[], None)), None);
    }
}
