//! A typeset nota: its pages as PNG or one PDF, each made when asked.

use nota_model::{Code, Finding, Place};
use typst::foundations::Smart;
use typst_layout::{Page, PagedDocument};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::picture;
use crate::typesetter::KEEP_RUNS;
use crate::view::Voorblad;

/// A typeset nota.
#[derive(Debug, Clone)]
pub struct Typeset {
    document: Option<PagedDocument>,
    title: String,
    /// "intern" or "openbaar".
    version: &'static str,
    /// Whether the nota itself is a file in the PDF.
    has_source: bool,
    /// What was wrong with the layout of the template, in the words of the
    /// typesetter, for who wrote it. The pages are then those of the plain
    /// house style.
    pub layout_fault: Option<String>,
}

/// Why there is no PDF.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// No layout could typeset the nota.
    #[error("the layout failed: {0}")]
    Layout(String),
    /// The pages are there, but cannot be written as PDF.
    #[error("the PDF could not be written: {0}")]
    Export(String),
}

impl Typeset {
    pub(crate) fn new(
        document: Option<PagedDocument>,
        front: &Voorblad,
        layout_fault: Option<String>,
    ) -> Self {
        Self {
            document,
            title: front.titel.clone(),
            version: "intern",
            has_source: front.bron,
            layout_fault,
        }
    }

    /// What the pages say about the nota: that its template has a layout that
    /// does not work (N010).
    pub fn findings(&self) -> Vec<Finding> {
        let fault = self.layout_fault.iter();
        let found =
            fault.map(|fault| Finding::new(Code(10), Place::nota()).arg("melding", fault.as_str()));
        found.collect()
    }

    /// A bundle with this title.
    pub(crate) fn bundle(
        document: Option<PagedDocument>,
        title: String,
        layout_fault: Option<String>,
    ) -> Self {
        Self {
            document,
            title,
            version: "intern",
            has_source: false,
            layout_fault,
        }
    }

    /// The same pages as those of the public version of the nota, which is a
    /// document of its own.
    #[must_use]
    pub fn into_public(self) -> Self {
        Self {
            version: "openbaar",
            ..self
        }
    }

    pub(crate) fn page(&self, index: usize) -> Option<&Page> {
        self.document.as_ref()?.pages().get(index)
    }

    /// The number of pages; 0 only when no layout could typeset the nota.
    pub fn page_count(&self) -> usize {
        self.document
            .as_ref()
            .map_or(0, |document| document.pages().len())
    }

    /// A number that is the same for pages that look the same, in any run of
    /// this program: a preview only fetches the pages whose number changed.
    pub fn page_hash(&self, index: usize) -> Option<u128> {
        self.page(index)
            .map(|page| typst::utils::hash128(&page.frame))
    }

    /// A page as PNG on white, with so many pixels per point (1/72 inch),
    /// between 0.1 and 10; the first page is 0. None when there is no such
    /// page.
    pub fn page_png(&self, index: usize, scale: f64) -> Option<Vec<u8>> {
        picture::png(self.page(index)?, scale.clamp(0.1, 10.0))
    }

    /// Where a page differs from that of another version, as PNG: what is the
    /// same in light grey, and what is not in red. None when neither has the page.
    pub fn page_difference(&self, index: usize, other: &Typeset, scale: f64) -> Option<Vec<u8>> {
        let scale = scale.clamp(0.1, 10.0);
        picture::difference(self.page(index), other.page(index), scale)
    }

    /// The PDF, as PDF/A-2a and PDF/UA-1 in one file; PDF/A-3a when the nota
    /// itself is in it. The same nota with the
    /// same fonts gives the same bytes.
    ///
    /// # Errors
    ///
    /// When no layout could typeset the nota. No text leads to that; a broken
    /// layout or font of an organisation may.
    pub fn pdf(&self) -> Result<Vec<u8>, PdfError> {
        let Some(document) = &self.document else {
            let reason = self.layout_fault.clone().unwrap_or_default();
            return Err(PdfError::Layout(reason));
        };
        // Files in a file are for PDF/A-3.
        let archive = if self.has_source {
            PdfStandard::A_3a
        } else {
            PdfStandard::A_2a
        };
        let standards = PdfStandards::new(&[archive, PdfStandard::Ua_1])
            .map_err(|error| PdfError::Export(error.message().to_string()))?;
        let options = PdfOptions {
            ident: Smart::Custom(format!("beslisnota {} {}", self.version, self.title)),
            creator: Smart::Custom(Some("Beslisnota".to_owned())),
            standards,
            ..PdfOptions::default()
        };
        let result = typst_pdf::pdf(document, &options);
        comemo::evict(KEEP_RUNS);
        result.map_err(|errors| {
            let messages: Vec<String> = errors
                .iter()
                .map(|error| error.message.to_string())
                .collect();
            PdfError::Export(messages.join("; "))
        })
    }
}
