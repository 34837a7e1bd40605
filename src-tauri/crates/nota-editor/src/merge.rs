//! Puts parts of one nota in another: what a file brings comes after what
//! stands there.

use std::collections::HashMap;

use nota_model::{Block, BlockKind, Body, Field, Inline, LAKKEN, Nota, Run, Section, Value};
use nota_template::{RESERVED_FIELDS, Template};

use crate::compare::is_same_place;

/// A part that one nota can give another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// A field, by its place.
    Field(usize),
    /// What stands before the sections.
    Preamble,
    /// A section, by its place.
    Section(usize),
}

/// What a nota has to give, in the order of reading.
pub(crate) fn parts(nota: &Nota) -> Vec<Part> {
    let fields = nota.front.fields.iter().enumerate();
    let fields = fields.filter(|(_, own)| !RESERVED_FIELDS.contains(&own.key.as_str()));
    let mut all: Vec<Part> = fields
        .filter(|(_, own)| !own.value.is_blank())
        .map(|(at, _)| Part::Field(at))
        .collect();
    if !nota.preamble.blocks.is_empty() {
        all.push(Part::Preamble);
    }
    all.extend((0..nota.sections.len()).map(Part::Section));
    all
}

/// The nota with these parts of another: a field takes the place of the one
/// here, text comes after the text here, and a section that is not here comes
/// where the template has it. What is withheld of a field comes with it, and
/// what is withheld here stays so; what may be read there is asked again here.
pub(crate) fn merged(nota: &Nota, other: &Nota, parts: &[Part], template: &Template) -> Nota {
    let mut after = nota.clone();
    let labels = labels(nota, other);
    for part in parts {
        match *part {
            Part::Field(at) => {
                if let Some(field) = other.front.fields.get(at) {
                    put_field(&mut after, field);
                    withhold(&mut after, other, &field.key);
                }
            }
            Part::Preamble => append(&mut after.preamble, &other.preamble, &labels),
            Part::Section(at) => {
                if let Some(section) = other.sections.get(at) {
                    put_section(&mut after, section, template, &labels);
                }
            }
        }
    }
    after
}

fn put_field(after: &mut Nota, field: &Field) {
    let fields = &mut after.front.fields;
    match fields.iter_mut().find(|own| own.key == field.key) {
        Some(own) => own.clone_from(field),
        None => fields.push(field.clone()),
    }
}

/// Withholds of a field what the other nota withholds of it.
fn withhold(after: &mut Nota, other: &Nota, key: &str) {
    let items = |nota: &Nota| {
        nota.field(LAKKEN)
            .map_or_else(Vec::new, |own| own.items().to_vec())
    };
    let is_of_key = |mark: &Value| {
        let path = mark.part("veld").and_then(Value::as_text);
        path.is_some_and(|path| other.key_of(path) == key)
    };
    let mut marks = items(after);
    for mark in items(other) {
        if is_of_key(&mark) && !marks.contains(&mark) {
            marks.push(mark);
        }
    }
    if !marks.is_empty() {
        let list = Field {
            key: LAKKEN.to_owned(),
            value: Value::List(marks),
            ..Field::default()
        };
        put_field(after, &list);
    }
}

fn put_section(
    after: &mut Nota,
    section: &Section,
    template: &Template,
    labels: &HashMap<String, String>,
) {
    let sections = &mut after.sections;
    if let Some(own) = sections.iter_mut().find(|own| is_same_place(own, section)) {
        append(&mut own.body, &section.body, labels);
        return;
    }
    let rank = |own: &Section| {
        let key = own.key.as_deref()?;
        template.secties.iter().position(|spec| spec.sleutel == key)
    };
    // What the template does not know stands at the end.
    let at = match rank(section) {
        None => sections.len(),
        Some(wanted) => sections
            .iter()
            .rposition(|own| rank(own).is_some_and(|rank| rank < wanted))
            .map_or(0, |before| before + 1),
    };
    let mut own = Section {
        body: Body::default(),
        ..section.clone()
    };
    append(&mut own.body, &section.body, labels);
    sections.insert(at, own);
}

fn append(own: &mut Body, other: &Body, labels: &HashMap<String, String>) {
    if other.blocks.is_empty() && other.notes.is_empty() {
        return;
    }
    own.source = None;
    own.blocks
        .extend(other.blocks.iter().map(|block| relabelled(block, labels)));
    own.notes.extend(other.notes.iter().map(|note| {
        let mut note = note.clone();
        note.source = nota_model::NoteSource::Edited;
        note.blocks = note
            .blocks
            .iter()
            .map(|block| relabelled(block, labels))
            .collect();
        if let Some(label) = labels.get(&note.label) {
            note.label.clone_from(label);
        }
        note
    }));
}

/// For each label of the other nota one that is free here.
fn labels(nota: &Nota, other: &Nota) -> HashMap<String, String> {
    let all = |nota: &Nota| -> Vec<String> {
        let bodies = nota.sections.iter().map(|own| &own.body);
        let bodies = std::iter::once(&nota.preamble).chain(bodies);
        let notes = bodies.flat_map(|body| &body.notes);
        notes.map(|note| note.label.clone()).collect()
    };
    let mut used: std::collections::HashSet<String> = all(nota).into_iter().collect();
    let mut number = 0_usize;
    let mut found = HashMap::new();
    for label in all(other) {
        let mut free = label.clone();
        while !used.insert(free.clone()) {
            number += 1;
            free = number.to_string();
        }
        found.insert(label, free);
    }
    found
}

