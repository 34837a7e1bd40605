//! The choice between the open nota and what another wrote in its file.

use nota_editor::view::{HostError, Settlement, Snapshot};
use nota_editor::{Desk, Host};
use nota_store::{Cause, ErrorCode};

use crate::{Herstel, failure};

impl Herstel {
    /// Carries out the choice. The other text is a version afterwards.
    ///
    /// # Errors
    ///
    /// When the file cannot be read or written; then both are as they were.
    pub fn settle<H: Host>(
        &self,
        how: Settlement,
        desk: &Desk<H>,
    ) -> Result<Option<Snapshot>, HostError> {
        let theirs = match self.vault.accept() {
            Ok(text) => Some(text),
            // A file that is gone has nothing to choose.
            Err(error) if error.code() == ErrorCode::NotFound => None,
            Err(error) => return Err(failure(&error)),
        };
        match how {
            Settlement::Mine => {
                if let Some(path) = desk.path() {
                    desk.save_to(&path)?;
                }
            }
            Settlement::Theirs => {
                if let (Some((text, _)), Some(theirs)) = (desk.text(), theirs) {
                    self.vault
                        .keep_version(&text, Cause::Discarded, |_, _| Vec::new());
                    return desk.take_over(&theirs).map(Some);
                }
            }
        }
        Ok(desk.snapshot())
    }
}
