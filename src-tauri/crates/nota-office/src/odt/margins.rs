//! The kinds of page: the first with the ribbon or the logo, the following
//! with the short reference column, each with page number and classification.

use super::doc::Doc;
use super::points;
use super::runs::{Around, characters};
use super::style_names::of;
use super::table::family;
use crate::paper;
use crate::styles;
use crate::xml::Xml;

impl Doc<'_, '_> {
    /// The first page and those that follow.
    pub(super) fn masters(&mut self, xml: &mut Xml) {
        let sheet = self.sheet;
        let mut ribbon = Xml::default();
        self.ribbon(&mut ribbon);
        let mut column = Xml::default();
        self.column_next(&sheet.letterhead.column_next, &mut column);
        let footer = self.footer();
        for (name, next, header) in [
            ("Eerste", Some("Volgende"), &ribbon),
            ("Volgende", None, &column),
            ("Standard", None, &column),
        ] {
            let mut attributes: Vec<(&str, &dyn std::fmt::Display)> = vec![
                ("style:name", &name),
                ("style:page-layout-name", &"Bladzijde"),
            ];
            if let Some(next) = &next {
                attributes.push(("style:next-style-name", next));
            }
            xml.element("style:master-page", &attributes, |xml| {
                xml.element("style:header", &[], |xml| {
                    let style = of(styles::SMALL_TEXT.name);
                    xml.element("text:p", &[("text:style-name", &style)], |xml| {
                        xml.append(header);
                    });
                });
                xml.element("style:footer", &[], |xml| xml.append(&footer));
            });
        }
    }

    fn ribbon(&mut self, xml: &mut Xml) {
        let (left, width, height) = paper::RIBBON;
        let style = self.automatic.other("lint".to_owned(), |xml, name| {
            let blue = format!("#{}", paper::BLUE);
            family(xml, name, "graphic", |xml| {
                xml.leaf(
                    "style:graphic-properties",
                    &[
                        ("draw:fill", &"solid"),
                        ("draw:fill-color", &blue),
                        ("draw:stroke", &"none"),
                        ("style:wrap", &"run-through"),
                        ("style:run-through", &"background"),
                        ("style:vertical-pos", &"from-top"),
                        ("style:vertical-rel", &"page"),
                        ("style:horizontal-pos", &"from-left"),
                        ("style:horizontal-rel", &"page"),
                        ("fo:padding", &"0pt"),
                        ("fo:border", &"none"),
                        ("style:flow-with-text", &"false"),
                    ],
                );
            });
        });
        let logo = self.dress.logo.as_ref();
        let width = logo.map_or(width, |logo| height * logo.aspect);
        let name = if logo.is_some() { "Logo" } else { "Lint" };
        let (left, top) = (points(left), points(0.0));
        let (width, height) = (points(width), points(height));
        let attributes: crate::xml::Attributes<'_> = &[
            ("draw:style-name", &style),
            ("draw:name", &name),
            ("text:anchor-type", &"paragraph"),
            ("svg:x", &left),
            ("svg:y", &top),
            ("svg:width", &width),
            ("svg:height", &height),
            ("draw:z-index", &0),
        ];
        if logo.is_none() {
            xml.element("draw:rect", attributes, |xml| {
                xml.line("svg:title", &[], "Lint");
            });
            return;
        }
        xml.element("draw:frame", attributes, |xml| {
            for target in ["Pictures/logo.svg", "Pictures/logo.png"] {
                xml.leaf(
                    "draw:image",
                    &[
                        ("xlink:href", &target),
                        ("xlink:type", &"simple"),
                        ("xlink:show", &"embed"),
                        ("xlink:actuate", &"onLoad"),
                    ],
                );
            }
            xml.line("svg:title", &[], "Logo");
        });
    }

    fn footer(&mut self) -> Xml {
        let sheet = self.sheet;
        let mut runs = Xml::default();
        if let Some(line) = &sheet.letterhead.classification {
            let names = self.names.take();
            let own = self.runs(line, Around::default());
            self.names = names;
            let style = self.automatic.other("rubricering".to_owned(), |xml, name| {
                family(xml, name, "text", |xml| {
                    xml.leaf(
                        "style:text-properties",
                        &[
                            ("fo:font-weight", &"bold"),
                            ("fo:text-transform", &"uppercase"),
                        ],
                    );
                });
            });
            runs.element("text:span", &[("text:style-name", &style)], |xml| {
                xml.append(&own);
            });
        }
        runs.leaf("text:tab", &[]);
        characters(&mut runs, "Pagina");
        runs.text(" ");
        runs.line("text:page-number", &[("text:select-page", &"current")], "1");
        runs.text(" van ");
        runs.line("text:page-count", &[], "1");
        let mut xml = Xml::default();
        let style = of(styles::FOOT.name);
        xml.element("text:p", &[("text:style-name", &style)], |xml| {
            xml.append(&runs);
        });
        xml
    }
}
