//! Random notas and random texts for properties, also those of other
//! packages.

use nota_model::{
    Align, Block, BlockKind, Body, Cell, Field, FileStyle, Front, Inline, Item, Mark, Newline,
    Nota, Note, Run, Section, Table, Value,
};
use nota_template::Registry;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// What texts are made of: words, and everything that means something in
/// Markdown, in YAML or in this format.
const TOKENS: &[&str] = &[
    "nota",
    "de",
    "Kamer",
    "x",
    "é",
    "5.1.2e",
    "2024",
    " ",
    " ",
    " ",
    "  ",
    "\t",
    "*",
    "**",
    "***",
    "_",
    "__",
    "[",
    "]",
    "(",
    ")",
    "{",
    "}",
    "{.lak}",
    "{.lak grond=\"5.1.2e\"}",
    "]{.lak}",
    "[^1]",
    "[^2]",
    "^",
    ":",
    "!",
    "![",
    "](",
    "](x)",
    "<",
    ">",
    "<b>",
    "</b>",
    "<br>",
    "<!--",
    "-->",
    "<?",
    "&",
    "&amp;",
    "&#32;",
    ";",
    "#",
    "##",
    "###",
    "\\",
    "`",
    "``",
    "```",
    "~",
    "~~",
    "~~~",
    "|",
    "||",
    "-",
    "--",
    "---",
    "+",
    "=",
    "===",
    "1.",
    "1)",
    "23.",
    ":::",
    "::: {.lak}",
    "'",
    "\"",
    "http://x.nl",
    "<http://x.nl>",
    "a@b.nl",
    "<a@b.nl>",
    "€",
    "😀",
    "\u{a0}",
    "\u{301}",
    "Ⓐ",
    "\0",
    "\u{b}",
    "\u{c}",
    "\u{85}",
    "\u{2028}",
    "\u{feff}",
    "/",
    ".",
    ",",
    "%",
    "@",
    "$",
    "?",
];

/// What only texts of whole files have.
const LINE_TOKENS: &[&str] = &[
    "\n",
    "\n",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\\\n",
    "  \n",
    "\n\n## Aanleiding\n\n",
    "\n## 4. Toelichting\n",
    "\n### 4.1 Politieke context\n",
    "\n# Kop\n",
    "\n## Iets anders\n",
    "\n- ",
    "\n  - ",
    "\n1. ",
    "\n> ",
    "\n    ",
    "\n| a | b |\n| --- | :-: |\n| c | d |\n",
    "\n|",
    "\n[^1]: ",
    "\n[^1]: noot\n",
    "\n[^2]: noot\n\n    meer\n",
    "\n[x]: http://y.nl\n",
    "\n---\n",
    "---\n",
    "\n...\n",
    "\n===\n",
    "\n::: {.lak grond=\"5.2\"}\n",
    "\n:::\n",
    "\n```\n",
    "onderwerp: ",
    "\naan:\n  - ",
    "\ndatum: 2024-03-15\n",
    "\nversie: 1\n",
    "\n# opmerking\n",
    "sjabloon: jenv/beslisnota\n",
    "\u{feff}",
    "{",
    "[a, b]",
    "&a",
    "*a",
    "!!str ",
    "<<: ",
];

