//! What is withheld in a nota, and how to search for it. Gathered from the
//! nota itself, not from what the redaction took out: a fault there must not
//! hide itself.

mod allowed;
mod gather;

use std::fmt;

use nota_model::{Nota, Place};
use nota_template::Template;
use serde::Serialize;

use crate::certain::doubts;
use crate::fold::{Blanks, Letters};
use crate::needles::{Needles, SHORTEST};
use crate::obstacle::{Obstacle, Refusal};
use crate::proof::NotProven;
use crate::raw::RawNeedles;
use crate::redact::redact;

pub(crate) use allowed::{is_format_word, is_small_format_word};
pub(crate) use gather::{Readers, gather};

/// What kind of thing is withheld.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SecretKind {
    /// Marked text.
    Text,
    /// Text in blocks that are withheld as a whole.
    Block,
    /// The value of a field, or a part of it.
    Field,
    /// Text of a section that is internal only.
    Section,
    /// Text of a footnote that only withheld text refers to.
    Footnote,
    /// The address of a link in withheld text.
    Link,
}

impl SecretKind {
    /// In Dutch, with its article.
    pub fn word(self) -> &'static str {
        match self {
            SecretKind::Text => "een gelakte tekst",
            SecretKind::Block => "een gelakt blok",
            SecretKind::Field => "een gelakt veld",
            SecretKind::Section => "een deel dat alleen intern is",
            SecretKind::Footnote => "een voetnoot bij gelakte tekst",
            SecretKind::Link => "een adres in gelakte tekst",
        }
    }
}

/// Something that is withheld. Its text is not to be had: a report on it may
/// be read by more people than the nota.
#[derive(Clone, PartialEq)]
pub struct Secret {
    /// The code of the ground; empty for what is internal only.
    pub grond: String,
    /// What it is.
    pub kind: SecretKind,
    /// Where it stands.
    pub place: Place,
    pub(crate) text: String,
}

impl Secret {
    /// Whether the drafter chose this very text, so that it matters by itself.
    /// A line of a block or of an internal section may well say what is public.
    fn is_marked(&self) -> bool {
        matches!(self.kind, SecretKind::Text | SecretKind::Field)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            grond, kind, place, ..
        } = self;
        let mut shown = f.debug_struct("Secret");
        shown.field("grond", grond).field("kind", kind);
        shown.field("place", place).finish_non_exhaustive()
    }
}

/// How a withheld text takes part in the search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sought {
    /// It is searched for.
    Whole,
    /// It has two letters or fewer, which stand everywhere.
    TooShort,
    /// Its letters also stand in public text, or it is so long that it is
    /// searched for by its pieces and words only.
    Partly,
    /// All of it also stands in public text: nothing of it is searched for.
    Not,
}

/// All that is withheld in a nota, ready to be searched for.
pub struct Secrets {
    secrets: Vec<Secret>,
    pub(crate) needles: Needles,
    pub(crate) raw: RawNeedles,
}

impl fmt::Debug for Secrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(&self.secrets).finish()
    }
}

impl Secrets {
    /// What is withheld in a nota under its template. What also stands in
    /// public text is no secret.
    ///
    /// # Errors
    ///
    /// When the nota leaves open what is withheld. A missing ground does not.
    pub fn of(nota: &Nota, template: &Template) -> Result<Self, SecretsError> {
        Self::beside(nota, template, &[])
    }

    /// As [`Self::of`], for a file in which these texts stand whatever the nota
    /// is, such as the names of a standard.
    ///
    /// # Errors
    ///
    /// As [`Self::of`].
    pub fn beside(
        nota: &Nota,
        template: &Template,
        fixed: &[String],
    ) -> Result<Self, SecretsError> {
        let mut obstacles = doubts(nota, template);
        obstacles.retain(|own: &Obstacle| own.reason.hides_secrets());
        if !obstacles.is_empty() {
            return Err(SecretsError::Refused(Refusal { obstacles }));
        }
        let secrets = gather(nota, template);
        let texts: Vec<&str> = secrets.iter().map(|own| own.text.as_str()).collect();
        let public = redact(nota, template);
        let allowed: Vec<Letters> = allowed::texts(&public, template)
            .iter()
            .chain(fixed)
            .map(|text| Letters::of(text))
            .collect();
        let needles = Needles::new(&texts, &allowed)
            .map_err(|_| SecretsError::NotProven(NotProven::TooMuchWithheld))?;
        let raw = RawNeedles::new(&secrets, &needles);
        Ok(Self {
            secrets,
            needles,
            raw,
        })
    }

    /// What is withheld, in the order of the nota.
    pub fn all(&self) -> &[Secret] {
        &self.secrets
    }

    /// How the withheld text with this index takes part in the search.
    pub fn sought(&self, index: usize) -> Sought {
        let Some(own) = self.secrets.get(index) else {
            return Sought::Not;
        };
        let letters = Letters::of(&own.text);
        if letters.bytes.len() < SHORTEST {
            Sought::TooShort
        } else if self.needles.seeks_whole(index) {
            Sought::Whole
        } else if self.finds(&letters) || !own.is_marked() {
            Sought::Partly
        } else {
            Sought::Not
        }
    }

    /// Whether a text would be found. What is not found in itself, nothing of
    /// it is searched for.
    fn finds(&self, letters: &Letters) -> bool {
        let mut found = false;
        let found_it = &mut |_, _| found = true;
        self.needles.search(letters, Blanks::Guessed, found_it);
        found
    }
}

/// Why it is not known what to search for.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum SecretsError {
    /// The nota leaves it open.
    #[error(transparent)]
    Refused(Refusal),
    /// There is too much.
    #[error(transparent)]
    NotProven(NotProven),
}
