//! Blocks and runs in a journal.

use nota_model::BlockKind;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase")]
pub(super) enum Block {
    Paragraph {
        inlines: Vec<Inline>,
    },
    Heading {
        level: u8,
        inlines: Vec<Inline>,
    },
    List {
        ordered: bool,
        start: u64,
        items: Vec<Item>,
    },
    Table {
        align: Vec<Align>,
        head: Vec<Cell>,
        rows: Vec<Vec<Cell>>,
    },
    Quote {
        blocks: Vec<Block>,
    },
    Lak {
        grond: String,
        blocks: Vec<Block>,
    },
}

#[derive(Serialize, Deserialize)]
pub(super) struct Item {
    blocks: Vec<Block>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Cell {
    inlines: Vec<Inline>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum Align {
    None,
    Left,
    Center,
    Right,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Inline {
    #[serde(flatten)]
    run: Run,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    marks: Vec<Mark>,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase")]
enum Run {
    Text { text: String },
    Note { label: String },
    Break,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase")]
enum Mark {
    Lak { grond: String },
    Taal { code: String },
    Link { href: String },
    Sterk,
    Nadruk,
}

pub(super) fn from_blocks(blocks: &[nota_model::Block]) -> Vec<Block> {
    blocks.iter().map(Block::from).collect()
}

pub(super) fn to_blocks(blocks: Vec<Block>) -> Vec<nota_model::Block> {
    blocks.into_iter().map(nota_model::Block::from).collect()
}

fn from_inlines(inlines: &[nota_model::Inline]) -> Vec<Inline> {
    inlines.iter().map(Inline::from).collect()
}

fn to_inlines(inlines: Vec<Inline>) -> Vec<nota_model::Inline> {
    inlines.into_iter().map(nota_model::Inline::from).collect()
}

fn from_cells(cells: &[nota_model::Cell]) -> Vec<Cell> {
    cells
        .iter()
        .map(|cell| Cell {
            inlines: from_inlines(&cell.inlines),
        })
        .collect()
}

fn to_cells(cells: Vec<Cell>) -> Vec<nota_model::Cell> {
    cells
        .into_iter()
        .map(|cell| nota_model::Cell {
            inlines: to_inlines(cell.inlines),
        })
        .collect()
}

impl From<&nota_model::Block> for Block {
    fn from(block: &nota_model::Block) -> Self {
        match &block.kind {
            BlockKind::Paragraph { inlines } => Self::Paragraph {
                inlines: from_inlines(inlines),
            },
            BlockKind::Heading { level, inlines } => Self::Heading {
                level: *level,
                inlines: from_inlines(inlines),
            },
            BlockKind::List {
                ordered,
                start,
                items,
            } => Self::List {
                ordered: *ordered,
                start: *start,
                items: items
                    .iter()
                    .map(|item| Item {
                        blocks: from_blocks(&item.blocks),
                    })
                    .collect(),
            },
            BlockKind::Table(nota_model::Table { align, head, rows }) => Self::Table {
                align: align.iter().map(Align::from).collect(),
                head: from_cells(head),
                rows: rows.iter().map(|row| from_cells(row)).collect(),
            },
            BlockKind::Quote { blocks } => Self::Quote {
                blocks: from_blocks(blocks),
            },
            BlockKind::Lak { grond, blocks } => Self::Lak {
                grond: grond.clone(),
                blocks: from_blocks(blocks),
            },
        }
    }
}

impl From<Block> for nota_model::Block {
    fn from(block: Block) -> Self {
        Self::new(match block {
            Block::Paragraph { inlines } => BlockKind::Paragraph {
                inlines: to_inlines(inlines),
            },
            Block::Heading { level, inlines } => BlockKind::Heading {
                level,
                inlines: to_inlines(inlines),
            },
            Block::List {
                ordered,
                start,
                items,
            } => BlockKind::List {
                ordered,
                start,
                items: items
                    .into_iter()
                    .map(|item| nota_model::Item {
                        blocks: to_blocks(item.blocks),
                    })
                    .collect(),
            },
            Block::Table { align, head, rows } => BlockKind::Table(nota_model::Table {
                align: align.into_iter().map(nota_model::Align::from).collect(),
                head: to_cells(head),
                rows: rows.into_iter().map(to_cells).collect(),
            }),
            Block::Quote { blocks } => BlockKind::Quote {
                blocks: to_blocks(blocks),
            },
            Block::Lak { grond, blocks } => BlockKind::Lak {
                grond,
                blocks: to_blocks(blocks),
            },
        })
    }
}

impl From<&nota_model::Align> for Align {
    fn from(align: &nota_model::Align) -> Self {
        match align {
            nota_model::Align::None => Self::None,
            nota_model::Align::Left => Self::Left,
            nota_model::Align::Center => Self::Center,
            nota_model::Align::Right => Self::Right,
        }
    }
}

impl From<Align> for nota_model::Align {
    fn from(align: Align) -> Self {
        match align {
            Align::None => Self::None,
            Align::Left => Self::Left,
            Align::Center => Self::Center,
            Align::Right => Self::Right,
        }
    }
}

impl From<&nota_model::Inline> for Inline {
    fn from(inline: &nota_model::Inline) -> Self {
        let run = match &inline.run {
            nota_model::Run::Text { text } => Run::Text { text: text.clone() },
            nota_model::Run::Note { label } => Run::Note {
                label: label.clone(),
            },
            nota_model::Run::Break => Run::Break,
        };
        let mark = |mark: &nota_model::Mark| match mark {
            nota_model::Mark::Lak { grond } => Mark::Lak {
                grond: grond.clone(),
            },
            nota_model::Mark::Taal { code } => Mark::Taal { code: code.clone() },
            nota_model::Mark::Link { href } => Mark::Link { href: href.clone() },
            nota_model::Mark::Sterk => Mark::Sterk,
            nota_model::Mark::Nadruk => Mark::Nadruk,
        };
        Self {
            run,
            marks: inline.marks.iter().map(mark).collect(),
        }
    }
}

impl From<Inline> for nota_model::Inline {
    fn from(inline: Inline) -> Self {
        let run = match inline.run {
            Run::Text { text } => nota_model::Run::Text { text },
            Run::Note { label } => nota_model::Run::Note { label },
            Run::Break => nota_model::Run::Break,
        };
        let mark = |mark| match mark {
            Mark::Lak { grond } => nota_model::Mark::Lak { grond },
            Mark::Taal { code } => nota_model::Mark::Taal { code },
            Mark::Link { href } => nota_model::Mark::Link { href },
            Mark::Sterk => nota_model::Mark::Sterk,
            Mark::Nadruk => nota_model::Mark::Nadruk,
        };
        Self {
            marks: inline.marks.into_iter().map(mark).collect(),
            ..Self::new(run)
        }
    }
}
