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

fn lak(inlines: Vec<Inline>, start: usize, end: usize, grond: Option<&str>) -> Vec<Inline> {
    let change = Change::SetLak {
        place: Place {
            index: Some(0),
            path: vec![0],
            range: Some(TextRange { start, end }),
            ..Place::default()
        },
        grond: grond.map(str::to_owned),
    };
    let after = nota(inlines).apply(&change).expect("applies");
    assert_eq!(after.sections[0].body.source, None, "touched");
    after.sections[0].body.blocks[0]
        .inlines()
        .expect("a paragraph")
        .to_vec()
}

fn withheld(grond: &str) -> Mark {
    Mark::Lak {
        grond: grond.into(),
    }
}

#[test]
fn characters_are_withheld_with_what_stands_among_them() {
    let runs = vec![
        Inline::text("één "),
        Inline::text("twee").with(Mark::Sterk),
        Inline::note("1"),
        Inline::text(" drie"),
        Inline::note("2"),
    ];
    let marked = lak(runs.clone(), 4, 10, Some("5.1.2e"));
    assert_eq!(
        marked,
        [
            Inline::text("één "),
            Inline::text("twee")
                .with(withheld("5.1.2e"))
                .with(Mark::Sterk),
            Inline::note("1").with(withheld("5.1.2e")),
            Inline::text(" d").with(withheld("5.1.2e")),
            Inline::text("rie"),
            Inline::note("2"),
        ]
    );
    let other = lak(marked.clone(), 4, 10, Some("5.2"));
    assert_eq!(other[1].grond(), Some("5.2"));
    assert_eq!(lak(marked, 0, 13, None), runs);
}

#[test]
fn a_link_is_withheld_as_a_whole() {
    let link = |text: &str| {
        Inline::text(text).with(Mark::Link {
            href: "mailto:k.jansen@x.nl".into(),
        })
    };
    let runs = vec![
        Inline::text("Mail "),
        link("K. "),
        link("Jansen").with(Mark::Sterk),
        Inline::text(" even."),
    ];
    let marked = lak(runs, 8, 10, Some("5.1.2e"));
    let open: Vec<_> = marked.iter().map(|own| own.grond().is_none()).collect();
    assert_eq!(open, [true, false, false, true]);
}

#[test]
fn nothing_is_withheld_where_there_is_no_text() {
    let place = |path: Vec<usize>, start, end| Place {
        index: Some(0),
        path,
        range: Some(TextRange { start, end }),
        ..Place::default()
    };
    let mut block = nota(vec![Inline::text("a")]);
    let inside = std::mem::take(&mut block.sections[0].body.blocks);
    block.sections[0].body.blocks = vec![Block::new(crate::BlockKind::Lak {
        grond: "5.2".into(),
        blocks: inside,
    })];
    for (nota, place) in [
        (nota(vec![Inline::text("a")]), place(vec![0], 0, 2)),
        (nota(vec![Inline::text("a")]), place(vec![0], 1, 1)),
        (nota(vec![Inline::text("a")]), place(vec![1], 0, 1)),
        (block, place(vec![0, 0], 0, 1)),
    ] {
        let grond = Some("5.1.2e".to_owned());
        let change = Change::SetLak { place, grond };
        assert_eq!(nota.apply(&change), Err(ChangeError::NoSuchText));
    }
}

#[test]
fn a_field_is_withheld_by_the_list_in_the_front_matter() {
    let set = |nota: &Nota, field: &str, grond: Option<&str>| {
        let place = Place::field(field);
        let grond = grond.map(str::to_owned);
        nota.apply(&Change::SetLak { place, grond })
    };
    let field = |path: &str, value| Change::SetField {
        path: path.into(),
        value,
    };
    let nota = Nota::default()
        .apply(&field("aan", Value::List(vec![Value::text("A")])))
        .and_then(|nota| nota.apply(&field("directie", Value::text("B"))))
        .expect("applies");
    let both = set(&nota, "aan[0]", Some("5.1.2e"))
        .and_then(|nota| set(&nota, "directie", Some("5.1.2h")))
        .and_then(|nota| set(&nota, "aan", Some("5.2")))
        .expect("applies");
    let lakken = both.lakken();
    let shown: Vec<_> = lakken.iter().map(|own| (&*own.veld, &*own.grond)).collect();
    assert_eq!(shown, [("aan", "5.2"), ("directie", "5.1.2h")]);
    let none = set(&both, "aan", None)
        .and_then(|nota| set(&nota, "directie", None))
        .expect("applies");
    assert_eq!(none, nota);
    assert_eq!(
        set(&nota, "datum", Some("5.2")),
        Err(ChangeError::NoSuchField("datum".into()))
    );
}

#[test]
fn a_field_whose_name_has_a_full_stop_is_that_field() {
    let set = |nota: &Nota, path: &str, text: &str| {
        let change = Change::SetField {
            path: path.to_owned(),
            value: Value::text(text),
        };
        nota.apply(&change).expect("applies")
    };
    let mut nota = Nota::default();
    nota.put_field("b.v.", Value::text("a"));
    let nota = set(&nota, "b.v.", "één");
    assert_eq!(nota.field_text("b.v."), Some("één"));
    assert_eq!(nota.field("b"), None);
    assert_eq!(nota.key_of("b.v.[0].titel"), "b.v.");
    assert_eq!(nota.key_of("bijlagen[0].titel"), "bijlagen");
}

#[test]
fn what_stands_before_the_sections_can_be_moved_into_one() {
    let mut before = nota(vec![Inline::text("tekst")]);
    before.preamble.blocks = vec![Block::paragraph("vooraf")];
    let change = Change::MovePreamble {
        section: SectionRef::Key("aanleiding".into()),
    };
    let after = before.apply(&change).expect("applies");
    assert!(after.preamble.blocks.is_empty());
    let texts: Vec<String> = after.texts().into_iter().map(|site| site.text).collect();
    assert_eq!(texts, ["Aanleiding", "vooraf", "tekst"]);
    assert_eq!(
        after.sections[0].body.source, None,
        "the section is touched"
    );
}
