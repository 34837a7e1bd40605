//! The binary `nota` as its users run it: arguments in; output, exit status
//! and files out.

#![allow(
    clippy::disallowed_methods,
    reason = "these tests start programs and look at what is on the disk"
)]

mod check;
mod closed_output;
mod driver;
mod export;
mod formats;
#[cfg(target_os = "linux")]
mod full_disk;
mod guide;
mod harness;
mod hostile;
mod killed;
mod language;
mod metadata;
mod new;
mod public;
mod reference;
#[cfg(unix)]
mod targets;
mod templates;
mod unreadable;
