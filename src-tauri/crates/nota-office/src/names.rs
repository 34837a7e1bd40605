//! The names that the lines of fields and the places of notes have in a document.
//! No reader sees them; by them a document that comes back gives each field its
//! value again, whatever label stands before it.

use std::collections::HashMap;

use nota_model::{FieldPath, Place};

/// Before the name of a field in the name of a bookmark. Word does not list
/// bookmarks that begin with a line below.
const BEFORE: &str = "_nota_v_";

/// The longest name that is left for a field: a bookmark has forty characters,
/// with the count behind it.
const LONGEST: usize = 26;

/// The names that were given.
#[derive(Debug, Default)]
pub(crate) struct Names(HashMap<String, usize>);

impl Names {
    /// The name of the bookmark around the next line of the field at this
    /// place, each name once; none for what is no value of a field.
    pub(crate) fn bookmark(&mut self, place: &Place) -> Option<String> {
        let name = format!("{BEFORE}{}", field(place)?);
        let count = self.0.entry(name.clone()).or_default();
        *count += 1;
        Some(match *count {
            1 => name,
            count => format!("{name}_{count}"),
        })
    }
}

/// The bookmark around the place of a note that the text does not refer to there:
/// the programs keep notes in the text only.
pub(crate) fn place_of_note(number: u32) -> String {
    format!("_nota_plaats_{number}")
}

/// The bookmark around what stands in an item of a list, so many lists deep.
pub(crate) fn in_item(depth: usize, id: usize) -> String {
    format!("_nota_in_{depth}_{id}")
}

/// The field at this place as documents name it: letters, digits and lines
/// below.
pub(crate) fn field(place: &Place) -> Option<String> {
    let path = place.field.as_deref()?;
    let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
    let key = FieldPath::read(path, []).key;
    Some(key.chars().map(plain).take(LONGEST).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_of_a_field_has_a_name_of_its_own() {
        let mut names = Names::default();
        let mut name = |path: &str| names.bookmark(&Place::field(path));
        assert_eq!(name("aan[0]").as_deref(), Some("_nota_v_aan"));
        assert_eq!(name("aan[1]").as_deref(), Some("_nota_v_aan_2"));
        assert_eq!(name("mede-namens").as_deref(), Some("_nota_v_mede_namens"));
        assert_eq!(names.bookmark(&Place::nota()), None);
        let long = Place::field("een-heel-lange-sleutel-van-een-veld");
        assert!(names.bookmark(&long).is_some_and(|own| own.len() <= 36));
    }
}
