//! From pieces to a nota: which section of the template each heading opens,
//! which field each label fills, and where everything else goes. Nothing is
//! thrown away: what has no place stands in "Overige tekst".

mod letterhead;
mod named;
mod parafen;
mod propose;
mod sections;
mod titles;
mod values;
mod withheld;

use std::collections::BTreeMap;
use std::sync::Arc;

use nota_markdown::{VERSION, parse, print};
use nota_model::{Block, Body, Field, Inline, LAKKEN, Nota, Note, Run, Section, Value};
use nota_template::{Registry, Template};

use crate::balance::{Books, REST, balance};
use crate::blocks;
use crate::kind::Kind;
use crate::own;
use crate::report::{Certainty, Dropped, Landing, Reason, Report, Target};
use crate::source::{Content, Loss, Piece, Source, Story};

use letterhead::Letterhead;
use sections::Plan;
use withheld::{Of, Withheld};

pub(crate) use propose::propose;

/// What the drafter decided about pieces of the source.
pub type Choices = BTreeMap<usize, Target>;

/// A nota that was made of a source, with what is said about it.
#[derive(Debug)]
pub struct Imported {
    /// The nota.
    pub nota: Nota,
    /// Its text, as it would be saved.
    pub text: String,
    /// Where each piece went.
    pub landings: Vec<Landing>,
    /// The report.
    pub report: Report,
}

/// Assigns a source to the sections and fields of a template.
pub(crate) fn assign(source: &Source, template: &Arc<Template>, choices: &Choices) -> Imported {
    let plan = Plan::of(source, template, choices);
    let head = letterhead::read(source, plan.start(source.pieces.len()), template, choices);
    let mut making = Making {
        source,
        template,
        nota: Nota::default(),
        landings: Vec::new(),
        added: String::new(),
        became: Vec::new(),
        remarks: Vec::new(),
        rest: Vec::new(),
    };
    let pieces = source.pieces.iter().enumerate();
    let used = pieces.filter(|(at, _)| head.used.contains_key(at));
    let withheld = Withheld::of(used.map(|(_, piece)| piece));
    making.fields(&head);
    making.withhold(&head, &withheld);
    making.bodies(&plan, &head, choices);
    making.leftovers(&head, &withheld);
    making.notes();
    making.finish()
}

/// A nota in the making.
struct Making<'s> {
    source: &'s Source,
    template: &'s Arc<Template>,
    nota: Nota,
    landings: Vec<Landing>,
    /// What the nota says and the source does not.
    added: String,
    /// What the source says and the nota has in another form.
    became: Vec<String>,
    /// What was left out here, by piece.
    remarks: Vec<(Loss, usize)>,
    /// What has no place.
    rest: Vec<Piece>,
}

