//! N505 for text that is withheld elsewhere: at every place, in every form,
//! with a choice that is kept.

use chrono::NaiveDate;
use nota_check::{Surroundings, check};
use nota_markdown::{Parsed, parse, print};
use nota_model::{Diagnostic, Nota, Place, SectionRef};
use nota_template::{Registry, Template};

const NAME: &str = "[K. Zwartjes]{.lak grond=\"5.1.2e\"}";

fn nota(front: &str, body: &str) -> Parsed {
    let text = format!(
        "---\nsjabloon: jenv/beslisnota\nversie: 1\nonderwerp: Beslisnota Kamerbrief Toezicht\n{front}---\n\n\
         ## 3. Kernpunten\n\n{body}\n\n\
         ## 5. Informatie die niet openbaar gemaakt kan worden\n\n### 5.1 Toelichting\n\nDe persoonsgegevens zijn niet openbaar.\n"
    );
    parse(&text, Registry::builtin())
}

fn of(nota: &Nota, template: &Template) -> Vec<Diagnostic> {
    let around = Surroundings {
        today: NaiveDate::default(),
        printable: &|_| true,
        pages: None,
        taal: None,
        metagegevens: None,
    };
    let all = check(nota, template, &[], &around);
    all.into_iter().filter(|own| own.code.0 == 505).collect()
}

/// The texts at which N505 stands.
fn said(front: &str, body: &str) -> Vec<String> {
    marked(&nota(front, body))
}

fn marked(parsed: &Parsed) -> Vec<String> {
    let text = print(&parsed.nota);
    let found = of(&parsed.nota, &parsed.template).into_iter();
    found
        .map(|own| {
            own.place
                .span
                .map_or(String::new(), |span| text[span.range()].to_owned())
        })
        .collect()
}

#[test]
fn every_form_of_a_withheld_text_is_said_at_its_place() {
    for (front, body, expected) in [
        ("", format!("Met {NAME}. Volgens mevrouw Zwartjes kan het."), "Zwartjes"),
        ("", "Met [Zwartjes]{.lak grond=\"5.1.2e\"}. ZWARTJES zegt.".to_owned(), "ZWARTJES"),
        ("", format!("Met {NAME}. Volgens K.\u{a0}Zwartjes kan het."), "K.\u{a0}Zwartjes"),
        ("", format!("Met {NAME}. Volgens K.Zwartjes kan het."), "K.Zwartjes"),
        ("", format!("Met {NAME}. Volgens K Zwartjes kan het."), "K Zwartjes"),
        ("", format!("Met {NAME}. Op de lijst: Zwartjes, K."), "Zwartjes, K."),
        ("", format!("Met {NAME}. Zie [profiel](https://example.nl/k-zwartjes)."), "profiel"),
        ("", format!("Met {NAME}. Zie https://example.nl/k-zwartjes."), "k-zwartjes"),
        ("", "Zie [de collega](mailto:p.pieters@minjenv.nl).".to_owned(), "de collega"),
        (
            "opgesteld-door: K. Zwartjes, beleidsmedewerker\n",
            "Volgens K. Zwartjes kan het.".to_owned(),
            "K. Zwartjes",
        ),
        (
            "opgesteld-door: K. Zwartjes, beleidsmedewerker\n",
            "Volgens Karin Zwartjes kan het.".to_owned(),
            "Zwartjes",
        ),
        ("", "Met [Bos]{.lak grond=\"5.1.2e\"}. De heer Bos zegt.".to_owned(), "Bos"),
        // Letters of other alphabets that look the same.
        ("", format!("Met {NAME}. Volgens Zwartj\u{435}s kan het."), "Zwartj\u{435}s"),
        ("", format!("Met {NAME}. Volgens \u{396}wartjes kan het."), "\u{396}wartjes"),
        // Who initials is named in the internal version only.
        (
            "parafen:\n  - functie: Directeur\n    naam: K. Zwartjes\n",
            "Volgens K. Zwartjes kan het.".to_owned(),
            "K. Zwartjes",
        ),
        ("", "Bod: [€ 2.000.000]{.lak grond=\"5.1.2b\"}. Dat is 2 mln euro.".to_owned(), "2 mln euro"),
        ("", "Zaak [5254387]{.lak grond=\"5.1.2e\"}, nummer 5254387.".to_owned(), "5254387"),
        (
            "",
            "::: {.lak grond=\"5.1.2b\"}\nHet gesprek met Vandersloot loopt vast.\n:::\n\nVandersloot wil meer.".to_owned(),
            "Vandersloot",
        ),
    ] {
        assert_eq!(said(front, &body), [expected], "{body}");
    }
}

#[test]
fn a_name_of_the_internal_part_is_said_where_it_is_open() {
    let parsed = parse(
        "---\nsjabloon: jenv/beslisnota\nversie: 1\nonderwerp: Beslisnota\n---\n\n\
         ## 3. Kernpunten\n\nVandersloot wil meer.\n\n\
         ## 5. Informatie die niet openbaar gemaakt kan worden\n\n\
         ### 5.1 Toelichting\n\nHet bod is niet openbaar.\n\n\
         ### 5.2 Informatie die niet openbaar gemaakt kan worden\n\n\
         Volgens Vandersloot is dat niets.\n",
        Registry::builtin(),
    );
    assert_eq!(marked(&parsed), ["Vandersloot"]);
}

