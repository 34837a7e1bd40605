//! N111: a subheading without text, which is not printed.

use nota_model::{Carrier, Code, Finding, is_ignorable};

use crate::{Context, Findings, Rule};

/// See `kop_zonder_tekst.md`.
pub struct KopZonderTekst;

impl Rule for KopZonderTekst {
    fn code(&self) -> Code {
        Code(111)
    }

    fn page(&self) -> &'static str {
        include_str!("kop_zonder_tekst.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        let headings = context.texts.iter();
        for text in headings.filter(|text| text.carrier == Carrier::Heading) {
            let nothing = |c: char| c.is_whitespace() || is_ignorable(c);
            if text.text.chars().all(nothing) {
                findings.add(|| Finding::new(self.code(), text.place.clone()));
            }
        }
    }
}
