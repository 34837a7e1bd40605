//! What stands around the text: the ribbon or the logo on page 1, the short
//! reference column on the following pages, and under each the page number
//! and the classification. None of it is read aloud: it repeats page 1, or it
//! is decoration.

use super::doc::Doc;
use super::paragraph::{Paragraph, twips};
use super::runs::{Around, run};
use crate::dress::Dress;
use crate::paper;
use crate::styles;
use crate::xml::Xml;

/// The ribbon: a picture of one colour.
pub(crate) const RIBBON: &[u8] = include_bytes!("../lint.png");

/// English metric units in a point.
const EMU: f64 = 12_700.0;

/// How far the header is from the top: its only line is empty.
const HEADER: f64 = 28.35;

/// The properties of the pages.
pub(crate) fn section(xml: &mut Xml) {
    // The footer's only line ends here.
    let foot = paper::HEIGHT - paper::FOOT - paper::SMALL_LINE + paper::baseline(paper::SMALL_LINE);
    let right = paper::WIDTH - paper::LEFT - paper::BODY;
    xml.element("w:sectPr", &[], |xml| {
        for (kind, id) in [("first", "header1"), ("default", "header2")] {
            xml.leaf("w:headerReference", &[("w:type", &kind), ("r:id", &id)]);
        }
        for kind in ["first", "default"] {
            xml.leaf(
                "w:footerReference",
                &[("w:type", &kind), ("r:id", &"footer1")],
            );
        }
        xml.leaf(
            "w:pgSz",
            &[
                ("w:w", &twips(paper::WIDTH)),
                ("w:h", &twips(paper::HEIGHT)),
            ],
        );
        xml.leaf(
            "w:pgMar",
            &[
                ("w:top", &twips(paper::TOP)),
                ("w:right", &twips(right)),
                ("w:bottom", &twips(paper::BOTTOM)),
                ("w:left", &twips(paper::LEFT)),
                ("w:header", &twips(HEADER)),
                ("w:footer", &twips(foot)),
                ("w:gutter", &0),
            ],
        );
        xml.leaf("w:titlePg", &[]);
    });
}

/// The header of page 1: the ribbon, or the logo.
pub(crate) fn first_header(dress: &Dress) -> Xml {
    let mut xml = Xml::document();
    xml.element(
        "w:hdr",
        &[
            ("xmlns:w", &super::W),
            ("xmlns:r", &super::R),
            (
                "xmlns:wp",
                &"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
            ),
            (
                "xmlns:a",
                &"http://schemas.openxmlformats.org/drawingml/2006/main",
            ),
            (
                "xmlns:pic",
                &"http://schemas.openxmlformats.org/drawingml/2006/picture",
            ),
        ],
        |xml| {
            let mut runs = Xml::default();
            runs.element("w:r", &[], |xml| {
                xml.element("w:drawing", &[], |xml| anchor(xml, dress));
            });
            Paragraph::new(&styles::SMALL_TEXT).with(runs).write(xml);
        },
    );
    xml
}

/// The relations of that header.
pub(crate) fn header_relations(dress: &Dress) -> Xml {
    let mut xml = Xml::document();
    let kind = format!("{}/image", super::R);
    xml.element(
        "Relationships",
        &[("xmlns", &super::parts::RELATIONS)],
        |xml| {
            let targets: &[(&str, &str)] = match dress.logo {
                Some(_) => &[("image1", "media/logo.png"), ("image2", "media/logo.svg")],
                None => &[("image1", "media/lint.png")],
            };
            for (id, target) in targets {
                xml.leaf(
                    "Relationship",
                    &[("Id", id), ("Type", &kind), ("Target", target)],
                );
            }
        },
    );
    xml
}

/// A picture that bleeds off the top of the page.
fn anchor(xml: &mut Xml, dress: &Dress) {
    let (left, width, height) = paper::RIBBON;
    let width = match &dress.logo {
        Some(logo) => height * logo.aspect,
        None => width,
    };
    let emu = |points: f64| (points * EMU).round() as i64;
    let (name, alternative) = match dress.logo {
        Some(_) => ("Logo", "Logo"),
        None => ("Lint", ""),
    };
    xml.element(
        "wp:anchor",
        &[
            ("distT", &0),
            ("distB", &0),
            ("distL", &0),
            ("distR", &0),
            ("simplePos", &0),
            ("relativeHeight", &1),
            ("behindDoc", &1),
            ("locked", &0),
            ("layoutInCell", &1),
            ("allowOverlap", &1),
        ],
        |xml| {
            xml.leaf("wp:simplePos", &[("x", &0), ("y", &0)]);
            for (element, offset) in [("wp:positionH", emu(left)), ("wp:positionV", 0)] {
                xml.element(element, &[("relativeFrom", &"page")], |xml| {
                    xml.line("wp:posOffset", &[], &offset.to_string());
                });
            }
            xml.leaf("wp:extent", &[("cx", &emu(width)), ("cy", &emu(height))]);
            xml.leaf(
                "wp:effectExtent",
                &[("l", &0), ("t", &0), ("r", &0), ("b", &0)],
            );
            xml.leaf("wp:wrapNone", &[]);
            xml.element(
                "wp:docPr",
                &[("id", &1), ("name", &name), ("descr", &alternative)],
                |xml| {
                    if dress.logo.is_none() {
                        decorative(xml);
                    }
                },
            );
            xml.leaf("wp:cNvGraphicFramePr", &[]);
            xml.element("a:graphic", &[], |xml| {
                xml.element(
                    "a:graphicData",
                    &[(
                        "uri",
                        &"http://schemas.openxmlformats.org/drawingml/2006/picture",
                    )],
                    |xml| picture(xml, name, emu(width), emu(height), dress.logo.is_some()),
                );
            });
        },
    );
}

