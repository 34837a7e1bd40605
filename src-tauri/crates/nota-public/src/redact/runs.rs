//! Running text: each stretch of withheld runs becomes one placeholder.

use nota_model::{Carrier, Inline, Mark, Run, plain_text};

use super::{Redactor, plain};
use crate::obstacle::Reason;

impl<'a> Redactor<'a> {
    /// The public runs. Withheld runs on one ground that follow each other
    /// become one placeholder, whatever they are (formatting, references to
    /// footnotes, line ends) and also when only blanks stand between them, so
    /// that nothing can be learned from how they were cut up.
    pub(super) fn runs(&mut self, inlines: &'a [Inline], carrier: Carrier) -> Vec<Inline> {
        let mut out: Vec<Inline> = Vec::with_capacity(inlines.len());
        // The last placeholder, while only blanks follow it.
        let mut open: Option<String> = None;
        let mut blanks: Vec<Inline> = Vec::new();
        for inline in inlines {
            if let Some(code) = inline.grond() {
                let place = self.place.clone().at(inline.origin.span());
                let placeholder = self.placeholder(code, place);
                if open.as_ref() == Some(&placeholder) {
                    blanks.clear();
                } else {
                    out.append(&mut blanks);
                    out.push(Inline::text(&placeholder));
                }
                open = Some(placeholder);
            } else if open.is_some() && is_blank(inline) {
                blanks.push(self.public(inline));
            } else {
                open = None;
                out.append(&mut blanks);
                let public = self.public(inline);
                out.push(public);
            }
        }
        out.append(&mut blanks);
        if plain::looks_like_markup(&plain_text(&out), carrier) {
            let span = inlines.iter().find_map(|inline| inline.origin.span());
            let place = self.place.clone().at(span);
            self.doubt(Reason::Markup, place);
        }
        out
    }

    /// A run that may be read, without where it stood.
    fn public(&mut self, inline: &'a Inline) -> Inline {
        let run = match &inline.run {
            Run::Text { text } => Run::Text { text: text.clone() },
            Run::Break => Run::Break,
            Run::Note { label } => self.footnotes.refer(label),
        };
        let mut public = Inline::new(run);
        for mark in &inline.marks {
            match mark {
                Mark::Link { .. } | Mark::Sterk | Mark::Nadruk => public.marks.push(mark.clone()),
                Mark::Lak { .. } => {}
            }
        }
        public
    }
}

fn is_blank(inline: &Inline) -> bool {
    inline
        .as_text()
        .is_some_and(|text| text.chars().all(char::is_whitespace))
}
