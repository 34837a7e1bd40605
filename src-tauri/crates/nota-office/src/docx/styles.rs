//! The part with the named styles.

use super::paragraph::twips;
use crate::dress::Dress;
use crate::paper;
use crate::styles::{
    Capitals, Dashed, Emphasis, Foot, Grey, Grounds, Keeps, Light, NORMAL, Outline, Size, Strong,
    Style, Trait, all, withheld_name,
};
use crate::xml::Xml;

/// The character style of what is withheld on the ground with this number in
/// [`Grounds`].
pub(crate) fn withheld_id(index: usize) -> String {
    format!("Nietopenbaar{index}")
}

/// The part with the styles.
pub(crate) fn styles(dress: &Dress, grounds: &Grounds) -> Xml {
    let mut xml = Xml::document();
    xml.element("w:styles", &[("xmlns:w", &super::W)], |xml| {
        defaults(xml);
        for (style, left, traits) in all(dress) {
            paragraph_style(xml, style, left, traits);
        }
        character_styles(xml, grounds);
        table_styles(xml);
    });
    xml
}

fn defaults(xml: &mut Xml) {
    let line = twips(paper::LINE);
    xml.element("w:docDefaults", &[], |xml| {
        xml.element("w:rPrDefault", &[], |xml| {
            xml.element("w:rPr", &[], |xml| {
                xml.leaf(
                    "w:rFonts",
                    &[
                        ("w:ascii", &paper::FACE),
                        ("w:eastAsia", &paper::FACE),
                        ("w:hAnsi", &paper::FACE),
                        ("w:cs", &paper::FACE),
                    ],
                );
                size(xml, paper::SIZE);
                xml.leaf(
                    "w:lang",
                    &[
                        ("w:val", &"nl-NL"),
                        ("w:eastAsia", &"nl-NL"),
                        ("w:bidi", &"ar-SA"),
                    ],
                );
            });
        });
        xml.element("w:pPrDefault", &[], |xml| {
            xml.element("w:pPr", &[], |xml| {
                xml.leaf(
                    "w:spacing",
                    &[
                        ("w:before", &0),
                        ("w:after", &0),
                        ("w:line", &line),
                        ("w:lineRule", &"exact"),
                    ],
                );
            });
        });
    });
}

fn size(xml: &mut Xml, points: f64) {
    let half = (points * 2.0).round() as i64;
    xml.leaf("w:sz", &[("w:val", &half)]);
    xml.leaf("w:szCs", &[("w:val", &half)]);
}

fn paragraph_style(xml: &mut Xml, style: &Style, left: f64, traits: &[Trait]) {
    let mut attributes: Vec<(&str, &dyn std::fmt::Display)> = vec![("w:type", &"paragraph")];
    if style.id == NORMAL.id {
        attributes.push(("w:default", &1));
    }
    if style.name.starts_with("Nota ") {
        attributes.push(("w:customStyle", &1));
    }
    attributes.push(("w:styleId", &style.id));
    xml.element("w:style", &attributes, |xml| {
        xml.leaf("w:name", &[("w:val", &style.name)]);
        if !style.on.is_empty() {
            xml.leaf("w:basedOn", &[("w:val", &style.on)]);
        }
        if !style.next.is_empty() {
            xml.leaf("w:next", &[("w:val", &style.next)]);
        }
        xml.leaf("w:qFormat", &[]);
        xml.element("w:pPr", &[], |xml| {
            paragraph_traits(xml, style, left, traits)
        });
        xml.element("w:rPr", &[], |xml| run_traits(xml, traits));
    });
}

fn paragraph_traits(xml: &mut Xml, style: &Style, left: f64, traits: &[Trait]) {
    let has = |own: Trait| traits.contains(&own);
    if has(Keeps) {
        xml.leaf("w:keepNext", &[]);
    }
    if has(Dashed) {
        xml.element("w:pBdr", &[], |xml| {
            xml.leaf(
                "w:top",
                &[
                    ("w:val", &"dashed"),
                    ("w:sz", &4),
                    ("w:space", &2),
                    ("w:color", &"000000"),
                ],
            );
        });
    }
    if has(Foot) {
        let at = twips(paper::COLUMN_LEFT - paper::LEFT);
        xml.element("w:tabs", &[], |xml| {
            xml.leaf("w:tab", &[("w:val", &"left"), ("w:pos", &at)]);
        });
    }
    let line = traits.iter().find_map(|own| match own {
        Size(_, line) => Some(twips(*line)),
        _ => None,
    });
    let (before, after) = (twips(style.before), twips(style.after));
    let mut spacing: Vec<(&str, &dyn std::fmt::Display)> =
        vec![("w:before", &before), ("w:after", &after)];
    if let Some(line) = &line {
        spacing.push(("w:line", line));
        spacing.push(("w:lineRule", &"exact"));
    }
    xml.leaf("w:spacing", &spacing);
    if has(Foot) {
        // The reference column is outside the text area.
        let right = twips(paper::LEFT + paper::BODY - paper::COLUMN_LEFT - paper::COLUMN);
        xml.leaf("w:ind", &[("w:right", &right)]);
    } else if left > 0.0 {
        xml.leaf("w:ind", &[("w:left", &twips(left))]);
    }
    for own in traits {
        if let Outline(level) = own {
            xml.leaf("w:outlineLvl", &[("w:val", level)]);
        }
    }
}

