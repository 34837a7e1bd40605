//! The texts of a nota one by one, with a way from a range in the text back
//! to its place. Every rule about text starts here.

use std::ops::Range;

use crate::{
    Block, BlockKind, FieldPath, FieldStep, Inline, Nota, Origin, Place, Run, Section, TextRange,
    Value,
};

/// The letters of the longest word that is printed whole. What is longer is a
/// mistake of a program, and would fill pages.
pub const LONGEST_WORD: usize = 4_000;

/// What carries a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Carrier {
    /// A scalar of a field.
    Field,
    /// The title of a section.
    Title,
    /// A free subheading.
    Heading,
    /// A paragraph, in a list or quotation too.
    Paragraph,
    /// A cell of a table.
    Cell,
}

/// A text and where it stands.
#[derive(Debug, Clone)]
pub struct TextSite<'a> {
    /// What carries it.
    pub carrier: Carrier,
    /// The place of the whole text.
    pub place: Place,
    /// The plain text: a line end that the drafter asked for is `\n`, a
    /// reference to a footnote is nothing.
    pub text: String,
    /// The runs, empty for a field or title.
    pub inlines: &'a [Inline],
    /// The ground, when the block as a whole is withheld.
    pub grond: Option<&'a str>,
    origins: Vec<(usize, Origin)>,
}

impl<'a> TextSite<'a> {
    /// The place of a part of the text, given in bytes of `text`. The range
    /// must lie on character boundaries, as those of `str` and `regex` do.
    pub fn part(&self, range: Range<usize>) -> Place {
        let chars = |end: usize| self.text.get(..end).map_or(0, |part| part.chars().count());
        let mut place = self.place.clone();
        place.range = Some(TextRange {
            start: chars(range.start),
            end: chars(range.end),
        });
        place.at(self.span(range))
    }

    fn span(&self, range: Range<usize>) -> Option<crate::Span> {
        let mut found: Option<crate::Span> = None;
        let first = self
            .origins
            .partition_point(|(start, _)| *start <= range.start);
        let first = first.saturating_sub(1);
        for (index, (start, origin)) in self.origins.iter().enumerate().skip(first) {
            if *start >= range.end {
                break;
            }
            let end = self
                .origins
                .get(index + 1)
                .map_or(self.text.len(), |(next, _)| *next);
            let from = range.start.max(*start);
            let to = range.end.min(end);
            if from < to
                && let Some(span) = origin.part(from - start..to - start)
            {
                found = Some(found.map_or(span, |own| own.join(span)));
            }
        }
        found
    }

    /// The parts of the text whose runs have a property, in order, each with
    /// its value. Neighbouring runs with the same value are one part; what has
    /// no characters is none.
    pub fn stretches(
        &self,
        of: impl Fn(&'a Inline) -> Option<&'a str>,
    ) -> Vec<(Range<usize>, &'a str)> {
        let mut found: Vec<(Range<usize>, &str)> = Vec::new();
        let mut start = 0;
        for inline in self.inlines {
            let end = start + plain_len(inline);
            match (of(inline), found.last_mut()) {
                (Some(value), Some((last, own))) if last.end == start && *own == value => {
                    last.end = end;
                }
                (Some(value), _) if end > start => found.push((start..end, value)),
                _ => {}
            }
            start = end;
        }
        found
    }
}

/// The plain text of running text: a line end is `\n`, a reference to a
/// footnote is nothing.
pub fn plain_text(inlines: &[Inline]) -> String {
    let mut out = String::new();
    for inline in inlines {
        match &inline.run {
            Run::Text { text } => out.push_str(text),
            Run::Break => out.push('\n'),
            Run::Note { .. } => {}
        }
    }
    out
}

fn plain_len(inline: &Inline) -> usize {
    match &inline.run {
        Run::Text { text } => text.len(),
        Run::Break => 1,
        Run::Note { .. } => 0,
    }
}

impl Nota {
    /// All texts of the bodies and footnotes, titles of sections included, in
    /// the order of the file.
    pub fn texts(&self) -> Vec<TextSite<'_>> {
        let mut out = Vec::new();
        for (index, body) in self.bodies() {
            let section = index.and_then(|index| self.sections.get(index));
            let base = Place {
                section: section.and_then(|section| section.key.clone()),
                index,
                ..Place::default()
            };
            if let Some(section) = section {
                out.push(title(section, &base));
            }
            walk(&body.blocks, &base, None, &mut out);
            for note in &body.notes {
                let base = Place {
                    note: Some(note.label.clone()),
                    ..base.clone()
                };
                walk(&note.blocks, &base, None, &mut out);
            }
        }
        out
    }

