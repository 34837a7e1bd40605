//! Withheld spans, `[tekst]{.lak grond="5.1.2e"}`, and spans in another
//! language, `[text]{lang="en"}`, which the Markdown reader knows as text.

use std::ops::Range;

use nota_model::{Inline, Mark, Run};

use super::attributes;
use super::inlines::Piece;

/// A marked span in the source.
pub(super) struct Span {
    /// The opening bracket.
    opening: Range<usize>,
    /// The closing bracket and the attributes.
    pub closing: Range<usize>,
    mark: Mark,
    pub extra: bool,
}

/// The withheld spans among the pieces, and those in another language. Of spans
/// of one kind inside each other only the outermost counts, and the markup inside
/// stays as text; of a language both in and around withheld text.
pub(super) fn spans(text: &str, pieces: &[Piece]) -> (Vec<Span>, Vec<Span>) {
    let (laks, languages) = all(text, pieces)
        .into_iter()
        .partition(|span| matches!(span.mark, Mark::Lak { .. }));
    (outermost(laks), outermost(languages))
}

fn all(text: &str, pieces: &[Piece]) -> Vec<Span> {
    let mut found = Vec::new();
    let mut open = Vec::new();
    for (index, piece) in pieces
        .iter()
        .enumerate()
        .filter(|(_, piece)| piece.verbatim)
    {
        let own = piece.inline.as_text().unwrap_or_default();
        for (offset, byte) in own.bytes().enumerate() {
            let at = piece.at.start + offset;
            match byte {
                _ if offset == 0 && piece.escaped => {}
                b'[' => open.push(at),
                b']' => {
                    let Some(start) = open.pop() else { continue };
                    if let Some(closing) = closing(text, pieces, index, at, at + 1) {
                        found.push(Span {
                            opening: start..start + 1,
                            ..closing
                        });
                    }
                }
                _ => {}
            }
        }
    }
    found
}

/// The end of a span whose attributes stand at `at`, in the pieces from
/// `first` on; none when they are not one plain text.
fn closing(text: &str, pieces: &[Piece], first: usize, from: usize, at: usize) -> Option<Span> {
    let (mark, extra, length) = attributes(text.get(at..)?)?;
    let end = at + length;
    let mut reached = at;
    for piece in pieces.get(first..)? {
        if piece.at.start > reached || !piece.verbatim {
            return None;
        }
        reached = reached.max(piece.at.end);
        if reached >= end {
            break;
        }
    }
    (reached >= end).then_some(Span {
        opening: from..from,
        closing: from..end,
        mark,
        extra,
    })
}

/// The mark that stands at the start of `text`, whether there is more in it than
/// the format knows, and its length.
fn attributes(text: &str) -> Option<(Mark, bool, usize)> {
    if let Some((code, length)) = attributes::language(text) {
        let code = code.to_owned();
        return Some((Mark::Taal { code }, false, length));
    }
    let (attributes, length) = attributes::read(text)?;
    let grond = attributes.grond;
    Some((Mark::Lak { grond }, attributes.extra, length))
}

fn outermost(mut found: Vec<Span>) -> Vec<Span> {
    found.sort_by_key(|span| span.opening.start);
    let mut end = 0;
    found.retain(|span| {
        let outer = span.opening.start >= end && span.opening.end < span.closing.start;
        if outer {
            end = span.closing.end;
        }
        outer
    });
    found
}

/// The withheld stretches, between their brackets, of which emphasis crosses
/// an edge: it begins or ends in the stretch, and not both.
pub(super) fn crossed(spans: &[Span], emphasis: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut edges: Vec<(usize, &Range<usize>)> = Vec::with_capacity(2 * emphasis.len());
    for own in emphasis {
        edges.extend([(own.start, own), (own.end.saturating_sub(1), own)]);
    }
    edges.sort_by_key(|(at, _)| *at);
    let inner = spans
        .iter()
        .map(|span| span.opening.end..span.closing.start);
    inner
        .filter(|own| {
            let first = edges.partition_point(|(at, _)| *at < own.start);
            let inside = edges.get(first..).unwrap_or_default().iter();
            let mut inside = inside.take_while(|(at, _)| *at < own.end);
            inside.any(|(_, set)| set.start < own.start || set.end > own.end)
        })
        .collect()
}

/// The pieces, with the mark of the spans and without their markup.
pub(super) fn apply(pieces: Vec<Piece>, spans: &[Span]) -> Vec<Piece> {
    let mut out = Vec::with_capacity(pieces.len());
    let mut rest = spans;
    for piece in pieces {
        let mut start = piece.at.start;
        while start < piece.at.end || start == piece.at.start {
            while rest.first().is_some_and(|span| span.closing.end <= start) {
                rest = rest.get(1..).unwrap_or_default();
            }
            let Some(span) = rest.first() else {
                out.push(part(&piece, start..piece.at.end, None));
                break;
            };
            let edges = [
                span.opening.start,
                span.opening.end,
                span.closing.start,
                span.closing.end,
            ];
            let next = edges.into_iter().find(|edge| *edge > start);
            let end = next.unwrap_or(piece.at.end).min(piece.at.end);
            let end = if piece.verbatim { end } else { piece.at.end };
            let markup = span.opening.contains(&start) || span.closing.contains(&start);
            let inside = span.opening.end <= start && start < span.closing.start;
            if !(markup && piece.verbatim) {
                out.push(part(&piece, start..end, inside.then_some(span)));
            }
            if end <= start {
                break;
            }
            start = end;
        }
    }
    out
}

fn part(piece: &Piece, range: Range<usize>, span: Option<&Span>) -> Piece {
    let own = range.start - piece.at.start..range.end - piece.at.start;
    let mut inline = match &piece.inline.run {
        Run::Text { text } if piece.verbatim && range != piece.at => Inline {
            run: Run::Text {
                text: text.get(own.clone()).unwrap_or_default().to_owned(),
            },
            marks: piece.inline.marks.clone(),
            origin: piece.inline.origin.slice(own),
        },
        _ => piece.inline.clone(),
    };
    if let Some(span) = span {
        inline = inline.with(span.mark.clone());
    }
    Piece {
        inline,
        escaped: piece.escaped && range.start == piece.at.start,
        at: range,
        verbatim: piece.verbatim,
    }
}
