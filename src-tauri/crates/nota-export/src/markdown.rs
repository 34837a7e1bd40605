//! The Markdown export: the nota in the house style for pasting elsewhere.
//! The letterhead is a table, headings have the template's fixed numbers,
//! footnotes are numbered in the order in which they are read, and nothing of
//! the file's own (front matter, labels) is left. What is withheld keeps its
//! marks: this is the internal version.

mod dialects;
mod letterhead;
mod notes;

use nota_markdown::{print_blocks, print_note};
use nota_model::{Block, BlockKind, Inline, Nota, Section};
use nota_template::{SectionSpec, Template};

use letterhead::Letterhead;
use notes::Numbers;

/// The line that sets apart what is internal only. Not of hyphens: those make
/// a heading of a paragraph that is pasted right above them.
const RULE: &str = "* * *";

/// The deepest heading of Markdown.
const DEEPEST: u8 = 6;

/// The nota as Markdown, ending with one line end. The same nota gives the
/// same text.
pub fn markdown(nota: &Nota, template: &Template) -> String {
    let letterhead = Letterhead::new(nota, template);
    let mut sheet = Sheet {
        template,
        pieces: Vec::new(),
        numbers: Numbers::new(nota),
        level: 1,
        internal: false,
    };
    sheet.raw(letterhead.rubricering());
    sheet.pieces.push(heading(1, letterhead.title()));
    sheet.raw(&letterhead.opening());
    sheet.body(&nota.preamble.blocks);
    // The list of bijlagen is the last that everyone reads.
    let closing = nota
        .sections
        .iter()
        .rposition(|section| !is_internal(section, template))
        .map_or(0, |last| last + 1);
    let (open, internal) = nota.sections.split_at(closing);
    for section in open {
        sheet.section(section);
    }
    if let Some(bijlagen) = letterhead.bijlagen() {
        sheet.pieces.push(heading(2, Inline::text("Bijlagen")));
        sheet.raw(&[bijlagen]);
    }
    for section in internal {
        sheet.section(section);
    }
    sheet.raw(letterhead.rubricering());
    sheet.notes();
    dialects::literal_everywhere(&(sheet.pieces.join("\n\n") + "\n"))
}

fn spec_of<'t>(section: &Section, template: &'t Template) -> Option<&'t SectionSpec> {
    template.sectie(section.key.as_deref()?)
}

fn is_internal(section: &Section, template: &Template) -> bool {
    spec_of(section, template).is_some_and(|spec| spec.alleen_intern)
}

/// The line of a heading. The printer of bodies knows free headings only, so
/// it prints one of those, and gets other number signs.
fn heading(level: u8, text: Inline) -> String {
    let free = Block::new(BlockKind::Heading {
        level: DEEPEST,
        inlines: vec![text],
    });
    let printed = print_blocks(&[free]);
    let text = printed.trim_end_matches('\n').trim_start_matches('#');
    format!("{}{text}", "#".repeat(usize::from(level)))
}

/// The Markdown so far, in pieces with a blank line between.
struct Sheet<'a> {
    template: &'a Template,
    pieces: Vec<String>,
    numbers: Numbers<'a>,
    /// The level of the last heading.
    level: u8,
    /// Whether the last section stands below the line.
    internal: bool,
}

impl Sheet<'_> {
    /// Prints blocks as they are.
    fn raw(&mut self, blocks: &[Block]) {
        let printed = print_blocks(blocks);
        let printed = printed.trim_matches('\n');
        if !printed.is_empty() {
            self.pieces.push(printed.to_owned());
        }
    }

    /// Prints a section, below the line when it is internal only.
    fn section(&mut self, section: &Section) {
        let internal = is_internal(section, self.template);
        if internal != self.internal {
            self.pieces.push(RULE.to_owned());
            self.internal = internal;
        }
        let spec = spec_of(section, self.template);
        let level = spec.map_or(section.level.max(2), |spec| self.template.level(spec));
        let number = spec.map_or_else(|| section.number.clone(), SectionSpec::printed_number);
        let text = match number {
            Some(number) => format!("{number} {}", section.title),
            None => section.title.clone(),
        };
        if !text.trim().is_empty() {
            let level = self.next_level(level);
            self.pieces.push(heading(level, Inline::text(text.trim())));
        }
        self.body(&section.body.blocks);
    }

    /// Prints the body of a section: free headings at a level that skips none,
    /// footnotes with their numbers.
    fn body(&mut self, blocks: &[Block]) {
        let mut blocks = self.numbers.renumber(blocks);
        for block in &mut blocks {
            if let BlockKind::Heading { level, .. } = &mut block.kind {
                *level = self.next_level((*level).max(3));
            }
        }
        self.raw(&blocks);
    }

    fn next_level(&mut self, wanted: u8) -> u8 {
        self.level = wanted.clamp(2, DEEPEST).min(self.level + 1);
        self.level
    }

    /// Prints the footnotes in the order of their numbers.
    fn notes(&mut self) {
        while let Some(note) = self.numbers.next_note() {
            let printed = print_note(&note);
            self.pieces.push(printed.trim_matches('\n').to_owned());
        }
    }
}

#[cfg(test)]
mod tests;
