//! What the window shows of the ways out, and of the rules.

use nota_check::RulePage;
use nota_export::Format;
use nota_model::{Block, Code};
use nota_template::Registry;

use crate::view::{Explanation, FormatView, HostError};

/// The formats to export to, the usual one first.
pub fn formats() -> Vec<FormatView> {
    let view = |format: &Format| {
        let (name, purpose) = words(*format);
        FormatView {
            id: format.extension().to_owned(),
            naam: name.to_owned(),
            omschrijving: purpose.to_owned(),
            extensie: format.extension().to_owned(),
            openbaar: nota_export::PUBLIC_FORMATS.contains(format),
        }
    };
    Format::ALL.iter().map(view).collect()
}

fn words(format: Format) -> (&'static str, &'static str) {
    match format {
        Format::Pdf => ("Pdf", "Om te versturen, te archiveren en voor te lezen"),
        Format::Markdown => ("Markdown", "Om in een ander programma te plakken"),
        Format::Eml => ("E-mail", "Een concept met de pdf als bijlage"),
    }
}

/// The page of a rule.
///
/// # Errors
///
/// When there is no rule with this code.
pub fn explain(code: &str) -> Result<Explanation, HostError> {
    let page = Code::parse(code).and_then(nota_check::rule);
    page.map(explanation).ok_or_else(|| {
        HostError::new(
            "no-rule",
            "Deze regel is er niet. Kies een regel uit de lijst met problemen.",
        )
    })
}

fn explanation(page: &RulePage) -> Explanation {
    let texts = |examples: &[nota_check::Example]| {
        let texts = examples.iter().map(|example| example.text.to_owned());
        texts.collect::<Vec<_>>()
    };
    Explanation {
        code: page.code.to_string(),
        name: page.name.to_owned(),
        severity: page.severity,
        message: page.message.to_owned(),
        uitleg: blocks(page.explanation),
        fout: texts(&page.wrong),
        goed: texts(&page.right),
    }
}

/// Markdown of our own as blocks. Read as the text before the first section of
/// a nota, because only `nota-markdown` knows Markdown.
fn blocks(text: &str) -> Vec<Block> {
    nota_markdown::parse(text, Registry::builtin())
        .nota
        .preamble
        .blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_can_be_explained() {
        for page in nota_check::rules() {
            let explanation = explain(&page.code.to_string()).expect("a page");
            assert!(!explanation.uitleg.is_empty(), "{}", page.code);
            assert!(!explanation.fout.is_empty(), "{}", page.code);
        }
        assert_eq!(
            explain("N999").map_err(|error| error.code),
            Err("no-rule".into())
        );
    }
}
