//! What the drafter withholds in the public version: text between marks,
//! whole blocks, and the fields in `lakken:`.

use std::ops::Range;

use nota_model::{
    Block, BlockKind, FieldPath, FieldStep, Inline, Nota, Place, PlainPart, TextSite, Value,
    plain_parts,
};
use nota_template::Template;

/// Something that is withheld.
#[derive(Debug, Clone)]
pub enum Gelakt<'a> {
    /// A part of a running text.
    Text {
        /// The index of the text in [`Nota::texts`].
        site: usize,
        /// The bytes of that text.
        range: Range<usize>,
        /// The ground as written.
        grond: &'a str,
    },
    /// A part of a title or of the value of a field, in which marks are text.
    Plain {
        /// The title or value.
        place: Place,
        /// The ground as written.
        grond: String,
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

/// All that is withheld: running texts in the order of the file (`texts` are
/// those of [`Nota::texts`]), then titles and values, blocks, and fields.
pub fn gelakt<'a>(nota: &'a Nota, template: &Template, texts: &[TextSite<'a>]) -> Vec<Gelakt<'a>> {
    let mut found = Vec::new();
    for (site, text) in texts.iter().enumerate() {
        for (range, grond) in text.stretches(Inline::grond) {
            found.push(Gelakt::Text { site, range, grond });
        }
    }
    let fields = nota.field_texts();
    let fields = fields.iter().filter(|text| {
        let path = text.place.field.as_deref().unwrap_or_default();
        template.veld(nota.key_of(path)).is_some()
    });
    let is_title = |text: &&TextSite<'_>| text.carrier == nota_model::Carrier::Title;
    for text in fields.chain(texts.iter().filter(is_title)) {
        for part in plain_parts(&text.text) {
            if let PlainPart::Withheld { grond, .. } = part {
                found.push(Gelakt::Plain {
                    place: text.place.clone(),
                    grond: grond.to_owned(),
                });
            }
        }
    }
    for (index, body) in nota.bodies() {
        let section = index.and_then(|index| nota.sections.get(index));
        let base = Place {
            section: section.and_then(|section| section.key.clone()),
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

impl Gelakt<'_> {
    /// The ground as written, empty when none is named.
    pub fn grond(&self) -> &str {
        match self {
            Gelakt::Text { grond, .. }
            | Gelakt::Block { grond, .. }
            | Gelakt::Field { grond, .. } => grond,
            Gelakt::Plain { grond, .. } => grond,
        }
    }

    /// Where it stands, in the nota and texts in which it was found.
    pub fn place(&self, nota: &Nota, texts: &[TextSite<'_>]) -> Place {
        match self {
            Gelakt::Text { site, range, .. } => match texts.get(*site) {
                Some(text) => text.part(range.clone()),
                None => Place::nota(),
            },
            Gelakt::Plain { place, .. } | Gelakt::Block { place, .. } => place.clone(),
            Gelakt::Field { entry, .. } => place_of_entry(nota, *entry),
        }
    }
}

/// The place of an entry of `lakken:`.
pub(crate) fn place_of_entry(nota: &Nota, entry: usize) -> Place {
    let field = nota.front.find("lakken");
    let start = FieldPath::write("lakken", FieldStep::Item(entry));
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
