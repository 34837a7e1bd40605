//! N402: a word that no list has.

use nota_model::{Code, Finding};

use crate::taal::{alternatives, is_open, offer, on, own_words, part, seen};
use crate::{Context, Findings, MOST_PER_RULE, Rule};

/// See `woord_onbekend.md`.
pub struct WoordOnbekend;

/// The most letters of a word that a message shows.
const SHOWN: usize = 60;

impl Rule for WoordOnbekend {
    fn code(&self) -> Code {
        Code(402)
    }

    fn page(&self) -> &'static str {
        include_str!("woord_onbekend.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        let Some(taal) = on(context, |own| own.spelling) else {
            return;
        };
        let own = own_words(context.nota);
        let mut count = 0;
        for (text, gezien) in seen(context) {
            for word in gezien
                .found
                .spelling
                .iter()
                .filter(|own| own.right.is_none())
            {
                let written = part(text, &word.range);
                if own.has(written) || !is_open(text, &word.range) {
                    continue;
                }
                count += 1;
                findings.add(|| {
                    let near = taal.near(written);
                    let advice = match near.is_empty() {
                        true => String::new(),
                        false => format!("Bedoelt u {}?", alternatives(&near)),
                    };
                    let shown: String = written.chars().take(SHOWN).collect();
                    let finding = Finding::new(self.code(), text.part(word.range.clone()))
                        .arg("woord", shown)
                        .arg("bedoeld", advice);
                    offer(finding, text, &word.range, &near)
                });
            }
            if count > 10 * MOST_PER_RULE {
                // A text in another script: more of the same says nothing.
                return;
            }
        }
    }
}
