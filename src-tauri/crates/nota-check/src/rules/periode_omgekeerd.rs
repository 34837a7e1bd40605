//! N346: a period that ends before it begins.

use nota_model::{Code, Finding};

use crate::ambacht::texts;
use crate::phrase::quote;
use crate::taal::{is_open, part};
use crate::{Context, Findings, Rule};

/// See `periode_omgekeerd.md`.
pub struct PeriodeOmgekeerd;

impl Rule for PeriodeOmgekeerd {
    fn code(&self) -> Code {
        Code(346)
    }

    fn page(&self) -> &'static str {
        include_str!("periode_omgekeerd.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        for (text, own) in texts(context) {
            for period in own.periods.iter().filter(|own| is_open(text, &own.range)) {
                findings.add(|| {
                    Finding::new(self.code(), text.part(period.range.clone()))
                        .arg("periode", quote(part(text, &period.range)))
                });
            }
        }
    }
}
