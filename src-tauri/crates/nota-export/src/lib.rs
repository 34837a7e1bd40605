//! Exports: a nota as a document for others, one file per format. A nota with
//! faults is exported as well; what stops an export is never the text.

mod bundle;
mod companion;
mod eml;
mod error;
mod format;
mod markdown;
mod name;
mod office;
mod pdf;
mod public;
pub mod side_by_side;

use nota_model::{Finding, Nota};
use nota_sheet::Sheet;
use nota_template::{Registry, Template};
use nota_typeset::Typesetter;

pub use bundle::{Part, PublishedBundle, UnpublishedBundle, bundle, order, publish_bundle};
pub use companion::{Companion, Companions, Document, Wanted, companions, public_companions};
pub use eml::{Message, message};
pub use error::{ErrorCode, ExportError};
pub use format::{Format, Proving};
pub use markdown::markdown;
pub use name::{PublicName, decided, file_name, names_apart, older_file};
pub use public::{Published, Unpublished, export_public, of_house_style, publish, publish_mail};

/// What an export is made with.
#[derive(Debug, Clone, Copy)]
pub struct ExportOptions<'a> {
    /// Typesets the formats that have pages. Give the same one for many
    /// notas: it remembers what they have in common.
    pub typesetter: &'a Typesetter,
    /// The text of the nota's file, to go along in the PDF of the internal
    /// version. A public version never has it.
    pub source: Option<&'a str>,
}

impl<'a> ExportOptions<'a> {
    /// Exports with the fonts and the house style of this typesetter.
    pub fn new(typesetter: &'a Typesetter) -> Self {
        Self {
            typesetter,
            source: None,
        }
    }

    /// The same, with the text of the nota in the PDF.
    #[must_use]
    pub fn with_source(self, text: &'a str) -> Self {
        Self {
            source: Some(text),
            ..self
        }
    }
}

/// A document. What the reader of it sees otherwise than the drafter wrote it,
/// such as characters that no font has, is what the check says.
#[derive(Debug, Clone, PartialEq)]
pub struct Exported {
    /// The bytes of the file.
    pub bytes: Vec<u8>,
    /// What making it showed about the nota.
    pub findings: Vec<Finding>,
}

/// Which version of a nota a document is. The two are different documents,
/// also where they say the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Version {
    /// For the organisation itself.
    Internal,
    /// For everyone: nothing that is withheld is in the nota any more.
    Public,
}

/// What a format needs to make a document.
pub(crate) struct Job<'a> {
    pub(crate) version: Version,
    pub(crate) nota: &'a Nota,
    pub(crate) template: &'a Template,
    pub(crate) registry: &'a Registry,
    pub(crate) options: &'a ExportOptions<'a>,
}

impl<'a> Job<'a> {
    /// What a reader of the document sees.
    pub(crate) fn sheet(&self) -> Sheet<'a> {
        Sheet::new(self.nota, self.template)
    }
}

/// Makes the internal version of a nota in a format. The same nota with the
/// same options gives the same bytes.
///
/// # Errors
///
/// When the layout or a font of the organisation does not work.
pub fn export(
    format: Format,
    nota: &Nota,
    template: &Template,
    registry: &Registry,
    options: &ExportOptions<'_>,
) -> Result<Exported, ExportError> {
    format.make(&Job {
        version: Version::Internal,
        nota,
        template,
        registry,
        options,
    })
}
