//! Files of elsewhere, from the window: a Word nota that is dropped on it up to
//! its PDF, one into the nota that is open, our own PDF, and files that mean
//! harm.

use std::path::PathBuf;

use nota_tests::{files, pdf};

use crate::person::{NOTA, Person, journey, prepared_journey};

/// Files of other programs.
const FILES: &str = "tests/e2e/bestanden";

/// A Word nota of a ministry: the letterhead stands in the header of its first
/// page, in frames and a table, and one of its headings is only bold.
const WORD: &str = "rijkshuisstijl.docx";

fn file(name: &str) -> Vec<u8> {
    let path = files::root().join(FILES).join(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

impl Person {
    fn has_a_file(&self, name: &str) -> PathBuf {
        let path = self.document(name);
        std::fs::write(&path, file(name)).expect("the file");
        path
    }

    fn imports(&self, path: &std::path::Path) {
        self.will_choose(path);
        self.chooses("Bestand", "Importeren…");
    }
}

#[test]
fn a_word_nota_that_is_dropped_becomes_a_nota_and_its_pdf() {
    journey("importeren-slepen", &[], |person| {
        person.sees("Eerder geopend");
        let path = person.has_a_file(WORD);
        person.drops(&path);
        person.sees("Importeren: rijkshuisstijl.docx");
        person.sees("Kijk na of deze 4 kloppen.");
        person.meets_no_bar("kijken");
        // Each guess with one key; then the button has the focus.
        person.clicks_where("Klopt: Veld: Directoraat-generaal of cluster");
        for left in ["deze 2 kloppen", "dit klopt"] {
            person.presses("Enter");
            person.sees(&format!("Kijk na of {left}"));
        }
        person.presses("Enter");
        person.sees("Er is niets na te kijken.");
        person.is_at("Maak de nota");
        person.meets_no_bar("nagekeken");
        person.presses("Enter");
        person.sees("Dit is een nieuwe nota met de tekst van rijkshuisstijl.docx.");
        person.sees("Tijdens het commissiedebat is een motie aangenomen.");
        person.look("nota");
        assert_eq!(person.reads(WORD), file(WORD), "the file is as it was");
        person.presses("Ctrl+E");
        person.will_choose(&person.document("nota.pdf"));
        person.clicks("Exporteren");
        person.sees("nota.pdf is gemaakt");
        let text = pdf::text(&person.document("nota.pdf")).expect("a PDF");
        for words in [
            "Beslisnota Kamerbrief voorbeelddossier",
            "Directie Voorbeeldzaken",
            "5254387",
            "Getypt streepje als opsomming",
            "Van: Directeur-Generaal Voorbeeld",
        ] {
            assert!(text.contains(words), "{words} in {text}");
        }
    });
}

#[test]
fn what_was_guessed_wrong_is_changed_before_the_nota_is_made() {
    journey("importeren-kiezen", &[], |person| {
        person.sees("Eerder geopend");
        let path = person.has_a_file(WORD);
        person.imports(&path);
        person.sees("Importeren: rijkshuisstijl.docx");
        person.selects("Wat is “Aanleiding”?", "Tussenkop");
        person.sees("Kijk na of deze 3 kloppen.");
        person.clicks_where("Iets anders maken van “Getypt streepje");
        person.is_at("Wat is “Getypt streepje als opsomming”?");
        person.selects(
            "Wat is “Getypt streepje als opsomming”?",
            "Naar Overige tekst",
        );
        person.sees_no("31 van de 688 tekens");
        person.sees("van de 688 tekens hebben geen plaats");
        person.look("gekozen");
        person.clicks("Alles goed: maak de nota");
        person.sees("Dit is een nieuwe nota");
        // Who closes it is asked: it is in no file.
        person.will_choose(&person.document("nieuw.nota.md"));
        person.presses("Ctrl+S");
        person.sees("Opgeslagen om");
        let text = person.reads_text("nieuw.nota.md");
        let rest = text.split("## Overige tekst").nth(1).unwrap_or_default();
        assert!(rest.contains("Getypt streepje als opsomming"), "{text}");
        assert!(text.contains("### Aanleiding"), "{text}");
    });
}

#[test]
fn a_file_comes_in_the_open_nota_section_by_section_as_one_step() {
    let prepare = |folder: &std::path::Path| {
        std::fs::write(folder.join("open.nota.md"), NOTA).expect("the nota");
        vec!["open.nota.md".to_owned()]
    };
    prepared_journey("importeren-erbij", prepare, |person| {
        person.sees("De proef is afgerond.");
        let path = person.has_a_file(WORD);
        person.imports(&path);
        person.clicks("In de nota die open is");
        person.sees("Komt achter de tekst die er al staat.");
        person.meets_no_bar("erbij");
        person.clicks("Overige tekst");
        person.clicks_where("in de nota");
        person.sees("De tekst van rijkshuisstijl.docx staat in de nota.");
        person.presses("Ctrl+S");
        person.sees("Opgeslagen om");
        let text = person.reads_text("open.nota.md");
        let first = "## 1. Aanleiding\n\nDe proef is afgerond.\n\nMet deze nota wordt u gevraagd";
        assert!(text.contains(first), "{text}");
        assert!(text.contains("onderwerp: Beslisnota proef"), "{text}");
        assert!(text.contains("kenmerk: \"5254387\""), "{text}");
        assert!(!text.contains("Directeur-Generaal"), "{text}");
        person.presses("Ctrl+Z");
        person.sees_no("Getypt streepje");
        person.presses("Ctrl+S");
        person.sees("Opgeslagen om");
        crate::person::wait_until("one step takes all of it back", || {
            person.reads_text("open.nota.md") == NOTA
        });
    });
}

#[test]
fn a_pdf_with_the_nota_in_it_opens_as_that_nota() {
    let prepare = |folder: &std::path::Path| {
        std::fs::write(folder.join("open.nota.md"), NOTA).expect("the nota");
        vec!["open.nota.md".to_owned()]
    };
    prepared_journey("importeren-bron", prepare, |person| {
        person.sees("De proef is afgerond.");
        person.presses("Ctrl+E");
        person.clicks("De nota zelf meenemen in de pdf");
        person.will_choose(&person.document("mee.pdf"));
        person.clicks("Exporteren");
        person.sees("mee.pdf is gemaakt");
        person.presses("Escape");
        person.will_choose(&person.document("mee.pdf"));
        person.presses("Ctrl+O");
        person.sees("Dit is een nieuwe nota met de tekst van mee.pdf.");
        person.will_choose(&person.document("terug.nota.md"));
        person.presses("Ctrl+S");
        person.sees("Opgeslagen om");
        assert_eq!(person.reads_text("terug.nota.md"), NOTA);
    });
}

#[test]
fn a_file_that_means_harm_is_refused_in_words() {
    journey("importeren-vijandig", &[], |person| {
        person.sees("Eerder geopend");
        let path = person.has_a_file("entiteiten.docx");
        person.imports(&path);
        person.sees("entiteiten.docx kan niet worden geïmporteerd");
        person.sees("Dit bestand heeft eigen definities in zijn XML");
        person.meets_no_bar("geweigerd");
        let path = person.has_a_file("oud-word.docx");
        person.will_choose(&path);
        person.clicks("Ander bestand kiezen");
        person.sees("Open het in Word en bewaar het als .docx");
        person.clicks("Sluiten");
        // Opened instead of imported it is known for what it is too.
        person.presses("Ctrl+O");
        person.sees("oud-word.docx kan niet worden geïmporteerd");
    });
}
