//! Random notas with withheld text, and the same notas with other withheld
//! text: the pairs for the property that public output does not depend on it.

use std::collections::HashSet;

use nota_markdown::testing;
use nota_model::{
    Block, BlockKind, Body, Field, Inline, Item, Mark, Nota, Origin, Run, Section, Value,
};
use nota_template::{Registry, Template};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// Other text, to put in the place of withheld text.
#[derive(Debug, Clone)]
pub(super) struct Donor {
    inlines: Vec<Vec<Inline>>,
    blocks: Vec<Vec<Block>>,
    values: Vec<String>,
    next: usize,
}

impl Donor {
    fn inlines(&mut self) -> Vec<Inline> {
        self.next += 1;
        let own = self.inlines.get(self.next % self.inlines.len().max(1));
        own.cloned()
            .filter(|own| !own.is_empty())
            .unwrap_or_else(|| vec![Inline::text("y")])
    }

    fn blocks(&mut self) -> Vec<Block> {
        self.next += 1;
        let own = self.blocks.get(self.next % self.blocks.len().max(1));
        own.cloned().unwrap_or_default()
    }

    fn value(&mut self) -> Value {
        self.next += 1;
        let one = |at: usize| Value::text(format!("v{}", self.values[at % self.values.len()]));
        match self.next % 3 {
            0 => one(self.next),
            1 => Value::List(vec![one(0), one(1), one(2)]),
            _ => Value::List(vec![Value::Record(vec![("naam".to_owned(), one(1))])]),
        }
    }
}

fn donor() -> impl Strategy<Value = Donor> {
    let inlines = vec(testing::inlines(), 1..5);
    let values = vec("[A-Za-z ]{1,12}", 1..4);
    (inlines, vec(testing::blocks(), 1..4), values).prop_map(|(inlines, blocks, values)| Donor {
        inlines,
        blocks,
        values,
        next: 0,
    })
}

/// The template of the pairs.
pub(super) fn template() -> std::sync::Arc<Template> {
    Registry::builtin().fallback()
}

/// A nota in which much is withheld, and the same one with other text there.
pub(super) fn pairs() -> impl Strategy<Value = (Nota, Nota)> {
    let withheld = vec(
        select(&["opgesteld-door", "contactpersoon", "directie"][..]),
        0..3,
    );
    (testing::notas(), donor(), donor(), withheld).prop_map(|(nota, mut one, mut other, fields)| {
        let mut nota = with_more_withheld(nota, &mut one, &fields);
        let varied = vary(&nota, &mut other);
        // The first one is a file that was read, the other was made.
        clutter(&mut nota);
        (nota, varied)
    })
}

fn with_more_withheld(mut nota: Nota, donor: &mut Donor, fields: &[&str]) -> Nota {
    for key in fields {
        if nota.field(key).is_none() {
            nota.front.fields.push(field(key, donor.value()));
        }
    }
    if nota.field("directie").is_some() {
        let entry = [("veld", "directie"), ("grond", "5.1.1b")];
        let entry = entry.map(|(key, text)| (key.to_owned(), Value::text(text)));
        let lakken = Value::List(vec![Value::Record(entry.to_vec())]);
        nota.front.fields.push(field("lakken", lakken));
    }
    nota.sections.push(Section {
        key: Some("niet-openbare-informatie".to_owned()),
        title: "Intern".to_owned(),
        number: Some("5.2".to_owned()),
        level: 3,
        body: Body {
            blocks: donor.blocks(),
            ..Body::default()
        },
        heading: Origin::none(),
    });
    nota
}

fn field(key: &str, value: Value) -> Field {
    Field {
        key: key.to_owned(),
        value,
        ..Field::default()
    }
}

/// The nota with other withheld text.
fn vary(nota: &Nota, donor: &mut Donor) -> Nota {
    let mut varied = nota.clone();
    let public = public_labels(nota);
    for own in &mut varied.front.fields {
        if matches!(
            own.key.as_str(),
            "opgesteld-door" | "contactpersoon" | "directie"
        ) && !own.value.is_blank()
        {
            own.value = donor.value();
        }
    }
    let template = template();
    for section in &mut varied.sections {
        let key = section.key.as_deref().and_then(|key| template.sectie(key));
        if key.is_some_and(|spec| spec.alleen_intern) {
            section.title = "Anders".to_owned();
            section.body.blocks = donor.blocks();
        }
    }
    each_body(&mut varied, &mut |body| {
        vary_blocks(&mut body.blocks, donor);
        for note in &mut body.notes {
            match public.contains(&note.label) {
                true => vary_blocks(&mut note.blocks, donor),
                false => note.blocks = donor.blocks(),
            }
        }
    });
    varied
}

