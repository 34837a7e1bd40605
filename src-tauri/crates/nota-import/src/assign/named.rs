//! The fields of a document of our own: each line of a value says which field it
//! is of, so that no label has to be understood.

use std::collections::HashSet;

use nota_model::Value;
use nota_template::{FieldKind, FieldRole, FieldSpec, Template};

use super::letterhead::has_notes;
use super::titles::folded;
use super::values;
use crate::own;
use crate::source::{Content, Line, Named, Piece, SourceCell, SourceTable, Story};

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
        let Some(spec) = field_of(piece, template) else {
            continue;
        };
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

/// Whether all of a piece is what the nota prints of a field, as far as that can be
/// told apart from what somebody wrote there.
fn says_value(piece: &Piece, spec: &FieldSpec) -> bool {
    match &piece.content {
        Content::Line(line) if line.heading.is_some() => {
            let text = folded(&nota_model::plain_text(&line.inlines));
            text == LIST || is_label_of(spec, &text)
        }
        Content::Line(_) => true,
        Content::Table(table) => spec.soort == FieldKind::Bijlagen && is_list(table),
        Content::Block(_) => false,
    }
}

/// The heading above the list of bijlagen.
const LIST: &str = "bijlagen";

/// Whether a table is the list of bijlagen as the nota makes it: numbered from 1,
/// with a name and perhaps what is said about it.
fn is_list(table: &SourceTable) -> bool {
    const HEAD: [&str; 3] = ["volgnummer", "naam", "informatie"];
    let [head, rows @ ..] = table.rows.as_slice() else {
        return false;
    };
    let head: Vec<String> = head.iter().map(|cell| folded(&cell_text(cell))).collect();
    let is_head = head.len() >= 2 && HEAD.get(..head.len()).is_some_and(|own| head == own);
    let is_row = |(index, row): (usize, &Vec<SourceCell>)| {
        let number = row.first().map(cell_text);
        row.len() == head.len() && number == Some((index + 1).to_string())
    };
    is_head && rows.iter().enumerate().all(is_row)
}

fn cell_text(cell: &SourceCell) -> String {
    let texts: Vec<String> = cell.pieces.iter().map(Piece::plain).collect();
    texts.join(" ").trim().to_owned()
}

/// Whether a folded text is what a field is called.
fn is_label_of(spec: &FieldSpec, text: &str) -> bool {
    let own = [&spec.naam, &spec.opschrift];
    own.iter().any(|own| folded(own) == text)
}

/// The lines of a document of our own that its labels take: the nota says them by
/// itself. A label above a line that nothing names stays a label, for who reads on.
pub(super) fn labels(
    pieces: &[Piece],
    template: &Template,
    known: impl Fn(&str) -> bool,
) -> HashSet<usize> {
    let is_value = |piece: &Piece| field_of(piece, template).is_some();
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

/// The lines at the head and foot of pages of a document of our own that only say
/// again what stands in it, or which page it is. What somebody wrote there is none.
pub(super) fn repeats(pieces: &[Piece]) -> Vec<usize> {
    let is_margin = |piece: &Piece| matches!(piece.story, Story::Header | Story::Footer);
    let mut said: HashSet<String> = HashSet::new();
    for piece in pieces.iter().filter(|piece| !is_margin(piece)) {
        add_lines(piece, &mut said);
    }
    let repeats = |piece: &Piece| {
        let line = piece
            .as_line()
            .filter(|line| own::only_repeats(&line.style));
        line.is_some_and(|line| {
            let text = nota_model::plain_text(&line.inlines);
            text.split(['\t', '\n']).map(str::trim).all(|part| {
                let is_page = line.is_page_number && super::is_page_line(part);
                part.is_empty() || is_page || said.contains(&folded(part))
            })
        })
    };
    let all = pieces.iter().enumerate();
    let found = all.filter(|(_, piece)| is_margin(piece) && repeats(piece));
    found.map(|(at, _)| at).collect()
}

fn add_lines(piece: &Piece, out: &mut HashSet<String>) {
    match &piece.content {
        Content::Line(line) => {
            let text = nota_model::plain_text(&line.inlines);
            out.extend(text.split(['\t', '\n']).map(|part| folded(part.trim())));
        }
        Content::Table(table) => {
            let cells = table.rows.iter().flatten();
            cells
                .flat_map(|cell| &cell.pieces)
                .for_each(|piece| add_lines(piece, out));
        }
        Content::Block(_) => {}
    }
}

/// The field of the template that a piece says the value of, or that it is drawn
/// for; none for what somebody wrote there.
pub(super) fn field_of<'t>(piece: &Piece, template: &'t Template) -> Option<&'t FieldSpec> {
    let spec = spec(template, &named(piece)?.field)?;
    says_value(piece, spec).then_some(spec)
}

/// The name of a field that a piece has: its line, or a line in its table.
fn named(piece: &Piece) -> Option<&Named> {
    match &piece.content {
        // A bookmark that begins at the label is around both.
        Content::Line(line) => {
            let own = line.named.as_ref();
            // A field has no notes: a line to which somebody added one is text.
            own.filter(|_| !own::is_label(&line.style) && !has_notes(line))
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
        let is_aan = self.spec.rol == Some(FieldRole::Aan) && text == "aan";
        text.is_empty() || is_aan || is_label_of(self.spec, &text)
    }

    /// The list of bijlagen: a number, a name, what is said about it.
    fn table(&mut self, table: &SourceTable) {
        let [head, rows @ ..] = table.rows.as_slice() else {
            return;
        };
        self.found.became.extend(head.iter().map(cell_text));
        for row in rows {
            let mut cells = row.iter().map(cell_text);
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
