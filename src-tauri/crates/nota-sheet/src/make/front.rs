//! The letterhead: the fields as they are printed.

use std::borrow::Cow;

use nota_model::{GROND_PERSOONLIJK, NIET_OPENBAAR, Place, Value};
use nota_template::{ColumnItem, FieldKind, FieldSpec};

use super::Maker;
use super::captions::captions;
use crate::datum::{in_words, parse_date};
use crate::line::is_unseen;
use crate::{
    ColumnPart, Entry, Labelled, Letterhead, Line, Look, Paraaf, Parafen, Stretch, What,
    placeholder,
};

/// What the addresses of the organisation are called.
const ADRES: &str = "Adres";

/// An item of the value of a field.
pub(super) struct Item<'n> {
    /// The item.
    pub value: &'n Value,
    /// Its path: `aan[0]`.
    pub path: String,
}

impl<'n> Item<'n> {
    /// A part of a record with its place, or all that is written when there is
    /// no such part.
    pub(super) fn part_or_all(&self, name: &str) -> (&'n Value, Place) {
        match self.value.part(name) {
            Some(part) => (part, Place::field(format!("{}.{name}", self.path))),
            None => (self.value, Place::field(self.path.clone())),
        }
    }
}

/// The items of a value with their paths.
pub(super) fn items<'n>(value: &'n Value, key: &str) -> Vec<Item<'n>> {
    let is_list = matches!(value, Value::List(_));
    let path = |index: usize| match is_list {
        true => format!("{key}[{index}]"),
        false => key.to_owned(),
    };
    let all = value.items().iter().enumerate();
    all.map(|(index, value)| Item {
        value,
        path: path(index),
    })
    .collect()
}

/// All scalars of a value on one line.
pub(super) fn on_one_line(value: Option<&Value>) -> String {
    let texts = value.map(Value::texts).unwrap_or_default();
    let texts = texts.iter().map(|text| squeezed(text));
    let seen: Vec<_> = texts.filter(|text| !is_unseen(text)).collect();
    seen.join(", ")
}

/// A text with one space for each run of white space, but for spaces that hold
/// what stands on both sides together.
fn squeezed(text: &str) -> Cow<'_, str> {
    let is_white = |c: char| c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}');
    let text = text.trim();
    let odd = |c: char| c != ' ' && is_white(c);
    if !text.contains("  ") && !text.contains(odd) {
        return Cow::Borrowed(text);
    }
    let words = text.split(is_white).filter(|word| !word.is_empty());
    Cow::Owned(words.collect::<Vec<_>>().join(" "))
}

/// The lines of a text; a field may have several.
fn lines_of(text: &str) -> impl Iterator<Item = &str> {
    let ends = |c: char| {
        matches!(
            c,
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
        )
    };
    text.split(ends).filter(|line| !is_unseen(line))
}

