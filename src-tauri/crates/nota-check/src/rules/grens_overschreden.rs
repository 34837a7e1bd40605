//! N004: the nota is larger or deeper than we read, or has a word that is
//! longer than we print.

use nota_model::{Code, Finding, LONGEST_WORD, dutch};

use crate::{Context, Findings, Rule};

/// See `grens_overschreden.md`. The limits of reading are found by
/// `nota_markdown::parse`, where they are.
pub struct GrensOverschreden;

impl Rule for GrensOverschreden {
    fn code(&self) -> Code {
        Code(4)
    }

    fn page(&self) -> &'static str {
        include_str!("grens_overschreden.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        for text in context.field_texts.iter().chain(&context.texts) {
            // A text with fewer bytes has no such word.
            if text.text.len() <= LONGEST_WORD {
                continue;
            }
            let mut start = 0;
            for piece in text.text.split_inclusive(char::is_whitespace) {
                let word = piece.trim_end();
                let letters = word.chars().count();
                if letters > LONGEST_WORD {
                    findings.add(|| {
                        Finding::new(self.code(), text.part(start..start + word.len()))
                            .arg(
                                "grens",
                                format!("{} tekens in één woord", dutch::number(LONGEST_WORD)),
                            )
                            .arg(
                                "waarde",
                                format!("een woord van {} tekens", dutch::number(letters)),
                            )
                    });
                }
                start += piece.len();
            }
        }
    }
}
