//! The text of a new nota: the fields to fill in and the sections with their
//! hints.

use crate::spec::{FieldKind, FieldSpec, SectionSpec, TODAY, Template};

impl Template {
    /// The text of a new nota, made on this day (`JJJJ-MM-DD`): the required
    /// fields and those with a default, and the sections that a new nota has,
    /// each with its hint.
    pub fn new_text(&self, today: &str) -> String {
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
            if let Some(hint) = &section.hint
                && !self.starts_with_part(section)
            {
                text.push_str(&format!("\n{hint}\n"));
            }
        }
        text
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
