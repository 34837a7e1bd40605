//! The look that the system asks for: much contrast, and nothing that moves.

use serde_json::json;

use crate::person::{NOTA, Person, prepared_journey};

/// Anything that moves by itself, and what the web view was told of the system.
const MOVES: &str = "
const still = (time) => time.split(', ').every((own) => parseFloat(own) === 0)
const moving = [...document.querySelectorAll('*')].filter((element) => {
  const { animationName, transitionDuration } = getComputedStyle(element)
  return animationName !== 'none' || !still(transitionDuration)
})
return [matchMedia('(prefers-reduced-motion: reduce)').matches, moving.length, document.getAnimations().length]";

fn is_calm(person: &Person, screen: &str) {
    person.meets_no_bar(screen);
    let moves = person.script(MOVES, Vec::new());
    assert_eq!(moves, json!([true, 0, 0]), "{screen}");
}

#[test]
fn the_window_follows_the_system_in_contrast_and_calm() {
    let prepare = |folder: &std::path::Path| {
        let own = folder.with_file_name("thuis/config/gtk-3.0");
        std::fs::create_dir_all(&own).expect("the folder of GTK");
        let settings = "[Settings]\ngtk-theme-name=HighContrast\ngtk-enable-animations=0\n";
        std::fs::write(own.join("settings.ini"), settings).expect("settings of GTK");
        std::fs::write(folder.join("proef.nota.md"), NOTA).expect("the nota");
        vec!["proef.nota.md".to_owned()]
    };
    prepared_journey("systeem", prepare, |person| {
        person.sees("1 pagina");
        person.goes_to("1. Aanleiding");
        person.presses("F8");
        is_calm(person, "nota");
        person.presses("Ctrl+E");
        is_calm(person, "exporteren");
        person.presses("Escape");
        person.presses("Ctrl+W");
        person.sees("Eerder geopend");
        is_calm(person, "start");
    });
}
