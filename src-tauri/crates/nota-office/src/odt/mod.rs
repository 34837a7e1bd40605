//! The document of LibreOffice: an OpenDocument text in the same named styles,
//! with the letterhead on a page of its own kind.

mod automatic;
mod body;
mod doc;
mod letterhead;
mod margins;
mod meta;
mod node;
mod runs;
mod style_names;
mod styles;
mod table;

use nota_sheet::{Belongs, Sheet};

use crate::dress::Dress;
use crate::package::Package;
use crate::ruler::Ruler;
use crate::xml::{Attributes, Xml};
use doc::Doc;
use node::{Node, Nodes};

/// What the package is.
const KIND: &str = "application/vnd.oasis.opendocument.text";

/// The namespaces and the version of each part.
const NAMESPACES: Attributes<'static> = &[
    (
        "xmlns:office",
        &"urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    ),
    (
        "xmlns:style",
        &"urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    ),
    (
        "xmlns:text",
        &"urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    ),
    (
        "xmlns:table",
        &"urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    ),
    (
        "xmlns:draw",
        &"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    ),
    (
        "xmlns:fo",
        &"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    ),
    ("xmlns:xlink", &"http://www.w3.org/1999/xlink"),
    ("xmlns:dc", &"http://purl.org/dc/elements/1.1/"),
    (
        "xmlns:meta",
        &"urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    ),
    (
        "xmlns:svg",
        &"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    ),
    ("office:version", &"1.2"),
];

/// A length in points, as ODF writes it.
fn points(points: f64) -> String {
    format!("{:.2}pt", points)
}

/// The document of LibreOffice (ODT) of a sheet.
pub fn odt(sheet: &Sheet<'_>, dress: &Dress, ruler: Ruler<'_>) -> Vec<u8> {
    let mut doc = Doc::new(sheet, dress, ruler);
    let mut body = Xml::default();
    text(&mut doc).write(&mut doc, &mut body);
    let mut content = Xml::document();
    content.element("office:document-content", NAMESPACES, |xml| {
        styles::faces(xml);
        xml.element("office:automatic-styles", &[], |xml| {
            xml.append(doc.automatic.written());
        });
        xml.element("office:body", &[], |xml| {
            xml.element("office:text", &[], |xml| xml.append(&body));
        });
    });
    // Styles without a name stand in the part that uses them.
    doc.automatic = automatic::Automatic::new("M");
    let mut masters = Xml::default();
    doc.masters(&mut masters);
    let automatic = std::mem::take(&mut doc.automatic);
    let styles = styles::styles(dress, &doc.grounds, automatic.written(), |xml| {
        xml.append(&masters);
    });
    let mut package = Package::default();
    package.bare("mimetype", KIND);
    package.part("content.xml", content.into_bytes());
    package.part("styles.xml", styles.into_bytes());
    package.part("meta.xml", meta::meta(sheet, dress).into_bytes());
    if let Some(logo) = &dress.logo {
        package.part("Pictures/logo.svg", logo.svg.clone());
        package.part("Pictures/logo.png", logo.png.clone());
    }
    package.part("META-INF/manifest.xml", meta::manifest(dress).into_bytes());
    package.into_bytes()
}

/// All of the text.
fn text(doc: &mut Doc<'_, '_>) -> Nodes {
    let sheet = doc.sheet;
    let mut nodes = Nodes::default();
    doc.letterhead(&mut nodes);
    let mut above = None;
    for part in &sheet.parts {
        doc.part(part, &mut above, &mut nodes);
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
        nodes.add(Node::paragraph(&crate::styles::BODY, runs));
    }
    nodes
}
