//! The part with the named styles, the lists and the pages.

use super::style_names::{name, of, shown};
use super::{NAMESPACES, points};
use crate::dress::Dress;
use crate::paper;
use crate::styles::{
    Capitals, Dashed, Emphasis, Foot, Grey, Grounds, Keeps, Light, Outline, Size, Strong, Style,
    Trait, all, item_left, withheld_name,
};
use crate::xml::Xml;

/// The deepest list.
const LEVELS: usize = 10;

/// The part with the styles; `margins` writes the pages.
pub(super) fn styles(
    dress: &Dress,
    grounds: &Grounds,
    automatic: &Xml,
    margins: impl FnOnce(&mut Xml),
) -> Xml {
    let mut xml = Xml::document();
    xml.element("office:document-styles", NAMESPACES, |xml| {
        faces(xml);
        xml.element("office:styles", &[], |xml| {
            defaults(xml);
            let styles = all(dress);
            for (style, left, traits) in &styles {
                paragraph_style(xml, style, *left, traits, &styles);
            }
            character_styles(xml, grounds);
            xml.leaf(
                "style:style",
                &[("style:name", &"Frame"), ("style:family", &"graphic")],
            );
            list(xml, "Nota opsomming", |level| {
                Some(if level % 2 == 0 { "•" } else { "–" })
            });
            list(xml, "Nota nummering", |_| None);
            xml.leaf(
                "text:notes-configuration",
                &[
                    ("text:note-class", &"footnote"),
                    ("text:citation-style-name", &of("Footnote Symbol")),
                    ("text:citation-body-style-name", &of("Footnote anchor")),
                    ("text:default-style-name", &of("footnote text")),
                    ("style:num-format", &"1"),
                    ("style:num-suffix", &" "),
                    ("text:start-value", &0),
                    ("text:footnotes-position", &"page"),
                    ("text:start-numbering-at", &"document"),
                ],
            );
        });
        xml.element("office:automatic-styles", &[], |xml| {
            page_layouts(xml);
            xml.append(automatic);
        });
        xml.element("office:master-styles", &[], margins);
    });
    xml
}

/// The face of the text.
pub(super) fn faces(xml: &mut Xml) {
    xml.element("office:font-face-decls", &[], |xml| {
        xml.leaf(
            "style:font-face",
            &[
                ("style:name", &paper::FACE),
                ("svg:font-family", &paper::FACE),
                ("style:font-family-generic", &"swiss"),
                ("style:font-pitch", &"variable"),
            ],
        );
    });
}

fn defaults(xml: &mut Xml) {
    xml.element(
        "style:default-style",
        &[("style:family", &"paragraph")],
        |xml| {
            xml.leaf(
                "style:paragraph-properties",
                &[
                    ("fo:orphans", &2),
                    ("fo:widows", &2),
                    ("fo:hyphenation-ladder-count", &"no-limit"),
                    ("style:tab-stop-distance", &"12.5mm"),
                    ("style:writing-mode", &"page"),
                ],
            );
            xml.leaf(
                "style:text-properties",
                &[
                    ("style:font-name", &paper::FACE),
                    ("style:font-name-asian", &paper::FACE),
                    ("style:font-name-complex", &paper::FACE),
                    ("fo:font-size", &points(paper::SIZE)),
                    ("fo:language", &"nl"),
                    ("fo:country", &"NL"),
                    ("fo:hyphenate", &"false"),
                ],
            );
        },
    );
    xml.element(
        "style:default-style",
        &[("style:family", &"table")],
        |xml| {
            xml.leaf(
                "style:table-properties",
                &[("table:border-model", &"collapsing")],
            );
        },
    );
}

fn paragraph_style(
    xml: &mut Xml,
    style: &Style,
    left: f64,
    traits: &[Trait],
    all: &[(&'static Style, f64, &'static [Trait])],
) {
    let by_id = |id: &str| {
        let found = all.iter().find(|(own, _, _)| own.id == id);
        found.map(|(own, _, _)| of(own.name))
    };
    let own = shown(style.name);
    let file = name(own);
    let (parent, next) = (by_id(style.on), by_id(style.next));
    let level = traits.iter().find_map(|own| match own {
        Outline(level) => Some(level + 1),
        _ => None,
    });
    let mut attributes: Vec<(&str, &dyn std::fmt::Display)> = vec![
        ("style:name", &file),
        ("style:display-name", &own),
        ("style:family", &"paragraph"),
    ];
    if let Some(parent) = &parent {
        attributes.push(("style:parent-style-name", parent));
    }
    if let Some(next) = &next {
        attributes.push(("style:next-style-name", next));
    }
    if let Some(level) = &level {
        attributes.push(("style:default-outline-level", level));
    }
    xml.element("style:style", &attributes, |xml| {
        paragraph_traits(xml, style, left, traits);
        let pairs = text_traits(traits);
        let pairs: Vec<(&str, &dyn std::fmt::Display)> = pairs
            .iter()
            .map(|(name, value)| (*name, value as &dyn std::fmt::Display))
            .collect();
        xml.leaf("style:text-properties", &pairs);
    });
}

