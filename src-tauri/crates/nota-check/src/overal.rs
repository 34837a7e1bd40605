//! A word replaced wherever it stands, as one change.

use std::ops::Range;

use nota_model::{Carrier, Change, Nota, TextSite, Value};
use nota_template::RESERVED_FIELDS;

use crate::taal::is_open;
use crate::vervangen::{holds_note, replace};

/// The change that puts another word in all places where a word stands as a
/// whole, as it is written or with a capital at the start. Titles, which the
/// template has, and what is withheld stay. None when it stands nowhere.
pub fn replace_everywhere(nota: &Nota, word: &str, by: &str) -> Option<Change> {
    if word.is_empty() {
        return None;
    }
    let fields = nota.field_texts();
    let fields = fields.iter().filter(|own| !is_reserved(own));
    let mut changes: Vec<Change> = fields.filter_map(|own| in_field(own, word, by)).collect();
    for text in nota
        .texts()
        .iter()
        .filter(|own| own.carrier != Carrier::Title)
    {
        // The last place first, so that those before it stay where they are.
        let spots = spots(&text.text, word).into_iter().rev();
        let open = spots.filter(|spot| is_open(text, spot) && !holds_note(text, spot));
        changes.extend(open.filter_map(|spot| {
            let by = in_the_case_of(text.text.get(spot.clone())?, word, by);
            replace(text, spot, &by)
        }));
    }
    match changes.len() {
        0 => None,
        1 => changes.pop(),
        _ => Some(Change::All { changes }),
    }
}

/// Whether a field is the program's: its words are no text.
fn is_reserved(text: &TextSite) -> bool {
    let path = text.place.field.as_deref().unwrap_or_default();
    let key = path.split(['[', '.']).next().unwrap_or_default();
    RESERVED_FIELDS.contains(&key)
}

/// A field is changed whole.
fn in_field(text: &TextSite, word: &str, by: &str) -> Option<Change> {
    let mut whole = text.text.clone();
    for spot in spots(&text.text, word).into_iter().rev() {
        let by = in_the_case_of(text.text.get(spot.clone())?, word, by);
        whole.replace_range(spot, &by);
    }
    (whole != text.text).then(|| Change::SetField {
        path: text.place.field.clone().unwrap_or_default(),
        value: Value::text(whole),
    })
}

/// Where a word stands as a whole, in bytes.
fn spots(text: &str, word: &str) -> Vec<Range<usize>> {
    let capital = capitalised(word);
    let mut found: Vec<Range<usize>> = Vec::new();
    for form in [word, &capital] {
        let all = text.match_indices(form).map(|(at, own)| at..at + own.len());
        found.extend(all.filter(|own| is_whole(text, own)));
        if capital == word {
            break;
        }
    }
    found.sort_by_key(|own| own.start);
    found
}

fn is_whole(text: &str, range: &Range<usize>) -> bool {
    let before = text
        .get(..range.start)
        .and_then(|own| own.chars().next_back());
    let after = text.get(range.end..).and_then(|own| own.chars().next());
    let goes_on = |own: char| own.is_alphanumeric() || own == '-';
    !before.is_some_and(goes_on) && !after.is_some_and(goes_on)
}

/// The new word with a capital where the old one has one that it is not known
/// by.
fn in_the_case_of(written: &str, word: &str, by: &str) -> String {
    if written == word {
        by.to_owned()
    } else {
        capitalised(by)
    }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use nota_model::{Block, Body, Section};

    use super::*;

    fn nota(texts: &[&str]) -> Nota {
        let mut nota = Nota::default();
        for text in texts {
            nota.sections.push(Section {
                title: "Een minsiter".to_owned(),
                body: Body {
                    blocks: vec![Block::paragraph(*text)],
                    ..Body::default()
                },
                ..Section::default()
            });
        }
        let change = Change::SetField {
            path: "onderwerp".to_owned(),
            value: Value::text("Minsiter en minsiter"),
        };
        nota.apply(&change).expect("a subject")
    }

    #[test]
    fn a_word_is_replaced_in_all_texts_and_fields_at_once() {
        let before = nota(&[
            "De minsiter en de minsiters. Minsiter!",
            "oud-minsiter minsiter",
        ]);
        let change = replace_everywhere(&before, "minsiter", "minister").expect("a change");
        let after = before.apply(&change).expect("it fits");
        let texts: Vec<String> = after.texts().into_iter().map(|own| own.text).collect();
        assert_eq!(
            texts,
            [
                "Een minsiter",
                "De minister en de minsiters. Minister!",
                "Een minsiter",
                "oud-minsiter minister"
            ]
        );
        assert_eq!(after.field_text("onderwerp"), Some("Minister en minister"));
        assert_eq!(replace_everywhere(&before, "beleid", "x"), None);
        assert_eq!(replace_everywhere(&before, "", "x"), None);
    }
}
