//! The panes: their edges moved by hand and by keys, what is folded away, and
//! all of it as it was after a new start.

use crate::documents::example;
use crate::person::journey;

const LIST: &str = "Breedte van secties";
const PAGES: &str = "Breedte van pagina’s";
const PROBLEMS: &str = "Hoogte van problemen";

#[test]
fn panes_stay_as_they_were_left() {
    journey("panelen", &[&example()], |person| {
        person.sees("2 pagina’s");
        let (list, pages) = (person.size_at(LIST), person.size_at(PAGES));
        person.drags_edge(LIST, 60, 0);
        assert_eq!(person.size_at(LIST), list + 60);
        person.drags_edge(PAGES, 100, 0);
        assert_eq!(person.size_at(PAGES), pages - 100);
        // By keys: one step up, and as low as it goes.
        person.presses("Ctrl+F8");
        person.tabs_to(PROBLEMS);
        person.presses("Omhoog");
        let problems = person.size_at(PROBLEMS);
        person.drags_edge(PROBLEMS, 0, -40);
        assert_eq!(person.size_at(PROBLEMS), problems + 40);
        // Nothing is selected by that.
        assert_eq!(person.selected(), "");
        person.look("verschoven");
        person.starts_afresh(&[example()]);
        person.sees("2 pagina’s");
        let now = [LIST, PAGES, PROBLEMS].map(|name| person.size_at(name));
        assert_eq!(now, [list + 60, pages - 100, problems + 40]);
        // Folded away by keys, all of them, and still so after a new start.
        person.presses_all(&["F9", "Shift+F9", "Ctrl+F8"]);
        person.sees_no("Pagina 1 van");
        person.look("dicht");
        person.starts_afresh(&[example()]);
        person.sees("2 pagina’s");
        assert!(!person.has_edge(LIST) && !person.has_edge(PAGES) && !person.has_edge(PROBLEMS));
        person.presses("F9");
        person.sees("Pagina 1 van");
        assert_eq!(person.size_at(PAGES), pages - 100);
    });
}

#[test]
fn the_form_is_where_it_was_after_the_pages_were_shown() {
    journey("smal-terug", &[&example()], |person| {
        person.sees("2 pagina’s");
        person.resizes_the_window(780, 700);
        person.presses("Ctrl+3");
        person.is_at("3. Kernpunten");
        let before = person.scrolled(".formulier");
        assert!(before > 100.0, "{before}");
        person.presses("F9");
        person.sees("Pagina 1 van");
        person.presses("F9");
        person.is_at("3. Kernpunten");
        assert!((person.scrolled(".formulier") - before).abs() < 2.0);
    });
}

#[test]
fn a_problem_is_named_where_the_list_does_not_fit() {
    journey("smal-probleem", &[], |person| {
        person.clicks("Justitie en Veiligheid");
        person.is_at("Onderwerp");
        person.resizes_the_window(780, 700);
        person.presses("F8");
        person.sees("Het veld Onderwerp is niet ingevuld");
        person.look("probleem");
    });
}

#[test]
fn a_window_of_1024_by_700_shows_all_that_one_needs() {
    journey("klein-venster", &[], |person| {
        person.resizes_the_window(1024, 700);
        person.can_read_all("start");
        person.clicks("Justitie en Veiligheid");
        person.is_at("Onderwerp");
        person.types("Beslisnota proef");
        person.can_read_all("formulier");
        person.presses("F9");
        person.sees("Pagina 1 van");
        person.can_read_all("paginas");
        person.presses("F9");
        person.presses("F8");
        person.can_read_all("problemen");
    });
}

#[test]
fn text_stays_in_its_box_when_the_window_becomes_narrower() {
    journey("smal-venster", &[&example()], |person| {
        person.sees("2 pagina’s");
        person.resizes_the_window(1100, 768);
        person.can_read_all("met-paginas");
        person.resizes_the_window(1024, 700);
        person.can_read_all("zonder-paginas");
    });
}
