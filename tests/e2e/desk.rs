//! The start as a desk: the notas of before by what they are about, and two of
//! them beside each other in two windows.

use std::path::Path;

use crate::person::{Person, THEMES, prepared_journey, wait_until};

/// A nota about something, for somebody.
fn nota(subject: &str, text: &str, more: &str) -> String {
    format!(
        "---\nsjabloon: jenv/beslisnota\nversie: 1\nonderwerp: {subject}\naan:\n  - Minister van Justitie en \
         Veiligheid\n{more}---\n\n## 1. Aanleiding\n\n{text}\n"
    )
}

/// Three notas, of which the last one opens.
fn three(folder: &Path) -> Vec<String> {
    let decided = "kenmerk: \"5301122\"\nbeslissing: akkoord\nbeslissing-datum: 2024-03-20\n";
    let notas = [
        (
            "een",
            nota("Beslisnota fietspad", "Het fietspad is af.", ""),
        ),
        (
            "twee",
            nota("Beslisnota wijkpost", "De post opent in mei.", decided),
        ),
        (
            "drie",
            nota("Beslisnota haven", "De haven wordt dieper.", ""),
        ),
    ];
    for (name, text) in &notas {
        std::fs::write(folder.join(format!("{name}.nota.md")), text).expect("a nota");
    }
    vec!["drie.nota.md".to_owned()]
}

impl Person {
    /// Opens a nota of this journey by the dialog for files.
    fn opens(&self, name: &str, words: &str) {
        self.will_choose(&self.document(name));
        self.presses("Ctrl+O");
        self.sees(words);
    }

    /// Opens all three, and goes to the start.
    fn opens_three(&self) {
        self.sees("De haven wordt dieper.");
        self.opens("een.nota.md", "Het fietspad is af.");
        self.opens("twee.nota.md", "De post opent in mei.");
        self.presses("Ctrl+W");
        self.sees("Eerder geopend");
    }

    /// How many first pages are drawn.
    fn first_pages(&self) -> u64 {
        let script = "return [...document.querySelectorAll('.blad canvas')]\
                      .filter((own) => own.width > 0).length";
        self.script(script, Vec::new()).as_u64().unwrap_or_default()
    }

    /// The windows of the program on this screen that are called so, each by its
    /// left edge and its width.
    fn windows(&self, name: &str) -> Vec<(i32, i32)> {
        let search = ["search", "--onlyvisible", "--name", name];
        let found = self.stage.program("xdotool").args(search).output();
        let found = found.expect("install xdotool").stdout;
        let ids = String::from_utf8_lossy(&found).into_owned();
        let place = |id: &str| {
            let asked = ["getwindowgeometry", "--shell", id];
            let said = self.stage.program("xdotool").args(asked).output().ok()?;
            let said = String::from_utf8_lossy(&said.stdout).into_owned();
            let value = |key: &str| {
                let line = said.lines().find_map(|line| line.strip_prefix(key))?;
                line.parse::<i32>().ok()
            };
            Some((value("X=")?, value("WIDTH=")?))
        };
        ids.lines().filter_map(place).collect()
    }
}

#[test]
fn notas_of_before_are_found_by_what_they_are_about() {
    prepared_journey("bureau", three, |person| {
        person.opens_three();
        for words in [
            "Beslisnota fietspad",
            "Beslisnota wijkpost",
            "aan Minister van Justitie en Veiligheid · 5301122",
            "vandaag, ",
            "Concept, nog ",
        ] {
            person.sees(words);
        }
        person.sees("Besloten");
        wait_until("the first pages are drawn", || person.first_pages() == 3);
        person.meets_no_bar("lijst");
        // By a word that stands in the text only, and by a number.
        person.goes_to("Zoek in uw nota’s");
        person.types("fiets af");
        person.sees("1 nota gevonden");
        person.sees_no_button("Beslisnota wijkpost openen");
        person.presses("Escape");
        person.types("5301122");
        person.sees_no_button("Beslisnota fietspad openen");
        person.presses("Escape");
        person.types("bestaatniet");
        person.sees("Geen van deze nota’s heeft die woorden.");
        person.presses("Escape");
        // Files that went or are broken say so themselves, after another start.
        std::fs::remove_file(person.document("een.nota.md")).expect("a file goes");
        std::fs::write(person.document("drie.nota.md"), [0xff, 0x00, 0xfe, 0x41]).expect("bytes");
        person.opens("twee.nota.md", "De post opent in mei.");
        person.presses("Ctrl+W");
        person.sees("Eerder geopend");
        person.sees("een.nota.md");
        person.sees("drie.nota.md");
        wait_until("two files say what is the matter", || {
            let script = "return document.querySelectorAll('.waarom').length";
            person.script(script, Vec::new()).as_u64() == Some(2)
        });
        person.look("weg-en-stuk");
    });
}

#[test]
fn the_desk_fits_in_every_theme_and_width() {
    prepared_journey("bureau-beeld", three, |person| {
        person.opens_three();
        wait_until("the first pages are drawn", || person.first_pages() == 3);
        for (theme, name) in THEMES {
            person.chooses_theme(theme);
            for width in [1024, 1366, 1600] {
                person.resizes_the_window(width, 900);
                person.meets_no_bar(&format!("{name}-{width}"));
            }
        }
    });
}

#[test]
fn two_notas_stand_beside_each_other_in_two_windows() {
    prepared_journey("twee-vensters", three, |person| {
        person.opens_three();
        person.clicks("Beslisnota fietspad openen in een tweede venster");
        wait_until("the second window has its nota", || {
            person.windows("Beslisnota fietspad").len() == 1
        });
        // The first one goes on with a nota of its own, on the other half.
        person.sees("5301122");
        person.clicks_where("Beslisnota wijkpost Besloten");
        person.sees("De post opent in mei.");
        wait_until("they stand beside each other", || {
            let (first, second) = (person.windows("wijkpost"), person.windows("fietspad"));
            matches!((&first[..], &second[..]), ([(x, width)], [(other, _)])
                if *x <= 10 && *width <= 810 && *other >= 790)
        });
        person.look("links");
        // The same nota twice is said, and the desk of the one is not that of the
        // other.
        person.opens("een.nota.md", "Het fietspad is af.");
        person.sees("ook geopend in een ander venster");
        // From the menu a window comes at the start.
        person.chooses("Bestand", "Nieuw venster");
        wait_until("a third window is there", || {
            person.windows("^Beslisnota$").len() == 1
        });
    });
}
