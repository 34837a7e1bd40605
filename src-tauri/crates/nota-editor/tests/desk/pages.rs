//! The pages: they follow the text, and a click on them leads to it.

use std::sync::{Arc, Mutex};

use nota_editor::Event;
use nota_editor::view::SaveStatus;
use nota_model::Place;
use nota_template::Registry;
use nota_typeset::HouseStyle;

use crate::world::{PATIENCE, body, desk, desk_in, example, open, open_text, pages_of};

#[test]
fn an_edit_shows_on_the_pages_and_in_the_problems() {
    let (desk, world, events) = desk();
    open(&desk, &world);
    let first = pages_of(&events, 0);
    assert_eq!(first.pages.len(), 2);
    let applied = desk
        .apply(&body("aanleiding", "Kort en PM."), Some("g"))
        .expect("applies");
    assert_eq!(applied.saved.state, SaveStatus::NietOpgeslagen);
    let mut placeholder = false;
    let second = loop {
        match events.recv_timeout(PATIENCE).expect("an event") {
            Event::Problems(problems) if problems.revision == 1 => {
                placeholder |= problems
                    .diagnostics
                    .iter()
                    .any(|found| found.name == "invulplek");
            }
            Event::Pages(pages) if pages.revision == 1 => break pages,
            _ => {}
        }
    };
    assert!(placeholder, "N301 is reported");
    assert_ne!(first.pages[0].hash, second.pages[0].hash);
    assert!(
        second.pages[0].tekst.contains("Kort en PM."),
        "{}",
        second.pages[0].tekst
    );
    let png = desk.page_png(0, &second.pages[0].hash, 700);
    let png = png.expect("a page");
    assert!(png.starts_with(b"\x89PNG"));
    assert_eq!(png[16..20], 700_u32.to_be_bytes());
    let stale = desk
        .page_png(0, &first.pages[0].hash, 700)
        .map_err(|error| error.code);
    assert_eq!(stale, Err("stale".to_owned()));
}

/// Looks up characters of all texts on the pages and clicks on each; gives
/// how many, and what the clicks led to instead.
fn clicks(text: String) -> (usize, Vec<String>) {
    let (desk, world, events) = desk();
    let nota = nota_markdown::parse(&text, Registry::builtin()).nota;
    open_text(&desk, &world, text);
    pages_of(&events, 0);
    let mut seen = 0;
    let mut wrong = Vec::new();
    for site in nota.texts().iter().chain(&nota.field_texts()) {
        // A date is printed in words: the field is found, not the character.
        let passed_over = ["sjabloon", "versie", "datum"];
        if passed_over.contains(&site.place.field.as_deref().unwrap_or_default()) {
            continue;
        }
        for (byte, _) in site.text.char_indices().step_by(7) {
            let mut place = site.part(byte..byte);
            place.span = None;
            seen += 1;
            let back = desk.place_on_page(&place).and_then(|point| {
                let page = usize::try_from(point.page).ok()?;
                desk.click_on_page(page, point.x + 0.5, point.y + 6.0)
            });
            let at = |place: &Place| place.range.map_or(0, |range| range.start);
            // White space is not printed as a letter: one more or less.
            let same = back.as_ref().is_some_and(|back| {
                let range = place.range;
                at(back).abs_diff(at(&place)) <= 1
                    && Place {
                        range,
                        ..back.clone()
                    } == place
            });
            if !same {
                wrong.push(format!("{place:?} led to {back:?}"));
            }
        }
    }
    (seen, wrong)
}

#[test]
fn a_place_is_found_on_the_pages_and_a_click_there_leads_back_to_it() {
    let (seen, wrong) = clicks(example());
    assert!(seen > 300, "{seen} places");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn so_it_is_in_lists_tables_quotations_and_footnotes() {
    let everything = include_str!("../../../../../tests/goldens/alles.nota.md");
    let (seen, wrong) = clicks(everything.to_owned());
    assert!(seen > 100, "{seen} places");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn another_house_style_sets_the_pages_anew() {
    let wordmark = Arc::new(Mutex::new("Ministerie van Proeven"));
    let own = Arc::clone(&wordmark);
    let (desk, world, events) = desk_in(move || HouseStyle {
        wordmark: Some(vec![(*own.lock().expect("unlocked")).to_owned()]),
        ..HouseStyle::default()
    });
    open(&desk, &world);
    let before = pages_of(&events, 0);
    assert!(before.pages[0].tekst.contains("Ministerie van Proeven"));
    *wordmark.lock().expect("unlocked") = "Ministerie van Toetsen";
    desk.renew_folders();
    let after = pages_of(&events, 0);
    assert!(after.pages[0].tekst.contains("Ministerie van Toetsen"));
}

#[test]
fn a_click_beside_the_text_leads_to_what_is_nearest_or_nowhere() {
    let (desk, world, events) = desk();
    open(&desk, &world);
    pages_of(&events, 0);
    let section = |index| {
        let place = Place {
            index: Some(index),
            ..Place::default()
        };
        desk.place_on_page(&place).expect("on a page")
    };
    let second = section(1);
    let margin = desk.click_on_page(0, 30.0, second.y + 6.0).expect("a text");
    assert_eq!(margin.index, Some(1));
    assert_eq!(desk.click_on_page(0, 100.0, 1.0), None, "an empty corner");
    let date = desk.place_on_page(&Place::field("datum")).expect("a field");
    let back = desk.click_on_page(0, date.x + 1.0, date.y + 6.0);
    assert_eq!(back, Some(Place::field("datum")));
}
