//! Commands about earlier versions of the open nota, and about what another
//! wrote in its file.

use nota_editor::view::{Applied, Differences, OtherText, Settlement, Snapshot, VersionView};

use super::{Answer, Asked};
use crate::keeping::moment;

impl Asked {
    pub fn versions(&self) -> Answer<Vec<VersionView>> {
        let stock = self.desk().stock();
        let versions = self.shell().herstel.versions(stock.registry()).into_iter();
        Ok(versions.map(|version| version.view(moment)).collect())
    }

    pub fn compare_text(&self, other: OtherText) -> Answer<Differences> {
        self.shell().herstel.compare_open(&other, self.desk())
    }

    pub fn restore_text(&self, other: OtherText, part: Option<usize>) -> Answer<Applied> {
        self.shell().herstel.restore(&other, part, self.desk())
    }

    pub fn settle_conflict(&self, how: Settlement) -> Answer<Option<Snapshot>> {
        self.shell().herstel.settle(how, self.desk())
    }
}
