//! Files that were made to hide something: in each of them the secret is
//! found, or it is said what of it cannot be read. They are kept beside the
//! project, in `../shared/red/pdf`.
#![allow(clippy::disallowed_methods, reason = "an edge: these tests read files")]

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use nota_markdown::parse;
use nota_public::{Kind, Secrets, Verdict as Said, prove_absent};
use nota_template::Registry;
use nota_tests::runner::{Case, Verdict, run};

/// Where the files are.
const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/red");

/// What nobody can read; in the others the secret is found.
const NOT_READ: &[&str] = &[
    "E05", "E06", "E07", "E12", "E13", "E20", "E21", "E23", "E24", "E25", "E26",
];

/// What hides nothing, and is read to its end.
const PROVEN: &[&str] = &["C07", "H-c", "H-i"];

fn main() -> ExitCode {
    let mut paths: Vec<PathBuf> = match std::fs::read_dir(Path::new(FOLDER).join("pdf")) {
        Ok(files) => files.flatten().map(|file| file.path()).collect(),
        Err(_) => Vec::new(),
    };
    paths.retain(|path| path.extension().is_some_and(|own| own == "pdf"));
    paths.sort();
    if paths.is_empty() {
        eprintln!("NOT RUN: {FOLDER} is not there, so its files are not tried.");
    }
    let case = |path: PathBuf| {
        let name = path
            .file_stem()
            .map(|own| own.to_string_lossy().into_owned());
        Case::new(name.unwrap_or_default(), move |_| tried(&path))
    };
    run("verborgen", paths.into_iter().map(case).collect())
}

fn tried(path: &Path) -> Verdict {
    let read = |path: &Path| std::fs::read(path).map_err(|error| error.to_string());
    let nota = read(&Path::new(FOLDER).join("intern.nota.md"))?;
    let parsed = parse(&String::from_utf8_lossy(&nota), Registry::builtin());
    let secrets = Secrets::of(&parsed.nota, &parsed.template).map_err(|error| error.to_string())?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let is = |list: &[&str]| list.iter().any(|own| name.starts_with(own));
    let right = match (is(NOT_READ), is(PROVEN)) {
        (true, _) => Said::NotProven,
        (_, true) => Said::Proven,
        _ => Said::Found,
    };
    let proof =
        prove_absent(&secrets, &read(path)?, Kind::Pdf).map_err(|error| error.to_string())?;
    match proof.verdict() == right {
        true => Ok(()),
        false => Err(format!("{right:?} is right, and it is said\n{proof}")),
    }
}
