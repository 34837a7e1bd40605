//! Fields that stand in the text: front matter that does not begin on the
//! first line, is opened otherwise, is cut in two or stands further on.

use std::collections::HashSet;

use nota_model::{Carrier, Nota, Place};
use nota_template::{RESERVED_FIELDS, Template};

use super::lookalike::{folded, letters};
use super::visible::Visible;
use super::words::withholds;
use crate::obstacle::{Obstacle, Reason};

/// The words of an entry of `lakken:`.
const OF_AN_ENTRY: [&str; 2] = ["veld", "grond"];

/// The number of words of the name of a field.
const LONGEST_NAME: usize = 6;

/// The number of words of a text that are read: a list of fields is shorter.
const MOST: usize = 400;

/// Looks at the public texts.
pub(super) fn look(
    nota: &Nota,
    template: &Template,
    texts: &[Visible<'_>],
    found: &mut Vec<Obstacle>,
) {
    let keys = Keys::of(template);
    let first = nota.sections.iter().position(|own| own.key.is_some());
    let bodies = texts.iter().filter(|own| own.carrier() != Carrier::Field);
    let mut last: Option<Place> = None;
    for text in bodies {
        let place = &text.site.place;
        let is_top = place.note.is_none()
            && place
                .index
                .is_none_or(|index| first.is_some_and(|first| index < first));
        let Some((start, end)) = keys.in_text(text, is_top) else {
            continue;
        };
        // A list of fields is many texts; the first says enough.
        let same = |own: &Place| own.index == place.index && own.note == place.note;
        if !last.as_ref().is_some_and(same) {
            found.push(Obstacle::new(Reason::Fields, text.place(start, end)));
        }
        last = Some(place.clone());
    }
}

/// The names by which fields are known.
struct Keys<'t> {
    /// The keys of all fields.
    all: HashSet<&'t str>,
    /// The names of the fields that the template withholds, as letters.
    withheld: Vec<String>,
}

impl<'t> Keys<'t> {
    fn of(template: &'t Template) -> Self {
        let keys = template.velden.iter().map(|spec| spec.sleutel.as_str());
        let withheld = template.velden.iter();
        let withheld = withheld.filter(|spec| template.withholds(&spec.sleutel).is_some());
        let names = withheld.flat_map(|spec| [&spec.naam, &spec.opschrift, &spec.sleutel]);
        Self {
            all: keys.chain(RESERVED_FIELDS).collect(),
            withheld: names.map(|name| letters(name)).collect(),
        }
    }

    /// The bytes of the first field in a text, when what stands there can be a
    /// list of fields. Above the first section a name is enough; below it, it
    /// takes a name that no sentence has, or two in one text.
    fn in_text(&self, text: &Visible<'_>, is_top: bool) -> Option<(usize, usize)> {
        let names = names(&text.text);
        let known = |name: &&Name| self.all.contains(name.folded.as_str());
        let begins = names.first().filter(|name| name.at_start);
        let strong = names.iter().find(|name| {
            let own = name.folded.as_str();
            let by_itself = matches!(own, "sjabloon" | "lakken")
                || own.contains('-') && self.all.contains(own)
                || name.is_exact && own.starts_with("lak") && withholds(own);
            let at_line = name.at_line || begins.is_some_and(|first| known(&first));
            by_itself && (is_top || at_line)
        });
        if let Some(name) = strong {
            return Some((name.start, name.end));
        }
        let starts_with = |own: &String| begins_with_name(text, own);
        if is_top && self.withheld.iter().any(starts_with) {
            return Some((0, text.text.len().min(1)));
        }
        let first = begins?;
        let entry = OF_AN_ENTRY.map(|own| names.iter().any(|name| name.folded == own));
        let others = names.iter().filter(|name| name.is_exact && known(name));
        let several = first.is_exact && known(&first) && others.count() > 1;
        let doubt = entry == [true, true] || several || is_top && known(&first);
        doubt.then_some((first.start, first.end))
    }
}

/// Whether a text begins with the name of a field, given as letters. One of
/// several words is enough; one of a single word is followed by a sign.
fn begins_with_name(text: &Visible<'_>, name: &str) -> bool {
    let mut own = String::new();
    let words = text.text.split_inclusive(|c: char| !c.is_alphanumeric());
    for (index, word) in words.take(2 * LONGEST_NAME).enumerate() {
        own.push_str(&letters(word));
        if own == name {
            let rest = text.text.split_inclusive(|c: char| !c.is_alphanumeric());
            let rest: String = rest.skip(index + 1).take(2).collect();
            let sign = |c: char| ":;=|\t".contains(c);
            let is_cell = text.carrier() == Carrier::Cell;
            let several = word.len() < name.len();
            return several || is_cell || word.ends_with(sign) || rest.trim().starts_with(sign);
        }
    }
    false
}

/// A word with a colon or an equals sign behind it.
struct Name {
    folded: String,
    start: usize,
    end: usize,
    /// Whether the text begins with it.
    at_start: bool,
    /// Whether it begins a line that the model knows of.
    at_line: bool,
    /// Whether it is written as a key is: in lower case.
    is_exact: bool,
}

/// The names in a text, in order. Signs that open front matter in other
/// programs count as nothing.
fn names(text: &str) -> Vec<Name> {
    let mut found = Vec::new();
    let mut at_start = true;
    let mut line_start = true;
    let mut at = 0;
    for piece in text.split_inclusive(char::is_whitespace).take(MOST) {
        let word = piece.trim_end();
        let start = at;
        at += piece.len();
        let own: String = folded(word).map(|(c, _)| c).collect();
        let own = own.replace('_', "-");
        let next = text.get(at..).unwrap_or_default().trim_start();
        let marks = |c: char| "-+`'\"~*#>|{}".contains(c);
        let (name, is_name) = match own.split_once([':', '=']) {
            Some((name, rest)) => (name, rest.is_empty() || own.contains('=')),
            None => (own.as_str(), next.starts_with([':', '='])),
        };
        let name = name.trim_matches(marks);
        if is_name && !name.is_empty() {
            found.push(Name {
                folded: name.to_owned(),
                start,
                end: start + word.len(),
                at_start,
                at_line: line_start,
                is_exact: !word.chars().any(char::is_uppercase),
            });
        }
        let empty = name.is_empty() || matches!(name, "yaml" | "yml" | "toml" | "json");
        at_start &= empty;
        line_start = piece.ends_with('\n') || line_start && empty;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_words_with_a_colon() {
        let shown = |text: &str| {
            let names = names(text).into_iter();
            let names =
                names.map(|own| format!("{}{}", own.folded, if own.at_start { "!" } else { "" }));
            names.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(shown("--- sjabloon: jenv versie: 1"), "sjabloon! versie");
        assert_eq!(shown("+++ sjabloon = \"jenv\""), "sjabloon!");
        assert_eq!(shown("```yaml\nLakken:"), "lakken!");
        assert_eq!(shown("Met de volgende punten: een, twee"), "punten");
        assert_eq!(shown("\"opgesteld-door\": K. Z"), "opgesteld-door!");
        assert_eq!(shown("https://voorbeeld.nl/pad"), "");
    }
}
