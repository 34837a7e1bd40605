//! What the layouts get for what a drafter can write.

use nota_model::{
    Block, BlockKind, Body, Cell, Field, Front, Inline, Item, Mark, Nota, Note, NoteSource, Origin,
    Section, Table, Value,
};
use nota_template::Registry;
use serde_json::{Value as Json, json};

use super::*;

/// The view of a nota at JenV.
fn view(nota: &Nota) -> NotaView {
    let template = Registry::builtin().fallback();
    let sheet = Sheet::new(nota, &template);
    let measures = template.layout.measures;
    NotaView::new(&sheet, measures, &Fonts::embedded(), &HouseStyle::default())
}

/// The blocks of the body as the layouts read them.
fn body(nota: &Nota) -> Vec<Json> {
    let delen = view(nota).delen;
    let blocks = delen.iter().flatten();
    blocks
        .filter(|block| !matches!(block, Blok::Merk { .. }))
        .map(|block| serde_json::to_value(block).expect("prints"))
        .collect()
}

fn in_section(blocks: Vec<Block>) -> Nota {
    let section = section("aanleiding", "Aanleiding", 2, blocks);
    Nota {
        sections: vec![section],
        ..Nota::default()
    }
}

fn section(key: &str, title: &str, level: u8, blocks: Vec<Block>) -> Section {
    Section {
        key: Some(key.to_owned()),
        title: title.to_owned(),
        level,
        body: Body {
            blocks,
            ..Body::default()
        },
        ..Section::default()
    }
}

fn heading(level: u8, text: &str) -> Block {
    Block::new(BlockKind::Heading {
        level,
        inlines: vec![Inline::text(text)],
    })
}

fn paragraph(inlines: Vec<Inline>) -> Block {
    Block::new(BlockKind::Paragraph { inlines })
}

fn note(label: &str, text: &str) -> Note {
    Note {
        label: label.to_owned(),
        blocks: vec![Block::paragraph(text)],
        source: NoteSource::Edited,
        origin: Origin::none(),
    }
}

#[test]
fn heading_levels_have_no_gaps_and_empty_headings_are_left_out() {
    let nota = in_section(vec![
        heading(6, "diep"),
        heading(5, "  "),
        heading(6, "dieper"),
        heading(3, "ondiep"),
    ]);
    let levels: Vec<(Json, Json)> = body(&nota)
        .iter()
        .map(|block| (block["niveau"].clone(), block["rang"].clone()))
        .collect();
    assert_eq!(
        levels,
        [
            (json!(2), json!("sectie")),
            (json!(3), json!("tussenkop")),
            (json!(4), json!("tussenkop")),
            (json!(3), json!("tussenkop")),
        ]
    );
}

#[test]
fn the_number_of_a_section_is_the_templates() {
    let mut nota = in_section(Vec::new());
    nota.sections[0].number = Some("7.".to_owned());
    assert_eq!(body(&nota)[0]["tekst"], json!(["1. Aanleiding"]));
}

#[test]
fn footnotes_are_numbered_as_they_are_read_and_printed_once() {
    let mut nota = in_section(vec![paragraph(vec![
        Inline::text("Een"),
        Inline::note("b"),
        Inline::text("twee"),
        Inline::note("a"),
        Inline::note("b"),
        Inline::note("weg"),
    ])]);
    nota.sections[0].body.notes = vec![note("a", "Noot a"), note("b", "Noot b")];
    let text = |text| json!([{"soort": "alinea", "tekst": [text]}]);
    assert_eq!(
        body(&nota)[1]["tekst"],
        json!([
            "Een",
            {"noot": 1, "inhoud": text("Noot b")},
            "twee",
            {"noot": 2, "inhoud": text("Noot a")},
            {"noot": 1},
            "[^weg]",
        ])
    );
}

#[test]
fn the_footnote_of_a_heading_follows_the_next_paragraph() {
    let kop = Block::new(BlockKind::Heading {
        level: 3,
        inlines: vec![Inline::text("Kop"), Inline::note("a")],
    });
    let mut nota = in_section(vec![kop, Block::paragraph("Tekst.")]);
    nota.sections[0].body.notes = vec![note("a", "Noot")];
    let blocks = body(&nota);
    assert_eq!(blocks[1]["tekst"], json!(["Kop"]));
    assert_eq!(blocks[2]["tekst"][0], json!("Tekst."));
    assert_eq!(blocks[2]["tekst"][1]["noot"], json!(1));
}

#[test]
fn footnotes_that_refer_to_one_another_come_to_an_end() {
    let mut nota = in_section(vec![paragraph(vec![Inline::note("a")])]);
    let both = |label, other| Note {
        blocks: vec![paragraph(vec![Inline::text("zie"), Inline::note(other)])],
        ..note(label, "")
    };
    nota.sections[0].body.notes = vec![both("a", "b"), both("b", "a")];
    let inner = &body(&nota)[1]["tekst"][0]["inhoud"][0]["tekst"][1];
    assert_eq!(inner["inhoud"][0]["tekst"], json!(["zie", {"noot": 1}]));
}

