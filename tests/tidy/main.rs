//! Keeps the house clean: layers, sizes, names, licences and documents. Each
//! test says what is wrong, where, and what is expected instead.
#![allow(
    clippy::disallowed_methods,
    reason = "an edge: these tests read the checkout"
)]

mod documents;
mod folders;
mod layers;
mod layout;
mod licences;
mod names;
mod source;
mod units;
mod window;

/// Fails with the list of what is wrong, when there is anything.
#[track_caller]
fn expect_none(wrong: &[String], instead: &str) {
    assert!(wrong.is_empty(), "{instead}\n  {}", wrong.join("\n  "));
}
