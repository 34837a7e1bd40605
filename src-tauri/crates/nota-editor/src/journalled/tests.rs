//! What is written down is what was typed, and form 1 stays as it is.

use expect_test::expect;
use nota_model::{
    Align, Block, BlockKind, Cell, Change, Inline, Item, Mark, Run, SectionRef, Table, Value,
};

use super::{read, write};

fn every_kind_of_block() -> Vec<Block> {
    let text = |text: &str| vec![Inline::text(text)];
    let cell = |content: &str| Cell {
        inlines: text(content),
    };
    let inlines = vec![
        Inline::text("a")
            .with(Mark::Lak {
                grond: "5.1.2e".into(),
            })
            .with(Mark::Taal { code: "en".into() })
            .with(Mark::Link {
                href: "https://example.nl/".into(),
            })
            .with(Mark::Sterk)
            .with(Mark::Nadruk),
        Inline::note("1"),
        Inline::new(Run::Break),
    ];
    vec![
        Block::new(BlockKind::Paragraph { inlines }),
        Block::new(BlockKind::Heading {
            level: 3,
            inlines: text("kop"),
        }),
        Block::new(BlockKind::List {
            ordered: true,
            start: 4,
            items: vec![Item {
                blocks: vec![Block::paragraph("punt")],
            }],
        }),
        Block::new(BlockKind::Table(Table {
            align: vec![Align::None, Align::Left, Align::Center, Align::Right],
            head: ["a", "b", "c", "d"].map(cell).to_vec(),
            rows: vec![["1", "2", "3", "4"].map(cell).to_vec()],
        })),
        Block::new(BlockKind::Quote {
            blocks: vec![Block::paragraph("citaat")],
        }),
        Block::new(BlockKind::Lak {
            grond: "5.1.1c".into(),
            blocks: vec![Block::paragraph("geheim")],
        }),
    ]
}

fn every_plain_change() -> Vec<Change> {
    let parts = vec![
        ("z".to_owned(), Value::text("1")),
        ("a".to_owned(), Value::Empty),
    ];
    vec![
        Change::SetField {
            path: "parafen[1]".into(),
            value: Value::List(vec![Value::Record(parts), Value::text("x")]),
        },
        Change::SetBody {
            section: SectionRef::Key("aanleiding".into()),
            blocks: every_kind_of_block(),
        },
        Change::SetBody {
            section: SectionRef::Index(3),
            blocks: Vec::new(),
        },
        Change::SetNote {
            label: "bron".into(),
            blocks: vec![Block::paragraph("noot")],
        },
    ]
}

#[test]
fn what_is_written_down_is_what_was_typed() {
    for change in every_plain_change() {
        let bytes = write(&change).expect("a plain change is written down");
        assert_eq!(read(&bytes), Some(change));
    }
}

#[test]
fn form_1_stays_as_it_is() {
    let lines: Vec<String> = every_plain_change()
        .iter()
        .map(|change| String::from_utf8(write(change).expect("plain")).expect("JSON"))
        .collect();
    expect![[r#"
        {"form":1,"type":"setField","path":"parafen[1]","value":[{"z":"1","a":null},"x"]}
        {"form":1,"type":"setBody","section":"aanleiding","blocks":[{"type":"paragraph","inlines":[{"type":"text","text":"a","marks":[{"type":"lak","grond":"5.1.2e"},{"type":"taal","code":"en"},{"type":"link","href":"https://example.nl/"},{"type":"sterk"},{"type":"nadruk"}]},{"type":"note","label":"1"},{"type":"break"}]},{"type":"heading","level":3,"inlines":[{"type":"text","text":"kop"}]},{"type":"list","ordered":true,"start":4,"items":[{"blocks":[{"type":"paragraph","inlines":[{"type":"text","text":"punt"}]}]}]},{"type":"table","align":["none","left","center","right"],"head":[{"inlines":[{"type":"text","text":"a"}]},{"inlines":[{"type":"text","text":"b"}]},{"inlines":[{"type":"text","text":"c"}]},{"inlines":[{"type":"text","text":"d"}]}],"rows":[[{"inlines":[{"type":"text","text":"1"}]},{"inlines":[{"type":"text","text":"2"}]},{"inlines":[{"type":"text","text":"3"}]},{"inlines":[{"type":"text","text":"4"}]}]]},{"type":"quote","blocks":[{"type":"paragraph","inlines":[{"type":"text","text":"citaat"}]}]},{"type":"lak","grond":"5.1.1c","blocks":[{"type":"paragraph","inlines":[{"type":"text","text":"geheim"}]}]}]}
        {"form":1,"type":"setBody","section":3,"blocks":[]}
        {"form":1,"type":"setNote","label":"bron","blocks":[{"type":"paragraph","inlines":[{"type":"text","text":"noot"}]}]}"#]].assert_eq(&lines.join("\n"));
}

#[test]
fn a_change_without_a_number_is_of_form_1() {
    let change = read(br#"{"type":"setField","path":"onderwerp","value":"A"}"#);
    let expected = Change::SetField {
        path: "onderwerp".into(),
        value: Value::text("A"),
    };
    assert_eq!(change, Some(expected));
}

#[test]
fn a_form_of_a_newer_program_is_left_out() {
    let newer = br#"{"form":2,"type":"setField","path":"onderwerp","value":"A"}"#;
    assert_eq!(read(newer), None);
    assert_eq!(read(b"{"), None);
}
