//! The fields of a document of our own: each line of a value says which field it
//! is of, so that no label has to be understood.

use std::collections::HashSet;

use nota_model::Value;
use nota_template::{FieldKind, FieldRole, FieldSpec, Template};

use super::titles::folded;
use super::values;
use crate::own;
use crate::source::{Content, Line, Named, Piece, SourceCell, SourceTable};

/// A field that the document names.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Its key.
    pub(super) key: String,
    /// Its value.
    pub(super) value: Value,
    /// The pieces that it stands in, at least one.
    pub(super) pieces: Vec<usize>,
    /// What the nota says in another form, or by itself.
    pub(super) became: Vec<String>,
    /// What it says instead.
    pub(super) added: Vec<String>,
}

/// The fields that a document names, in its order; those that the template does
/// not know are none.
pub(super) fn read(pieces: &[Piece], template: &Template) -> Vec<Found> {
    let mut out: Vec<Gathered<'_>> = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        let Some(spec) = named(piece).and_then(|own| spec(template, &own.field)) else {
            continue;
        };
        let is_table = matches!(piece.content, Content::Table(_));
        if is_table && spec.soort != FieldKind::Bijlagen {
            continue;
        }
        let place = out.iter().position(|own| own.spec.sleutel == spec.sleutel);
        let place = place.unwrap_or_else(|| {
            out.push(Gathered::new(spec));
            out.len() - 1
        });
        if let Some(gathered) = out.get_mut(place) {
            gathered.take(at, piece);
        }
    }
    out.into_iter().map(Gathered::finish).collect()
}

/// The lines of a document of our own that its labels take: the nota says them by
/// itself. A label above a line that nothing names stays a label, for who reads on.
pub(super) fn labels(
    pieces: &[Piece],
    template: &Template,
    known: impl Fn(&str) -> bool,
) -> HashSet<usize> {
    let is_value =
        |piece: &Piece| named(piece).is_some_and(|own| spec(template, &own.field).is_some());
    if !pieces.iter().any(is_value) {
        return HashSet::new();
    }
    let is_label = |piece: &Piece| {
        let style = piece.as_line().map(|line| own::is_label(&line.style));
        style == Some(true) && known(&piece.plain())
    };
    let all = pieces.iter().enumerate().filter(|(at, piece)| {
        let next = pieces.get(at + 1);
        let is_text = |next: &Piece| {
            let line = next.as_line();
            next.story != piece.story || line.is_none_or(|line| line.heading.is_some())
        };
        let ends = |next: &Piece| is_value(next) || is_label(next) || is_text(next);
        is_label(piece) && next.is_none_or(ends)
    });
    all.map(|(at, _)| at).collect()
}

/// The field that a piece is a value of: its line, or a line in its table.
pub(super) fn named(piece: &Piece) -> Option<&Named> {
    match &piece.content {
        // A bookmark that begins at the label is around both.
        Content::Line(line) => {
            let own = line.named.as_ref();
            own.filter(|_| !own::is_label(&line.style))
        }
        Content::Table(table) => {
            let cells = table.rows.iter().flatten();
            cells.flat_map(|cell| &cell.pieces).find_map(named)
        }
        Content::Block(_) => None,
    }
}

/// The field with this name; a count may stand behind it.
fn spec<'t>(template: &'t Template, name: &str) -> Option<&'t FieldSpec> {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
    let find = |name: &str| {
        let mut all = template.velden.iter();
        all.find(|veld| {
            let key: String = veld.sleutel.chars().map(plain).collect();
            key == name || name.len() >= CUT && key.starts_with(name)
        })
    };
    let without_count = || {
        let (start, count) = name.rsplit_once('_')?;
        let is_count = !count.is_empty() && count.bytes().all(|b| b.is_ascii_digit());
        is_count.then_some(start)
    };
    find(name).or_else(|| find(without_count()?))
}

/// A name this long may have been cut short.
const CUT: usize = 26;

/// A field while its lines are gathered.
struct Gathered<'t> {
    spec: &'t FieldSpec,
    lines: Vec<String>,
    /// What a table says of its items, when it stands in one.
    items: Vec<Value>,
    found: Found,
}

