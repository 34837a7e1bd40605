//! The letterhead: labels with their values, from the heads of pages, frames,
//! tables and the lines above the first section, into the fields of the
//! template.

use std::collections::HashMap;

use nota_model::{Run, Value};
use nota_template::{FieldKind, FieldRole, Template};

use super::Choices;
use super::named;
use super::parafen;
use super::titles::folded;
use super::values::{self, Filled};
use crate::report::{Certainty, Reason, Target};
use crate::source::{Content, Line, Piece, Source, Story};

/// The greatest number of lines that a label has below it.
const MAX_LINES: usize = 6;

/// What people write for a field, beside its own name and label, by the key
/// that templates have for it.
const SYNONYMS: &[(&str, &[&str])] = &[
    ("onderwerp", &["onderwerp", "betreft", "titel"]),
    (
        "kenmerk",
        &[
            "kenmerk",
            "ons kenmerk",
            "onze referentie",
            "zaaknummer",
            "documentnummer",
            "nummer",
        ],
    ),
    ("datum", &["datum"]),
    ("aan", &["aan", "voor"]),
    ("van", &["van"]),
    ("bijlagen", &["bijlage", "bijlagen", "bijlage(n)"]),
    (
        "opgesteld-door",
        &[
            "opgesteld door",
            "auteur",
            "steller",
            "opsteller",
            "behandeld door",
        ],
    ),
    (
        "auteur",
        &["auteur", "steller", "opsteller", "opgesteld door"],
    ),
    (
        "contactpersoon",
        &[
            "contactpersoon",
            "contact",
            "inlichtingen bij",
            "behandeld door",
        ],
    ),
    ("directie", &["directie"]),
    ("afdeling", &["afdeling", "team"]),
    (
        "onderdeel",
        &[
            "onderdeel",
            "directoraat-generaal",
            "dienstonderdeel",
            "cluster",
        ],
    ),
    ("rubricering", &["rubricering", "merking"]),
    (
        "beslistermijn",
        &["beslistermijn", "uiterste datum", "uiterlijk"],
    ),
    ("samengewerkt-met", &["samengewerkt met"]),
    ("afgestemd-met", &["afgestemd met", "afstemming met"]),
    ("kopie-aan", &["kopie aan", "cc"]),
    ("ministerie", &["ministerie"]),
];

/// The role of the field that has one of those keys in most templates.
const ROLES: &[(&str, FieldRole)] = &[
    ("onderwerp", FieldRole::Titel),
    ("kenmerk", FieldRole::Kenmerk),
    ("datum", FieldRole::Datum),
    ("aan", FieldRole::Aan),
    ("opgesteld-door", FieldRole::Opsteller),
    ("contactpersoon", FieldRole::Contactpersoon),
    ("directie", FieldRole::Directie),
    ("onderdeel", FieldRole::Onderdeel),
    ("rubricering", FieldRole::Rubricering),
    ("beslistermijn", FieldRole::Beslistermijn),
    ("ministerie", FieldRole::Ministerie),
];

/// What stands before the name of a ministry.
const MINISTRY: &str = "Ministerie van ";

/// The fields of the name of a unit, from large to small.
const UNITS: [&str; 3] = ["onderdeel", "directie", "afdeling"];

/// A field that was found.
#[derive(Debug)]
pub(crate) struct FoundField {
    /// Its key.
    pub(crate) key: String,
    /// Its value.
    pub(crate) value: Value,
    /// The piece that its value stands in.
    pub(crate) piece: usize,
    /// How sure.
    pub(crate) sure: Certainty,
    /// By what.
    pub(crate) why: Reason,
    /// All the pieces that it stands in and nothing else, when the document
    /// names the field.
    pub(crate) exact: Vec<usize>,
}

/// What the letterhead gave.
#[derive(Debug, Default)]
pub(crate) struct Letterhead {
    /// The fields.
    pub(crate) fields: Vec<FoundField>,
    /// The pieces that are used up, with the field that they went to.
    pub(crate) used: HashMap<usize, String>,
    /// Texts of the source that the nota has in another form: labels, days.
    pub(crate) became: Vec<String>,
    /// What the nota says instead of these.
    pub(crate) added: Vec<String>,
    /// The pieces that say again what stands elsewhere.
    pub(crate) repeated: Vec<usize>,
    /// Lines that went nowhere, of pieces of which other lines did.
    pub(crate) leftovers: Vec<(usize, String)>,
}

/// A row of the letterhead: a line, or a label with its value beside it.
struct Row {
    piece: usize,
    style: String,
    texts: Vec<String>,
}

