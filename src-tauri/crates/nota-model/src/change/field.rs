//! Changes a field, or a part of its value by the path to it.

use super::ChangeError;
use crate::{FieldStep, Nota, Value};

impl Nota {
    pub(super) fn set_field(&mut self, path: &str, value: &Value) -> Result<(), ChangeError> {
        let nowhere = || ChangeError::NoSuchField(path.to_owned());
        let to = self.field_path(path);
        let steps = to.steps().ok_or_else(nowhere)?;
        if to.key.is_empty() {
            return Err(nowhere());
        }
        let mut whole = self.field(to.key).cloned().unwrap_or_default();
        put(&mut whole, &steps, value).ok_or_else(nowhere)?;
        self.put_field(to.key, whole);
        Ok(())
    }
}

/// Puts `value` at the end of these steps inside `whole`.
fn put(whole: &mut Value, steps: &[FieldStep<'_>], value: &Value) -> Option<()> {
    let Some((step, rest)) = steps.split_first() else {
        *whole = value.clone();
        return Some(());
    };
    match *step {
        FieldStep::Item(index) => {
            if !matches!(whole, Value::List(_)) {
                *whole = Value::List(whole.items().to_vec());
            }
            let Value::List(items) = whole else {
                return None;
            };
            if index == items.len() {
                items.push(Value::Empty);
            }
            put(items.get_mut(index)?, rest, value)
        }
        FieldStep::Part(name) => {
            if matches!(whole, Value::Empty) {
                *whole = Value::Record(Vec::new());
            }
            let Value::Record(parts) = whole else {
                return None;
            };
            let index = match parts.iter().position(|(own, _)| own == name) {
                Some(index) => index,
                None => {
                    parts.push((name.to_owned(), Value::Empty));
                    parts.len() - 1
                }
            };
            put(&mut parts.get_mut(index)?.1, rest, value)
        }
    }
}