#[test]
fn footnotes_that_nothing_refers_to_come_last() {
    let mut nota = in_section(vec![paragraph(vec![
        Inline::text("Een"),
        Inline::note("a"),
    ])]);
    let nested = Note {
        blocks: vec![paragraph(vec![Inline::text("zie"), Inline::note("d")])],
        ..note("c", "")
    };
    nota.sections[0].body.notes = vec![
        note("a", "Noot a"),
        note("a", "Noot a, de tweede"),
        nested,
        note("d", "Noot d"),
    ];
    nota.sections
        .push(section("kernpunten", "Kernpunten", 2, Vec::new()));
    let text = |text| json!([{"soort": "alinea", "tekst": [text]}]);
    let last = body(&nota).pop().expect("a block");
    assert_eq!(
        last["tekst"],
        json!([
            {"noot": 2, "inhoud": text("Noot a, de tweede")},
            " ",
            {"noot": 3, "inhoud": [{"soort": "alinea", "tekst": [
                "zie",
                {"noot": 4, "inhoud": text("Noot d")},
            ]}]},
        ])
    );
}

#[test]
fn a_footnote_that_stands_too_deep_comes_last_with_its_number() {
    let mut nota = in_section(vec![paragraph(vec![Inline::note("0")])]);
    let deeper = |number: usize| Note {
        blocks: vec![paragraph(vec![Inline::note((number + 1).to_string())])],
        ..note(&number.to_string(), "")
    };
    nota.sections[0].body.notes = (0..6).map(deeper).collect();
    let blocks = body(&nota);
    let third = &blocks[1]["tekst"][0]["inhoud"][0]["tekst"][0]["inhoud"][0]["tekst"][0];
    assert_eq!(
        third["inhoud"][0]["tekst"],
        json!([{"noot": 4}]),
        "{blocks:?}"
    );
    assert_eq!(blocks[2]["tekst"][0]["noot"], json!(4));
}

#[test]
fn an_empty_item_keeps_its_number() {
    let item = |text: &str| Item {
        blocks: match text {
            "" => Vec::new(),
            text => vec![Block::paragraph(text)],
        },
    };
    let list = |ordered| {
        Block::new(BlockKind::List {
            ordered,
            start: 1,
            items: vec![item("een"), item(""), item("drie")],
        })
    };
    let blocks = body(&in_section(vec![list(true), list(false)]));
    let count = |block: &Json| block["items"].as_array().map(Vec::len);
    assert_eq!(count(&blocks[1]), Some(3));
    assert_eq!(count(&blocks[2]), Some(2));
}

#[test]
fn the_name_of_who_initials_stands_behind_the_function_and_is_withheld() {
    let record = |parts: &[(&str, &str)]| {
        let parts = parts.iter();
        Value::Record(
            parts
                .map(|(name, text)| ((*name).to_owned(), Value::text(*text)))
                .collect(),
        )
    };
    let nota = Nota {
        front: Front {
            fields: vec![Field {
                key: "parafen".to_owned(),
                value: Value::List(vec![
                    record(&[("functie", "DG"), ("naam", "H. Wiersma"), ("datum", "9-1")]),
                    record(&[("naam", "Alleen Naam")]),
                    Value::text("SG"),
                ]),
                ..Field::default()
            }],
            ..Front::default()
        },
        ..Nota::default()
    };
    let name = |text| json!({"lak": "5.1.2e", "runs": [text]});
    let front = serde_json::to_value(view(&nota).voorblad).expect("prints");
    let parafen: Vec<Json> = front["parafen"]
        .as_array()
        .expect("a table")
        .iter()
        .map(|row| row["functie"].clone())
        .collect();
    assert_eq!(
        parafen,
        [
            json!(["DG", ", ", name("H.\u{a0}Wiersma")]),
            json!([name("Alleen Naam")]),
            json!(["SG"]),
        ]
    );
}

#[test]
fn withheld_text_is_one_run_with_its_ground() {
    let lak = || Mark::Lak {
        grond: "5.1.2e".to_owned(),
    };
    let nota = in_section(vec![paragraph(vec![
        Inline::text("door "),
        Inline::text("J. ").with(lak()),
        Inline::text("Jansen").with(lak()).with(Mark::Sterk),
    ])]);
    assert_eq!(
        body(&nota)[1]["tekst"],
        json!(["door ", {"lak": "5.1.2e", "runs": ["J.\u{a0}", {"sterk": true, "runs": ["Jansen"]}]}])
    );
}

#[test]
fn what_is_empty_is_left_out() {
    let nota = in_section(vec![
        Block::paragraph(" \u{200b} "),
        Block::new(BlockKind::List {
            ordered: true,
            start: u64::MAX,
            items: vec![Item::default()],
        }),
        Block::new(BlockKind::Quote { blocks: Vec::new() }),
        Block::new(BlockKind::Table(Table::default())),
    ]);
    assert_eq!(body(&nota).len(), 1);
}