impl<'n> Maker<'n> {
    /// The fields as a reader sees them.
    pub(super) fn letterhead(&self) -> Letterhead<'n> {
        let (nota, template) = (self.nota, self.template);
        let ministry = template.ministry(nota);
        let unit = || on_one_line(nota.field("onderdeel"));
        Letterhead {
            document_word: template.documentwoord.trim(),
            ministry,
            author: ministry.map_or_else(unit, |name| format!("Ministerie van {name}")),
            date: nota.field_text("datum").and_then(parse_date),
            classification: self.single("rubricering"),
            title: self.single("onderwerp").unwrap_or_else(|| {
                let name = Some(template.naam.trim()).filter(|name| !is_unseen(name));
                Line::given(name.unwrap_or("Nota"))
            }),
            addressees: self.entry("aan", Labelled::Plain),
            column: self.column(&template.kolom_eerste),
            column_next: self.column(&template.kolom_volgende),
            parafen: self.parafen(),
        }
    }

    /// A field on one line.
    fn single(&self, key: &str) -> Option<Line<'n>> {
        let text = on_one_line(self.nota.field(key));
        let line = self.field_line(text.into(), Place::field(key), key);
        (!line.is_blank()).then_some(line)
    }

    /// A field with its label; none when there is nothing to see.
    fn entry(&self, key: &str, labelled: Labelled) -> Option<Entry<'n>> {
        let lines = self.values(key);
        (!lines.is_empty()).then(|| Entry {
            place: Place::field(key),
            label: self.label(key),
            labelled,
            lines,
        })
    }

    /// The value of a field as it is printed.
    fn values(&self, key: &str) -> Vec<Line<'n>> {
        let Some(value) = self.nota.field(key) else {
            return Vec::new();
        };
        let kind = self.template.veld(key).map(|veld| &veld.soort);
        let printed: Vec<(String, Place)> = match kind {
            Some(FieldKind::Bijlagen) => numbered(&items(value, key)),
            kind => items(value, key)
                .into_iter()
                .map(|item| {
                    let texts = item.value.texts();
                    let words = |text: &&str| match kind {
                        Some(FieldKind::Datum) => {
                            parse_date(text).map_or_else(|| (*text).trim().to_owned(), in_words)
                        }
                        _ => text.trim().to_owned(),
                    };
                    let seen = texts.iter().map(words).filter(|text| !is_unseen(text));
                    let text = seen.collect::<Vec<_>>().join(", ");
                    (text, Place::field(item.path))
                })
                .collect(),
        };
        let mut out = Vec::new();
        for (text, place) in &printed {
            for line in lines_of(text) {
                let line = squeezed(line).into_owned();
                out.push(self.field_line(line.into(), place.clone(), key));
            }
        }
        out
    }

    /// A line of the value of a field, withheld when the field is.
    fn field_line(&self, text: Cow<'n, str>, place: Place, key: &str) -> Line<'n> {
        let line = match text.trim() {
            NIET_OPENBAAR => Line {
                place,
                stretches: vec![placeholder::bare(Look::default())],
            },
            _ => Line::made(text, place),
        };
        match self.withholding.field(key) {
            Some(grond) => line.withhold(grond),
            None => line,
        }
    }

    fn label(&self, key: &str) -> Cow<'n, str> {
        match self.template.veld(key) {
            Some(veld) if veld.opschrift.is_empty() => Cow::Borrowed(&veld.naam),
            Some(veld) => Cow::Borrowed(&veld.opschrift),
            None => Cow::Owned(key.to_owned()),
        }
    }

    fn column(&self, items: &[ColumnItem]) -> Vec<ColumnPart<'n>> {
        let mut out: Vec<ColumnPart<'n>> = Vec::new();
        for item in items {
            let part = match item {
                ColumnItem::Field(key) => self.entry(key, Labelled::Above),
                ColumnItem::Bold(key) => self.entry(key, Labelled::Bold),
                ColumnItem::Plain(key) => self.entry(key, Labelled::Plain),
                ColumnItem::Adres => self.address(),
                ColumnItem::Gap => {
                    if !matches!(out.last(), None | Some(ColumnPart::Gap)) {
                        out.push(ColumnPart::Gap);
                    }
                    continue;
                }
            };
            out.extend(part.map(ColumnPart::Entry));
        }
        while matches!(out.last(), Some(ColumnPart::Gap)) {
            out.pop();
        }
        out
    }

    fn address(&self) -> Option<Entry<'n>> {
        let adres = &self.template.adres;
        let texts = adres.regels.iter().chain(std::iter::once(&adres.web));
        let seen = texts
            .map(|text| text.trim())
            .filter(|text| !is_unseen(text));
        let lines: Vec<Line<'n>> = seen.map(|text| Line::given(text)).collect();
        (!lines.is_empty()).then(|| Entry {
            place: Place::nota(),
            label: Cow::Borrowed(ADRES),
            labelled: Labelled::Plain,
            lines,
        })
    }

    fn parafen(&self) -> Option<Parafen<'n>> {
        let mut fields = self.template.velden.iter();
        let field: &'n FieldSpec = fields.find(|veld| veld.soort == FieldKind::Parafen)?;
        let key = field.sleutel.as_str();
        let value = self.nota.field(key).map(|value| items(value, key));
        let mut rows: Vec<Line<'n>> = value
            .unwrap_or_default()
            .into_iter()
            .map(|item| self.paraaf(&item, key))
            .filter(|line| !line.is_blank())
            .collect();
        if rows.is_empty() {
            let given = field.rijen.iter().map(|text| text.trim());
            rows = given
                .filter(|text| !is_unseen(text))
                .map(|text| Line::given(text))
                .collect();
        }
        let offices: Vec<String> = rows.iter().map(Line::text).collect();
        let rows = rows.into_iter().zip(captions(&offices));
        Some(Parafen {
            place: Place::field(key),
            label: self.label(key),
            rows: rows.map(|(who, caption)| Paraaf { who, caption }).collect(),
        })
    }

    /// The function of who initials and, behind it, the name, which the public
    /// version leaves out.
    fn paraaf(&self, item: &Item<'n>, key: &str) -> Line<'n> {
        let (functie, name) = match item.value {
            Value::Record(_) => (item.value.part("functie"), item.value.part("naam")),
            _ => (Some(item.value), None),
        };
        let place = Place::field(item.path.clone());
        let mut line = self.field_line(on_one_line(functie).into(), place.clone(), key);
        let name = on_one_line(name);
        if is_unseen(&name) {
            return line;
        }
        let name = Line::made(name, place).withhold(GROND_PERSOONLIJK);
        if !line.is_blank() {
            line.stretches.push(Stretch {
                what: What::Text(Cow::Borrowed(", ")),
                look: Look::default(),
                range: None,
            });
        }
        line.stretches.extend(name.stretches);
        // Where the whole field is withheld, its rows are as a whole.
        match self.withholding.field(key) {
            Some(grond) => line.with_ground(grond),
            None => line,
        }
    }
}

/// The names of bijlagen; numbered when there are several, because a name may
/// take more than one line, and the text says "bijlage 2".
fn numbered(items: &[Item<'_>]) -> Vec<(String, Place)> {
    let names: Vec<(String, Place)> = items
        .iter()
        .map(|item| {
            let (name, place) = item.part_or_all("naam");
            (on_one_line(Some(name)), place)
        })
        .filter(|(name, _)| !is_unseen(name))
        .collect();
    if names.len() < 2 {
        return names;
    }
    let all = names.into_iter().enumerate();
    all.map(|(index, (name, place))| (format!("{}. {name}", index + 1), place))
        .collect()
}
