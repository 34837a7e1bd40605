//! N109: a section with more characters than the template allows it.

use nota_model::{Carrier, Code, Finding};

use crate::{Context, Findings, Rule};

/// See `sectie_te_lang.md`.
pub struct SectieTeLang;

impl Rule for SectieTeLang {
    fn code(&self) -> Code {
        Code(109)
    }

    fn page(&self) -> &'static str {
        include_str!("sectie_te_lang.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        for (index, _, spec) in context.sections() {
            let Some((spec, most)) = spec.and_then(|spec| Some((spec, spec.max_tekens?))) else {
                continue;
            };
            let texts = context.texts_of(Some(index)).iter();
            let count: usize = texts
                .filter(|text| text.carrier != Carrier::Title && text.place.note.is_none())
                .map(|text| text.text.chars().count())
                .sum();
            if count > most {
                findings.add(|| {
                    Finding::new(self.code(), context.heading(index))
                        .arg("sectie", spec.titel.clone())
                        .arg("aantal", count.to_string())
                        .arg("maximum", most.to_string())
                });
            }
        }
    }
}