fn relabelled(block: &Block, labels: &HashMap<String, String>) -> Block {
    let mut block = block.clone();
    relabel(&mut block, labels);
    block
}

fn relabel(block: &mut Block, labels: &HashMap<String, String>) {
    let rename = |inlines: &mut Vec<Inline>| {
        for inline in inlines {
            if let Run::Note { label } = &mut inline.run
                && let Some(free) = labels.get(label)
            {
                label.clone_from(free);
            }
        }
    };
    match &mut block.kind {
        BlockKind::Paragraph { inlines } | BlockKind::Heading { inlines, .. } => rename(inlines),
        BlockKind::List { items, .. } => {
            let blocks = items.iter_mut().flat_map(|item| &mut item.blocks);
            blocks.for_each(|block| relabel(block, labels));
        }
        BlockKind::Table(table) => {
            let rows = table.rows.iter_mut().flatten();
            let cells = table.head.iter_mut().chain(rows);
            cells.for_each(|cell| rename(&mut cell.inlines));
        }
        BlockKind::Quote { blocks } | BlockKind::Lak { blocks, .. } => {
            blocks.iter_mut().for_each(|block| relabel(block, labels));
        }
    }
}

#[cfg(test)]
mod tests {
    use nota_template::Registry;

    use super::*;

    const HERE: &str = "---\nsjabloon: jenv/beslisnota\nversie: 1\nonderwerp: Hier\n---\n\n\
        ## 1. Aanleiding\n\nEen[^1].\n\n[^1]: Noot hier.\n\n## 3. Kernpunten\n\nDrie.\n";
    const THERE: &str = "---\nsjabloon: jenv/beslisnota\nversie: 1\nonderwerp: Daar\n---\n\n\
        ## 1. Aanleiding\n\nMeer[^1].\n\n[^1]: Noot daar.\n\n## 2. Geadviseerd besluit\n\nTwee.\n\n\
        ## Overige tekst\n\nRest.\n";

    fn after(chosen: impl Fn(&Part) -> bool) -> String {
        let here = nota_markdown::parse(HERE, Registry::builtin());
        let there = nota_markdown::parse(THERE, Registry::builtin()).nota;
        let parts: Vec<Part> = parts(&there).into_iter().filter(chosen).collect();
        nota_markdown::print(&merged(&here.nota, &there, &parts, &here.template))
    }

    #[test]
    fn text_comes_after_what_stands_there_and_sections_where_the_template_has_them() {
        let text = after(|part| !matches!(part, Part::Field(_)));
        let expected = "---\nsjabloon: jenv/beslisnota\nversie: 1\nonderwerp: Hier\n---\n\n\
            ## 1. Aanleiding\n\nEen[^1].\n\nMeer[^2].\n\n[^1]: Noot hier.\n\n[^2]: Noot daar.\n\n\
            ## 2. Geadviseerd besluit\n\nTwee.\n\n## 3. Kernpunten\n\nDrie.\n\n## Overige tekst\n\nRest.\n";
        assert_eq!(text, expected);
    }

    #[test]
    fn only_what_is_chosen_comes() {
        let text = after(|part| matches!(part, Part::Field(_)));
        assert_eq!(text, HERE.replace("onderwerp: Hier", "onderwerp: Daar"));
        assert_eq!(after(|_| false), HERE);
    }

    #[test]
    fn what_is_withheld_of_a_field_comes_with_it_and_nothing_here_is_opened() {
        let here = "---\nsjabloon: jenv/beslisnota\nonderwerp: Hier\nkenmerk: \"1\"\nlakken:\n\
            \x20 - veld: kenmerk\n    grond: 5.1.2b\n---\n";
        let there = "---\nsjabloon: jenv/beslisnota\nonderwerp: Daar\nkenmerk: \"2\"\nonderdeel: X\n\
            lakken:\n  - veld: onderdeel\n    grond: 5.1.2i\n  - veld: onderwerp\n    grond: 5.1.2i\n\
            mag-openbaar:\n  - Daar\n---\n";
        let here = nota_markdown::parse(here, Registry::builtin());
        let there = nota_markdown::parse(there, Registry::builtin()).nota;
        let chosen: Vec<Part> = parts(&there)
            .into_iter()
            .filter(|part| match part {
                Part::Field(at) => there.front.fields[*at].key != "onderwerp",
                _ => false,
            })
            .collect();
        let text = nota_markdown::print(&merged(&here.nota, &there, &chosen, &here.template));
        expect_test::expect![[r#"
            ---
            sjabloon: jenv/beslisnota
            onderwerp: Hier
            kenmerk: "2"
            lakken:
              - veld: kenmerk
                grond: "5.1.2b"
              - veld: onderdeel
                grond: 5.1.2i
            onderdeel: X
            ---
        "#]]
        .assert_eq(&text);
    }
}
