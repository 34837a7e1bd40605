//! N401: a word that is always wrong, with the right one.

use nota_model::{Code, Finding};

use crate::taal::{alternatives, is_open, offer, on, own_words, part, seen};
use crate::{Context, Findings, Rule};

/// See `woord_fout.md`.
pub struct WoordFout;

impl Rule for WoordFout {
    fn code(&self) -> Code {
        Code(401)
    }

    fn page(&self) -> &'static str {
        include_str!("woord_fout.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        if on(context, |own| own.spelling).is_none() {
            return;
        }
        let own = own_words(context.nota);
        for (text, gezien) in seen(context).filter(|(_, gezien)| !gezien.quoted) {
            for word in &gezien.found.spelling {
                let Some(right) = word.right else { continue };
                let written = part(text, &word.range);
                if own.has(written) || !is_open(text, &word.range) {
                    continue;
                }
                findings.add(|| {
                    let finding = Finding::new(self.code(), text.part(word.range.clone()))
                        .arg("woord", written)
                        .arg("beter", alternatives(&[right]));
                    offer(finding, text, &word.range, &[right])
                });
            }
        }
    }
}
