//! N101: a section that the template asks for is not there.

use nota_model::{Change, Code, Finding};
use nota_template::SectionSpec;

use crate::{Context, Findings, Rule};

/// See `sectie_ontbreekt.md`.
pub struct SectieOntbreekt;

impl Rule for SectieOntbreekt {
    fn code(&self) -> Code {
        Code(101)
    }

    fn page(&self) -> &'static str {
        include_str!("sectie_ontbreekt.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        let is_there = |key: &str| context.index_of(key).is_some();
        for (position, spec) in context.template.secties.iter().enumerate() {
            let parent = spec.onderdeel_van.as_deref();
            if spec.verplicht && !is_there(&spec.sleutel) && parent.is_none_or(is_there) {
                findings.add(|| self.finding(context, spec, position));
            }
        }
    }
}

impl SectieOntbreekt {
    fn finding(&self, context: &Context, spec: &SectionSpec, position: usize) -> Finding {
        Finding::new(self.code(), context.missing(spec))
            .arg("sectie", spec.titel.clone())
            .arg("wat", wanted(spec))
            .fix("Sectie toevoegen", added(context, spec, position))
    }
}

/// Adds the section, and with it the parts that it must have: else each of them
/// is missing next.
fn added(context: &Context, spec: &SectionSpec, position: usize) -> Change {
    let index = context.index_for(position);
    let parts = context.template.secties.iter().filter(|part| {
        part.verplicht
            && part.onderdeel_van.as_ref() == Some(&spec.sleutel)
            && context.index_of(&part.sleutel).is_none()
    });
    let add = |(at, own): (usize, &SectionSpec)| Change::AddSection {
        key: Some(own.sleutel.clone()),
        number: own.printed_number(),
        title: own.titel.clone(),
        level: context.template.level(own),
        index: index + at,
    };
    let all = std::iter::once(spec).chain(parts).enumerate();
    let mut changes: Vec<Change> = all.map(add).collect();
    match changes.len() {
        1 => changes.remove(0),
        _ => Change::All { changes },
    }
}

/// What belongs in a section, in one sentence: the hint of the template
/// without its brackets, or else the help.
pub(super) fn wanted(spec: &SectionSpec) -> String {
    let hint = spec.hint.as_deref().unwrap_or_default();
    let bare = hint.trim().trim_start_matches('[').trim_end_matches(']');
    if bare.is_empty() {
        spec.hulp.clone()
    } else {
        bare.to_owned()
    }
}
