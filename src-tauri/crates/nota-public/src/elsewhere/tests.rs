//! What is found elsewhere, form by form.

use nota_markdown::parse;
use nota_template::Registry;

use super::*;

/// What of an open text is withheld elsewhere, when `secret` is withheld.
fn said(secret: &str, open: &str) -> Vec<String> {
    let text = format!("## 3. Kernpunten\n\n[{secret}]{{.lak grond=\"5.1.2e\"}}\n");
    found(&text, open)
}

fn found(nota: &str, open: &str) -> Vec<String> {
    let parsed = parse(nota, Registry::builtin());
    let Some(elsewhere) = Elsewhere::of(&parsed.nota, &parsed.template) else {
        return Vec::new();
    };
    let echoes = elsewhere.in_text(open, &[]).into_iter();
    echoes.map(|own| open[own.range].to_owned()).collect()
}

#[test]
fn a_name_is_found_in_every_form() {
    for open in [
        "Zwartjes",
        "K. Zwartjes",
        "K.Zwartjes",
        "K Zwartjes",
        "P. Zwartjes",
        "Zwartjes, K.",
        "ZWARTJES",
        "k. zwartjes",
        "K.\u{a0}Zwartjes",
        "K.  Zwartjes",
        "K.\u{2009}Zwartjes",
        "Zwart\u{ad}jes",
        "Zwart\u{200b}jes",
        "\u{202a}Zwartjes\u{202c}",
        "Zw\u{e1}rtjes",
    ] {
        let text = format!("Volgens {open} kan het.");
        let own = said("K. Zwartjes", &text);
        let [own] = own.as_slice() else {
            panic!("{open}: {own:?}");
        };
        let bare = |text: &str| same_letters(text);
        assert_eq!(bare(own), bare(open), "{open}");
    }
    assert_eq!(
        said("Ren\u{e9}e M\u{fc}ller", "RENEE MULLER"),
        ["RENEE MULLER"]
    );
    assert_eq!(said("K. Zwartjes", "Karin Zwartjes"), ["Zwartjes"]);
    assert_eq!(said("Karin Zwartjes", "K. Zwartjes"), ["K. Zwartjes"]);
    assert_eq!(
        said("a.devries@minjenv.nl", "mevrouw De Vries"),
        ["De Vries"]
    );
}

#[test]
fn names_of_three_letters_are_found_as_words() {
    for name in ["Bos", "Vos", "Kok", "Mol"] {
        assert_eq!(said(name, &format!("De heer {name} zegt.")), [name]);
        assert_eq!(said(&format!("J. {name}"), &format!("mw. {name}.")), [name]);
        assert!(said(name, &format!("{name}sen")).is_empty());
    }
}

#[test]
fn a_name_is_not_found_in_longer_words() {
    for (name, open) in [
        ("Visser", "visserij"),
        ("Groen", "groene stroom"),
        ("Bakker", "bakkerij"),
    ] {
        assert!(said(name, open).is_empty(), "{name}");
    }
}

#[test]
fn amounts_are_found_in_every_notation() {
    for (secret, open) in [
        ("\u{20ac} 2.000.000", "2 mln"),
        ("\u{20ac} 2.000.000", "2000000"),
        ("2 miljoen", "\u{20ac} 2.000.000,00"),
        (
            "het bod is 12,4 miljoen euro en niet meer dan dat",
            "\u{20ac} 12.400.000",
        ),
        ("\u{20ac} 1.234,56", "1234,56"),
        ("5254387", "5254387"),
        ("12345", "12.345"),
    ] {
        let text = format!("Dat is {open} samen.");
        assert_eq!(said(secret, &text).len(), 1, "{secret}: {open}");
    }
}

