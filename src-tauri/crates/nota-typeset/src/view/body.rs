//! The body: the sections in the order of the file with their headings, the
//! dashed line before what is internal, and the list of bijlagen.

use nota_model::{Nota, Section, Table};
use nota_template::{SectionSpec, Template};

use super::blocks::{Builder, Within};
use super::keep::keep;
use super::kinds::{Blok, Part};
use super::table::tables;
use crate::Fonts;

/// So many blocks in a part, as a rule.
const PART_SIZE: usize = 12;

/// No more parts than this: each is a virtual file, and the typesetter keeps
/// the names of files for ever.
const MAX_PARTS: usize = 200;

/// The body in parts.
pub(crate) fn parts(nota: &Nota, template: &Template, fonts: &Fonts) -> Vec<Part> {
    let bijlagen = super::bijlagen::table(nota, template);
    let mut builder = Builder::new(nota, template.layout.measures, fonts);
    let mut sections: Vec<Vec<Blok>> = vec![builder.blocks(&nota.preamble.blocks, Within::Body)];
    let mut intern = false;
    let closing = nota
        .sections
        .iter()
        .rposition(|section| !is_internal(section, template))
        .map_or(0, |last| last + 1);
    for (index, section) in nota.sections.iter().enumerate() {
        if index == closing {
            sections.push(list_of_bijlagen(bijlagen.as_ref(), &mut builder));
        }
        let mut blocks = Vec::new();
        let now = is_internal(section, template);
        if now != intern {
            blocks.push(Blok::Knip { intern: now });
            intern = now;
        }
        blocks.push(Blok::Merk { sectie: index });
        blocks.extend(section_blocks(section, template, &mut builder));
        sections.push(blocks);
    }
    if closing == nota.sections.len() {
        sections.push(list_of_bijlagen(bijlagen.as_ref(), &mut builder));
    }
    sections.push(builder.unreferenced_notes().into_iter().collect());
    for section in &mut sections {
        keep(section, template.layout.measures, fonts);
    }
    split(sections)
}

fn section_blocks<'a>(
    section: &'a Section,
    template: &Template,
    builder: &mut Builder<'a>,
) -> Vec<Blok> {
    let spec = spec_of(section, template);
    let level = spec.map_or(section.level.max(2), |spec| template.level(spec));
    let number = spec.map_or_else(|| section.number.clone(), SectionSpec::printed_number);
    let heading = match number {
        Some(number) => format!("{number} {}", section.title),
        None => section.title.clone(),
    };
    let mut out: Vec<Blok> = builder
        .section_heading(&heading, level)
        .into_iter()
        .collect();
    out.extend(builder.blocks(&section.body.blocks, Within::Body));
    out
}

fn spec_of<'t>(section: &Section, template: &'t Template) -> Option<&'t SectionSpec> {
    section.key.as_deref().and_then(|key| template.sectie(key))
}

fn is_internal(section: &Section, template: &Template) -> bool {
    spec_of(section, template).is_some_and(|spec| spec.alleen_intern)
}

/// The list of bijlagen under a heading of its own.
fn list_of_bijlagen<'a>(bijlagen: Option<&'a Table>, builder: &mut Builder<'a>) -> Vec<Blok> {
    let Some(table) = bijlagen else {
        return Vec::new();
    };
    let mut out: Vec<Blok> = builder.section_heading("Bijlagen", 2).into_iter().collect();
    out.extend(tables(builder, table));
    out
}

/// A part per section, long sections in several.
fn split(sections: Vec<Vec<Blok>>) -> Vec<Part> {
    let total: usize = sections.iter().map(|section| visible(section)).sum();
    let size = PART_SIZE.max(total.div_ceil(MAX_PARTS / 2));
    let mut out: Vec<Part> = Vec::new();
    for section in sections {
        let small = visible(&section) < size / 2;
        let mut joins = out
            .last()
            .is_some_and(|last| small && visible(last) < size / 2);
        for blok in section {
            match out.last_mut() {
                Some(last) if joins || belongs_to(last) => last.push(blok),
                _ => out.push(vec![blok]),
            }
            joins = small || out.last().is_some_and(|last| last.len() < size);
        }
    }
    out
}

/// Whether a block stays in the part of the one before it: the room under a
/// heading is for what follows it.
fn belongs_to(part: &[Blok]) -> bool {
    let last = part.iter().rfind(|blok| !matches!(blok, Blok::Merk { .. }));
    matches!(last, Some(Blok::Kop { .. }))
}

/// The number of blocks that can be seen.
fn visible(blocks: &[Blok]) -> usize {
    let mark = |blok: &&Blok| !matches!(blok, Blok::Merk { .. });
    blocks.iter().filter(mark).count()
}
