//! The formats that there are. A format is a value: its file says all that is
//! asked of it (how it is called, what it is for, how it is made, how a public
//! file of it is searched), and a line in the list below takes it in. The command
//! line, the window, the docs and the tests take their lists from here.

use std::fmt;
use std::hash::{Hash, Hasher};

use nota_metadata::Bestandsformaat;
use nota_public::{NotProven, Proof, Secrets};

use crate::{ExportError, Exported, Job, eml, markdown, office, pdf};

/// All formats, the usual one first.
static ALL: &[Format] = &[
    pdf::PDF,
    office::DOCX,
    office::ODT,
    office::HTML,
    markdown::MARKDOWN,
    eml::EML,
];

/// Searches a public file for what is withheld.
pub type Proving = fn(&Secrets, &[u8]) -> Result<Proof, NotProven>;

/// Whether a format is for public versions. There is no default: who adds a
/// format says how it is searched, or that it is not.
#[derive(Debug, Clone, Copy)]
pub enum Openness {
    /// It is, and public files of it are searched like this.
    Public(Proving),
    /// It is for the organisation itself only.
    Internal,
}

/// What is asked of a format.
#[derive(Debug)]
pub(crate) struct Traits {
    /// The extension of its files, without dot; also its name on the command
    /// line. No two formats have the same.
    pub(crate) extension: &'static str,
    /// What it is called in a list: "Pdf".
    pub(crate) name: &'static str,
    /// What it is for, in a few words.
    pub(crate) purpose: &'static str,
    /// What is said while one is made.
    pub(crate) making: &'static str,
    /// Whether its files are text, which may be shown in a terminal.
    pub(crate) is_text: bool,
    /// What archive and publication call it.
    pub(crate) archive: Bestandsformaat,
    /// How public files of it are searched.
    pub(crate) openness: Openness,
    /// Makes a document.
    pub(crate) make: fn(&Job<'_>) -> Result<Exported, ExportError>,
}

/// A format of an export.
#[derive(Clone, Copy)]
pub struct Format(pub(crate) &'static Traits);

impl Format {
    /// PDF/A-2a and PDF/UA-1 in one file: what is printed and archived.
    pub const PDF: Format = pdf::PDF;
    /// A document of Word.
    pub const DOCX: Format = office::DOCX;
    /// An OpenDocument text.
    pub const ODT: Format = office::ODT;
    /// A page of the web in one file.
    pub const HTML: Format = office::HTML;
    /// Markdown for pasting elsewhere.
    pub const MARKDOWN: Format = markdown::MARKDOWN;
    /// A draft e-mail with the PDF attached.
    pub const EML: Format = eml::EML;

    /// All formats, the usual one first.
    pub fn all() -> impl Iterator<Item = Format> + Clone {
        ALL.iter().copied()
    }

    /// The format with this name (`pdf`, `md`), in any case.
    pub fn parse(name: &str) -> Option<Self> {
        Self::all().find(|format| format.extension().eq_ignore_ascii_case(name))
    }

    /// The formats of public versions.
    pub fn public() -> impl Iterator<Item = Format> + Clone {
        Self::all().filter(|format| format.proving().is_some())
    }

    /// The extension of its files, without dot; also its name on the command
    /// line.
    pub fn extension(self) -> &'static str {
        self.0.extension
    }

    /// What it is called in a list: "Pdf".
    pub fn name(self) -> &'static str {
        self.0.name
    }

    /// What it is for, in a few words.
    pub fn purpose(self) -> &'static str {
        self.0.purpose
    }

    /// What is said while one is made.
    pub fn making(self) -> &'static str {
        self.0.making
    }

    /// Whether its files are text, which may be shown in a terminal.
    pub fn is_text(self) -> bool {
        self.0.is_text
    }

    /// How public files of this format are searched; none for a format that is
    /// for the organisation itself.
    pub fn proving(self) -> Option<Proving> {
        match self.0.openness {
            Openness::Public(proving) => Some(proving),
            Openness::Internal => None,
        }
    }

    pub(crate) fn make(self, job: &Job<'_>) -> Result<Exported, ExportError> {
        (self.0.make)(job)
    }
}

impl PartialEq for Format {
    fn eq(&self, other: &Self) -> bool {
        self.extension() == other.extension()
    }
}

impl Eq for Format {}

impl Hash for Format {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.extension().hash(state);
    }
}

impl fmt::Debug for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A document that is only text.
pub(crate) fn text(text: String) -> Exported {
    Exported {
        bytes: text.into_bytes(),
        findings: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use nota_public::Verdict;

    use super::*;

    #[test]
    fn a_format_is_known_by_its_extension() {
        let mut seen = HashSet::new();
        for format in Format::all() {
            assert_eq!(Format::parse(format.extension()), Some(format));
            assert!(seen.insert(format), "{format:?} is there twice");
            for words in [format.name(), format.purpose(), format.making()] {
                assert!(!words.is_empty(), "{format:?}");
            }
        }
        assert_eq!(Format::parse("PDF"), Some(Format::PDF));
        assert_eq!(Format::parse("exe"), None);
    }

    #[test]
    fn a_public_format_says_how_it_is_searched() {
        let text = "## 3. Kernpunten\n\nMet [J. Jansen]{.lak grond=\"5.1.2e\"}.\n";
        let parsed = nota_markdown::parse(text, nota_template::Registry::builtin());
        let secrets = Secrets::of(&parsed.nota, &parsed.template).expect("known");
        for format in Format::all() {
            let Some(proving) = format.proving() else {
                assert!(!Format::public().any(|own| own == format));
                continue;
            };
            // Whatever the bytes are: with a name in them nothing is proven.
            let proof = proving(&secrets, b"Met J. Jansen.");
            let is_proven = proof.is_ok_and(|own| own.verdict() == Verdict::Proven);
            assert!(!is_proven, "{format:?}");
        }
        assert!(Format::EML.proving().is_none());
    }
}
