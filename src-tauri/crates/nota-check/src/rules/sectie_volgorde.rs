//! N105: a section that stands elsewhere than the template puts it.

use std::ops::Range;

use nota_model::{Change, Code, Finding, SectionRef};

use crate::{Context, Findings, Rule};

/// See `sectie_volgorde.md`.
pub struct SectieVolgorde;

impl Rule for SectieVolgorde {
    fn code(&self) -> Code {
        Code(105)
    }

    fn page(&self) -> &'static str {
        include_str!("sectie_volgorde.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        let groups = groups(context);
        let (strays, rest): (Vec<usize>, Vec<usize>) =
            (0..groups.len()).partition(|at| stray_from(context, &groups, *at).is_some());
        for at in strays {
            if let (Some(group), Some(whole)) = (groups.get(at), stray_from(context, &groups, at)) {
                findings.add(|| self.stray(context, group, whole));
            }
        }
        let whole: Vec<&Group> = rest.iter().filter_map(|at| groups.get(*at)).collect();
        self.check_order(context, &whole, context.nota.sections.len(), findings);
        for group in &groups {
            let parts: Vec<Group> = group
                .indices
                .clone()
                .skip(1)
                .filter_map(|index| {
                    Some(Group {
                        position: context.position(index)?,
                        indices: index..index + 1,
                    })
                })
                .collect();
            let parts: Vec<&Group> = parts.iter().collect();
            self.check_order(context, &parts, group.indices.end, findings);
        }
    }
}

/// A section with the parts that directly follow it: they move together.
struct Group {
    /// The position of the section in the template.
    position: usize,
    /// The sections of the nota.
    indices: Range<usize>,
}

/// The sections that the template knows, with their parts, in the order of
/// the nota.
fn groups(context: &Context) -> Vec<Group> {
    let mut groups = Vec::new();
    let mut index = 0;
    while index < context.nota.sections.len() {
        let end = context.parts(index).end;
        if let Some(position) = context.position(index) {
            groups.push(Group {
                position,
                indices: index..end,
            });
        }
        index = end;
    }
    groups
}

/// The section with its parts to which a part belongs that stands elsewhere, behind
/// or before other sections of the template; none for any other group.
fn stray_from<'g>(context: &Context, groups: &'g [Group], at: usize) -> Option<&'g Group> {
    let spec = context.spec(groups.get(at)?.indices.start)?;
    let parent = spec.onderdeel_van.as_deref()?;
    let is_parent = |group: &Group| {
        let own = context.spec(group.indices.start);
        own.is_some_and(|own| own.sleutel == parent)
    };
    // With nothing but its other parts and unknown sections between them it is in its
    // place.
    let is_part = |group: &Group| {
        let own = context.spec(group.indices.start);
        own.is_some_and(|own| own.onderdeel_van.as_deref() == Some(parent))
    };
    let mut before = groups.get(..at)?.iter().rev();
    if before.find(|own| !is_part(own)).is_some_and(is_parent) {
        return None;
    }
    groups.iter().find(|group| is_parent(group))
}

impl SectieVolgorde {
    /// A part that stands elsewhere than the section that it is a part of.
    fn stray(&self, context: &Context, group: &Group, whole: &Group) -> Finding {
        let parts = whole.indices.clone().skip(1);
        let mut later = parts.filter(|index| {
            let own = context.position(*index);
            own.is_some_and(|own| own > group.position)
        });
        let (target, place) = match later.next() {
            Some(index) => (index, format!("vóór {}", title(context, index))),
            None => {
                let last = whole.indices.end - 1;
                (
                    whole.indices.end,
                    format!("achter {}", title(context, last)),
                )
            }
        };
        self.moving(context, group, target, place)
    }

    /// Finds the groups to move so that the fewest are moved. The last place
    /// is at `end`.
    fn check_order(
        &self,
        context: &Context,
        groups: &[&Group],
        end: usize,
        findings: &mut Findings,
    ) {
        let positions: Vec<usize> = groups.iter().map(|group| group.position).collect();
        let stays = longest_row(&positions);
        for (group, stays_here) in groups.iter().zip(&stays) {
            if *stays_here {
                continue;
            }
            let next = groups
                .iter()
                .zip(&stays)
                .find(|(other, stays)| **stays && other.position > group.position)
                .map(|(other, _)| *other);
            findings.add(|| self.finding(context, group, next, end));
        }
    }

