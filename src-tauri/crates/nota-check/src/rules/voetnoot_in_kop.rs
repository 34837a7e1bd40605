//! N311: a reference to a footnote in a heading. A link in a heading spoils
//! the list of headings of a PDF, so on paper it stands below.

use nota_model::{Carrier, Code, Finding, Run};

use crate::phrase::quote;
use crate::{Context, Findings, Rule};

/// See `voetnoot_in_kop.md`.
pub struct VoetnootInKop;

impl Rule for VoetnootInKop {
    fn code(&self) -> Code {
        Code(311)
    }

    fn page(&self) -> &'static str {
        include_str!("voetnoot_in_kop.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        let headings = context.texts.iter();
        for text in headings.filter(|text| text.carrier == Carrier::Heading) {
            let mut labels = text.inlines.iter().filter_map(|inline| match &inline.run {
                Run::Note { label } => Some(label),
                _ => None,
            });
            if let Some(label) = labels.next() {
                findings.add(|| {
                    Finding::new(self.code(), text.place.clone())
                        .arg("voetnoot", quote(label))
                        .arg("kop", quote(&text.text))
                });
            }
        }
    }
}
