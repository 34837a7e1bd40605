//! Commands that bring back what is kept besides the files: what was not saved
//! when the program stopped, and all that no file leads to any more.

use nota_editor::view::{Differences, DraftView, KeptText, Snapshot};
use nota_herstel::{Why, failure};

use super::{Answer, Asked};
use crate::keeping::moment;

impl Asked {
    pub fn drafts(&self) -> Answer<Vec<DraftView>> {
        let stock = self.desk().stock();
        let drafts = self.shell().herstel.drafts(stock.registry());
        // A folder that cannot be read is told when the next nota is opened.
        let drafts = drafts.unwrap_or_default().into_iter();
        let stopped = drafts.filter(|draft| draft.why == Why::Stopped);
        Ok(stopped.map(|draft| draft.view(moment)).collect())
    }

    pub fn kept(&self) -> Answer<Vec<DraftView>> {
        let stock = self.desk().stock();
        let left = self.shell().herstel.left(stock.registry()).into_iter();
        Ok(left.map(|kept| kept.view(moment)).collect())
    }

    pub fn compare_draft(&self, kept: KeptText) -> Answer<Differences> {
        let stock = self.desk().stock();
        let compared = self.shell().herstel.compare(&kept, stock.registry());
        compared.map_err(|error| failure(&error))
    }

    pub fn recover_draft(&self, kept: KeptText) -> Answer<Snapshot> {
        self.shell().herstel.recover(kept, self.desk())
    }

    pub fn forget_draft(&self, kept: KeptText) -> Answer<()> {
        let forgotten = self.shell().herstel.forget(&kept);
        forgotten.map_err(|error| failure(&error))
    }

    pub fn forget_all(&self) -> Answer<()> {
        let forgotten = self.shell().herstel.forget_all(self.desk().text());
        forgotten.map_err(|error| failure(&error))
    }
}