    fn finding(
        &self,
        context: &Context,
        group: &Group,
        next: Option<&Group>,
        end: usize,
    ) -> Finding {
        let target = next.map_or(end, |next| next.indices.start);
        let place = match next {
            Some(next) => format!("vóór {}", title(context, next.indices.start)),
            None => "achteraan".to_owned(),
        };
        self.moving(context, group, target, place)
    }

    fn moving(&self, context: &Context, group: &Group, target: usize, place: String) -> Finding {
        let start = group.indices.start;
        Finding::new(self.code(), context.heading(start))
            .arg("sectie", title(context, start))
            .arg("plaats", place)
            .fix("Sectie verplaatsen", moved(&group.indices, target))
    }
}

/// The title of a section in the template.
fn title(context: &Context, index: usize) -> String {
    let spec = context.spec(index);
    spec.map(|spec| spec.titel.clone()).unwrap_or_default()
}

/// Moves sections, as they are, to before the section that is now at `target`.
fn moved(indices: &Range<usize>, target: usize) -> Change {
    let step = |from: usize, to: usize| Change::MoveSection {
        section: SectionRef::Index(from),
        index: to,
    };
    let changes: Vec<Change> = if target > indices.start {
        // Each in turn goes behind the others, and the next takes its place.
        let to = target - 1;
        indices.clone().map(|_| step(indices.start, to)).collect()
    } else {
        let moves = indices.clone().enumerate();
        moves.map(|(n, from)| step(from, target + n)).collect()
    };
    match <[Change; 1]>::try_from(changes) {
        Ok([only]) => only,
        Err(changes) => Change::All { changes },
    }
}

/// Marks a longest subsequence that nowhere falls: the sections that can
/// stay. Two sections of one kind (N104) stand beside each other.
fn longest_row(positions: &[usize]) -> Vec<bool> {
    // For each length the index of the smallest number that a row of
    // that length ends with.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; positions.len()];
    for (index, position) in positions.iter().enumerate() {
        let length = ends.partition_point(|end| positions[*end] <= *position);
        before[index] = length.checked_sub(1).map(|shorter| ends[shorter]);
        match ends.get_mut(length) {
            Some(end) => *end = index,
            None => ends.push(index),
        }
    }
    let mut stays = vec![false; positions.len()];
    let mut next = ends.last().copied();
    while let Some(index) = next {
        stays[index] = true;
        next = before[index];
    }
    stays
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fewest_sections_move() {
        let moving = |positions: &[usize]| {
            let stays = longest_row(positions);
            let moving = positions.iter().zip(stays).filter(|(_, stays)| !stays);
            moving.map(|(position, _)| *position).collect::<Vec<_>>()
        };
        assert_eq!(moving(&[1, 2, 3]), Vec::<usize>::new());
        assert_eq!(moving(&[5, 1, 2, 3]), [5]);
        assert_eq!(moving(&[1, 3, 2, 4]), [3]);
        assert_eq!(moving(&[3, 3, 1]), [1]);
        assert_eq!(moving(&[]), Vec::<usize>::new());
    }

    #[test]
    fn a_section_moves_with_its_parts_both_ways() {
        let nota = nota_model::Nota {
            sections: "abcdef"
                .chars()
                .map(|title| nota_model::Section {
                    title: title.to_string(),
                    ..Default::default()
                })
                .collect(),
            ..Default::default()
        };
        let after = |indices: Range<usize>, target| {
            let nota = nota.apply(&moved(&indices, target)).expect("applies");
            let titles = nota.sections.iter().map(|section| &*section.title);
            titles.collect::<String>()
        };
        assert_eq!(after(1..3, 6), "adefbc");
        assert_eq!(after(3..5, 1), "adebcf");
        assert_eq!(after(0..1, 2), "bacdef");
    }
}
