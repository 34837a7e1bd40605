//! A fault in the program itself stays with what it came up in: the window gets
//! a sentence instead of waiting for an answer for ever, and the nota stays.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::host::Host;
use crate::view::HostError;

/// What `act` gives.
///
/// # Errors
///
/// With code `engine` when it panicked.
pub(crate) fn guarded<H: Host, T>(host: &H, act: impl FnOnce() -> T) -> Result<T, HostError> {
    catch_unwind(AssertUnwindSafe(act)).map_err(|_| {
        host.log("an operation was stopped by a fault");
        HostError::new(
            "engine",
            "Dit is niet gelukt door een fout in het programma. Uw tekst is er nog. Sla de nota op \
             en probeer het opnieuw.",
        )
    })
}
