//! Blocks: what can be typeset, with what is empty left out and headings only
//! where the structure of a PDF allows them.

use nota_model::{Block, BlockKind, Inline, Nota, Run as ModelRun};
use nota_template::Measures;

use super::inlines::{Setting, plain};
use super::kinds::{Blok, Rang, Run};
use super::notes::Notes;
use super::table::tables;
use crate::Fonts;
use crate::clean::clean;

/// The deepest heading that the structure of a PDF knows.
const DEEPEST: u8 = 6;

/// The greatest number at the start of a list; larger ones are typing errors.
const MAX_START: u64 = 999_999_999;

/// How deep blocks may stand in one another; the parser stops well before.
const MAX_DEPTH: usize = 40;

/// How deep lists may stand in one another on the page; the typesetter refuses
/// sixteen. What is deeper stands in the deepest list.
const DEEPEST_LIST: usize = 12;

/// Where blocks stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Within {
    /// In the body of a section, where headings belong.
    Body,
    /// In a list or quotation.
    Nested,
    /// In a footnote.
    Note,
}

/// What is needed along the nota to turn its blocks into those of the view.
pub(crate) struct Builder<'a> {
    pub(crate) fonts: &'a Fonts,
    pub(crate) measures: Measures,
    pub(crate) notes: Notes<'a>,
    /// The level of the last heading; the title is 1.
    level: u8,
    depth: usize,
}

impl<'a> Builder<'a> {
    pub(crate) fn new(nota: &'a Nota, measures: Measures, fonts: &'a Fonts) -> Self {
        Self {
            fonts,
            measures,
            notes: Notes::new(nota),
            level: 1,
            depth: 0,
        }
    }

    /// The heading of a section, or none when nothing of it can be seen.
    pub(crate) fn section_heading(&mut self, text: &str, wanted: u8) -> Option<Blok> {
        let tekst = super::inlines::plain_line(text, true, self.fonts);
        let rang = if wanted <= 2 {
            Rang::Sectie
        } else {
            Rang::Onderdeel
        };
        self.heading(tekst, wanted, rang)
    }

    fn heading(&mut self, tekst: Vec<Run>, wanted: u8, rang: Rang) -> Option<Blok> {
        if plain(&tekst).trim().is_empty() {
            return None;
        }
        let niveau = wanted.clamp(2, DEEPEST).min(self.level + 1);
        self.level = niveau;
        Some(Blok::Kop {
            niveau,
            rang,
            tekst,
            regels: 0,
            noten: 0,
        })
    }

    /// The blocks that can be seen.
    pub(crate) fn blocks(&mut self, blocks: &'a [Block], within: Within) -> Vec<Blok> {
        if self.depth >= MAX_DEPTH {
            return Vec::new();
        }
        self.depth += 1;
        let mut out = Vec::new();
        let mut pending: Vec<&'a str> = Vec::new();
        for block in blocks {
            match &block.kind {
                BlockKind::Paragraph { inlines } => {
                    let mut tekst = self.runs(inlines, Setting::PARAGRAPH);
                    if tekst.is_empty() {
                        continue;
                    }
                    tekst.extend(pending.drain(..).map(|label| self.note(label)));
                    out.push(Blok::paragraph(tekst));
                }
                BlockKind::Heading { level, inlines } => {
                    self.flush(&mut pending, &mut out);
                    out.extend(self.subheading(*level, inlines, within, &mut pending));
                }
                _ => {
                    self.flush(&mut pending, &mut out);
                    self.container(block, within, &mut out);
                }
            }
        }
        self.flush(&mut pending, &mut out);
        self.depth -= 1;
        out
    }

    /// A free subheading. Its footnotes wait for the next paragraph: a link
    /// in a heading spoils the list of headings of a screen reader.
    fn subheading(
        &mut self,
        level: u8,
        inlines: &'a [Inline],
        within: Within,
        pending: &mut Vec<&'a str>,
    ) -> Option<Blok> {
        for inline in inlines {
            if let ModelRun::Note { label } = &inline.run {
                pending.push(label);
            }
        }
        let tekst = self.runs_without_notes(inlines);
        if within == Within::Body {
            return self.heading(tekst, level.max(3), Rang::Tussenkop);
        }
        // In a list or quotation it is only a line in bold.
        let bold = Run::Gemerkt {
            runs: tekst,
            sterk: true,
            nadruk: false,
            link: None,
            lak: None,
            taal: None,
        };
        let seen = !plain(std::slice::from_ref(&bold)).trim().is_empty();
        seen.then(|| Blok::paragraph(vec![bold]))
    }

    fn runs_without_notes(&mut self, inlines: &'a [Inline]) -> Vec<Run> {
        let mut out = Vec::new();
        for part in inlines.split(|inline| matches!(inline.run, ModelRun::Note { .. })) {
            out.extend(self.runs(part, Setting::HEADING));
        }
        out
    }

    fn container(&mut self, block: &'a Block, within: Within, out: &mut Vec<Blok>) {
        let inner = match within {
            Within::Body => Within::Nested,
            own => own,
        };
        match &block.kind {
            BlockKind::List {
                ordered,
                start,
                items,
            } => {
                if self.depth > DEEPEST_LIST {
                    for item in items {
                        out.extend(self.blocks(&item.blocks, inner));
                    }
                    return;
                }
                let items: Vec<Vec<Blok>> = items
                    .iter()
                    .map(|item| self.blocks(&item.blocks, inner))
                    // Without its empty items a numbered list counts otherwise
                    // than in the file.
                    .filter(|blocks| *ordered || !blocks.is_empty())
                    .collect();
                if items.iter().any(|blocks| !blocks.is_empty()) {
                    out.push(Blok::Lijst {
                        begin: ordered.then_some((*start).min(MAX_START)),
                        items,
                    });
                }
            }
            BlockKind::Table(table) => out.extend(tables(self, table)),
            BlockKind::Quote { blocks } => {
                let blokken = self.blocks(blocks, inner);
                if !blokken.is_empty() {
                    out.push(Blok::Citaat { blokken });
                }
            }
            BlockKind::Lak { grond, blocks } => {
                let blokken = self.blocks(blocks, within);
                if !blokken.is_empty() {
                    let grond = clean(grond.trim(), self.fonts).into_owned();
                    out.push(Blok::Lak { grond, blokken });
                }
            }
            BlockKind::Paragraph { .. } | BlockKind::Heading { .. } => {}
        }
    }

    /// Footnotes of a heading that no paragraph follows get their own.
    fn flush(&mut self, pending: &mut Vec<&'a str>, out: &mut Vec<Blok>) {
        if !pending.is_empty() {
            let tekst = pending.drain(..).map(|label| self.note(label)).collect();
            out.push(Blok::paragraph(tekst));
        }
    }
}