fn paragraph_traits(xml: &mut Xml, style: &Style, left: f64, traits: &[Trait]) {
    let has = |own: Trait| traits.contains(&own);
    let in_list = style.name.starts_with("List ");
    let line = traits.iter().find_map(|own| match own {
        Size(_, line) => Some(*line),
        _ => None,
    });
    let mut own: Vec<(&str, String)> = vec![
        ("fo:margin-top", points(style.before)),
        ("fo:margin-bottom", points(style.after)),
    ];
    if let Some(line) = line.or(style.on.is_empty().then_some(paper::LINE)) {
        own.push(("fo:line-height", points(line)));
    }
    // A list says itself where its text begins.
    if left > 0.0 && !in_list {
        own.push(("fo:margin-left", points(left)));
    }
    if has(Foot) {
        let right = paper::LEFT + paper::BODY - paper::COLUMN_LEFT - paper::COLUMN;
        own.push(("fo:margin-right", points(right)));
    }
    if has(Keeps) {
        own.push(("fo:keep-with-next", "always".to_owned()));
    }
    if has(Dashed) {
        own.push(("fo:border-top", "0.5pt dashed #000000".to_owned()));
        own.push(("fo:padding-top", "2pt".to_owned()));
    }
    let pairs: Vec<(&str, &dyn std::fmt::Display)> = own
        .iter()
        .map(|(name, value)| (*name, value as &dyn std::fmt::Display))
        .collect();
    xml.element("style:paragraph-properties", &pairs, |xml| {
        if has(Foot) {
            tab(xml, paper::COLUMN_LEFT - paper::LEFT);
        }
    });
}

/// A place where the text after a tab begins.
pub(super) fn tab(xml: &mut Xml, at: f64) {
    xml.element("style:tab-stops", &[], |xml| {
        xml.leaf("style:tab-stop", &[("style:position", &points(at))]);
    });
}

fn text_traits(traits: &[Trait]) -> Vec<(&'static str, String)> {
    let mut out = Vec::new();
    for own in traits {
        match own {
            Strong => out.push(("fo:font-weight", "bold".to_owned())),
            Light => out.push(("fo:font-weight", "normal".to_owned())),
            Emphasis => out.push(("fo:font-style", "italic".to_owned())),
            Capitals => out.push(("fo:text-transform", "uppercase".to_owned())),
            Grey => out.push(("fo:color", format!("#{}", paper::GREY.to_lowercase()))),
            Size(size, _) => out.push(("fo:font-size", points(*size))),
            _ => {}
        }
    }
    out
}

fn character_styles(xml: &mut Xml, grounds: &Grounds) {
    let hatch = format!("#{}", paper::HATCH.to_lowercase());
    let grey = format!("#{}", paper::GREY.to_lowercase());
    let border = format!("0.4pt solid {grey}");
    let mut own: Vec<(String, Vec<(&str, &str)>)> = vec![
        (
            "Internet link".to_owned(),
            vec![
                ("style:text-underline-style", "solid"),
                ("style:text-underline-width", "auto"),
            ],
        ),
        (
            "Strong Emphasis".to_owned(),
            vec![("fo:font-weight", "bold")],
        ),
        ("Emphasis".to_owned(), vec![("fo:font-style", "italic")]),
        (
            "Footnote Symbol".to_owned(),
            vec![("style:text-position", "super 58%")],
        ),
        (
            "Footnote anchor".to_owned(),
            vec![("style:text-position", "super 58%")],
        ),
        (
            "Nota grond".to_owned(),
            vec![("fo:color", &grey), ("style:text-position", "super 58%")],
        ),
        (
            "Nota weglating".to_owned(),
            vec![("fo:background-color", &hatch), ("fo:border", &border)],
        ),
    ];
    let withheld = grounds.iter().map(|grond| withheld_name(grond));
    own.extend(withheld.map(|name| (name, vec![("fo:background-color", &*hatch)])));
    for (shown, properties) in own {
        let file = name(&shown);
        let attributes: crate::xml::Attributes<'_> = &[
            ("style:name", &file),
            ("style:display-name", &shown),
            ("style:family", &"text"),
        ];
        xml.element("style:style", attributes, |xml| {
            let pairs: Vec<(&str, &dyn std::fmt::Display)> = properties
                .iter()
                .map(|(name, value)| (*name, value as &dyn std::fmt::Display))
                .collect();
            xml.leaf("style:text-properties", &pairs);
        });
    }
}

