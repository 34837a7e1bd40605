//! The nota for Word, LibreOffice and the web: the sheet in the house style that the pages have.

use nota_office::{Aan, Dress, Ruler, Subsection};
use nota_sheet::Sheet;
use nota_template::Template;

use crate::{Exported, Job};

/// The document of Word.
pub(crate) fn docx(job: &Job<'_>) -> Exported {
    written(job, nota_office::docx)
}

/// The document of LibreOffice.
pub(crate) fn odt(job: &Job<'_>) -> Exported {
    written(job, nota_office::odt)
}

/// The page of the web.
pub(crate) fn html(job: &Job<'_>) -> Exported {
    written(job, |sheet, dress, _| nota_office::html(sheet, dress))
}

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
    let ministry = || {
        let name = sheet.letterhead.ministry.as_deref()?;
        // As on the pages: "en" begins a line rather than ends one.
        let name = name.replace(" en ", " en\u{a0}");
        Some(vec![format!("Ministerie van {name}")])
    };
    Dress {
        template: job.template.id.clone(),
        wordmark: style.wordmark.clone().or_else(ministry).unwrap_or_default(),
        aan: if says(job.template, "aan: \"tabel\"") {
            Aan::Labelled
        } else {
            Aan::Lines
        },
        subsection: if says(job.template, "onderdeel: (style: \"italic\"") {
            Subsection::Emphasis
        } else {
            Subsection::Strong
        },
        logo: None,
    }
}

/// Whether the layout of a template asks the shared layout for something. What
/// ministries do otherwise stands there and nowhere else; a layout that says it
/// in other words gives a document in the plain house style.
fn says(template: &Template, what: &str) -> bool {
    let entry = |(path, _): &&(String, _)| path == "layout.typ";
    let layout = template.layout.files.iter().find(entry);
    layout.is_some_and(|(_, text)| text.contains(what))
}
