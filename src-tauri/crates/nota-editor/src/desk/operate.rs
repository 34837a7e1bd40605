//! What takes a while: the window is told that it goes on and that it ended,
//! and the user can end it.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use nota_export::{ExportOptions, Format};

use super::Desk;
use crate::border::Event;
use crate::guard::guarded;
use crate::host::Host;
use crate::view::{HostError, Progress};

impl<H: Host> Desk<H> {
    /// The nota in a format to give away.
    ///
    /// # Errors
    ///
    /// When the format cannot be made, or the user ended it.
    pub fn export(&self, format: Format) -> Result<Vec<u8>, HostError> {
        let (nota, template) =
            self.with(|session| Ok((session.nota().clone(), Arc::clone(session.template()))))?;
        self.operate(format.making(), || {
            let typesetter = self.typesetters.current();
            let options = ExportOptions::new(&typesetter);
            nota_export::export(format, &nota, &template, self.stock().registry(), &options)
                .map(|exported| exported.bytes)
                .map_err(|error| {
                    self.host.log(&format!("{error:?}"));
                    HostError::new("export", error.to_string())
                })
        })
    }

    /// Ends what goes on: nothing comes of it. The engine finishes unseen, as it
    /// cannot be stopped half-way.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
        self.tell_progress("");
    }

    /// Does something that may take a while, and tells the window so.
    pub(super) fn operate<T>(
        &self,
        what: &str,
        act: impl FnOnce() -> Result<T, HostError>,
    ) -> Result<T, HostError> {
        self.cancelled.store(false, Ordering::Relaxed);
        self.tell_progress(what);
        let result = guarded(&*self.host, act);
        self.tell_progress("");
        if self.cancelled.load(Ordering::Relaxed) {
            return Err(HostError::cancelled());
        }
        result?
    }

    fn tell_progress(&self, what: &str) {
        self.host.tell(Event::Progress(Progress {
            tekst: what.to_owned(),
        }));
    }
}
