//! The document of Word: the parts of its package, each of the sheet.

mod body;
mod doc;
mod letterhead;
mod margins;
mod notes;
mod numbering;
mod paragraph;
mod parts;
mod runs;
mod styles;
mod table;

use nota_sheet::{Belongs, Sheet};

use crate::dress::Dress;
use crate::package::Package;
use crate::ruler::Ruler;
use crate::styles::BODY;
use crate::xml::Xml;
use body::Rows;
use doc::Doc;
use paragraph::Paragraph;

/// The namespace of text.
const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// The namespace of relations between parts.
const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The document of Word (DOCX) of a sheet.
pub fn docx(sheet: &Sheet<'_>, dress: &Dress, ruler: Ruler<'_>) -> Vec<u8> {
    let mut doc = Doc::new(sheet, dress, ruler);
    let document = document(&mut doc);
    let notes = doc.notes();
    let header = doc.next_header();
    let mut package = Package::default();
    package.part(
        "[Content_Types].xml",
        parts::content_types(dress).into_bytes(),
    );
    package.part("_rels/.rels", parts::package_relations().into_bytes());
    package.part("docProps/core.xml", parts::core(sheet).into_bytes());
    package.part("docProps/app.xml", parts::app().into_bytes());
    package.part("docProps/custom.xml", parts::custom(dress).into_bytes());
    package.part("word/document.xml", document.into_bytes());
    let relations = parts::document_relations(&doc.links[0]);
    package.part("word/_rels/document.xml.rels", relations.into_bytes());
    let styles = self::styles::styles(dress, &doc.grounds);
    package.part("word/styles.xml", styles.into_bytes());
    package.part("word/settings.xml", parts::settings().into_bytes());
    package.part("word/fontTable.xml", parts::fonts().into_bytes());
    package.part(
        "word/numbering.xml",
        numbering::numbering(&doc.lists).into_bytes(),
    );
    package.part("word/footnotes.xml", notes.into_bytes());
    if !doc.links[1].is_empty() {
        let relations = parts::link_relations(&doc.links[1]);
        package.part("word/_rels/footnotes.xml.rels", relations.into_bytes());
    }
    package.part(
        "word/header1.xml",
        margins::first_header(dress).into_bytes(),
    );
    package.part("word/header2.xml", header.into_bytes());
    package.part("word/footer1.xml", doc.footer().into_bytes());
    if let Some(logo) = &dress.logo {
        let relations = margins::header_relations();
        package.part("word/_rels/header1.xml.rels", relations.into_bytes());
        package.part("word/media/logo.png", logo.png.clone());
        package.part("word/media/logo.svg", logo.svg.clone());
    }
    package.into_bytes()
}

fn document(doc: &mut Doc<'_, '_>) -> Xml {
    let sheet = doc.sheet;
    let mut rows = Rows::default();
    let mut above = doc.letterhead(&mut rows);
    for part in &sheet.parts {
        doc.part(part, &mut above, &mut rows);
    }
    let ends = sheet
        .footnotes
        .iter()
        .filter(|note| note.belongs != Belongs::AtReference);
    let mut runs = Xml::default();
    let before = doc.anchors.order.len();
    for note in ends {
        doc.places(note.number, &mut runs);
    }
    if doc.anchors.order.len() > before {
        rows.paragraph(Paragraph::new(&BODY).with(runs));
    }
    let mut xml = Xml::document();
    xml.element("w:document", &[("xmlns:w", &W), ("xmlns:r", &R)], |xml| {
        xml.element("w:body", &[], |xml| {
            rows.write(xml);
            margins::section(xml);
        });
    });
    xml
}
