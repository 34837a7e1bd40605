//! A file of elsewhere, from its bytes to a nota on the desk.

use nota_editor::view::{ImportCertainty, ImportChoice, ImportKind, ImportView};

use crate::world::{desk, example, open};

const PAGE: &[u8] = b"<html><body><h1>Aanleiding</h1><p>De proef is afgerond.</p>\
    <p><b>Kernpunten</b></p><p>Een punt.</p><h2>Iets anders</h2><p>Slot.</p></body></html>";

/// What a piece of the file is, by its text.
fn found<'v>(view: &'v ImportView, text: &str) -> &'v nota_editor::view::ImportPiece {
    let piece = view.stukken.iter().find(|own| own.tekst == text);
    piece.unwrap_or_else(|| panic!("{text} is among {:?}", view.stukken))
}

#[test]
fn what_is_found_is_shown_with_how_sure_it_is() {
    let (desk, _world, _events) = desk();
    let view = desk.import("pagina.html", PAGE).expect("read");
    let title = found(&view, "Aanleiding");
    assert_eq!(title.soort, ImportKind::Sectie);
    assert_eq!(title.naam, "1. Aanleiding");
    assert_eq!(title.zeker, ImportCertainty::Zeker);
    assert_ne!(found(&view, "Kernpunten").zeker, ImportCertainty::Zeker);
    assert_eq!(found(&view, "Iets anders").soort, ImportKind::Tussenkop);
    assert!(view.kwijt.is_empty());
    assert!(view.bestemmingen.iter().any(|own| own.id == title.naar));
}

#[test]
fn a_choice_is_carried_out_and_what_it_was_can_be_chosen_again() {
    let (desk, _world, _events) = desk();
    let first = desk.import("pagina.html", PAGE).expect("read");
    let piece = found(&first, "Kernpunten");
    let choose = |naar: &str| {
        let choice = ImportChoice {
            stuk: piece.nummer,
            naar: naar.to_owned(),
        };
        desk.import_again(&first.sjabloon, &[choice]).expect("laid")
    };
    let view = choose("overig");
    assert_eq!(found(&view, "Kernpunten").soort, ImportKind::Overig);
    assert!(found(&view, "Kernpunten").gekozen);
    assert!(view.overig > 0);
    let view = choose(&piece.naar);
    assert_eq!(view.delen, first.delen);
}

#[test]
fn it_becomes_a_nota_that_is_in_no_file_and_is_not_saved() {
    let (desk, _world, _events) = desk();
    desk.import("pagina.html", PAGE).expect("read");
    let snapshot = desk.import_as_new().expect("a nota");
    assert_eq!(snapshot.path, None);
    assert!(desk.is_dirty(), "closing it is asked about");
    assert_eq!(desk.import_as_new().unwrap_err().code, "stale");
}

#[test]
fn parts_of_it_come_in_the_open_nota_as_one_step() {
    let (desk, world, _events) = desk();
    open(&desk, &world);
    let view = desk.import("pagina.html", PAGE).expect("read");
    let (before, _) = desk.text().expect("a text");
    let all: Vec<usize> = (0..view.delen.len()).collect();
    let applied = desk.import_into(&all).expect("put in");
    assert!(applied.can_undo && applied.snapshot.is_some());
    let (text, _) = desk.text().expect("a text");
    assert!(text.contains("De proef is afgerond.") && text.contains("Een punt."));
    desk.undo().expect("undone");
    assert_eq!(desk.text().expect("a text").0, before);
}

#[test]
fn what_cannot_be_read_says_why_and_what_was_there_stays() {
    let (desk, _world, _events) = desk();
    desk.import("pagina.html", PAGE).expect("read");
    let refused = desk
        .import("oud.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
        .unwrap_err();
    assert!(refused.message.contains("bewaar het als .docx"));
    assert!(desk.import_as_new().is_ok());
    desk.import("pagina.html", PAGE).expect("read");
    desk.stop_import();
    assert!(desk.import_as_new().is_err());
}

#[test]
fn what_is_no_nota_is_known_by_its_content() {
    let (desk, _world, _events) = desk();
    let nota = example();
    for (name, bytes, is_foreign) in [
        ("a.nota.md", nota.as_bytes(), false),
        ("a.nota.md", b"Zomaar tekst.".as_slice(), false),
        ("a.nota.md", b"", false),
        ("a.txt", b"Zomaar tekst.", true),
        ("a.nota.md", b"<!DOCTYPE html><p>Tekst", true),
        ("a.nota.md", b"%PDF-1.7", true),
        ("a.nota.md", b"PK\x03\x04", true),
    ] {
        assert_eq!(desk.is_foreign(name, bytes), is_foreign, "{name} {bytes:?}");
    }
}
