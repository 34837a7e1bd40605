//! The named styles: what Word and a screen reader know a paragraph by. Names
//! of Word's own styles are English in the file, and Word shows them in the
//! language of the user.

use super::paragraph::{item_left, twips};
use crate::dress::{Dress, Subsection};
use crate::paper;
use crate::xml::Xml;

/// A paragraph style.
#[derive(Debug)]
pub(crate) struct Style {
    /// How paragraphs name it; Dutch, as Word makes them in Dutch.
    pub(crate) id: &'static str,
    /// How it is known: Word's own name, or ours with "Nota" before it.
    pub(crate) name: &'static str,
    /// The style it stands on.
    on: &'static str,
    /// The style of the next paragraph, when somebody types on.
    next: &'static str,
    /// White above, in points.
    pub(crate) before: f64,
    /// White below, in points.
    pub(crate) after: f64,
    /// The left edge, in points.
    left: f64,
    /// What else it says.
    traits: &'static [Trait],
}

/// What a style says beside its white.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Trait {
    /// The level in the outline, 0 the highest.
    Outline(u8),
    /// Bold.
    Strong,
    /// Not bold, though what it stands on is.
    Light,
    /// Italic.
    Emphasis,
    /// This size and line, in points.
    Size(f64, f64),
    /// Capitals, shown and not written.
    Capitals,
    /// The grey of remarks.
    Grey,
    /// A dashed line above.
    Dashed,
    /// Stays with the next paragraph.
    Keeps,
    /// The page number stands at a tab in the reference column.
    Foot,
}

use Trait::{Capitals, Dashed, Emphasis, Foot, Grey, Keeps, Light, Outline, Size, Strong};

const fn style(
    id: &'static str,
    name: &'static str,
    on: &'static str,
    after: f64,
    traits: &'static [Trait],
) -> Style {
    Style {
        id,
        name,
        on,
        next: "",
        before: 0.0,
        after,
        left: 0.0,
        traits,
    }
}

const fn heading(id: &'static str, name: &'static str, traits: &'static [Trait]) -> Style {
    let mut own = style(id, name, "Standaard", 0.0, traits);
    own.next = "Plattetekst";
    own
}

const fn small(id: &'static str, name: &'static str, traits: &'static [Trait]) -> Style {
    style(id, name, "Notaklein", 0.0, traits)
}

/// The size of text in the reference column.
const SMALL: Trait = Size(paper::SMALL, paper::SMALL_LINE);

/// The height of a line that only holds a place.
pub(crate) const SPACER_LINE: f64 = 1.0;

