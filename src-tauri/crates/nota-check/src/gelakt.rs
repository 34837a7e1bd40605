//! What the drafter withholds in the public version: text between marks,
//! whole blocks, and the fields in `lakken:`.

use std::ops::Range;

use nota_model::{Block, BlockKind, Inline, Nota, Place, TextSite, Value};

use crate::Context;

/// Something that is withheld.
#[derive(Debug, Clone)]
pub(crate) enum Gelakt<'a> {
    /// A part of a text.
    Text {
        /// The index of the text in [`Context::texts`].
        site: usize,
        /// The bytes of that text.
        range: Range<usize>,
        /// The ground as written.
        grond: &'a str,
    },
    /// Whole blocks.
    Block {
        /// Where.
        place: Place,
        /// The ground as written.
        grond: &'a str,
    },
    /// A field, by an entry of `lakken:`.
    Field {
        /// The index of the entry.
        entry: usize,
        /// The key of the field; none when the entry names none.
        veld: Option<&'a str>,
        /// The ground as written.
        grond: &'a str,
    },
}

/// All that is withheld: texts in the order of the file, then blocks, then
/// fields.
pub(crate) fn find<'a>(nota: &'a Nota, texts: &[TextSite<'a>]) -> Vec<Gelakt<'a>> {
    let mut found = Vec::new();
    for (site, text) in texts.iter().enumerate() {
        for (range, grond) in ranges(text) {
            found.push(Gelakt::Text { site, range, grond });
        }
    }
    for (index, body) in nota.bodies() {
        let base = Place {
            section: index
                .and_then(|index| nota.sections.get(index))
                .and_then(|section| section.key.clone()),
            index,
            ..Place::default()
        };
        blocks(&body.blocks, &base, &mut found);
        for note in &body.notes {
            let base = Place {
                note: Some(note.label.clone()),
                ..base.clone()
            };
            blocks(&note.blocks, &base, &mut found);
        }
    }
    let lakken = nota.field("lakken").map(Value::items).unwrap_or_default();
    for (entry, value) in lakken.iter().enumerate() {
        let part = |name| {
            let text = value.part(name).and_then(Value::as_text).map(str::trim);
            text.filter(|text| !text.is_empty())
        };
        found.push(Gelakt::Field {
            entry,
            veld: part("veld"),
            grond: part("grond").unwrap_or_default(),
        });
    }
    found
}

fn blocks<'a>(blocks: &'a [Block], base: &Place, found: &mut Vec<Gelakt<'a>>) {
    for (at, block) in blocks.iter().enumerate() {
        if let BlockKind::Lak { grond, .. } = &block.kind {
            let mut place = base.clone().at(block.origin.span());
            place.path = vec![at];
            found.push(Gelakt::Block { place, grond });
        }
    }
}

/// The parts of a text that are withheld, in order, each with its ground as
/// written. Neighbouring runs on the same ground are one part. Nothing for a
/// text in blocks that are withheld as a whole.
pub(crate) fn ranges<'a>(text: &TextSite<'a>) -> Vec<(Range<usize>, &'a str)> {
    text.stretches(Inline::grond)
}

impl<'a> Gelakt<'a> {
    /// The ground as written, empty when none is named.
    pub(crate) fn grond(&self) -> &'a str {
        match self {
            Gelakt::Text { grond, .. }
            | Gelakt::Block { grond, .. }
            | Gelakt::Field { grond, .. } => grond,
        }
    }

    /// Where it stands.
    pub(crate) fn place(&self, context: &Context) -> Place {
        match self {
            Gelakt::Text { site, range, .. } => match context.texts.get(*site) {
                Some(text) => text.part(range.clone()),
                None => Place::nota(),
            },
            Gelakt::Block { place, .. } => place.clone(),
            Gelakt::Field { entry, .. } => {
                let field = context.nota.front.find("lakken");
                let start = format!("lakken[{entry}]");
                let parts = field.map(|field| field.parts.0.as_slice());
                let span = parts
                    .unwrap_or_default()
                    .iter()
                    .find(|(path, _)| path.starts_with(&start))
                    .map(|(_, span)| *span);
                Place::field(start)
                    .at(field.and_then(|field| field.origin.span()))
                    .at(span)
            }
        }
    }

    /// What it is, in Dutch, without what stands there: a diagnostic may be
    /// read by more people than the nota.
    pub(crate) fn what(&self, context: &Context) -> String {
        match self {
            Gelakt::Text { .. } => "deze gelakte tekst".to_owned(),
            Gelakt::Block { .. } => "dit gelakte blok".to_owned(),
            Gelakt::Field { veld, .. } => match veld {
                Some(veld) => format!("het gelakte veld {}", field_name(context, veld)),
                None => "deze regel onder “lakken”".to_owned(),
            },
        }
    }
}

/// The name of a field on the form, or its key when the template has no such
/// field.
pub(crate) fn field_name<'c>(context: &'c Context, key: &'c str) -> &'c str {
    context
        .template
        .veld(key)
        .map_or(key, |spec| spec.naam.as_str())
}

/// Whether a field is withheld, by the template or by the drafter.
pub(crate) fn is_field_withheld(context: &Context, key: &str) -> bool {
    let by_template = context.template.veld(key).is_some_and(|s| s.lak.is_some());
    by_template
        || context
            .gelakt
            .iter()
            .any(|own| matches!(own, Gelakt::Field { veld: Some(veld), .. } if *veld == key))
}
