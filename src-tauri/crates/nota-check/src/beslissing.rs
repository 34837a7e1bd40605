//! The decision on the nota, as the rules about it read it.

use nota_model::{Place, Value};
use nota_template::FieldRole;

use crate::Context;

/// Whether something stands in the field with a role.
pub(crate) fn is_filled(context: &Context, role: FieldRole) -> bool {
    let value = context.template.value_for(role, context.nota);
    value.is_some_and(|value| !Value::is_blank(value))
}

/// The place of the field with a role: of its text, or else of the field, which
/// may be absent.
pub(crate) fn place(context: &Context, role: FieldRole) -> Place {
    let Some(key) = context.template.key_for(role) else {
        return Place::nota();
    };
    let mut texts = context.field_texts.iter();
    let own = texts.find(|own| own.place.field.as_deref() == Some(key));
    own.map_or_else(|| Place::field(key), |own| own.place.clone())
}