/// Reads the letterhead in these pieces: those that are no part of the text,
/// those of the text up to the first section, and what the drafter says is a
/// field.
pub(crate) fn read(
    source: &Source,
    until: usize,
    template: &Template,
    choices: &Choices,
) -> Letterhead {
    let pieces = &source.pieces;
    let mut head = Reader {
        template,
        is_ours: source.template.is_some(),
        labels: labels(template),
        named: HashMap::new(),
        out: Letterhead::default(),
        said: Vec::new(),
    };
    head.chosen(pieces, choices);
    head.own_fields(pieces, choices);
    let mut rows = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        let in_head = piece.story != Story::Body || at < until;
        let is_chosen = choices.contains_key(&at);
        let is_chosen = is_chosen || head.out.used.contains_key(&at);
        let is_free = in_head && piece.list.is_none() && piece.quote == 0 && !is_chosen;
        if is_free && !head.parafen(at, piece) {
            add_rows(at, piece, &mut rows);
        }
    }
    head.run(&rows, pieces);
    head.out
}

/// The field of each label of a template.
pub(crate) fn labels(template: &Template) -> HashMap<String, String> {
    let mut out = HashMap::new();
    for field in template.written_before() {
        let own = [
            &field.naam,
            &field.opschrift,
            &field.sleutel.replace('-', " "),
        ];
        for label in own.into_iter().filter(|label| !label.is_empty()) {
            out.entry(folded(label))
                .or_insert_with(|| field.sleutel.clone());
        }
    }
    for (key, synonyms) in SYNONYMS {
        // A template may have a key of its own for what a role says.
        let role = ROLES.iter().find(|own| own.0 == *key).map(|own| own.1);
        let by_role = template
            .velden
            .iter()
            .find(|veld| role.is_some() && veld.rol == role);
        let field = template.veld(key).or(by_role);
        if let Some(field) = field {
            let key = &field.sleutel;
            for label in *synonyms {
                out.entry((*label).to_owned())
                    .or_insert_with(|| key.clone());
            }
        }
    }
    out
}

fn add_rows(at: usize, piece: &Piece, rows: &mut Vec<Row>) {
    match &piece.content {
        Content::Line(line) if line.is_page_number || has_notes(line) => {}
        Content::Line(line) => {
            for text in lines(line) {
                rows.push(row(at, &line.style, split(&text)));
            }
        }
        Content::Table(table) => {
            for cells in &table.rows {
                let texts: Vec<Vec<(String, String)>> = cells
                    .iter()
                    .map(|cell| cell.pieces.iter().flat_map(piece_lines).collect())
                    .collect();
                match texts.as_slice() {
                    // A label with its value beside it.
                    [label, values @ ..]
                        if label.len() == 1 && values.iter().any(|v| !v.is_empty()) =>
                    {
                        let mut all: Vec<String> = label.iter().map(|own| own.0.clone()).collect();
                        all.extend(values.iter().flatten().map(|own| own.0.clone()));
                        let style = label.first().map(|own| own.1.clone()).unwrap_or_default();
                        rows.push(row(at, &style, all));
                    }
                    columns => {
                        for (text, style) in columns.iter().flatten() {
                            rows.push(row(at, style, split(text)));
                        }
                    }
                }
            }
        }
        Content::Block(_) => {}
    }
}

fn row(piece: usize, style: &str, texts: Vec<String>) -> Row {
    Row {
        piece,
        style: style.to_owned(),
        texts,
    }
}

fn piece_lines(piece: &Piece) -> Vec<(String, String)> {
    match piece.as_line() {
        Some(line) => lines(line)
            .into_iter()
            .map(|text| (text, line.style.clone()))
            .collect(),
        None => Vec::new(),
    }
}

fn lines(line: &Line) -> Vec<String> {
    let text = nota_model::plain_text(&line.inlines);
    let lines = text.split('\n').map(str::trim);
    lines
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Whether a line refers to a note: then it is text, and no value of a field.
pub(super) fn has_notes(line: &Line) -> bool {
    line.inlines
        .iter()
        .any(|inline| matches!(inline.run, Run::Note { .. }))
}

/// A line as label and value: at a tab, or behind a colon.
fn split(text: &str) -> Vec<String> {
    let clean = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((label, value)) = text.split_once('\t') {
        return vec![clean(label), clean(value)];
    }
    if let Some((label, value)) = text.split_once(": ")
        && label.chars().count() <= 30
    {
        return vec![format!("{}:", clean(label)), clean(value)];
    }
    vec![clean(text)]
}

struct Reader<'t> {
    template: &'t Template,
    /// Whether it is a document of our own.
    is_ours: bool,
    labels: HashMap<String, String>,
    /// By piece: the field that its label names.
    named: HashMap<usize, String>,
    out: Letterhead,
    /// Every line that went somewhere, folded.
    said: Vec<String>,
}

