//! Small files that ask for very much work. What is asked here is that the
//! work is counted and stops, not how long it takes.

use std::fmt::Write;

use lopdf::{Dictionary, Object, Stream, dictionary};

use super::leaks::{Pdf, packed, prove, unread};

/// Whether the file is read within bounds: all of it, or said that not.
fn is_bounded(name: &str, bytes: &[u8]) {
    let proof = prove(bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert!(proof.hits.is_empty(), "{name}: {proof}");
    assert!(proof.searched.bytes < 40 << 20, "{name}: {proof}");
}

#[test]
fn words_that_begin_a_picture_are_read_once() {
    for word in [
        "ID ",
        "BI ID ",
        "BI /W 9 /H 9 /F /AHx ID ",
        "BI /F /Fl ID x ",
    ] {
        is_bounded(word, &Pdf::new().draw(&word.repeat(20_000)).bytes());
    }
}

#[test]
fn a_map_that_fonts_share_is_read_once() {
    let mut map = String::from("1 begincodespacerange <0000> <ffff> endcodespacerange\n");
    for at in 0..40_000 {
        let _ = writeln!(map, "1 beginbfchar <{at:04x}> <0041> endbfchar");
    }
    let mut pdf = Pdf::new();
    let map = pdf.document.add_object(packed(Dictionary::new(), &map));
    let mut fonts = Dictionary::new();
    for at in 0..800 {
        let font = pdf.document.add_object(dictionary! {
            "Type" => "Font", "Subtype" => "Type0", "Encoding" => "Identity-H", "ToUnicode" => map,
        });
        fonts.set(format!("F{at}"), font);
    }
    let shown: String = (0..800)
        .map(|at| format!("BT /F{at} 9 Tf <0001> Tj ET "))
        .collect();
    let pdf = pdf.with("page", "Resources", dictionary! { "Font" => fonts });
    is_bounded("800 fonts", &pdf.draw(&shown).bytes());
}

#[test]
fn maps_of_their_own_are_counted() {
    let mut pdf = Pdf::new();
    let mut fonts = Dictionary::new();
    for at in 0..4 {
        let mut map = String::from("beginbfchar\n");
        for code in 0..20_000 {
            let _ = writeln!(map, "<{code:04x}> <0041>");
        }
        let _ = write!(map, "% {at}");
        let map = pdf.document.add_object(packed(Dictionary::new(), &map));
        let font = pdf.document.add_object(dictionary! {
            "Type" => "Font", "Subtype" => "Type0", "Encoding" => "Identity-H", "ToUnicode" => map,
        });
        fonts.set(format!("F{at}"), font);
    }
    let shown: String = (0..40)
        .map(|at| format!("BT /F{at} 9 Tf <0001> Tj ET "))
        .collect();
    let pdf = pdf.with("page", "Resources", dictionary! { "Font" => fonts });
    let result = prove(&pdf.draw(&shown).bytes());
    let what = unread(&result).unwrap_or_else(|| panic!("{result:?}"));
    assert!(what.contains("te veel werk"), "{what}");
}

#[test]
fn pages_that_share_a_stream_are_read_once() {
    let mut pdf = Pdf::new();
    let content = packed(
        Dictionary::new(),
        &"BT /F1 9 Tf (Openbaar.) Tj ET\n".repeat(2_000),
    );
    let content = pdf.document.add_object(content);
    let first = pdf
        .document
        .get_dictionary(pdf.page)
        .expect("is there")
        .clone();
    let parent = first
        .get(b"Parent")
        .and_then(Object::as_reference)
        .expect("has a parent");
    let resources = first.get(b"Resources").expect("has them").clone();
    let resources = pdf.document.add_object(resources);
    let mut kids: Vec<Object> = vec![pdf.page.into()];
    for _ in 0..3_000 {
        let page = dictionary! {
            "Type" => "Page", "Parent" => parent, "Contents" => content, "Resources" => resources,
        };
        kids.push(pdf.document.add_object(page).into());
    }
    let pages = pdf.document.get_dictionary_mut(parent).expect("is there");
    pages.set("Count", i64::try_from(kids.len()).expect("fits"));
    pages.set("Kids", kids);
    let bytes = pdf.bytes();
    is_bounded("3000 pages", &bytes);
    assert_eq!(prove(&bytes).expect("is read").searched.pages, 3_001);
}

#[test]
fn forms_that_show_one_another_end() {
    let mut pdf = Pdf::new();
    let bounds = || vec![0.into(), 0.into(), 9.into(), 9.into()];
    let mut last = pdf.document.add_object(packed(
        dictionary! { "Subtype" => "Form", "BBox" => bounds() },
        "BT /F1 9 Tf (Openbaar) Tj ET",
    ));
    // Each shows the one before it ten times.
    for _ in 0..12 {
        let resources = dictionary! { "XObject" => dictionary! { "X" => last } };
        let dict =
            dictionary! { "Subtype" => "Form", "BBox" => bounds(), "Resources" => resources };
        last = pdf.document.add_object(packed(dict, &"/X Do ".repeat(10)));
    }
    let resources = dictionary! { "XObject" => dictionary! { "X" => last } };
    let result = prove(
        &pdf.with("page", "Resources", resources)
            .draw("/X Do")
            .bytes(),
    );
    let what = unread(&result).unwrap_or_else(|| panic!("{result:?}"));
    assert!(what.contains("te veel werk"), "{what}");
}

#[test]
fn streams_that_unpack_to_much_are_counted_together() {
    let mut pdf = Pdf::new();
    for _ in 0..8 {
        let mut zeros = Stream::new(Dictionary::new(), vec![b' '; 1 << 20]);
        zeros.compress().expect("compresses");
        pdf.document.add_object(zeros);
    }
    let result = prove(&pdf.bytes());
    assert!(
        unread(&result).is_some_and(|own| own.contains("te groot")),
        "{result:?}"
    );
}
