//! The measures that a layout shares with the code that fits text before it is
//! typeset: the file `maten.toml` beside the layout. The layouts read the same
//! values, so that they stand in one place.

use std::sync::{Arc, LazyLock};

use toml::de::DeTable;

use crate::builtin::BUILTIN_FILES;
use crate::fault::{Faults, TemplateFault};
use crate::keys::{Group, Values};

/// The file of the measures, in the folder of a template and in the shared one.
pub(crate) const MEASURES_FILE: &str = "maten.toml";

/// The shared measures.
pub(crate) const SHARED_MEASURES: &str = "rijkshuisstijl/maten.toml";

/// The keys of `maten.toml`.
pub(crate) const MATEN: Group = Group {
    name: "maten.toml",
    keys: &[
        "tekst-links",
        "tekst-breedte",
        "corps",
        "regel",
        "corps-klein",
        "celwit",
        "celwit-krap",
    ],
};

/// The greatest size of `maten.toml` in bytes.
const MAX_BYTES: usize = 10_000;

/// What the layout and the code that fits text both need to know, in points
/// unless it says otherwise.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measures {
    /// The left edge of the body column, from the left edge of the page.
    pub left: f64,
    /// The width of the body column.
    pub width: f64,
    /// The size of the body text.
    pub size: f64,
    /// The height of a line of the body text.
    pub line: f64,
    /// The smallest size of text in a table.
    pub smallest: f64,
    /// White at both sides of a cell together, in ems of its text.
    pub inset: f64,
    /// The same in a table that does not fit otherwise.
    pub narrow_inset: f64,
}

impl Default for Measures {
    /// Those of the shared layout that is compiled in.
    fn default() -> Self {
        static SHARED: LazyLock<Measures> = LazyLock::new(|| {
            let mut files = BUILTIN_FILES.iter();
            let text = files.find(|(path, _)| *path == SHARED_MEASURES);
            text.map_or(Measures::NONE, |(_, text)| {
                Measures::NONE.with(SHARED_MEASURES, text).0
            })
        });
        *SHARED
    }
}

impl Measures {
    /// What stands in for the measures of a build without the shared file.
    const NONE: Measures = Measures {
        left: 80.0,
        width: 375.0,
        size: 9.0,
        line: 12.0,
        smallest: 6.5,
        inset: 1.0,
        narrow_inset: 0.5,
    };

    /// These measures with those of a file over them; what cannot be read
    /// stays as it was, and is a fault.
    pub(crate) fn with(self, file: &str, source: &str) -> (Self, Vec<TemplateFault>) {
        let mut faults = Faults::new(file, source);
        let mut out = self;
        if source.len() > MAX_BYTES {
            faults.add(
                &(0..0),
                "Dit bestand is groter dan 10 kB. Er horen alleen maten in.",
            );
            return (out, faults.into_sorted());
        }
        let (document, errors) = DeTable::parse_recoverable(source);
        for error in &errors {
            faults.add(
                &error.span().unwrap_or_default(),
                "Hier klopt de schrijfwijze van TOML niet. Schrijf op elke regel: sleutel = getal.",
            );
        }
        let values = Values::open(document.get_ref(), 0..0, MATEN, &mut faults);
        for (key, value, least, most) in [
            ("tekst-links", &mut out.left, 20.0, 400.0),
            ("tekst-breedte", &mut out.width, 100.0, 550.0),
            ("corps", &mut out.size, 5.0, 24.0),
            ("regel", &mut out.line, 5.0, 48.0),
            ("corps-klein", &mut out.smallest, 4.0, 24.0),
            ("celwit", &mut out.inset, 0.0, 6.0),
            ("celwit-krap", &mut out.narrow_inset, 0.0, 6.0),
        ] {
            if let Some(number) = values.number(key, least, most, &mut faults) {
                *value = number;
            }
        }
        (out, faults.into_sorted())
    }

    /// These measures with those of the file among these, if it is there.
    pub(crate) fn with_files(
        self,
        folder: &str,
        files: &[(String, Arc<str>)],
    ) -> (Self, Vec<TemplateFault>) {
        let own = files.iter().find(|(path, _)| path == MEASURES_FILE);
        own.map_or((self, Vec::new()), |(path, text)| {
            self.with(&format!("{folder}/{path}"), text)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_says_only_what_is_different() {
        let (own, faults) = Measures::default().with("a/maten.toml", "tekst-breedte = 300\n");
        assert_eq!(faults, []);
        assert_eq!(own.width, 300.0);
        assert_eq!(own.line, Measures::default().line);
    }

    #[test]
    fn what_cannot_be_is_a_fault_and_changes_nothing() {
        let text = "corps = 'groot'\nregel = 400\nbreedte = 3\ntekst-breedte = 30.5e9\n";
        let (own, faults) = Measures::default().with("a/maten.toml", text);
        assert_eq!(own, Measures::default());
        let lines: Vec<usize> = faults.iter().map(|fault| fault.line).collect();
        assert_eq!(lines, [1, 2, 3, 4]);
        assert!(!Measures::default().with("a", "corps = ").1.is_empty());
    }

    #[test]
    fn the_shared_measures_are_those_of_the_house_style() {
        let shared = Measures::default();
        assert_eq!((shared.width, shared.size, shared.line), (375.0, 9.0, 12.0));
        assert_eq!(shared.smallest, 6.5);
    }
}
