//! The formats that there are. A new one is a file of its own and a line in
//! the list below, which says how it is made, and how a public file of it is
//! searched for what is withheld: there is no public version without.

use nota_public::{Kind, NotProven, Proof, Secrets, prove_absent};

use crate::{ExportError, Exported, Job, eml, markdown, office, pdf};

/// Searches a public file for what is withheld.
pub type Proving = fn(&Secrets, &[u8]) -> Result<Proof, NotProven>;

/// Whether a format is for public versions. There is no default: who adds a
/// format says how it is searched, or that it is not.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Openness {
    /// It is, and public files of it are searched like this.
    Public(Proving),
    /// It is for the organisation itself only.
    Internal,
}

macro_rules! formats {
    ($($(#[$doc:meta])* $name:ident: $extension:literal => $make:expr, $openness:expr;)*) => {
        /// A format of an export.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Format {
            $($(#[$doc])* $name,)*
        }

        impl Format {
            /// All formats.
            pub const ALL: &'static [Format] = &[$(Format::$name),*];

            /// The extension of its files, without dot; also its name on the
            /// command line.
            pub fn extension(self) -> &'static str {
                match self {
                    $(Format::$name => $extension,)*
                }
            }

            fn openness(self) -> Openness {
                match self {
                    $(Format::$name => $openness,)*
                }
            }

            pub(crate) fn make(self, job: &Job<'_>) -> Result<Exported, ExportError> {
                let make: fn(&Job<'_>) -> Result<Exported, ExportError> = match self {
                    $(Format::$name => $make,)*
                };
                make(job)
            }
        }
    };
}

formats! {
    /// PDF/A-2a and PDF/UA-1 in one file.
    Pdf: "pdf" => pdf::pdf, Openness::Public(|secrets, bytes| prove_absent(secrets, bytes, Kind::Pdf));
    /// A document of Word.
    Docx: "docx" => |job| Ok(office::docx(job)), Openness::Public(|secrets, bytes| prove_absent(secrets, bytes, Kind::Package));
    /// An OpenDocument text.
    Odt: "odt" => |job| Ok(office::odt(job)), Openness::Public(|secrets, bytes| prove_absent(secrets, bytes, Kind::Package));
    /// A page of the web in one file. For the organisation itself: the search
    /// cannot tell the words of its style sheet from those of a nota.
    Html: "html" => |job| Ok(office::html(job)), Openness::Internal;
    /// Markdown for pasting elsewhere.
    Markdown: "md" => |job| Ok(text(markdown::markdown(job.nota, job.template))),
        Openness::Public(|secrets, bytes| prove_absent(secrets, bytes, Kind::Text));
    /// A draft e-mail with the PDF attached.
    Eml: "eml" => eml::eml, Openness::Internal;
}

impl Format {
    /// The format with this name (`pdf`, `md`), in any case.
    pub fn parse(name: &str) -> Option<Self> {
        let mut all = Self::ALL.iter().copied();
        all.find(|format| format.extension().eq_ignore_ascii_case(name))
    }

    /// How public files of this format are searched; none for a format that is
    /// for the organisation itself.
    pub fn proving(self) -> Option<Proving> {
        match self.openness() {
            Openness::Public(proving) => Some(proving),
            Openness::Internal => None,
        }
    }

    /// The formats of public versions.
    pub fn public() -> impl Iterator<Item = Format> {
        let all = Self::ALL.iter().copied();
        all.filter(|format| format.proving().is_some())
    }
}

/// A document that is only text.
fn text(text: String) -> Exported {
    Exported {
        bytes: text.into_bytes(),
        findings: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use nota_public::Verdict;

    use super::*;

    #[test]
    fn a_format_is_known_by_its_extension() {
        for format in Format::ALL {
            assert_eq!(Format::parse(format.extension()), Some(*format));
        }
        assert_eq!(Format::parse("PDF"), Some(Format::Pdf));
        assert_eq!(Format::parse("exe"), None);
    }

    #[test]
    fn a_public_format_says_how_it_is_searched() {
        let text = "## 3. Kernpunten\n\nMet [J. Jansen]{.lak grond=\"5.1.2e\"}.\n";
        let parsed = nota_markdown::parse(text, nota_template::Registry::builtin());
        let secrets = Secrets::of(&parsed.nota, &parsed.template).expect("known");
        for format in Format::ALL {
            let Some(proving) = format.proving() else {
                assert!(!Format::public().any(|own| own == *format));
                continue;
            };
            // Whatever the bytes are: with a name in them nothing is proven.
            let proof = proving(&secrets, b"Met J. Jansen.");
            let is_proven = proof.is_ok_and(|own| own.verdict() == Verdict::Proven);
            assert!(!is_proven, "{format:?}");
        }
        assert!(Format::Eml.proving().is_none());
    }
}
