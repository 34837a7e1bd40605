//! A glance at a nota that is not open.

use nota_editor::view::NotaState;

use crate::world::{desk, example, open};

/// The width of a PNG, in pixels.
fn width(png: &[u8]) -> u32 {
    u32::from_be_bytes(png[16..20].try_into().expect("the header of a PNG"))
}

#[test]
fn a_file_says_what_it_is_about_and_how_far_it_is() {
    let (desk, world, _events) = desk();
    let bare = "---\nsjabloon: jenv/beslisnota\nversie: 1\nonderwerp: Beslisnota proef\n---\n\n\
                ## 1. Aanleiding\n\nDe proef is afgerond.\n";
    let decided = example().replacen(
        "---\n\n",
        "beslissing: akkoord\nbeslissing-datum: 2024-03-20\n---\n\n",
        1,
    );
    let mut files = world.files.lock().expect("unlocked");
    for (name, text) in [
        ("af", example()),
        ("begin", bare.to_owned()),
        ("besloten", decided),
    ] {
        files.insert(name.to_owned(), text);
    }
    drop(files);

    let done = desk.glance("af").expect("a nota");
    assert_eq!((done.staat, done.te_doen), (NotaState::Klaar, 0));
    assert!(done.aan.contains("Minister"), "{done:?}");
    assert_eq!(done.kenmerk, "5254387");
    assert!(done.tekst.contains("naar de Kamer verstuurd"), "{done:?}");
    let begun = desk.glance("begin").expect("a nota");
    assert_eq!(begun.titel, "Beslisnota proef");
    assert_eq!((begun.staat, begun.aan.as_str()), (NotaState::Concept, ""));
    assert!(begun.te_doen > 3, "{begun:?}");
    assert_eq!(
        desk.glance("besloten").expect("a nota").staat,
        NotaState::Besloten
    );
    assert_eq!(desk.glance("weg").expect_err("no file").code, "not-found");
}

#[test]
fn looking_at_another_nota_leaves_what_is_open() {
    let (desk, world, _events) = desk();
    open(&desk, &world);
    let before = desk.snapshot();
    let other = "---\nsjabloon: bzk/beslisnota\nversie: 1\nonderwerp: Andere\n---\n";
    world
        .files
        .lock()
        .expect("unlocked")
        .insert("ander".to_owned(), other.to_owned());
    assert_eq!(desk.glance("ander").expect("a nota").titel, "Andere");
    assert_eq!(width(&desk.first_page("ander", 108).expect("a page")), 108);
    // A page is small, whatever is asked.
    assert_eq!(width(&desk.first_page("ander", 9000).expect("a page")), 512);
    assert_eq!(desk.snapshot(), before);
}
