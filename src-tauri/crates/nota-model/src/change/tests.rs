//! Changes, each as before, change and after.

use crate::{
    Block, Body, Change, ChangeError, Inline, Mark, Nota, Place, Section, SectionRef, TextRange,
    Value,
};

fn nota(inlines: Vec<Inline>) -> Nota {
    Nota {
        sections: vec![Section {
            key: Some("aanleiding".into()),
            title: "Aanleiding".into(),
            level: 2,
            body: Body {
                blocks: vec![Block::new(crate::BlockKind::Paragraph { inlines })],
                source: Some("## Aanleiding\n".into()),
                ..Body::default()
            },
            ..Section::default()
        }],
        ..Nota::default()
    }
}

fn replace(inlines: Vec<Inline>, start: usize, end: usize, text: &str) -> Vec<Inline> {
    let change = Change::ReplaceText {
        place: Place {
            index: Some(0),
            path: vec![0],
            range: Some(TextRange { start, end }),
            ..Place::default()
        },
        text: text.into(),
    };
    let after = nota(inlines).apply(&change).expect("applies");
    assert_eq!(
        after.sections[0].body.source, None,
        "the section is touched"
    );
    after.sections[0].body.blocks[0]
        .inlines()
        .expect("a paragraph")
        .to_vec()
}

#[test]
fn text_is_replaced_inside_a_run() {
    assert_eq!(
        replace(vec![Inline::text("één twee drie")], 4, 8, "2"),
        [Inline::text("één 2 drie")]
    );
}

#[test]
fn a_replacement_over_runs_takes_the_marks_of_the_first() {
    let runs = vec![
        Inline::text("a").with(Mark::Sterk),
        Inline::note("1"),
        Inline::text("b"),
        Inline::text("c").with(Mark::Nadruk),
    ];
    assert_eq!(
        replace(runs, 0, 2, "x"),
        [
            Inline::text("x").with(Mark::Sterk),
            Inline::text("c").with(Mark::Nadruk)
        ]
    );
}

#[test]
fn a_range_past_the_end_changes_nothing() {
    let change = Change::ReplaceText {
        place: Place {
            index: Some(0),
            path: vec![0],
            range: Some(TextRange { start: 0, end: 9 }),
            ..Place::default()
        },
        text: String::new(),
    };
    let before = nota(vec![Inline::text("kort")]);
    assert_eq!(before.apply(&change), Err(ChangeError::NoSuchText));
}

#[test]
fn a_path_leads_into_lists_and_records() {
    let set = |nota: &Nota, path: &str, value: &str| {
        nota.apply(&Change::SetField {
            path: path.into(),
            value: Value::text(value),
        })
    };
    let nota = set(&Nota::default(), "parafen[0].functie", "Minister").expect("applies");
    let nota = set(&nota, "parafen[1].functie", "SG").expect("applies");
    assert_eq!(
        nota.field("parafen").map(Value::texts),
        Some(vec!["Minister", "SG"])
    );
    let error = set(&nota, "parafen[7].functie", "SG");
    assert_eq!(
        error,
        Err(ChangeError::NoSuchField("parafen[7].functie".into()))
    );
}

#[test]
fn a_body_that_stays_the_same_keeps_its_bytes() {
    let before = nota(vec![Inline::text("a")]);
    let same = Change::SetBody {
        section: SectionRef::Key("aanleiding".into()),
        blocks: before.sections[0].body.blocks.clone(),
    };
    let after = before.apply(&same).expect("applies");
    assert!(after.sections[0].body.source.is_some());
}

#[test]
fn a_change_reads_as_one_line_of_json() {
    let json = r#"{"type":"setField","path":"onderwerp","value":"Beslisnota"}"#;
    let change: Change = serde_json::from_str(json).expect("valid");
    assert_eq!(
        change,
        Change::SetField {
            path: "onderwerp".into(),
            value: Value::text("Beslisnota")
        }
    );
}
