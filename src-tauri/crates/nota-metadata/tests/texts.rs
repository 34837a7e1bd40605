//! The metadata of notas, as texts. `UPDATE_EXPECT=1` writes them anew.

use chrono::{NaiveDate, NaiveDateTime};
use expect_test::expect_file;
use nota_markdown::parse;
use nota_metadata::{
    Bestand, Bestandsformaat, Gegevens, Metagegevens, Ontbreekt, Versie, Waardering, WooCategorie,
    bestand, diwoo, informatieobject, ontbrekend, vaste_teksten,
};
use nota_template::Registry;

const NOTA: &str = "---
sjabloon: jenv/beslisnota
onderwerp: Beslisnota bij „geld” & <meer>
aan:
  - Minister van Justitie en Veiligheid
datum: 2024-03-15
kenmerk: \"5254387\"
opgesteld-door:
  - K. Zwartjes
---
## 3. Kernpunten

Het gaat om [€ 4,2 miljoen]{.lak grond=\"5.1.2b\"}.
";

fn moment() -> NaiveDateTime {
    let day = NaiveDate::from_ymd_opt(2024, 3, 16).expect("a day");
    day.and_hms_opt(9, 5, 7).expect("a time")
}

fn document() -> Bestand<'static> {
    Bestand {
        naam: "brief.pdf",
        omvang: 57_727,
        sha256: "86f16c3359c2e59538a3df178a9530dd6278faec82e66d605b3bc2a64ac390fc",
        formaat: Bestandsformaat {
            naam: "Acrobat PDF/A - Portable Document Format 2a",
            pronom: "fmt/476",
            filetype: Some("PDF"),
        },
        gemaakt: moment(),
    }
}

fn gegevens(text: &str, keuze: &Metagegevens) -> Result<Gegevens, Vec<Ontbreekt>> {
    let parsed = parse(text, Registry::builtin());
    Gegevens::of(&parsed.nota, &parsed.template, keuze, Versie::Intern)
}

#[test]
fn a_nota_becomes_metadata_for_archive_and_publication() {
    let keuze = Metagegevens::default();
    let own = gegevens(NOTA, &keuze).expect("is whole");
    expect_file!["verwacht/nota.mdto.xml"].assert_eq(&informatieobject(&own, &keuze, &document()));
    expect_file!["verwacht/nota.bestand.mdto.xml"].assert_eq(&bestand(&own, &keuze, &document()));
    expect_file!["verwacht/nota.diwoo.xml"].assert_eq(&diwoo(&own, &keuze, &document()));
}

#[test]
fn an_organisation_chooses_how_long_it_is_kept_and_where_it_belongs() {
    let keuze = Metagegevens {
        bron: "Digijust".to_owned(),
        waardering: Waardering::Vernietigen,
        bewaartermijn: 10,
        selectielijst: "Selectielijst Justitie en Veiligheid".to_owned(),
        categorie: "3.1".to_owned(),
        woo_categorie: WooCategorie::Advies,
    };
    let text = NOTA.replace("opgesteld-door", "rubricering: Stg. GEHEIM\nauteurs");
    let own = gegevens(&text, &keuze).expect("is whole");
    expect_file!["verwacht/keuzes.mdto.xml"].assert_eq(&informatieobject(
        &own,
        &keuze,
        &document(),
    ));
    let published = diwoo(&own, &keuze, &document());
    assert!(published.contains("c_99a836c7"), "{published}");
}

#[test]
fn no_person_is_named_in_any_of_it() {
    let keuze = Metagegevens::default();
    let own = gegevens(NOTA, &keuze).expect("is whole");
    for text in [
        informatieobject(&own, &keuze, &document()),
        bestand(&own, &keuze, &document()),
        diwoo(&own, &keuze, &document()),
    ] {
        assert!(!text.contains("Zwartjes"), "{text}");
    }
}

