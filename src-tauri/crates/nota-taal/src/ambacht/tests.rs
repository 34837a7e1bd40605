//! What is seen in one text, in sentences as notas have them.

use super::*;

fn signs(text: &str) -> Vec<(&str, Option<String>)> {
    let found = ambacht(text).signs;
    found
        .into_iter()
        .map(|own| (&text[own.range], own.better))
        .collect()
}

#[test]
fn amounts_are_put_right() {
    for (wrong, right) in [
        ("€500 is weinig", "€ 500 is weinig"),
        ("EUR 12 per dag", "€ 12 per dag"),
        ("511mln euro", "511 miljoen euro"),
        ("3.4 miljard euro", "3,4 miljard euro"),
        ("€ 12500 in 2024", "€ 12.500 in 2024"),
        ("€ 5.000,- extra", "€ 5.000 extra"),
        ("€ 3 miljoen euro", "€ 3 miljoen"),
        ("15000 woningen", "15.000 woningen"),
        (
            "Er is 3 miljoen euro, en 500 miljoen per pijler.",
            "Er is 3 miljoen euro, en 500 miljoen euro per pijler.",
        ),
    ] {
        let mut text = wrong.to_owned();
        for own in ambacht(wrong).signs.iter().rev() {
            text.replace_range(own.range.clone(), own.better.as_deref().expect("an answer"));
        }
        assert_eq!(text, right);
    }
    for text in [
        "€ 3,4 miljard",
        "3,4 miljard euro",
        "€ 12.500",
        "kenmerk 44314491",
        "nr. 34338 en 3 vragen",
        "1,3 miljoen mensen, € 3",
    ] {
        assert_eq!(signs(text), [], "{text}");
    }
}

#[test]
fn punctuation_is_put_right() {
    for (wrong, right) in [
        ("zie (p.1)", "zie (p. 1)"),
        ("nr.9 en art.21", "nr. 9 en art. 21"),
        ("de thema´s", "de thema’s"),
        ("ja , nee", "ja, nee"),
        ("AI -en algoritmebeleid", "AI- en algoritmebeleid"),
        ("2017 -2022", "2017-2022"),
        ("( zie)", "(zie)"),
    ] {
        let mut text = wrong.to_owned();
        for own in ambacht(wrong).signs.iter().rev() {
            text.replace_range(own.range.clone(), own.better.as_deref().expect("an answer"));
        }
        assert_eq!(text, right);
    }
    for text in [
        "in- en uitvoer",
        "onderdeel a) van het besluit",
        "vaccins en -virus",
        "i.p.v. dit",
        "het is -3 graden",
    ] {
        assert_eq!(signs(text), [], "{text}");
    }
    assert_eq!(signs("“Dit is “dubbel”.").len(), 1);
    assert_eq!(signs("Dit (is open.").len(), 1);
}

#[test]
fn dates_are_read() {
    let found =
        ambacht("Op woensdag 17 januari 2024 en 8 februari jl.; openstelling per 1 april a.s.");
    let dates: Vec<_> = found
        .dates
        .iter()
        .map(|own| (own.weekday, own.day, own.month, own.year, own.relative))
        .collect();
    assert_eq!(
        dates,
        [
            (Some(2), 17, 1, Some(2024), None),
            (None, 8, 2, None, Some(Verwijzing::Jongstleden)),
            (None, 1, 4, None, Some(Verwijzing::Aanstaande)),
        ]
    );
    assert_eq!(found.dates[2].event, Some("openstelling"));
    assert_eq!(ambacht("in 2026-2023 en van 10 tot 8 mei").periods.len(), 2);
    assert_eq!(ambacht("in 2023-2026 en van 8 tot 10 mei").periods, []);
}

#[test]
fn abbreviations_and_their_words_are_found() {
    let text = "Het Outbreak Management Team (OMT) en de NVA. Het Luchtvaartprogramma (hierna: NLVP). Zie de Zvw, deel II en KleindierNed.";
    let found = ambacht(text);
    let all: Vec<&str> = found
        .abbreviations
        .iter()
        .map(|own| &text[own.range.clone()])
        .collect();
    assert_eq!(all, ["OMT", "NVA", "NLVP", "Zvw"]);
    let introduced: Vec<&str> = found
        .introduced
        .iter()
        .map(|(own, _)| own.as_str())
        .collect();
    assert_eq!(introduced, ["omt", "nlvp"]);
    assert!(is_known("EU") && !is_known("OMT"));
}

#[test]
fn a_promise_says_where_it_was_made() {
    for text in [
        "Hiermee doet u de toezegging af.",
        "U zegt de Kamer een reactie toe.",
        "U heeft toegezegd de Kamer te informeren.",
    ] {
        assert_eq!(ambacht(text).promises.len(), 1, "{text}");
    }
    for text in [
        "De toezegging uit het debat van 18 december.",
        "In een brief van 7 juli 2023 toegezegd.",
        "Een overzicht van moties en toezeggingen.",
    ] {
        assert!(ambacht(text).promises.is_empty(), "{text}");
    }
}

#[test]
fn words_for_today_are_seen() {
    let soorten = |text: &str| ambacht(text).signs.len();
    assert_eq!(
        soorten("Begin volgende week is dit eerder vandaag besproken."),
        2
    );
    assert_eq!(
        soorten("’s morgens, vandaag de dag, morgenochtend, dit jaar"),
        0
    );
}