#[test]
fn what_is_internal_stands_below_the_dashed_line() {
    let template = Registry::builtin().fallback();
    let intern = template.secties.iter().find(|spec| spec.alleen_intern);
    let intern = intern.expect("JenV has an internal section");
    let nota = Nota {
        sections: vec![
            section("aanleiding", "Aanleiding", 2, Vec::new()),
            section(&intern.sleutel, &intern.titel, 3, Vec::new()),
            section("kernpunten", "Kernpunten", 2, Vec::new()),
        ],
        ..Nota::default()
    };
    let kinds: Vec<Json> = body(&nota)
        .iter()
        .map(|block| json!([block["soort"], block["intern"]]))
        .collect();
    assert_eq!(
        kinds,
        [
            json!(["kop", null]),
            json!(["knip", true]),
            json!(["kop", null]),
            json!(["knip", false]),
            json!(["kop", null]),
        ]
    );
}

#[test]
fn columns_share_the_width_and_wide_tables_are_split() {
    let row = |text: &str| -> Vec<Cell> {
        let cell = |_| Cell {
            inlines: vec![Inline::text(text)],
        };
        (0..40).map(cell).collect()
    };
    let table = Table {
        align: Vec::new(),
        head: row("kop"),
        rows: vec![row("verantwoordelijkheid")],
    };
    let nota = in_section(vec![Block::new(BlockKind::Table(table))]);
    let tables = &body(&nota)[1..];
    let counts: Vec<usize> = tables
        .iter()
        .map(|table| table["breedtes"].as_array().map_or(0, Vec::len))
        .collect();
    assert_eq!(counts, [14, 14, 14]);
    for table in tables {
        let shares = table["breedtes"].as_array().expect("there are shares");
        let sum: f64 = shares.iter().filter_map(Json::as_f64).sum();
        assert!((0.99..=1.0).contains(&sum), "{sum}");
    }
}

#[test]
fn fields_are_printed_as_people_write_them() {
    let field = |key: &str, value| Field {
        key: key.to_owned(),
        value,
        ..Field::default()
    };
    let mut nota = Nota::default();
    nota.front.fields = vec![
        field("datum", Value::text("2024-03-15")),
        field(
            "bijlagen",
            Value::List(vec![Value::text("Brief"), Value::text("Rapport")]),
        ),
        field("kenmerk", Value::text("5254387")),
        field(
            "lakken",
            Value::List(vec![Value::Record(vec![
                ("veld".to_owned(), Value::text("kenmerk")),
                ("grond".to_owned(), Value::text("5.1.2e")),
            ])]),
        ),
    ];
    let front = serde_json::to_value(view(&nota).voorblad).expect("prints");
    let column = front["kolom"].to_string();
    assert!(column.contains("15\u{a0}maart 2024"), "{column}");
    assert!(column.contains("Rapport"), "{column}");
    assert!(column.contains(r#""lak":"5.1.2e""#), "{column}");
    assert_eq!(front["titel"], json!("Beslisnota"));
    assert_eq!(front["datum"], json!({"jaar": 2024, "maand": 3, "dag": 15}));
    assert_eq!(front["parafen"][0]["opschrift"], json!("Datum/eindparaaf"));
}

#[test]
fn no_part_ends_with_a_heading() {
    let list = Block::new(BlockKind::List {
        ordered: false,
        start: 1,
        items: vec![Item {
            blocks: vec![Block::paragraph("punt")],
        }],
    });
    for before in 0..40 {
        let mut blocks = vec![Block::paragraph("tekst"); before];
        blocks.extend([heading(3, "kop"), Block::paragraph("inleiding")]);
        blocks.extend([list.clone(), Block::paragraph("tekst")]);
        let delen = view(&in_section(blocks)).delen;
        for pair in delen.windows(2) {
            let last = pair[0].last();
            assert!(!matches!(last, Some(Blok::Kop { .. })), "{before}");
        }
    }
}

#[test]
fn a_word_that_sets_the_width_of_its_column_is_not_broken() {
    let cell = |text: &str| Cell {
        inlines: vec![Inline::text(text)],
    };
    let long = "Een plan met een beknopte inhoud van elk project. ".repeat(3);
    let table = Block::new(BlockKind::Table(Table {
        head: vec![cell("Volgnummer"), cell("Naam"), cell("Informatie")],
        rows: vec![vec![cell("1"), cell("Programmaplan stoffen"), cell(&long)]],
        ..Table::default()
    }));
    let printed = body(&in_section(vec![table]));
    let kop = printed.iter().find_map(|block| block.get("kop"));
    assert_eq!(
        kop,
        Some(&json!([["Volgnummer"], ["Naam"], ["Informatie"]]))
    );
}
