//! Text that is cut up, or drawn in another order than it is read.

use lopdf::{Object, dictionary};

use super::leaks::{Pdf, places, prove, stream, wide};

const PAGE: &str = "in de tekst van bladzijde 1";

#[test]
fn letters_are_found_in_the_order_of_the_page() {
    let at = |(x, letter): (usize, char)| {
        format!(
            "BT /F1 9 Tf 1 0 0 1 {} 500 Tm ({letter}) Tj ET ",
            60 + x * 5
        )
    };
    let letters: Vec<(usize, char)> = "Pietersen".chars().enumerate().collect();
    let reversed: String = letters.iter().rev().copied().map(at).collect();
    let (odd, even): (Vec<_>, Vec<_>) = letters.iter().copied().partition(|(x, _)| x % 2 == 1);
    let in_turns: String = odd.into_iter().chain(even).map(at).collect();
    let moved = "q 1 0 0 1 90 0 cm BT /F1 9 Tf 60 500 Td (ersen) Tj ET Q BT /F1 9 Tf 125 500 Td (Piet) Tj ET";
    let lines = "BT /F1 9 Tf 60 480 Td (sen) Tj ET BT /F1 9 Tf 60 492 Td (de heer Pieter-) Tj ET";
    let columns = "BT /F1 9 Tf 50 400 Td (de heer Pieter-) Tj ET BT /F1 9 Tf 300 400 Td (Een andere) Tj ET \
        BT /F1 9 Tf 50 388 Td (sen was er) Tj ET BT /F1 9 Tf 300 388 Td (kolom) Tj ET";
    for (name, content) in [
        ("reversed", reversed.as_str()),
        ("in turns", in_turns.as_str()),
        ("moved", moved),
        ("lines", lines),
        ("columns", columns),
    ] {
        let proof = prove(&Pdf::new().draw(content).bytes()).expect("is read");
        assert_eq!(places(&proof), PAGE, "{name}: {proof}");
    }
}

#[test]
fn a_name_over_the_end_of_a_page_is_found() {
    let mut pdf = Pdf::new().draw(
        "BT /F1 9 Tf 50 80 Td (met de heer Pieter-) Tj ET BT /F1 8 Tf 50 20 Td (Pagina 1 van 2) Tj ET",
    );
    let first = pdf
        .document
        .get_dictionary(pdf.page)
        .expect("is there")
        .clone();
    let content =
        "BT /F1 8 Tf 50 800 Td (Beslisnota) Tj ET BT /F1 9 Tf 50 700 Td (sen besproken) Tj ET";
    let content = pdf
        .document
        .add_object(stream(lopdf::Dictionary::new(), content));
    let mut second = first.clone();
    second.set("Contents", content);
    let second = pdf.document.add_object(second);
    let pages = first
        .get(b"Parent")
        .and_then(Object::as_reference)
        .expect("has a parent");
    let pages = pdf.document.get_dictionary_mut(pages).expect("is there");
    pages.set("Kids", vec![pdf.page.into(), second.into()]);
    pages.set("Count", 2);
    let proof = prove(&pdf.bytes()).expect("is read");
    assert_eq!(places(&proof), "in de tekst van bladzijde 2", "{proof}");
}

#[test]
fn text_that_is_read_aloud_is_found_in_pieces() {
    let piece =
        |text: &str| format!("/Span <</ActualText ({text})>> BDC BT /F1 9 Tf (x) Tj ET EMC ");
    let content = ["Pie", "ter", "sen"].map(piece).concat();
    let proof = prove(&Pdf::new().draw(&content).bytes()).expect("is read");
    assert_eq!(places(&proof), PAGE, "{proof}");

    // By the name of a list of properties, and half of it as it is drawn.
    let resources = dictionary! {
        "Font" => dictionary! { "F1" => dictionary! {
            "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica",
            "Encoding" => "WinAnsiEncoding",
        } },
        "Properties" => dictionary! { "P" => dictionary! { "ActualText" => wide("Pieter") } },
    };
    let content = "BT /F1 9 Tf /Span /P BDC (x) Tj EMC (sen) Tj ET";
    let pdf = Pdf::new()
        .with("page", "Resources", resources)
        .draw(content);
    let proof = prove(&pdf.bytes()).expect("is read");
    assert!(places(&proof).contains(PAGE), "{proof}");

    // In the elements of the structure.
    let mut pdf = Pdf::new();
    for text in ["Pie", "ter", "sen"] {
        pdf.document
            .add_object(dictionary! { "S" => "Span", "ActualText" => wide(text) });
    }
    let proof = prove(&pdf.bytes()).expect("is read");
    assert!(places(&proof).contains("ActualText"), "{proof}");
}

#[test]
fn numbers_of_a_table_are_no_other_numbers_together() {
    // The secret is a telephone number; the cells hold its halves.
    let content = "BT /F1 9 Tf 50 400 Td (061234) Tj ET BT /F1 9 Tf 300 400 Td (x) Tj ET \
        BT /F1 9 Tf 50 388 Td (567890) Tj ET BT /F1 9 Tf 300 388 Td (y) Tj ET";
    let nota = super::leaks::NOTA.replace("[Bos]", "[0612345678 90]");
    let parsed = nota_markdown::parse(&nota, nota_template::Registry::builtin());
    let secrets = crate::Secrets::of(&parsed.nota, &parsed.template).expect("is known");
    let proof = crate::prove_absent(
        &secrets,
        &Pdf::new().draw(content).bytes(),
        crate::Kind::Pdf,
    );
    assert!(proof.expect("is read").hits.is_empty());
}
