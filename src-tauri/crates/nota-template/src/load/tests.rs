//! What an author reads when something in `template.toml` is not right: the
//! file beside the sentences.

use std::sync::Arc;

use expect_test::{Expect, expect};

use super::*;
use crate::Registry;
use crate::measures::MATEN;

/// A template in which nothing is wrong, to put a fault behind.
const SOUND: &str = r#"
naam = "Nota"
ministerie = "Proef"
[[veld]]
sleutel = "onderwerp"
naam = "Onderwerp"
rol = "titel"
[[sectie]]
sleutel = "toelichting"
titel = "Toelichting"
nummer = "4"
"#;

pub(super) fn load_text(text: &str) -> (Template, Vec<TemplateFault>) {
    load("proef/nota", &[(TEMPLATE_FILE.to_owned(), Arc::from(text))])
}

/// Loads the sound template with these lines after it; the lines of the
/// faults count from there.
pub(super) fn check(added: &str, expected: Expect) {
    let (_, faults) = load_text(&format!("{SOUND}{added}"));
    let above = SOUND.lines().count();
    let told: String = faults
        .iter()
        .map(|fault| {
            let line = fault.line.saturating_sub(above);
            format!("{line}:{} {}\n", fault.column, fault.message)
        })
        .collect();
    expected.assert_eq(&told);
}

#[test]
fn a_sound_template_has_no_faults() {
    check("", expect![[""]]);
}

