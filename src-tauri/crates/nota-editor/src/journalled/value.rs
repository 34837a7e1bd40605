//! The value of a field in a journal.

use nota_model::pairs;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum Value {
    Text(String),
    List(Vec<Value>),
    Record(#[serde(with = "pairs")] Vec<(String, Value)>),
    Empty,
}

impl From<&nota_model::Value> for Value {
    fn from(value: &nota_model::Value) -> Self {
        match value {
            nota_model::Value::Text(text) => Self::Text(text.clone()),
            nota_model::Value::List(items) => Self::List(items.iter().map(Self::from).collect()),
            nota_model::Value::Record(parts) => Self::Record(
                parts
                    .iter()
                    .map(|(name, part)| (name.clone(), part.into()))
                    .collect(),
            ),
            nota_model::Value::Empty => Self::Empty,
        }
    }
}

impl From<Value> for nota_model::Value {
    fn from(value: Value) -> Self {
        match value {
            Value::Text(text) => Self::Text(text),
            Value::List(items) => Self::List(items.into_iter().map(Self::from).collect()),
            Value::Record(parts) => Self::Record(
                parts
                    .into_iter()
                    .map(|(name, part)| (name, part.into()))
                    .collect(),
            ),
            Value::Empty => Self::Empty,
        }
    }
}
