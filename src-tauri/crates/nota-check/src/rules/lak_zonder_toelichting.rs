//! N503: something is withheld, and the nota does not say why.

use nota_model::{Carrier, Code, Finding, Place, TextSite};
use nota_template::SectionRole;

use super::invulplek::hint_in;
use crate::phrase::{is_nvt, is_signature};
use crate::{Context, Findings, Rule, gelakt};

/// See `lak_zonder_toelichting.md`.
pub struct LakZonderToelichting;

impl Rule for LakZonderToelichting {
    fn code(&self) -> Code {
        Code(503)
    }

    fn page(&self) -> &'static str {
        include_str!("lak_zonder_toelichting.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        let Some(spec) = context.template.section_for(SectionRole::NietOpenbaar) else {
            return;
        };
        let Some(withheld) = first_withheld(context) else {
            return;
        };
        if !motivation(context).is_empty() {
            return;
        }
        findings.add(|| {
            let place = match context.index_of(&spec.sleutel) {
                Some(index) => context.heading(index),
                None => context.missing(spec),
            };
            Finding::new(self.code(), place)
                .arg("sectie", spec.titel.clone())
                .related(withheld)
        });
    }
}

/// Where the drafter withholds something for the first time: by a mark, by
/// `lakken:` or in a section that is internal only.
pub(super) fn first_withheld(context: &Context) -> Option<Place> {
    if let Some(own) = context.gelakt.first() {
        return Some(gelakt::place(own, context));
    }
    let mut sections = context.sections();
    sections.find_map(|(index, _, spec)| {
        let internal = spec.is_some_and(|spec| spec.alleen_intern);
        (internal && says_something(context, index)).then(|| context.heading(index))
    })
}

/// The sections that say why something is withheld: the section for it and
/// its public parts, as far as there stands more than "n.v.t.", a signature or
/// the hint of the template.
pub(super) fn motivation(context: &Context) -> Vec<usize> {
    let home = context.template.section_for(SectionRole::NietOpenbaar);
    let home = home.map(|spec| spec.sleutel.as_str());
    let of_motivation =
        |key: &str, parent: Option<&str>| home.is_some() && (Some(key) == home || parent == home);
    context
        .sections()
        .filter(|(index, _, spec)| {
            spec.is_some_and(|spec| {
                of_motivation(&spec.sleutel, spec.onderdeel_van.as_deref()) && !spec.alleen_intern
            }) && says_something(context, *index)
        })
        .map(|(index, _, _)| index)
        .collect()
}

/// The texts of a section that can say why something is withheld: those of
/// its body, without its footnotes and who signs the nota. Footnotes at the end
/// of the file stand under the last section and are of all sections.
pub(super) fn says<'c, 'a>(
    context: &'c Context<'a>,
    index: usize,
) -> impl Iterator<Item = &'c TextSite<'a>> {
    let texts = context.texts_of(Some(index)).iter();
    texts.filter(|text| {
        let is_hint = || hint_in(context, text) == Some(0..text.text.len());
        text.carrier != Carrier::Title
            && text.place.note.is_none()
            && !is_nvt(&text.text)
            && !is_signature(&text.text)
            && !is_hint()
    })
}

fn says_something(context: &Context, index: usize) -> bool {
    says(context, index).next().is_some()
}