#[test]
fn an_unknown_key_is_named_with_the_keys_that_exist() {
    check(
        "verplciht = true\n[adres]\nstraat = 'x'\n",
        expect![[r#"
            1:1 De sleutel ‘verplciht’ bestaat niet bij [[sectie]]. Kies uit: sleutel, titel, rol, nummer, onderdeel-van, verplicht, synoniemen, hulp, hint, in-nieuwe-nota, max-tekens, blokken, alleen-intern.
            3:1 De sleutel ‘straat’ bestaat niet bij [adres]. Kies uit: regels, web.
        "#]],
    );
}

#[test]
fn slips_in_the_writing_are_told_alone() {
    check(
        "[[veld]]\nsleutel = \"a\nnaam = 3\n",
        expect![[r#"
        2:13 Hier klopt de schrijfwijze van TOML niet. Kijk of alle aanhalingstekens en haken gesloten zijn, en of er ‘sleutel = waarde’ staat.
    "#]],
    );
    check(
        "titel = \"Nog een\"\n",
        expect![[r#"
        1:1 Deze sleutel staat hier al eerder. Haal er een weg.
    "#]],
    );
    check(
        "hulp = \"\"\"\nzonder eind\n",
        expect![[r#"
        3:1 Hier klopt de schrijfwijze van TOML niet. Kijk of alle aanhalingstekens en haken gesloten zijn, en of er ‘sleutel = waarde’ staat.
    "#]],
    );
}

#[test]
fn values_of_the_wrong_kind() {
    check(
        "verplicht = \"ja\"\nhulp = 3\nsynoniemen = \"Kern\"\nmax-tekens = 0\nblokken = [\"alinea\", \"plaatje\", 4]\n",
        expect![[r#"
            1:13 ‘verplicht’ moet true of false zijn, zonder aanhalingstekens.
            2:8 ‘hulp’ moet een tekst tussen aanhalingstekens zijn.
            3:14 ‘synoniemen’ moet een lijst van teksten zijn, zoals ["een", "twee"].
            4:14 ‘max-tekens’ moet een heel getal van 1 of meer zijn.
            5:22 Het blok ‘plaatje’ bestaat niet. Kies uit: alinea, tussenkop, opsomming, tabel, citaat.
            5:33 ‘blokken’ moet een lijst van teksten zijn, zoals ["een", "twee"].
        "#]],
    );
    check(
        "[adres]\nregels = 4\n[kolom]\neerste = [\"@adres\"]\n",
        expect![[r#"
            2:10 ‘regels’ moet een lijst van teksten zijn, zoals ["een", "twee"].
            4:11 ‘@adres’ staat in de kolom, maar onder [adres] staat geen adres.
        "#]],
    );
    check(
        "[[veld]]\n",
        expect![[r#"
            1:1 ‘sleutel’ ontbreekt bij [[veld]].
        "#]],
    );
    check(
        "[[veld]]\nsleutel = \"\"\n[[veld]]\nsleutel = \"Datum !\"\nnaam = \"D\"\n",
        expect![[r#"
            2:11 ‘sleutel’ is leeg. Vul een tekst in.
            4:11 De sleutel ‘Datum !’ kan niet. Gebruik kleine letters, cijfers en streepjes, en begin met een letter.
        "#]],
    );
}

#[test]
fn fields_that_quarrel() {
    check(
        "[[veld]]\nsleutel = \"onderwerp\"\nnaam = \"Weer\"\n[[veld]]\nsleutel = \"versie\"\nnaam = \"Versie\"\n",
        expect![[r#"
            2:11 Er is al een veld ‘onderwerp’. Kies een andere sleutel.
            5:11 ‘versie’ heeft elke nota al, en kan geen veld van een sjabloon zijn.
        "#]],
    );
}

#[test]
fn kinds_and_what_belongs_to_them() {
    let field = "[[veld]]\nsleutel = \"x\"\nnaam = \"X\"\n";
    check(
        &format!("{field}soort = \"getal\"\n"),
        expect![[r#"
        4:9 De soort ‘getal’ bestaat niet. Kies uit: tekst, datum, keuze, lijst, adressaten, parafen, bijlagen.
    "#]],
    );
    check(
        &format!("{field}soort = \"keuze\"\n"),
        expect![[r#"
        4:9 Bij soort = "keuze" hoort een lijst ‘keuzes’.
    "#]],
    );
    check(
        &format!("{field}keuzes = [\"a\"]\nrijen = [\"b\"]\n"),
        expect![[r#"
            4:10 ‘keuzes’ hoort alleen bij soort = "keuze".
            5:9 ‘rijen’ hoort alleen bij soort = "parafen".
        "#]],
    );
    check(
        &format!("{field}soort = \"keuze\"\nkeuzes = [\"a\"]\nstandaard = \"b\"\n"),
        expect![[r#"
            6:13 ‘standaard’ is geen van de keuzes.
        "#]],
    );
    check(
        &format!("{field}soort = \"datum\"\nstandaard = \"morgen\"\n"),
        expect![[r#"
            5:13 Bij een datum kan ‘standaard’ alleen "vandaag" zijn.
        "#]],
    );
    check(
        &format!("{field}soort = \"parafen\"\nstandaard = \"SG\"\n"),
        expect![[r#"
            5:13 Dit soort veld kan geen ‘standaard’ hebben.
        "#]],
    );
    check(
        &format!("{field}lak = \"5.1.2z\"\n"),
        expect![[r#"
        4:7 De Woo kent geen grond ‘5.1.2z’. Schrijf bijvoorbeeld "5.1.2e".
    "#]],
    );
}

#[test]
fn patterns() {
    let field = "[[veld]]\nsleutel = \"x\"\nnaam = \"X\"\n";
    check(
        &format!("{field}patroon = '['\npatroon-uitleg = \"u\"\n"),
        expect![[r#"
            4:11 Dit patroon is niet te lezen of te groot. Schrijf het tussen enkele aanhalingstekens, zoals '[0-9]{7}'.
        "#]],
    );
    check(
        &format!("{field}patroon = 'a)|(b'\npatroon-uitleg = \"u\"\n"),
        expect![[r#"
            4:11 Dit patroon is niet te lezen of te groot. Schrijf het tussen enkele aanhalingstekens, zoals '[0-9]{7}'.
        "#]],
    );
    check(
        &format!("{field}patroon = '(\\w{{99}}){{99}}'\npatroon-uitleg = \"u\"\n"),
        expect![[r#"
            4:11 Dit patroon is niet te lezen of te groot. Schrijf het tussen enkele aanhalingstekens, zoals '[0-9]{7}'.
        "#]],
    );
    check(
        &format!("{field}patroon = '[0-9]'\n"),
        expect![[r#"
        4:11 Zeg met ‘patroon-uitleg’ in gewone woorden wat er verwacht wordt, zoals "zeven cijfers".
    "#]],
    );
    check(
        &format!("{field}patroon-uitleg = \"u\"\n"),
        expect![[r#"
        4:18 ‘patroon-uitleg’ staat er zonder ‘patroon’.
    "#]],
    );
    check(
        &format!("{field}patroon = '[0-9]'\npatroon-uitleg = \"u\"\nstandaard = \"12\"\n"),
        expect![[r#"
            6:13 ‘standaard’ past niet bij het eigen ‘patroon’.
        "#]],
    );
}

#[test]
fn a_template_has_bounds() {
    let (_, faults) = load_text(&"#".repeat(MAX_BYTES + 1));
    let told: Vec<_> = faults.iter().map(|fault| fault.message.as_str()).collect();
    expect!["Dit bestand is groter dan 200 kB. Maak het kleiner: een sjabloon is een lijst van velden en secties."].assert_eq(&told.join("\n"));
    let fields: String = (0..100)
        .map(|n| format!("[[veld]]\nsleutel = \"x{n}\"\nnaam = \"X\"\n"))
        .collect();
    check(
        &fields,
        expect![[r#"
        298:1 Een sjabloon heeft ten hoogste 100 keer [[veld]].
    "#]],
    );
    let pattern = "x".repeat(201);
    let field = "[[veld]]\nsleutel = \"x\"\nnaam = \"X\"\n";
    check(
        &format!("{field}patroon = '{pattern}'\npatroon-uitleg = \"u\"\n"),
        expect![[r#"
            4:11 Dit patroon is niet te lezen of te groot. Schrijf het tussen enkele aanhalingstekens, zoals '[0-9]{7}'.
        "#]],
    );
}

#[test]
fn the_column_names_what_there_is() {
    check(
        "[kolom]\neerste = [\"onderwerp!\", \"@adres\", \"datum\", \"@lijn\"]\nvolgende = [\"onderwerp.\", \"@ruimte\"]\n",
        expect![[r#"
            2:25 ‘@adres’ staat in de kolom, maar onder [adres] staat geen adres.
            2:35 De kolom noemt ‘datum’, maar dat veld is er niet. Noem een veld van dit sjabloon, ‘@adres’ of ‘@ruimte’.
            2:44 De kolom noemt ‘@lijn’, maar dat veld is er niet. Noem een veld van dit sjabloon, ‘@adres’ of ‘@ruimte’.
        "#]],
    );
}

#[test]
fn rules_have_a_code_and_a_severity() {
    check(
        "[regels]\nN204 = \"uit\"\nN306 = \"tip\"\nN101 = \"erg\"\nN1 = \"fout\"\nN302 = true\n",
        expect![[r#"
            4:8 De ernst van N101 moet "fout", "let-op", "tip" of "uit" zijn.
            5:1 ‘N1’ is geen code van een regel. Een code is een N met drie cijfers, zoals N204.
            6:8 De ernst van N302 moet "fout", "let-op", "tip" of "uit" zijn.
        "#]],
    );
    check(
        "[kolom]\n[adres]\n[[regels]]\n",
        expect![[r#"
        3:1 ‘regels’ moet een tabel zijn: schrijf [regels] erboven.
    "#]],
    );
}

#[test]
fn an_empty_file_says_what_a_template_needs() {
    let (template, faults) = load_text("");
    assert_eq!(template.naam, "proef/nota");
    let told: Vec<_> = faults.iter().map(|fault| fault.message.as_str()).collect();
    expect![[r#"
        ‘naam’ ontbreekt boven de eerste tabel.
        ‘ministerie’ ontbreekt boven de eerste tabel. Vul het in. Of geef een verplicht veld de rol ‘ministerie’: dan vult de schrijver het in.
        Geen veld heeft de rol ‘titel’. Elk sjabloon heeft er een nodig. Zet bij dat veld: rol = "titel".
        Dit sjabloon heeft geen secties. Voeg er ten minste een toe met [[sectie]]."#]].assert_eq(&told.join("\n"));
}

#[test]
fn a_template_without_a_ministry_asks_for_it() {
    let without = SOUND.replace("ministerie = \"Proef\"\n", "");
    assert_ne!(without, SOUND);
    assert_eq!(load_text(&without).1.len(), 1);
    let field = "[[veld]]\nsleutel = \"ministerie\"\nnaam = \"Ministerie\"\nrol = \"ministerie\"\nvoorbeeld = \"Financiën\"\n";
    let asks = |extra: &str| load_text(&format!("{without}{field}{extra}")).1.len();
    assert_eq!(asks(""), 1, "a drafter may leave it empty");
    assert_eq!(asks("verplicht = true\n"), 0);
}

#[test]
fn what_is_faulty_is_left_out_and_the_rest_is_there() {
    let (template, _) = load_text(&format!(
        "{SOUND}onbekend = 1\n[[sectie]]\ntitel = 'zonder sleutel'\n[regels]\nN306 = \"tip\"\n"
    ));
    assert_eq!(template.secties.len(), 1);
    let own = template
        .velden
        .iter()
        .filter(|own| own.rol == Some(FieldRole::Titel));
    assert_eq!(own.count(), 1);
    let rule = template.regels.get(&Code(306));
    assert_eq!(rule, Some(&SeverityRule::Is(Severity::Tip)));
}

#[test]
fn a_pattern_matches_the_whole_value() {
    let jenv = Registry::builtin().fallback();
    let kenmerk = jenv.veld("kenmerk").and_then(|veld| veld.patroon.clone());
    let kenmerk = kenmerk.expect("there is a pattern").regex;
    for corpus in ["5254387", "5820286", "5805032", "6020836"] {
        assert!(kenmerk.is_match(corpus), "{corpus}");
    }
    for wrong in ["525438", "52543870", "5254387\n", "kenmerk 5254387"] {
        assert!(!kenmerk.is_match(wrong), "{wrong}");
    }
    let ienw = Registry::builtin()
        .find("ienw/beslisnota")
        .expect("built in");
    let kenmerk = ienw.veld("kenmerk").and_then(|veld| veld.patroon.clone());
    let kenmerk = kenmerk.expect("there is a pattern").regex;
    for corpus in [
        "IENW/BSK-2022/248639",
        "2024-0000182791",
        "DGED / 44314491",
        "BS2024021319",
    ] {
        assert!(kenmerk.is_match(corpus), "{corpus}");
    }
}

#[test]
fn every_key_is_explained_to_the_author() {
    let page = include_str!("../../../../../docs/sjabloon-schrijven.md");
    for group in [TOP, VELD, SECTIE, KOLOM, ADRES, OPMAAK, ZIN, MATEN] {
        let heading = match group.name {
            "" => "### Aan het begin van het bestand\n".to_owned(),
            table => format!("### `{table}`"),
        };
        let from = page.find(&heading).expect(group.name);
        let part = page[from + 3..].split("\n### ").next().expect("a part");
        let explained: Vec<_> = part
            .lines()
            .skip_while(|line| !line.starts_with("| sleutel"))
            .skip(2)
            .take_while(|line| line.starts_with('|'))
            .filter_map(|line| line.split('`').nth(1))
            .collect();
        assert_eq!(explained, group.keys, "{}", group.name);
    }
}

#[test]
fn the_template_on_the_page_for_authors_has_no_faults() {
    let page = include_str!("../../../../../docs/sjabloon-schrijven.md");
    let from = page.find("```toml\n").expect("an example") + "```toml\n".len();
    let text = page[from..].split("```").next().expect("an example");
    let (_, faults) = load_text(text);
    assert_eq!(faults, []);
}
