//! What describes the document, and the list of its parts. Nothing in them
//! names a person, a machine or the hour.

use nota_sheet::Sheet;

use super::{KIND, NAMESPACES};
use crate::dress::Dress;
use crate::xml::Xml;

/// Title, language, organisation and the date of the nota itself.
pub(super) fn meta(sheet: &Sheet<'_>, dress: &Dress) -> Xml {
    let letterhead = &sheet.letterhead;
    let mut xml = Xml::document();
    xml.element("office:document-meta", NAMESPACES, |xml| {
        xml.element("office:meta", &[], |xml| {
            xml.line("meta:generator", &[], "Beslisnota");
            xml.line("dc:title", &[], &letterhead.title.text());
            xml.line("dc:language", &[], "nl-NL");
            if !letterhead.author.is_empty() {
                xml.line("meta:initial-creator", &[], &letterhead.author);
                xml.line("dc:creator", &[], &letterhead.author);
            }
            if let Some(date) = letterhead.date {
                let noon = format!("{}T12:00:00", date.format("%Y-%m-%d"));
                xml.line("meta:creation-date", &[], &noon);
                xml.line("dc:date", &[], &noon);
            }
            xml.line(
                "meta:user-defined",
                &[("meta:name", &"nota-sjabloon")],
                &dress.template,
            );
        });
    });
    xml
}

/// The parts of the package with their kinds.
pub(super) fn manifest(dress: &Dress) -> Xml {
    let mut xml = Xml::document();
    let own = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";
    xml.element(
        "manifest:manifest",
        &[("xmlns:manifest", &own), ("manifest:version", &"1.2")],
        |xml| {
            let mut parts = vec![
                ("/", KIND),
                ("content.xml", "text/xml"),
                ("styles.xml", "text/xml"),
                ("meta.xml", "text/xml"),
            ];
            if dress.logo.is_some() {
                parts.push(("Pictures/logo.svg", "image/svg+xml"));
                parts.push(("Pictures/logo.png", "image/png"));
            }
            for (path, kind) in parts {
                let mut attributes: Vec<(&str, &dyn std::fmt::Display)> =
                    vec![("manifest:full-path", &path)];
                if path == "/" {
                    attributes.push(("manifest:version", &"1.2"));
                }
                attributes.push(("manifest:media-type", &kind));
                xml.leaf("manifest:file-entry", &attributes);
            }
        },
    );
    xml
}
