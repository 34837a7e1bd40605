//! The named styles: what Word, LibreOffice and a screen reader know a
//! paragraph by. Names of the programs' own styles are English in the file,
//! and are shown in the language of the user.

use crate::dress::{Dress, Subsection};
use crate::paper;

/// A paragraph style.
#[derive(Debug)]
pub(crate) struct Style {
    /// How paragraphs name it; Dutch, as Word makes them in Dutch.
    pub(crate) id: &'static str,
    /// How it is known: Word's own name, or ours with "Nota" before it.
    pub(crate) name: &'static str,
    /// The style it stands on.
    pub(crate) on: &'static str,
    /// The style of the next paragraph, when somebody types on.
    pub(crate) next: &'static str,
    /// White above, in points.
    pub(crate) before: f64,
    /// White below, in points.
    pub(crate) after: f64,
    /// The left edge, in points.
    pub(crate) left: f64,
    /// What else it says.
    pub(crate) traits: &'static [Trait],
}

/// What a style says beside its white.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Trait {
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

pub(crate) use Trait::{
    Capitals, Dashed, Emphasis, Foot, Grey, Keeps, Light, Outline, Size, Strong,
};

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

/// The white before the ink of the first letter of the type word in a face
/// like Verdana: large letters line up by what is seen.
pub(crate) const KIND_BEARING: f64 = 0.08 * paper::KIND_SIZE;

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

/// All paragraph styles in a dress, each with its left edge and what it says.
pub(crate) fn all(dress: &Dress) -> Vec<(&'static Style, f64, &'static [Trait])> {
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
    let plain = own.into_iter().chain(&CELLS).chain(&HEADS).chain(&FREE);
    let mut out: Vec<_> = plain.map(|own| (own, own.left, own.traits)).collect();
    for (level, style) in HEADINGS.iter().enumerate() {
        let emphasis = level == 1 && dress.subsection == Subsection::Emphasis;
        let second: &'static [Trait] = &[Outline(1), Emphasis, Keeps];
        out.push((style, 0.0, if emphasis { second } else { style.traits }));
    }
    for items in [&BULLETS, &NUMBERS, &CONTINUED] {
        let each = items.iter().enumerate();
        out.extend(each.map(|(depth, own)| (own, item_left(depth), own.traits)));
    }
    out
}

/// Where the text of an item this many lists deep begins.
pub(crate) fn item_left(level: usize) -> f64 {
    let (symbol, hang, deeper) = paper::BULLET;
    symbol + hang + level as f64 * (deeper + hang)
}

/// The grounds on which something is withheld, in the order of the text.
pub(crate) type Grounds = Vec<String>;

/// The name of the character style of a ground.
pub(crate) fn withheld_name(grond: &str) -> String {
    format!("Niet openbaar {grond}").trim_end().to_owned()
}
