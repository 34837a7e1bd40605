//! What the tests are made with: cases read from files, expectations that one
//! flag rewrites, independent readers of what comes out of the engine. The
//! targets themselves stand beside this folder, one file each.
#![allow(
    clippy::disallowed_methods,
    reason = "an edge: tests read fixtures, write reports and start other readers"
)]

pub mod cargo;
pub mod engine;
pub mod expectation;
pub mod files;
pub mod foreign;
pub mod libreoffice;
pub mod odd;
pub mod outline;
pub mod package;
pub mod pandoc;
pub mod pdf;
pub mod report;
pub mod runner;
pub mod shown;
pub mod sizes;
pub mod suite;
