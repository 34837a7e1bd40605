//! What holds for a check as a whole: order, severity, bounds, and notas that
//! were never in a file.

use std::sync::Arc;

use nota_check::{MOST_PER_RULE, Surroundings, check, rules_table, testing};
use nota_markdown::{Parsed, parse};
use nota_model::{Block, Body, Code, Diagnostic, Nota, Section, Severity};
use nota_template::{Registry, SeverityRule, Template};

fn around() -> Surroundings<'static> {
    Surroundings {
        today: testing::today(),
        printable: &|_| true,
        pages: None,
        taal: None,
        metagegevens: None,
    }
}

fn diagnose(parsed: &Parsed) -> Vec<Diagnostic> {
    check(&parsed.nota, &parsed.template, &parsed.findings, &around())
}

fn read(part: &str) -> Parsed {
    parse(&testing::complete(part), Registry::builtin())
}

fn said(diagnostics: &[Diagnostic]) -> Vec<String> {
    let lines = diagnostics.iter();
    lines
        .map(|one| format!("{} {}", one.code, one.message))
        .collect()
}

const MESSY: &str = "---
kenmerk: x
datum:
---

Vooraf.

## 3. Kernpunten

De kosten zijn PM, zie KST 22343-330 en [hier](https://a.nl).

## 4. Toelichting

## 6. Anders

#### Diep

Tekst.
";

#[test]
fn diagnostics_follow_the_nota_from_top_to_bottom() {
    let parsed = read(MESSY);
    assert_eq!(
        said(&diagnose(&parsed)),
        [
            "N201 Het veld Datum is niet ingevuld.",
            "N202 Het veld Ons kenmerk klopt niet: “x” heeft niet de vaste vorm.",
            "N107 Er staat tekst vóór de eerste sectie.",
            "N301 Hier moet nog iets worden ingevuld: “PM”.",
            "N304 De verwijzing “KST 22343-330” heeft niet de vaste vorm.",
            "N602 De linktekst “hier” zegt niet waar de link heen gaat.",
            "N102 De sectie Toelichting is leeg.",
            "N103 De sectie “Anders” hoort niet bij dit sjabloon.",
            "N108 De kop “Diep” staat niet op het juiste niveau.",
        ]
    );
}

#[test]
fn a_nota_from_the_editor_has_the_same_diagnostics() {
    let parsed = read(MESSY);
    let json = serde_json::to_string(&parsed.nota).expect("prints");
    let nota: Nota = serde_json::from_str(&json).expect("reads");
    let diagnostics = check(&nota, &parsed.template, &[], &around());
    let mut with_file = said(&diagnose(&parsed));
    let mut without = said(&diagnostics);
    assert!(diagnostics.iter().all(|one| one.place.span.is_none()));
    // Fields have no order without a file.
    with_file.sort();
    without.sort();
    assert_eq!(without, with_file);
}

#[test]
fn a_template_gives_a_rule_another_severity_or_turns_it_off() {
    let parsed = read("---\nkenmerk: x\n---\n\n## 3. Kernpunten\n\nDe kosten zijn PM.\n");
    let mut template = Template::clone(&parsed.template);
    let low = SeverityRule::Is(Severity::Tip);
    template.regels.insert(Code(202), low);
    template.regels.insert(Code(301), SeverityRule::Off);
    let changed = Parsed {
        template: Arc::new(template),
        ..parsed
    };
    let diagnostics = diagnose(&changed);
    let found: Vec<_> = diagnostics
        .iter()
        .map(|one| (one.code, one.severity))
        .collect();
    assert_eq!(found, [(Code(202), Severity::Tip)]);
}

#[test]
fn a_thousand_faults_are_counted_but_not_all_shown() {
    let text = "PM en nog iets. ".repeat(1000);
    let diagnostics = diagnose(&read(&format!("## 3. Kernpunten\n\n{text}\n")));
    let spots: Vec<_> = diagnostics
        .iter()
        .filter(|one| one.code == Code(301))
        .collect();
    assert_eq!(spots.len(), MOST_PER_RULE);
    let last = spots.last().map(|one| one.message.as_str());
    assert_eq!(
        last,
        Some("Hier moet nog iets worden ingevuld: “PM”. Dit komt nog 800 keer voor.")
    );
}

#[test]
fn an_empty_nota_misses_what_is_required_and_no_more() {
    let template = Registry::builtin().fallback();
    let diagnostics = check(&Nota::default(), &template, &[], &around());
    let fields = template.velden.iter().filter(|spec| spec.verplicht).count();
    let sections = template
        .secties
        .iter()
        .filter(|spec| spec.verplicht)
        .count();
    let count = |code| diagnostics.iter().filter(|one| one.code == code).count();
    assert_eq!((count(Code(201)), count(Code(101))), (fields, sections));
    assert_eq!(diagnostics.len(), fields + sections);
}

#[test]
fn without_a_template_everything_is_unknown_and_nothing_breaks() {
    let nota = Nota {
        sections: vec![Section {
            title: "Iets".into(),
            level: 2,
            body: Body {
                blocks: vec![Block::paragraph("Tekst.")],
                ..Body::default()
            },
            ..Section::default()
        }],
        ..Nota::default()
    };
    let diagnostics = check(&nota, &Template::default(), &[], &around());
    assert_eq!(
        said(&diagnostics),
        ["N103 De sectie “Iets” hoort niet bij dit sjabloon."]
    );
}

#[test]
fn the_pages_of_a_typeset_nota_win_from_the_estimate() {
    let parsed = read("");
    let typeset = Surroundings {
        pages: Some(9),
        ..around()
    };
    let diagnostics = check(&parsed.nota, &parsed.template, &[], &typeset);
    assert_eq!(
        said(&diagnostics),
        ["N306 De nota beslaat 9 pagina’s; het sjabloon gaat uit van hooguit 4."]
    );
}

#[test]
fn the_table_of_rules_has_a_heading_for_each_group() {
    let table = rules_table();
    for group in ["bestand", "structuur", "velden", "tekst", "openbaarheid"] {
        assert!(table.contains(&format!("xx: {group}\n")), "{group}");
    }
}