impl Making<'_> {
    fn land(&mut self, piece: usize, target: Target, sure: Certainty, why: Reason) {
        let text = self.source.pieces.get(piece).map(Piece::plain);
        self.landings.push(Landing {
            piece,
            target,
            sure,
            why,
            text: first_words(&text.unwrap_or_default()),
        });
    }

    /// The fields, in the order of the template; those that it does not know
    /// after them.
    fn fields(&mut self, head: &Letterhead) {
        let field = |key: &str, value: Value| Field {
            key: key.to_owned(),
            value,
            ..Field::default()
        };
        let fields = &mut self.nota.front.fields;
        fields.push(field("sjabloon", Value::text(&self.template.id)));
        fields.push(Field {
            source: Some(format!("versie: {VERSION}\n")),
            ..field("versie", Value::text(VERSION.to_string()))
        });
        for (key, value) in &self.source.fields {
            fields.push(field(key, value.clone()));
        }
        for found in &head.fields {
            match fields.iter_mut().find(|own| own.key == found.key) {
                Some(own) if own.value.is_blank() => own.value = found.value.clone(),
                Some(own) => {
                    let items = [own.value.items(), found.value.items()].concat();
                    own.value = Value::List(items);
                }
                None => fields.push(field(&found.key, found.value.clone())),
            }
        }
        let order = |own: &Field| match own.key.as_str() {
            "sjabloon" => 0,
            "versie" => 1,
            key => {
                let at = self
                    .template
                    .velden
                    .iter()
                    .position(|veld| veld.sleutel == key);
                at.map_or(usize::MAX, |at| at + 2)
            }
        };
        fields.sort_by_key(order);
        self.became.extend(head.became.iter().cloned());
        self.added.push_str(&head.added.join("\n"));
        for found in &head.fields {
            let target = Target::Field {
                key: found.key.clone(),
            };
            self.land(found.piece, target, found.sure, found.why);
        }
    }

    /// What was withheld in the letterhead is so in its fields.
    fn withhold(&mut self, head: &Letterhead, withheld: &Withheld) {
        let mut marks: Vec<Value> = Vec::new();
        for found in &head.fields {
            let Some(spec) = self.template.veld(&found.key) else {
                continue;
            };
            let pieces = found.exact.iter();
            let pieces = pieces.filter_map(|at| self.source.pieces.get(*at));
            let own = match found.exact.is_empty() {
                true => None,
                false => Some(Withheld::of(pieces)),
            };
            let withheld = own.as_ref().unwrap_or(withheld);
            match withheld.of_field(spec, &found.value) {
                Of::Open => {}
                Of::Whole(grond) => {
                    self.added.push_str(&found.key);
                    self.added.push_str(&grond);
                    let parts = [("veld", found.key.clone()), ("grond", grond)];
                    let parts = parts.map(|(part, own)| (part.to_owned(), Value::text(own)));
                    marks.push(Value::Record(parts.into()));
                }
                Of::Parts(value) => {
                    self.became
                        .extend(found.value.texts().into_iter().map(str::to_owned));
                    self.added.extend(value.texts());
                    let mut fields = self.nota.front.fields.iter_mut();
                    if let Some(own) = fields.find(|own| own.key == found.key) {
                        own.value = value;
                    }
                }
            }
        }
        if marks.is_empty() {
            return;
        }
        let fields = &mut self.nota.front.fields;
        match fields.iter_mut().find(|own| own.key == LAKKEN) {
            Some(own) => own.value = Value::List([own.value.items(), &marks].concat()),
            None => fields.push(Field {
                key: LAKKEN.to_owned(),
                value: Value::List(marks),
                ..Field::default()
            }),
        }
    }

    /// The preamble and the sections, in the order of the source.
    fn bodies(&mut self, plan: &Plan, head: &Letterhead, choices: &Choices) {
        let mut run: Vec<Piece> = Vec::new();
        let mut at = Spot::default();
        for (index, piece) in self.source.pieces.iter().enumerate() {
            if let Some(key) = head.used.get(&index) {
                if !head.fields.iter().any(|own| own.piece == index) {
                    let target = match key.is_empty() {
                        true => Target::Nowhere,
                        false => Target::Field { key: key.clone() },
                    };
                    self.land(index, target, Certainty::Sure, Reason::Label);
                }
                continue;
            }
            if let Some(opening) = plan.openings.get(&index) {
                self.flush(&mut run);
                self.open(index, opening, &mut at);
                continue;
            }
            let choice = choices.get(&index);
            if choice.is_none() && self.opens_own(piece) {
                self.flush(&mut run);
                self.open_own(index, piece, &mut at);
                continue;
            }
            let why = if choice.is_some() {
                Reason::Choice
            } else {
                Reason::Place
            };
            let is_margin = matches!(piece.story, Story::Header | Story::Footer);
            if choice.is_none() && self.goes_nowhere(index, piece, head) {
                continue;
            }
            let to_rest = match choice {
                Some(Target::Rest) => true,
                Some(_) => false,
                None => is_margin,
            };
            if to_rest {
                self.rest.push(piece.clone());
                self.land(index, Target::Rest, Certainty::Sure, why);
                continue;
            }
            let (piece, target) = self.as_text(piece, &at, choice);
            let sure = match target {
                Target::Heading => Certainty::Likely,
                _ => Certainty::Sure,
            };
            self.land(index, target, sure, why);
            run.push(piece);
        }
        self.flush(&mut run);
    }

    /// Whether a heading of a document of our own opens a section that the template
    /// does not know.
    fn opens_own(&self, piece: &Piece) -> bool {
        let top = match self.source.kind {
            Kind::Html => 2,
            _ => 1,
        };
        let line = piece.as_line().filter(|line| {
            // A title is bare text: what is withheld in it, or refers to a note,
            // stays in a heading that can hold it.
            let is_bare = |own: &Inline| own.as_text().is_some() && own.marks.is_empty();
            !own::is_free_heading(&line.style) && line.inlines.iter().all(is_bare)
        });
        let heading = line.and_then(|line| line.heading);
        self.source.template.is_some() && heading.is_some_and(|level| level <= top)
    }

    fn open_own(&mut self, index: usize, piece: &Piece, at: &mut Spot) {
        let title = piece.plain();
        self.nota.sections.push(Section {
            title: title.split_whitespace().collect::<Vec<_>>().join(" "),
            level: 2,
            ..Section::default()
        });
        self.land(index, Target::Heading, Certainty::Sure, Reason::Heading);
        at.section = None;
    }

    /// Whether the nota says a piece by itself: the number of the page, a line
    /// that the head of every page repeats.
    fn goes_nowhere(&mut self, index: usize, piece: &Piece, head: &Letterhead) -> bool {
        let is_margin = piece.story != Story::Body;
        let is_number = is_margin
            && piece
                .as_line()
                .is_some_and(|line| line.is_page_number && is_page_line(&piece.plain()));
        let is_repeated = head.repeated.contains(&index) && is_margin;
        let before = self.source.pieces.get(..index).unwrap_or_default();
        let says_again = matches!(piece.story, Story::Header | Story::Footer)
            && before
                .iter()
                .any(|own| own.story != Story::Body && own.plain() == piece.plain());
        if !(is_number || is_repeated || says_again) {
            return false;
        }
        self.became.push(piece.plain());
        let loss = if is_number {
            Loss::PageNumber
        } else {
            Loss::Repeated
        };
        self.remarks.push((loss, index));
        self.land(index, Target::Nowhere, Certainty::Sure, Reason::Words);
        true
    }

    /// A piece of text, with the level that its heading has here.
    fn as_text(&self, piece: &Piece, at: &Spot, choice: Option<&Target>) -> (Piece, Target) {
        let mut piece = piece.clone();
        let mut target = Target::Text {
            section: at.section.clone(),
        };
        if let Content::Line(line) = &mut piece.content {
            match choice {
                Some(Target::Heading) => line.heading = line.heading.or(Some(at.level + 1)),
                Some(_) => line.heading = None,
                None => {}
            }
            if let Some(level) = line.heading {
                line.heading = Some(3 + level.saturating_sub(at.level + 1).min(3));
                target = Target::Heading;
            }
        }
        (piece, target)
    }

    /// Opens a section.
    fn open(&mut self, index: usize, opening: &sections::Opening, at: &mut Spot) {
        if let Some(parent) = &opening.parent_first {
            self.push_section(parent);
        }
        let text = self
            .source
            .pieces
            .get(index)
            .map(Piece::plain)
            .unwrap_or_default();
        self.push_section_titled(&opening.key, &text);
        self.became.push(text);
        let target = Target::Section {
            key: opening.key.clone(),
        };
        self.land(index, target, opening.sure, opening.why);
        at.section = Some(opening.key.clone());
        if !opening.is_part {
            at.level = opening.level;
        }
    }

    fn push_section(&mut self, key: &str) {
        self.push_section_titled(key, "");
    }

    /// A section with the title of the template, or with the synonym that the
    /// source has for it.
    fn push_section_titled(&mut self, key: &str, text: &str) {
        let Some(spec) = self.template.sectie(key) else {
            return;
        };
        let own = titles::folded(titles::without_number(text));
        let synonym = spec
            .synoniemen
            .iter()
            .find(|title| titles::folded(title) == own);
        let is_ours = self.source.template.as_ref() == Some(&self.template.id);
        let title = match synonym {
            // A document of our own prints the title as the drafter wrote it.
            _ if is_ours && !own.is_empty() => titles::without_number(text).trim(),
            Some(title) if own != titles::folded(&spec.titel) => title,
            _ => &spec.titel,
        };
        self.nota.sections.push(Section {
            key: Some(key.to_owned()),
            title: title.to_owned(),
            number: spec.printed_number(),
            level: self.template.level(spec),
            ..Section::default()
        });
    }

    /// The pieces of the section that is open, as its blocks.
    fn flush(&mut self, run: &mut Vec<Piece>) {
        let made = blocks::blocks(run, &mut self.added);
        run.clear();
        let body = match self.nota.sections.last_mut() {
            Some(section) => &mut section.body,
            None => &mut self.nota.preamble,
        };
        body.blocks.extend(made);
    }

    /// What has no place, in a section at the end.
    fn leftovers(&mut self, head: &Letterhead, withheld: &Withheld) {
        for (piece, text) in &head.leftovers {
            self.rest.push(Piece::line(withheld.line(text)));
            self.land(*piece, Target::Rest, Certainty::Sure, Reason::Place);
        }
        let rest = std::mem::take(&mut self.rest);
        let blocks = blocks::blocks(&rest, &mut self.added);
        if blocks.is_empty() {
            return;
        }
        self.nota.sections.push(Section {
            title: REST.to_owned(),
            level: 2,
            body: Body {
                blocks,
                ..Body::default()
            },
            ..Section::default()
        });
    }

    /// The notes, each in the body that first refers to it.
    fn notes(&mut self) {
        let mut notes: Vec<Note> = Vec::new();
        for own in &self.source.notes {
            notes.push(Note {
                label: own.label.clone(),
                blocks: blocks::blocks(&own.pieces, &mut self.added),
                source: nota_model::NoteSource::Edited,
                origin: nota_model::Origin::none(),
            });
        }
        let sections = self.nota.sections.iter_mut().map(|own| &mut own.body);
        for body in std::iter::once(&mut self.nota.preamble).chain(sections) {
            let mut labels = Vec::new();
            body.blocks
                .iter()
                .for_each(|block| labels_in(block, &mut labels));
            for label in labels {
                if let Some(at) = notes.iter().position(|own| own.label == label) {
                    body.notes.push(notes.remove(at));
                }
            }
        }
        let last = self.nota.sections.last_mut().map(|own| &mut own.body);
        last.unwrap_or(&mut self.nota.preamble).notes.extend(notes);
    }

    fn finish(self) -> Imported {
        let text = print(&self.nota);
        let registry = Registry::of(Arc::clone(self.template));
        let read_back = parse(&text, &registry).nota;
        let mut books = Books {
            census: &self.source.census,
            became: vec![&self.source.left_out],
            added: vec![&self.source.added, &self.added],
        };
        books.became.extend(self.became.iter().map(String::as_str));
        let balance = balance(&books, &read_back, self.template);
        let dropped = self.dropped();
        let mut landings = self.landings;
        landings.sort_by_key(|own| own.piece);
        let named = |own: &&Landing| !matches!(own.target, Target::Text { .. });
        let report = Report {
            kind: self.source.kind,
            template: self.template.id.clone(),
            proposed: false,
            characters: balance.characters,
            found: landings.iter().filter(named).cloned().collect(),
            dropped,
            comments: self.source.comments.clone(),
            changes: self.source.changes,
            missing: balance.missing,
            surplus: balance.surplus,
        };
        Imported {
            nota: read_back,
            text,
            landings,
            report,
        }
    }

    /// What was lost in reading and here, in the order of the source.
    fn dropped(&self) -> Vec<Dropped> {
        let one = |what: Loss, text: &str, piece: usize| Dropped {
            what,
            text: text.to_owned(),
            paragraph: piece + 1,
            at: first_words(
                &self
                    .source
                    .pieces
                    .get(piece)
                    .map(Piece::plain)
                    .unwrap_or_default(),
            ),
        };
        let read = self.source.remarks.iter();
        let read = read.map(|own| one(own.loss, &own.about, own.piece));
        let here = self.remarks.iter().map(|(loss, piece)| {
            let text = self.source.pieces.get(*piece).map(Piece::plain);
            one(*loss, &text.unwrap_or_default(), *piece)
        });
        let mut all: Vec<Dropped> = read.chain(here).collect();
        all.sort_by_key(|own| own.paragraph);
        all
    }
}

