//! N602: a link whose text does not say where it leads.

use std::ops::Range;

use nota_model::{Code, Finding, Mark, TextSite};

use crate::phrase::{Pattern, pattern, quote};
use crate::{Context, Findings, Rule};

/// See `linktekst_nietszeggend.md`.
pub struct LinktekstNietszeggend;

/// Texts that say nothing to who hears the links of a nota as a list.
static EMPTY: Pattern = Pattern::new(|| {
    pattern(concat!(
        r"(?i)^\W*(?:(?:klik |kijk |zie |lees )?(?:hier|verder|meer|dit|deze)?",
        r"|(?:via )?(?:deze |de )?(?:link|pagina|website|site)|(?:lees|klik|zie)(?: hier)? ?(?:meer|verder)",
        r"|meer (?:informatie|lezen))\W*$",
    ))
});

impl Rule for LinktekstNietszeggend {
    fn code(&self) -> Code {
        Code(602)
    }

    fn page(&self) -> &'static str {
        include_str!("linktekst_nietszeggend.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        for text in &context.texts {
            for range in links(text) {
                let said = text.text.get(range.clone()).unwrap_or_default();
                if EMPTY.is_match(said) {
                    findings.add(|| {
                        Finding::new(self.code(), text.part(range)).arg("tekst", quote(said))
                    });
                }
            }
        }
    }
}

/// The bytes of the links in a text. Neighbouring runs to one address are one
/// link.
fn links(text: &TextSite) -> Vec<Range<usize>> {
    let links = text.stretches(|inline| {
        inline.marks.iter().find_map(|mark| match mark {
            Mark::Link { href } => Some(href.as_str()),
            _ => None,
        })
    });
    links.into_iter().map(|(range, _)| range).collect()
}