#[test]
fn what_is_missing_is_named_by_its_field() {
    let keuze = Metagegevens {
        waardering: Waardering::Vernietigen,
        ..Metagegevens::default()
    };
    let names = |text: &str| -> Vec<String> {
        let missing = gegevens(text, &keuze).expect_err("is not whole");
        missing.iter().map(Ontbreekt::naam).collect()
    };
    let years = "de bewaartermijn (bij Instellingen)";
    assert_eq!(names(NOTA), [years]);
    let less = NOTA
        .replace("kenmerk: \"5254387\"", "kenmerk:")
        .replace("2024-03-15", "15 maart 2024");
    assert_eq!(
        names(&less),
        ["het veld Ons kenmerk", "het veld Datum", years]
    );
    assert_eq!(names("").len(), 4);
}

#[test]
fn a_public_nota_gives_no_more_than_its_public_fields() {
    let keuze = Metagegevens::default();
    let text = NOTA.replace("5254387", "[niet openbaar: art. 5.1, lid 2, onder b, Woo]");
    let parsed = parse(&text, Registry::builtin());
    let (nota, template) = (&parsed.nota, &parsed.template);
    let own = Gegevens::of(nota, template, &keuze, Versie::Openbaar).expect("is whole");
    assert_eq!(own.kenmerk, None);
    let text = informatieobject(&own, &keuze, &document());
    assert!(text.contains("<identificatieBron>Bestandsnaam<"), "{text}");
    assert!(text.contains("Dit is de openbare versie."), "{text}");
    assert!(ontbrekend(nota, template, &keuze).is_empty());
}

#[test]
fn what_xml_cannot_hold_is_left_out() {
    let keuze = Metagegevens::default();
    let text = NOTA.replace("„geld”", "\"a\\u0007b\\uFFFFc\"");
    let text = text.replace(
        "onderwerp: Beslisnota bij \"a\\u0007b\\uFFFFc\" & <meer>",
        "onderwerp: \"a\\u0007b\\uFFFFc ]]> \\U0001F600\"",
    );
    let own = gegevens(&text, &keuze).expect("is whole");
    let made = informatieobject(&own, &keuze, &document());
    assert!(made.contains("<naam>abc ]]&gt; 😀</naam>"), "{made}");
}

#[test]
fn the_fixed_texts_are_those_of_every_nota() {
    let keuze = Metagegevens::default();
    let fixed = vaste_teksten(&keuze, &document());
    for word in ["informatieobject", "Archiefstuk", "beslisnota", "brief.pdf"] {
        assert!(fixed.iter().any(|own| own == word), "{word}");
    }
    assert!(!fixed.iter().any(|own| own.contains("5254387")));
}

/// The lines of a file that are about the decision or the letter.
fn lines_about(file: &str, words: &[&str]) -> String {
    let about = file
        .lines()
        .filter(|line| words.iter().any(|own| line.contains(own)));
    about.map(|line| line.trim().to_owned() + "\n").collect()
}

#[test]
fn a_decision_is_an_event_and_the_letter_a_relation() {
    let keuze = Metagegevens::default();
    let with = |fields: &str| {
        let text = NOTA.replace("---\n## 3", &format!("{fields}---\n## 3"));
        let own = gegevens(&text, &keuze).expect("is whole");
        informatieobject(&own, &keuze, &document()) + &diwoo(&own, &keuze, &document())
    };
    let all = "beslissing: niet akkoord\nbeslissing-datum: 2024-03-20\nkamerbrief: https://open.overheid.nl/x?a=1&b=2\n";
    let words = [
        "Beslissing",
        "Resultaat",
        "2024-03-20",
        "open.overheid",
        "verwijst",
    ];
    expect_file!["verwacht/besloten.txt"].assert_eq(&lines_about(&with(all), &words));
    let number = lines_about(
        &with("kamerbrief: \"5254388\"\n"),
        &["5254388", "diwoo:role"],
    );
    expect_file!["verwacht/kamerbrief.txt"].assert_eq(&number);
    let nothing = with("");
    for fields in [
        "beslissing: akkoord\n",
        "beslissing-datum: 2024-03-20\n",
        "beslissing: \"[niet openbaar: art. 5.2, Woo]\"\nbeslissing-datum: 2024-03-20\n",
    ] {
        assert_eq!(with(fields), nothing, "{fields}");
    }
}
