//! The language of the nota: a mistake is made, marked, mended by keyboard and
//! by mouse, undone, and a word is right from then on.

use serde_json::{Value, json};

use crate::person::{NOTA, PATIENCE, Person, journey, prepared_journey};

/// What is marked in the texts, and of which kind.
const MARKED: &str = "
const kind = (own) => [...own.classList].find((name) => /^taal-(spelling|grammatica|eenvoudig|ambacht)$/.test(name))
return [...document.querySelectorAll('.ProseMirror .taal')]
  .map((own) => own.textContent + ' ' + kind(own)).join(', ')";

/// The middle of the first mark, in pixels of the window.
const MIDDLE: &str = "
const box = document.querySelector('.ProseMirror .taal').getBoundingClientRect()
return [Math.round(box.left + box.width / 2), Math.round(box.top + box.height / 2)]";

impl Person {
    /// Waits until this is marked, as "word taal-kind, …".
    fn sees_marked(&self, wanted: &str) {
        let start = std::time::Instant::now();
        while self.marked() != wanted {
            let waited = start.elapsed();
            assert!(
                waited < PATIENCE,
                "marked is \"{}\", not \"{wanted}\"",
                self.marked()
            );
            std::thread::sleep(std::time::Duration::from_millis(25));
        }
    }

    fn marked(&self) -> String {
        let marked = self.script(MARKED, Vec::new());
        marked.as_str().unwrap_or_default().to_owned()
    }

    /// Presses the right button of the mouse on the first mark.
    fn asks_by_mouse(&self) {
        let at = self.script(MIDDLE, Vec::new());
        let at = |index: usize| at[index].as_i64().expect("a number");
        let actions = self
            .driver()
            .action_chain()
            .move_to(at(0), at(1))
            .context_click();
        self.runtime.block_on(actions.perform()).expect("a click");
    }
}

#[test]
fn a_mistake_is_marked_and_mended_by_keyboard_and_by_mouse() {
    journey("taal", &[], |person| {
        person.clicks("Justitie en Veiligheid");
        person.is_at("Onderwerp");
        person.presses("Ctrl+1");
        person.is_at("1. Aanleiding");
        // Not while one types the word, but when it is left.
        person.types("De minsiter");
        person.sees("Niet opgeslagen");
        std::thread::sleep(std::time::Duration::from_millis(1500));
        assert_eq!(person.marked(), "");
        person.types(" stuurt derhalve een brief.");
        person.sees_marked("minsiter taal-spelling, derhalve taal-eenvoudig");
        person.sees("Taal: 1 spelling, 1 eenvoudig");
        person.look("gemarkeerd");
        // By keyboard, at the caret.
        person.presses("Home");
        person.presses_all(&["Rechts", "Rechts", "Rechts", "Rechts"]);
        person.presses("Alt+Enter");
        person.is_at("minister");
        person.meets_no_bar("voorstellen");
        person.presses("Enter");
        person.is_at("1. Aanleiding");
        person.sees("De minister stuurt derhalve");
        person.sees_marked("derhalve taal-eenvoudig");
        // Undone, the mark is there again.
        person.presses("Ctrl+Z");
        person.sees_marked("minsiter taal-spelling, derhalve taal-eenvoudig");
        // By mouse.
        person.asks_by_mouse();
        person.sees("Voeg toe aan mijn woordenlijst");
        person.look("menu");
        person.clicks("minister");
        person.sees_marked("derhalve taal-eenvoudig");
        // The menu key too; Escape leads back.
        person.presses("Home");
        for _ in 0.."De minister stuurt de".len() {
            person.presses("Rechts");
        }
        person.presses("Shift+F10");
        person.sees("Veranderen in “daarom”");
        person.presses("Escape");
        person.is_at("1. Aanleiding");
    });
}

#[test]
fn the_language_is_gone_through_from_one_to_the_next() {
    let text = NOTA.replace(
        "De proef is afgerond.",
        "De minsiter stuurt de dronevlieger naar de minsiter. Dan is de de brief af.",
    );
    let prepare = |folder: &std::path::Path| {
        std::fs::write(folder.join("taal.nota.md"), text).expect("the nota");
        vec!["taal.nota.md".to_owned()]
    };
    prepared_journey("taal-nakijken", prepare, |person| {
        let marked = "minsiter taal-spelling, dronevlieger taal-spelling, minsiter taal-spelling, de de taal-grammatica";
        person.sees_marked(marked);
        person.presses("F7");
        person.sees("1 van 4");
        person.is_at("minister");
        person.meets_no_bar("nakijken");
        // All of them at once.
        person.clicks("Overal vervangen door");
        person.sees_marked("dronevlieger taal-spelling, de de taal-grammatica");
        person.sees("1 van 2");
        // A word that is right in this nota.
        person.clicks("Negeer in deze nota");
        person.sees_marked("de de taal-grammatica");
        person.presses("Ctrl+Z");
        person.sees_marked("dronevlieger taal-spelling, de de taal-grammatica");
        // And in all notas of this drafter, also after a new start.
        person.sees("2 van 2");
        person.clicks("Vorige melding");
        person.sees("1 van 2");
        person.clicks("Voeg toe aan mijn woordenlijst");
        person.sees_marked("de de taal-grammatica");
        person.presses("Ctrl+S");
        person.sees("Opgeslagen om");
        person.starts_afresh(&["taal.nota.md".to_owned()]);
        person.sees_marked("de de taal-grammatica");
        // A switch takes its kind away, and that is remembered.
        person.presses("F7");
        person.sees("1 van 1");
        person.clicks("Grammatica");
        person.sees("Er is niets gevonden in de taal van deze nota.");
        person.starts_afresh(&["taal.nota.md".to_owned()]);
        person.sees("Taal: niets gevonden");
        person.presses("F7");
        person.sees("Er is niets gevonden");
        let off =
            "return document.querySelector('#taal input:not(:checked)').labels[0].innerText.trim()";
        assert_eq!(person.script(off, Vec::new()), json!("Grammatica"));
    });
}

#[test]
fn letters_of_dead_keys_are_made_amid_marks() {
    journey("taal-dode-toetsen", &[], |person| {
        person.clicks("Justitie en Veiligheid");
        person.is_at("Onderwerp");
        person.presses("Ctrl+1");
        person.is_at("1. Aanleiding");
        person.types("De minsiter uit ");
        person.sees_marked("minsiter taal-spelling");
        // A letter is composed while marks are asked to be drawn.
        let composes = "
const done = arguments[0]
const text = document.activeElement
const send = (name, data) => text.dispatchEvent(new CompositionEvent(name, { data, bubbles: true }))
send('compositionstart', '')
send('compositionupdate', '´')
setTimeout(() => {
  const before = document.querySelectorAll('.ProseMirror .taal').length
  send('compositionend', '')
  done(before)
}, 600)";
        assert_eq!(person.promised(composes, Vec::new()), json!(1));
        // The keyboard of the screen: dead keys as a drafter has them.
        let mut keys = person.stage.program("xdotool");
        let keys = keys.args([
            "key",
            "--delay",
            "60",
            "B",
            "e",
            "l",
            "g",
            "i",
            "dead_diaeresis",
            "e",
            "space",
        ]);
        assert!(
            keys.status().is_ok_and(|status| status.success()),
            "xdotool types"
        );
        person.sees("uit België");
        person.sees_marked("minsiter taal-spelling");
        let text = "return document.activeElement.innerText.trim()";
        assert_eq!(
            person.script(text, Vec::new()),
            Value::from("De minsiter uit België")
        );
    });
}
