//! The Markdown export: the sheet of a nota for pasting elsewhere. The letterhead
//! is a table, footnotes have their printed numbers for labels, and nothing of
//! the file's own (front matter, labels) is left. What is withheld keeps its
//! marks: this is the internal version.

mod blocks;
mod dialects;
mod letterhead;

use nota_markdown::{print_blocks, print_note};
use nota_metadata::Bestandsformaat;
use nota_model::{Block, BlockKind, Inline, Nota, Note, NoteSource, Origin};
use nota_public::{Kind, prove_absent};
use nota_sheet::{Heading, Part, Sheet};
use nota_template::Template;

use crate::format::{Format, Openness, Traits, text};

/// What is pasted elsewhere.
pub(crate) const MARKDOWN: Format = Format(&Traits {
    extension: "md",
    name: "Markdown",
    purpose: "Om in een ander programma te plakken",
    making: "Het Markdown-bestand wordt gemaakt.",
    is_text: true,
    archive: Bestandsformaat {
        naam: "Markdown",
        pronom: "fmt/1149",
        filetype: Some("TXT"),
    },
    openness: Openness::Public(|secrets, bytes| prove_absent(secrets, bytes, Kind::Text)),
    make: |job| Ok(text(written(&job.sheet()))),
});

/// The line that sets apart what is internal only. Not of hyphens: those make
/// a heading of a paragraph that is pasted right above them.
const RULE: &str = "* * *";

/// The deepest heading of Markdown.
const DEEPEST: u8 = 6;

/// The nota as Markdown, ending with one line end. The same nota gives the
/// same text.
pub fn markdown(nota: &Nota, template: &Template) -> String {
    written(&Sheet::new(nota, template))
}

/// The sheet as Markdown.
fn written(sheet: &Sheet<'_>) -> String {
    let own = &sheet.letterhead;
    let mut pieces = Vec::new();
    let classification = letterhead::classification(own);
    raw(&classification, &mut pieces);
    pieces.push(heading(1, blocks::inlines(&own.title)));
    raw(&letterhead::opening(own), &mut pieces);
    for part in &sheet.parts {
        write(part, &mut pieces);
    }
    raw(&classification, &mut pieces);
    for note in &sheet.footnotes {
        let printed = print_note(&Note {
            label: note.number.to_string(),
            blocks: blocks::blocks(&note.pieces),
            source: NoteSource::Edited,
            origin: Origin::none(),
        });
        pieces.push(printed.trim_matches('\n').to_owned());
    }
    dialects::literal_everywhere(&(pieces.join("\n\n") + "\n"))
}

/// Writes a part, with the line above it.
fn write(part: &Part<'_>, pieces: &mut Vec<String>) {
    pieces.extend(part.cut.map(|_| RULE.to_owned()));
    if let Some(own) = &part.heading {
        pieces.push(heading(own.level, titled(own)));
    }
    raw(&blocks::blocks(&part.pieces), pieces);
}

/// Number and title.
fn titled(heading: &Heading<'_>) -> Vec<Inline> {
    let number = heading.number.iter();
    let number = number.map(|number| Inline::text(format!("{number} ")));
    number.chain(blocks::inlines(&heading.title)).collect()
}

/// Prints blocks as they are.
fn raw(blocks: &[Block], pieces: &mut Vec<String>) {
    let printed = print_blocks(blocks);
    let printed = printed.trim_matches('\n');
    if !printed.is_empty() {
        pieces.push(printed.to_owned());
    }
}

/// The line of a heading. The printer of bodies knows free headings only, so
/// it prints one of those, and gets other number signs.
fn heading(level: u8, inlines: Vec<Inline>) -> String {
    let free = Block::new(BlockKind::Heading {
        level: DEEPEST,
        inlines,
    });
    let printed = print_blocks(&[free]);
    let text = printed.trim_end_matches('\n').trim_start_matches('#');
    format!("{}{text}", "#".repeat(usize::from(level)))
}

#[cfg(test)]
mod tests;
