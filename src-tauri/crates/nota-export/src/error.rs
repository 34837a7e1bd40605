//! Why no document came out: a code to act on, a Dutch sentence for the user,
//! and the technical cause for the log.

use nota_typeset::PdfError;

/// What kind of failure it is, to act on without reading the sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorCode {
    /// The layout of the template or of the house style does not work.
    Layout,
    /// The pages are there, but not as a PDF.
    Pdf,
}

/// An export that did not succeed. `Display` is the sentence for the user;
/// `source` is the cause for the log.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// See [`ErrorCode::Layout`].
    #[error(
        "De opmaak van dit sjabloon werkt niet, daarom zijn er geen pagina's gemaakt. Vraag de beheerder van het sjabloon om de opmaak te herstellen."
    )]
    Layout(#[source] PdfError),
    /// See [`ErrorCode::Pdf`].
    #[error(
        "Van deze nota kan geen PDF worden gemaakt. Probeer het met de ingebouwde lettertypen (--fonts embedded) en meld het aan de beheerder."
    )]
    Pdf(#[source] PdfError),
}

impl ExportError {
    /// What kind of failure it is.
    pub fn code(&self) -> ErrorCode {
        match self {
            ExportError::Layout(_) => ErrorCode::Layout,
            ExportError::Pdf(_) => ErrorCode::Pdf,
        }
    }
}

impl From<PdfError> for ExportError {
    fn from(error: PdfError) -> Self {
        match error {
            PdfError::Layout(_) => ExportError::Layout(error),
            PdfError::Export(_) => ExportError::Pdf(error),
        }
    }
}
