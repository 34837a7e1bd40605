//! The page of a rule for the window: its examples are shown as the form shows
//! a nota, because who works there never sees the file.

use nota_check::{Example, RulePage, without_placeholders};
use nota_markdown::Parsed;
use nota_model::{Block, BlockKind, Code, Field, Inline, Mark, Run, Value};
use nota_template::{FieldKind, Registry, Template};

use crate::view::{Explanation, HostError};

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
    let shown = |examples: &[Example]| examples.iter().map(|own| example(own.text)).collect();
    Explanation {
        code: page.code.to_string(),
        name: page.name.to_owned(),
        severity: page.severity,
        message: without_placeholders(page.message),
        // Markdown of our own, read as the text before the first section of a
        // nota, because only `nota-markdown` knows Markdown.
        uitleg: parse(page.explanation).nota.preamble.blocks,
        fout: shown(&page.wrong),
        goed: shown(&page.right),
    }
}

fn parse(text: &str) -> Parsed {
    nota_markdown::parse(text, Registry::builtin())
}

/// An example as the form shows it: a line for each field, the titles as
/// headings, each footnote below its section. Fields that cannot be read stay
/// as they are written.
fn example(text: &str) -> Vec<Block> {
    let Parsed { nota, template, .. } = parse(text);
    let mut blocks = match &nota.front.unreadable {
        Some(_) => vec![lines(text)],
        None => nota
            .front
            .fields
            .iter()
            .map(|field| line(field, &template))
            .collect(),
    };
    for (index, body) in nota.bodies() {
        let section = index.and_then(|index| nota.sections.get(index));
        if let Some(section) = section {
            let number = section.number.as_deref().unwrap_or_default();
            let title = format!("{number} {}", section.title);
            blocks.push(Block::new(BlockKind::Heading {
                level: 3,
                inlines: vec![Inline::text(title.trim())],
            }));
        }
        blocks.extend(body.blocks.iter().cloned());
        for note in &body.notes {
            let mut own = note.blocks.clone();
            if let Some(BlockKind::Paragraph { inlines }) =
                own.first_mut().map(|block| &mut block.kind)
            {
                inlines.insert(0, Inline::note(&note.label));
            }
            blocks.append(&mut own);
        }
    }
    blocks
}

/// The part of a text before its first section, line by line.
fn lines(text: &str) -> Block {
    let front = text.lines().take_while(|line| !line.starts_with("## "));
    let runs = front.flat_map(|line| [Inline::text(line), Inline::new(Run::Break)]);
    Block::new(BlockKind::Paragraph {
        inlines: runs.collect(),
    })
}

/// "Datum: 15 maart 2024".
fn line(field: &Field, template: &Template) -> Block {
    let spec = template.veld(&field.key);
    let name = match spec {
        Some(spec) => spec.naam.as_str(),
        None if field.key == "lakken" => "Niet openbaar",
        None if field.key == nota_template::MAG_OPENBAAR => "Mag openbaar",
        None if field.key == nota_template::WOORDEN => "Woorden",
        None => field.key.as_str(),
    };
    let value = words(&field.value);
    let date = spec
        .filter(|spec| spec.soort == FieldKind::Datum)
        .and_then(|_| nota_sheet::parse_date(&value));
    let value = date.map_or(value, nota_sheet::in_words);
    Block::new(BlockKind::Paragraph {
        inlines: vec![
            Inline::text(format!("{name}: ")).with(Mark::Sterk),
            Inline::text(value),
        ],
    })
}

/// A value in one line, its parts with a comma between them.
fn words(value: &Value) -> String {
    let joined = |parts: &mut dyn Iterator<Item = &Value>| {
        let parts: Vec<String> = parts.map(words).collect();
        parts.join(", ")
    };
    match value {
        Value::Text(text) => text.clone(),
        Value::List(items) => joined(&mut items.iter()),
        Value::Record(parts) => joined(&mut parts.iter().map(|(_, part)| part)),
        Value::Empty => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_can_be_explained() {
        for page in nota_check::rules() {
            let own = explain(&page.code.to_string()).expect("a page");
            assert!(!own.uitleg.is_empty(), "{}", page.code);
            // No text of a nota makes a layout fail.
            let has_example = !own.fout.is_empty() || page.name == "opmaak-werkt-niet";
            assert!(has_example, "{}", page.code);
            assert!(!own.message.contains(['{', '}']), "{}", own.message);
            for example in own.fout.iter().chain(&own.goed) {
                assert!(!example.is_empty(), "{}", page.code);
            }
        }
        assert_eq!(
            explain("N999").map_err(|error| error.code),
            Err("no-rule".into())
        );
    }

    #[test]
    fn an_example_looks_like_the_form() {
        let blocks = example(
            "---\ndatum: 2024-03-15\naan:\n  - Minister\n  - SG\n---\n\n\
             ## 1. Aanleiding\n\nZie[^1].\n\n[^1]: De brief.\n",
        );
        let text = |block: &Block| {
            let runs = block.inlines().unwrap_or_default().iter();
            runs.map(|own| match &own.run {
                Run::Text { text } => text.clone(),
                Run::Note { label } => format!("[{label}]"),
                Run::Break => "/".to_owned(),
            })
            .collect::<String>()
        };
        let lines: Vec<String> = blocks.iter().map(text).collect();
        assert_eq!(
            lines,
            [
                "Datum: 15 maart 2024",
                "Aan: Minister, SG",
                "1. Aanleiding",
                "Zie[1].",
                "[1]De brief.",
            ]
        );
    }
}