pub(crate) static NORMAL: Style = style("Standaard", "Normal", "", 0.0, &[]);
pub(crate) static BODY: Style = style("Plattetekst", "Body Text", "Standaard", paper::LINE, &[]);
pub(crate) static TITLE: Style = heading("Titel", "Title", &[]);
pub(crate) static QUOTE: Style = Style {
    left: paper::BULLET.0,
    ..style("Citaat", "Quote", "Standaard", paper::LINE, &[])
};
pub(crate) static NOTE: Style = style(
    "Voetnoottekst",
    "footnote text",
    "Standaard",
    0.0,
    &[Size(paper::NOTE.0, paper::NOTE.1)],
);
/// The text of a cell, and smaller for tables that do not fit otherwise: one
/// for each of [`crate::shares::SIZES`].
pub(crate) static CELLS: [Style; 3] = [
    style("Notatabeltekst", "Nota tabeltekst", "Standaard", 0.0, &[]),
    style(
        "Notatabeltekst2",
        "Nota tabeltekst 2",
        "Notatabeltekst",
        0.0,
        &[Size(8.0, 10.5)],
    ),
    style(
        "Notatabeltekst3",
        "Nota tabeltekst 3",
        "Notatabeltekst",
        0.0,
        &[Size(6.5, 8.5)],
    ),
];
/// The same in the header row.
pub(crate) static HEADS: [Style; 3] = [
    style(
        "Notatabelkop",
        "Nota tabelkop",
        "Notatabeltekst",
        0.0,
        &[Strong, Keeps],
    ),
    style(
        "Notatabelkop2",
        "Nota tabelkop 2",
        "Notatabelkop",
        0.0,
        &[Size(8.0, 10.5)],
    ),
    style(
        "Notatabelkop3",
        "Nota tabelkop 3",
        "Notatabelkop",
        0.0,
        &[Size(6.5, 8.5)],
    ),
];
pub(crate) static CUT: Style = style(
    "Notainternelijn",
    "Nota interne lijn",
    "Standaard",
    paper::LINE,
    &[SMALL, Dashed, Keeps],
);
pub(crate) static GROUND: Style = style(
    "Notalakgrond",
    "Nota lakgrond",
    "Standaard",
    paper::LINE,
    &[SMALL, Grey],
);
pub(crate) static SPACER: Style = style(
    "Notawit",
    "Nota wit",
    "Standaard",
    0.0,
    &[Size(1.0, SPACER_LINE)],
);
pub(crate) static SMALL_TEXT: Style = style("Notaklein", "Nota klein", "Standaard", 0.0, &[SMALL]);
pub(crate) static LABEL: Style = small("Notakolomlabel", "Nota kolomlabel", &[Strong, Keeps]);
pub(crate) static VALUE: Style = small("Notakolomwaarde", "Nota kolomwaarde", &[]);
pub(crate) static UNIT: Style = small("Notakolomvet", "Nota kolom vet", &[Strong]);
pub(crate) static LINES: Style = small("Notakolom", "Nota kolom", &[]);
pub(crate) static CLASSIFICATION: Style =
    small("Notarubricering", "Nota rubricering", &[Strong, Capitals]);
pub(crate) static FOOT: Style = small("Notavoetregel", "Nota voetregel", &[Foot]);
pub(crate) static PARAAF: Style = small("Notaparaaf", "Nota paraaf", &[Grey]);
pub(crate) static AAN: Style = style("Notaaan", "Nota aan", "Standaard", 0.0, &[]);
pub(crate) static KIND: Style = style(
    "Notasoort",
    "Nota soort",
    "Standaard",
    0.0,
    &[Size(paper::KIND_SIZE, KIND_LINE)],
);
pub(crate) static WORDMARK: Style = style(
    "Notawoordmerk",
    "Nota woordmerk",
    "Standaard",
    0.0,
    &[Size(paper::WORDMARK_TEXT.0, paper::WORDMARK_TEXT.1)],
);

/// The height of the line of the type word.
pub(crate) const KIND_LINE: f64 = 40.0;

/// The deepest list and heading for which Word has a style of its own.
pub(crate) const DEEPEST: usize = 5;

macro_rules! deep {
    ($name:ident, $doc:literal, [$($id:literal $word:literal),*], $make:expr) => {
        #[doc = $doc]
        pub(crate) static $name: [Style; DEEPEST] = [$($make($id, $word)),*];
    };
}

deep!(HEADINGS, "Headings, sections first.",
    ["Kop1" "heading 1", "Kop2" "heading 2", "Kop3" "heading 3", "Kop4" "heading 4", "Kop5" "heading 5"],
    outlined);
deep!(FREE, "Free subheadings.",
    ["Notatussenkop1" "Nota tussenkop 1", "Notatussenkop2" "Nota tussenkop 2", "Notatussenkop3" "Nota tussenkop 3",
     "Notatussenkop4" "Nota tussenkop 4", "Notatussenkop5" "Nota tussenkop 5"],
    free);
deep!(BULLETS, "Items with a bullet.",
    ["Lijstopsomteken" "List Bullet", "Lijstopsomteken2" "List Bullet 2", "Lijstopsomteken3" "List Bullet 3",
     "Lijstopsomteken4" "List Bullet 4", "Lijstopsomteken5" "List Bullet 5"],
    item);
