//! The nota for Word, LibreOffice and the web: the sheet in the house style that the pages have.

use nota_metadata::Bestandsformaat;
use nota_office::{Aan, Dress, Ruler, Subsection};
use nota_public::{Kind, prove_absent};
use nota_sheet::Sheet;
use nota_template::{Adressering, Letter};

use crate::format::{Format, Openness, Traits};
use crate::{Exported, Job};

/// What goes on in Word.
pub(crate) const DOCX: Format = Format(&Traits {
    extension: "docx",
    name: "Word",
    purpose: "Om in Word verder te schrijven",
    making: "Het Word-document wordt gemaakt.",
    is_text: false,
    archive: Bestandsformaat {
        naam: "Microsoft Word for Windows 2007 onwards",
        pronom: "fmt/412",
        filetype: Some("DOCX"),
    },
    openness: Openness::Public(|secrets, bytes| prove_absent(secrets, bytes, Kind::Package)),
    make: |job| Ok(written(job, nota_office::docx)),
});

/// What goes on in LibreOffice.
pub(crate) const ODT: Format = Format(&Traits {
    extension: "odt",
    name: "OpenDocument",
    purpose: "Om in LibreOffice verder te schrijven",
    making: "Het OpenDocument-bestand wordt gemaakt.",
    is_text: false,
    archive: Bestandsformaat {
        naam: "OpenDocument Text 1.2",
        pronom: "fmt/291",
        filetype: Some("ODT"),
    },
    openness: Openness::Public(|secrets, bytes| prove_absent(secrets, bytes, Kind::Package)),
    make: |job| Ok(written(job, nota_office::odt)),
});

/// What is read in a browser. For the organisation itself: the search cannot
/// tell the words of its style sheet from those of a nota.
pub(crate) const HTML: Format = Format(&Traits {
    extension: "html",
    name: "Webpagina",
    purpose: "Om binnen de organisatie in een browser te lezen",
    making: "De webpagina wordt gemaakt.",
    is_text: true,
    archive: Bestandsformaat {
        naam: "Hypertext Markup Language 5",
        pronom: "fmt/471",
        filetype: Some("HTML"),
    },
    openness: Openness::Internal,
    make: |job| {
        Ok(written(job, |sheet, dress, _| {
            nota_office::html(sheet, dress)
        }))
    },
});

/// What a writer makes of the sheet.
fn written(job: &Job<'_>, write: impl Fn(&Sheet<'_>, &Dress, Ruler<'_>) -> Vec<u8>) -> Exported {
    let sheet = Sheet::new(job.nota, job.template);
    let fonts = job.options.typesetter.fonts();
    let advance = |c, bold| fonts.advance(c, bold);
    Exported {
        bytes: write(&sheet, &dress(job, &sheet), Ruler::new(&advance)),
        findings: Vec::new(),
    }
}

/// The house style of the organisation, as the pages wear it.
fn dress(job: &Job<'_>, sheet: &Sheet<'_>) -> Dress {
    let style = job.options.typesetter.house_style();
    let opmaak = sheet.letterhead.opmaak;
    let ministry = || {
        let name = sheet.letterhead.ministry?;
        // As on the pages: "en" begins a line rather than ends one.
        let name = name.replace(" en ", " en\u{a0}");
        Some(vec![format!("Ministerie van {name}")])
    };
    Dress {
        template: job.template.id.clone(),
        wordmark: style.wordmark.clone().or_else(ministry).unwrap_or_default(),
        aan: match opmaak.aan {
            Adressering::Tabel => Aan::Labelled,
            _ => Aan::Lines,
        },
        subsection: match opmaak.onderdelen {
            Letter::Cursief => Subsection::Emphasis,
            _ => Subsection::Strong,
        },
        logo: None,
    }
}
