//! N431: a sentence of more than forty words.

use nota_model::{Carrier, Code, Finding};

use crate::phrase::quote;
use crate::taal::{is_open, on, part, seen};
use crate::{Context, Findings, Rule};

/// See `zin_lang.md`.
pub struct ZinLang;

impl Rule for ZinLang {
    fn code(&self) -> Code {
        Code(431)
    }

    fn page(&self) -> &'static str {
        include_str!("zin_lang.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        if on(context, |own| own.plain).is_none() {
            return;
        }
        let running =
            seen(context).filter(|(text, own)| text.carrier == Carrier::Paragraph && !own.quoted);
        for (text, gezien) in running {
            for (range, count) in &gezien.found.sentences.long {
                if is_open(text, range) {
                    findings.add(|| {
                        Finding::new(self.code(), text.part(range.clone()))
                            .arg("begin", quote(part(text, range)))
                            .arg("aantal", count.to_string())
                    });
                }
            }
        }
    }
}
