//! The part that is internal only. Everything after its heading is internal,
//! until a section that the template puts later. A heading or line that may be
//! that heading and is not, and public text behind the part, are in doubt.

use nota_model::{Carrier, Nota, Section, TextSite};
use nota_template::{SectionRole, SectionSpec, Template};

use super::lookalike::{folded, letters};
use super::visible::Visible;
use crate::obstacle::{Obstacle, Reason};

/// The number and the title that the internal part has in the beslisnota of
/// the Rijk, for templates without one.
const USUAL_NUMBER: &str = "5.2";
const USUAL_TITLE: &str = "Informatie die niet openbaar gemaakt kan worden";

/// Words in a heading that is numbered as the internal part.
const OF_THE_PART: [&str; 6] = [
    "nietopenb",
    "nietvoor",
    "intern",
    "vertrouwelijk",
    "geheim",
    "besloten",
];

/// Words that begin as one of those and say nothing of it, and the words of a
/// ground, as a heading of the reason has them.
const OTHERS: [&str; 6] = [
    "internat",
    "internet",
    "internberaad",
    "geheimhouding",
    "vertrouwelijkheid",
    "vertrouwelijkebedrijfs",
];

/// The number of words of a line that is a label.
const LABEL: usize = 4;

/// The number of words of a heading that is one.
const LONG_LABEL: usize = 8;

/// What may stand before the number of a part.
const BEFORE_A_NUMBER: [&str; 9] = [
    "onderdeel",
    "deel",
    "paragraaf",
    "par",
    "sectie",
    "punt",
    "ad",
    "nr",
    "hoofdstuk",
];

/// What stands behind a number that measures something.
const UNITS: [&str; 12] = [
    "miljoen", "miljard", "mln", "mld", "procent", "euro", "fte", "jaar", "meter", "km", "ton",
    "woo",
];

/// The greatest number of characters of a line that can be a heading.
const LINE: usize = 110;

/// The number of places in one text at which a title is looked for.
const MOST_PLACES: usize = 50;

/// For each section whether it is internal only: it is, or it comes after one
/// that is and not later in the template.
pub(crate) fn internal_sections(nota: &Nota, template: &Template) -> Vec<bool> {
    let mut last: Option<usize> = None;
    let sections = nota.sections.iter().map(|section| {
        let position = section
            .key
            .as_deref()
            .and_then(|key| template.position(key));
        let spec = position.and_then(|at| template.secties.get(at));
        if spec.is_some_and(|spec| spec.alleen_intern) {
            last = position;
        } else if position > last {
            last = None;
        }
        last.is_some()
    });
    sections.collect()
}

