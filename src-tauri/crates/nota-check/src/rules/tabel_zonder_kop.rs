//! N601: a table whose header row is empty.

use nota_model::{Block, BlockKind, Code, Finding, Place, plain_text};

use crate::{Context, Findings, Rule};

/// See `tabel_zonder_kop.md`.
pub struct TabelZonderKop;

impl Rule for TabelZonderKop {
    fn code(&self) -> Code {
        Code(601)
    }

    fn page(&self) -> &'static str {
        include_str!("tabel_zonder_kop.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        for (index, body) in context.nota.bodies() {
            let place = index.map_or_else(Place::default, |index| context.heading(index));
            self.check_blocks(&body.blocks, &place, findings);
            for note in &body.notes {
                let place = Place {
                    note: Some(note.label.clone()),
                    ..place.clone()
                };
                self.check_blocks(&note.blocks, &place, findings);
            }
        }
    }
}

impl TabelZonderKop {
    fn check_blocks(&self, blocks: &[Block], base: &Place, findings: &mut Findings) {
        for (at, block) in blocks.iter().enumerate() {
            let place = |steps: &[usize]| base.step(&[at]).step(steps).at(block.origin.span());
            match &block.kind {
                BlockKind::Table(table) => {
                    let mut head = table.head.iter();
                    if head.all(|cell| plain_text(&cell.inlines).trim().is_empty()) {
                        findings.add(|| Finding::new(self.code(), place(&[])));
                    }
                }
                BlockKind::List { items, .. } => {
                    for (item, content) in items.iter().enumerate() {
                        self.check_blocks(&content.blocks, &place(&[item]), findings);
                    }
                }
                BlockKind::Quote { blocks } | BlockKind::Lak { blocks, .. } => {
                    self.check_blocks(blocks, &place(&[]), findings);
                }
                BlockKind::Paragraph { .. } | BlockKind::Heading { .. } => {}
            }
        }
    }
}