fn vary_blocks(blocks: &mut [Block], donor: &mut Donor) {
    for block in blocks.iter_mut() {
        match &mut block.kind {
            BlockKind::Lak { blocks, .. } => *blocks = donor.blocks(),
            BlockKind::Quote { blocks } => vary_blocks(blocks, donor),
            BlockKind::List { items, .. } => {
                for Item { blocks } in items {
                    vary_blocks(blocks, donor);
                }
            }
            BlockKind::Paragraph { inlines } | BlockKind::Heading { inlines, .. } => {
                vary_runs(inlines, donor);
            }
            BlockKind::Table(table) => {
                for cell in table.head.iter_mut().chain(table.rows.iter_mut().flatten()) {
                    vary_runs(&mut cell.inlines, donor);
                }
            }
        }
    }
}

fn vary_runs(inlines: &mut Vec<Inline>, donor: &mut Donor) {
    let mut out: Vec<Inline> = Vec::new();
    let mut last: Option<String> = None;
    for inline in inlines.drain(..) {
        let grond = inline.grond().map(str::to_owned);
        match &grond {
            None => out.push(inline),
            Some(_) if grond == last => {}
            Some(code) => out.extend(donor.inlines().into_iter().map(|run| {
                run.with(Mark::Lak {
                    grond: code.clone(),
                })
            })),
        }
        last = grond;
    }
    *inlines = out;
}

/// The labels of the footnotes that a reader of the public version sees.
fn public_labels(nota: &Nota) -> HashSet<String> {
    let template = template();
    let mut labels = HashSet::new();
    let mut next: Vec<String> = Vec::new();
    let mut bodies = nota.clone();
    bodies.sections.retain(|section| {
        let spec = section.key.as_deref().and_then(|key| template.sectie(key));
        spec.is_none_or(|spec| !spec.alleen_intern)
    });
    each_body(&mut bodies, &mut |body| seen(&mut body.blocks, &mut next));
    while let Some(label) = next.pop() {
        if labels.insert(label.clone())
            && let Some(note) = nota.note(&label)
        {
            seen(&mut note.blocks.clone(), &mut next);
        }
    }
    labels
}

fn seen(blocks: &mut Vec<Block>, labels: &mut Vec<String>) {
    blocks.retain(|block| !matches!(block.kind, BlockKind::Lak { .. }));
    each_text(blocks, &mut |inlines| {
        for inline in inlines.iter() {
            if let Run::Note { label } = &inline.run
                && inline.grond().is_none()
            {
                labels.push(label.clone());
            }
        }
    });
}

/// Adds what a nota has that was read from a file: places, bytes, remarks.
fn clutter(nota: &mut Nota) {
    nota.front.opening = Some("---\n# voor Jansen\n".to_owned());
    nota.front.closing = Some("---\n\n".to_owned());
    nota.front
        .fields
        .push(field("geheim", Value::text("Jansen")));
    for own in &mut nota.front.fields {
        own.source = Some("x: y # Jansen\n".to_owned());
        own.origin = Origin::at(1..9);
    }
    each_body(nota, &mut |body| {
        body.source = Some("## Jansen".to_owned());
        each_text(&mut body.blocks, &mut |inlines| {
            for inline in inlines.iter_mut() {
                inline.origin = Origin::at(3..7);
            }
        });
        for block in &mut body.blocks {
            block.origin = Origin::at(3..700);
        }
    });
}

pub(super) fn each_body(nota: &mut Nota, change: &mut dyn FnMut(&mut Body)) {
    change(&mut nota.preamble);
    nota.sections
        .iter_mut()
        .for_each(|section| change(&mut section.body));
}

pub(super) fn each_text(blocks: &mut [Block], change: &mut dyn FnMut(&mut Vec<Inline>)) {
    for block in blocks {
        match &mut block.kind {
            BlockKind::Paragraph { inlines } | BlockKind::Heading { inlines, .. } => {
                change(inlines)
            }
            BlockKind::List { items, .. } => {
                items
                    .iter_mut()
                    .for_each(|item| each_text(&mut item.blocks, change));
            }
            BlockKind::Table(table) => {
                for cell in table.head.iter_mut().chain(table.rows.iter_mut().flatten()) {
                    change(&mut cell.inlines);
                }
            }
            BlockKind::Quote { blocks } | BlockKind::Lak { blocks, .. } => {
                each_text(blocks, change)
            }
        }
    }
}