/// Looks at the headings of all sections and at the public texts.
pub(super) fn look(
    nota: &Nota,
    template: &Template,
    texts: &[TextSite<'_>],
    visible: &[Visible<'_>],
    found: &mut Vec<Obstacle>,
) {
    let parts = Parts::of(template);
    let internal = internal_sections(nota, template);
    let home = homes(nota, template);
    let is_home = |index: Option<usize>| index.and_then(|index| home.get(index)) == Some(&true);
    let is_internal = |index: Option<usize>| index.and_then(|index| internal.get(index).copied());
    let titles = texts.iter().filter(|text| text.carrier == Carrier::Title);
    let mut seen: Vec<&str> = Vec::new();
    for text in titles {
        let index = text.place.index;
        let Some(section) = index.and_then(|index| nota.sections.get(index)) else {
            continue;
        };
        let spec = section.key.as_deref().and_then(|key| template.sectie(key));
        let again = spec.is_some_and(|spec| seen.contains(&spec.sleutel.as_str()));
        seen.extend(spec.map(|spec| spec.sleutel.as_str()));
        let doubt = match (is_internal(index), spec) {
            (Some(true), Some(spec)) if spec.alleen_intern => None,
            (Some(true), _) => Some(Reason::Heading),
            _ => parts.in_title(section, spec, again).or_else(|| {
                let labels = spec.is_none() && is_home(index);
                (labels && speaks(&letters(&section.title))).then_some(parts.reason)
            }),
        };
        found.extend(doubt.map(|reason| Obstacle::new(reason, text.place.clone())));
    }
    for text in texts.iter().filter(|text| text.carrier == Carrier::Heading) {
        let hides = is_internal(text.place.index) == Some(true) && text.place.note.is_none();
        if hides && parts.is_public_heading(&text.text, template) {
            found.push(Obstacle::new(Reason::Heading, text.place.clone()));
        }
    }
    for text in visible {
        if let Some((start, end, reason)) = parts.in_text(text) {
            found.push(Obstacle::new(reason, text.place(start, end)));
        } else if is_home(text.site.place.index) && is_label(text) {
            found.push(Obstacle::new(parts.reason, text.place(0, text.text.len())));
        }
    }
}

/// For each section whether the internal part belongs in it: the section that
/// says what is not public, its parts, and what stands after them without a
/// place in the template.
fn homes(nota: &Nota, template: &Template) -> Vec<bool> {
    let home = template.section_for(SectionRole::NietOpenbaar);
    let home = home.map(|spec| spec.sleutel.as_str());
    let mut is_home = false;
    let sections = nota.sections.iter().map(|section| {
        if let Some(key) = section.key.as_deref() {
            let spec = template.sectie(key);
            let parent = spec.and_then(|spec| spec.onderdeel_van.as_deref());
            is_home = home.is_some() && (Some(key) == home || parent == home);
        }
        is_home
    });
    sections.collect()
}

/// Whether a heading or a short line by itself says that what follows on it is
/// internal: "Intern:", "Niet-openbare informatie".
fn is_label(text: &Visible<'_>) -> bool {
    let own = text.text.trim();
    let is_line = match text.carrier() {
        Carrier::Heading => true,
        Carrier::Paragraph => {
            let top = text.site.place.path.len() == 1 && text.site.place.note.is_none();
            top && !own.contains('\n') && !own.ends_with(['.', ';', '?', '!', ','])
        }
        Carrier::Field | Carrier::Title | Carrier::Cell => false,
    };
    let most = match text.carrier() {
        Carrier::Heading => LONG_LABEL,
        _ => LABEL,
    };
    let few = own.split_whitespace().nth(most).is_none();
    is_line && few && speaks(&letters(own))
}

/// Whether the letters of a heading say that something is internal.
fn speaks(letters: &str) -> bool {
    let own = OTHERS
        .iter()
        .fold(letters.to_owned(), |own, other| own.replace(other, ""));
    OF_THE_PART.iter().any(|word| own.contains(word))
}

/// The internal parts of a template, by their numbers and titles as letters.
struct Parts {
    numbers: Vec<Vec<String>>,
    titles: Vec<String>,
    /// What is the matter with text that looks like one.
    reason: Reason,
}

impl Parts {
    fn of(template: &Template) -> Self {
        let own: Vec<&SectionSpec> = template
            .secties
            .iter()
            .filter(|spec| spec.alleen_intern)
            .collect();
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
    fn in_title(
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
    fn in_text(&self, text: &Visible<'_>) -> Option<(usize, usize, Reason)> {
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
        limit.len() == text.len()
            && (self.has_title(&letters(rest_of_number(text))) || self.has_title(&letters(text)))
    }

    /// Whether a heading inside the internal part has the number and the title
    /// of a public one.
    fn is_public_heading(&self, heading: &str, template: &Template) -> bool {
        let Some((parts, _)) = number(heading) else {
            return false;
        };
        let own = letters(rest_of_number(heading));
        let public = template.secties.iter().filter(|spec| !spec.alleen_intern);
        public.into_iter().any(|spec| {
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

fn parts_of(number: &str) -> Vec<String> {
    let parts = number.split('.').filter(|part| !part.is_empty());
    parts.map(str::to_owned).collect()
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

/// The parts of the number that a heading begins with, however it is written
/// ("5.2", "5,2)", "Onderdeel 5.2.1:"), with the byte at which the rest begins.
/// None for an amount or a date.
fn number(heading: &str) -> Option<(Vec<String>, usize)> {
    let limit = floor(heading, 200);
    let chars: Vec<(char, usize)> = folded(heading.get(..limit)?).collect();
    let at = |index: usize| chars.get(index).map(|(c, _)| *c);
    let mut index = 0;
    let skip = |index: &mut usize| {
        while at(*index).is_some_and(|c| !c.is_alphanumeric()) {
            *index += 1;
        }
    };
    skip(&mut index);
    let word: String = (index..)
        .map_while(at)
        .take_while(|c| c.is_alphabetic())
        .collect();
    if BEFORE_A_NUMBER.contains(&word.as_str()) {
        index += word.chars().count();
        skip(&mut index);
    }
    let mut parts: Vec<String> = Vec::new();
    loop {
        let digits: String = (index..)
            .map_while(at)
            .take_while(char::is_ascii_digit)
            .collect();
        if digits.is_empty() {
            break;
        }
        index += digits.len();
        let plain = digits.trim_start_matches('0');
        parts.push(if plain.is_empty() { "0" } else { plain }.to_owned());
        let mut next = index;
        while at(next) == Some(' ') && next < index + 2 {
            next += 1;
        }
        if !at(next).is_some_and(|c| ".,:-".contains(c)) {
            break;
        }
        next += 1;
        while at(next) == Some(' ') && next < index + 4 {
            next += 1;
        }
        if !at(next).is_some_and(|c| c.is_ascii_digit()) {
            break;
        }
        index = next;
    }
    let is_date = parts.len() == 3 && parts.last().is_some_and(|last| last.len() == 4);
    let rest = chars.get(index).map_or(limit, |(_, byte)| *byte);
    let after = heading.get(rest..).unwrap_or_default();
    let after = after.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '%');
    let lower = after
        .get(..floor(after, 16))
        .unwrap_or_default()
        .to_lowercase();
    let measures = lower.starts_with('%') || UNITS.iter().any(|unit| lower.starts_with(unit));
    (!parts.is_empty() && !is_date && !measures).then_some((parts, rest))
}

/// What stands behind the number of a heading.
fn rest_of_number(heading: &str) -> &str {
    let rest = number(heading).and_then(|(_, rest)| heading.get(rest..));
    rest.unwrap_or(heading)
}

fn has_capital(text: &str) -> bool {
    let mut letters = text.chars().filter(|c| c.is_alphabetic());
    letters.next().is_none_or(char::is_uppercase)
}

/// The greatest boundary of characters up to a byte.
fn floor(text: &str, byte: usize) -> usize {
    let mut at = byte.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
