//! What the window shows of the ways out.

use nota_export::Format;

use crate::view::{FormatId, FormatView};

/// The formats to export to, the usual one first.
pub fn formats() -> Vec<FormatView> {
    let view = |format: &Format| {
        let (name, purpose) = words(*format);
        FormatView {
            id: FormatId(*format),
            naam: name.to_owned(),
            omschrijving: purpose.to_owned(),
            openbaar: format.proving().is_some(),
        }
    };
    Format::ALL.iter().map(view).collect()
}

fn words(format: Format) -> (&'static str, &'static str) {
    match format {
        Format::Pdf => ("Pdf", "Om te versturen, te archiveren en voor te lezen"),
        Format::Docx => ("Word", "Om in Word verder te schrijven"),
        Format::Odt => ("OpenDocument", "Om in LibreOffice verder te schrijven"),
        Format::Html => (
            "Webpagina",
            "Om in een browser te lezen of op een website te zetten",
        ),
        Format::Markdown => ("Markdown", "Om in een ander programma te plakken"),
        Format::Eml => ("E-mail", "Een concept met de pdf als bijlage"),
    }
}

/// What is going on while a format is made.
pub(crate) fn making(format: Format) -> &'static str {
    match format {
        Format::Pdf => "De pdf wordt gemaakt.",
        Format::Docx => "Het Word-document wordt gemaakt.",
        Format::Odt => "Het OpenDocument-bestand wordt gemaakt.",
        Format::Html => "De webpagina wordt gemaakt.",
        Format::Markdown => "Het Markdown-bestand wordt gemaakt.",
        Format::Eml => "De e-mail wordt gemaakt.",
    }
}
