//! N307: a bijlage in the field that the text does not speak of.

use std::collections::HashSet;

use nota_model::{Carrier, Code, Finding, Place};
use nota_template::FieldKind;

use crate::phrase::{Pattern, pattern, quote};
use crate::{Context, Findings, Rule};

/// See `bijlage_niet_genoemd.md`.
pub struct BijlageNietGenoemd;

/// Words that say that something comes with the nota.
static SENT_ALONG: Pattern = Pattern::new(|| {
    pattern(
        r"(?i)bijlage|bijgevoegd|bijgaand|bijgesloten|meegezonden|meegestuurd|meesturen|voorliggende|hierbij|bij deze nota",
    )
});

/// Words of this length and longer tell one bijlage from another.
const TELLING: usize = 6;

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
        let value = context.nota.field(&spec.sleutel);
        let Some(value) = value.filter(|value| !value.is_blank()) else {
            return;
        };
        // A section "Bijlagen" counts by its title.
        let mut texts = context.texts.iter();
        if texts.any(|text| SENT_ALONG.is_match(&text.text)) {
            return;
        }
        let texts = context.texts.iter();
        let body = texts.filter(|text| text.carrier != Carrier::Title);
        let spoken: HashSet<String> = body.flat_map(|text| telling_words(&text.text)).collect();
        let field = context.nota.front.find(&spec.sleutel);
        for item in value.items() {
            let name = item.part("naam").unwrap_or(item);
            let Some(name) = name.as_text().map(str::trim).filter(|n| !n.is_empty()) else {
                continue;
            };
            if telling_words(name).any(|word| spoken.contains(&word)) {
                continue;
            }
            findings.add(|| {
                let span = field.and_then(|field| field.origin.span());
                let place = Place::field(spec.sleutel.clone()).at(span);
                Finding::new(self.code(), place).arg("bijlage", called(name))
            });
        }
    }
}

/// A bijlage as the message calls it. Many notas only count them.
fn called(name: &str) -> String {
    let is_number = name.chars().all(|c| c.is_ascii_digit());
    match (is_number, item_count(name)) {
        (true, 1) => "de bijlage".to_owned(),
        (true, _) => "de bijlagen".to_owned(),
        (false, _) => format!("de bijlage “{}”", quote(name)),
    }
}

fn item_count(name: &str) -> usize {
    name.parse().unwrap_or_default()
}

fn telling_words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().nth(TELLING - 1).is_some())
        .map(str::to_lowercase)
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_mere_number_is_not_a_name() {
        assert_eq!(super::called("2"), "de bijlagen");
        assert_eq!(super::called("1"), "de bijlage");
        assert_eq!(super::called("Rapport"), "de bijlage “Rapport”");
    }
}
