//! N007: a character for which the fonts have no glyph. The typesetter finds
//! the same for the text that a layout adds, with the same placeholder.

use nota_model::{Code, Finding};

use crate::{Context, Findings, Rule};

/// See `teken_niet_afdrukbaar.md`.
pub struct TekenNietAfdrukbaar;

/// The greatest number of different characters that one message names.
const NAMED: usize = 3;

impl Rule for TekenNietAfdrukbaar {
    fn code(&self) -> Code {
        Code(7)
    }

    fn page(&self) -> &'static str {
        include_str!("teken_niet_afdrukbaar.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        let missing = |c: char| {
            !c.is_ascii_graphic() && !c.is_whitespace() && !(context.surroundings.printable)(c)
        };
        for text in context.field_texts.iter().chain(&context.texts) {
            let mut rest = 0;
            while let Some(start) = text.text[rest..].find(missing).map(|at| rest + at) {
                let run = &text.text[start..];
                let len = run.find(|c| !missing(c)).unwrap_or(run.len());
                rest = start + len;
                findings.add(|| {
                    Finding::new(self.code(), text.part(start..rest))
                        .arg("teken", name(&run[..len]))
                });
            }
        }
    }
}

/// The characters as one can see and look up: "👍 (U+1F44D)".
fn name(run: &str) -> String {
    let mut different: Vec<char> = Vec::new();
    for c in run.chars() {
        if !different.contains(&c) {
            different.push(c);
        }
        if different.len() > NAMED {
            break;
        }
    }
    let mut names: Vec<String> = different
        .iter()
        .take(NAMED)
        .map(|c| {
            let code = u32::from(*c);
            if c.is_control() || c.is_whitespace() {
                format!("U+{code:04X}")
            } else {
                format!("{c} (U+{code:04X})")
            }
        })
        .collect();
    if different.len() > NAMED {
        names.push("…".to_owned());
    }
    names.join(", ")
}
