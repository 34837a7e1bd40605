//! What stays on one page: a heading with the first lines under it and their
//! footnotes, and a short paragraph with a footnote. The typesetter sees to
//! paragraphs without footnotes itself.

use nota_template::Measures;

use super::inlines::plain;
use super::kinds::{Blok, Run};
use crate::Fonts;
use crate::metrics::width;

/// A paragraph with footnotes of so many lines is kept whole: a page ends at
/// most so many lines early for it.
const WHOLE: usize = 5;

/// So many lines stand under a heading.
const UNDER_HEADING: usize = 3;

/// So many lines of a footnote come with its reference; the rest of a longer
/// one may go on on the next page.
const OF_NOTE: usize = 3;

/// No more lines of footnotes than this are kept with what refers to them.
const MOST_NOTES: usize = 12;

/// A line is filled so far, as a rule: the last word goes to the next one.
const FILLED: f64 = 0.92;

/// What the white left of the text in a list takes, in ems.
const INDENT: f64 = 4.0;

/// Footnotes are smaller than the text by this factor.
const NOTE_SIZE: f64 = 8.0 / 9.0;

/// Marks in the blocks of a section what stays together.
pub(crate) fn keep(blocks: &mut [Blok], measures: Measures, fonts: &Fonts) {
    let page = Page {
        ems: (measures.width / measures.size).max(1.0),
        fonts,
    };
    page.mark(blocks, 0.0);
}

struct Page<'a> {
    /// The width of a line.
    ems: f64,
    fonts: &'a Fonts,
}

/// The first lines of something.
#[derive(Default)]
struct First {
    lines: usize,
    notes: usize,
}

impl Page<'_> {
    fn mark(&self, blocks: &mut [Blok], indent: f64) {
        for index in 0..blocks.len() {
            let (done, rest) = blocks.split_at_mut(index + 1);
            let Some(own) = done.last_mut() else { continue };
            match own {
                Blok::Kop { regels, noten, .. } => {
                    let first = self.first(rest, indent);
                    (*regels, *noten) = (first.lines, first.notes);
                }
                Blok::Alinea { tekst, heel } => {
                    *heel = has_note(tekst)
                        && self.lines(tekst, indent) <= WHOLE
                        && self.early_notes(tekst, indent) < MOST_NOTES;
                }
                Blok::Lijst { items, .. } => {
                    for item in items {
                        self.mark(item, indent + INDENT);
                    }
                }
                Blok::Citaat { blokken } => self.mark(blokken, indent + INDENT),
                Blok::Lak { blokken, .. } => self.mark(blokken, indent),
                _ => {}
            }
        }
    }

    /// The first lines of what follows a heading. A heading and a table hold
    /// on to what is above them by themselves.
    fn first(&self, blocks: &[Blok], indent: f64) -> First {
        let seen = blocks
            .iter()
            .find(|blok| !matches!(blok, Blok::Merk { .. }));
        match seen {
            Some(Blok::Alinea { tekst, .. }) => First {
                lines: self.lines(tekst, indent).min(UNDER_HEADING),
                notes: self.early_notes(tekst, indent),
            },
            Some(Blok::Lijst { items, .. }) => {
                let item = items.first().map(Vec::as_slice).unwrap_or_default();
                self.first(item, indent + INDENT)
            }
            Some(Blok::Citaat { blokken }) => self.first(blokken, indent + INDENT),
            Some(Blok::Lak { blokken, .. }) => self.first(blokken, indent),
            _ => First::default(),
        }
    }

    /// About how many lines a text takes.
    fn lines(&self, tekst: &[Run], indent: f64) -> usize {
        let room = (self.ems - indent).max(self.ems / 4.0);
        let parts = tekst.split(|run| matches!(run, Run::Regeleinde { .. }));
        parts
            .map(|part| {
                let ems = width(&plain(part), false, self.fonts);
                if ems <= room {
                    1
                } else {
                    (ems / (room * FILLED)).ceil() as usize
                }
            })
            .sum()
    }

    /// About how many lines the footnotes take that are referred to in the
    /// first lines of a text.
    fn early_notes(&self, tekst: &[Run], indent: f64) -> usize {
        let room = (self.ems - indent).max(self.ems / 4.0) * UNDER_HEADING as f64;
        let (mut used, mut lines) = (0.0, 0);
        for run in tekst {
            if used > room || lines >= MOST_NOTES {
                break;
            }
            lines += self.note_lines(run);
            used += match run {
                Run::Regeleinde { .. } => self.ems,
                run => width(&plain(std::slice::from_ref(run)), false, self.fonts),
            };
        }
        lines.min(MOST_NOTES)
    }

    fn note_lines(&self, run: &Run) -> usize {
        match run {
            Run::Noot {
                inhoud: Some(blocks),
                ..
            } => {
                let of_block = |blok: &Blok| match blok {
                    Blok::Alinea { tekst, .. } => {
                        self.lines(tekst, self.ems * (1.0 - 1.0 / NOTE_SIZE))
                    }
                    _ => OF_NOTE,
                };
                blocks.iter().map(of_block).sum::<usize>().clamp(1, OF_NOTE)
            }
            Run::Gemerkt { runs, .. } => runs.iter().map(|own| self.note_lines(own)).sum(),
            _ => 0,
        }
    }
}

/// Whether the text of a footnote belongs to one of these runs.
fn has_note(runs: &[Run]) -> bool {
    runs.iter().any(|run| match run {
        Run::Noot { inhoud, .. } => inhoud.is_some(),
        Run::Gemerkt { runs, .. } => has_note(runs),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(words: usize) -> Run {
        Run::Tekst("woorden ".repeat(words))
    }

    fn note(words: usize) -> Run {
        Run::Noot {
            noot: 1,
            inhoud: Some(vec![Blok::paragraph(vec![text(words)])]),
        }
    }

    fn heading() -> Blok {
        Blok::Kop {
            niveau: 2,
            rang: super::super::kinds::Rang::Sectie,
            tekst: vec![Run::Tekst("Kop".to_owned())],
            regels: 0,
            noten: 0,
        }
    }

    fn under_heading(tekst: Vec<Run>) -> (usize, usize, bool) {
        let mut blocks = vec![heading(), Blok::paragraph(tekst)];
        keep(&mut blocks, Measures::default(), &Fonts::embedded());
        match blocks.as_slice() {
            [Blok::Kop { regels, noten, .. }, Blok::Alinea { heel, .. }] => {
                (*regels, *noten, *heel)
            }
            _ => (0, 0, false),
        }
    }

    #[test]
    fn a_heading_asks_room_for_what_must_follow_it() {
        assert_eq!(under_heading(vec![text(2)]), (1, 0, false));
        assert_eq!(under_heading(vec![text(80)]), (3, 0, false));
        assert_eq!(under_heading(vec![text(2), note(40)]), (1, 3, true));
        assert_eq!(
            under_heading(vec![text(2), note(2), text(200)]),
            (3, 1, false)
        );
        assert_eq!(under_heading(vec![text(200), note(2)]), (3, 0, false));
    }
}
