//! N306: a nota with more pages than the template expects.

use nota_model::{Block, BlockKind, Code, Finding, Place, plain_text};

use crate::{Context, Findings, Rule};

/// See `nota_te_lang.md`.
pub struct NotaTeLang;

/// The lines of the first page: from the first baseline at 122.8 mm to the
/// foot of the column at 276.5 mm, lines of 12 points (4.23 mm), as measured
/// in published notas.
const FIRST_PAGE: usize = 36;

/// The lines of a following page: from 53.8 mm to 276.5 mm.
const NEXT_PAGE: usize = 52;

/// The characters on a line: the column is 132.4 mm wide, and a character of
/// Verdana 9 takes 1.65 mm on average in Dutch text.
const LINE: usize = 80;

impl Rule for NotaTeLang {
    fn code(&self) -> Code {
        Code(306)
    }

    fn page(&self) -> &'static str {
        include_str!("nota_te_lang.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        let most = context.template.max_paginas;
        let (pages, about) = match context.surroundings.pages {
            Some(pages) => (pages, ""),
            None => (estimate(context), "ongeveer "),
        };
        if most > 0 && pages > most {
            findings.add(|| {
                Finding::new(self.code(), Place::nota())
                    .arg("aantal", format!("{about}{pages}"))
                    .arg("maximum", most.to_string())
            });
        }
    }
}

/// The number of pages that the nota will fill, estimated from its text.
fn estimate(context: &Context) -> usize {
    let bodies = context.nota.bodies();
    let lines: usize = bodies
        .map(|(index, body)| {
            let heading = if index.is_some() { 2 } else { 0 };
            let notes = body.notes.iter().map(|note| blocks(&note.blocks, LINE));
            heading + blocks(&body.blocks, LINE) + notes.sum::<usize>()
        })
        .sum();
    1 + lines.saturating_sub(FIRST_PAGE).div_ceil(NEXT_PAGE)
}

/// The lines that blocks fill in a column of so many characters.
fn blocks(list: &[Block], width: usize) -> usize {
    list.iter().map(|block| lines(block, width)).sum()
}

fn lines(block: &Block, width: usize) -> usize {
    let wrapped = |text: &str, width: usize| -> usize {
        let own = |line: &str| line.chars().count().div_ceil(width).max(1);
        text.split('\n').map(own).sum()
    };
    match &block.kind {
        BlockKind::Paragraph { inlines } | BlockKind::Heading { inlines, .. } => {
            wrapped(&plain_text(inlines), width) + 1
        }
        BlockKind::List { items, .. } => {
            // Items follow each other without the white line of a paragraph.
            let narrow = width.saturating_sub(4).max(20);
            let of_item = |item: &nota_model::Item| {
                blocks(&item.blocks, narrow).saturating_sub(item.blocks.len())
            };
            items.iter().map(of_item).sum::<usize>() + 1
        }
        BlockKind::Table(table) => {
            let column = (width / table.head.len().max(1)).max(1);
            let rows = std::iter::once(&table.head).chain(&table.rows);
            let of_row = |row: &Vec<nota_model::Cell>| {
                let cells = row.iter().map(|cell| plain_text(&cell.inlines));
                cells.map(|text| wrapped(&text, column)).max().unwrap_or(1)
            };
            rows.map(of_row).sum::<usize>() + 1
        }
        BlockKind::Quote { blocks: inner } | BlockKind::Lak { blocks: inner, .. } => {
            blocks(inner, width)
        }
    }
}
