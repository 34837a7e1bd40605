//! The pages beside the form: a click leads to the text, the caret is marked.

use crate::documents::with_example;

#[test]
fn a_click_on_a_page_leads_to_the_field_or_the_letter() {
    with_example("paginas", |person| {
        // The first words of the section, and the end of its last line.
        person.clicks_on_page(1, 14.0, 47.9);
        person.is_at("1. Aanleiding");
        person.presses_all(&["Home", "Shift+End"]);
        person.look("aanleiding");
        person.types("Hier. ");
        person.sees("Hier.");
        // A field in the column beside the text: it opens and has the focus.
        person.clicks_on_page(1, 80.0, 28.5);
        person.is_at("Datum");
        person.look("datum");
        // The subject, at the letter that was clicked.
        person.clicks_on_page(1, 36.0, 32.0);
        person.is_at("Onderwerp");
    });
}
