//! What every reader makes of a file: one row of pieces in the order of
//! reading, with their notes, what was changed and remarked in the file, and
//! what a nota cannot keep. No template is known here.

use std::collections::HashSet;

use nota_model::{Align, Block, Inline, Run, Value};

use crate::kind::Kind;
use crate::limits::{MAX_BLOCKS, MAX_REMARKS};
use crate::refusal::Refusal;

/// A document that was read.
#[derive(Debug, Default)]
pub(crate) struct Source {
    /// What kind of file it was.
    pub(crate) kind: Kind,
    /// The template that the file names: a nota, or a document of our own.
    pub(crate) template: Option<String>,
    /// What stands in it, in the order of reading: headers first, then the
    /// body, then footers.
    pub(crate) pieces: Vec<Piece>,
    /// The notes that are referred to.
    pub(crate) notes: Vec<SourceNote>,
    /// What a nota cannot keep, and what was done about it.
    pub(crate) remarks: Vec<Remark>,
    /// The remarks in the margin.
    pub(crate) comments: Vec<Comment>,
    /// How many tracked changes were taken over as accepted.
    pub(crate) changes: usize,
    /// All characters of the file that a reader must find again, counted
    /// apart from the reading itself; a line end after each paragraph.
    pub(crate) census: String,
    /// What the reader itself adds: list letters, symbols, places of pictures.
    pub(crate) added: String,
    /// What it leaves out on purpose although the census counts it.
    pub(crate) left_out: String,
    /// Fields that the file names by the keys of a nota.
    pub(crate) fields: Vec<(String, Value)>,
    /// How many blocks there are, those in cells and notes included.
    blocks: usize,
}

/// Where a piece stands in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Story {
    /// In the text.
    #[default]
    Body,
    /// At the head of pages.
    Header,
    /// At the foot of pages.
    Footer,
    /// In a box or frame.
    Box,
}

/// A paragraph or a table, and where it stands.
#[derive(Debug, Clone, Default)]
pub(crate) struct Piece {
    /// In which part of the file.
    pub(crate) story: Story,
    /// The place in a list; none outside lists.
    pub(crate) list: Option<ListPlace>,
    /// How many quotations it stands in.
    pub(crate) quote: u8,
    /// What it is.
    pub(crate) content: Content,
}

/// What a piece is.
#[derive(Debug, Clone)]
pub(crate) enum Content {
    /// A paragraph or heading.
    Line(Line),
    /// A table.
    Table(SourceTable),
    /// A block of a file that knows the same blocks as a nota.
    Block(Block),
}

impl Default for Content {
    fn default() -> Self {
        Content::Line(Line::default())
    }
}

/// A paragraph.
#[derive(Debug, Clone, Default)]
pub(crate) struct Line {
    /// Its text. Tabs are still in it.
    pub(crate) inlines: Vec<Inline>,
    /// The level of the heading that it says it is, from 1.
    pub(crate) heading: Option<u8>,
    /// The name of its style, in lower case.
    pub(crate) style: String,
    /// Whether it says which page this is.
    pub(crate) is_page_number: bool,
    /// The field that a document of our own says it is a value of.
    pub(crate) named: Option<Named>,
    /// How it stands between its edges, as far as tables ask.
    pub(crate) align: Align,
}

/// A line that a document of our own says is a value of a field.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Named {
    /// The field, as documents name it.
    pub(crate) field: String,
    /// What stands before the value on the line.
    pub(crate) before: String,
}

/// The place of a piece in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ListPlace {
    /// How deep, from 0.
    pub(crate) level: u8,
    /// What stands before it; none for a piece that goes on in an item.
    pub(crate) marker: Option<Marker>,
}

/// What stands before an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Marker {
    /// A sign.
    Bullet,
    /// A number.
    Number(u64),
    /// Letters or words, as they are shown: "a)", "Optie A:". A nota knows no
    /// such lists, so that they become text.
    Words(String),
}

/// A table.
#[derive(Debug, Clone, Default)]
pub(crate) struct SourceTable {
    /// Whether it is as a nota has it, in a document of our own: it lays nothing
    /// out, and all of it is the table.
    pub(crate) is_ours: bool,
    /// Its rows.
    pub(crate) rows: Vec<Vec<SourceCell>>,
}

/// A cell of a table.
#[derive(Debug, Clone, Default)]
pub(crate) struct SourceCell {
    /// What stands in it.
    pub(crate) pieces: Vec<Piece>,
    /// How many columns it takes.
    pub(crate) columns: usize,
    /// How many rows it takes.
    pub(crate) rows: usize,
}

/// A footnote or endnote.
#[derive(Debug, Clone, Default)]
pub(crate) struct SourceNote {
    /// Its label in the nota.
    pub(crate) label: String,
    /// What it says.
    pub(crate) pieces: Vec<Piece>,
}