/// Any text at all, mostly of the signs that mean something.
pub fn texts() -> impl Strategy<Value = String> {
    let token = prop_oneof![
        6 => select(TOKENS).prop_map(str::to_owned),
        4 => select(LINE_TOKENS).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    let start = select(&["", "", "\u{feff}", "---\nonderwerp: x\n---\n", "---\n"][..]);
    (start, vec(token, 0..60)).prop_map(|(start, tokens)| format!("{start}{}", tokens.concat()))
}

/// Notas in their normal form, of the template `jenv/beslisnota`.
pub fn notas() -> impl Strategy<Value = Nota> {
    let style = (any::<bool>(), any::<bool>(), any::<bool>());
    (front(), body(), sections(), style).prop_map(|(front, preamble, sections, style)| {
        let (bom, crlf, unfinished) = style;
        let newline = if crlf { Newline::CrLf } else { Newline::Lf };
        crate::normalize(&Nota {
            front,
            preamble,
            sections,
            style: FileStyle {
                bom,
                newline,
                unfinished,
            },
        })
    })
}

fn words(most: usize) -> impl Strategy<Value = String> {
    vec(select(TOKENS), 1..most).prop_map(|tokens| tokens.concat())
}

/// Running text with all marks.
pub fn inlines() -> impl Strategy<Value = Vec<Inline>> {
    let run = prop_oneof![
        8 => words(5).prop_map(|text| Run::Text { text }),
        1 => select(&["1", "2", "noot a"][..]).prop_map(|label| Run::Note { label: label.into() }),
        1 => Just(Run::Break),
    ];
    let href = select(
        &[
            "http://x.nl",
            "a b",
            "",
            "mailto:a@b.nl",
            "x(y)&amp;|",
            "\\<>`\u{a0}",
        ][..],
    );
    let marks = (
        proptest::option::weighted(0.2, select(&["", "5.1.2e", "5.2"][..])),
        proptest::option::weighted(0.1, select(&["en", "fy-NL"][..])),
        proptest::option::weighted(0.15, href),
        proptest::bool::weighted(0.3),
        proptest::bool::weighted(0.3),
    );
    vec((run, marks), 0..6).prop_map(|runs| {
        let runs = runs
            .into_iter()
            .map(|(run, (grond, taal, href, sterk, nadruk))| {
                let mut inline = Inline::new(run);
                inline.marks.extend(grond.map(|grond| Mark::Lak {
                    grond: grond.into(),
                }));
                inline
                    .marks
                    .extend(taal.map(|code| Mark::Taal { code: code.into() }));
                inline
                    .marks
                    .extend(href.map(|href| Mark::Link { href: href.into() }));
                inline.marks.extend(sterk.then_some(Mark::Sterk));
                inline.marks.extend(nadruk.then_some(Mark::Nadruk));
                inline
            });
        runs.collect()
    })
}

/// Blocks of every kind, some levels deep.
pub fn blocks() -> impl Strategy<Value = Vec<Block>> {
    let leaf = prop_oneof![
        6 => inlines().prop_map(|inlines| BlockKind::Paragraph { inlines }),
        1 => (3_u8..7, inlines()).prop_map(|(level, inlines)| BlockKind::Heading { level, inlines }),
        1 => table(),
    ];
    let block = leaf.prop_map(Block::new).prop_recursive(4, 24, 4, |inner| {
        let blocks = vec(inner, 0..4);
        prop_oneof![
            3 => (any::<bool>(), 0_u64..12, vec(blocks.clone(), 0..4)).prop_map(list),
            1 => blocks.clone().prop_map(|blocks| BlockKind::Quote { blocks }),
            1 => (select(&["", "5.1.2e"][..]), blocks)
                .prop_map(|(grond, blocks)| BlockKind::Lak { grond: grond.into(), blocks }),
        ]
        .prop_map(Block::new)
    });
    vec(block, 0..5)
}

fn list((ordered, start, items): (bool, u64, Vec<Vec<Block>>)) -> BlockKind {
    BlockKind::List {
        ordered,
        start,
        items: items.into_iter().map(|blocks| Item { blocks }).collect(),
    }
}

fn table() -> impl Strategy<Value = BlockKind> {
    let cell = inlines().prop_map(|inlines| Cell { inlines }).boxed();
    let align = select(&[Align::None, Align::Left, Align::Center, Align::Right][..]);
    let head = vec((align, cell.clone()), 0..4);
    (head, vec(vec(cell, 0..5), 0..3)).prop_map(|(head, rows)| {
        let (align, head) = head.into_iter().unzip();
        BlockKind::Table(Table { align, head, rows })
    })
}

fn body() -> impl Strategy<Value = Body> {
    let note =
        (select(&["1", "2", "noot a", "1"][..]), blocks()).prop_map(|(label, blocks)| Note {
            label: label.into(),
            blocks,
            source: nota_model::NoteSource::Edited,
            origin: nota_model::Origin::none(),
        });
    (blocks(), vec(note, 0..2)).prop_map(|(blocks, notes)| Body {
        blocks,
        notes,
        source: None,
    })
}

/// Sections of the template, some with parts, and some that it does not know.
fn sections() -> impl Strategy<Value = Vec<Section>> {
    let number = proptest::option::of(select(&["1.", "4.1", "12"][..]));
    let pick = (any::<proptest::sample::Index>(), number, body(), words(3));
    vec(pick, 0..5).prop_map(|picks| {
        let template = Registry::builtin().fallback();
        let mut parent: Option<String> = None;
        let mut out = Vec::new();
        for (index, number, body, title) in picks {
            let known = template
                .secties
                .iter()
                .filter(|spec| spec.onderdeel_van.is_none() || spec.onderdeel_van == parent);
            let known: Vec<_> = known.collect();
            let spec = known.get(index.index(known.len() + 1));
            if spec.is_none_or(|spec| spec.onderdeel_van.is_none()) {
                parent = spec.map(|spec| spec.sleutel.clone());
            }
            out.push(Section {
                key: spec.map(|spec| spec.sleutel.clone()),
                title: spec.map_or(format!("x{title}"), |spec| spec.titel.clone()),
                number: number.map(str::to_owned),
                level: spec.map_or(2, |spec| template.level(spec)),
                body,
                heading: nota_model::Origin::none(),
            });
        }
        out
    })
}

fn front() -> impl Strategy<Value = Front> {
    let scalar = prop_oneof![
        Just(Value::Empty),
        select(
            &[
                "",
                "NO",
                "~",
                "null",
                "2024-03-15",
                "5254387",
                "a: b",
                "- a",
                "#x",
                "'",
                "\"",
                "a\nb",
                "a\n\n b",
                " a",
                "a ",
                "[x",
                "1e3",
                "0x1f",
                "true",
                "---",
                "a #b",
                "|",
                "\t",
                "é\u{85}",
            ][..]
        )
        .prop_map(Value::text),
        words(4).prop_map(Value::text),
    ];
    let key = prop_oneof![
        4 => select(&["onderwerp", "aan", "datum", "parafen", "functie", "kopie-aan"][..])
            .prop_map(str::to_owned),
        1 => words(3),
    ];
    let keys = key.clone();
    let value = scalar.prop_recursive(3, 12, 3, move |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::List),
            vec((keys.clone(), inner), 0..3).prop_map(Value::Record),
        ]
    });
    vec((key, value), 0..5).prop_map(|fields| Front {
        fields: fields
            .into_iter()
            .map(|(key, value)| Field {
                key,
                value,
                ..Field::default()
            })
            .collect(),
        ..Front::default()
    })
}
