//! What the internal part of a template looks like: a heading, a title or a line
//! with its number, or with nearly its title.

use nota_model::{Carrier, Section};
use nota_template::{SectionSpec, Template};

use super::super::lookalike::letters;
use super::super::visible::Visible;
use super::number::{floor, number, parts_of, rest_of_number};
use super::{LABEL, OF_THE_PART, speaks};
use crate::obstacle::Reason;

/// The number and the title that the internal part has in the beslisnota of
/// the Rijk, for templates without one.
const USUAL_NUMBER: &str = "5.2";
const USUAL_TITLE: &str = "Informatie die niet openbaar gemaakt kan worden";

/// The greatest number of characters of a line that can be a heading.
const LINE: usize = 110;

/// The number of places in one text at which a title is looked for.
const MOST_PLACES: usize = 50;

/// The internal parts of a template, by their numbers and titles as letters.
pub(super) struct Parts {
    numbers: Vec<Vec<String>>,
    titles: Vec<String>,
    /// What is the matter with text that looks like one.
    pub(super) reason: Reason,
}

impl Parts {
    pub(super) fn of(template: &Template) -> Self {
        let own: Vec<&SectionSpec> = template.internal_sections().collect();
        if own.is_empty() {
            return Self {
                numbers: vec![parts_of(USUAL_NUMBER)],
                titles: vec![letters(USUAL_TITLE)],
                reason: Reason::NoInternal,
            };
        }
        let numbers = own
            .iter()
            .filter_map(|spec| spec.nummer.as_deref())
            .map(parts_of);
        Self {
            numbers: numbers.collect(),
            titles: own.iter().flat_map(|spec| titles(spec)).collect(),
            reason: Reason::Heading,
        }
    }

    fn exists(&self) -> bool {
        self.reason == Reason::Heading
    }

    /// What is the matter with the title of a section that is not internal.
    pub(super) fn in_title(
        &self,
        section: &Section,
        spec: Option<&SectionSpec>,
        again: bool,
    ) -> Option<Reason> {
        let heading = section.heading_text();
        let own = letters(&section.title);
        let shared = spec.is_some_and(|spec| titles(spec).iter().any(|own| self.has_title(own)));
        let doubt = match spec {
            // The section of which the internal part is a part may have its title.
            Some(_) if shared => again || self.has_number(&heading),
            Some(_) => self.has_number(&heading) && (self.exists() || speaks(&own)),
            None => self.is_heading(&heading),
        };
        doubt.then_some(self.reason)
    }

    /// Whether a heading that is no section may be that of the internal part.
    fn is_heading(&self, heading: &str) -> bool {
        let own = letters(rest_of_number(heading));
        self.has_title(&own)
            || self.has_title(&letters(heading))
            || self.has_number(heading) && (self.exists() || own.is_empty() || speaks(&own))
            || self.exists() && own.contains(OF_THE_PART[0])
    }

    fn has_title(&self, letters: &str) -> bool {
        self.titles.iter().any(|title| is_nearly(letters, title))
    }

    fn begins_with_title(&self, text: &str) -> bool {
        self.titles.iter().any(|title| {
            let length = title.chars().count();
            let start: String = letters(text.get(..floor(text, 4 * length)).unwrap_or_default());
            let start: String = start.chars().take(length).collect();
            let same = start
                .chars()
                .zip(title.chars())
                .take(6)
                .filter(|(a, b)| a == b);
            same.count() >= 3 && is_nearly(&start, title)
        })
    }

    fn has_number(&self, heading: &str) -> bool {
        let found = number(heading);
        found.is_some_and(|(parts, _)| self.numbers.iter().any(|own| parts.starts_with(own)))
    }

