//! The part that is internal only. Everything after its heading is internal,
//! until a section that the template puts later. A heading or line that may be
//! that heading and is not, and public text behind the part, are in doubt.

mod number;
mod part;

use nota_model::{Carrier, Nota, TextSite};
use nota_template::{SectionRole, Template};

use self::part::Parts;
use super::lookalike::letters;
use super::visible::Visible;
use crate::obstacle::{Obstacle, Reason};

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

/// For each section whether it is internal only: it is, or it comes after one
/// that is and not later in the template.
pub(crate) fn internal_sections(nota: &Nota, template: &Template) -> Vec<bool> {
    let mut last: Option<usize> = None;
    let sections = nota.sections.iter().map(|section| {
        let position = section
            .key
            .as_deref()
            .and_then(|key| template.position(key));
        if template.is_internal(section.key.as_deref()) {
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
            (Some(true), Some(spec)) if template.is_internal(Some(&spec.sleutel)) => None,
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
