//! What a document gathers while it is written: styles without a name, grounds
//! and notes.

use nota_sheet::Sheet;

use super::automatic::Automatic;
use crate::anchors::Anchors;
use crate::dress::Dress;
use crate::names::Names;
use crate::ruler::Ruler;
use crate::styles::Grounds;

/// A document while it is written.
#[derive(Debug)]
pub(super) struct Doc<'s, 'n> {
    pub(super) sheet: &'s Sheet<'n>,
    pub(super) dress: &'s Dress,
    pub(super) ruler: Ruler<'s>,
    pub(super) automatic: Automatic,
    pub(super) grounds: Grounds,
    pub(super) anchors: Anchors,
    /// The names of the lines of fields; none while something is written that
    /// only repeats.
    pub(super) names: Option<Names>,
    /// Whether a note is written and not the text.
    pub(super) in_note: bool,
    ids: usize,
}

impl<'s, 'n> Doc<'s, 'n> {
    pub(super) fn new(sheet: &'s Sheet<'n>, dress: &'s Dress, ruler: Ruler<'s>) -> Self {
        Self {
            sheet,
            dress,
            ruler,
            automatic: Automatic::new("P"),
            grounds: Vec::new(),
            anchors: Anchors::default(),
            names: Some(Names::default()),
            in_note: false,
            ids: 0,
        }
    }

    /// A number that nothing else in the document has.
    pub(super) fn id(&mut self) -> usize {
        self.ids += 1;
        self.ids
    }

    /// Notes that the document has a style for this ground.
    pub(super) fn ground(&mut self, grond: &str) {
        if !self.grounds.iter().any(|own| own == grond) {
            self.grounds.push(grond.to_owned());
        }
    }
}