/// Says that nothing of a picture needs to be read aloud.
fn decorative(xml: &mut Xml) {
    xml.element("a:extLst", &[], |xml| {
        xml.element(
            "a:ext",
            &[("uri", &"{C183D7F6-B498-43B3-948B-1728B52AA6E4}")],
            |xml| {
                xml.leaf(
                    "adec:decorative",
                    &[
                        (
                            "xmlns:adec",
                            &"http://schemas.microsoft.com/office/drawing/2017/decorative",
                        ),
                        ("val", &1),
                    ],
                );
            },
        );
    });
}

fn picture(xml: &mut Xml, name: &str, width: i64, height: i64, has_drawing: bool) {
    xml.element("pic:pic", &[], |xml| {
        xml.element("pic:nvPicPr", &[], |xml| {
            xml.leaf("pic:cNvPr", &[("id", &1), ("name", &name)]);
            xml.leaf("pic:cNvPicPr", &[]);
        });
        xml.element("pic:blipFill", &[], |xml| {
            xml.element("a:blip", &[("r:embed", &"image1")], |xml| {
                if has_drawing {
                    drawing(xml);
                }
            });
            xml.element("a:stretch", &[], |xml| xml.leaf("a:fillRect", &[]));
        });
        xml.element("pic:spPr", &[], |xml| {
            xml.element("a:xfrm", &[], |xml| {
                xml.leaf("a:off", &[("x", &0), ("y", &0)]);
                xml.leaf("a:ext", &[("cx", &width), ("cy", &height)]);
            });
            xml.element("a:prstGeom", &[("prst", &"rect")], |xml| {
                xml.leaf("a:avLst", &[]);
            });
        });
    });
}

/// The drawing in the place of the picture, for programs that know it.
fn drawing(xml: &mut Xml) {
    xml.element("a:extLst", &[], |xml| {
        xml.element(
            "a:ext",
            &[("uri", &"{96DAC541-7B7A-43D3-8B79-37D633B846F1}")],
            |xml| {
                xml.leaf(
                    "asvg:svgBlip",
                    &[
                        (
                            "xmlns:asvg",
                            &"http://schemas.microsoft.com/office/drawing/2016/SVG/main",
                        ),
                        ("r:embed", &"image2"),
                    ],
                );
            },
        );
    });
}

impl Doc<'_, '_> {
    /// The header of the following pages.
    pub(crate) fn next_header(&mut self) -> Xml {
        let sheet = self.sheet;
        let column = self.column_next(&sheet.letterhead.column_next);
        let mut xml = Xml::document();
        xml.element("w:hdr", &[("xmlns:w", &super::W)], |xml| {
            column.iter().for_each(|paragraph| paragraph.write(xml));
            Paragraph::new(&styles::SMALL_TEXT).write(xml);
        });
        xml
    }

    /// The footer of all pages.
    pub(crate) fn footer(&mut self) -> Xml {
        let plain = nota_sheet::Look::default();
        let mut runs = Xml::default();
        if let Some(line) = &self.sheet.letterhead.classification {
            let text = line.text();
            runs.element("w:r", &[], |xml| {
                xml.element("w:rPr", &[], |xml| {
                    xml.leaf("w:b", &[]);
                    xml.leaf("w:caps", &[]);
                });
                xml.line("w:t", &[("xml:space", &"preserve")], &text);
            });
            let _ = self.runs(line, Around::default());
        }
        run(&mut runs, None, &plain, "\tPagina ");
        field(&mut runs, "PAGE");
        run(&mut runs, None, &plain, " van ");
        field(&mut runs, "NUMPAGES");
        let mut xml = Xml::document();
        xml.element("w:ftr", &[("xmlns:w", &super::W)], |xml| {
            Paragraph::new(&styles::FOOT).with(runs).write(xml);
        });
        xml
    }
}

/// A number that Word fills in.
fn field(xml: &mut Xml, name: &str) {
    let code = format!(" {name} ");
    xml.element("w:fldSimple", &[("w:instr", &code)], |xml| {
        run(xml, None, &nota_sheet::Look::default(), "1");
    });
}
