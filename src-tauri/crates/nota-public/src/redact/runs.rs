//! Running text: each stretch of withheld runs becomes one placeholder.

use nota_model::{Inline, Run};

use super::whole::{Fate, of_mark};
use super::{Redactor, placeholder};

impl<'a> Redactor<'a> {
    /// The public runs. Withheld runs on one ground that follow each other
    /// become one placeholder, whatever they are (formatting, references to
    /// footnotes, line ends) and also when only blanks stand between them, so
    /// that nothing can be learned from how they were cut up.
    pub(super) fn runs(&mut self, inlines: &'a [Inline]) -> Vec<Inline> {
        let mut out: Vec<Inline> = Vec::with_capacity(inlines.len());
        let touching = touching(inlines);
        // The last placeholder, while only blanks follow it.
        let mut open: Option<String> = None;
        let mut blanks: Vec<Inline> = Vec::new();
        for (index, inline) in inlines.iter().enumerate() {
            let touches = touching.get(index).copied().unwrap_or_default();
            if let Some(code) = inline.grond() {
                let placeholder = placeholder(code);
                if open.as_ref() == Some(&placeholder) {
                    blanks.clear();
                } else {
                    out.append(&mut blanks);
                    out.push(Inline::text(&placeholder));
                }
                open = Some(placeholder);
            } else if open.is_some() && is_blank(inline) {
                blanks.push(self.public(inline, touches));
            } else {
                open = None;
                out.append(&mut blanks);
                let public = self.public(inline, touches);
                out.push(public);
            }
        }
        out.append(&mut blanks);
        out
    }

    /// A run that may be read, without where it stood. `touches` says that a
    /// link on it touches withheld text.
    fn public(&mut self, inline: &'a Inline, touches: Touches) -> Inline {
        let run = match &inline.run {
            Run::Text { text } => Run::Text { text: text.clone() },
            Run::Break => Run::Break,
            Run::Note { label } => self.footnotes.refer(label),
        };
        let mut public = Inline::new(run);
        for mark in &inline.marks {
            match (of_mark(mark), touches) {
                (Fate::Stays, _) | (Fate::GoesWithAny, Touches::Nothing) => {
                    public.marks.push(mark.clone());
                }
                (Fate::Goes, _) | (Fate::GoesWithAny, Touches::Withheld) => {}
            }
        }
        public
    }
}

/// What a link touches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Touches {
    #[default]
    Nothing,
    Withheld,
}

/// For each run whether its link touches withheld text. A link of which a part
/// is withheld always does. One that only stands against withheld text counts
/// too: whether the withheld text is a part of the link is withheld itself.
fn touching(inlines: &[Inline]) -> Vec<Touches> {
    let mut out = vec![Touches::Nothing; inlines.len()];
    let mut start = 0;
    for group in inlines.chunk_by(|one, other| {
        one.grond().is_none() && other.grond().is_none() && one.href() == other.href()
    }) {
        let end = start + group.len();
        let withheld = |index: Option<usize>| {
            let beside = index.and_then(|index| inlines.get(index));
            beside.is_some_and(|own| own.grond().is_some())
        };
        if withheld(start.checked_sub(1)) || withheld(Some(end)) {
            for own in out.get_mut(start..end).unwrap_or_default() {
                *own = Touches::Withheld;
            }
        }
        start = end;
    }
    out
}

fn is_blank(inline: &Inline) -> bool {
    inline
        .as_text()
        .is_some_and(|text| text.chars().all(char::is_whitespace))
}