/// A kind of list: the sign before an item at each level, or its number.
fn list(xml: &mut Xml, shown: &str, sign: impl Fn(usize) -> Option<&'static str>) {
    let file = name(shown);
    xml.element(
        "text:list-style",
        &[("style:name", &file), ("style:display-name", &shown)],
        |xml| {
            for level in 0..LEVELS {
                let number = level + 1;
                match sign(level) {
                    Some(sign) => xml.element(
                        "text:list-level-style-bullet",
                        &[("text:level", &number), ("text:bullet-char", &sign)],
                        |xml| level_properties(xml, level),
                    ),
                    None => xml.element(
                        "text:list-level-style-number",
                        &[
                            ("text:level", &number),
                            ("style:num-format", &"1"),
                            ("style:num-suffix", &"."),
                        ],
                        |xml| level_properties(xml, level),
                    ),
                }
            }
        },
    );
}

fn level_properties(xml: &mut Xml, level: usize) {
    let left = points(item_left(level));
    let hang = points(-paper::BULLET.1);
    xml.element(
        "style:list-level-properties",
        &[(
            "text:list-level-position-and-space-mode",
            &"label-alignment",
        )],
        |xml| {
            xml.leaf(
                "style:list-level-label-alignment",
                &[
                    ("text:label-followed-by", &"listtab"),
                    ("text:list-tab-stop-position", &left),
                    ("fo:text-indent", &hang),
                    ("fo:margin-left", &left),
                ],
            );
        },
    );
}

/// How far the header is from the top, and the height of a footer's line.
const HEADER: f64 = 28.35;

fn page_layouts(xml: &mut Xml) {
    let foot = paper::HEIGHT - paper::FOOT - paper::SMALL_LINE + paper::baseline(paper::SMALL_LINE);
    let right = paper::WIDTH - paper::LEFT - paper::BODY;
    xml.element(
        "style:page-layout",
        &[("style:name", &"Bladzijde")],
        |xml| {
            xml.element(
                "style:page-layout-properties",
                &[
                    ("fo:page-width", &points(paper::WIDTH)),
                    ("fo:page-height", &points(paper::HEIGHT)),
                    ("style:print-orientation", &"portrait"),
                    ("fo:margin-top", &points(HEADER)),
                    ("fo:margin-bottom", &points(foot)),
                    ("fo:margin-left", &points(paper::LEFT)),
                    ("fo:margin-right", &points(right)),
                    ("style:footnote-max-height", &"0cm"),
                ],
                |xml| {
                    xml.leaf(
                        "style:footnote-sep",
                        &[
                            ("style:width", &"0.5pt"),
                            ("style:distance-before-sep", &points(paper::LINE)),
                            ("style:distance-after-sep", &"3pt"),
                            ("style:line-style", &"solid"),
                            ("style:adjustment", &"left"),
                            ("style:rel-width", &"34%"),
                            ("style:color", &"#000000"),
                        ],
                    );
                },
            );
            xml.element("style:header-style", &[], |xml| {
                xml.leaf(
                    "style:header-footer-properties",
                    &[
                        ("svg:height", &points(paper::TOP - HEADER)),
                        ("fo:margin-bottom", &"0pt"),
                        ("style:dynamic-spacing", &"false"),
                    ],
                );
            });
            xml.element("style:footer-style", &[], |xml| {
                xml.leaf(
                    "style:header-footer-properties",
                    &[
                        ("fo:min-height", &points(paper::BOTTOM - foot)),
                        (
                            "fo:margin-top",
                            &points(paper::BOTTOM - foot - paper::SMALL_LINE),
                        ),
                        ("style:dynamic-spacing", &"false"),
                    ],
                );
            });
        },
    );
}
