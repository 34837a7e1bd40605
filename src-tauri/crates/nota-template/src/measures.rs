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
        "aan-lijn",
        "titel-links",
        "titel-lijn",
        "woord-links",
        "woord-lijn",
        "woord-corps",
        "eerste-kop",
        "kop-corps",
        "inspringing",
        "opsomming-links",
        "kolom-links",
        "kolom-boven",
        "paraaf-lijn",
        "voet-lijn",
    ],
};

/// The number of measures that only the layout needs.
const PAGE: usize = 14;

/// The measures that only the layout needs: key, what stands in for it, the
/// least and the most. In millimetres from the top left corner of the page,
/// but for sizes of letters, which are in points.
const OF_PAGE: [(&str, f64, f64, f64); PAGE] = [
    ("aan-lijn", 76.8, 40.0, 150.0),
    ("titel-links", 67.17, 10.0, 150.0),
    ("titel-lijn", 96.6, 40.0, 200.0),
    ("woord-links", 27.98, 5.0, 150.0),
    ("woord-lijn", 97.5, 40.0, 200.0),
    ("woord-corps", 32.0, 6.0, 72.0),
    ("eerste-kop", 122.8, 50.0, 250.0),
    ("kop-corps", 9.0, 5.0, 30.0),
    ("inspringing", 0.0, 0.0, 50.0),
    ("opsomming-links", 6.3, 0.0, 50.0),
    ("kolom-links", 164.48, 60.0, 190.0),
    ("kolom-boven", 54.55, 20.0, 150.0),
    ("paraaf-lijn", 0.0, 0.0, 250.0),
    ("voet-lijn", 285.7, 200.0, 295.0),
];

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
    /// Those that only the layout needs, as [`Measures::page`] names them.
    pub of_page: [f64; PAGE],
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
        of_page: {
            let mut page = [0.0; PAGE];
            let mut at = 0;
            while at < PAGE {
                page[at] = OF_PAGE[at].1;
                at += 1;
            }
            page
        },
    };

    /// The measures that only the layout needs, by their keys.
    pub fn page(&self) -> impl Iterator<Item = (&'static str, f64)> {
        OF_PAGE.iter().map(|own| own.0).zip(self.of_page)
    }

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
        let of_page = OF_PAGE.iter().zip(&mut out.of_page);
        let of_page = of_page.map(|((key, _, least, most), value)| (*key, value, *least, *most));
        for (key, value, least, most) in [
            ("tekst-links", &mut out.left, 20.0, 400.0),
            ("tekst-breedte", &mut out.width, 100.0, 550.0),
            ("corps", &mut out.size, 5.0, 24.0),
            ("regel", &mut out.line, 5.0, 48.0),
            ("corps-klein", &mut out.smallest, 4.0, 24.0),
            ("celwit", &mut out.inset, 0.0, 6.0),
            ("celwit-krap", &mut out.narrow_inset, 0.0, 6.0),
        ]
        .into_iter()
        .chain(of_page)
        {
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
