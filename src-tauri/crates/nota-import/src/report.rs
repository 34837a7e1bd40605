//! What is said about an import: what was found where and how sure that is,
//! what a nota cannot keep, and whether every character arrived.

use serde::Serialize;

use crate::kind::Kind;
use crate::source::{Comment, Loss};

/// How sure a find is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// The file says it.
    Sure,
    /// It looks like it.
    Likely,
    /// The drafter must look.
    Guess,
}

/// By what something was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// The style of a heading.
    Heading,
    /// A line in bold that has the title.
    Bold,
    /// A line that has the title and nothing more.
    Line,
    /// A label before it.
    Label,
    /// The style of the line.
    Style,
    /// What the line says.
    Words,
    /// The key that the file itself has for it.
    Key,
    /// The drafter.
    Choice,
    /// Where it stands.
    Place,
}

/// Where a piece of the source went.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "to", rename_all = "kebab-case")]
pub enum Target {
    /// The heading of a section.
    Section {
        /// Its key in the template.
        key: String,
    },
    /// A field.
    Field {
        /// Its key in the template; empty for several.
        key: String,
    },
    /// A free subheading.
    Heading,
    /// Text, in the section that it stands in.
    Text {
        /// The key of that section; none before the first.
        section: Option<String>,
    },
    /// The section for what has no place.
    Rest,
    /// Nowhere: the nota says it already, or itself.
    Nowhere,
}

/// Where one piece went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Landing {
    /// The number of the piece in the source, from 0.
    pub piece: usize,
    /// Where it went.
    pub target: Target,
    /// How sure that is.
    pub sure: Certainty,
    /// By what.
    pub why: Reason,
    /// The first words of the piece.
    pub text: String,
}

/// What was left out or changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Dropped {
    /// What.
    pub what: Loss,
    /// The text that it is about.
    pub text: String,
    /// The number of the piece in the source, from 1.
    pub paragraph: usize,
    /// The first words of that piece.
    pub at: String,
}

/// The characters of the source and where they went; blanks do not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Characters {
    /// How many there are in the source.
    #[serde(rename = "in")]
    pub read: usize,
    /// How many have a place in a section or field.
    pub placed: usize,
    /// How many stand in "Overige tekst".
    pub rest: usize,
}

/// The report on one file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// What kind of file it was.
    pub kind: Kind,
    /// The template.
    pub template: String,
    /// Whether the template was proposed from what was found.
    pub proposed: bool,
    /// The count of characters.
    pub characters: Characters,
    /// What was found where; text that only stands in its section is not
    /// named.
    pub found: Vec<Landing>,
    /// What was left out or changed.
    pub dropped: Vec<Dropped>,
    /// The remarks in the margin.
    pub comments: Vec<Comment>,
    /// How many tracked changes were taken over as accepted.
    pub changes: usize,
    /// Words that did not arrive: a fault of this program.
    pub missing: Vec<String>,
    /// Characters that the nota has and the source has not: a fault of this
    /// program.
    #[serde(skip)]
    pub surplus: String,
}