/// What a nota cannot keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Loss {
    /// A picture.
    Picture,
    /// A drawing, a chart or another object.
    Object,
    /// A colour of letters or behind them.
    Colour,
    /// A line under letters.
    Underline,
    /// A line through letters.
    Strike,
    /// Letters above or below the line.
    Raised,
    /// Text that is hidden in the file.
    Hidden,
    /// Text that was deleted with changes tracked.
    Deleted,
    /// A remark in the margin.
    Comment,
    /// Cells that were merged.
    MergedCells,
    /// A table in a cell.
    NestedTable,
    /// A sign of a symbol font that is not known.
    Symbol,
    /// A list with letters or words before its items.
    ListLetters,
    /// A reference to a note that is not there.
    NoteWithoutText,
    /// The instruction of a field.
    FieldCode,
    /// Text from a place in the page: a box or frame.
    Box,
    /// A macro, which is never run.
    Macro,
    /// Something outside the file, which is never fetched.
    External,
    /// A formula, kept as its characters.
    Formula,
    /// A form element of a web page.
    Form,
    /// The number of the page.
    PageNumber,
    /// A line at the head or foot of pages that repeats another.
    Repeated,
    /// A page whose order of reading is not known.
    Order,
}

/// A loss, with what it was about and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Remark {
    /// What was lost.
    pub(crate) loss: Loss,
    /// The text that it is about: alternative text, the letters that were
    /// coloured.
    pub(crate) about: String,
    /// The piece that it stands in or before.
    pub(crate) piece: usize,
}

/// A remark in the margin.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
pub struct Comment {
    /// Who made it, as written; empty when the file does not say.
    pub author: String,
    /// When, as written.
    pub date: String,
    /// What it says.
    pub text: String,
    /// The text that it is about.
    pub quote: String,
    /// Whether it was marked as done.
    pub done: bool,
    /// The answers to it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub replies: Vec<Comment>,
}

impl Source {
    /// An empty document of a kind.
    pub(crate) fn new(kind: Kind) -> Self {
        Self {
            kind,
            ..Self::default()
        }
    }

    /// Says what a nota cannot keep, at the piece that is being made.
    pub(crate) fn lose(&mut self, loss: Loss, about: &str) {
        let about = about.split_whitespace().collect::<Vec<_>>().join(" ");
        let piece = self.pieces.len();
        if let Some(last) = self.remarks.last_mut()
            && last.loss == loss
            && last.piece == piece
            && !about.is_empty()
            && matches!(
                loss,
                Loss::Colour | Loss::Underline | Loss::Strike | Loss::Hidden | Loss::Deleted
            )
        {
            // Word cuts one coloured sentence into many runs.
            if last.about.len() < 2_000 {
                last.about.push(' ');
                last.about.push_str(&about);
            }
            return;
        }
        if self.remarks.iter().filter(|own| own.loss == loss).count() < MAX_REMARKS {
            self.remarks.push(Remark { loss, about, piece });
        }
    }

    /// A reference to a note without text, or to none, becomes its number in
    /// brackets.
    pub(crate) fn settle_notes(&mut self) {
        if self.template.is_none() {
            // A nota may have a note of which the text is still to come.
            self.notes
                .retain(|own| !own.pieces.iter().all(Piece::is_blank));
        }
        let known: HashSet<String> = self.notes.iter().map(|own| own.label.clone()).collect();
        let mut settled: Vec<(usize, String)> = Vec::new();
        let body = self.pieces.iter_mut().enumerate();
        let last = body.len();
        let notes = self.notes.iter_mut().flat_map(|own| &mut own.pieces);
        for (at, piece) in body.chain(notes.map(|piece| (last, piece))) {
            each_line(piece, &mut |line| {
                for inline in &mut line.inlines {
                    let Run::Note { label } = &inline.run else {
                        continue;
                    };
                    if !known.contains(label) {
                        let text = format!("[{label}]");
                        settled.push((at, text.clone()));
                        inline.run = Run::Text { text };
                    }
                }
            });
        }
        for (piece, about) in settled {
            self.added.push_str(&about);
            self.remarks.push(Remark {
                loss: Loss::NoteWithoutText,
                about,
                piece,
            });
        }
    }

    /// Lines that begin with a typed dash or dot are items of a list.
    pub(crate) fn list_typed_items(&mut self) {
        for piece in &mut self.pieces {
            let is_free = piece.story == Story::Body && piece.list.is_none();
            let Content::Line(line) = &mut piece.content else {
                continue;
            };
            let is_free = is_free && line.named.is_none();
            let first = line.inlines.first_mut().map(|inline| &mut inline.run);
            let (true, None, Some(Run::Text { text })) = (is_free, line.heading, first) else {
                continue;
            };
            let own = text.trim_start();
            let mut chars = own.chars();
            let sign = chars.next().unwrap_or(' ');
            let rest = chars.as_str();
            let is_item = "-–•·▪*".contains(sign) && rest.starts_with([' ', '\t', '\u{a0}']);
            if is_item && !rest.trim().is_empty() {
                self.left_out.push(sign);
                *text = rest.trim_start().to_owned();
                piece.list = Some(ListPlace {
                    level: 0,
                    marker: Some(Marker::Bullet),
                });
            }
        }
    }