impl Reader<'_> {
    /// The fields that the drafter says.
    fn chosen(&mut self, pieces: &[Piece], choices: &Choices) {
        for (at, target) in choices {
            let (Target::Field { key }, Some(piece)) = (target, pieces.get(*at)) else {
                continue;
            };
            let lines: Vec<String> = piece_lines(piece).into_iter().map(|own| own.0).collect();
            if self.put(key, &lines, *at, Certainty::Sure, Reason::Choice, "") {
                self.out.used.insert(*at, key.clone());
            }
        }
    }

    /// The fields that a document of our own names, and its labels.
    fn own_fields(&mut self, pieces: &[Piece], choices: &Choices) {
        for found in named::read(pieces, self.template) {
            let is_chosen = found.pieces.iter().any(|at| choices.contains_key(at));
            let (Some(first), false) = (found.pieces.first(), self.has(&found.key)) else {
                continue;
            };
            if is_chosen {
                continue;
            }
            for at in &found.pieces {
                self.out.used.insert(*at, found.key.clone());
            }
            self.said
                .extend(found.value.texts().into_iter().map(folded));
            self.out.became.extend(found.became);
            self.out.added.extend(found.added);
            self.out.fields.push(FoundField {
                key: found.key,
                value: found.value,
                piece: *first,
                sure: Certainty::Sure,
                why: Reason::Label,
                exact: found.pieces,
            });
        }
        let labels = named::labels(pieces, self.template, |text| self.is_label(text));
        for at in labels.into_iter().chain(named::repeats(pieces)) {
            if let Some(piece) = pieces.get(at).filter(|_| !choices.contains_key(&at)) {
                self.out.became.push(piece.plain());
                self.out.used.insert(at, String::new());
            }
        }
    }

    /// Takes the table of parafen; false when a piece is none.
    fn parafen(&mut self, at: usize, piece: &Piece) -> bool {
        let Content::Table(table) = &piece.content else {
            return false;
        };
        let mut fields = self.template.velden.iter();
        let field = fields.find(|veld| veld.soort == FieldKind::Parafen);
        let (Some(field), Some(found)) = (field, parafen::read(table)) else {
            return false;
        };
        if self.has(&field.sleutel) {
            return false;
        }
        self.said.extend(found.became.iter().map(|own| folded(own)));
        self.out.became.extend(found.became);
        self.out.added.extend(found.added);
        self.out.used.insert(at, field.sleutel.clone());
        self.out.fields.push(FoundField {
            key: field.sleutel.clone(),
            value: Value::List(found.rows),
            piece: at,
            sure: Certainty::Sure,
            why: Reason::Label,
            exact: vec![at],
        });
        true
    }

    fn run(&mut self, rows: &[Row], pieces: &[Piece]) {
        let mut at = 0;
        let mut taken: Vec<(usize, usize)> = Vec::new();
        while let Some(row) = rows.get(at) {
            let count = self
                .addressees(rows, at)
                .or_else(|| self.labelled(rows, at))
                .or_else(|| self.bare(row, pieces));
            if let Some(count) = count {
                taken.extend((at..at + count).map(|at| (at, row.piece)));
            }
            at += count.unwrap_or(1);
        }
        self.finish(rows, &taken);
    }

    /// The addressees of a document of our own, a paragraph each.
    fn addressees(&mut self, rows: &[Row], at: usize) -> Option<usize> {
        const STYLE: &str = "nota aan";
        let own = rows.iter().skip(at).take_while(|row| row.style == STYLE);
        let mut labels = 0;
        let mut lines: Vec<String> = Vec::new();
        for row in own {
            lines.push(match row.texts.as_slice() {
                // In some templates the label stands before the first.
                [label, rest @ ..] if !rest.is_empty() && folded(label) == "aan" => {
                    labels += 1;
                    rest.join(" ")
                }
                all => all.join(" ").trim().to_owned(),
            });
        }
        let piece = rows.get(at)?.piece;
        let key = self.key_of(FieldRole::Aan)?;
        if lines.is_empty() || !self.put(&key, &lines, piece, Certainty::Sure, Reason::Style, "") {
            return None;
        }
        self.out.became.push("Aan".repeat(labels));
        for own in rows.iter().skip(at).take(lines.len()) {
            self.named.insert(own.piece, key.clone());
        }
        Some(lines.len())
    }

    /// The field with this role.
    fn key_of(&self, role: FieldRole) -> Option<String> {
        let velden = &self.template.velden;
        let found = velden.iter().find(|veld| veld.rol == Some(role));
        found.map(|veld| veld.sleutel.clone())
    }

    /// A label with its value beside or below it; how many rows that is.
    fn labelled(&mut self, rows: &[Row], at: usize) -> Option<usize> {
        let row = rows.get(at)?;
        let label = row.texts.first()?;
        let key = self.labels.get(&folded(label))?.clone();
        let spec = self.template.veld(&key)?;
        let beside: Vec<String> = row.texts.iter().skip(1).cloned().collect();
        let mut count = 1;
        let mut values: Vec<String> = beside.into_iter().filter(|own| !own.is_empty()).collect();
        let is_short = label.ends_with(':') || rows.get(at).is_some_and(|row| row.texts.len() > 1);
        let many = values::takes_lines(&spec.soort);
        if values.is_empty() || many {
            let beneath = rows.iter().skip(at + 1).take(MAX_LINES);
            let mut style: Option<&str> = (!values.is_empty()).then_some(&row.style);
            for next in beneath {
                let starts = next.texts.first().is_some_and(|own| self.is_label(own));
                let other = style.is_some_and(|style| *style != next.style);
                let is_elsewhere = !values.is_empty()
                    && next.piece != row.piece
                    && is_short
                    && !is_house(&row.style);
                if starts || other || is_elsewhere || !values.is_empty() && !many {
                    break;
                }
                style = Some(&next.style);
                values.push(next.texts.join(" "));
                count += 1;
            }
        }
        if values.is_empty() {
            return None;
        }
        let piece = rows.get(at + count - 1).map_or(row.piece, |row| row.piece);
        let label = label.clone();
        let is_put = self.put(&key, &values, piece, Certainty::Sure, Reason::Label, &label);
        if is_put {
            for own in rows.iter().skip(at).take(count) {
                self.named.insert(own.piece, key.clone());
            }
        }
        is_put.then_some(count)
    }

    /// Whether a line is a label, also one of a field that this template has
    /// not.
    fn is_label(&self, text: &str) -> bool {
        let text = folded(text);
        self.labels.contains_key(&text)
            || SYNONYMS.iter().any(|(_, all)| all.contains(&text.as_str()))
    }

    /// A line without label: its style or its words say what it is.
    fn bare(&mut self, row: &Row, pieces: &[Piece]) -> Option<usize> {
        let text = row.texts.join(" ");
        if text.is_empty() {
            return None;
        }
        let folded_text = folded(&text);
        if self.is_printed_anyway(&folded_text) {
            self.out.became.push(text.clone());
            self.said.push(folded_text);
            return Some(1);
        }
        if let Some(name) = ministry(&text)
            && let Some(key) = self.key_of(FieldRole::Ministerie)
        {
            let (sure, why) = (Certainty::Sure, Reason::Words);
            return self
                .put(&key, &[name.to_owned()], row.piece, sure, why, MINISTRY)
                .then_some(1);
        }
        let choice = self
            .template
            .written_before()
            .find(|veld| match &veld.soort {
                FieldKind::Keuze(choices) => choices.iter().any(|own| folded(own) == folded_text),
                _ => false,
            });
        if let Some(veld) = choice {
            let key = veld.sleutel.clone();
            return self
                .put(&key, &[text], row.piece, Certainty::Sure, Reason::Words, "")
                .then_some(1);
        }
        let style = row.style.as_str();
        let is_margin = pieces
            .get(row.piece)
            .is_some_and(|own| own.story != Story::Body);
        let subject = matches!(style, "title" | "titel")
            || style.contains("betreft")
            || style.contains("onderwerp");
        if subject && self.is_ours && folded_text == folded(&self.template.naam) {
            // What stands there as long as there is no subject.
            self.out.became.push(text.clone());
            self.said.push(folded_text);
            return Some(1);
        }
        let key = self.key_of(FieldRole::Titel).filter(|_| subject);
        if let Some(key) = key {
            let (sure, why) = (Certainty::Likely, Reason::Style);
            return self
                .put(&key, &[text], row.piece, sure, why, "")
                .then_some(1);
        }
        if is_margin && (style.contains("afzendgegevens") || is_unit(&folded_text)) {
            let free = UNITS
                .iter()
                .find(|key| self.template.veld(key).is_some() && !self.has(key));
            let repeats = self.said.contains(&folded_text);
            if let Some(key) = free.filter(|_| !repeats && is_unit(&folded_text)) {
                return self
                    .put(
                        key,
                        &[text],
                        row.piece,
                        Certainty::Likely,
                        Reason::Words,
                        "",
                    )
                    .then_some(1);
            }
        }
        None
    }

    /// Whether the template itself prints a line: its address, its own name.
    fn is_printed_anyway(&self, text: &str) -> bool {
        let own = &self.template.adres;
        // A page of our own says "Adres" to who hears it.
        let label = "Adres".to_owned();
        let lines = own
            .regels
            .iter()
            .chain([&own.web, &self.template.documentwoord, &label]);
        let ministry = folded(&format!("Ministerie van {}", self.template.ministerie));
        lines
            .filter(|line| !line.is_empty())
            .any(|line| folded(line) == text)
            || ministry == *text
    }

    fn has(&self, key: &str) -> bool {
        self.out.fields.iter().any(|own| own.key == key)
    }

    /// Gives a field its value, when it has none yet.
    fn put(
        &mut self,
        key: &str,
        lines: &[String],
        piece: usize,
        sure: Certainty,
        why: Reason,
        label: &str,
    ) -> bool {
        let Some(spec) = self.template.veld(key) else {
            return false;
        };
        if self.has(key) {
            return false;
        }
        let Filled { value, instead } = values::value(spec, lines);
        if let Some((was, is)) = instead {
            self.out.became.push(was);
            self.out.added.push(is);
        }
        if !label.is_empty() {
            self.out.became.push(label.to_owned());
            self.said.push(folded(label));
        }
        self.said.extend(lines.iter().map(|line| folded(line)));
        self.out.fields.push(FoundField {
            key: key.to_owned(),
            value,
            piece,
            sure,
            why,
            exact: Vec::new(),
        });
        true
    }

    /// Which pieces are used up whole, and which only repeat others.
    fn finish(&mut self, rows: &[Row], taken: &[(usize, usize)]) {
        let mut left: HashMap<usize, Vec<&Row>> = HashMap::new();
        for (at, row) in rows.iter().enumerate() {
            if !taken.iter().any(|own| own.0 == at) {
                left.entry(row.piece).or_default().push(row);
            }
        }
        let mut pieces: Vec<usize> = rows.iter().map(|row| row.piece).collect();
        pieces.dedup();
        for piece in pieces {
            let own: Vec<&&Row> = left.get(&piece).into_iter().flatten().collect();
            let all_said = own.iter().all(|row| {
                row.texts
                    .iter()
                    .all(|text| self.said.contains(&folded(text)))
            });
            let was_taken = taken
                .iter()
                .any(|own| rows.get(own.0).is_some_and(|row| row.piece == piece));
            if was_taken {
                let field = self.out.fields.iter().find(|own| own.piece == piece);
                let key = field.map(|own| &own.key).or_else(|| self.named.get(&piece));
                let key = key.cloned().unwrap_or_default();
                self.out.used.insert(piece, key);
                for row in own {
                    let said = row
                        .texts
                        .iter()
                        .all(|text| self.said.contains(&folded(text)));
                    match said {
                        true => self.out.became.extend(row.texts.iter().cloned()),
                        false => {
                            let (text, added) = leftover(&row.texts);
                            self.out.leftovers.push((piece, text));
                            self.out.added.push(added.to_owned());
                        }
                    }
                }
            } else if !own.is_empty() && all_said {
                self.out.repeated.push(piece);
            }
        }
    }
}

