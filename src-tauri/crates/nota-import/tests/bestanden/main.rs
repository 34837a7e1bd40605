//! Real files of Word, LibreOffice and others, and files that are made to do
//! harm, each with its right result. They are not ours to spread, and lie
//! beside the project.

#![allow(
    clippy::disallowed_methods,
    reason = "these tests read the files that they are about"
)]

mod bommen;
mod pdf;
mod word;

use std::path::PathBuf;

use nota_import::{Choices, Document, Imported, Refusal, read};
use nota_template::Registry;

/// The bytes of a file beside the project.
///
/// # Panics
///
/// When it is not there: a test without its file must not pass.
pub fn bytes(name: &str) -> Vec<u8> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/word-files");
    let path = root.join(name);
    std::fs::read(&path).unwrap_or_else(|error| {
        panic!("{} is needed for this test: {error}", path.display());
    })
}

/// A file that must be read.
pub fn document(name: &str) -> Document {
    let read = read(&bytes(name), Registry::builtin());
    read.unwrap_or_else(|refusal| panic!("{name}: {refusal}"))
}

/// The nota of a file, of which every character must have arrived and none may
/// be new.
pub fn imported(name: &str) -> Imported {
    let document = document(name);
    let made = document.assign(&document.proposed(), &Choices::new());
    assert_eq!(made.report.missing, Vec::<String>::new(), "{name}");
    assert_eq!(made.report.surplus, "", "{name}");
    let count = made.report.characters;
    assert_eq!(count.read, count.placed + count.rest, "{name}");
    made
}

/// The text of a nota without its fields.
pub fn body(made: &Imported) -> &str {
    let rest = made.text.split_once("\n---\n").map(|(_, rest)| rest);
    rest.unwrap_or(&made.text).trim()
}

/// Why a file is refused.
pub fn refused(name: &str) -> Refusal {
    match read(&bytes(name), Registry::builtin()) {
        Err(refusal) => refusal,
        Ok(_) => panic!("{name} was read"),
    }
}
