//! The front matter: the template's fields and their values.

use serde::{Deserialize, Serialize};

use crate::{Origin, Span, pairs};

/// The value of a field. Scalars are text: only the template knows which text
/// is a date.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(untagged)]
pub enum Value {
    /// A scalar.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// Named parts, in the order of the file.
    Record(
        #[serde(with = "pairs")]
        #[cfg_attr(feature = "wire", ts(type = "{ [part: string]: Value }"))]
        Vec<(String, Value)>,
    ),
    /// Nothing after the colon.
    #[default]
    Empty,
}

impl Value {
    /// A scalar.
    pub fn text(text: impl Into<String>) -> Self {
        Value::Text(text.into())
    }

    /// The scalar, when it is one.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The items of a list; a single value is a list of one, nothing is an
    /// empty list.
    pub fn items(&self) -> &[Value] {
        match self {
            Value::List(items) => items,
            Value::Empty => &[],
            one => std::slice::from_ref(one),
        }
    }

    /// A named part of a record.
    pub fn part(&self, name: &str) -> Option<&Value> {
        match self {
            Value::Record(parts) => parts.iter().find(|(own, _)| own == name).map(|(_, v)| v),
            _ => None,
        }
    }

    /// All scalars in it, in order, those of empty parts left out.
    pub fn texts(&self) -> Vec<&str> {
        match self {
            Value::Text(text) => vec![text],
            Value::List(items) => items.iter().flat_map(Value::texts).collect(),
            Value::Record(parts) => parts.iter().flat_map(|(_, v)| v.texts()).collect(),
            Value::Empty => Vec::new(),
        }
    }

    /// Whether nothing but white space is in it.
    pub fn is_blank(&self) -> bool {
        self.texts().iter().all(|text| text.trim().is_empty())
    }
}

/// One field of the front matter.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Field {
    /// The key as written.
    pub key: String,
    /// Its value.
    pub value: Value,
    /// The bytes of the entry, with the comments and blank lines up to the
    /// next; none once it was changed.
    #[serde(skip)]
    pub source: Option<String>,
    /// Where the entry stands in the file, key included.
    #[serde(skip)]
    pub origin: Origin,
    /// Where the scalars inside stand, by path (`parafen[1].functie`).
    #[serde(skip)]
    pub parts: FieldParts,
}

/// Places of the scalars of a field; like an [`Origin`] never part of what
/// makes two fields equal.
#[derive(Debug, Clone, Default)]
pub struct FieldParts(pub Vec<(String, Span)>);

impl PartialEq for FieldParts {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for FieldParts {}

/// The front matter.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Front {
    /// The fields, in the order of the file.
    pub fields: Vec<Field>,
    /// The bytes up to and including the opening `---` line and what stands
    /// before the first field; none when there is no front matter.
    #[serde(skip)]
    pub opening: Option<String>,
    /// The closing line and the blank lines after it.
    #[serde(skip)]
    pub closing: Option<String>,
    /// The bytes of a front matter that could not be read. They are kept, and
    /// written back, so that nothing is lost; then `fields` is empty until
    /// someone fills in a field.
    pub unreadable: Option<String>,
}

impl Front {
    /// The field with this key; the first when there are several.
    pub fn find(&self, key: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.key == key)
    }
}

/// A field that the drafter withholds in the public version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lakking {
    /// The key of the field.
    pub veld: String,
    /// The ground as written, empty when none is named.
    pub grond: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_crosses_as_plain_json_and_keeps_its_order() {
        let json = r#"["a",{"z":"1","b":["x"]},null]"#;
        let value: Value = serde_json::from_str(json).expect("valid");
        assert_eq!(serde_json::to_string(&value).expect("prints"), json);
    }
}
