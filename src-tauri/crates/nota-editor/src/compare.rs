//! Two versions of a nota side by side: which fields and sections differ, and
//! in which words.

use nota_model::{Body, Nota, Section, Value};
use nota_template::{Registry, Template};

use crate::view::{Differences, PartDifference, PartState, PieceState};
use crate::words::{count, words};

/// The difference between two versions, named as the template names parts.
pub fn compare(old: &Nota, new: &Nota, template: &Template) -> Differences {
    let mut delen = fields(old, new, template);
    let before = part(
        "Tekst voor de eerste sectie",
        Some(&old.preamble),
        Some(&new.preamble),
    );
    delen.extend(before);
    delen.extend(sections(old, new));
    let sum =
        |count: fn(&PartDifference) -> u32| delen.iter().map(count).fold(0, u32::saturating_add);
    let (erbij, eraf) = (sum(|part| part.erbij), sum(|part| part.eraf));
    Differences { delen, erbij, eraf }
}

/// The difference between two texts that are not open.
pub fn differences(old: &str, new: &str, registry: &Registry) -> Differences {
    let old = nota_markdown::parse(old, registry).nota;
    let new = nota_markdown::parse(new, registry);
    compare(&old, &new.nota, &new.template)
}

fn fields(old: &Nota, new: &Nota, template: &Template) -> Vec<PartDifference> {
    let mut keys: Vec<&str> = Vec::new();
    let all = new.front.fields.iter().chain(&old.front.fields);
    for key in all.map(|field| field.key.as_str()) {
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    let difference = |key: &str| {
        let (before, after) = (old.field(key), new.field(key));
        if before == after {
            return None;
        }
        let text = |value: Option<&Value>| value.map(|value| value.texts().join(", "));
        let name = template.veld(key).map_or(key, |spec| spec.naam.as_str());
        let mut part = differing(name, text(before), text(after));
        part.veld = Some(key.to_owned());
        Some(part)
    };
    keys.into_iter().filter_map(difference).collect()
}

fn sections(old: &Nota, new: &Nota) -> Vec<PartDifference> {
    let mut parts = Vec::new();
    let mut matched = vec![false; old.sections.len()];
    for (index, section) in new.sections.iter().enumerate() {
        let same = |(at, other): (usize, &Section)| {
            let free = !matched.get(at).copied().unwrap_or(true);
            (free && is_same_place(other, section)).then_some(at)
        };
        let counterpart = old.sections.iter().enumerate().find_map(same);
        if let Some(at) = counterpart.and_then(|at| matched.get_mut(at)) {
            *at = true;
        }
        let before = counterpart.and_then(|at| old.sections.get(at));
        let name = section.heading_text();
        let found = part(&name, before.map(|own| &own.body), Some(&section.body));
        parts.extend(found.map(|found| at(found, index)));
    }
    for (index, section) in old.sections.iter().enumerate() {
        if matched.get(index) == Some(&false) {
            let found = part(&section.heading_text(), Some(&section.body), None);
            parts.extend(found.map(|found| at(found, index)));
        }
    }
    parts
}

/// Whether two sections are the same one: by the template, else by title.
pub(crate) fn is_same_place(one: &Section, other: &Section) -> bool {
    match (&one.key, &other.key) {
        (None, None) => one.title == other.title,
        (one, other) => one == other,
    }
}

fn at(part: PartDifference, index: usize) -> PartDifference {
    PartDifference {
        index: u32::try_from(index).ok(),
        ..part
    }
}

fn part(name: &str, before: Option<&Body>, after: Option<&Body>) -> Option<PartDifference> {
    if let (Some(before), Some(after)) = (before, after)
        && before.blocks == after.blocks
        && before.notes == after.notes
    {
        return None;
    }
    let found = differing(name, before.map(text), after.map(text));
    let differs = found.staat != PartState::Gewijzigd || found.erbij + found.eraf > 0;
    differs.then_some(found)
}

/// A body as it is written in the file: marks such as bold are part of what
/// can differ.
fn text(body: &Body) -> String {
    let notes = body.notes.iter().map(nota_markdown::print_note);
    let blocks = readable(&nota_markdown::print_blocks(&body.blocks));
    std::iter::once(blocks)
        .chain(notes)
        .collect::<Vec<_>>()
        .join("\n\n")
}

/// A subheading says what it is, in the place of its signs in the file.
fn readable(blocks: &str) -> String {
    let line = |line: &str| {
        let title = line.trim_start_matches('#');
        match title.strip_prefix(' ') {
            Some(title) if line.starts_with('#') => format!("Tussenkop: {title}"),
            _ => line.to_owned(),
        }
    };
    let lines: Vec<String> = blocks.lines().map(line).collect();
    lines.join("\n")
}

fn differing(name: &str, before: Option<String>, after: Option<String>) -> PartDifference {
    let staat = match (&before, &after) {
        (None, _) => PartState::Nieuw,
        (_, None) => PartState::Weg,
        _ => PartState::Gewijzigd,
    };
    let stukken = words(&before.unwrap_or_default(), &after.unwrap_or_default());
    PartDifference {
        veld: None,
        index: None,
        naam: name.to_owned(),
        staat,
        erbij: count(&stukken, PieceState::Erbij),
        eraf: count(&stukken, PieceState::Eraf),
        stukken,
    }
}

#[cfg(test)]
mod tests {
    use nota_template::Registry;

    use super::*;

    const OLD: &str = "---\nsjabloon: jenv/beslisnota\nonderwerp: Noodhulp\n---\n\n\
        ## 1. Aanleiding\n\nDe Kamer vraagt erom.\n\n## 3. Kernpunten\n\n- een\n- twee\n";

    fn differences(new: &str) -> Vec<(String, PartState, u32, u32)> {
        let old = nota_markdown::parse(OLD, Registry::builtin());
        let new = nota_markdown::parse(new, Registry::builtin());
        let comparison = compare(&old.nota, &new.nota, &old.template);
        let parts = comparison.delen.into_iter();
        parts
            .map(|part| (part.naam, part.staat, part.erbij, part.eraf))
            .collect()
    }

    #[test]
    fn the_same_nota_has_no_differences() {
        assert_eq!(differences(OLD), []);
    }

    #[test]
    fn fields_and_sections_are_called_as_the_reader_calls_them() {
        let new = OLD
            .replace("Noodhulp", "Evaluatie noodhulp")
            .replace("Kamer vraagt", "Eerste Kamer vraagt");
        assert_eq!(
            differences(&new),
            [
                ("Onderwerp".to_owned(), PartState::Gewijzigd, 2, 1),
                ("1. Aanleiding".to_owned(), PartState::Gewijzigd, 1, 0),
            ]
        );
    }

    #[test]
    fn a_section_that_came_or_went_is_whole() {
        let new = OLD.replace("3. Kernpunten", "2. Geadviseerd besluit");
        assert_eq!(
            differences(&new),
            [
                ("2. Geadviseerd besluit".to_owned(), PartState::Nieuw, 4, 0),
                ("3. Kernpunten".to_owned(), PartState::Weg, 0, 4),
            ]
        );
    }

    #[test]
    fn making_a_word_bold_is_a_difference() {
        let new = OLD.replace("vraagt", "**vraagt**");
        assert_eq!(differences(&new).len(), 1);
    }
}
