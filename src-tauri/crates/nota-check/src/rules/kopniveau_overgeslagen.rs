//! N108: a heading that is deeper or higher than the one above it allows.

use nota_model::{Block, BlockKind, Code, Finding, Place, plain_text};

use crate::phrase::quote;
use crate::{Context, Findings, Rule};

/// See `kopniveau_overgeslagen.md`.
pub struct KopniveauOvergeslagen;

impl Rule for KopniveauOvergeslagen {
    fn code(&self) -> Code {
        Code(108)
    }

    fn page(&self) -> &'static str {
        include_str!("kopniveau_overgeslagen.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        for (index, body) in context.nota.bodies() {
            let mut place = Place::default();
            let mut above = 1;
            if let Some(index) = index
                && let Some(section) = context.nota.sections.get(index)
            {
                place = context.heading(index);
                let right = match context.spec(index) {
                    Some(spec) => context.template.level(spec),
                    None => section.level.clamp(2, 3),
                };
                if section.level != right {
                    findings.add(|| self.finding(place.clone(), &section.title, right));
                }
                above = right;
            }
            self.check_blocks(&body.blocks, &place, &mut above, findings);
        }
    }
}

impl KopniveauOvergeslagen {
    /// Checks the headings among blocks, and inside quotations and withheld
    /// blocks. `above` is the level of the heading above.
    fn check_blocks(
        &self,
        blocks: &[Block],
        base: &Place,
        above: &mut u8,
        findings: &mut Findings,
    ) {
        for (at, block) in blocks.iter().enumerate() {
            let place = || base.step(&[at]).at(block.origin.span());
            match &block.kind {
                BlockKind::Heading { level, inlines } => {
                    let right = (*level).clamp(2, *above + 1);
                    if *level != right {
                        findings.add(|| self.finding(place(), &plain_text(inlines), right));
                    }
                    *above = right;
                }
                BlockKind::Quote { blocks } | BlockKind::Lak { blocks, .. } => {
                    self.check_blocks(blocks, &place(), above, findings);
                }
                _ => {}
            }
        }
    }

    fn finding(&self, place: Place, title: &str, right: u8) -> Finding {
        let signs = "#".repeat(usize::from(right));
        Finding::new(self.code(), place)
            .arg("kop", quote(title))
            .arg("bestand", format!("Begin deze kop met {signs}."))
    }
}
