//! Changes a field, or a part of its value by the path to it.

use super::ChangeError;
use crate::{Nota, Value};

impl Nota {
    pub(super) fn set_field(&mut self, path: &str, value: &Value) -> Result<(), ChangeError> {
        let nowhere = || ChangeError::NoSuchField(path.to_owned());
        let key = self.key_of(path);
        let rest = path.get(key.len()..).unwrap_or_default();
        if key.is_empty() {
            return Err(nowhere());
        }
        let mut whole = self.field(key).cloned().unwrap_or_default();
        put(&mut whole, rest, value).ok_or_else(nowhere)?;
        self.put_field(key, whole);
        Ok(())
    }
}

/// Puts `value` at `path` (`""`, `[1]`, `[1].functie`) inside `whole`.
fn put(whole: &mut Value, path: &str, value: &Value) -> Option<()> {
    if path.is_empty() {
        *whole = value.clone();
        return Some(());
    }
    if let Some(rest) = path.strip_prefix('[') {
        let (index, rest) = rest.split_once(']')?;
        let index: usize = index.parse().ok()?;
        if !matches!(whole, Value::List(_)) {
            *whole = Value::List(whole.items().to_vec());
        }
        let Value::List(items) = whole else {
            return None;
        };
        if index == items.len() {
            items.push(Value::Empty);
        }
        return put(items.get_mut(index)?, rest, value);
    }
    let rest = path.strip_prefix('.')?;
    let end = rest.find(['[', '.']).unwrap_or(rest.len());
    let (name, rest) = rest.split_at(end);
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