/// The section that is open.
#[derive(Default)]
struct Spot {
    section: Option<String>,
    /// The level that headings of whole sections have in the source.
    level: u8,
}

/// The first words of a text, to show where something stands.
pub(crate) fn first_words(text: &str) -> String {
    const SHOWN: usize = 60;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.char_indices().nth(SHOWN) {
        None => text,
        Some((end, _)) => {
            let cut = text.get(..end).unwrap_or_default();
            let cut = cut.rsplit_once(' ').map_or(cut, |(words, _)| words);
            format!("{cut} …")
        }
    }
}

/// Whether a line only says which page this is.
fn is_page_line(text: &str) -> bool {
    let known = ["pagina", "blz", "bladzijde", "page", "van", "of", "p"];
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .all(|word| {
            known.contains(&word.to_lowercase().as_str())
                || word.bytes().all(|b| b.is_ascii_digit())
        })
}

/// The labels of the notes that a block refers to, in order.
fn labels_in(block: &Block, out: &mut Vec<String>) {
    use nota_model::BlockKind;
    let mut see = |inlines: &[Inline]| {
        for inline in inlines {
            if let Run::Note { label } = &inline.run
                && !out.contains(label)
            {
                out.push(label.clone());
            }
        }
    };
    match &block.kind {
        BlockKind::Paragraph { inlines } | BlockKind::Heading { inlines, .. } => see(inlines),
        BlockKind::Table(table) => {
            let rows = table.rows.iter().flatten();
            table
                .head
                .iter()
                .chain(rows)
                .for_each(|cell| see(&cell.inlines));
        }
        BlockKind::List { items, .. } => {
            let blocks = items.iter().flat_map(|item| &item.blocks);
            blocks.for_each(|block| labels_in(block, out));
        }
        BlockKind::Quote { blocks } | BlockKind::Lak { blocks, .. } => {
            blocks.iter().for_each(|block| labels_in(block, out));
        }
    }
}
