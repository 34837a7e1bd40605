//! N307: a bijlage in the field that the text does not speak of.

use std::collections::HashSet;

use nota_model::{Carrier, Code, Finding, TextSite};
use nota_template::FieldKind;

use crate::phrase::{holds_any, quote};
use crate::{Context, Findings, Rule};

/// See `bijlage_niet_genoemd.md`.
pub struct BijlageNietGenoemd;

/// Words that say that something comes with the nota.
const SENT_ALONG: [&str; 10] = [
    "bijlage",
    "bijgevoegd",
    "bijgaand",
    "bijgesloten",
    "meegezonden",
    "meegestuurd",
    "meesturen",
    "voorliggende",
    "hierbij",
    "bij deze nota",
];

/// Words of this length and longer tell one bijlage from another.
const TELLING: usize = 6;

/// Words before a document that is there: "de brief", "het nieuwe rapport".
const DETERMINERS: [&str; 9] = [
    "de", "het", "deze", "dit", "die", "dat", "onze", "uw", "mijn",
];

/// The kinds of document that a nota goes with, one and more of them. Not
/// "nota", "besluit" and "advies": each nota speaks of those.
const KINDS: [(&str, &str); 17] = [
    ("brief", "brieven"),
    ("rapport", "rapporten"),
    ("verslag", "verslagen"),
    ("agenda", "agenda’s"),
    ("antwoord", "antwoorden"),
    ("beantwoording", "beantwoordingen"),
    ("memorie", "memories"),
    ("regeling", "regelingen"),
    ("wetsvoorstel", "wetsvoorstellen"),
    ("overzicht", "overzichten"),
    ("factsheet", "factsheets"),
    ("convenant", "convenanten"),
    ("notitie", "notities"),
    ("reactie", "reacties"),
    ("verdrag", "verdragen"),
    ("evaluatie", "evaluaties"),
    ("onderzoek", "onderzoeken"),
];

impl Rule for BijlageNietGenoemd {
    fn code(&self) -> Code {
        Code(307)
    }

    fn page(&self) -> &'static str {
        include_str!("bijlage_niet_genoemd.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        let mut fields = context.template.velden.iter();
        let Some(spec) = fields.find(|spec| spec.soort == FieldKind::Bijlagen) else {
            return;
        };
        if names(context, &spec.sleutel).next().is_none() {
            return;
        }
        // A section "Bijlagen" counts by its title.
        let mut texts = context.texts.iter();
        if texts.any(|text| holds_any(&text.text.to_lowercase(), &SENT_ALONG)) {
            return;
        }
        let spoken: HashSet<String> = texts_of_body(context).flat_map(telling_words).collect();
        let kinds: HashSet<&str> = texts_of_body(context).flat_map(kinds_in).collect();
        for name in names(context, &spec.sleutel) {
            let is_count = name.text.trim().chars().all(|c| c.is_ascii_digit());
            let by_kind = kinds_of(&name.text).any(|kind| kinds.contains(kind));
            let is_named = by_kind
                || is_count && !kinds.is_empty()
                || telling_words(&name.text).any(|word| spoken.contains(&word));
            if !is_named {
                findings.add(|| {
                    Finding::new(self.code(), name.place.clone())
                        .arg("bijlage", called(name.text.trim()))
                });
            }
        }
    }
}

/// The texts but the titles.
fn texts_of_body<'c>(context: &'c Context<'_>) -> impl Iterator<Item = &'c str> {
    let texts = context.texts.iter();
    let body = texts.filter(|text| text.carrier != Carrier::Title);
    body.map(|text| text.text.as_str())
}

/// The kinds of document that a text speaks of as ones that are there: the
/// word behind "de", or the one after that.
fn kinds_in(text: &str) -> impl Iterator<Item = &'static str> + '_ {
    let mut after = usize::MAX;
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '’');
    words
        .filter(|word| !word.is_empty())
        .filter_map(move |word| {
            after = after.saturating_add(1);
            if DETERMINERS.contains(&word.to_lowercase().as_str()) {
                after = 0;
            }
            kind(word).filter(|_| (1..=2).contains(&after))
        })
}

/// The kinds of document in a name: "Aanbiedingsbrief" is a "brief".
fn kinds_of(name: &str) -> impl Iterator<Item = &'static str> + '_ {
    name.split(|c: char| !c.is_alphanumeric()).filter_map(kind)
}

fn kind(word: &str) -> Option<&'static str> {
    let word = word.to_lowercase();
    let mut kinds = KINDS.iter();
    let own = kinds.find(|(one, more)| word.ends_with(one) || word.ends_with(more));
    own.map(|(one, _)| *one)
}

/// The names in the field: the items themselves, or their part `naam`.
fn names<'c, 'a>(context: &'c Context<'a>, key: &'c str) -> impl Iterator<Item = &'c TextSite<'a>> {
    context.field_texts.iter().filter(move |text| {
        let path = text.place.field.as_deref().unwrap_or_default();
        let rest = path.strip_prefix(key).unwrap_or("?");
        let is_name = rest.is_empty()
            || rest.starts_with('[') && (rest.ends_with(']') || rest.ends_with("].naam"));
        is_name && !text.text.trim().is_empty()
    })
}

/// A bijlage as the message calls it. Many notas only count them.
fn called(name: &str) -> String {
    if name == "1" {
        "de bijlage".to_owned()
    } else if name.chars().all(|c| c.is_ascii_digit()) {
        "de bijlagen".to_owned()
    } else {
        format!("de bijlage “{}”", quote(name))
    }
}

fn telling_words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().nth(TELLING - 1).is_some())
        .map(str::to_lowercase)
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_document_that_is_there_is_named_by_its_kind() {
        let kinds = |text| super::kinds_in(text).collect::<Vec<_>>();
        assert_eq!(kinds("U kunt de brief ondertekenen."), ["brief"]);
        assert_eq!(kinds("Met de aanbiedingsbrief."), ["brief"]);
        assert_eq!(kinds("Bij het definitieve onderzoeksrapport"), ["rapport"]);
        assert_eq!(kinds("de conceptbrieven"), ["brief"]);
        assert_eq!(kinds("gevraagd om een brief"), [""; 0]);
        assert_eq!(kinds("de nota en het besluit"), [""; 0]);
    }

    #[test]
    fn a_mere_number_is_not_a_name() {
        assert_eq!(super::called("2"), "de bijlagen");
        assert_eq!(super::called("1"), "de bijlage");
        assert_eq!(super::called("Rapport"), "de bijlage “Rapport”");
    }
}