impl<'t> Gathered<'t> {
    fn new(spec: &'t FieldSpec) -> Self {
        Self {
            spec,
            lines: Vec::new(),
            items: Vec::new(),
            found: Found {
                key: spec.sleutel.clone(),
                ..Found::default()
            },
        }
    }

    fn take(&mut self, at: usize, piece: &Piece) {
        self.found.pieces.push(at);
        match &piece.content {
            Content::Line(line) => self.line(line),
            Content::Table(table) => self.table(table),
            Content::Block(_) => {}
        }
    }

    /// A line of the value. A heading only names the field.
    fn line(&mut self, line: &Line) {
        let text = nota_model::plain_text(&line.inlines);
        if line.heading.is_some() {
            self.found.became.push(text);
            return;
        }
        let before = line.named.as_ref().map_or("", |own| own.before.as_str());
        let mut value = text.strip_prefix(before).unwrap_or(&text);
        let mut drawn = text.get(..text.len() - value.len()).unwrap_or_default();
        if !self.is_label(drawn) {
            // Somebody wrote more before it: that is of the value too.
            (value, drawn) = (&text, "");
        }
        let mut drawn = vec![drawn.to_owned()];
        // The decision has its labels on the line itself.
        let role = self.spec.rol;
        let is_decision = role.is_some_and(|own| FieldRole::DECISION.contains(&own));
        if let Some((label, rest)) = value.split_once(": ")
            && is_decision
            && self.is_label(label)
        {
            drawn.push(format!("{label}:"));
            value = rest;
        }
        self.found.became.extend(drawn);
        let lines = value.split('\n').map(|line| {
            let words: Vec<&str> = line.split([' ', '\t']).filter(|w| !w.is_empty()).collect();
            words.join(" ")
        });
        self.lines.extend(lines.filter(|line| !line.is_empty()));
    }

    /// Whether a text is what the nota writes before this field.
    fn is_label(&self, text: &str) -> bool {
        let text = folded(text.trim().trim_end_matches(':'));
        let own = [&self.spec.naam, &self.spec.opschrift];
        text.is_empty() || text == "aan" || own.iter().any(|own| folded(own) == text)
    }

    /// The list of bijlagen: a number, a name, what is said about it.
    fn table(&mut self, table: &SourceTable) {
        let [head, rows @ ..] = table.rows.as_slice() else {
            return;
        };
        let text = |cell: &SourceCell| {
            let texts: Vec<String> = cell.pieces.iter().map(Piece::plain).collect();
            texts.join(" ").trim().to_owned()
        };
        self.found.became.extend(head.iter().map(text));
        for row in rows {
            let mut cells = row.iter().map(text);
            self.found.became.extend(cells.next());
            let name = Value::text(cells.next().unwrap_or_default());
            let told: Vec<String> = cells.filter(|own| !own.is_empty()).collect();
            self.items.push(match told.is_empty() {
                true => name,
                false => Value::Record(vec![
                    ("naam".to_owned(), name),
                    ("informatie".to_owned(), Value::text(told.join(" "))),
                ]),
            });
        }
    }

    fn finish(mut self) -> Found {
        if !self.items.is_empty() {
            // The column says how many there are, or names them too.
            self.found.became.append(&mut self.lines);
            self.found.value = Value::List(self.items);
            return self.found;
        }
        if self.lines.len() > 1 && !values::takes_lines(&self.spec.soort) {
            // Somebody wrote it on several lines.
            self.found.value = Value::text(self.lines.join("\n"));
            return self.found;
        }
        let filled = values::value(self.spec, &self.lines);
        if let Some((was, is)) = filled.instead {
            self.found.became.push(was);
            self.found.added.push(is);
        }
        self.found.value = match (filled.value, &self.spec.soort) {
            // How many there are is no list of names.
            (Value::List(items), FieldKind::Bijlagen) => match items.as_slice() {
                [Value::Text(one)] if is_number(one) => Value::text(one.clone()),
                _ => Value::List(items),
            },
            (value, _) => value,
        };
        self.found
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}