#[test]
fn words_of_blocks_and_internal_parts_are_found() {
    let block = "De onderhandelingen met leverancier Vandersloot lopen in 2026 vast op de prijs van 12,4 miljoen euro.";
    let fence = format!("## 3. Kernpunten\n\n::: {{.lak grond=\"5.1.2b\"}}\n{block}\n:::\n");
    let internal = format!(
        "## 5. Informatie die niet openbaar gemaakt kan worden\n\n### 5.2 Informatie die niet openbaar gemaakt kan worden\n\n{block}\n"
    );
    for nota in [fence, internal] {
        assert_eq!(found(&nota, "met Vandersloot in 2026"), ["Vandersloot"]);
        assert_eq!(
            found(&nota, "kost \u{20ac} 12,4 mln."),
            ["\u{20ac} 12,4 mln"]
        );
        assert_eq!(found(&nota, block), [block.trim_end_matches('.')]);
        let part = "dat de onderhandelingen met leverancier Vandersloot lopen in 2026 stroef";
        assert_eq!(
            found(&nota, part),
            ["de onderhandelingen met leverancier Vandersloot lopen in 2026"]
        );
        assert!(found(&nota, "de onderhandelingen lopen vast op de prijs").is_empty());
    }
}

#[test]
fn a_field_with_a_function_gives_its_name() {
    let field = |value: &str| format!("---\nopgesteld-door: {value}\n---\n");
    let nota = field("K. Zwartjes, beleidsmedewerker");
    assert_eq!(
        found(&nota, "een beleidsmedewerker, K. Zwartjes"),
        ["K. Zwartjes"]
    );
    let unit = field("Directie Juridische Zaken, afdeling Advies");
    assert!(found(&unit, "de Directie Juridische Zaken").is_empty());
}

#[test]
fn ordinary_words_and_what_is_withheld_there_are_left_alone() {
    for secret in ["de", "de minister", "het ministerie"] {
        assert!(said(secret, "de minister van het ministerie").is_empty());
    }
    assert_eq!(said("Den Haag", "in Den Haag."), ["Den Haag"]);
    let parsed = parse(
        "## 3. Kernpunten\n\n[Zwartjes]{.lak grond=\"5.1.2e\"}\n",
        Registry::builtin(),
    );
    let elsewhere = Elsewhere::of(&parsed.nota, &parsed.template).expect("something is withheld");
    assert!(
        elsewhere
            .in_text("Zwartjes", std::slice::from_ref(&(0..8)))
            .is_empty()
    );
    assert_eq!(elsewhere.grond(0), "5.1.2e");
}

#[test]
fn an_address_says_a_name() {
    let parsed = parse(
        "## 3. Kernpunten\n\n[K. Zwartjes]{.lak grond=\"5.1.2e\"} [Ren\u{e9}e]{.lak grond=\"5.1.2e\"}\n",
        Registry::builtin(),
    );
    let elsewhere = Elsewhere::of(&parsed.nota, &parsed.template).expect("something is withheld");
    for address in [
        "https://example.nl/k-zwartjes",
        "https://example.nl/kzwartjes",
        "mailto:k.zwartjes@minjenv.nl",
        "https://example.nl/Ren%C3%A9e",
    ] {
        assert!(elsewhere.in_address(address).is_some(), "{address}");
    }
    assert!(elsewhere.in_address("https://example.nl/zwart").is_none());
}

#[test]
fn what_the_proof_leaves_out_is_said() {
    for secret in [
        "K. Zwartjes",
        "Bos",
        "\u{20ac} 2.000.000",
        "06-12345678",
        "Den Haag",
    ] {
        for open in [
            "volgens Zwartjes",
            "de heer Bos uit Den Haag",
            "kost 2000000 euro",
            "bel 0612345678",
        ] {
            let all = Needles::all(&[secret], MOST_BYTES).expect("within bounds");
            let letters = Letters::of(open);
            let mut dropped = false;
            all.each(&letters, &mut |_, start, end| {
                dropped |= letters.are_words(start, end);
            });
            assert_eq!(!said(secret, open).is_empty(), dropped, "{secret}: {open}");
        }
    }
}
