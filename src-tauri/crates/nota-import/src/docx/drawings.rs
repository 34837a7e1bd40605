//! Drawings: pictures with their alternative text, and boxes with text, which
//! is put after the paragraph that they hang on.

use super::relations::Relations;
use super::runs::Paragraph;
use super::walk::Walker;
use crate::refusal::Refusal;
use crate::source::{Line, Loss, Piece, Story};
use crate::xml::{Element, Ns};

/// What stands in a drawing.
#[derive(Default)]
struct Seen<'t> {
    alt: String,
    has_picture: bool,
    has_object: bool,
    boxes: Vec<Element<'t>>,
    lines: Vec<String>,
    word_art: Vec<String>,
}

/// Reads `w:drawing`, `w:pict` or `w:object`.
pub(super) fn read(
    walker: &mut Walker<'_>,
    element: Element<'_>,
    relations: &Relations,
    paragraph: &mut Paragraph,
) -> Result<(), Refusal> {
    let mut seen = Seen {
        has_object: element.is(Ns::W, "object"),
        ..Seen::default()
    };
    look(element, &mut seen);
    if seen.has_picture || seen.has_object {
        let loss = match seen.has_object {
            true => Loss::Object,
            false => Loss::Picture,
        };
        walker.source.lose(loss, &seen.alt);
        let in_text = matches!(walker.story, Story::Body | Story::Box);
        if in_text && (seen.boxes.is_empty() || !seen.alt.is_empty()) {
            let words = match seen.alt.is_empty() {
                true => "[Afbeelding]".to_owned(),
                false => format!("[Afbeelding: {}]", seen.alt),
            };
            walker.source.added.push_str(&words);
            paragraph
                .runs
                .text(&words, &Default::default(), walker.source);
        }
    }
    for words in seen.word_art {
        walker.source.lose(Loss::Object, &words);
    }
    for own in seen.boxes {
        walker.source.lose(Loss::Box, "");
        let pieces = walker.in_box(own, relations)?;
        paragraph.boxes.extend(pieces);
    }
    for text in seen.lines {
        let mut piece = Piece::line(Line::text(text));
        piece.story = walker.box_story();
        paragraph.boxes.push(piece);
    }
    Ok(())
}

fn look<'t>(element: Element<'t>, seen: &mut Seen<'t>) {
    for own in element.elements() {
        match own.name() {
            (Ns::W, "txbxContent") => seen.boxes.push(own),
            (Ns::A, "p") => {
                let mut text = String::new();
                own.walk(&mut |inner| {
                    if inner.is(Ns::A, "t") {
                        text.push_str(&inner.all_text());
                    }
                    true
                });
                if !text.trim().is_empty() {
                    seen.lines.push(text);
                }
            }
            (Ns::Mc, "AlternateContent") => {
                if let Some(own) = alternative(own) {
                    look(own, seen);
                }
            }
            (_, "docPr") => {
                let attr = |local| own.attr(Ns::None, local).unwrap_or_default().trim();
                let alt = match attr("descr") {
                    "" => attr("title"),
                    alt => alt,
                };
                if seen.alt.is_empty() {
                    alt.clone_into(&mut seen.alt);
                }
                look(own, seen);
            }
            (_, "blip" | "imagedata") => {
                seen.has_picture = true;
                look(own, seen);
            }
            (_, "chart" | "relIds" | "OLEObject") => {
                seen.has_object = true;
                look(own, seen);
            }
            (Ns::V, "textpath") => {
                let words = own.attr(Ns::None, "string").unwrap_or_default();
                seen.word_art.push(words.to_owned());
            }
            (Ns::V, "shape") => {
                let alt = own.attr(Ns::None, "alt").unwrap_or_default();
                if seen.alt.is_empty() {
                    alt.clone_into(&mut seen.alt);
                }
                look(own, seen);
            }
            _ => look(own, seen),
        }
    }
}

/// The one of two alternatives that is read: the first for new programs, else
/// that for older ones. Either may be missing.
pub(super) fn alternative(element: Element<'_>) -> Option<Element<'_>> {
    element
        .child(Ns::Mc, "Choice")
        .or_else(|| element.child(Ns::Mc, "Fallback"))
}
