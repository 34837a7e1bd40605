//! The form in which a change lies in a journal on the user's disk: types of
//! their own with a number, so that a name that changes in the model never
//! costs a text that was not saved.
//!
//! What was written down in an earlier form keeps coming back: a new form gets
//! a new number, and the types of the old one stay. The journals in
//! `nota-herstel/tests/journals` were written by the forms of before.

use nota_model::Change;
use serde::{Deserialize, Serialize};

mod blocks;
mod value;

use blocks::{Block, from_blocks, to_blocks};
use value::Value;

/// The number of the form that is written. A change without a number is of
/// form 1, which was written before forms had numbers.
const FORM: u32 = 1;

/// The changes that are written down: those of one part, whole each time.
#[derive(Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase")]
#[allow(
    clippy::enum_variant_names,
    reason = "the names are those that lie in journals"
)]
enum Written {
    SetField {
        path: String,
        value: Value,
    },
    SetBody {
        section: Section,
        blocks: Vec<Block>,
    },
    SetNote {
        label: String,
        blocks: Vec<Block>,
    },
}

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Section {
    Index(usize),
    Key(String),
}

#[derive(Serialize)]
struct Numbered {
    form: u32,
    #[serde(flatten)]
    change: Written,
}

/// Only the number, to know which form the rest has.
#[derive(Deserialize)]
struct Number {
    #[serde(default = "first_form")]
    form: u32,
}

fn first_form() -> u32 {
    1
}

/// The bytes of a change for a journal. None for a change that depends on
/// where other things stand: of that, what became of the text is written down.
pub fn write(change: &Change) -> Option<Vec<u8>> {
    let change = match change {
        Change::SetField { path, value } => Written::SetField {
            path: path.clone(),
            value: value.into(),
        },
        Change::SetBody { section, blocks } => Written::SetBody {
            section: section.into(),
            blocks: from_blocks(blocks),
        },
        Change::SetNote { label, blocks } => Written::SetNote {
            label: label.clone(),
            blocks: from_blocks(blocks),
        },
        Change::RemoveField { .. }
        | Change::SetHeading { .. }
        | Change::AddSection { .. }
        | Change::RemoveSection { .. }
        | Change::MoveSection { .. }
        | Change::RemoveNote { .. }
        | Change::ReplaceText { .. }
        | Change::SetLak { .. }
        | Change::SetTaal { .. }
        | Change::MovePreamble { .. }
        | Change::All { .. } => return None,
    };
    serde_json::to_vec(&Numbered { form: FORM, change }).ok()
}

/// The change that these bytes of a journal say; none when they are damaged or
/// of a form that a newer program writes.
pub fn read(bytes: &[u8]) -> Option<Change> {
    let Number { form } = serde_json::from_slice(bytes).ok()?;
    if form != FORM {
        return None;
    }
    Some(match serde_json::from_slice::<Written>(bytes).ok()? {
        Written::SetField { path, value } => Change::SetField {
            path,
            value: value.into(),
        },
        Written::SetBody { section, blocks } => Change::SetBody {
            section: section.into(),
            blocks: to_blocks(blocks),
        },
        Written::SetNote { label, blocks } => Change::SetNote {
            label,
            blocks: to_blocks(blocks),
        },
    })
}

impl From<&nota_model::SectionRef> for Section {
    fn from(section: &nota_model::SectionRef) -> Self {
        match section {
            nota_model::SectionRef::Index(index) => Self::Index(*index),
            nota_model::SectionRef::Key(key) => Self::Key(key.clone()),
        }
    }
}

impl From<Section> for nota_model::SectionRef {
    fn from(section: Section) -> Self {
        match section {
            Section::Index(index) => Self::Index(index),
            Section::Key(key) => Self::Key(key),
        }
    }
}

#[cfg(test)]
mod tests;
