//! Commands that change the nota and show its pages.

use nota_editor::view::{Applied, PagePoint, PasteView, Snapshot};
use nota_model::{Change, Place};

use super::{Answer, Asked, Picture};
use crate::web_view;

impl Asked {
    pub fn snapshot(&self) -> Answer<Option<Snapshot>> {
        Ok(self.desk().snapshot())
    }

    pub fn apply(&self, change: Change, group: Option<String>) -> Answer<Applied> {
        self.desk().apply(&change, group.as_deref())
    }

    pub fn undo(&self) -> Answer<Applied> {
        self.desk().undo()
    }

    pub fn redo(&self) -> Answer<Applied> {
        self.desk().redo()
    }

    pub fn paste(&self) -> Answer<()> {
        web_view::edit(&self.app, "Paste")
    }

    pub fn paste_text(&self) -> Answer<()> {
        web_view::edit(&self.app, "PasteAsPlainText")
    }

    pub fn read_paste(&self, html: Option<String>, text: String) -> Answer<PasteView> {
        nota_editor::read_paste(html.as_deref(), &text)
    }

    /// As bytes and not as JSON.
    pub fn page_picture(&self, index: usize, hash: String, width: u32) -> Answer<Picture> {
        let png = self.desk().page_png(index, &hash, width)?;
        Ok(Picture::new(png))
    }

    pub fn place_on_page(&self, place: Place) -> Answer<Option<PagePoint>> {
        Ok(self.desk().place_on_page(&place))
    }

    pub fn click_on_page(&self, page: usize, x: f64, y: f64) -> Answer<Option<Place>> {
        Ok(self.desk().click_on_page(page, x, y))
    }
}
