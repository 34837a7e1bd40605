//! What a document gathers while it is written: the lists, links, grounds and
//! notes that stand in parts of their own.

use std::collections::HashMap;

use nota_sheet::Sheet;

use crate::anchors::Anchors;
use crate::dress::Dress;
use crate::names::Names;
use crate::ruler::Ruler;
use crate::styles::Grounds;

/// A list of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Listing {
    /// How many lists it stands in.
    pub(crate) level: usize,
    /// The number of its first item; none for bullets.
    pub(crate) start: Option<u64>,
}

/// A document while it is written.
#[derive(Debug)]
pub(crate) struct Doc<'s, 'n> {
    pub(crate) sheet: &'s Sheet<'n>,
    pub(crate) dress: &'s Dress,
    pub(crate) ruler: Ruler<'s>,
    /// Whether a note is written and not the text.
    pub(crate) in_note: bool,
    pub(crate) lists: Vec<Listing>,
    /// The addresses that the text leads to, and those of the notes.
    pub(crate) links: [Vec<String>; 2],
    known_links: HashMap<(usize, String), usize>,
    pub(crate) grounds: Grounds,
    /// The notes in the order of the text.
    pub(crate) anchors: Anchors,
    /// The names of the lines of fields; none while something is written that
    /// only repeats.
    pub(crate) names: Option<Names>,
    ids: usize,
}

impl<'s, 'n> Doc<'s, 'n> {
    pub(crate) fn new(sheet: &'s Sheet<'n>, dress: &'s Dress, ruler: Ruler<'s>) -> Self {
        Self {
            sheet,
            dress,
            ruler,
            in_note: false,
            lists: Vec::new(),
            links: [Vec::new(), Vec::new()],
            known_links: HashMap::new(),
            grounds: Vec::new(),
            anchors: Anchors::default(),
            names: Some(Names::default()),
            ids: 0,
        }
    }

    /// A number that nothing else in the document has: of bookmarks.
    pub(crate) fn id(&mut self) -> usize {
        self.ids += 1;
        self.ids
    }

    /// A new list, by the number that paragraphs name it with.
    pub(crate) fn list(&mut self, listing: Listing) -> usize {
        self.lists.push(listing);
        self.lists.len()
    }

    /// The relation to an address.
    pub(crate) fn link(&mut self, address: &str) -> String {
        let links = &mut self.links[usize::from(self.in_note)];
        let place = (usize::from(self.in_note), address.to_owned());
        let index = self.known_links.entry(place).or_insert_with(|| {
            links.push(address.to_owned());
            links.len()
        });
        format!("link{index}")
    }

    /// The number of a ground among those of the document.
    pub(crate) fn ground(&mut self, grond: &str) -> usize {
        let known = self.grounds.iter().position(|own| own == grond);
        known.unwrap_or_else(|| {
            self.grounds.push(grond.to_owned());
            self.grounds.len() - 1
        })
    }
}
