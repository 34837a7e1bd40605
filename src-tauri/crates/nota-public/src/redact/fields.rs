//! The fields: those that the template knows, with "niet openbaar" for the
//! value of one that is withheld.

use nota_model::{Field, Front, NIET_OPENBAAR, Nota, Place, Value, find_grond};
use nota_template::{FieldKind, FieldSpec};

use super::Redactor;
use crate::obstacle::Reason;

impl Redactor<'_> {
    /// The public front matter, in the order of the template.
    pub(super) fn front(&mut self, nota: &Nota) -> Front {
        let lakken = nota.lakken();
        for lakking in &lakken {
            if find_grond(&lakking.grond).is_none() {
                self.doubt(Reason::Grond, Place::field("lakken"));
            }
            if nota.field(&lakking.veld).is_none() {
                self.doubt(Reason::Lakveld, Place::field("lakken"));
            }
        }
        let entries = nota.field("lakken").map(Value::items).unwrap_or_default();
        if entries.len() != lakken.len() {
            self.doubt(Reason::Lakveld, Place::field("lakken"));
        }
        let mut fields = Vec::new();
        for spec in &self.template.velden {
            let key = &spec.sleutel;
            let Some(value) = nota.field(key).filter(|value| !value.is_blank()) else {
                continue;
            };
            let withheld = spec.lak.is_some() || lakken.iter().any(|own| own.veld == *key);
            let value = match withheld {
                true => Value::text(NIET_OPENBAAR),
                false => self.value(value, spec, key),
            };
            fields.push(Field {
                key: key.clone(),
                value,
                ..Field::default()
            });
        }
        Front {
            fields,
            ..Front::default()
        }
    }

    /// A value with the parts that are printed.
    fn value(&mut self, value: &Value, spec: &FieldSpec, path: &str) -> Value {
        match value {
            Value::Empty => Value::Empty,
            Value::Text(text) => Value::Text(self.plain(text, &Place::field(path))),
            Value::List(items) => {
                let items = items.iter().enumerate();
                let public =
                    items.map(|(index, item)| self.value(item, spec, &format!("{path}[{index}]")));
                Value::List(public.collect())
            }
            Value::Record(parts) => {
                let known = parts
                    .iter()
                    .filter(|(name, _)| is_printed(&spec.soort, name));
                let public = known.map(|(name, part)| {
                    let part = self.value(part, spec, &format!("{path}.{name}"));
                    (name.clone(), part)
                });
                Value::Record(public.collect())
            }
        }
    }
}

/// Whether a part of a record is printed. What a drafter keeps beside it, such
/// as the name of who initials, is nobody's to read.
fn is_printed(soort: &FieldKind, name: &str) -> bool {
    match soort {
        FieldKind::Parafen => name == "functie",
        FieldKind::Bijlagen => matches!(name, "naam" | "informatie"),
        _ => true,
    }
}
