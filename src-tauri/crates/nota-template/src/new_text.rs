//! The text of a new nota: the fields to fill in and the sections with their
//! hints.

use crate::spec::{FieldKind, FieldSpec, SectionSpec, TODAY, Template};

impl Template {
    /// The text of a new nota, made on this day (`JJJJ-MM-DD`): the required
    /// fields and those with a default, and the sections that a new nota has,
    /// each with its hint.
    pub fn new_text(&self, today: &str) -> String {
        self.text_with(today, |section| self.hint_in_text(section))
    }

    /// The same with empty sections, for a form that shows the hints beside
    /// the text.
    pub fn new_text_without_hints(&self, today: &str) -> String {
        self.text_with(today, |_| None)
    }

    fn text_with<'a>(
        &'a self,
        today: &str,
        body: impl Fn(&'a SectionSpec) -> Option<&'a str>,
    ) -> String {
        let mut text = format!("---\nsjabloon: {}\nversie: 1\n", self.id);
        for field in &self.velden {
            if field.verplicht || field.standaard.is_some() {
                put_field(&mut text, field, today);
            }
        }
        text.push_str("---\n");
        for section in self.secties.iter().filter(|own| own.in_nieuwe_nota) {
            let level = usize::from(self.level(section));
            let number = section.printed_number();
            let number = number.map(|number| number + " ").unwrap_or_default();
            let title = &section.titel;
            text.push_str(&format!("\n{} {number}{title}\n", "#".repeat(level)));
            if let Some(body) = body(section) {
                text.push_str(&format!("\n{body}\n"));
            }
        }
        text
    }

    /// The hint of a section that a new nota says in its text.
    fn hint_in_text<'a>(&self, section: &'a SectionSpec) -> Option<&'a str> {
        let hint = section.hint.as_deref()?;
        (!self.starts_with_part(section)).then_some(hint)
    }

    /// Whether a part of this section stands in a new nota: then its text
    /// belongs there.
    fn starts_with_part(&self, section: &SectionSpec) -> bool {
        self.secties
            .iter()
            .any(|own| own.in_nieuwe_nota && own.onderdeel_van.as_ref() == Some(&section.sleutel))
    }
}

fn put_field(text: &mut String, field: &FieldSpec, today: &str) {
    let key = &field.sleutel;
    let value = match (&field.soort, field.standaard.as_deref()) {
        (FieldKind::Datum, Some(TODAY)) => today.to_owned(),
        (_, Some(value)) => quote(value),
        (_, None) => String::new(),
    };
    let line = match &field.soort {
        FieldKind::Lijst | FieldKind::Adressaten if !value.is_empty() => {
            format!("{key}:\n  - {value}\n")
        }
        _ if value.is_empty() => format!("{key}:\n"),
        _ => format!("{key}: {value}\n"),
    };
    text.push_str(&line);
}

/// A value as YAML reads it: in double quotes.
fn quote(value: &str) -> String {
    format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use crate::Registry;

    fn check(id: &str, expected: Expect) {
        let template = Registry::builtin().find(id).expect("built in");
        expected.assert_eq(&template.new_text("2026-11-23"));
    }

    #[test]
    fn without_hints_the_sections_are_empty() {
        let template = Registry::builtin().fallback();
        let with = template.new_text("2026-11-23");
        let hints = template.secties.iter().filter_map(|own| own.hint.as_ref());
        let expected = hints.fold(with.clone(), |text, hint| {
            text.replace(&format!("\n{hint}\n"), "")
        });
        assert_ne!(expected, with);
        assert_eq!(template.new_text_without_hints("2026-11-23"), expected);
    }

    #[test]
    fn a_new_nota_of_jenv() {
        check(
            "jenv/beslisnota",
            expect![[r#"
            ---
            sjabloon: jenv/beslisnota
            versie: 1
            onderwerp:
            aan:
            onderdeel:
            datum: 2026-11-23
            kenmerk:
            ---

            ## 1. Aanleiding

            [Beschrijf in één alinea waarom deze nota nu voorligt.]

            ## 2. Geadviseerd besluit

            [Schrijf wat u de bewindspersoon adviseert te besluiten: U wordt geadviseerd om …]

            ## 3. Kernpunten

            [Noem de hoofdpunten: het probleem, het doel, de keuzes en de risico's.]

            ## 4. Toelichting

            [Geef hier alleen de achtergrond die nodig is om te beslissen. Haal dit onderdeel anders weg.]

            ## 5. Informatie die niet openbaar gemaakt kan worden

            ### 5.1 Toelichting

            [Leg uit wat niet openbaar wordt en waarom, of schrijf: Niet van toepassing.]
        "#]],
        );
    }

    #[test]
    fn a_new_nota_of_ienw() {
        check(
            "ienw/beslisnota",
            expect![[r#"
                ---
                sjabloon: ienw/beslisnota
                versie: 1
                onderwerp:
                aan:
                actie: "TER BESLISSING"
                datum: 2026-11-23
                kenmerk:
                ---

                ## Aanleiding

                [Beschrijf in één alinea waarom deze nota nu voorligt.]

                ## Geadviseerd besluit

                [Schrijf wat u de bewindspersoon adviseert te besluiten: U wordt geadviseerd om …]

                ## Kernpunten

                [Noem de hoofdpunten: het probleem, het doel, de keuzes en de risico's.]

                ## Krachtenveld

                [Noem met wie is afgestemd, en wie voor of tegen is.]

                ## Toelichting

                [Geef hier alleen de achtergrond die nodig is om te beslissen. Haal dit onderdeel anders weg.]

                ## Informatie die niet openbaargemaakt kan worden

                [Leg uit wat niet openbaar wordt en waarom, of schrijf: Niet van toepassing.]
            "#]],
        );
    }

    #[test]
    fn a_default_is_quoted_so_that_yaml_reads_it_as_it_is() {
        assert_eq!(super::quote(r#"C: \ "x" # y"#), r#""C: \\ \"x\" # y""#);
    }
}
