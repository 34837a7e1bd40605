//! Takes out what is withheld. Everything in the public nota is built anew
//! from what may be read; nothing is copied that is not looked at.

mod fields;
mod footnotes;
mod plain;
mod runs;
mod whole;

use nota_model::{
    Block, BlockKind, Body, Cell, FileStyle, Inline, Item, NIET_OPENBAAR, Nota, Origin, Section,
    Table, find_grond,
};
use nota_template::Template;

use crate::certain::internal_sections;
use footnotes::Footnotes;
use plain::plain;

pub use whole::is_name_of_paraaf;

/// The public version of a nota, as far as it can be told: where a ground is
/// missing stands "\[niet openbaar]". Whether it may be shown is what
/// [`crate::doubts`] says.
pub(crate) fn redact(nota: &Nota, template: &Template) -> Nota {
    let mut redactor = Redactor {
        footnotes: Footnotes::new(nota),
    };
    let front = fields::front(nota, template);
    let preamble = redactor.body(&nota.preamble);
    let internal = internal_sections(nota, template);
    let sections = nota.sections.iter().zip(internal);
    let sections = sections
        .filter(|(_, internal)| !internal)
        .map(|(section, _)| redactor.section(section))
        .collect();
    let mut public = Nota {
        front,
        preamble,
        sections,
        style: FileStyle::default(),
    };
    let notes = redactor.notes();
    let last = public.sections.last_mut().map(|last| &mut last.body);
    last.unwrap_or(&mut public.preamble).notes = notes;
    public
}

/// The placeholder for something that is withheld on a ground, as written.
fn placeholder(code: &str) -> String {
    find_grond(code).map_or_else(|| format!("[{NIET_OPENBAAR}]"), |grond| grond.placeholder())
}

struct Redactor<'a> {
    footnotes: Footnotes<'a>,
}

impl<'a> Redactor<'a> {
    fn section(&mut self, section: &'a Section) -> Section {
        Section {
            key: section.key.clone(),
            title: plain(&section.title),
            number: section.number.as_ref().map(|own| plain(own)),
            level: section.level,
            body: self.body(&section.body),
            heading: Origin::none(),
        }
    }

    fn body(&mut self, body: &'a Body) -> Body {
        Body {
            blocks: self.blocks(&body.blocks),
            notes: Vec::new(),
            source: None,
        }
    }

    /// The public blocks. Withheld ones become a paragraph; several that
    /// follow one another on the same ground become one.
    fn blocks(&mut self, blocks: &'a [Block]) -> Vec<Block> {
        let mut out = Vec::with_capacity(blocks.len());
        let mut last: Option<String> = None;
        for block in blocks {
            if let BlockKind::Lak { grond, .. } = &block.kind {
                let placeholder = placeholder(grond);
                if last.as_ref() != Some(&placeholder) {
                    out.push(Block::paragraph(&placeholder));
                }
                last = Some(placeholder);
            } else {
                last = None;
                out.push(Block::new(self.block(block)));
            }
        }
        out
    }

    fn block(&mut self, block: &'a Block) -> BlockKind {
        match &block.kind {
            BlockKind::Paragraph { inlines } => BlockKind::Paragraph {
                inlines: self.runs(inlines),
            },
            BlockKind::Heading { level, inlines } => BlockKind::Heading {
                level: *level,
                inlines: self.runs(inlines),
            },
            BlockKind::List {
                ordered,
                start,
                items,
            } => BlockKind::List {
                ordered: *ordered,
                start: *start,
                items: items
                    .iter()
                    .map(|item| Item {
                        blocks: self.blocks(&item.blocks),
                    })
                    .collect(),
            },
            BlockKind::Table(table) => BlockKind::Table(Table {
                align: table.align.clone(),
                head: self.cells(&table.head),
                rows: table.rows.iter().map(|row| self.cells(row)).collect(),
            }),
            // `blocks` has seen to withheld ones; here they are treated alike.
            BlockKind::Quote { blocks } | BlockKind::Lak { blocks, .. } => BlockKind::Quote {
                blocks: self.blocks(blocks),
            },
        }
    }

    fn cells(&mut self, cells: &'a [Cell]) -> Vec<Cell> {
        let mut cell = |inlines: &'a [Inline]| self.runs(inlines);
        let cells = cells.iter().map(|own| Cell {
            inlines: cell(&own.inlines),
        });
        cells.collect()
    }
}
