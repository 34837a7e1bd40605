//! The binary `nota` as its users run it: arguments in; output, exit status
//! and files out.

#![allow(
    clippy::disallowed_methods,
    reason = "these tests start programs and look at what is on the disk"
)]

mod check;
mod closed_output;
mod export;
mod formats;
mod guide;
mod harness;
mod hostile;
mod new;
mod public;
mod reference;
#[cfg(unix)]
mod targets;
mod templates;
mod unreadable;
