//! The front matter: what is read, what is refused and what is kept.

use nota_model::{Change, Nota, Value};
use nota_template::Registry;

use crate::{parse, print};

fn read(text: &str) -> Nota {
    parse(text, Registry::builtin()).nota
}

fn value(text: &str) -> Value {
    let nota = read(&format!("---\nveld: {text}\n---\n"));
    nota.field("veld").cloned().expect("the field is read")
}

fn set(text: &str, path: &str, value: &str) -> String {
    let change = Change::SetField {
        path: path.into(),
        value: Value::text(value),
    };
    print(&read(text).apply(&change).expect("applies"))
}

#[test]
fn a_scalar_is_the_text_that_stands_there() {
    for (text, expected) in [
        ("2024-03-15", "2024-03-15"),
        ("5254387", "5254387"),
        ("0123", "0123"),
        ("NO", "NO"),
        ("1e3", "1e3"),
        ("\"a: b\"", "a: b"),
        ("'it''s'", "it's"),
        ("\"\"", ""),
        ("|\n  een\n  twee", "een\ntwee\n"),
        (">-\n  een\n  twee", "een twee"),
        ("een\n  twee", "een twee"),
    ] {
        assert_eq!(value(text), Value::text(expected), "{text}");
    }
    for text in ["", "~", "null", "# opmerking"] {
        assert_eq!(value(text), Value::Empty, "{text}");
    }
    assert_eq!(value("[a, b]").texts(), ["a", "b"]);
}

#[test]
fn what_cannot_be_read_is_told_with_its_place() {
    for (text, place, reason) in [
        ("a: 1\na: 2", "3:1", "twee keer"),
        ("a: &x 1", "2:4", "anker"),
        ("a: *x", "2:4", "verwijzing"),
        ("a: !!int 1", "2:4", "YAML-type"),
        ("a: 1\n<<: {b: 1}", "3:1", "samenvoegen"),
        ("a: \"x", "2:4", "aanhalingsteken"),
        ("a: b: c", "2:5", "dubbele punt"),
        ("{a: b}", "2:1", "eigen regel"),
        ("gewone tekst", "2:1", "dubbele punt"),
        ("? a\n: b", "2:3", "begin van een eigen regel"),
        ("a:\n\tb: c", "3:2", "tab"),
    ] {
        let file = format!("---\n{text}\n---\n\n## Aanleiding\n");
        let parsed = parse(&file, Registry::builtin());
        let finding = &parsed.findings[0];
        let args: Vec<&str> = finding
            .args
            .iter()
            .map(|(_, value)| value.as_str())
            .collect();
        let [found, line, column] = args[..] else {
            panic!("three values");
        };
        assert_eq!(format!("{line}:{column}"), place, "{text}");
        assert!(found.contains(reason), "{text}: {found}");
        assert_eq!(
            parsed.nota.sections.len(),
            1,
            "the body is read all the same"
        );
        assert_eq!(print(&parsed.nota), file);
    }
}

#[test]
fn a_front_matter_without_an_end_stops_at_the_first_heading() {
    let text = "---\nonderwerp: x\n\n## Aanleiding\n\nTekst.\n";
    let parsed = parse(text, Registry::builtin());
    assert_eq!(parsed.nota.sections.len(), 1);
    assert_eq!(parsed.findings[0].code, nota_model::Code(2));
    let rule = parse("---\n\nTekst.\n", Registry::builtin());
    assert!(rule.nota.front.unreadable.is_none());
}

#[test]
fn a_changed_field_leaves_the_others_byte_for_byte() {
    let text = "---\n# kop\nonderwerp:   'Oud'  # zo\naan: [A, B]\n\n# los\ndatum: 2024-03-15\n---\nTekst\n";
    assert_eq!(
        set(text, "aan[1]", "C"),
        "---\n# kop\nonderwerp:   'Oud'  # zo\naan:\n  - A\n  - C\ndatum: 2024-03-15\n---\nTekst\n"
    );
    assert_eq!(
        set(text, "kenmerk", "5254387"),
        "---\n# kop\nonderwerp:   'Oud'  # zo\naan: [A, B]\n\n# los\ndatum: 2024-03-15\nkenmerk: \"5254387\"\n---\nTekst\n"
    );
}

#[test]
fn a_nota_without_front_matter_gets_one() {
    assert_eq!(
        set("Tekst\n", "onderwerp", "x"),
        "---\nonderwerp: x\n---\n\nTekst\n"
    );
    assert_eq!(
        set("Tekst\r\n", "onderwerp", "x"),
        "---\r\nonderwerp: x\r\n---\r\n\r\nTekst\r\n"
    );
}

#[test]
fn a_front_matter_that_cannot_be_read_stays_beside_new_fields() {
    let text = "---\na: [\nb: é\n---\nTekst\n";
    assert_eq!(
        set(text, "onderwerp", "x"),
        "---\n# a: [\n# b: é\nonderwerp: x\n---\n\nTekst\n"
    );
}

#[test]
fn a_text_stands_in_quotes_only_when_it_must() {
    for (own, expected) in [
        (
            "Beslisnota over R&D (deel 2)",
            "Beslisnota over R&D (deel 2)",
        ),
        ("2024-03-15", "2024-03-15"),
        ("5254387", "\"5254387\""),
        ("a: b", "\"a: b\""),
        ("a #b", "\"a #b\""),
        ("- a", "\"- a\""),
        ("NO", "\"NO\""),
        ("null", "\"null\""),
        ("", "\"\""),
        ("'a'", "\"'a'\""),
        ("tab\there", "\"tab\\there\""),
        ("een\ntwee", "|-\n  een\n  twee"),
    ] {
        let text = set("", "veld", own);
        assert_eq!(text, format!("---\nveld: {expected}\n---\n\n"), "{own}");
        assert_eq!(read(&text).field("veld"), Some(&Value::text(own)));
    }
}