#[test]
fn invisible_signs_do_not_hide_a_name_or_a_number() {
    let body = "Met [Sophia Hogenkamp]{.lak grond=\"5.1.2e\"}.\n\nDaarna mailde Sophia Hogen\u{ad}kamp, en SOPHIA HOGENKAMP belde.\n\nIn het verslag: Sop\u{200b}hia Hogenkamp.";
    assert_eq!(said("", body).len(), 3);
    let body = "Met [J. Hogenkamp]{.lak grond=\"5.1.2e\"}.\n\nEen: J.\u{a0}Hogenkamp.\n\nTwee: J.  Hogenkamp.\n\nDrie: J. HOGENKAMP.\n\nVier: J. Hogen\u{ad}kamp.";
    assert_eq!(said("", body).len(), 4);
    let body = "Bel \u{200e}+31 6 12345678\u{200e} of mail \u{200e}j.devries@minvoorbeeld.nl\u{200e}.\n\nContact: \u{202a}06-12345678\u{202c}.";
    assert_eq!(said("", body).len(), 3);
}

#[test]
fn what_is_no_trace_is_left_alone() {
    for body in [
        "Met [Visser]{.lak grond=\"5.1.2e\"}. De visserij groeit.",
        "Met [Bakker]{.lak grond=\"5.1.2e\"}. Een bakkerij.",
        "Aan [de minister]{.lak grond=\"5.1.2e\"}. Brief van de minister.",
        "Zie [de brief](https://example.nl/zwart).",
    ] {
        assert_eq!(said("", body), Vec::<String>::new(), "{body}");
    }
    let unit = "opgesteld-door: Directie Juridische Zaken\n";
    assert!(said(unit, "De Directie Juridische Zaken schreef.").is_empty());
}

#[test]
fn the_choice_to_leave_it_open_is_kept_and_weakens_no_mark() {
    let parsed = nota(
        "",
        &format!("Met {NAME}. Volgens mevrouw Zwartjes en ZWARTJES."),
    );
    let found = of(&parsed.nota, &parsed.template);
    let labels: Vec<&str> = found[0].fixes().map(|fix| fix.label.as_str()).collect();
    assert_eq!(
        labels,
        [
            "Deze tekst niet openbaar maken (grond 5.1.2e)",
            "Overal niet openbaar maken (2 plekken, grond 5.1.2e)",
            "Dit mag openbaar zijn",
        ]
    );
    let meant = found[0].fixes().last().expect("there is one");
    let after = parsed.nota.apply(&meant.change).expect("applies");
    let text = print(&after);
    assert!(text.contains("mag-openbaar:\n  - Zwartjes\n"), "{text}");
    assert!(text.contains(NAME), "{text}");
    let again = parse(&text, Registry::builtin());
    assert!(of(&again.nota, &again.template).is_empty());
    // A second choice comes after the first.
    let other = again
        .nota
        .apply(&nota_model::Change::ReplaceText {
            place: Place {
                path: vec![0],
                range: Some(nota_model::TextRange { start: 0, end: 3 }),
                index: again
                    .nota
                    .sections
                    .iter()
                    .position(|own| own.title == "Kernpunten"),
                ..Place::default()
            },
            text: "Zie K. Zwartjes en".to_owned(),
        })
        .expect("applies");
    let found = of(&other, &again.template);
    let meant = found[0].fixes().last().expect("there is one");
    let text = print(&other.apply(&meant.change).expect("applies"));
    assert!(text.contains("  - Zwartjes\n  - K. Zwartjes\n"), "{text}");
}

#[test]
fn one_click_withholds_all_places() {
    let parsed = nota(
        "",
        &format!("Met {NAME}. Volgens mevrouw Zwartjes en ZWARTJES.\n\n- K.Zwartjes"),
    );
    let found = of(&parsed.nota, &parsed.template);
    let all = found[0].fixes().nth(1).expect("there is one");
    let after = parsed.nota.apply(&all.change).expect("applies");
    assert!(of(&after, &parsed.template).is_empty(), "{}", print(&after));
    let bare = Nota::apply(
        &after,
        &nota_model::Change::RemoveSection {
            section: SectionRef::Index(1),
        },
    );
    assert!(bare.is_ok());
}

#[test]
fn a_title_has_a_choice_and_no_mark() {
    let parsed = nota(
        "",
        &format!("Met {NAME}.\n\n## Het plan Zwartjes\n\nTekst."),
    );
    let found = of(&parsed.nota, &parsed.template);
    let labels: Vec<&str> = found[0].fixes().map(|fix| fix.label.as_str()).collect();
    assert_eq!(labels, ["Dit mag openbaar zijn"]);
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a test of how long it takes")]
fn a_large_nota_is_checked_within_bounds() {
    let mut body = String::new();
    for number in 0..3_000 {
        body += &format!(
            "[Naam{number} Zwartjes]{{.lak grond=\"5.1.2e\"}} en Zwartjes, Naam{number} zegt dat wel weer. "
        );
    }
    body += &format!(
        "\n\n::: {{.lak grond=\"5.2\"}}\n{}\n:::",
        "Geheim woord van Pieters. ".repeat(5_000)
    );
    let parsed = nota("", &body);
    let start = std::time::Instant::now();
    let found = of(&parsed.nota, &parsed.template);
    assert_eq!(found.len(), nota_check::MOST_PER_RULE);
    // Seconds would be quadratic; a build without optimisation takes some.
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}
