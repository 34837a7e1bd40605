//! Saying in which language a stretch of text is.

use super::lak::on_range;
use crate::{ChangeError, Inline, Mark, Nota, Place};

/// The longest name of a language.
const LONGEST: usize = 35;

/// Whether a name of a language can stand in a document: letters, and parts of
/// letters and digits behind hyphens, as BCP 47 has them.
pub fn is_language(code: &str) -> bool {
    let mut parts = code.split('-');
    let first = parts.next().unwrap_or_default();
    let is_part = |own: &str| {
        (1..=8).contains(&own.len()) && own.bytes().all(|own| own.is_ascii_alphanumeric())
    };
    code.len() <= LONGEST
        && (2..=3).contains(&first.len())
        && first.bytes().all(|own| own.is_ascii_lowercase())
        && parts.all(is_part)
}

impl Nota {
    pub(super) fn set_taal(
        &mut self,
        place: &Place,
        taal: Option<&str>,
    ) -> Result<(), ChangeError> {
        let range = place.range.ok_or(ChangeError::NoSuchText)?;
        if place.field.is_some() || taal.is_some_and(|taal| !is_language(taal)) {
            return Err(ChangeError::NoSuchText);
        }
        let inlines = self.edit_inlines(place)?;
        on_range(inlines, range, &|inline| marked(inline, taal))
    }
}

fn marked(mut inline: Inline, taal: Option<&str>) -> Inline {
    match taal {
        Some(code) => inline.with(Mark::Taal {
            code: code.to_owned(),
        }),
        None => {
            inline.marks.retain(|own| !matches!(own, Mark::Taal { .. }));
            inline
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_has_a_name_that_documents_know() {
        for code in ["en", "fy-NL", "pap", "zh-Hant-TW"] {
            assert!(is_language(code), "{code}");
        }
        for code in [
            "",
            "e",
            "EN",
            "engels",
            "en_GB",
            "en-",
            "e\"n",
            "en-123456789",
        ] {
            assert!(!is_language(code), "{code}");
        }
    }
}
