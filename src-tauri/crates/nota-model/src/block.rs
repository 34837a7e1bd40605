//! Blocks: what the body of a section is built from.

use serde::{Deserialize, Serialize};

use crate::{Inline, Origin};

/// A block and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Block {
    /// What it is.
    #[serde(flatten)]
    pub kind: BlockKind,
    /// Where it stands in the file.
    #[serde(skip)]
    pub origin: Origin,
}

/// The kinds of block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum BlockKind {
    /// A paragraph; without content it is an empty line in the editor.
    Paragraph {
        /// Its text.
        inlines: Vec<Inline>,
    },
    /// A free subheading, not a section of the template.
    Heading {
        /// 3 to 6, as in the file.
        level: u8,
        /// Its text.
        inlines: Vec<Inline>,
    },
    /// A bullet list or a numbered one.
    List {
        /// Whether it is numbered.
        ordered: bool,
        /// The first number; 1 for a bullet list.
        start: u64,
        /// Its items.
        items: Vec<Item>,
    },
    /// A table.
    Table(Table),
    /// A quotation.
    Quote {
        /// What is quoted.
        blocks: Vec<Block>,
    },
    /// Whole blocks that are withheld in the public version. Never inside
    /// another one, nor inside a list or quotation.
    Lak {
        /// The ground's code as written, empty when none is named.
        grond: String,
        /// What is withheld.
        blocks: Vec<Block>,
    },
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Item {
    /// Its blocks, mostly a paragraph and perhaps a nested list.
    pub blocks: Vec<Block>,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Cell {
    /// Its text.
    pub inlines: Vec<Inline>,
}

/// How the cells of a column are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Align {
    /// As the text runs: left.
    #[default]
    None,
    /// Left.
    Left,
    /// Centred.
    Center,
    /// Right.
    Right,
}

/// A table with one header row. Every row has as many cells as `head`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Table {
    /// One per column.
    pub align: Vec<Align>,
    /// The header row.
    pub head: Vec<Cell>,
    /// The other rows.
    pub rows: Vec<Vec<Cell>>,
}

impl Block {
    /// A block that was made, not read.
    pub fn new(kind: BlockKind) -> Self {
        Self {
            kind,
            origin: Origin::none(),
        }
    }

    /// A paragraph of plain text.
    pub fn paragraph(text: impl Into<String>) -> Self {
        Self::new(BlockKind::Paragraph {
            inlines: vec![Inline::text(text)],
        })
    }

    /// The running text of a paragraph or heading.
    pub fn inlines(&self) -> Option<&[Inline]> {
        match &self.kind {
            BlockKind::Paragraph { inlines } | BlockKind::Heading { inlines, .. } => Some(inlines),
            _ => None,
        }
    }

    /// Whether nothing in it can be seen: no character but white space, no
    /// reference to a footnote.
    pub fn is_blank(&self) -> bool {
        let blank = |inlines: &[Inline]| {
            inlines.iter().all(|inline| match &inline.run {
                crate::Run::Text { text } => text.trim().is_empty(),
                crate::Run::Note { .. } => false,
                crate::Run::Break => true,
            })
        };
        match &self.kind {
            BlockKind::Paragraph { inlines } | BlockKind::Heading { inlines, .. } => blank(inlines),
            BlockKind::List { items, .. } => items
                .iter()
                .all(|item| item.blocks.iter().all(Block::is_blank)),
            BlockKind::Table(table) => table
                .head
                .iter()
                .chain(table.rows.iter().flatten())
                .all(|cell| blank(&cell.inlines)),
            BlockKind::Quote { blocks } | BlockKind::Lak { blocks, .. } => {
                blocks.iter().all(Block::is_blank)
            }
        }
    }
}
