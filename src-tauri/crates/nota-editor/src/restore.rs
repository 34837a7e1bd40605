//! Brings a part of another version back into the nota.

use nota_model::{Nota, Section};

use crate::compare::is_same_place;
use crate::view::{PartDifference, PartState};

/// The nota with one part as `other` has it. `part` comes from comparing
/// `other`, as the old version, with `nota`.
pub fn restored(nota: &Nota, other: &Nota, part: &PartDifference) -> Nota {
    let mut after = nota.clone();
    let index = part.index.and_then(|index| usize::try_from(index).ok());
    match (&part.veld, index) {
        (Some(key), _) => field(&mut after, other, key),
        (None, None) => after.preamble = other.preamble.clone(),
        (None, Some(index)) => section(&mut after, other, part.staat, index),
    }
    after
}

fn field(after: &mut Nota, other: &Nota, key: &str) {
    let fields = &mut after.front.fields;
    let place = fields.iter().position(|field| field.key == key);
    match (other.front.find(key), place) {
        (Some(old), Some(place)) => {
            if let Some(own) = fields.get_mut(place) {
                own.clone_from(old);
            }
        }
        (Some(old), None) => fields.push(old.clone()),
        (None, Some(place)) => {
            fields.remove(place);
        }
        (None, None) => {}
    }
}

fn section(after: &mut Nota, other: &Nota, state: PartState, index: usize) {
    match state {
        PartState::Gewijzigd => {
            let sections = &after.sections;
            let Some(own) = sections.get(index) else {
                return;
            };
            // The first, second, ... of those that are alike.
            let alike = |section: &&Section| is_same_place(section, own);
            let rank = sections.iter().take(index).filter(alike).count();
            let old = other.sections.iter().filter(alike).nth(rank).cloned();
            if let (Some(old), Some(own)) = (old, after.sections.get_mut(index)) {
                *own = old;
            }
        }
        PartState::Nieuw => {
            if index < after.sections.len() {
                after.sections.remove(index);
            }
        }
        PartState::Weg => {
            let Some(old) = other.sections.get(index) else {
                return;
            };
            // After the section that preceded it, as far as that is still here.
            let before = other.sections.iter().take(index).rev();
            let place = before
                .filter_map(|previous| {
                    let is_it = |own: &Section| is_same_place(own, previous);
                    after.sections.iter().rposition(is_it)
                })
                .next();
            let at = place.map_or(0, |place| place + 1);
            after.sections.insert(at, old.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use nota_template::Registry;

    use super::*;
    use crate::compare::compare;

    const OLD: &str = "---\nsjabloon: jenv/beslisnota\nonderwerp: Noodhulp\n---\n\n\
        ## 1. Aanleiding\n\nDe Kamer vraagt erom.\n\n## 3. Kernpunten\n\n- een\n- twee\n";

    /// Brings every part back, one by one, until there is no difference.
    fn all_back(new: &str) -> (usize, String) {
        let old = nota_markdown::parse(OLD, Registry::builtin());
        let mut nota = nota_markdown::parse(new, Registry::builtin()).nota;
        let mut steps = 0;
        while let Some(part) = compare(&old.nota, &nota, &old.template).delen.first() {
            nota = restored(&nota, &old.nota, part);
            steps += 1;
            assert!(steps < 20, "each step takes a difference away");
        }
        (steps, nota_markdown::print(&nota))
    }

    #[test]
    fn part_by_part_the_old_version_comes_back_byte_for_byte() {
        let changed = OLD
            .replace("onderwerp: Noodhulp", "onderwerp: Iets anders")
            .replace("De Kamer vraagt erom.", "Niemand vraagt erom.");
        assert_eq!(all_back(&changed), (2, OLD.to_owned()));
        let renamed = OLD.replace("3. Kernpunten", "2. Geadviseerd besluit");
        assert_eq!(all_back(&renamed), (2, OLD.to_owned()));
        let gone = OLD.split("## 1.").next().expect("a start");
        assert_eq!(all_back(gone), (2, OLD.to_owned()));
    }
}
