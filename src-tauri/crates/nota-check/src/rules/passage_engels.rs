//! N403: a sentence that looks English and is not marked so.

use nota_model::{Change, Code, Finding};

use crate::phrase::quote;
use crate::taal::{is_open, on, part, seen};
use crate::{Context, Findings, Rule};

/// See `passage_engels.md`.
pub struct PassageEngels;

impl Rule for PassageEngels {
    fn code(&self) -> Code {
        Code(403)
    }

    fn page(&self) -> &'static str {
        include_str!("passage_engels.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        if on(context, |own| own.spelling).is_none() {
            return;
        }
        for (text, gezien) in seen(context).filter(|(text, _)| text.place.field.is_none()) {
            for english in &gezien.found.english {
                if is_open(text, &english.range) {
                    findings.add(|| {
                        let change = Change::SetTaal {
                            place: text.part(english.range.clone()),
                            taal: Some("en".to_owned()),
                        };
                        Finding::new(self.code(), text.part(english.begin.clone()))
                            .arg("begin", quote(part(text, &english.begin)))
                            .fix("Merken als Engels", change)
                    });
                }
            }
        }
    }
}
