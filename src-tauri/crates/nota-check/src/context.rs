//! What every rule may look at: the nota, its template and what is worked out
//! of them once.

use std::cell::OnceCell;
use std::collections::HashMap;

use chrono::NaiveDate;
use nota_metadata::Metagegevens;
use nota_model::{Nota, Place, Section, Span, TextSite};
use nota_public::Obstacle;
use nota_taal::Taal;
use nota_template::{SectionSpec, Template};

use crate::gelakt::Gelakt;
use crate::taal::Gezien;

/// What the rules know of the world. The caller says it, so that the same
/// nota on the same day gives the same diagnostics everywhere.
#[derive(Clone, Copy)]
pub struct Surroundings<'a> {
    /// The day of today.
    pub today: NaiveDate,
    /// Whether the fonts have a glyph for a character.
    pub printable: &'a dyn Fn(char) -> bool,
    /// The number of pages, when the nota was typeset; none to estimate it.
    pub pages: Option<usize>,
    /// The language checks; none when they are off.
    pub taal: Option<&'a Taal>,
    /// What the organisation chose for the metadata of archive and publication;
    /// none when no metadata is asked for.
    pub metagegevens: Option<&'a Metagegevens>,
}

/// A nota under inspection.
pub struct Context<'a> {
    /// The nota.
    pub nota: &'a Nota,
    /// Its template.
    pub template: &'a Template,
    /// The world around it.
    pub surroundings: &'a Surroundings<'a>,
    /// The texts of titles, bodies and footnotes, in the order of the file.
    pub texts: Vec<TextSite<'a>>,
    /// The texts of the fields.
    pub field_texts: Vec<TextSite<'a>>,
    /// What the drafter withholds in the public version.
    pub(crate) gelakt: Vec<Gelakt<'a>>,
    doubts: OnceCell<Vec<Obstacle>>,
    /// What the language checks found, worked out when a rule first asks.
    pub(crate) gezien: OnceCell<Vec<Gezien>>,
    /// The position in the template of each section of the nota.
    positions: Vec<Option<usize>>,
}

impl<'a> Context<'a> {
    pub(crate) fn new(
        nota: &'a Nota,
        template: &'a Template,
        surroundings: &'a Surroundings<'a>,
    ) -> Self {
        let texts = nota.texts();
        let by_key: HashMap<&str, usize> = template
            .secties
            .iter()
            .enumerate()
            .map(|(position, spec)| (spec.sleutel.as_str(), position))
            .collect();
        Self {
            nota,
            template,
            surroundings,
            gelakt: nota_public::gelakt(nota, template, &texts),
            doubts: OnceCell::new(),
            texts,
            gezien: OnceCell::new(),
            field_texts: nota.field_texts(),
            positions: nota
                .sections
                .iter()
                .map(|section| by_key.get(section.key.as_deref()?).copied())
                .collect(),
        }
    }

    /// What was not recognised with certainty, and so bars the public version;
    /// looked for when the first rule asks.
    pub(crate) fn doubts(&self) -> &[Obstacle] {
        let look = || nota_public::doubts(self.nota, self.template);
        self.doubts.get_or_init(look)
    }

    /// The sections, each with its index and what the template says of it.
    pub fn sections(
        &self,
    ) -> impl Iterator<Item = (usize, &'a Section, Option<&'a SectionSpec>)> + '_ {
        let sections = self.nota.sections.iter().enumerate();
        sections.map(|(index, section)| (index, section, self.spec(index)))
    }

    /// What the template says of the section with this index.
    pub fn spec(&self, index: usize) -> Option<&'a SectionSpec> {
        self.template.secties.get(self.position(index)?)
    }

    /// The position in the template of the section with this index.
    pub fn position(&self, index: usize) -> Option<usize> {
        self.positions.get(index).copied().flatten()
    }

    /// The index of the first section with this key.
    pub fn index_of(&self, key: &str) -> Option<usize> {
        let mut sections = self.nota.sections.iter();
        sections.position(|section| section.key.as_deref() == Some(key))
    }

    /// The place of the heading of a section.
    pub fn heading(&self, index: usize) -> Place {
        let section = self.nota.sections.get(index);
        Place {
            section: section.and_then(|section| section.key.clone()),
            index: Some(index),
            ..Place::default()
        }
        .at(section.and_then(|section| section.heading.span()))
    }

    /// The texts of the section with this index, its title first; those
    /// before the first section for none.
    pub fn texts_of(&self, index: Option<usize>) -> &[TextSite<'a>] {
        let start = self.texts.partition_point(|text| text.place.index < index);
        let end = self.texts.partition_point(|text| text.place.index <= index);
        self.texts.get(start..end).unwrap_or_default()
    }

    /// The indices of the sections that directly follow a section and are its
    /// parts: 4.1 and 4.4 for 4.
    pub fn parts(&self, index: usize) -> std::ops::Range<usize> {
        let start = index + 1;
        let Some(parent) = self.spec(index) else {
            return start..start;
        };
        let is_part = |at: &usize| {
            self.spec(*at)
                .is_some_and(|spec| spec.onderdeel_van.as_deref() == Some(&parent.sleutel))
        };
        let count = (start..self.nota.sections.len())
            .take_while(is_part)
            .count();
        start..start + count
    }

    /// The index that a missing section comes at: before the first one that
    /// the template puts after it.
    pub fn index_for(&self, position: usize) -> usize {
        self.positions
            .iter()
            .position(|own| own.is_some_and(|own| own > position))
            .unwrap_or(self.positions.len())
    }

    /// The place of a section that is missing: that of the heading it comes
    /// before, or the end of the nota.
    pub fn missing(&self, spec: &SectionSpec) -> Place {
        let position = self.template.position(&spec.sleutel).unwrap_or(usize::MAX);
        let next = self.nota.sections.get(self.index_for(position));
        let span = match next {
            Some(section) => section.heading.span(),
            None => self.end(),
        };
        Place::section(spec.sleutel.clone()).at(span)
    }

    /// The end of what was read from the file, as an empty span; none for a
    /// nota that was not read.
    pub fn end(&self) -> Option<Span> {
        let texts = self.texts.iter().filter_map(|text| text.place.span);
        let blocks = self.nota.bodies().flat_map(|(_, body)| &body.blocks);
        let fields = self.nota.front.fields.iter();
        texts
            .chain(blocks.filter_map(|block| block.origin.span()))
            .chain(fields.filter_map(|field| field.origin.span()))
            .map(|span| span.end)
            .max()
            .map(|end| Span::new(end, end))
    }

    /// Whether the texts of a section are internal only, so that they are not
    /// in the public version at all.
    pub fn is_internal(&self, place: &Place) -> bool {
        place
            .index
            .and_then(|index| self.spec(index))
            .is_some_and(|spec| spec.alleen_intern)
    }
}
