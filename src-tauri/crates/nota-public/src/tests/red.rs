//! Files that were made to hide something, kept beside the project, each with
//! what must come of it.

use std::path::Path;

use nota_markdown::parse;
use nota_template::Registry;

use super::leaks::unread;
use crate::{Kind, NotProven, Proof, Secrets, prove_absent};

/// Where the files are, from this crate.
const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../../shared/red");

/// What nobody can read; the others are found. One has nothing to hide, and
/// the two large ones are read to their end.
const NOT_READ: &[&str] = &[
    "E05", "E06", "E07", "E12", "E13", "E17", "E20", "E21", "E23", "E24", "E25", "E26",
];
const PROVEN: &[&str] = &["C07", "H-i"];

fn prove(folder: &Path, name: &str) -> Result<Proof, NotProven> {
    let nota = std::fs::read_to_string(folder.join("intern.nota.md")).expect("is there");
    let parsed = parse(&nota, Registry::builtin());
    let secrets = Secrets::of(&parsed.nota, &parsed.template).expect("it is known");
    let bytes = std::fs::read(folder.join("pdf").join(name)).expect("is there");
    prove_absent(&secrets, &bytes, Kind::Pdf)
}

#[test]
fn files_that_hide_something_are_found_out() {
    let folder = Path::new(FOLDER);
    let Ok(files) = std::fs::read_dir(folder.join("pdf")) else {
        eprintln!("NOT RUN: {FOLDER} is not there, so its files are not tried");
        return;
    };
    let mut tried = 0;
    for file in files {
        let name = file.expect("is there").file_name();
        let name = name.to_string_lossy();
        if !name.ends_with(".pdf") || name.starts_with("H-c") {
            continue;
        }
        tried += 1;
        let result = prove(folder, &name);
        let is = |list: &[&str]| list.contains(&name.get(..3).unwrap_or_default());
        let proof = result.as_ref().ok();
        let right = match (is(NOT_READ), is(PROVEN)) {
            (true, _) => unread(&result).is_some(),
            (_, true) => proof.is_some_and(Proof::holds),
            _ => proof.is_some_and(|proof| !proof.hits.is_empty()),
        };
        assert!(right, "{name}: {result:?}");
    }
    assert!(tried > 30, "{tried}");
}
