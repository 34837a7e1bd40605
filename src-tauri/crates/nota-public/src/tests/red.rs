//! Files that were made to hide something, kept beside the project, each with
//! what must come of it.

use std::path::Path;

use nota_markdown::parse;
use nota_template::Registry;

use crate::{Kind, NotProven, Proof, Secrets, prove_absent};

/// Where the files are, from this crate.
const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../../shared/red");

fn prove(folder: &Path, name: &str) -> Result<Proof, NotProven> {
    let nota = std::fs::read_to_string(folder.join("intern.nota.md")).expect("is there");
    let parsed = parse(&nota, Registry::builtin());
    let secrets = Secrets::of(&parsed.nota, &parsed.template).expect("it is known");
    let bytes = std::fs::read(folder.join("pdf").join(name)).expect("is there");
    prove_absent(&secrets, &bytes, Kind::Pdf)
}

#[test]
fn files_that_hide_something_are_found_out() {
    let folder = Path::new(&std::env::var("RED").unwrap_or_else(|_| FOLDER.to_owned())).to_owned();
    if !folder.join("pdf").is_dir() {
        eprintln!(
            "NOT RUN: the files that hide something are not in {}",
            folder.display()
        );
        return;
    }
    for entry in std::fs::read_dir(folder.join("pdf")).expect("can be listed") {
        let name = entry
            .expect("is there")
            .file_name()
            .into_string()
            .expect("is UTF-8");
        if !name.ends_with(".pdf") {
            continue;
        }
        let start = std::time::Instant::now();
        match prove(&folder, &name) {
            Ok(proof) => println!(
                "{name} {:?} {:?} {:?} {:?}",
                proof.verdict(),
                start.elapsed(),
                proof
                    .hits
                    .iter()
                    .map(|h| format!("{} {}", h.number, h.spot))
                    .collect::<Vec<_>>(),
                proof.unread
            ),
            Err(error) => println!("{name} ERR {error}"),
        }
    }
}

#[test]
fn tmp_list() {
    let Ok(list) = std::env::var("PDFS") else {
        return;
    };
    let folder = Path::new("/work/shared/red");
    let nota = std::fs::read_to_string(folder.join("intern.nota.md")).expect("is there");
    let parsed = parse(&nota, Registry::builtin());
    let secrets = Secrets::of(&parsed.nota, &parsed.template).expect("it is known");
    for name in list.split_whitespace() {
        let bytes = std::fs::read(name).expect("is there");
        let start = std::time::Instant::now();
        match prove_absent(&secrets, &bytes, Kind::Pdf) {
            Ok(proof) => println!(
                "{name} {:?} {:?} {:?} {:?}",
                proof.verdict(),
                start.elapsed(),
                proof
                    .hits
                    .iter()
                    .map(|h| format!("{} {}", h.number, h.spot))
                    .collect::<Vec<_>>(),
                proof.unread
            ),
            Err(error) => println!("{name} ERR {error} {:?}", start.elapsed()),
        }
    }
}
