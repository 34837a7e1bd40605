//! The public version: what is withheld, explained, shown and handed over.

use nota_editor::Publishing;
use nota_editor::view::{Snapshot, SuggestionSpot, Version};
use nota_export::Format;
use nota_model::{Block, BlockKind, Change, Inline, Mark, SectionRef};

use crate::world::{body, desk, open, pages_of};

fn mark(text: &str, name: &str, grond: &str) -> Change {
    let (before, after) = text.split_once(name).expect("has the name");
    let lak = Mark::Lak {
        grond: grond.to_owned(),
    };
    let inlines = vec![
        Inline::text(before),
        Inline::text(name).with(lak),
        Inline::text(after),
    ];
    Change::SetBody {
        section: SectionRef::Key("aanleiding".to_owned()),
        blocks: vec![Block::new(BlockKind::Paragraph { inlines })],
    }
}

const TEXT: &str = "Afgestemd met Jansen, van de directie.";

/// What section 5.1 says.
fn explanation(snapshot: &Snapshot) -> String {
    let sections = snapshot.sections.iter();
    let own = sections
        .filter(|own| own.sleutel.as_deref() == Some("motivering-niet-openbaar"))
        .flat_map(|own| &own.blocks)
        .filter_map(|block| block.inlines());
    own.map(nota_model::plain_text)
        .collect::<Vec<_>>()
        .join("|")
}

#[test]
fn section_five_writes_itself_in_the_same_step_of_undo() {
    let (desk, world, _events) = desk();
    open(&desk, &world);
    let names = explanation(&desk.snapshot().expect("open"));
    desk.apply(&body("aanleiding", TEXT), Some("g"))
        .expect("applies");
    let applied = desk
        .apply(&mark(TEXT, "Jansen", "5.1.2b"), None)
        .expect("applies");
    // The window did not write that itself.
    let both = explanation(&applied.snapshot.expect("with section 5"));
    assert!(
        both.ends_with(&format!("lid 2, onder b, Woo).|{names}")),
        "{both}"
    );
    let undone = desk.undo().expect("undoes").snapshot.expect("changed");
    assert_eq!(explanation(&undone), names);
    let again = desk.redo().expect("does again").snapshot.expect("changed");
    assert_eq!(explanation(&again), both);
}

#[test]
fn the_public_pages_are_shown_and_say_what_bars_them() {
    let (desk, world, events) = desk();
    open(&desk, &world);
    desk.apply(&mark(TEXT, "Jansen", "5.1.2e"), None)
        .expect("applies");
    let intern = pages_of(&events, 1);
    assert_eq!(intern.versie, Version::Intern);
    assert!(intern.pages[0].tekst.contains("Jansen"));
    desk.show_version(Version::Openbaar);
    let public = loop {
        let pages = pages_of(&events, 1);
        if pages.versie == Version::Openbaar {
            break pages;
        }
    };
    let all: String = public.pages.iter().map(|own| own.tekst.as_str()).collect();
    assert!(!all.contains("Jansen"), "{all}");
    assert!(
        all.replace('\n', " ").contains("niet openbaar: art. 5.1"),
        "{all}"
    );
    let hash = &public.pages[0].hash;
    assert!(desk.page_png(0, hash, 700).is_ok());

    desk.apply(&mark(TEXT, "Jansen", ""), None)
        .expect("applies");
    let barred = pages_of(&events, 2);
    assert!(barred.pages.is_empty());
    assert_eq!(barred.bezwaren[0].place.index, Some(0));
    assert!(!barred.bezwaren[0].tekst.is_empty());
}

#[test]
fn both_versions_are_laid_beside_each_other() {
    let (desk, world, events) = desk();
    open(&desk, &world);
    pages_of(&events, 0);
    desk.apply(&mark(TEXT, "Jansen", "5.1.2e"), None)
        .expect("applies");
    let comparison = desk.compare().expect("compares");
    assert!(comparison.bezwaren.is_empty(), "{:?}", comparison.bezwaren);
    let grounds: Vec<_> = comparison
        .gronden
        .iter()
        .map(|own| (own.grond.as_str(), own.gelakt.len()))
        .collect();
    assert_eq!(grounds, [("5.1.2e", 1)]);
    for page in comparison.intern.iter().chain(&comparison.openbaar) {
        let index = usize::try_from(page.index).expect("small");
        assert!(desk.page_png(index, &page.hash, 700).is_ok());
    }
    assert!(!comparison.openbaar[0].tekst.contains("Jansen"));
}

#[test]
fn a_public_file_comes_with_its_proof_or_not_at_all() {
    let (desk, world, events) = desk();
    open(&desk, &world);
    pages_of(&events, 0);
    desk.apply(&mark(TEXT, "Jansen", "5.1.2e"), None)
        .expect("applies");
    for format in [Format::PDF, Format::MARKDOWN, Format::EML] {
        let Publishing::Proven(made) = desk.publish(format).expect("publishes") else {
            panic!("{format:?} is barred");
        };
        assert!(made.proof.holds());
        assert!(!String::from_utf8_lossy(&made.bytes).contains("Jansen"));
        let expected = desk.public_name(format).expect("is open");
        assert_eq!(
            made.name, expected,
            "an older one is looked for by this name"
        );
        assert!(
            made.name
                .ends_with(&format!("-openbaar.{}", format.extension()))
        );
    }
    desk.apply(&mark(TEXT, "Jansen", "5.9"), None)
        .expect("applies");
    let Publishing::Barred(_) = desk.publish(Format::EML).expect("answers") else {
        panic!("no mail goes without a public version");
    };
    let Publishing::Barred(barriers) = desk.publish(Format::PDF).expect("answers") else {
        panic!("a ground that the Woo does not have");
    };
    assert!(barriers[0].tekst.contains("5.9"), "{barriers:?}");
    assert_eq!(barriers[0].place.index, Some(0));
}

#[test]
fn a_suggestion_is_withheld_with_one_change() {
    let (desk, world, events) = desk();
    open(&desk, &world);
    pages_of(&events, 0);
    desk.apply(
        &body(
            "aanleiding",
            "Vraag mevrouw De Vries, of bel mevrouw De Vries.",
        ),
        None,
    )
    .expect("applies");
    let suggestions = desk.suggestions().expect("suggests");
    let own = suggestions.iter().find(|own| own.tekst == "De Vries");
    let own = own.expect("is suggested");
    assert_eq!(own.plekken.len(), 2);
    let lak = |spot: &SuggestionSpot| Change::SetLak {
        place: spot.place.clone(),
        grond: Some(own.grond.clone()),
    };
    let changes = own.plekken.iter().map(lak).collect();
    desk.apply(&Change::All { changes }, None).expect("applies");
    let left = desk.suggestions().expect("suggests");
    assert!(left.iter().all(|own| own.tekst != "De Vries"));
    assert_eq!(desk.compare().expect("compares").gronden[0].gelakt.len(), 2);
}
