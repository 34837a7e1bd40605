//! Recognised with certainty, or not public. What may be a field, a mark, an
//! internal part or a remark and was not read as one with certainty is found
//! here, with its place, and nowhere else: the public version asks this list
//! and is refused for each line of it, and the rules on openness turn the same
//! list into remarks. So the check and the public version cannot disagree.
//!
//! A person may read doubtful text in two ways; the drafter is the only one who
//! knows which. The list is therefore rather too long than too short, as long
//! as text that a nota has for another reason is not on it.

mod fields;
mod internal;
mod lakken;
pub(crate) mod lookalike;
mod near;
mod visible;
mod words;

use nota_model::{Nota, Place, find_grond};
use nota_template::Template;

use crate::gelakt::gelakt;
use crate::obstacle::{Obstacle, Reason};

pub(crate) use internal::internal_sections;
pub use lakken::{Lakfout, lakfouten};
pub use words::withholds;

/// All that is in doubt, in the order of the fields and of the file.
pub fn doubts(nota: &Nota, template: &Template) -> Vec<Obstacle> {
    let mut found = Vec::new();
    if nota.front.unreadable.is_some() {
        found.push(Obstacle::new(Reason::Front, Place::nota()));
    }
    let named = nota.sjabloon().filter(|name| *name != template.id);
    if named.is_some() {
        found.push(Obstacle::new(Reason::Template, Place::field("sjabloon")));
    }
    let texts = nota.texts();
    for own in gelakt(nota, template, &texts) {
        if find_grond(own.grond()).is_none() {
            let place = own.place(nota, &texts);
            found.push(Obstacle::new(Reason::Grond, place));
        }
    }
    let wrong = lakfouten(nota, template).into_iter();
    found.extend(wrong.map(|own| Obstacle::new(Reason::Lakveld, own.place(nota))));
    let visible = visible::texts(nota, template, &texts);
    near::look(&visible, &mut found);
    fields::look(nota, template, &visible, &mut found);
    internal::look(nota, template, &texts, &visible, &mut found);
    found.sort_by_key(|own| order(&own.place));
    found
}

/// Where a place comes in the nota: first the fields, then text by text.
fn order(place: &Place) -> (bool, Option<usize>, bool, Vec<usize>, Option<usize>) {
    let range = place.range.map(|range| range.start);
    (
        place.field.is_none(),
        place.index,
        place.note.is_some(),
        place.path.clone(),
        range,
    )
}

#[cfg(test)]
mod tests;
