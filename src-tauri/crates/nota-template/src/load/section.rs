//! Reads the sections of a template.

use std::collections::HashMap;

use super::field::read_key;
use super::role;
use crate::fault::Faults;
use crate::heading::fold;
use crate::keys::{Text, Values, shorten};
use crate::spec::{BlockName, SectionSpec};

/// Reads the sections; one without a usable key or title is left out.
pub(super) fn read_sections(
    tables: &[Values<'_, '_>],
    faults: &mut Faults<'_>,
) -> Vec<SectionSpec> {
    let mut read = Sections::default();
    for table in tables {
        let Some(section) = read_section(table, faults) else {
            continue;
        };
        if read.accepts(&section, table, faults) {
            let rol = role::read_section_role(&read.list, table, faults);
            read.list.push(SectionSpec { rol, ..section });
        }
    }
    read.list
}

/// The sections so far, and what they have taken.
#[derive(Default)]
struct Sections {
    list: Vec<SectionSpec>,
    /// Position by key.
    keys: HashMap<String, usize>,
    /// Numbers that are taken.
    numbers: HashMap<String, String>,
    /// Titles and synonyms that are taken, by parent.
    titles: HashMap<(Option<String>, String), String>,
}

impl Sections {
    /// Whether a section can join; all its quarrels with the others are faults.
    fn accepts(
        &mut self,
        section: &SectionSpec,
        table: &Values<'_, '_>,
        faults: &mut Faults<'_>,
    ) -> bool {
        let key = &section.sleutel;
        if self.keys.contains_key(key) {
            let message = format!("Er is al een sectie ‘{key}’. Kies een andere sleutel.");
            faults.add(&table.span_of("sleutel"), message);
            return false;
        }
        if !self.has_parent(section, table, faults) {
            return false;
        }
        self.keys.insert(key.clone(), self.list.len());
        self.take_number(section, table, faults);
        self.take_titles(section, table, faults);
        true
    }

    fn has_parent(
        &self,
        section: &SectionSpec,
        table: &Values<'_, '_>,
        faults: &mut Faults<'_>,
    ) -> bool {
        let Some(parent) = &section.onderdeel_van else {
            return true;
        };
        let span = table.span_of("onderdeel-van");
        let Some(found) = self.keys.get(parent).and_then(|at| self.list.get(*at)) else {
            let message = format!(
                "De sectie ‘{}’ staat niet hierboven. Zet een onderdeel onder de sectie waar het bij hoort.",
                shorten(parent)
            );
            faults.add(&span, message);
            return false;
        };
        if found.onderdeel_van.is_some() {
            let message = format!(
                "‘{parent}’ is zelf een onderdeel. Een onderdeel kan geen onderdelen hebben."
            );
            faults.add(&span, message);
            return false;
        }
        let last = self.list.last();
        let follows = last.is_some_and(|last| {
            last.sleutel == *parent || last.onderdeel_van.as_ref() == Some(parent)
        });
        if !follows {
            let message =
                format!("Zet dit onderdeel direct na ‘{parent}’ of een ander onderdeel daarvan.");
            faults.add(&span, message);
        }
        follows
    }

    fn take_number(
        &mut self,
        section: &SectionSpec,
        table: &Values<'_, '_>,
        faults: &mut Faults<'_>,
    ) {
        let Some(number) = &section.nummer else {
            return;
        };
        let span = table.span_of("nummer");
        if let Some(other) = self.numbers.get(number) {
            faults.add(&span, format!("Het nummer {number} is al van ‘{other}’."));
            return;
        }
        let parent = section.onderdeel_van.as_ref();
        let parent = parent.and_then(|key| self.keys.get(key).and_then(|at| self.list.get(*at)));
        let fits = match (parent.map(|parent| &parent.nummer), number.split_once('.')) {
            (None, part) => part.is_none(),
            (Some(Some(own)), Some((above, _))) => own == above,
            (Some(_), _) => false,
        };
        if !fits {
            let message = format!(
                "Het nummer {number} past niet op deze plaats. Een sectie heeft een nummer als \"4\", een onderdeel daarvan een nummer als \"4.1\"."
            );
            faults.add(&span, message);
        }
        self.numbers.insert(number.clone(), section.sleutel.clone());
    }

