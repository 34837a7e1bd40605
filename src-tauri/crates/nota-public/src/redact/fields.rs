//! The fields: those that the template knows, with the ground (or the word of
//! the template) for the value of one that is withheld.

use nota_model::{Field, Front, Nota, Value};
use nota_template::{FieldSpec, Template, Withholding};

use super::placeholder;
use super::plain::plain;
use super::whole::is_printed;

/// The public front matter, in the order of the template.
pub(super) fn front(nota: &Nota, template: &Template) -> Front {
    let withholding = Withholding::new(nota, template);
    let mut fields = Vec::new();
    for spec in &template.velden {
        let key = &spec.sleutel;
        let Some(value) = nota.field(key).filter(|value| !value.is_blank()) else {
            continue;
        };
        let value = match withholding.field(key) {
            Some(code) => Value::Text(instead(spec, code)),
            None => public(value, spec),
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

/// What stands in the place of a withheld value: the word that the template
/// has for it, or the ground.
fn instead(spec: &FieldSpec, code: &str) -> String {
    spec.weglating.clone().unwrap_or_else(|| placeholder(code))
}

/// A value with the parts that are printed.
fn public(value: &Value, spec: &FieldSpec) -> Value {
    match value {
        Value::Empty => Value::Empty,
        Value::Text(text) => Value::Text(plain(text)),
        Value::List(items) => Value::List(items.iter().map(|item| public(item, spec)).collect()),
        Value::Record(parts) => {
            let known = parts
                .iter()
                .filter(|(name, _)| is_printed(&spec.soort, name));
            let public = known.map(|(name, part)| (name.clone(), public(part, spec)));
            Value::Record(public.collect())
        }
    }
}
