//! N103: a section that the template does not have.

use nota_model::{Code, Finding};

use crate::phrase::{meant, quote};
use crate::{Context, Findings, Rule};

/// See `sectie_onbekend.md`.
pub struct SectieOnbekend;

impl Rule for SectieOnbekend {
    fn code(&self) -> Code {
        Code(103)
    }

    fn page(&self) -> &'static str {
        include_str!("sectie_onbekend.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        for (index, section, spec) in context.sections() {
            // A title of the nota in the text is N108.
            if spec.is_some() || section.level < 2 {
                continue;
            }
            findings.add(|| {
                let missing = context.template.secties.iter();
                let titles = missing
                    .filter(|spec| context.index_of(&spec.sleutel).is_none())
                    .flat_map(|spec| std::iter::once(&spec.titel).chain(&spec.synoniemen));
                let advice = match meant(&section.title, titles.map(String::as_str)) {
                    Some(title) => format!("Bedoelt u “{title}”?"),
                    None => "Maak er een tussenkop van onder een sectie die er wel is.".to_owned(),
                };
                Finding::new(self.code(), context.heading(index))
                    .arg("sectie", quote(&section.title))
                    .arg("advies", advice)
            });
        }
    }
}
