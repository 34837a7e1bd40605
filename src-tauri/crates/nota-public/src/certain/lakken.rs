//! Lines at the top of the nota by which a field was to be withheld, and that
//! withhold nothing.

use nota_model::{Field, Nota, Place, Value, find_grond};
use nota_template::{RESERVED_FIELDS, Template};

use super::words::{has_ground, is_ground, is_word, withholds};
use crate::gelakt::place_of_entry;

/// A line that withholds nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lakfout<'a> {
    /// An entry of `lakken:`.
    Entry {
        /// Its index.
        entry: usize,
        /// The field that it names, which neither the nota nor its template
        /// has; none when it names none.
        veld: Option<&'a str>,
    },
    /// A field that the template does not have, and that may have been meant
    /// as `lakken:`.
    Key {
        /// Its key.
        key: &'a str,
    },
    /// A field with a word of withholding beside its value: a part of its own,
    /// or a remark behind it.
    Beside {
        /// Its key.
        key: &'a str,
    },
}

impl Lakfout<'_> {
    /// Where it stands.
    pub fn place(&self, nota: &Nota) -> Place {
        match self {
            Lakfout::Entry { entry, .. } => place_of_entry(nota, *entry),
            Lakfout::Key { key } | Lakfout::Beside { key } => {
                let field = nota.front.find(key);
                Place::field(*key).at(field.and_then(|field| field.origin.span()))
            }
        }
    }
}

/// The lines of a nota that withhold nothing, though they may be meant to.
pub fn lakfouten<'a>(nota: &'a Nota, template: &Template) -> Vec<Lakfout<'a>> {
    let mut found = Vec::new();
    let own = nota.field("lakken");
    let entries = own.map(Value::items).unwrap_or_default();
    // A key without anything behind it: what was to follow stands elsewhere.
    if matches!(own, Some(Value::Empty)) {
        found.push(Lakfout::Entry {
            entry: 0,
            veld: None,
        });
    }
    for (entry, value) in entries.iter().enumerate() {
        let veld = value.part("veld").and_then(Value::as_text).map(str::trim);
        let veld = veld.filter(|veld| !veld.is_empty());
        // A field that the template has and the nota does not is withheld as
        // soon as it is filled in.
        let is_known = |key: &str| nota.field(key).is_some() || template.veld(key).is_some();
        if !veld.is_some_and(is_known) {
            found.push(Lakfout::Entry { entry, veld });
        }
    }
    for field in &nota.front.fields {
        let key = field.key.as_str();
        let is_known = RESERVED_FIELDS.contains(&key) || template.veld(key).is_some();
        let speaks = speaks_of_withholding(&field.value);
        let orders = || withholds(key) || names_fields(&field.value, template);
        if !is_known && (speaks || orders()) {
            found.push(Lakfout::Key { key });
        } else if is_known && key != "lakken" && (speaks || is_remarked(field)) {
            found.push(Lakfout::Beside { key });
        }
    }
    found
}

/// Whether a value has the form of `lakken:`, or has such a line within it.
fn speaks_of_withholding(value: &Value) -> bool {
    match value {
        Value::Record(parts) => parts.iter().any(|(name, own)| {
            let is_ground = name.trim().eq_ignore_ascii_case("grond")
                && own.as_text().is_some_and(|code| find_grond(code).is_some());
            // A part that says whether the rest is public.
            let is_switch = name.trim().eq_ignore_ascii_case("openbaar");
            is_ground || is_switch || withholds(name) || speaks_of_withholding(own)
        }),
        Value::List(items) => items.iter().any(speaks_of_withholding),
        Value::Text(_) | Value::Empty => false,
    }
}

/// Whether a value names fields of the template and nothing else, or a ground:
/// what else could it be for?
fn names_fields(value: &Value, template: &Template) -> bool {
    let texts = value.texts();
    let is_field = |text: &&str| template.veld(text.trim()).is_some();
    let of_fields = !texts.is_empty() && texts.iter().all(is_field);
    of_fields || value.as_text().is_some_and(is_ground)
}

/// Whether a remark behind a value speaks of withholding: `# lakken`. A line
/// of remarks by itself says nothing of a field.
fn is_remarked(field: &Field) -> bool {
    let lines = field.source.as_deref().unwrap_or_default().lines();
    lines.into_iter().any(|line| {
        let remark = line
            .split_once(" #")
            .filter(|(own, _)| !own.trim().is_empty());
        remark.is_some_and(|(_, remark)| {
            let words = remark.split(|c: char| !c.is_alphanumeric() && c != '-');
            has_ground(remark) || words.into_iter().any(is_word)
        })
    })
}
