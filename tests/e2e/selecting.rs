//! Selecting over several sections, with the keys and with the mouse: what is
//! copied, what is changed, and what is then in the file.

use crate::documents::with_text;
use crate::person::{Person, THEMES, prepared_journey, wait_until};

const THREE: &str = "\
---
sjabloon: jenv/beslisnota
versie: 1
onderwerp: Beslisnota proef
---

## 1. Aanleiding

De proef is afgerond.

Er komt een vervolg.

## 2. Geadviseerd besluit

U wordt geadviseerd om in te stemmen.

## 3. Kernpunten

Het vervolg duurt een jaar.

- Eerste punt
- Tweede punt
";

/// Plays a journey with a nota of three sections.
fn with_three(name: &str, act: impl FnOnce(&mut Person)) {
    with_text(name, THREE, act);
}

impl Person {
    /// What is drawn as selected, of all sections together.
    fn across(&self) -> String {
        let script = "return [...document.querySelectorAll('.geselecteerd')]\
                      .map((own) => own.textContent).join('|')";
        let marked = self.script(script, Vec::new());
        marked.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until exactly this is drawn as selected.
    fn sees_across(&self, expected: &str) {
        let mut marked = String::new();
        let start = std::time::Instant::now();
        while start.elapsed() < crate::person::PATIENCE {
            marked = self.across();
            if marked == expected {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(25));
        }
        assert_eq!(marked, expected, "what is selected");
    }

    /// Saves, and waits until the file is so.
    fn saves_so_that(&self, what: &str, is_so: impl Fn(&str) -> bool) {
        self.presses("Ctrl+S");
        let mut text = String::new();
        let start = std::time::Instant::now();
        while start.elapsed() < crate::person::PATIENCE {
            text = self.reads_text("proef.nota.md");
            if is_so(&text) {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        panic!("{what}:\n{text}");
    }
}

#[test]
fn shift_goes_on_past_the_edge_of_a_section_and_back() {
    with_three("selecteren-toetsen", |person| {
        person.presses("Ctrl+1");
        person.is_at("1. Aanleiding");
        person.presses_all(&["Omlaag", "End", "Shift+Home"]);
        assert_eq!(person.selected(), "Er komt een vervolg.");
        // From where Shift+Home led, down past the edge.
        person.presses_all(&["Home", "Shift+Omlaag"]);
        person.is_at("2. Geadviseerd besluit");
        person.sees_across("Er komt een vervolg.");
        person.presses_all(&["Shift+Rechts", "Shift+Rechts"]);
        person.sees_across("Er komt een vervolg.|U ");
        person.presses("Shift+End");
        person.sees_across("Er komt een vervolg.|U wordt geadviseerd om in te stemmen.");
        person.presses("Shift+Omlaag");
        person.is_at("3. Kernpunten");
        person.look("drie-secties");
        person.presses_all(&["Shift+Omhoog", "Shift+Omhoog", "Shift+Omhoog"]);
        person.sees_across("");
        person.is_at("1. Aanleiding");
        assert_ne!(
            person.selected(),
            "",
            "what is selected in the first section"
        );
        // By word, by paragraph, and to both ends of the nota.
        person.presses_all(&["Ctrl+End"]);
        person.is_at("3. Kernpunten");
        person.presses("Ctrl+Shift+Home");
        person.sees_across(
            "De proef is afgerond.|Er komt een vervolg.|U wordt geadviseerd om in te stemmen.|\
             Het vervolg duurt een jaar.|Eerste punt|Tweede punt",
        );
        person.presses("Links");
        person.sees_across("");
        person.is_at("1. Aanleiding");
        person.presses_all(&["Ctrl+Shift+Omlaag", "Ctrl+Shift+Omlaag"]);
        person.is_at("2. Geadviseerd besluit");
        person.presses("Escape");
        person.sees_across("");
        person.meets_no_bar("klaar");
    });
}

#[test]
fn all_of_the_nota_is_copied_cut_and_put_back() {
    with_three("selecteren-alles", |person| {
        person.empties_the_clipboard();
        person.presses("Ctrl+2");
        person.is_at("2. Geadviseerd besluit");
        person.presses("Ctrl+A");
        person.is_at("2. Geadviseerd besluit");
        let (text, html) = person.copies("Ctrl+C");
        assert_eq!(
            text,
            "1. Aanleiding\n\nDe proef is afgerond.\n\nEr komt een vervolg.\n\n\
             2. Geadviseerd besluit\n\nU wordt geadviseerd om in te stemmen.\n\n\
             3. Kernpunten\n\nHet vervolg duurt een jaar.\n\nEerste punt\n\nTweede punt"
        );
        for own in [
            "<h2>2. Geadviseerd besluit</h2>",
            "<li><p>Eerste punt</p></li>",
        ] {
            assert!(html.contains(own), "{html}");
        }
        person.presses("Ctrl+X");
        person.is_at("1. Aanleiding");
        person.saves_so_that("the texts are gone and the headings are not", |text| {
            text.contains("## 3. Kernpunten")
                && !text.contains("proef is")
                && !text.contains("punt\n-")
        });
        person.presses("Ctrl+V");
        person.sees("Geplakt in 3 secties.");
        person.saves_so_that("each text is in its own section", |text| text == THREE);
        // One step back is the paste, one more the cut.
        person.presses("Ctrl+Z");
        person.sees_no("Tweede punt");
        person.presses("Ctrl+Z");
        person.sees("Tweede punt");
        person.saves_so_that("all is as it was", |text| text == THREE);
    });
}

#[test]
fn typing_over_all_is_one_step() {
    with_three("selecteren-typen", |person| {
        person.presses("Ctrl+3");
        person.is_at("3. Kernpunten");
        person.presses("Ctrl+A");
        person.types("Nieuw.");
        person.is_at("1. Aanleiding");
        person.saves_so_that("only the new words stand there", |text| {
            text.contains("## 1. Aanleiding\n\nNieuw.\n")
                && !text.contains("instemmen")
                && text.contains("## 2. Geadviseerd besluit")
                && !text.contains("punt\n")
        });
        person.presses("Ctrl+Z");
        person.sees("Tweede punt");
        person.saves_so_that("all is as it was", |text| text == THREE);
    });
}

#[test]
fn the_mouse_selects_over_sections_too() {
    with_three("selecteren-muis", |person| {
        person.drags_over("Er komt een vervolg.", "Het vervolg duurt een jaar.");
        person.sees_across(
            "Er komt een vervolg.|U wordt geadviseerd om in te stemmen.|Het vervolg duurt een jaar.",
        );
        person.is_at("3. Kernpunten");
        person.look("gesleept");
        person.empties_the_clipboard();
        let (text, _) = person.copies("Ctrl+C");
        assert!(
            text.starts_with("Er komt een vervolg.\n\n2. Geadviseerd besluit\n\n"),
            "{text}"
        );
        // By the menu of the right button too, and what was selected stays so.
        person.empties_the_clipboard();
        person.clicks_right("words", "U wordt geadviseerd");
        person.clicks("Kopiëren");
        wait_until("the menu copies all of it", || {
            person.clipboard("UTF8_STRING") == text
        });
        person.clicks("Vet");
        person.saves_so_that("all of it is bold", |text| {
            text.contains("**Er komt een vervolg.**")
                && text.contains("**U wordt geadviseerd om in te stemmen.**")
                && text.contains("**Het vervolg duurt een jaar.**")
                && !text.contains("**De proef")
        });
        person.presses("Ctrl+Z");
        person.saves_so_that("nothing is bold", |text| text == THREE);
        person.clicks_in("De proef is afgerond.");
        person.presses("Home");
        person.clicks_with_shift("Het vervolg duurt een jaar.");
        person.presses("Delete");
        person.is_at("1. Aanleiding");
        person.saves_so_that("what was selected is gone", |text| {
            text.contains("## 2. Geadviseerd besluit\n\n## 3. Kernpunten\n\nHet vervolg duurt")
        });
        person.presses("Ctrl+Z");
        person.saves_so_that("all is as it was", |text| text == THREE);
        person.meets_no_bar("klaar");
    });
}

#[test]
fn several_sections_are_withheld_in_one_step_and_the_public_text_is_copied() {
    with_three("selecteren-lakken", |person| {
        person.presses("Ctrl+1");
        person.is_at("1. Aanleiding");
        person.presses_all(&["Omlaag", "Home", "Shift+Omlaag", "Shift+End"]);
        person.sees_across("Er komt een vervolg.|U wordt geadviseerd om in te stemmen.");
        person.presses("Ctrl+Shift+L");
        person.sees("Waarom is dit niet openbaar?");
        person.types("5.1.2i");
        person.presses("Enter");
        person.sees_across("");
        person.clicks("Openbaar");
        person.sees("[niet openbaar: art. 5.1, lid 2, onder i, Woo]");
        person.empties_the_clipboard();
        person.presses("Ctrl+1");
        person.is_at("1. Aanleiding");
        person.presses("Ctrl+A");
        let (text, html) = person.copies("Ctrl+C");
        assert!(text.contains("De proef is afgerond."), "{text}");
        for secret in ["Er komt", "geadviseerd om", "data-lak"] {
            assert!(
                !text.contains(secret) && !html.contains(secret),
                "{text}\n{html}"
            );
        }
        // What one does not see is not deleted, and neither is anything beside it.
        person.presses("Delete");
        person.sees("Gelakte tekst kunt u hier niet veranderen");
        person.sees("De proef is afgerond.");
        person.clicks("Intern");
        person.presses("Ctrl+Z");
        person.saves_so_that("one step takes it back", |text| text == THREE);
    });
}

#[test]
fn a_nota_that_can_only_be_read_is_selected_and_copied() {
    let prepare = |folder: &std::path::Path| {
        let file = folder.join("nieuwer.nota.md");
        std::fs::write(&file, THREE.replace("versie: 1", "versie: 99")).expect("the nota");
        vec![file.to_string_lossy().into_owned()]
    };
    prepared_journey("selecteren-alleen-lezen", prepare, |person| {
        person.sees("De proef is afgerond.");
        person.empties_the_clipboard();
        person.clicks_in("De proef is afgerond.");
        person.presses("Ctrl+A");
        let (text, _) = person.copies("Ctrl+C");
        assert!(
            text.contains("2. Geadviseerd besluit\n\nU wordt geadviseerd"),
            "{text}"
        );
        person.presses_all(&["Delete", "Escape"]);
        person.drags_over("Er komt een vervolg.", "U wordt geadviseerd");
        person.sees_across("Er komt een vervolg.|U wordt geadviseerd om in te stemmen.");
        wait_until("nothing is gone", || person.text().contains("Tweede punt"));
        person.look("gesleept");
    });
}

#[test]
fn what_is_selected_is_seen_in_every_theme() {
    with_three("selecteren-thema", |person| {
        for (theme, name) in THEMES {
            person.chooses_theme(theme);
            person.presses("Ctrl+1");
            person.is_at("1. Aanleiding");
            person.presses("Ctrl+A");
            person.meets_no_bar(name);
            // Within one section it looks the same.
            person.presses("Ctrl+Shift+A");
            person.sees_across("");
            person.look(&format!("{name}-een"));
        }
    });
}
