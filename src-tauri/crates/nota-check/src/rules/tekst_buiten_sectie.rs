//! N107: text before the first section.

use nota_model::{Code, Finding, Place};

use crate::{Context, Findings, Rule};

/// See `tekst_buiten_sectie.md`.
pub struct TekstBuitenSectie;

impl Rule for TekstBuitenSectie {
    fn code(&self) -> Code {
        Code(107)
    }

    fn page(&self) -> &'static str {
        include_str!("tekst_buiten_sectie.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        let blocks = &context.nota.preamble.blocks;
        let visible = |block: &&nota_model::Block| !block.is_blank();
        let Some(first) = blocks.iter().position(|block| visible(&block)) else {
            return;
        };
        findings.add(|| {
            let spans = blocks.iter().filter(visible);
            let span = spans
                .filter_map(|block| block.origin.span())
                .reduce(nota_model::Span::join);
            let place = Place {
                path: vec![first],
                ..Place::default()
            };
            let section = context.template.secties.first();
            Finding::new(self.code(), place.at(span)).arg(
                "sectie",
                section.map_or("de eerste kop", |section| &section.titel),
            )
        });
    }
}
