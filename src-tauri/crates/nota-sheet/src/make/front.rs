//! The letterhead: the fields as they are printed.

use std::borrow::Cow;

use nota_model::{BlockKind, FieldPath, FieldStep, GROND_PERSOONLIJK, NIET_OPENBAAR, Place, Value};
use nota_template::{Actie, ColumnItem, FieldKind, FieldRole, FieldSpec, SectionRole};

use super::Maker;
use super::captions::captions;
use super::marked::marked;
use crate::datum::{in_words, parse_date};
use crate::line::is_unseen;
use crate::{
    ColumnPart, Entry, EntryKind, Labelled, Letterhead, Line, Look, Paraaf, Parafen, Stretch, What,
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
            Some(part) => (
                part,
                Place::field(FieldPath::write(&self.path, FieldStep::Part(name))),
            ),
            None => (self.value, Place::field(self.path.clone())),
        }
    }
}

/// The items of a value with their paths.
pub(super) fn items<'n>(value: &'n Value, key: &str) -> Vec<Item<'n>> {
    let is_list = matches!(value, Value::List(_));
    let path = |index: usize| match is_list {
        true => FieldPath::write(key, FieldStep::Item(index)),
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
        let unit = || on_one_line(template.value_for(FieldRole::Onderdeel, nota));
        Letterhead {
            document_word: template.documentwoord.trim(),
            ministry,
            author: ministry.map_or_else(unit, |name| format!("Ministerie van {name}")),
            date: template
                .text_for(FieldRole::Datum, nota)
                .and_then(parse_date),
            classification: self.single(FieldRole::Rubricering),
            title: self.single(FieldRole::Titel).unwrap_or_else(|| {
                let name = Some(template.naam.trim()).filter(|name| !is_unseen(name));
                Line::given(name.unwrap_or("Nota"))
            }),
            opmaak: &template.opmaak,
            addressees: template
                .key_for(FieldRole::Aan)
                .and_then(|key| self.entry(key, Labelled::Plain)),
            rows: (template.opmaak.rijen.iter())
                .filter_map(|key| self.entry(key, Labelled::Above))
                .collect(),
            action: (template.key_for(FieldRole::Actie))
                .filter(|_| template.opmaak.actie != Actie::Kolom)
                .and_then(|key| self.entry(key, Labelled::Bold)),
            column: self.column(&template.kolom_eerste),
            column_next: self.column(&template.kolom_volgende),
            parafen: self.parafen(),
            behalf: (template.key_for(FieldRole::MedeNamens))
                .and_then(|key| self.entry(key, Labelled::Plain)),
        }
    }

    /// The field with a role on one line.
    fn single(&self, role: FieldRole) -> Option<Line<'n>> {
        let key = self.template.key_for(role)?;
        let text = on_one_line(self.nota.field(key));
        let line = self.field_line(text.into(), Place::field(key), key);
        (!line.is_blank()).then_some(line)
    }

    /// A field with its label; none when there is nothing to see.
    fn entry(&self, key: &str, labelled: Labelled) -> Option<Entry<'n>> {
        self.entry_of(key, labelled, self.values(key))
    }

    fn entry_of(&self, key: &str, labelled: Labelled, lines: Vec<Line<'n>>) -> Option<Entry<'n>> {
        let spec = self.template.veld(key);
        let stays = labelled == Labelled::Above && spec.is_some_and(|own| own.altijd);
        (stays || !lines.is_empty()).then(|| Entry {
            place: Place::field(key),
            label: self.label(key),
            labelled,
            kind: EntryKind::Field,
            free: spec.map_or(0, |own| own.witregels),
            is_tight: spec.is_some_and(|own| own.aaneen),
            lines,
        })
    }

    /// The number of bijlagen: of those in the field, or else of the rows of
    /// the table that the drafter made of them.
    fn count(&self, key: &str) -> Option<Entry<'n>> {
        let value = self.nota.field(key);
        let given = value.and_then(number_of);
        let named = given.unwrap_or_else(|| {
            let items = value.map(Value::items).unwrap_or_default().iter();
            items.filter(|item| !item.is_blank()).count()
        });
        let section = self.template.written_for(SectionRole::Bijlagen, self.nota);
        let in_table = section.map_or(0, |own| {
            let tables = own.body.blocks.iter().map(|block| match &block.kind {
                BlockKind::Table(table) => table.rows.len(),
                _ => 0,
            });
            tables.sum()
        });
        let count = if named > 0 { named } else { in_table };
        let line = || self.field_line(count.to_string().into(), Place::field(key), key);
        let lines = (count > 0).then(line).into_iter().collect();
        self.entry_of(key, Labelled::Above, lines)
    }

    /// The value of a field as it is printed.
    pub(super) fn values(&self, key: &str) -> Vec<Line<'n>> {
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

    /// A line of the value of a field, with what is withheld in it or of it.
    pub(super) fn field_line(&self, text: Cow<'n, str>, place: Place, key: &str) -> Line<'n> {
        let line = match text.trim() {
            NIET_OPENBAAR => Line {
                place,
                stretches: vec![placeholder::bare(Look::default())],
            },
            _ if self.template.veld(key).is_some_and(FieldSpec::takes_marks) => {
                marked(Line::made(text, place))
            }
            _ => Line::made(text, place),
        };
        match self.withholding.field(key) {
            Some(grond) => line.withhold(grond),
            None => line,
        }
    }

    pub(super) fn label(&self, key: &str) -> Cow<'n, str> {
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
                ColumnItem::Count(key) => self.count(key),
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
        let lines: Vec<Line<'n>> = seen.map(Line::given).collect();
        (!lines.is_empty()).then(|| Entry {
            place: Place::nota(),
            label: Cow::Borrowed(ADRES),
            labelled: Labelled::Plain,
            kind: EntryKind::Address,
            free: 0,
            is_tight: false,
            lines,
        })
    }

    fn parafen(&self) -> Option<Parafen<'n>> {
        let mut fields = self.template.velden.iter();
        let field: &'n FieldSpec = fields.find(|veld| veld.soort == FieldKind::Parafen)?;
        let key = field.sleutel.as_str();
        let value = self.nota.field(key).map(|value| items(value, key));
        let mut rows: Vec<Paraaf<'n>> = value
            .unwrap_or_default()
            .into_iter()
            .map(|item| Paraaf {
                who: self.paraaf(&item, key),
                caption: "",
                is_beside: on_one_line(item.value.part("soort")).eq_ignore_ascii_case("mede"),
                given: self.given(&item, key),
            })
            .filter(|row| !row.who.is_blank() || row.given.is_some())
            .collect();
        if rows.is_empty() {
            let of_template = field.rijen.iter().map(|text| text.trim());
            rows = of_template
                .filter(|text| !is_unseen(text))
                .map(|text| Paraaf {
                    who: Line::given(text),
                    caption: "",
                    is_beside: false,
                    given: None,
                })
                .collect();
        }
        let offices: Vec<String> = rows.iter().map(|row| row.who.text()).collect();
        for (row, caption) in rows.iter_mut().zip(captions(&offices)) {
            row.caption = caption;
        }
        Some(Parafen {
            place: Place::field(key),
            label: self.label(key),
            rows,
        })
    }

    /// What came back from who initials: the date in words, and what was said.
    fn given(&self, item: &Item<'n>, key: &str) -> Option<Line<'n>> {
        let date = on_one_line(item.value.part("datum"));
        let date = parse_date(&date).map_or(date, in_words);
        let said = on_one_line(item.value.part("akkoord"));
        let texts = [date, said].into_iter().filter(|text| !is_unseen(text));
        let text = texts.collect::<Vec<_>>().join(", ");
        let place = Place::field(item.path.clone());
        (!text.is_empty()).then(|| self.field_line(text.into(), place, key))
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

/// The number of bijlagen that a field says instead of their names.
pub(super) fn number_of(value: &Value) -> Option<usize> {
    match value.items() {
        [Value::Text(text)] => text.trim().parse().ok(),
        _ => None,
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
