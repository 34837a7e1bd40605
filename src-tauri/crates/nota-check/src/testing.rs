//! The examples on the pages of the rules and in `tests/suite` as whole
//! notas: a block marked `aanvullen` holds only the part that matters, and is
//! merged over a small nota in which no rule finds anything.
//!
//! How the part is merged:
//!
//! - `sjabloon:` in its front matter chooses the nota underneath; that of
//!   `jenv/beslisnota` when it says nothing or names a template without one.
//! - A field takes the place of the field with the same key, a new one comes
//!   last. `datum:` with nothing after it leaves the field empty.
//! - A section (from one `##` to the next) takes the place of the section
//!   that the template takes it for; the second one of a kind comes right
//!   behind it. A section that the nota underneath does not have comes where
//!   the template puts it; one that the template does not know comes behind
//!   the one before it in the part, or last.
//! - Text before the first heading comes before the sections.

use std::sync::Arc;

use chrono::NaiveDate;
use nota_template::{Registry, Template};

use crate::Example;

/// The small valid notas, by template.
pub const BASES: [(&str, &str); 2] = [
    ("jenv/beslisnota", include_str!("testing/jenv.nota.md")),
    ("ienw/beslisnota", include_str!("testing/ienw.nota.md")),
];

/// The day on which the examples are checked: that of the small valid notas.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 3, 15).unwrap_or_default()
}

/// The whole nota of which `part` is the part that matters.
pub fn complete(part: &str) -> String {
    let part = Parts::read(part);
    let id = part
        .fields
        .iter()
        .find_map(|(key, entry)| (key == "sjabloon").then(|| entry.split_once(':')).flatten())
        .map_or("", |(_, value)| value.trim());
    let (id, base) = BASES
        .into_iter()
        .find(|(own, _)| *own == id)
        .unwrap_or(BASES[0]);
    let template = Registry::builtin()
        .find(id)
        .unwrap_or_else(|| Registry::builtin().fallback());
    Parts::read(base).merged(part, &template).print()
}

impl Example {
    /// The example as a whole nota.
    pub fn whole(&self) -> String {
        let last = self.text.lines().last().unwrap_or_default();
        let more = format!("{last}\n").repeat(self.times.saturating_sub(1));
        let text = format!("{}{more}", self.text);
        if self.partial { complete(&text) } else { text }
    }
}

/// A nota as pieces of text.
struct Parts {
    /// Key and lines of each field.
    fields: Vec<(String, String)>,
    /// What stands before the first section.
    preamble: String,
    /// Title and lines of each section.
    sections: Vec<(String, String)>,
}

impl Parts {
    fn read(text: &str) -> Self {
        let mut parts = Parts {
            fields: Vec::new(),
            preamble: String::new(),
            sections: Vec::new(),
        };
        let mut body = text;
        if let Some(rest) = text.strip_prefix("---\n")
            && let Some((front, rest)) = rest.split_once("---\n")
        {
            for line in front.split_inclusive('\n') {
                match (line.split_once(':'), parts.fields.last_mut()) {
                    (Some((key, _)), _) if !key.starts_with([' ', '-', '#']) => {
                        parts.fields.push((key.to_owned(), line.to_owned()));
                    }
                    (_, Some((_, entry))) => entry.push_str(line),
                    _ => {}
                }
            }
            body = rest;
        }
        for line in body.split_inclusive('\n') {
            if let Some(title) = line.strip_prefix("## ") {
                let title = title.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
                parts
                    .sections
                    .push((title.trim().to_owned(), line.to_owned()));
            } else if let Some((_, section)) = parts.sections.last_mut() {
                section.push_str(line);
            } else {
                parts.preamble.push_str(line);
            }
        }
        parts
    }

    fn merged(mut self, part: Parts, template: &Arc<Template>) -> Self {
        for (key, entry) in part.fields {
            match self.fields.iter_mut().find(|(own, _)| *own == key) {
                Some((_, own)) => *own = entry,
                None => self.fields.push((key, entry)),
            }
        }
        let position = |title: &str| {
            let spec = template.match_heading(title, None)?;
            template.position(&spec.sleutel)
        };
        let mut replaced: Vec<usize> = Vec::new();
        let mut behind = self.sections.len();
        for (title, lines) in part.sections {
            let index = match position(&title) {
                None => behind,
                Some(wanted) => {
                    let mut own = self.sections.iter();
                    let is_same = |(own, _): &(String, String)| position(own) == Some(wanted);
                    let first = own.position(is_same);
                    if let Some(first) = first.filter(|_| !replaced.contains(&wanted)) {
                        self.sections.remove(first);
                    }
                    replaced.push(wanted);
                    let mut own = self.sections.iter();
                    own.position(|(own, _)| position(own).is_some_and(|own| own > wanted))
                        .unwrap_or(self.sections.len())
                }
            };
            self.sections.insert(index, (title, lines));
            behind = index + 1;
        }
        if !part.preamble.trim().is_empty() {
            self.preamble = format!("\n{}\n", part.preamble.trim());
        }
        self
    }

    fn print(self) -> String {
        let mut out = String::from("---\n");
        out.extend(self.fields.into_iter().map(|(_, entry)| entry));
        out.push_str("---\n");
        let preamble = self.preamble.trim_end();
        if !preamble.is_empty() {
            out.push_str(preamble);
            out.push('\n');
        }
        for (_, section) in self.sections {
            out.push('\n');
            out.push_str(section.trim_end());
            out.push('\n');
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_more_is_the_small_nota_itself() {
        assert_eq!(complete(""), BASES[0].1);
        assert_eq!(
            complete("---\nsjabloon: ienw/beslisnota\n---\n"),
            BASES[1].1
        );
    }

    #[test]
    fn a_part_takes_the_place_of_its_like() {
        let whole = complete(
            "---\ndatum:\nextra: x\n---\n\nVooraf.\n\n## Kern\n\nEen.\n\n## 3. Kernpunten\n\nTwee.\n\n## Anders\n",
        );
        assert!(whole.contains("\ndatum:\n"), "{whole}");
        assert!(whole.contains("\nextra: x\n---\n\nVooraf.\n\n## 1. Aanleiding"));
        assert!(
            whole.contains("\n## Kern\n\nEen.\n\n## 3. Kernpunten\n\nTwee.\n\n## Anders\n\n## 5."),
            "{whole}"
        );

        assert!(!whole.contains("2024-03-15"));
        let whole = complete("## 4. Toelichting\n");
        assert!(whole.contains("\n## 4. Toelichting\n\n## 5."), "{whole}");
    }
}
