//! Running text: marks become nested runs, white space and characters are
//! made printable, and words that may not fit are marked.

use std::borrow::Cow;

use nota_model::{Inline, Mark, NIET_OPENBAAR, Note, Run as ModelRun};

use super::address::address;
use super::blocks::{Builder, Within};
use super::glue::{self, LINE_END};
use super::kinds::{Blok, Run};
use super::notes::Reference;
use super::placeholder::{self, Part};
use super::words::Words;
use crate::Fonts;
use crate::clean::clean;

/// Two things with this sign between them stand on one line.
const JOINS: &str = "\u{2060}";

/// Where a text stands, as far as it matters for what is in it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Setting {
    /// Words wider than this, in ems, are marked.
    pub limit: f64,
    /// Whether the text is bold as a whole.
    pub bold: bool,
    /// Whether line ends are kept.
    pub breaks: bool,
}

impl Setting {
    /// A paragraph. The limit is well under the narrowest place (a list in a
    /// list in a list); the layout knows the real width.
    pub(crate) const PARAGRAPH: Setting = Setting {
        limit: 8.0,
        bold: false,
        breaks: true,
    };

    /// A heading.
    pub(crate) const HEADING: Setting = Setting {
        limit: 8.0,
        bold: true,
        breaks: false,
    };
}

impl<'a> Builder<'a> {
    /// The runs of a running text; empty when a reader would see nothing.
    pub(crate) fn runs(&mut self, inlines: &'a [Inline], setting: Setting) -> Vec<Run> {
        let inlines = trim(inlines);
        let mut flow = Flow {
            spaced: true,
            setting,
            words: Words::default(),
            texts: glued_texts(inlines).into_iter(),
        };
        let mut out = Vec::new();
        for group in chunks(inlines, |inline| inline.grond()) {
            let mut runs = Vec::new();
            for part in chunks(group, |inline| inline.taal()) {
                let inner = self.linked(part, &mut flow);
                match part.first().and_then(Inline::taal) {
                    Some(taal) if !inner.is_empty() => runs.push(Run::foreign(inner, taal)),
                    _ => runs.extend(inner),
                }
            }
            match group.first().and_then(Inline::grond) {
                Some(grond) if !runs.is_empty() => {
                    out.push(Run::withheld(runs, &clean(grond.trim(), self.fonts)));
                }
                _ => out.extend(runs),
            }
        }
        out
    }

    /// The runs of a text in one language, with its links.
    fn linked(&mut self, inlines: &'a [Inline], flow: &mut Flow<'_>) -> Vec<Run> {
        let mut runs = Vec::new();
        for part in chunks(inlines, link_of) {
            let inner = self.leaves(part, flow);
            match part.first().and_then(link_of).and_then(address) {
                Some(link) if !inner.is_empty() => runs.push(Run::Gemerkt {
                    runs: inner,
                    sterk: false,
                    nadruk: false,
                    link: Some(link),
                    lak: None,
                    taal: None,
                }),
                _ => runs.extend(inner),
            }
        }
        runs
    }

    fn leaves(&mut self, inlines: &'a [Inline], flow: &mut Flow<'_>) -> Vec<Run> {
        let mut out = Vec::new();
        for inline in inlines {
            match &inline.run {
                ModelRun::Text { text } => {
                    let sterk = inline.marks.contains(&Mark::Sterk);
                    let nadruk = inline.marks.contains(&Mark::Nadruk);
                    let text = flow.texts.next().unwrap_or(Cow::Borrowed(text));
                    let runs = flow.parts(&text, sterk, self.fonts);
                    if (sterk || nadruk) && !runs.is_empty() {
                        out.push(Run::Gemerkt {
                            runs,
                            sterk,
                            nadruk,
                            link: None,
                            lak: None,
                            taal: None,
                        });
                    } else {
                        out.extend(runs);
                    }
                }
                ModelRun::Break if flow.setting.breaks => {
                    flow.spaced = true;
                    out.push(Run::BREAK);
                }
                ModelRun::Break => out.extend(flow.text(" ", false, self.fonts)),
                ModelRun::Note { label } => {
                    flow.spaced = false;
                    // A word that is kept on one line keeps its note as well.
                    if matches!(out.last(), Some(Run::Woord { vast: true, .. })) {
                        out.push(Run::Tekst(JOINS.to_owned()));
                    }
                    out.push(self.note(label));
                }
            }
        }
        out
    }

    /// A reference to a footnote. One that leads nowhere is printed as it
    /// stands in the file.
    pub(crate) fn note(&mut self, label: &str) -> Run {
        match self.notes.refer(label) {
            Reference::First(number, note) => self.note_text(number, note),
            Reference::Again(number) => Run::Noot {
                noot: number,
                inhoud: None,
            },
            Reference::Missing => {
                Run::Tekst(clean(&format!("[^{label}]"), self.fonts).into_owned())
            }
        }
    }
}

impl<'a> Builder<'a> {
    /// A reference with the text of its footnote.
    fn note_text(&mut self, number: u32, note: &'a Note) -> Run {
        self.notes.enter();
        let inhoud = self.blocks(&note.blocks, Within::Note);
        self.notes.leave();
        Run::Noot {
            noot: number,
            inhoud: Some(inhoud),
        }
    }

    /// A paragraph with the footnotes that nothing in the text refers to; none
    /// when there are none. They have a number and nothing else: a word there
    /// would be one that nobody wrote.
    pub(crate) fn unreferenced_notes(&mut self) -> Option<Blok> {
        let mut tekst = Vec::new();
        while let Some((number, note)) = self.notes.next_unprinted() {
            if !tekst.is_empty() {
                tekst.push(Run::Tekst(" ".to_owned()));
            }
            tekst.push(self.note_text(number, note));
        }
        (!tekst.is_empty()).then(|| Blok::paragraph(tekst))
    }
}