/// A row that went nowhere, as a line of text, and the sign that is added.
fn leftover(texts: &[String]) -> (String, &'static str) {
    match texts {
        [label, values @ ..] if !values.is_empty() => {
            let values = values.join(" ");
            match label.ends_with(':') {
                true => (format!("{label} {values}"), ""),
                false => (format!("{label}: {values}"), ":"),
            }
        }
        _ => (texts.join(" "), ""),
    }
}

/// Whether a style is one of the house style, which sets labels and values
/// apart.
fn is_house(style: &str) -> bool {
    style.starts_with("huisstijl")
}

/// The ministry that a line names and nothing else.
fn ministry(text: &str) -> Option<&str> {
    let (start, name) = text.split_at_checked(MINISTRY.len())?;
    let is_name = name.len() < 60 && !name.trim_end().ends_with('.');
    (is_name && start.eq_ignore_ascii_case(MINISTRY)).then(|| name.trim())
}

/// Whether a line names a unit of a ministry.
fn is_unit(text: &str) -> bool {
    [
        "directoraat",
        "directie ",
        "dg ",
        "bestuursdepartement",
        "programmadirectie",
        "cluster ",
        "afdeling ",
        "portefeuille ",
    ]
    .iter()
    .any(|start| text.starts_with(start))
        || text == "directie"
}