    /// All scalars of all fields, with the path of each.
    pub fn field_texts(&self) -> Vec<TextSite<'_>> {
        let mut out = Vec::new();
        for field in &self.front.fields {
            let mut scalars = Vec::new();
            field_scalars(&field.key, &field.value, &mut scalars);
            for (path, text) in scalars {
                let part = field.parts.0.iter().find(|(own, _)| *own == path);
                let origin = match part {
                    Some((_, span)) if span.len() == text.len() => Origin::verbatim(*span),
                    Some((_, span)) => Origin::at(*span),
                    None => field.origin.clone(),
                };
                out.push(TextSite {
                    carrier: Carrier::Field,
                    place: Place::field(path).at(origin.span()),
                    text: text.to_owned(),
                    inlines: &[],
                    grond: None,
                    origins: vec![(0, origin)],
                });
            }
        }
        out
    }
}

fn field_scalars<'a>(path: &str, value: &'a Value, out: &mut Vec<(String, &'a str)>) {
    match value {
        Value::Text(text) => out.push((path.to_owned(), text)),
        Value::List(items) => {
            for (index, item) in items.iter().enumerate() {
                field_scalars(&FieldPath::write(path, FieldStep::Item(index)), item, out);
            }
        }
        Value::Record(parts) => {
            for (name, part) in parts {
                field_scalars(&FieldPath::write(path, FieldStep::Part(name)), part, out);
            }
        }
        Value::Empty => {}
    }
}

fn title<'a>(section: &'a Section, base: &Place) -> TextSite<'a> {
    TextSite {
        carrier: Carrier::Title,
        place: base.clone().at(section.heading.span()),
        text: section.title.clone(),
        inlines: &[],
        grond: None,
        origins: vec![(0, section.heading.clone())],
    }
}

fn walk<'a>(
    blocks: &'a [Block],
    base: &Place,
    grond: Option<&'a str>,
    out: &mut Vec<TextSite<'a>>,
) {
    for (index, block) in blocks.iter().enumerate() {
        let place = base.step(&[index]).at(block.origin.span());
        match &block.kind {
            BlockKind::Paragraph { inlines } => {
                out.push(site(Carrier::Paragraph, place, inlines, grond));
            }
            BlockKind::Heading { inlines, .. } => {
                out.push(site(Carrier::Heading, place, inlines, grond));
            }
            BlockKind::List { items, .. } => {
                for (item, content) in items.iter().enumerate() {
                    walk(&content.blocks, &place.step(&[item]), grond, out);
                }
            }
            BlockKind::Table(table) => {
                for (row, cells) in std::iter::once(&table.head).chain(&table.rows).enumerate() {
                    for (column, cell) in cells.iter().enumerate() {
                        let place = place.step(&[row, column]);
                        out.push(site(Carrier::Cell, place, &cell.inlines, grond));
                    }
                }
            }
            BlockKind::Quote { blocks } => walk(blocks, &place, grond, out),
            BlockKind::Lak { grond, blocks } => walk(blocks, &place, Some(grond), out),
        }
    }
}

fn site<'a>(
    carrier: Carrier,
    place: Place,
    inlines: &'a [Inline],
    grond: Option<&'a str>,
) -> TextSite<'a> {
    let mut origins = Vec::new();
    let mut start = 0;
    for inline in inlines {
        origins.push((start, inline.origin.clone()));
        start += plain_len(inline);
    }
    TextSite {
        carrier,
        place,
        text: plain_text(inlines),
        inlines,
        grond,
        origins,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Body, Span};

    #[test]
    fn a_part_of_a_text_is_found_by_structure_and_by_bytes() {
        let mut bold = Inline::text("twee").with(crate::Mark::Sterk);
        bold.origin = Origin::verbatim(107..111);
        let mut first = Inline::text("één ");
        first.origin = Origin::verbatim(100..106);
        let nota = Nota {
            preamble: Body {
                blocks: vec![Block::new(BlockKind::Paragraph {
                    inlines: vec![first, bold],
                })],
                ..Body::default()
            },
            ..Nota::default()
        };
        let texts = nota.texts();
        assert_eq!(texts[0].text, "één twee");
        let part = texts[0].part(6..9);
        assert_eq!(part.path, [0]);
        assert_eq!(part.range, Some(TextRange { start: 4, end: 7 }));
        assert_eq!(part.span, Some(Span::new(107, 110)));
    }
}