    fn take_titles(
        &mut self,
        section: &SectionSpec,
        table: &Values<'_, '_>,
        faults: &mut Faults<'_>,
    ) {
        for (title, key) in std::iter::once((&section.titel, "titel"))
            .chain(section.synoniemen.iter().map(|own| (own, "synoniemen")))
        {
            let place = (section.onderdeel_van.clone(), fold(title));
            let owner = self
                .titles
                .entry(place)
                .or_insert_with(|| section.sleutel.clone());
            if *owner != section.sleutel {
                let message = format!(
                    "De titel ‘{}’ is al van de sectie ‘{owner}’. Dan is niet te zien welke van de twee bedoeld is.",
                    shorten(title)
                );
                faults.add(&table.span_of(key), message);
            }
        }
    }
}

fn read_section(table: &Values<'_, '_>, faults: &mut Faults<'_>) -> Option<SectionSpec> {
    let key = read_key(table, faults);
    let title = table.required_text("titel", faults);
    let (sleutel, title) = (key?, title?);
    let required = table.flag("verplicht", faults).unwrap_or(false);
    Some(SectionSpec {
        rol: None,
        sleutel,
        titel: title.into_inner(),
        nummer: read_number(table, faults),
        onderdeel_van: table.text("onderdeel-van", faults).map(Text::into_inner),
        verplicht: required,
        synoniemen: super::plain(table.texts("synoniemen", faults)),
        hulp: table
            .text("hulp", faults)
            .map(Text::into_inner)
            .unwrap_or_default(),
        hint: read_hint(table, faults),
        in_nieuwe_nota: table.flag("in-nieuwe-nota", faults).unwrap_or(required),
        max_tekens: table.count("max-tekens", faults),
        blokken: read_blocks(table, faults),
        alleen_intern: table.flag("alleen-intern", faults).unwrap_or(false),
    })
}

/// A number is "4" or "4.1": no dot at the end, no third level.
fn read_number(table: &Values<'_, '_>, faults: &mut Faults<'_>) -> Option<String> {
    let number = table.text("nummer", faults)?;
    let digits = |part: &str| {
        (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let valid = match number.get_ref().split_once('.') {
        Some((above, own)) => digits(above) && digits(own),
        None => digits(number.get_ref()),
    };
    if !valid {
        faults.add(
            &number.span(),
            "Schrijf het nummer als \"4\" of \"4.1\", zonder punt aan het eind.",
        );
        return None;
    }
    Some(number.into_inner())
}

/// A hint stands in square brackets, so that a hint left standing is
/// recognised as a place to fill in (N301) and nobody takes it for text.
fn read_hint(table: &Values<'_, '_>, faults: &mut Faults<'_>) -> Option<String> {
    let hint = table.text("hint", faults)?;
    let text = hint.get_ref();
    let inner = text
        .strip_prefix('[')
        .and_then(|text| text.strip_suffix(']'));
    let plain = |c: char| !matches!(c, '[' | ']' | '\n' | '\r');
    if !inner.is_some_and(|inner| !inner.trim().is_empty() && inner.chars().all(plain)) {
        faults.add(
            &hint.span(),
            "Zet de hint op één regel tussen rechte haken, zoals \"[Beschrijf de aanleiding.]\".",
        );
        return None;
    }
    Some(hint.into_inner())
}

fn read_blocks(table: &Values<'_, '_>, faults: &mut Faults<'_>) -> Vec<BlockName> {
    let mut blocks = Vec::new();
    for name in table.texts("blokken", faults) {
        match BlockName::parse(name.get_ref()) {
            Some(block) => blocks.push(block),
            None => {
                let known: Vec<_> = BlockName::ALL.iter().map(|block| block.word()).collect();
                let message = format!(
                    "Het blok ‘{}’ bestaat niet. Kies uit: {}.",
                    shorten(name.get_ref()),
                    known.join(", ")
                );
                faults.add(&name.span(), message);
            }
        }
    }
    blocks
}

#[cfg(test)]
mod tests;
