//! Markdown: read as the file format of the nota reads it, and laid out as
//! pieces again, so that its headings find their sections as those of every
//! other file.

use nota_markdown::{Parsed, parse};
use nota_model::{BlockKind, Body, Inline};
use nota_template::Registry;

use crate::kind::Kind;
use crate::refusal::Refusal;
use crate::source::{Content, Line, Piece, Source, SourceNote, block_text};

/// The fields that say how a nota is written, not what it is about.
const OWN: [&str; 2] = ["sjabloon", "versie"];

/// Reads a text, with the template that it names.
///
/// # Errors
///
/// When it has more blocks than fit in a nota.
pub(crate) fn read(text: &str, registry: &Registry) -> Result<Source, Refusal> {
    let Parsed { nota, .. } = parse(text, registry);
    let mut source = Source::new(Kind::Markdown);
    for field in &nota.front.fields {
        if !OWN.contains(&field.key.as_str()) && !field.value.is_blank() {
            source.census.push_str(&field.value.texts().join("\n"));
            source.census.push('\n');
            source.fields.push((field.key.clone(), field.value.clone()));
        }
    }
    if let Some(raw) = &nota.front.unreadable {
        for line in raw.lines().filter(|line| !line.trim().is_empty()) {
            source.census.push_str(line);
            source.pieces.push(Piece::line(Line::text(line)));
        }
    }
    body(&nota.preamble, &mut source)?;
    for section in &nota.sections {
        let title = section.heading_text();
        source.census.push_str(&title);
        source.census.push('\n');
        source.pieces.push(Piece::line(Line {
            inlines: vec![Inline::text(title)],
            heading: Some(section.level),
            ..Line::default()
        }));
        body(&section.body, &mut source)?;
    }
    source.template = nota.sjabloon().map(str::to_owned);
    Ok(source)
}

fn body(own: &Body, source: &mut Source) -> Result<(), Refusal> {
    for block in &own.blocks {
        source.count_block()?;
        block_text(block, &mut source.census);
        let content = match &block.kind {
            BlockKind::Paragraph { inlines } => Content::Line(Line {
                inlines: inlines.clone(),
                ..Line::default()
            }),
            BlockKind::Heading { level, inlines } => Content::Line(Line {
                inlines: inlines.clone(),
                heading: Some(*level),
                ..Line::default()
            }),
            _ => Content::Block(block.clone()),
        };
        source.pieces.push(Piece {
            content,
            ..Piece::default()
        });
    }
    for note in &own.notes {
        let pieces = note.blocks.iter().map(|block| {
            block_text(block, &mut source.census);
            Piece {
                content: Content::Block(block.clone()),
                ..Piece::default()
            }
        });
        let pieces = pieces.collect();
        source.notes.push(SourceNote {
            label: note.label.clone(),
            pieces,
        });
    }
    Ok(())
}
