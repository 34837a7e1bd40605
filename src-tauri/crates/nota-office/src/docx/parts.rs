//! The parts of the package beside the text: what it holds, how its parts
//! belong together, and what describes the document. Nothing in them names a
//! person, a machine or the hour.

use nota_sheet::Sheet;

use crate::dress::Dress;
use crate::paper;
use crate::xml::Xml;

/// The namespace of relations in a package.
pub(crate) const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

const OFFICE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const PROPERTIES: &str = "http://schemas.openxmlformats.org/officeDocument/2006";

/// The kinds of the parts.
pub(crate) fn content_types(dress: &Dress) -> Xml {
    let mut xml = Xml::document();
    let types = "http://schemas.openxmlformats.org/package/2006/content-types";
    xml.element("Types", &[("xmlns", &types)], |xml| {
        let mut extensions = vec![
            (
                "rels",
                "application/vnd.openxmlformats-package.relationships+xml",
            ),
            ("xml", "application/xml"),
        ];
        if dress.logo.is_some() {
            extensions.push(("png", "image/png"));
            extensions.push(("svg", "image/svg+xml"));
        }
        for (extension, kind) in extensions {
            xml.leaf(
                "Default",
                &[("Extension", &extension), ("ContentType", &kind)],
            );
        }
        for (name, kind) in [
            ("document", "document.main"),
            ("styles", "styles"),
            ("settings", "settings"),
            ("fontTable", "fontTable"),
            ("numbering", "numbering"),
            ("footnotes", "footnotes"),
            ("header1", "header"),
            ("header2", "header"),
            ("footer1", "footer"),
        ] {
            let kind = format!("{OFFICE}.{kind}+xml");
            let name = format!("/word/{name}.xml");
            xml.leaf("Override", &[("PartName", &name), ("ContentType", &kind)]);
        }
        for (name, kind) in [
            (
                "core",
                "application/vnd.openxmlformats-package.core-properties+xml",
            ),
            (
                "app",
                "application/vnd.openxmlformats-officedocument.extended-properties+xml",
            ),
            (
                "custom",
                "application/vnd.openxmlformats-officedocument.custom-properties+xml",
            ),
        ] {
            let name = format!("/docProps/{name}.xml");
            xml.leaf("Override", &[("PartName", &name), ("ContentType", &kind)]);
        }
    });
    xml
}

fn relations(write: impl FnOnce(&mut Xml)) -> Xml {
    let mut xml = Xml::document();
    xml.element("Relationships", &[("xmlns", &RELATIONS)], write);
    xml
}

fn relation(xml: &mut Xml, id: &str, kind: &str, target: &str) {
    xml.leaf(
        "Relationship",
        &[("Id", &id), ("Type", &kind), ("Target", &target)],
    );
}

/// What the package is of.
pub(crate) fn package_relations() -> Xml {
    relations(|xml| {
        let core =
            "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
        let of = |name: &str| format!("{}/{name}", super::R);
        relation(xml, "rId1", &of("officeDocument"), "word/document.xml");
        relation(xml, "rId2", core, "docProps/core.xml");
        relation(xml, "rId3", &of("extended-properties"), "docProps/app.xml");
        relation(xml, "rId4", &of("custom-properties"), "docProps/custom.xml");
    })
}

/// What the text needs, and where it leads to.
pub(crate) fn document_relations(links: &[String]) -> Xml {
    relations(|xml| {
        for (name, kind) in [
            ("styles", "styles"),
            ("settings", "settings"),
            ("fontTable", "fontTable"),
            ("numbering", "numbering"),
            ("footnotes", "footnotes"),
            ("header1", "header"),
            ("header2", "header"),
            ("footer1", "footer"),
        ] {
            let kind = format!("{}/{kind}", super::R);
            relation(xml, name, &kind, &format!("{name}.xml"));
        }
        addresses(xml, links);
    })
}

/// Where the notes lead to.
pub(crate) fn link_relations(links: &[String]) -> Xml {
    relations(|xml| addresses(xml, links))
}

