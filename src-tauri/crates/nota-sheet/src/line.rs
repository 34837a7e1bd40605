//! Running text of the sheet: a line of stretches, each with its look.

use std::borrow::Cow;

use nota_model::{Grond, Place, TextRange, is_ignorable};

/// Running text: of a paragraph, a heading, a cell, a line of a field.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line<'n> {
    /// The text in the nota; the nota as a whole for what the template gives.
    pub place: Place,
    /// Its stretches, in order. Nothing blank stands at either end, and no
    /// text is empty.
    pub stretches: Vec<Stretch<'n>>,
}

/// A stretch of running text with one look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch<'n> {
    /// What stands there.
    pub what: What<'n>,
    /// How it looks.
    pub look: Look<'n>,
    /// Where in the text of the line's place it stands, in characters as
    /// [`TextRange`] counts them; empty for a reference, none for what no text
    /// of the nota holds.
    pub range: Option<TextRange>,
}

/// What stands in a stretch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What<'n> {
    /// Text, never empty, without line ends.
    Text(Cow<'n, str>),
    /// What stands in the place of what the public version withholds: "[niet
    /// openbaar: art. 5.1, lid 2, onder e, Woo]". Real text, to be seen and
    /// read aloud.
    Placeholder {
        /// The words.
        text: Cow<'n, str>,
        /// The ground that they name; none for a bare "niet openbaar".
        grond: Option<&'static Grond>,
    },
    /// A line end that the drafter asked for; never in a heading.
    Break,
    /// A reference to a footnote; never in a heading.
    Reference {
        /// The number of the footnote, as printed.
        number: u32,
        /// Whether this is the reference at which the text of the footnote
        /// belongs.
        is_first: bool,
    },
}

/// How a stretch looks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Look<'n> {
    /// Bold.
    pub is_strong: bool,
    /// Italic.
    pub is_emphasis: bool,
    /// The address that it leads to: of the web or a mailbox, in ASCII, and
    /// never one that starts a program or reads a file. A reference to a
    /// footnote has none.
    pub link: Option<Cow<'n, str>>,
    /// The language that it is in, as documents name it (BCP 47: `en`), for
    /// who reads it aloud; none is Dutch. See [`nota_model::Mark::Taal`].
    pub language: Option<Cow<'n, str>>,
    /// The ground on which the public version withholds it, as written (empty
    /// when none is named); none for what everyone may read.
    pub withheld: Option<Cow<'n, str>>,
}

impl<'n> Line<'n> {
    /// A line of plain text that stands so at a place of the nota.
    pub(crate) fn plain(text: impl Into<Cow<'n, str>>, place: Place) -> Self {
        Self::split(text.into(), place, Some(0))
    }

    /// A line of plain text that is made of what stands at a place, so that its
    /// characters have no places of their own.
    pub(crate) fn made(text: impl Into<Cow<'n, str>>, place: Place) -> Self {
        Self::split(text.into(), place, None)
    }

    /// A line of plain text that the nota does not hold: of the template, the house
    /// style or who makes the document.
    pub fn given(text: impl Into<Cow<'n, str>>) -> Self {
        Self::made(text, Place::nota())
    }

    fn split(text: Cow<'n, str>, place: Place, start: Option<usize>) -> Self {
        let mut stretches = Vec::new();
        crate::placeholder::split(text, &Look::default(), start, &mut stretches);
        Self { place, stretches }
    }

    /// Whether a reader sees nothing.
    pub fn is_blank(&self) -> bool {
        self.stretches.iter().all(|stretch| match &stretch.what {
            What::Text(text) => is_unseen(text),
            What::Break => true,
            What::Placeholder { .. } | What::Reference { .. } => false,
        })
    }

    /// The words: a line end is a space, a reference to a footnote nothing.
    pub fn text(&self) -> String {
        let mut out = String::new();
        for stretch in &self.stretches {
            match &stretch.what {
                What::Text(text) | What::Placeholder { text, .. } => out.push_str(text),
                What::Break => out.push(' '),
                What::Reference { .. } => {}
            }
        }
        out
    }

    /// The ground on which the line is withheld as a whole; none when a part of
    /// it may be read.
    pub fn withheld(&self) -> Option<&str> {
        let mut stretches = self.stretches.iter();
        let grond = stretches.next()?.look.withheld.as_deref()?;
        let alike = |own: &Stretch| own.look.withheld.as_deref() == Some(grond);
        stretches.all(alike).then_some(grond)
    }

    /// The place of a stretch of this line.
    pub fn place_of(&self, stretch: &Stretch<'_>) -> Place {
        let mut place = self.place.clone();
        if stretch.range.is_some() {
            place.range = stretch.range;
        }
        place
    }

    /// The same line, withheld as a whole on this ground.
    #[must_use]
    pub(crate) fn with_ground(mut self, grond: &str) -> Self {
        for stretch in &mut self.stretches {
            stretch.look.withheld = Some(Cow::Owned(grond.to_owned()));
        }
        self
    }

    /// The same line, withheld on this ground where it was not withheld.
    #[must_use]
    pub(crate) fn withhold(mut self, grond: &str) -> Self {
        for stretch in &mut self.stretches {
            let own = &mut stretch.look.withheld;
            own.get_or_insert_with(|| Cow::Owned(grond.to_owned()));
        }
        self
    }
}

/// Whether nothing of a text can be seen.
pub(crate) fn is_unseen(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_ignorable(c))
}
