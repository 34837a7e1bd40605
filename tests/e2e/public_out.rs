//! While the public version is shown, only that version leaves the window: on
//! the clipboard of the screen, to the printer and to the mail program.

use std::path::Path;

use nota_tests::pdf;

use crate::person::{Person, prepared_journey, wait_until};

/// A nota with something withheld in each way.
const NOTA: &str = "\
---
sjabloon: jenv/beslisnota
versie: 1
onderwerp: Beslisnota wijkpost
aan:
  - Minister van Justitie en Veiligheid
onderdeel: Directoraat-Generaal Politie
datum: 2024-03-15
kenmerk: \"5301122\"
---

## 1. Aanleiding

Afgestemd met [mevrouw Zwartjes]{.lak grond=\"5.1.2e\"} van de [wijkpost](https://www.politie.nl).

## 2. Geadviseerd besluit

U wordt geadviseerd om de brief te verzenden.

## 3. Kernpunten

De post opent in mei.

::: {.lak grond=\"5.1.2b\"}
Het bod is twaalf miljoen euro.
:::

## 5. Informatie die niet openbaar gemaakt kan worden

### 5.1 Toelichting

De persoonsgegevens van de ambtenaren zijn niet openbaar ter bescherming van de persoonlijke levenssfeer (art. 5.1, lid 2, onder e, Woo). De economische of financiële belangen van de overheid (art. 5.1, lid 2, onder b, Woo) wegen zwaarder.

### 5.2 Informatie die niet openbaar gemaakt kan worden

De onderhandelaar heet Quintus.
";

/// What is withheld in it.
const WITHHELD: [&str; 3] = ["Zwartjes", "twaalf miljoen", "Quintus"];

const PLACEHOLDER: &str = "[niet openbaar: art. 5.1, lid 2, onder e, Woo]";

fn holds_nothing_withheld(what: &str, text: &str) {
    let solid: String = text.split_whitespace().collect();
    for secret in WITHHELD {
        let wanted: String = secret.split_whitespace().collect();
        assert!(!solid.contains(&wanted), "{what} holds {secret:?}:\n{text}");
    }
}

fn with_nota(name: &str, act: impl FnOnce(&mut Person)) {
    let prepare = |folder: &Path| {
        std::fs::write(folder.join("wijkpost.nota.md"), NOTA).expect("the nota");
        vec!["wijkpost.nota.md".to_owned()]
    };
    prepared_journey(name, prepare, |person| {
        person.sees("Beslisnota wijkpost");
        act(person);
    });
}

impl Person {
    /// What another program would paste, in one of its forms; empty when the
    /// clipboard does not have it.
    pub(crate) fn clipboard(&self, form: &str) -> String {
        let asked = ["-selection", "clipboard", "-o", "-t", form];
        let mut program = self.stage.program("xclip");
        let output = program.args(asked).output();
        let output = output.expect("the clipboard is read: install xclip");
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// Copies what is selected with this key, and gives it as text and as HTML.
    pub(crate) fn copies(&self, key: &str) -> (String, String) {
        self.presses(key);
        let mut text = String::new();
        wait_until("something is on the clipboard", || {
            text = self.clipboard("UTF8_STRING");
            !text.is_empty()
        });
        (text, self.clipboard("text/html"))
    }

    /// Forgets what is on the clipboard, so that the next copy is a new one.
    pub(crate) fn empties_the_clipboard(&self) {
        let mut program = self.stage.program("xclip");
        let emptied = program
            .args(["-selection", "clipboard", "-i", "/dev/null"])
            .status();
        assert!(emptied.is_ok_and(|status| status.success()));
    }

    /// Takes the ground of what is withheld away, so that there is no public
    /// version.
    fn breaks_the_ground(&self) {
        let text = self.reads_text("wijkpost.nota.md");
        let broken = text.replace(" grond=\"5.1.2e\"", "");
        std::fs::write(self.document("kapot.nota.md"), broken).expect("the nota");
        self.will_choose(&self.document("kapot.nota.md"));
        self.presses("Ctrl+O");
        self.sees("1 fout");
        self.clicks("Openbaar");
        self.sees("Nog één punt, dan is er een openbare versie");
    }
}

#[test]
fn copying_in_the_public_view_gives_the_public_text() {
    with_nota("kopieren", |person| {
        person.clicks("Openbaar");
        person.sees(PLACEHOLDER);
        for (key, section) in [("Ctrl+1", "1. Aanleiding"), ("Ctrl+3", "3. Kernpunten")] {
            for copy in ["Ctrl+C", "Ctrl+X"] {
                person.empties_the_clipboard();
                person.presses(key);
                person.is_at(section);
                person.presses("Ctrl+Shift+A");
                let (text, html) = person.copies(copy);
                assert!(text.contains("[niet openbaar: art. 5.1"), "{text}");
                assert!(html.contains("[niet openbaar: art. 5.1"), "{html}");
                holds_nothing_withheld("the text", &text);
                holds_nothing_withheld("the HTML", &html);
                assert!(!html.contains("data-lak"), "{html}");
            }
        }
        // What one does not see is not cut.
        person.sees("Gelakte tekst kunt u hier niet veranderen");
        person.meets_no_bar("geknipt");
        // All of the window, its pages included.
        person.empties_the_clipboard();
        person.clicks("Openbaar");
        person.script(
            "document.activeElement.blur(); getSelection().selectAllChildren(document.body)",
            Vec::new(),
        );
        let (text, html) = person.copies("Ctrl+C");
        assert!(text.contains("De post opent in mei."), "{text}");
        holds_nothing_withheld("all text", &text);
        holds_nothing_withheld("all HTML", &html);

        person.clicks("Intern");
        person.sees("mevrouw Zwartjes");
        person.empties_the_clipboard();
        person.presses("Ctrl+1");
        person.presses("Ctrl+Shift+A");
        let (text, _) = person.copies("Ctrl+C");
        assert!(text.contains("mevrouw Zwartjes van de wijkpost"), "{text}");
    });
}

#[test]
fn printing_in_the_public_view_hands_over_the_public_version_or_nothing() {
    with_nota("afdrukken-openbaar", |person| {
        person.clicks("Openbaar");
        person.sees(PLACEHOLDER);
        person.clicks("Bestand");
        person.sees("Openbare versie afdrukken");
        person.look("menu");
        person.clicks("Openbare versie afdrukken");
        person.sees("De openbare versie is geopend.");
        person.meets_no_bar("geopend");
        let opened = person.sees_opened("Beslisnota wijkpost-openbaar.pdf");
        let text = pdf::text(&opened).expect("a PDF");
        assert!(text.contains("De post opent in mei."), "{text}");
        holds_nothing_withheld("the printed PDF", &text);

        let before = person.opened().len();
        person.breaks_the_ground();
        person.presses("Ctrl+P");
        person.sees("Er is niets afgedrukt");
        person.sees("De interne versie is ook nergens heen gegaan.");
        person.meets_no_bar("geweigerd");
        assert_eq!(person.opened().len(), before, "nothing went out");
        let own = person.document("../thuis/data/beslisnota/uit");
        let names = std::fs::read_dir(own).expect("the folder of what goes out");
        let names: Vec<_> = names
            .flatten()
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect();
        assert_eq!(names, ["Beslisnota wijkpost-openbaar.pdf"]);
    });
}

#[test]
fn a_mail_from_the_public_view_holds_the_public_version() {
    with_nota("mailen-openbaar", |person| {
        person.clicks("Openbaar");
        person.sees(PLACEHOLDER);
        person.chooses("Bestand", "Openbare versie e-mailen…");
        person.clicks("Concept openen");
        person.sees("De e-mail met de openbare versie is aan uw mailprogramma gegeven.");
        person.look("klaar");
        let opened = person.sees_opened(".eml");
        let draft = std::fs::read_to_string(opened).expect("the draft");
        assert!(
            draft.contains("Beslisnota wijkpost-openbaar.pdf"),
            "{draft}"
        );
        let file = person.document("bijlage.pdf");
        std::fs::write(&file, crate::mail::attachment(&draft)).expect("the attachment");
        let text = pdf::text(&file).expect("a PDF");
        assert!(text.contains("De post opent in mei."), "{text}");
        holds_nothing_withheld("the attachment", &text);
        holds_nothing_withheld("the draft", &draft);
        person.will_choose(&person.document("concept.eml"));
        person.chooses("Bestand", "E-mail met openbare PDF opslaan als…");
        person.sees("De e-mail is opgeslagen als concept.eml. De openbare versie zit erbij.");

        person.breaks_the_ground();
        person.chooses("Bestand", "Openbare versie e-mailen…");
        person.clicks("Concept openen");
        person.sees("Er is geen e-mail gemaakt");
        person.meets_no_bar("geweigerd");
    });
}

#[test]
fn a_refused_export_leaves_nothing_and_says_what_older_file_stands() {
    with_nota("oudere-openbare", |person| {
        person.will_choose(&person.document(""));
        person.presses("Ctrl+E");
        person.clicks("Openbaar");
        person.clicks("Verder…");
        person.sees("Wat is gelakt");
        person.clicks("Openbaar exporteren");
        person.sees("Beslisnota wijkpost-openbaar.pdf is gemaakt");
        person.sees("Dit is de openbare versie, zonder wat is gelakt.");
        person.sees("publiceer het niet");
        person.meets_no_bar("gemaakt");
        let report = "Bewijs (niet publiceren)/Beslisnota wijkpost-openbaar.pdf.bewijs.txt";
        assert!(person.reads_text(report).contains("1 gelakt, 0 gevonden"));
        person.clicks("Sluiten");
        person.breaks_the_ground();
        person.clicks("Naast elkaar…");
        person.sees("Eén punt houdt de openbare versie tegen");
        person.sees("staat er nog. Dat is een oudere versie");
        person.meets_no_bar("ouder");
    });
}
