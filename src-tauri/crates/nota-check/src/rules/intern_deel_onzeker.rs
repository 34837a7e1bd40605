//! N510: something may belong to the internal part and is not recognised as
//! such, so that it would become public.

use nota_model::{Code, Finding};
use nota_public::Reason;

use crate::{Context, Findings, Rule};

/// See `intern_deel_onzeker.md`.
pub struct InternDeelOnzeker;

impl Rule for InternDeelOnzeker {
    fn code(&self) -> Code {
        Code(510)
    }

    fn page(&self) -> &'static str {
        include_str!("intern_deel_onzeker.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        let internal = context.template.internal_sections().next();
        for doubt in context.doubts() {
            let (what, advice) = match doubt.reason {
                Reason::Heading => (
                    "Dit kan bij het deel horen dat alleen intern is, maar het programma herkent het niet zo",
                    match internal {
                        Some(spec) => format!(
                            "Hoort het bij {}, maak er dan een kop met dat nummer en die titel van, of zet het onder die kop. Zet wat openbaar is ervóór.",
                            spec.nummer.as_deref().unwrap_or(&spec.titel)
                        ),
                        None => String::new(),
                    },
                ),
                Reason::NoInternal => (
                    "Dit lijkt een deel dat alleen intern is, maar dit sjabloon heeft zo’n deel niet",
                    "Lak wat niet openbaar is, of haal het weg.".to_owned(),
                ),
                _ => continue,
            };
            findings.add(|| {
                Finding::new(self.code(), doubt.place.clone())
                    .arg("wat", what)
                    .arg("advies", advice)
            });
        }
    }
}
