//! The menu of the right button: ours, in Dutch, with what one can do there.

use crate::documents::{with_nota, with_text};

const TWO: &str = "\
---
sjabloon: jenv/beslisnota
versie: 1
onderwerp: Beslisnota proef
---

## 1. Aanleiding

De proef is afgerond.

## 2. Geadviseerd besluit

Akkoord
";

#[test]
fn the_menu_of_the_right_button_is_ours() {
    with_text("snelmenu", TWO, |person| {
        person.clicks_right("words", "De proef is afgerond.");
        person.is_at("Knippen");
        person.look("menu");
        // With nothing selected there is nothing to cut.
        person.presses("Enter");
        person.is_at("Knippen");
        person.presses("Escape");
        person.is_at("1. Aanleiding");
        person.clicks_right("words", "De proef is afgerond.");
        person.clicks("Alles selecteren");
        person.is_at("1. Aanleiding");
        person.clicks_right("words", "De proef is afgerond.");
        person.clicks("Kopiëren");
        // All of the nota is selected: a click elsewhere in it ends that.
        person.clicks_in("Akkoord");
        person.clicks_right("words", "Akkoord");
        person.clicks("Plakken zonder opmaak");
        person.sees_in("2. Geadviseerd besluit", "De proef is afgerond.");
    });
}

#[test]
fn the_menu_of_a_field_cuts_and_pastes() {
    with_nota("snelmenu-veld", |person| {
        person.goes_to("Onderwerp");
        person.presses("Ctrl+A");
        person.clicks_right("field", "Onderwerp");
        person.look("menu");
        person.clicks("Knippen");
        person.is_at("Onderwerp");
        crate::person::wait_until("the field is cut", || {
            person.value_of("Onderwerp").is_empty()
        });
        person.goes_to("Ons kenmerk");
        person.clicks_right("field", "Ons kenmerk");
        person.clicks("Plakken");
        person.is_at("Ons kenmerk");
        person.sees_in("Ons kenmerk", "Beslisnota proef");
    });
}

#[test]
fn the_menus_cut_and_paste_where_one_was() {
    with_text("menu-plakken", TWO, |person| {
        person.presses("Ctrl+1");
        person.chooses("Bewerken", "Sectie selecteren");
        person.is_at("1. Aanleiding");
        person.chooses("Bewerken", "Kopiëren");
        person.is_at("1. Aanleiding");
        person.presses("Ctrl+2");
        person.chooses("Bewerken", "Plakken zonder opmaak");
        person.sees_in("2. Geadviseerd besluit", "De proef is afgerond.");
    });
}

#[test]
fn the_menu_comes_by_key_too() {
    with_nota("snelmenu-toets", |person| {
        person.presses("Ctrl+1");
        person.is_at("1. Aanleiding");
        person.points(&["key", "Menu"]);
        person.is_at("Knippen");
        person.presses("Omlaag");
        person.is_at("Kopiëren");
        person.presses("Escape");
        person.is_at("1. Aanleiding");
    });
}