fn run_traits(xml: &mut Xml, traits: &[Trait]) {
    let has = |own: Trait| traits.contains(&own);
    if has(Strong) {
        xml.leaf("w:b", &[]);
        xml.leaf("w:bCs", &[]);
    }
    if has(Light) {
        xml.leaf("w:b", &[("w:val", &0)]);
        xml.leaf("w:bCs", &[("w:val", &0)]);
    }
    if has(Emphasis) {
        xml.leaf("w:i", &[]);
        xml.leaf("w:iCs", &[]);
    }
    if has(Capitals) {
        xml.leaf("w:caps", &[]);
    }
    if has(Grey) {
        xml.leaf("w:color", &[("w:val", &paper::GREY)]);
    }
    for own in traits {
        if let Size(points, _) = own {
            size(xml, *points);
        }
    }
}

fn character_style(xml: &mut Xml, id: &str, name: &str, own: impl FnOnce(&mut Xml)) {
    let built_in = matches!(name, "Hyperlink" | "footnote reference");
    let mut attributes: Vec<(&str, &dyn std::fmt::Display)> = vec![("w:type", &"character")];
    if !built_in {
        attributes.push(("w:customStyle", &1));
    }
    attributes.push(("w:styleId", &id));
    xml.element("w:style", &attributes, |xml| {
        xml.leaf("w:name", &[("w:val", &name)]);
        xml.leaf("w:qFormat", &[]);
        xml.element("w:rPr", &[], own);
    });
}

fn character_styles(xml: &mut Xml, grounds: &Grounds) {
    character_style(xml, "Hyperlink", "Hyperlink", |xml| {
        xml.leaf("w:u", &[("w:val", &"single")]);
    });
    character_style(xml, "Voetnootmarkering", "footnote reference", |xml| {
        xml.leaf("w:vertAlign", &[("w:val", &"superscript")]);
    });
    character_style(xml, "Notagrond", "Nota grond", |xml| {
        xml.leaf("w:color", &[("w:val", &paper::GREY)]);
        xml.leaf("w:vertAlign", &[("w:val", &"superscript")]);
    });
    character_style(xml, "Notaweglating", "Nota weglating", |xml| {
        xml.leaf(
            "w:bdr",
            &[
                ("w:val", &"single"),
                ("w:sz", &4),
                ("w:space", &0),
                ("w:color", &paper::GREY),
            ],
        );
        shaded(xml);
    });
    for (index, grond) in grounds.iter().enumerate() {
        let name = withheld_name(grond);
        character_style(xml, &withheld_id(index), &name, shaded);
    }
}

fn shaded(xml: &mut Xml) {
    xml.leaf(
        "w:shd",
        &[
            ("w:val", &"clear"),
            ("w:color", &"auto"),
            ("w:fill", &paper::HATCH),
        ],
    );
}

fn table_styles(xml: &mut Xml) {
    let side = |xml: &mut Xml, name: &str| {
        xml.leaf(
            name,
            &[
                ("w:val", &"single"),
                ("w:sz", &4),
                ("w:space", &0),
                ("w:color", &paper::RULE),
            ],
        );
    };
    let all: &[&str] = &[
        "w:top",
        "w:left",
        "w:bottom",
        "w:right",
        "w:insideH",
        "w:insideV",
    ];
    let rows: &[&str] = &["w:top", "w:bottom", "w:insideH"];
    xml.element(
        "w:style",
        &[
            ("w:type", &"table"),
            ("w:default", &1),
            ("w:styleId", &"Standaardtabel"),
        ],
        |xml| {
            xml.leaf("w:name", &[("w:val", &"Normal Table")]);
        },
    );
    for (id, name, sides) in [
        ("Notatabel", "Nota tabel", all),
        ("Notaparafen", "Nota parafen", rows),
    ] {
        xml.element(
            "w:style",
            &[
                ("w:type", &"table"),
                ("w:customStyle", &1),
                ("w:styleId", &id),
            ],
            |xml| {
                xml.leaf("w:name", &[("w:val", &name)]);
                xml.leaf("w:basedOn", &[("w:val", &"Standaardtabel")]);
                xml.element("w:tblPr", &[], |xml| {
                    xml.element("w:tblBorders", &[], |xml| {
                        sides.iter().for_each(|name| side(xml, name));
                    });
                });
                xml.element("w:tblStylePr", &[("w:type", &"firstRow")], |xml| {
                    xml.element("w:pPr", &[], |xml| xml.leaf("w:keepNext", &[]));
                });
            },
        );
    }
}
