//! What stands around the text: the ribbon or the logo on page 1, the short
//! reference column on the following pages, and under each the page number
//! and the classification. None of it is read aloud: it repeats page 1, or it
//! is decoration.

use super::doc::Doc;
use super::paragraph::{Paragraph, twips};
use super::runs::run;
use crate::dress::Dress;
use crate::paper;
use crate::styles;
use crate::xml::Xml;

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
    let drawing = "http://schemas.openxmlformats.org/drawingml/2006";
    let wp = format!("{drawing}/wordprocessingDrawing");
    let a = format!("{drawing}/main");
    let pic = format!("{drawing}/picture");
    let mut xml = Xml::document();
    let attributes: crate::xml::Attributes<'_> = &[
        ("xmlns:w", &super::W),
        ("xmlns:r", &super::R),
        ("xmlns:wp", &wp),
        ("xmlns:a", &a),
        ("xmlns:pic", &pic),
        (
            "xmlns:mc",
            &"http://schemas.openxmlformats.org/markup-compatibility/2006",
        ),
        (
            "xmlns:wps",
            &"http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        ),
        ("xmlns:v", &"urn:schemas-microsoft-com:vml"),
    ];
    xml.element("w:hdr", attributes, |xml| {
        let mut runs = Xml::default();
        runs.element("w:r", &[], |xml| match &dress.logo {
            Some(logo) => xml.element("w:drawing", &[], |xml| {
                let width = paper::RIBBON.2 * logo.aspect;
                anchor(xml, width, "Logo", |xml| picture(xml, emu(width), &pic));
            }),
            None => ribbon(xml),
        });
        Paragraph::new(&styles::SMALL_TEXT).with(runs).write(xml);
    });
    xml
}

/// The ribbon: a shape, and the same for programs that do not know shapes.
fn ribbon(xml: &mut Xml) {
    let (left, width, height) = paper::RIBBON;
    xml.element("mc:AlternateContent", &[], |xml| {
        xml.element("mc:Choice", &[("Requires", &"wps")], |xml| {
            xml.element("w:drawing", &[], |xml| {
                anchor(xml, width, "Lint", |xml| {
                    let kind = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";
                    xml.element("a:graphicData", &[("uri", &kind)], |xml| {
                        xml.element("wps:wsp", &[], |xml| {
                            xml.leaf("wps:cNvSpPr", &[]);
                            xml.element("wps:spPr", &[], |xml| {
                                rectangle(xml, emu(width));
                                xml.element("a:solidFill", &[], |xml| {
                                    xml.leaf("a:srgbClr", &[("val", &paper::BLUE)]);
                                });
                                xml.element("a:ln", &[], |xml| xml.leaf("a:noFill", &[]));
                            });
                            xml.leaf("wps:bodyPr", &[]);
                        });
                    });
                });
            });
        });
        xml.element("mc:Fallback", &[], |xml| {
            let place = format!(
                "position:absolute;margin-left:{left:.2}pt;margin-top:0;width:{width:.2}pt;height:{height:.2}pt;z-index:-1;mso-position-horizontal-relative:page;mso-position-vertical-relative:page"
            );
            let blue = format!("#{}", paper::BLUE);
            xml.element("w:pict", &[], |xml| {
                xml.leaf(
                    "v:rect",
                    &[
                        ("style", &place),
                        ("fillcolor", &blue),
                        ("stroked", &"f"),
                        ("alt", &""),
                    ],
                );
            });
        });
    });
}

/// The relations of that header to the logo.
pub(crate) fn header_relations() -> Xml {
    let mut xml = Xml::document();
    let kind = format!("{}/image", super::R);
    let attributes: crate::xml::Attributes<'_> = &[("xmlns", &super::parts::RELATIONS)];
    xml.element("Relationships", attributes, |xml| {
        for (id, target) in [("image1", "media/logo.png"), ("image2", "media/logo.svg")] {
            xml.leaf(
                "Relationship",
                &[("Id", &id), ("Type", &kind), ("Target", &target)],
            );
        }
    });
    xml
}

/// A length in English metric units.
fn emu(points: f64) -> i64 {
    (points * EMU).round() as i64
}

/// Something that bleeds off the top of the page, as high as the ribbon.
fn anchor(xml: &mut Xml, width: f64, name: &str, graphic: impl FnOnce(&mut Xml)) {
    let (left, _, height) = paper::RIBBON;
    let attributes: crate::xml::Attributes<'_> = &[
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
    ];
    xml.element("wp:anchor", attributes, |xml| {
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
            // Programs that do not know decoration ask for a text all the same.
            &[("id", &1), ("name", &name), ("descr", &name)],
            |xml| {
                if name != "Logo" {
                    decorative(xml);
                }
            },
        );
        xml.leaf("wp:cNvGraphicFramePr", &[]);
        xml.element("a:graphic", &[], graphic);
    });
}

/// A rectangle as high as the ribbon.
fn rectangle(xml: &mut Xml, width: i64) {
    xml.element("a:xfrm", &[], |xml| {
        xml.leaf("a:off", &[("x", &0), ("y", &0)]);
        xml.leaf("a:ext", &[("cx", &width), ("cy", &emu(paper::RIBBON.2))]);
    });
    xml.element("a:prstGeom", &[("prst", &"rect")], |xml| {
        xml.leaf("a:avLst", &[]);
    });
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

fn picture(xml: &mut Xml, width: i64, kind: &str) {
    xml.element("a:graphicData", &[("uri", &kind)], |xml| {
        xml.element("pic:pic", &[], |xml| {
            xml.element("pic:nvPicPr", &[], |xml| {
                xml.leaf("pic:cNvPr", &[("id", &1), ("name", &"Logo")]);
                xml.leaf("pic:cNvPicPr", &[]);
            });
            xml.element("pic:blipFill", &[], |xml| {
                xml.element("a:blip", &[("r:embed", &"image1")], drawing);
                xml.element("a:stretch", &[], |xml| xml.leaf("a:fillRect", &[]));
            });
            xml.element("pic:spPr", &[], |xml| rectangle(xml, width));
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
