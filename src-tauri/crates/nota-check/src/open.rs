//! What is in the public version and probably should not be: personal data,
//! and texts that are withheld elsewhere in the nota.

use std::cmp::Reverse;
use std::collections::HashSet;
use std::ops::Range;

use nota_model::{Carrier, GROND_PERSOONLIJK, Inline, Mark, TextSite, Value};
use nota_public::{Elsewhere, is_name_of_paraaf, same_letters};
use nota_template::MAG_OPENBAAR;

use crate::Context;
use crate::gelakt::{is_field_withheld, ranges};
use crate::persoonsgegeven::{Soort, find, speaks_of_bsn};

/// The ground for words of an internal part, which has none of its own: what
/// civil servants thought.
const GROND_INTERN: &str = "5.2";

/// Something that was found.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Found<'c> {
    /// The index of its text among the [`open_texts`].
    pub index: usize,
    /// What it is.
    pub soort: Soort,
    /// The ground on which it would be withheld.
    pub grond: &'c str,
    /// For what is withheld elsewhere: which text that is. Places with one
    /// number say the same thing, perhaps in another form.
    pub number: Option<usize>,
    /// What the drafter may say is meant to be read: the text at the place, or
    /// the address of the link there.
    pub said: &'c str,
}

/// What of one text of the nota is withheld.
pub(crate) struct Hidden(Vec<Range<usize>>);

impl Hidden {
    /// The withheld parts of a text.
    pub fn of(text: &TextSite<'_>) -> Self {
        Self(ranges(text).into_iter().map(|(range, _)| range).collect())
    }

    /// Whether nothing of a range is withheld.
    pub fn is_open(&self, range: &Range<usize>) -> bool {
        let after = self.0.partition_point(|own| own.end <= range.start);
        let next = self.0.get(after);
        next.is_none_or(|own| own.start >= range.end)
    }
}

/// The texts that the drafter has said may be read, whatever is withheld
/// elsewhere: the list `mag-openbaar` of the front matter. They are compared
/// like everything else: without case, accents and blanks.
pub(crate) struct Meant(HashSet<Vec<u8>>);

impl Meant {
    /// What the drafter has said.
    pub fn of(context: &Context) -> Self {
        let list = context.nota.field(MAG_OPENBAAR).map(Value::items);
        let texts = list.unwrap_or_default().iter().filter_map(Value::as_text);
        Self(texts.map(same_letters).collect())
    }

    /// Whether a text is among them.
    pub fn has(&self, text: &str) -> bool {
        !self.0.is_empty() && self.0.contains(&same_letters(text))
    }
}

/// A place, before it is known which of those that overlap are handed over.
struct Spot<'t> {
    range: Range<usize>,
    soort: Soort,
    number: Option<usize>,
    said: &'t str,
}

/// Hands over what was found, text by text in the order of the fields and of
/// the file, nothing within something else.
pub(crate) fn each(
    context: &Context,
    look: &mut dyn FnMut(&TextSite<'_>, Range<usize>, Found<'_>),
) {
    let elsewhere = Elsewhere::of(context.nota, context.template);
    let meant = Meant::of(context);
    let mut header = Header::default();
    for (index, text) in open_texts(context).enumerate() {
        let bsn = header.speaks_of_bsn(text) || speaks_of_bsn(&text.text);
        let hidden = Hidden::of(text);
        let mut spots = Vec::new();
        for (range, soort) in find(&text.text, bsn) {
            if hidden.is_open(&range) && !is_own_address(context, &text.text, &range) {
                spots.push(spot(&text.text, range, soort, None));
            }
        }
        if let Some(elsewhere) = &elsewhere {
            for own in elsewhere.in_text(&text.text, &hidden.0) {
                let number = Some(own.number);
                spots.push(spot(&text.text, own.range, Soort::Elders, number));
            }
        }
        links(text, &hidden, elsewhere.as_ref(), &mut spots);
        spots.retain(|own| !meant.has(own.said));
        for own in apart(spots) {
            let elders = own.number.and_then(|number| {
                let code = elsewhere.as_ref()?.grond(number);
                Some(if code.trim().is_empty() {
                    ground_of_internal(own.said)
                } else {
                    code
                })
            });
            let found = Found {
                index,
                soort: own.soort,
                grond: elders.unwrap_or(own.soort.grond()),
                number: own.number,
                said: own.said,
            };
            look(text, own.range, found);
        }
    }
}

