//! Which lines open a section. A title that occurs twice opens it the first
//! time; a part is opened in the section that it is a part of.

use std::collections::{BTreeMap, HashSet};

use nota_template::{SectionSpec, Template};

use super::Choices;
use super::letterhead;
use super::named;
use super::titles::{Titles, folded};
use crate::blocks::is_bold;
use crate::report::{Certainty, Reason, Target};
use crate::source::{Line, Piece, Source, Story};

/// The longest line that is a title although no style says so, in words.
const MAX_WORDS: usize = 12;

/// A section that a line opens.
#[derive(Debug, Clone)]
pub(crate) struct Opening {
    /// Its key.
    pub(crate) key: String,
    /// Whether it is a part of another.
    pub(crate) is_part: bool,
    /// The section that has to be opened first, because the source leaves its
    /// heading out.
    pub(crate) parent_first: Option<String>,
    /// The level of the heading in the source.
    pub(crate) level: u8,
    /// How sure.
    pub(crate) sure: Certainty,
    /// By what.
    pub(crate) why: Reason,
}

/// The sections of a source.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    /// What each line opens.
    pub(crate) openings: BTreeMap<usize, Opening>,
}

impl Plan {
    /// The sections of a source.
    pub(crate) fn of(source: &Source, template: &Template, choices: &Choices) -> Self {
        let pieces = &source.pieces;
        let titles = Titles::of(template);
        let labels = letterhead::labels(template);
        let mut plan = Plan::default();
        let mut state = State {
            may_repeat: source.template.is_some(),
            ..State::default()
        };
        for (at, piece) in pieces.iter().enumerate() {
            let opening = match choices.get(&at) {
                Some(Target::Section { key }) => chosen(template, key, piece, &state),
                Some(_) => None,
                // What is drawn for a field opens nothing.
                None if named::field_of(piece, template).is_some() => None,
                None => found(&titles, piece, &state).filter(|own| {
                    // Above the first section a label is a label: "Bijlagen".
                    let is_label = labels.contains_key(&folded(&piece.plain()));
                    own.3 == Reason::Heading || !is_label || !state.used.is_empty()
                }),
            };
            if let Some((spec, level, sure, why)) = opening {
                plan.open(at, spec, level, (sure, why), template, &mut state);
            }
        }
        plan
    }

    /// Where the first section begins: the letterhead stands above it. Without
    /// any, only the first lines can be a letterhead.
    pub(crate) fn start(&self, pieces: usize) -> usize {
        const HEAD: usize = 30;
        self.openings
            .keys()
            .next()
            .copied()
            .unwrap_or(pieces.min(HEAD))
    }

    fn open(
        &mut self,
        at: usize,
        spec: &SectionSpec,
        level: u8,
        (sure, why): (Certainty, Reason),
        template: &Template,
        state: &mut State,
    ) {
        let parent = spec.onderdeel_van.clone();
        let parent_first = parent
            .clone()
            .filter(|own| state.parent.as_ref() != Some(own));
        if let Some(own) = &parent_first {
            state.used.insert(own.clone());
            state.parent = template.sectie(own).map(|own| own.sleutel.clone());
        }
        if parent.is_none() {
            state.parent = Some(spec.sleutel.clone());
            state.level = level;
        }
        state.used.insert(spec.sleutel.clone());
        self.openings.insert(
            at,
            Opening {
                key: spec.sleutel.clone(),
                is_part: parent.is_some(),
                parent_first,
                level,
                sure,
                why,
            },
        );
    }
}

/// The sections above a line.
#[derive(Debug, Default)]
struct State {
    used: HashSet<String>,
    /// Whether a section may be opened more than once, as a nota can.
    may_repeat: bool,
    /// The whole section that is open.
    parent: Option<String>,
    /// The level of its heading.
    level: u8,
}

type Found<'t> = (&'t SectionSpec, u8, Certainty, Reason);

/// The section that the drafter says a line opens.
fn chosen<'t>(
    template: &'t Template,
    key: &str,
    piece: &Piece,
    state: &State,
) -> Option<Found<'t>> {
    let spec = template.sectie(key)?;
    let level = piece.as_line().and_then(|line| line.heading);
    let level = level.unwrap_or(state.level.max(1));
    Some((spec, level, Certainty::Sure, Reason::Choice))
}

/// The section that a line opens by itself.
fn found<'t>(titles: &Titles<'t>, piece: &Piece, state: &State) -> Option<Found<'t>> {
    if !matches!(piece.story, Story::Body | Story::Box) || piece.quote > 0 {
        return None;
    }
    let line = piece.as_line()?;
    let text = nota_model::plain_text(&line.inlines);
    let (sure, why) = looks_like_title(line, &text, piece.list.is_some())?;
    let specs = titles.find(&text);
    let spec = choose(&specs, line, &text, state)?;
    let level = line.heading.unwrap_or(state.level.max(1));
    Some((spec, level, sure, why))
}

/// Whether a line may be a title, and how sure that is.
fn looks_like_title(line: &Line, text: &str, in_list: bool) -> Option<(Certainty, Reason)> {
    if line.heading.is_some() {
        return Some((Certainty::Sure, Reason::Heading));
    }
    let text = text.trim();
    let words = text.split_whitespace().count();
    let is_sentence = text.ends_with(['.', '?', '!', ',', ';']);
    if words == 0 || words > MAX_WORDS || is_sentence || line.style.starts_with("toc ") {
        return None;
    }
    match line.inlines.iter().all(is_bold) {
        true => Some((Certainty::Likely, Reason::Bold)),
        false if in_list => None,
        false => Some((Certainty::Guess, Reason::Line)),
    }
}

/// Which of the sections with this title.
fn choose<'t>(
    specs: &[&'t SectionSpec],
    line: &Line,
    text: &str,
    state: &State,
) -> Option<&'t SectionSpec> {
    let may_repeat = state.may_repeat && line.heading.is_some();
    let is_free = |spec: &&&'t SectionSpec| may_repeat || !state.used.contains(&spec.sleutel);
    let whole = specs
        .iter()
        .filter(is_free)
        .find(|spec| spec.onderdeel_van.is_none());
    let here = specs
        .iter()
        .filter(is_free)
        .find(|spec| spec.onderdeel_van.is_some() && spec.onderdeel_van == state.parent);
    // A part whose whole is not there at all: it is opened with it.
    let elsewhere = specs.iter().filter(is_free).find(|spec| {
        let whole = spec.onderdeel_van.as_ref();
        whole.is_some_and(|whole| !state.used.contains(whole))
    });
    let is_deeper = line
        .heading
        .is_some_and(|level| level > state.level && state.level > 0);
    let number = text.split_whitespace().next().unwrap_or_default();
    let has_part_number = number.trim_end_matches('.').contains('.')
        && number.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let found = match (whole, here) {
        (Some(_), Some(here)) if is_deeper || has_part_number => Some(here),
        (Some(whole), _) => Some(whole),
        (None, Some(here)) => Some(here),
        (None, None) => elsewhere,
    };
    found.copied()
}
