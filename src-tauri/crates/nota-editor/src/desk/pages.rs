//! The desk's pages: their pictures, and the way from a text to its place on
//! them and back.

use std::sync::PoisonError;

use nota_model::{Nota, Place};
use nota_template::Template;
use nota_typeset::Typeset;

use super::Desk;
use crate::guard::guarded;
use crate::host::Host;
use crate::openbaar;
use crate::preview::page_name;
use crate::view::{HostError, PagePoint, Version};

/// The least and the most pixels that a page is drawn wide; four times a
/// screen of 1024 still fits.
const WIDTHS: std::ops::RangeInclusive<u32> = 64..=4096;

impl<H: Host> Desk<H> {
    /// A page as PNG, so many pixels wide.
    ///
    /// # Errors
    ///
    /// With code `stale` when the page is no more as its hash says, and `engine`
    /// when drawing it met a fault.
    pub fn page_png(&self, index: usize, hash: &str, width: u32) -> Result<Vec<u8>, HostError> {
        let shown = self.preview.shown();
        let shown = shown.map(|shown| shown.typeset.clone());
        let typeset = shown
            .filter(|typeset| is_page(typeset, index, hash))
            .or_else(|| self.compared(index, hash))
            .ok_or_else(stale)?;
        let (width_pt, _) = typeset.page_size(index).ok_or_else(stale)?;
        let width = width.clamp(*WIDTHS.start(), *WIDTHS.end());
        let draw = || typeset.page_png(index, f64::from(width) / width_pt);
        guarded(&*self.host, draw)?.ok_or_else(stale)
    }

    /// The version of the last comparison that has a page.
    fn compared(&self, index: usize, hash: &str) -> Option<Typeset> {
        let compared = self.compared.lock();
        let compared = compared.unwrap_or_else(PoisonError::into_inner);
        let typeset = compared.iter().find(|own| is_page(own, index, hash));
        typeset.cloned()
    }

    /// Where a place stands on the pages that are shown.
    pub fn place_on_page(&self, place: &Place) -> Option<PagePoint> {
        let shown = self.preview.shown()?;
        let place = match shown.version {
            Version::Intern => place.clone(),
            Version::Openbaar => self.translated(place, openbaar::to_public)?,
        };
        let look = || {
            let places = shown.places();
            places
                .point_of(&place)
                .map(|own| (own, places.line_height()))
        };
        let (point, height) = guarded(&*self.host, look).ok()??;
        Some(PagePoint {
            page: u32::try_from(point.page).ok()?,
            x: point.x,
            y: point.y,
            height,
        })
    }

    /// What stands at this point of a page, in points from its left top.
    pub fn click_on_page(&self, page: usize, x: f64, y: f64) -> Option<Place> {
        let shown = self.preview.shown()?;
        let look = || shown.places().at(page, x, y);
        let place = guarded(&*self.host, look).ok()?;
        match shown.version {
            Version::Intern => place,
            Version::Openbaar => self.translated(&place?, openbaar::to_internal),
        }
    }

    /// A place of one version in the other.
    fn translated(
        &self,
        place: &Place,
        between: fn(&Nota, &Template, &Place) -> Option<Place>,
    ) -> Option<Place> {
        let session = self.session();
        let session = session.as_ref()?;
        between(session.nota(), session.template(), place)
    }
}

fn stale() -> HostError {
    HostError::new("stale", "Deze pagina is intussen veranderd.")
}

/// Whether a page is still as its hash says.
fn is_page(typeset: &Typeset, index: usize, hash: &str) -> bool {
    page_name(typeset, index).is_some_and(|own| own == hash)
}
