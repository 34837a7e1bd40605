//! The formats that there are. A new one is a file of its own and a line in
//! the list below.

use crate::{ExportError, Exported, Job, eml, markdown, pdf};

macro_rules! formats {
    ($($(#[$doc:meta])* $name:ident: $extension:literal => $make:expr,)*) => {
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
    Pdf: "pdf" => pdf::pdf,
    /// Markdown for pasting elsewhere.
    Markdown: "md" => |job| Ok(text(markdown::markdown(job.nota, job.template))),
    /// A draft e-mail with the PDF attached.
    Eml: "eml" => eml::eml,
}

impl Format {
    /// The format with this name (`pdf`, `md`), in any case.
    pub fn parse(name: &str) -> Option<Self> {
        let mut all = Self::ALL.iter().copied();
        all.find(|format| format.extension().eq_ignore_ascii_case(name))
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
    use super::*;

    #[test]
    fn a_format_is_known_by_its_extension() {
        for format in Format::ALL {
            assert_eq!(Format::parse(format.extension()), Some(*format));
        }
        assert_eq!(Format::parse("PDF"), Some(Format::Pdf));
        assert_eq!(Format::parse("exe"), None);
    }
}
