//! Titles: which section of a template a line may name. Case, accents, blanks,
//! signs at the end and a typed number do not count; the number never decides.

use std::collections::HashMap;

use nota_model::is_ignorable;
use nota_template::{SectionSpec, Template};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text in the form in which titles and labels are compared.
pub(crate) fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let letters = text
        .nfkd()
        .filter(|c| !is_combining_mark(*c) && !is_ignorable(*c));
    for c in letters.flat_map(char::to_lowercase) {
        match c {
            '‘' | '’' | '`' | '´' => out.push('\''),
            c if c.is_whitespace() => {
                if !out.ends_with(' ') && !out.is_empty() {
                    out.push(' ');
                }
            }
            c => out.push(c),
        }
    }
    let end = out.trim_end_matches([' ', ':', '.', '*', ';']).len();
    out.truncate(end);
    out
}

/// A title without the number that somebody typed before it: "4.1", "2.",
/// "IV.", "b)".
pub(crate) fn without_number(text: &str) -> &str {
    let text = text.trim_start();
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    let Some((word, rest)) = text.split_at_checked(end) else {
        return text;
    };
    let rest = rest.trim_start();
    if rest.is_empty() {
        return text;
    }
    let inner = word.trim_end_matches(['.', ')', ':', '-', '–']);
    let is_number = !inner.is_empty()
        && inner
            .split('.')
            .all(|part| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()));
    let is_sign = inner.len() < word.len()
        && (inner.len() == 1 && inner.bytes().all(|b| b.is_ascii_alphabetic())
            || !inner.is_empty() && inner.len() <= 5 && inner.bytes().all(|b| b"IVX".contains(&b)));
    match is_number || is_sign {
        true => rest.trim_start_matches(['-', '–', ' ']),
        false => text,
    }
}

/// The titles of a template.
#[derive(Debug)]
pub(crate) struct Titles<'t> {
    /// By title: the places of the sections that have it.
    by_title: HashMap<String, Vec<usize>>,
    template: &'t Template,
}

impl<'t> Titles<'t> {
    /// Those of a template.
    pub(crate) fn of(template: &'t Template) -> Self {
        let mut by_title: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, section) in template.secties.iter().enumerate() {
            for title in std::iter::once(&section.titel).chain(&section.synoniemen) {
                let places = by_title.entry(folded(title)).or_default();
                if !places.contains(&at) {
                    places.push(at);
                }
            }
        }
        Self { by_title, template }
    }

    /// The sections that a title may name.
    pub(crate) fn find(&self, title: &str) -> Vec<&'t SectionSpec> {
        let whole = self.by_title.get(&folded(title));
        let found = whole.or_else(|| self.by_title.get(&folded(without_number(title))));
        let found = found.into_iter().flatten();
        found
            .filter_map(|at| self.template.secties.get(*at))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use nota_template::Registry;

    #[test]
    fn a_typed_number_does_not_count() {
        for (typed, title) in [
            ("4.1 Politieke context", "Politieke context"),
            ("1.\u{a0}Aanleiding", "Aanleiding"),
            ("IV. Kern", "Kern"),
            ("b) Advies", "Advies"),
            ("2 - Advies", "Advies"),
            ("2024 in beeld", "2024 in beeld"),
            ("A. Jansen", "Jansen"),
            ("Aanleiding", "Aanleiding"),
        ] {
            assert_eq!(without_number(typed), title);
        }
    }

    #[test]
    fn a_title_is_found_in_every_spelling() {
        let template = Registry::builtin().fallback();
        let titles = Titles::of(&template);
        for (title, key) in [
            ("AANLEIDING", "aanleiding"),
            ("4.2.  Financiele overwegingen:", "financiele-overwegingen"),
            ("Kern", "kernpunten"),
            (
                "5. Informatie die niet openbaargemaakt kan worden",
                "informatie-niet-openbaar",
            ),
        ] {
            let found = titles.find(title);
            assert_eq!(
                found.first().map(|own| own.sleutel.as_str()),
                Some(key),
                "{title}"
            );
        }
        assert!(titles.find("Aanleidingen").is_empty());
    }
}
