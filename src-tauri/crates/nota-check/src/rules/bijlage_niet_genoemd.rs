//! N307: a bijlage in the field that the text does not speak of.

use std::collections::HashSet;

use nota_model::{Carrier, Code, Finding, TextSite};
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
        if names(context, &spec.sleutel).next().is_none() {
            return;
        }
        // A section "Bijlagen" counts by its title.
        let mut texts = context.texts.iter();
        if texts.any(|text| SENT_ALONG.is_match(&text.text)) {
            return;
        }
        let texts = context.texts.iter();
        let body = texts.filter(|text| text.carrier != Carrier::Title);
        let spoken: HashSet<String> = body.flat_map(|text| telling_words(&text.text)).collect();
        for name in names(context, &spec.sleutel) {
            if !telling_words(&name.text).any(|word| spoken.contains(&word)) {
                findings.add(|| {
                    Finding::new(self.code(), name.place.clone())
                        .arg("bijlage", called(name.text.trim()))
                });
            }
        }
    }
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
    fn a_mere_number_is_not_a_name() {
        assert_eq!(super::called("2"), "de bijlagen");
        assert_eq!(super::called("1"), "de bijlage");
        assert_eq!(super::called("Rapport"), "de bijlage “Rapport”");
    }
}