fn spot(text: &str, range: Range<usize>, soort: Soort, number: Option<usize>) -> Spot<'_> {
    Spot {
        said: text.get(range.clone()).unwrap_or_default(),
        range,
        soort,
        number,
    }
}

/// The links to an address that says what the text of the link does not.
fn links<'t>(
    text: &'t TextSite<'_>,
    hidden: &Hidden,
    elsewhere: Option<&Elsewhere>,
    spots: &mut Vec<Spot<'t>>,
) {
    for (range, address) in text.stretches(address) {
        let has_own = |spot: &Spot| spot.range.start < range.end && range.start < spot.range.end;
        if !hidden.is_open(&range) || spots.iter().any(has_own) {
            continue;
        }
        let number = elsewhere.and_then(|own| own.in_address(address));
        let mail = find(address, false);
        let mail = mail.iter().any(|(_, soort)| *soort == Soort::Mail);
        if number.is_some() || mail {
            spots.push(Spot {
                range,
                soort: match number {
                    Some(_) => Soort::Link,
                    None => Soort::Maillink,
                },
                number,
                said: address,
            });
        }
    }
}

fn address(inline: &Inline) -> Option<&str> {
    inline.marks.iter().find_map(|mark| match mark {
        Mark::Link { href } => Some(href.as_str()),
        _ => None,
    })
}

/// Of the spots that overlap the one that starts first; of two that start
/// together the longest, and of two that are equal what is withheld elsewhere.
fn apart(mut spots: Vec<Spot<'_>>) -> Vec<Spot<'_>> {
    spots.sort_by_key(|own| {
        let range = &own.range;
        (range.start, Reverse(range.end), own.number.is_none())
    });
    let mut end = 0;
    spots.retain(|own| {
        let apart = own.range.start >= end;
        end = end.max(own.range.end);
        apart
    });
    spots
}

/// The ground for what only an internal part withholds: a name is a name, the
/// rest is what civil servants thought.
fn ground_of_internal(text: &str) -> &'static str {
    let mut letters = text.chars();
    let capital = letters.next().is_some_and(char::is_uppercase);
    let is_name = capital && text.split_whitespace().count() <= 4 && letters.all(is_of_name);
    match is_name {
        true => GROND_PERSOONLIJK,
        false => GROND_INTERN,
    }
}

fn is_of_name(c: char) -> bool {
    c.is_alphabetic() || c.is_whitespace() || matches!(c, '.' | '-' | '\'' | '’' | ',')
}

/// The texts that come in the public version.
pub(crate) fn open_texts<'c, 'a>(
    context: &'c Context<'a>,
) -> impl Iterator<Item = &'c TextSite<'a>> {
    let fields = context.field_texts.iter().filter(|text| {
        let path = text.place.field.as_deref().unwrap_or_default();
        let key = context.nota.key_of(path);
        // A field that the template does not know is printed nowhere, and the
        // name of who initials in the internal version only.
        context.template.veld(key).is_some()
            && !is_field_withheld(context, key)
            && !is_name_of_paraaf(context.template, key, path)
    });
    let texts = context.texts.iter();
    fields.chain(texts.filter(|text| text.grond.is_none() && !context.is_internal(&text.place)))
}

/// Whether the column of a table cell speaks of citizen service numbers in
/// its header.
#[derive(Default)]
struct Header {
    /// The place of the table, and for each column whether it does.
    table: Option<(Option<usize>, Option<String>, Vec<usize>)>,
    columns: Vec<bool>,
}

impl Header {
    fn speaks_of_bsn(&mut self, text: &TextSite) -> bool {
        let [path @ .., row, column] = text.place.path.as_slice() else {
            return false;
        };
        if text.carrier != Carrier::Cell {
            return false;
        }
        if *row == 0 {
            if *column == 0 {
                self.columns.clear();
                let place = &text.place;
                self.table = Some((place.index, place.note.clone(), path.to_vec()));
            }
            self.columns.push(speaks_of_bsn(&text.text));
            return false;
        }
        let same = self.table.as_ref().is_some_and(|(index, note, own)| {
            (index, note, own.as_slice()) == (&text.place.index, &text.place.note, path)
        });
        same && self.columns.get(*column).copied().unwrap_or_default()
    }
}

/// Whether it is part of the organisation's own address, which is public.
pub(crate) fn is_own_address(context: &Context, text: &str, range: &Range<usize>) -> bool {
    let adres = &context.template.adres;
    let found = text.get(range.clone()).unwrap_or_default();
    let mut lines = adres.regels.iter().chain(std::iter::once(&adres.web));
    lines.any(|line| line.contains(found))
}
