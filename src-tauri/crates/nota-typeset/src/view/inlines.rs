//! Running text: looks become nested runs, white space and characters are made
//! printable, and words that may not fit are marked.

use std::borrow::Cow;

use nota_sheet::{Heading, Line, Look, Stretch, What};

use super::blocks::Builder;
use super::glue::{self, LINE_END};
use super::kinds::Run;
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
}

impl Setting {
    /// A paragraph, or a line of a field. The limit is well under the narrowest
    /// place (a list in a list in a list); the layout knows the real width.
    pub(crate) const PARAGRAPH: Setting = Setting {
        limit: 8.0,
        bold: false,
    };

    /// A heading, or another line that is bold as a whole.
    pub(crate) const BOLD: Setting = Setting {
        limit: 8.0,
        bold: true,
    };
}

impl Builder<'_, '_> {
    /// The runs of a running text; empty when a reader would see nothing.
    pub(crate) fn runs(&mut self, stretches: &[Stretch<'_>], setting: Setting) -> Vec<Run> {
        let mut flow = Flow {
            spaced: true,
            setting,
            words: Words::default(),
            texts: glued_texts(stretches).into_iter(),
        };
        let mut out = Vec::new();
        for group in stretches.chunk_by(|a, b| a.look.withheld == b.look.withheld) {
            let mut runs = Vec::new();
            for part in group.chunk_by(|a, b| a.look.language == b.look.language) {
                let inner = self.linked(part, &mut flow);
                match part.first().and_then(|own| own.look.language.as_deref()) {
                    Some(taal) if !inner.is_empty() => runs.push(Run::foreign(inner, taal)),
                    _ => runs.extend(inner),
                }
            }
            let grond = group.first().and_then(|own| own.look.withheld.as_deref());
            match grond {
                Some(grond) if !runs.is_empty() => {
                    out.push(Run::withheld(runs, &clean(grond, self.fonts)));
                }
                _ => out.extend(runs),
            }
        }
        out
    }

    /// The runs of a text in one language, with its links.
    fn linked(&mut self, stretches: &[Stretch<'_>], flow: &mut Flow<'_>) -> Vec<Run> {
        let mut runs = Vec::new();
        for part in stretches.chunk_by(|a, b| a.look.link == b.look.link) {
            let inner = self.leaves(part, flow);
            match part.first().and_then(|first| first.look.link.as_deref()) {
                Some(link) if !inner.is_empty() => runs.push(Run::Gemerkt {
                    runs: inner,
                    sterk: false,
                    nadruk: false,
                    link: Some(link.to_owned()),
                    lak: None,
                    taal: None,
                }),
                _ => runs.extend(inner),
            }
        }
        runs
    }

    /// The title of a heading behind its number.
    pub(crate) fn numbered(&mut self, heading: &Heading<'_>) -> Vec<Run> {
        let Some(number) = &heading.number else {
            return self.runs(&heading.title.stretches, Setting::BOLD);
        };
        let mut stretches = heading.title.stretches.clone();
        let number = format!("{number} ");
        match stretches.first_mut() {
            Some(Stretch {
                what: What::Text(text),
                look,
                ..
            }) if *look == Look::default() => text.to_mut().insert_str(0, &number),
            _ => stretches.insert(
                0,
                Stretch {
                    what: What::Text(Cow::Owned(number)),
                    look: Look::default(),
                    range: None,
                },
            ),
        }
        self.runs(&stretches, Setting::BOLD)
    }

    /// The lines of a field. What is withheld together has its ground once,
    /// after the last line.
    pub(crate) fn lines<'l>(
        &mut self,
        lines: impl Iterator<Item = &'l Line<'l>> + Clone,
    ) -> Vec<Vec<Run>> {
        let next = lines.clone().skip(1).map(Some).chain(std::iter::once(None));
        let each = lines.zip(next);
        each.map(|(line, next)| {
            let mut runs = self.runs(&line.stretches, Setting::PARAGRAPH);
            let goes_on = line.withheld().is_some()
                && line.withheld() == next.and_then(|next| next.withheld());
            if goes_on {
                for run in &mut runs {
                    if let Run::Gemerkt { lak: Some(own), .. } = run {
                        own.clear();
                    }
                }
            }
            runs
        })
        .filter(|runs| !runs.is_empty())
        .collect()
    }

    fn leaves(&mut self, stretches: &[Stretch<'_>], flow: &mut Flow<'_>) -> Vec<Run> {
        let mut out = Vec::new();
        for stretch in stretches {
            match &stretch.what {
                What::Text(text) => {
                    let sterk = stretch.look.is_strong;
                    let nadruk = stretch.look.is_emphasis;
                    let text = flow.texts.next().unwrap_or(Cow::Borrowed(text));
                    let runs = flow.text(&text, sterk, self.fonts);
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
                What::Placeholder { text, .. } => {
                    flow.spaced = false;
                    let text = flow.texts.next().unwrap_or(Cow::Borrowed(text));
                    out.push(Run::Weglating {
                        weglating: text.into_owned(),
                    });
                }
                What::Break => {
                    flow.spaced = true;
                    out.push(Run::BREAK);
                }
                What::Reference { number, is_first } => {
                    flow.spaced = false;
                    // A word that is kept on one line keeps its note as well.
                    if matches!(out.last(), Some(Run::Woord { vast: true, .. })) {
                        out.push(Run::Tekst(JOINS.to_owned()));
                    }
                    out.push(match is_first {
                        true => self.note(*number),
                        false => Run::Noot {
                            noot: *number,
                            inhoud: None,
                        },
                    });
                }
            }
        }
        out
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

/// The texts of these stretches, with the spaces held at which no line ends.
/// They are looked at as one text: a number may be bold and its unit not.
pub(crate) fn glued_texts<'t>(stretches: &'t [Stretch<'_>]) -> Vec<Cow<'t, str>> {
    let mut whole = String::new();
    for stretch in stretches {
        match &stretch.what {
            What::Text(text) | What::Placeholder { text, .. } => whole.push_str(text),
            What::Break => whole.push(LINE_END),
            What::Reference { .. } => {}
        }
    }
    let held = glue::held(&whole);
    let mut start = 0;
    let mut out = Vec::new();
    for stretch in stretches {
        match &stretch.what {
            What::Text(text) | What::Placeholder { text, .. } => {
                out.push(match held.is_empty() {
                    true => Cow::Borrowed(text.as_ref()),
                    false => Cow::Owned(glue::hold(text, start, &held)),
                });
                start += text.len();
            }
            What::Break => start += LINE_END.len_utf8(),
            What::Reference { .. } => {}
        }
    }
    out
}

/// One line of plain text in bold, for labels.
pub(crate) fn label(text: &str, fonts: &Fonts) -> Vec<Run> {
    let text = glue::glued(text);
    let text: Cow<'_, str> = clean(&text, fonts);
    let setting = Setting::BOLD;
    Words::default().runs(text.trim(), setting.bold, setting.limit, fonts)
}

/// A line of which every piece of text stands for itself: that of a table which
/// is no part of a nota.
pub(crate) fn line(line: &Line<'_>, fonts: &Fonts) -> Vec<Run> {
    let setting = Setting::PARAGRAPH;
    let runs = line.stretches.iter().map(|stretch| match &stretch.what {
        What::Text(text) => {
            let text = glue::glued(text);
            let text = clean(&text, fonts);
            Words::default().runs(&text, setting.bold, setting.limit, fonts)
        }
        What::Placeholder { text, .. } => vec![Run::Weglating {
            weglating: text.clone().into_owned(),
        }],
        What::Break => vec![Run::BREAK],
        What::Reference { .. } => Vec::new(),
    });
    runs.flatten().collect()
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
