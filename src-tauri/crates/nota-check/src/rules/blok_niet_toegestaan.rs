//! N110: a kind of block that the template does not have in this section.

use nota_model::{Block, BlockKind, Code, Finding, Place};
use nota_template::{BlockName, SectionSpec};

use crate::phrase::alternatives;
use crate::{Context, Findings, Rule};

/// See `blok_niet_toegestaan.md`.
pub struct BlokNietToegestaan;

impl Rule for BlokNietToegestaan {
    fn code(&self) -> Code {
        Code(110)
    }

    fn page(&self) -> &'static str {
        include_str!("blok_niet_toegestaan.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        for (index, section, spec) in context.sections() {
            if let Some(spec) = spec
                && !spec.blokken.is_empty()
            {
                let place = context.heading(index);
                self.check_blocks(&section.body.blocks, spec, &place, findings);
            }
        }
    }
}

impl BlokNietToegestaan {
    fn check_blocks(
        &self,
        blocks: &[Block],
        spec: &SectionSpec,
        base: &Place,
        findings: &mut Findings,
    ) {
        for (at, block) in blocks.iter().enumerate() {
            let place = || base.step(&[at]).at(block.origin.span());
            let name = match &block.kind {
                BlockKind::Paragraph { .. } => BlockName::Alinea,
                BlockKind::Heading { .. } => BlockName::Tussenkop,
                BlockKind::List { .. } => BlockName::Opsomming,
                BlockKind::Table(_) => BlockName::Tabel,
                BlockKind::Quote { .. } => BlockName::Citaat,
                BlockKind::Lak { blocks, .. } => {
                    self.check_blocks(blocks, spec, &place(), findings);
                    continue;
                }
            };
            if !spec.blokken.contains(&name) {
                findings.add(|| {
                    let allowed = spec.blokken.iter().map(|own| own.word().to_owned());
                    Finding::new(self.code(), place())
                        .arg("sectie", spec.titel.clone())
                        .arg("blok", with_article(name))
                        .arg("wel", alternatives(&allowed.collect::<Vec<_>>()))
                });
            }
        }
    }
}

fn with_article(name: BlockName) -> String {
    format!("een {}", name.word())
}