    /// Whether a paragraph without text is one: in a document of our own the items
    /// of a list are. Without them it would count otherwise, or a list in an item
    /// would stand elsewhere.
    pub(crate) fn keeps_blank(&self, list: Option<&ListPlace>) -> bool {
        let marker = list.and_then(|own| own.marker.as_ref());
        self.template.is_some() && marker.is_some()
    }

    /// Counts a block.
    ///
    /// # Errors
    ///
    /// When there are more than fit in a nota.
    pub(crate) fn count_block(&mut self) -> Result<(), Refusal> {
        self.blocks += 1;
        match self.blocks > MAX_BLOCKS {
            true => Err(Refusal::TooManyBlocks),
            false => Ok(()),
        }
    }
}

impl SourceCell {
    /// How its text stands: as its lines do, when they agree.
    pub(crate) fn align(&self) -> Align {
        let lines = self.pieces.iter().filter_map(Piece::as_line);
        let mut all = lines.filter(|line| !line.is_blank()).map(|line| line.align);
        match all.next() {
            Some(first) if all.all(|own| own == first) => first,
            _ => Align::None,
        }
    }
}

impl Piece {
    /// A paragraph in the text.
    pub(crate) fn line(line: Line) -> Self {
        Self {
            content: Content::Line(line),
            ..Self::default()
        }
    }

    /// The paragraph, when it is one.
    pub(crate) fn as_line(&self) -> Option<&Line> {
        match &self.content {
            Content::Line(line) => Some(line),
            Content::Table(_) | Content::Block(_) => None,
        }
    }

    /// All its text, paragraphs and cells apart by a blank.
    pub(crate) fn plain(&self) -> String {
        match &self.content {
            Content::Line(line) => nota_model::plain_text(&line.inlines),
            Content::Table(table) => {
                let cells = table.rows.iter().flatten();
                let texts = cells.flat_map(|cell| cell.pieces.iter().map(Piece::plain));
                texts.collect::<Vec<_>>().join(" ")
            }
            Content::Block(block) => {
                let mut out = String::new();
                block_text(block, &mut out);
                out
            }
        }
    }

    /// Whether a reader would see nothing.
    pub(crate) fn is_blank(&self) -> bool {
        match &self.content {
            Content::Line(line) => line.is_blank(),
            Content::Table(table) => {
                let mut cells = table.rows.iter().flatten();
                cells.all(|cell| cell.pieces.iter().all(Piece::is_blank))
            }
            Content::Block(block) => block.is_blank(),
        }
    }
}

impl Line {
    /// A paragraph of plain text.
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self {
            inlines: vec![Inline::text(text)],
            ..Self::default()
        }
    }

    /// Whether a reader would see nothing.
    pub(crate) fn is_blank(&self) -> bool {
        self.inlines.iter().all(|inline| match &inline.run {
            nota_model::Run::Text { text } => text.trim().is_empty(),
            nota_model::Run::Break => true,
            nota_model::Run::Note { .. } => false,
        })
    }
}

/// The text of a block, each paragraph and cell with a line end behind it.
pub(crate) fn block_text(block: &Block, out: &mut String) {
    use nota_model::BlockKind;
    let mut say = |inlines: &[Inline]| {
        out.push_str(&nota_model::plain_text(inlines));
        out.push('\n');
    };
    match &block.kind {
        BlockKind::Paragraph { inlines } | BlockKind::Heading { inlines, .. } => say(inlines),
        BlockKind::Table(table) => {
            let rows = table.rows.iter().flatten();
            table
                .head
                .iter()
                .chain(rows)
                .for_each(|cell| say(&cell.inlines));
        }
        BlockKind::List { items, .. } => {
            let blocks = items.iter().flat_map(|item| &item.blocks);
            blocks.for_each(|block| block_text(block, out));
        }
        BlockKind::Quote { blocks } | BlockKind::Lak { blocks, .. } => {
            blocks.iter().for_each(|block| block_text(block, out));
        }
    }
}

/// Hands every paragraph of a piece to `see`, those in cells too.
pub(crate) fn each_line(piece: &mut Piece, see: &mut dyn FnMut(&mut Line)) {
    match &mut piece.content {
        Content::Line(line) => see(line),
        Content::Table(table) => {
            for cell in table.rows.iter_mut().flatten() {
                cell.pieces
                    .iter_mut()
                    .for_each(|piece| each_line(piece, see));
            }
        }
        Content::Block(_) => {}
    }
}