deep!(NUMBERS, "Items with a number.",
    ["Lijstnummering" "List Number", "Lijstnummering2" "List Number 2", "Lijstnummering3" "List Number 3",
     "Lijstnummering4" "List Number 4", "Lijstnummering5" "List Number 5"],
    item);
deep!(CONTINUED, "Further paragraphs of an item.",
    ["Lijstvoortzetting" "List Continue", "Lijstvoortzetting2" "List Continue 2", "Lijstvoortzetting3" "List Continue 3",
     "Lijstvoortzetting4" "List Continue 4", "Lijstvoortzetting5" "List Continue 5"],
    item);

const fn outlined(id: &'static str, name: &'static str) -> Style {
    heading(
        id,
        name,
        match id.as_bytes() {
            [.., b'1'] => &[Outline(0), Strong, Keeps],
            [.., b'2'] => &[Outline(1), Strong, Keeps],
            [.., b'3'] => &[Outline(2), Strong, Keeps],
            [.., b'4'] => &[Outline(3), Strong, Keeps],
            _ => &[Outline(4), Strong, Keeps],
        },
    )
}

const fn free(id: &'static str, name: &'static str) -> Style {
    let mut own = heading(id, name, &[Light, Emphasis]);
    own.on = match id.as_bytes() {
        [.., b'1'] => "Kop1",
        [.., b'2'] => "Kop2",
        [.., b'3'] => "Kop3",
        [.., b'4'] => "Kop4",
        _ => "Kop5",
    };
    own
}

const fn item(id: &'static str, name: &'static str) -> Style {
    style(id, name, "Standaard", 0.0, &[])
}

/// One of five by its depth, the deepest for what is deeper.
pub(crate) fn deep(of: &'static [Style; DEEPEST], depth: usize) -> &'static Style {
    // The remainder is always in the array: there are DEEPEST of them.
    &of[depth.min(DEEPEST - 1)]
}

/// The character style of what is withheld on the ground with this number in
/// [`Grounds`].
pub(crate) fn withheld_id(index: usize) -> String {
    format!("Nietopenbaar{index}")
}

/// The grounds on which something is withheld, in the order of the text.
pub(crate) type Grounds = Vec<String>;

/// The part with the styles.
pub(crate) fn styles(dress: &Dress, grounds: &Grounds) -> Xml {
    let mut xml = Xml::document();
    xml.element("w:styles", &[("xmlns:w", &super::W)], |xml| {
        defaults(xml);
        let own = [
            &NORMAL,
            &BODY,
            &TITLE,
            &QUOTE,
            &NOTE,
            &CUT,
            &GROUND,
            &SPACER,
            &SMALL_TEXT,
            &LABEL,
            &VALUE,
            &UNIT,
            &LINES,
            &CLASSIFICATION,
            &FOOT,
            &PARAAF,
            &AAN,
            &KIND,
            &WORDMARK,
        ];
        for style in own.into_iter().chain(&CELLS).chain(&HEADS) {
            paragraph_style(xml, style, style.left, style.traits);
        }
        for (level, style) in HEADINGS.iter().enumerate() {
            let emphasis = level == 1 && dress.subsection == Subsection::Emphasis;
            let second: &[Trait] = &[Outline(1), Emphasis, Keeps];
            let traits = if emphasis { second } else { style.traits };
            paragraph_style(xml, style, style.left, traits);
        }
        for style in &FREE {
            paragraph_style(xml, style, style.left, style.traits);
        }
        for (depth, style) in BULLETS.iter().chain(&NUMBERS).chain(&CONTINUED).enumerate() {
            paragraph_style(xml, style, item_left(depth % DEEPEST), style.traits);
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
        xml.element("w:pPr", &[], |xml| paragraph_traits(xml, style, left, traits));
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

/// The name of the character style of a ground.
fn withheld_name(grond: &str) -> String {
    format!("Niet openbaar {grond}").trim_end().to_owned()
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