    /// Where a public text may be the heading of the internal part.
    pub(super) fn in_text(&self, text: &Visible<'_>) -> Option<(usize, usize, Reason)> {
        let own = text.text.as_str();
        let whole = own.len();
        let doubt = match text.carrier() {
            Carrier::Field | Carrier::Title => false,
            // Of a heading that is withheld itself the text after it is not.
            Carrier::Heading => self.is_heading(own) || self.is_heading(&text.site.text),
            Carrier::Paragraph => self.is_line(text) || self.is_titled(text.site.text.trim()),
            Carrier::Cell => {
                let begins = self.has_number(own) && self.begins_with_title(rest_of_number(own));
                begins || self.is_titled(own)
            }
        };
        if doubt {
            return Some((0, whole, self.reason));
        }
        if !matches!(text.carrier(), Carrier::Paragraph | Carrier::Cell) {
            return None;
        }
        let places = own.match_indices('5').map(|(at, _)| at).take(MOST_PLACES);
        for at in places {
            let before = own.get(..at).and_then(|own| own.chars().next_back());
            let rest = own.get(at..).unwrap_or_default();
            let starts = before.is_none_or(|c| !c.is_alphanumeric() && !".,".contains(c));
            if starts && self.has_number(rest) && self.begins_with_title(rest_of_number(rest)) {
                return Some((at, whole, self.reason));
            }
        }
        None
    }

    /// Whether a paragraph is a heading that was not made one: bold, with
    /// number signs, or a short line without the end of a sentence.
    fn is_line(&self, text: &Visible<'_>) -> bool {
        let own = text.text.trim();
        let bare = own.trim_start_matches(['#', '*', '_', ' ', '\u{a0}']);
        let signs = own.starts_with('#');
        let bold = text.text.get(..text.bold).unwrap_or_default().trim();
        let line = own.lines().next().unwrap_or_default();
        let short =
            line.chars().count() <= LINE && !line.trim_end().ends_with(['.', ';', '?', '!', ',']);
        let titled = |text: &str| self.is_titled(text);
        let numbered = |text: &str| {
            let speaks = || rest_of_number(text).is_empty() || speaks(&letters(text));
            self.has_number(text) && (self.exists() || speaks())
        };
        if signs
            && (numbered(bare)
                || self.begins_with_title(rest_of_number(bare))
                || self.is_heading(line.trim_start_matches('#')))
        {
            return true;
        }
        if !bold.is_empty() && (titled(bold) || numbered(bold)) {
            return true;
        }
        let top = text.site.place.path.len() == 1;
        let rest = rest_of_number(bare);
        let few = bare.split_whitespace().nth(LABEL).is_none();
        let is_heading = match few && (letters(rest).is_empty() || speaks(&letters(rest))) {
            true => true,
            false => short && has_capital(rest),
        };
        titled(bare) || titled(line) || (top && numbered(bare) && is_heading)
    }

    /// Whether a text is the title of the part, with or without a number.
    fn is_titled(&self, text: &str) -> bool {
        let limit = text.get(..floor(text, 4 * LINE)).unwrap_or_default();
        if limit.len() != text.len() {
            return false;
        }
        let rest = rest_of_number(text);
        self.has_title(&letters(rest)) || rest.len() != text.len() && self.has_title(&letters(text))
    }

    /// Whether a heading inside the internal part has the number and the title
    /// of a public one.
    pub(super) fn is_public_heading(&self, heading: &str, template: &Template) -> bool {
        let Some((parts, _)) = number(heading) else {
            return false;
        };
        let own = letters(rest_of_number(heading));
        template.public_sections().any(|spec| {
            let same = spec
                .nummer
                .as_deref()
                .is_some_and(|own| parts_of(own) == parts);
            same && titles(spec).iter().any(|title| is_nearly(&own, title))
        })
    }
}

/// The titles of a section as letters.
fn titles(spec: &SectionSpec) -> Vec<String> {
    let all = std::iter::once(&spec.titel).chain(&spec.synoniemen);
    all.map(|title| letters(title)).collect()
}

/// Whether letters are those of a title, with at most a slip in every eight.
fn is_nearly(letters: &str, title: &str) -> bool {
    let length = title.chars().count();
    let slips = (length / 8).max(1);
    letters == title
        || length >= 8
            && letters.chars().count().abs_diff(length) <= slips
            && strsim::osa_distance(letters, title) <= slips
}

fn has_capital(text: &str) -> bool {
    let mut letters = text.chars().filter(|c| c.is_alphabetic());
    letters.next().is_none_or(char::is_uppercase)
}
