//! A mark on a part must not leave behind what belongs to the whole. This is
//! the list of everything in a nota of which a part can be withheld while
//! something belongs to all of it:
//!
//! - a link and its address: goes with any part ([`of_mark`]);
//! - bold and italic: say nothing of the part ([`of_mark`]);
//! - a footnote and its reference: the footnote goes with the last public
//!   reference, and its label and number are made anew (`footnotes.rs`);
//! - a list, a table, a quotation and their parts: levels, numbers and
//!   alignments say nothing of words; how many items and rows there are stays
//!   visible, as docs/openbaar.md says (`Redactor::block`);
//! - a field and the parts of its record: what is not printed goes always, and
//!   the whole value goes when the field is withheld ([`is_printed`]);
//! - a title of a section or value of a field with a mark inside a link: plain
//!   text, in which a bracket around a mark is in doubt (`certain/near.rs`);
//! - what is not in the nota but made of it (title and bookmarks of the PDF,
//!   name of the file, column of bijlagen, leeswijzer, tables of an export,
//!   metadata): made of the public nota only, in which the part is gone.
//!
//! The matches here, in `Redactor::block` and in `Redactor::public` have no
//! rest: a new kind of mark, run, block or field does not compile until
//! somebody has said what becomes of it.

use nota_model::Mark;
use nota_template::{FieldKind, Template};

/// What becomes of a thing of which a part is withheld.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// It says nothing of the withheld part: it stays on the public one.
    Stays,
    /// It belongs to all parts, so it goes with any of them.
    GoesWithAny,
    /// It is the mark of what is withheld.
    Goes,
}

/// Marks.
pub(super) fn of_mark(mark: &Mark) -> Fate {
    match mark {
        // An address mostly is the name of who is linked to.
        Mark::Link { .. } => Fate::GoesWithAny,
        // The language of a text says nothing of what stands beside it.
        Mark::Sterk | Mark::Nadruk | Mark::Taal { .. } => Fate::Stays,
        Mark::Lak { .. } => Fate::Goes,
    }
}

/// Whether the value at a path of a public field (`parafen[1].naam`) is the name
/// of who initials, which the public version leaves out.
pub fn is_name_of_paraaf(template: &Template, key: &str, path: &str) -> bool {
    let spec = template.veld(key);
    spec.is_some_and(|spec| spec.soort == FieldKind::Parafen) && path.ends_with(".naam")
}

/// Whether a part of a record is printed. What a drafter keeps beside it, such
/// as the name of who initials or the address of a bijlage, is nobody's to
/// read, whether another part is withheld or not.
pub(super) fn is_printed(soort: &FieldKind, name: &str) -> bool {
    match soort {
        FieldKind::Parafen => matches!(name, "functie" | "soort" | "datum" | "akkoord"),
        FieldKind::Bijlagen => matches!(name, "naam" | "informatie"),
        // These have no parts; what a file gives them is printed as lines.
        FieldKind::Tekst
        | FieldKind::Datum
        | FieldKind::Keuze(_)
        | FieldKind::Lijst
        | FieldKind::Adressaten => true,
    }
}
