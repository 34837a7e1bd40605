//! The nota for Word, LibreOffice and the web: the sheet in the house style that the pages have.

use nota_office::{Dress, Ruler};
use nota_sheet::Sheet;

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
        ..Dress::default()
    }
}