/// The state along a running text.
struct Flow<'t> {
    /// The texts that are still to come, with their spaces held.
    texts: std::vec::IntoIter<Cow<'t, str>>,
    /// Whether white space has just been printed, or nothing yet.
    spaced: bool,
    setting: Setting,
    words: Words,
}

impl Flow<'_> {
    /// A text with its placeholders apart.
    fn parts(&mut self, text: &str, bold: bool, fonts: &Fonts) -> Vec<Run> {
        let mut out = Vec::new();
        for part in placeholder::parts(text) {
            match part {
                Part::Text(text) => out.extend(self.text(text, bold, fonts)),
                Part::Placeholder(text) => {
                    self.spaced = false;
                    out.push(placeholder::run(text));
                }
            }
        }
        out
    }

    fn text(&mut self, text: &str, bold: bool, fonts: &Fonts) -> Vec<Run> {
        let text = clean(text, fonts);
        let text = if self.spaced {
            text.trim_start_matches(' ')
        } else {
            &text
        };
        if text.is_empty() {
            return Vec::new();
        }
        self.spaced = text.ends_with(' ');
        let bold = bold || self.setting.bold;
        self.words.runs(text, bold, self.setting.limit, fonts)
    }
}

/// The texts of these inlines, with the spaces held at which no line ends. They
/// are looked at as one text: a number may be bold and its unit not.
pub(crate) fn glued_texts(inlines: &[Inline]) -> Vec<Cow<'_, str>> {
    let mut whole = String::new();
    for inline in inlines {
        match &inline.run {
            ModelRun::Text { text } => whole.push_str(text),
            ModelRun::Break => whole.push(LINE_END),
            ModelRun::Note { .. } => {}
        }
    }
    let held = glue::held(&whole);
    let mut start = 0;
    let mut out = Vec::new();
    for inline in inlines {
        match &inline.run {
            ModelRun::Text { text } if held.is_empty() => out.push(Cow::Borrowed(text.as_str())),
            ModelRun::Text { text } => {
                out.push(Cow::Owned(glue::hold(text, start, &held)));
                start += text.len();
            }
            ModelRun::Break => start += LINE_END.len_utf8(),
            ModelRun::Note { .. } => {}
        }
    }
    out
}

/// One line of plain text, for titles.
pub(crate) fn plain_line(text: &str, bold: bool, fonts: &Fonts) -> Vec<Run> {
    let text = glue::glued(text);
    let text: Cow<'_, str> = clean(&text, fonts);
    let mut out = Vec::new();
    let mut words = Words::default();
    for part in placeholder::parts(text.trim()) {
        match part {
            Part::Text(text) => {
                out.extend(words.runs(text, bold, Setting::PARAGRAPH.limit, fonts));
            }
            Part::Placeholder(text) => out.push(placeholder::run(text)),
        }
    }
    out
}

/// One line of plain text, for fields: also one whose value is withheld.
pub(crate) fn line(text: &str, bold: bool, fonts: &Fonts) -> Vec<Run> {
    match text.trim() {
        NIET_OPENBAAR => vec![placeholder::run(NIET_OPENBAAR)],
        text => plain_line(text, bold, fonts),
    }
}

fn link_of(inline: &Inline) -> Option<&str> {
    // A reference inside a link would be a link inside a link.
    if matches!(inline.run, ModelRun::Note { .. }) {
        return None;
    }
    inline.marks.iter().find_map(|mark| match mark {
        Mark::Link { href } => Some(href.as_str()),
        _ => None,
    })
}

/// Without the line ends and empty texts at both ends.
fn trim(inlines: &[Inline]) -> &[Inline] {
    let blank = |inline: &Inline| match &inline.run {
        ModelRun::Text { text } => text.trim().is_empty(),
        ModelRun::Break => true,
        ModelRun::Note { .. } => false,
    };
    let Some(start) = inlines.iter().position(|inline| !blank(inline)) else {
        return &[];
    };
    let end = inlines
        .iter()
        .rposition(|inline| !blank(inline))
        .map_or(start, |last| last + 1);
    inlines.get(start..end).unwrap_or(&[])
}

/// The longest stretches with the same key.
fn chunks<'a, K: PartialEq>(
    inlines: &'a [Inline],
    key: impl Fn(&'a Inline) -> K,
) -> Vec<&'a [Inline]> {
    let mut out = Vec::new();
    let mut start = 0;
    for index in 1..=inlines.len() {
        let ends = match (inlines.get(start), inlines.get(index)) {
            (Some(first), Some(next)) => key(first) != key(next),
            _ => true,
        };
        if ends && let Some(chunk) = inlines.get(start..index) {
            out.push(chunk);
            start = index;
        }
    }
    out
}

/// The plain text of runs, footnotes left out.
pub(crate) fn plain(runs: &[Run]) -> String {
    let mut out = String::new();
    for run in runs {
        match run {
            Run::Tekst(text) => out.push_str(text),
            Run::Gemerkt { runs, .. } => out.push_str(&plain(runs)),
            Run::Woord { woord, .. } => woord.iter().for_each(|stuk| out.push_str(&stuk.tekst)),
            Run::Weglating { weglating } => out.push_str(weglating),
            Run::Regeleinde { .. } => out.push(' '),
            Run::Noot { .. } => {}
        }
    }
    out
}
