//! Where two notas begin to differ: there the view goes when one undoes.

use nota_model::{Block, Nota, Place};

/// The first place in which two notas differ, for the view to go to.
pub(crate) fn first_difference(before: &Nota, after: &Nota) -> Place {
    let fields = after.front.fields.iter().chain(&before.front.fields);
    for field in fields {
        if before.field(&field.key) != after.field(&field.key) {
            return Place::field(&field.key);
        }
    }
    for (index, section) in after.sections.iter().enumerate() {
        let old = before.sections.get(index);
        if old == Some(section) {
            continue;
        }
        let mut place = Place {
            section: section.key.clone(),
            index: Some(index),
            ..Place::default()
        };
        if let Some(old) = old {
            place.path = first_block(&old.body.blocks, &section.body.blocks);
        }
        return place;
    }
    Place::nota()
}

fn first_block(before: &[Block], after: &[Block]) -> Vec<usize> {
    let same = before.iter().zip(after).take_while(|(a, b)| a == b).count();
    let last = after.len().saturating_sub(1);
    if after.is_empty() {
        Vec::new()
    } else {
        vec![same.min(last)]
    }
}
