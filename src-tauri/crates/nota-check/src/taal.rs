//! What the language checks found, put at its place in the nota.

use std::ops::Range;
use std::sync::Arc;

use nota_model::{Block, BlockKind, Body, Carrier, Code, Finding, Inline, Nota, Place, TextSite};
use nota_taal::{Bevinding, Onderdelen, Patroon, Taal, Woordenlijst};
use nota_template::{FieldKind, FieldRole, WOORDEN};

use crate::phrase::quote;
use crate::vervangen::replace;
use crate::{Context, Findings};

/// What was found in one text of the nota.
pub(crate) struct Gezien {
    /// Whether it is a field, and which of the texts or fields it is.
    of_field: bool,
    index: usize,
    /// What was found.
    pub(crate) found: Arc<Bevinding>,
    /// Whether it is the words of someone else.
    pub(crate) quoted: bool,
}

/// The language checks, when they are on and this part of them is.
pub(crate) fn on<'a>(context: &Context<'a>, part: fn(Onderdelen) -> bool) -> Option<&'a Taal> {
    context.surroundings.taal.filter(|taal| part(taal.on()))
}

/// The texts that are looked at, each with what was found: those of fields
/// first, then those of the sections. Nothing when the checks are off.
pub(crate) fn seen<'c>(
    context: &'c Context<'_>,
) -> impl Iterator<Item = (&'c TextSite<'c>, &'c Gezien)> {
    let all = context.gezien.get_or_init(|| look(context));
    all.iter().filter_map(|own| {
        let texts = match own.of_field {
            true => &context.field_texts,
            false => &context.texts,
        };
        Some((texts.get(own.index)?, own))
    })
}

fn look(context: &Context) -> Vec<Gezien> {
    let Some(taal) = context.surroundings.taal else {
        return Vec::new();
    };
    let fields = context.field_texts.iter().enumerate();
    let fields = fields.filter(|(_, text)| is_prose(context, text));
    let texts = context.texts.iter().enumerate();
    let texts = texts.filter(|(_, text)| !is_of_template(context, text));
    let gezien = |of_field, index, text: &TextSite| Gezien {
        of_field,
        index,
        found: taal.look(&text.text),
        quoted: is_quoted(context.nota, &text.place),
    };
    fields
        .map(|(index, text)| gezien(true, index, text))
        .chain(texts.map(|(index, text)| gezien(false, index, text)))
        .collect()
}

/// A field with fewer words than this is a name or a code.
const LEAST_WORDS: usize = 4;

/// Whether a field holds running text, and no name, code or date.
fn is_prose(context: &Context, text: &TextSite) -> bool {
    let path = text.place.field.as_deref().unwrap_or_default();
    let to = context.nota.field_path(path);
    let spec = context.template.veld(to.key);
    spec.is_some_and(|spec| match spec.soort {
        FieldKind::Tekst => {
            spec.rol == Some(FieldRole::Titel) || text.text.split(' ').count() >= LEAST_WORDS
        }
        FieldKind::Bijlagen => to.part() != Some("informatie"),
        FieldKind::Lijst
        | FieldKind::Datum
        | FieldKind::Keuze(_)
        | FieldKind::Adressaten
        | FieldKind::Parafen => false,
    })
}

/// Whether a text is the title of a section as the template has it.
fn is_of_template(context: &Context, text: &TextSite) -> bool {
    text.carrier == Carrier::Title
        && text
            .place
            .index
            .is_some_and(|index| context.spec(index).is_some())
}

/// Whether a text stands in a quotation.
fn is_quoted(nota: &Nota, place: &Place) -> bool {
    let body = nota.bodies().find(|(index, _)| *index == place.index);
    let blocks = body.and_then(|(_, body)| blocks_of(body, place));
    let (Some(mut blocks), mut path) = (blocks, place.path.as_slice()) else {
        return false;
    };
    while let [at, rest @ ..] = path {
        let Some(block) = blocks.get(*at) else {
            return false;
        };
        (blocks, path) = match (&block.kind, rest) {
            (BlockKind::Quote { .. }, _) => return true,
            (BlockKind::Lak { blocks, .. }, rest) => (blocks, rest),
            (BlockKind::List { items, .. }, [item, rest @ ..]) => match items.get(*item) {
                Some(item) => (&item.blocks, rest),
                None => return false,
            },
            _ => return false,
        };
    }
    false
}

fn blocks_of<'n>(body: &'n Body, place: &Place) -> Option<&'n Vec<Block>> {
    let Some(label) = &place.note else {
        return Some(&body.blocks);
    };
    let note = body.notes.iter().find(|note| note.label == *label);
    note.map(|note| &note.blocks)
}

/// Whether a part of a text is read by everyone: what is withheld is not
/// corrected, because the answer would say what stands there.
pub(crate) fn is_open(text: &TextSite, range: &Range<usize>) -> bool {
    let withheld = text.stretches(Inline::grond);
    let overlaps = |own: &Range<usize>| own.start < range.end && range.start < own.end;
    text.grond.is_none() && !withheld.iter().any(|(own, _)| overlaps(own))
}

/// The words that are right in this nota: `woorden` in the front matter.
pub(crate) fn own_words(nota: &Nota) -> Woordenlijst {
    let mut list = Woordenlijst::default();
    let items = nota.field(WOORDEN).map(nota_model::Value::items);
    let words = items
        .unwrap_or_default()
        .iter()
        .filter_map(|own| own.as_text());
    for word in words {
        list.add(word);
    }
    list
}

/// The findings of one pattern of the grammar.
pub(crate) fn grammar(context: &Context, findings: &mut Findings, code: Code, patroon: Patroon) {
    if on(context, |own| own.grammar).is_none() {
        return;
    }
    for (text, gezien) in seen(context).filter(|(_, gezien)| !gezien.quoted) {
        for fault in gezien
            .found
            .grammar
            .iter()
            .filter(|own| own.patroon == patroon)
        {
            if is_open(text, &fault.range) {
                findings.add(|| {
                    let finding = Finding::new(code, text.part(fault.range.clone()))
                        .arg("tekst", quote(part(text, &fault.range)))
                        .arg("beter", alternatives(&fault.better));
                    offer(finding, text, &fault.range, &fault.better)
                });
            }
        }
    }
}

/// A part of a text.
pub(crate) fn part<'t>(text: &'t TextSite, range: &Range<usize>) -> &'t str {
    text.text.get(range.clone()).unwrap_or_default()
}

/// Words in quotation marks: “a” of “b”.
pub(crate) fn alternatives<T: AsRef<str>>(words: &[T]) -> String {
    let quoted: Vec<String> = words
        .iter()
        .map(|own| format!("“{}”", own.as_ref()))
        .collect();
    crate::phrase::alternatives(&quoted)
}

/// A finding with a way to mend it for each of these words.
pub(crate) fn offer<T: AsRef<str>>(
    mut finding: Finding,
    text: &TextSite,
    range: &Range<usize>,
    words: &[T],
) -> Finding {
    for word in words {
        let word = word.as_ref();
        if let Some(change) = replace(text, range.clone(), word) {
            finding = finding.fix(format!("Veranderen in “{word}”"), change);
        }
    }
    finding
}