fn addresses(xml: &mut Xml, links: &[String]) {
    let kind = format!("{}/hyperlink", super::R);
    for (index, address) in links.iter().enumerate() {
        let id = format!("link{}", index + 1);
        xml.leaf(
            "Relationship",
            &[
                ("Id", &id),
                ("Type", &kind),
                ("Target", address),
                ("TargetMode", &"External"),
            ],
        );
    }
}

/// Title, language, organisation and the date of the nota itself.
pub(crate) fn core(sheet: &Sheet<'_>) -> Xml {
    let letterhead = &sheet.letterhead;
    let mut xml = Xml::document();
    xml.element(
        "cp:coreProperties",
        &[
            (
                "xmlns:cp",
                &"http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
            ),
            ("xmlns:dc", &"http://purl.org/dc/elements/1.1/"),
            ("xmlns:dcterms", &"http://purl.org/dc/terms/"),
            ("xmlns:xsi", &"http://www.w3.org/2001/XMLSchema-instance"),
        ],
        |xml| {
            xml.line("dc:title", &[], &letterhead.title.text());
            if !letterhead.author.is_empty() {
                xml.line("dc:creator", &[], &letterhead.author);
            }
            xml.line("dc:language", &[], "nl-NL");
            if let Some(date) = letterhead.date {
                let noon = format!("{}T12:00:00Z", date.format("%Y-%m-%d"));
                for name in ["dcterms:created", "dcterms:modified"] {
                    xml.line(name, &[("xsi:type", &"dcterms:W3CDTF")], &noon);
                }
            }
        },
    );
    xml
}

/// The program that made it.
pub(crate) fn app() -> Xml {
    let mut xml = Xml::document();
    let own = format!("{PROPERTIES}/extended-properties");
    xml.element("Properties", &[("xmlns", &own)], |xml| {
        xml.line("Application", &[], "Beslisnota");
    });
    xml
}

/// The template, so that the document is known again when it is opened as a
/// nota.
pub(crate) fn custom(dress: &Dress) -> Xml {
    let mut xml = Xml::document();
    let own = format!("{PROPERTIES}/custom-properties");
    let values = format!("{PROPERTIES}/docPropsVTypes");
    xml.element(
        "Properties",
        &[("xmlns", &own), ("xmlns:vt", &values)],
        |xml| {
            let attributes: crate::xml::Attributes<'_> = &[
                ("fmtid", &"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"),
                ("pid", &2),
                ("name", &"nota-sjabloon"),
            ];
            xml.element("property", attributes, |xml| {
                xml.line("vt:lpwstr", &[], &dress.template);
            });
        },
    );
    xml
}

/// How Word treats the document.
pub(crate) fn settings() -> Xml {
    let mut xml = Xml::document();
    xml.element("w:settings", &[("xmlns:w", &super::W)], |xml| {
        xml.leaf("w:defaultTabStop", &[("w:val", &709)]);
        xml.element("w:footnotePr", &[], |xml| {
            xml.leaf("w:footnote", &[("w:id", &-1)]);
            xml.leaf("w:footnote", &[("w:id", &0)]);
        });
        xml.element("w:compat", &[], |xml| {
            xml.leaf(
                "w:compatSetting",
                &[
                    ("w:name", &"compatibilityMode"),
                    ("w:uri", &"http://schemas.microsoft.com/office/word"),
                    ("w:val", &15),
                ],
            );
        });
        xml.leaf("w:themeFontLang", &[("w:val", &"nl-NL")]);
        xml.leaf("w:decimalSymbol", &[("w:val", &",")]);
        xml.leaf("w:listSeparator", &[("w:val", &";")]);
    });
    xml
}

/// The face of the text, and what may stand in for it.
pub(crate) fn fonts() -> Xml {
    let mut xml = Xml::document();
    xml.element("w:fonts", &[("xmlns:w", &super::W)], |xml| {
        xml.element("w:font", &[("w:name", &paper::FACE)], |xml| {
            xml.leaf("w:altName", &[("w:val", &"DejaVu Sans")]);
            xml.leaf("w:panose1", &[("w:val", &"020B0604030504040204")]);
            xml.leaf("w:charset", &[("w:val", &"00")]);
            xml.leaf("w:family", &[("w:val", &"swiss")]);
            xml.leaf("w:pitch", &[("w:val", &"variable")]);
        });
    });
    xml
}
