//! The answers of the desk that the tests of the window are played against, in
//! `ui/test/opname/antwoorden.json`: each must be what the desk answers now.
//! `--accept` asks them again. With `--add` the program is asked by the tests
//! of the window for an answer that is not there yet: it reads a list of
//! commands, writes what the desk answers to the last of them into the file,
//! and says it.
#![allow(
    clippy::disallowed_methods,
    reason = "an edge: it reads and writes files"
)]

mod asked;
mod kept;
mod outgoing;
mod tree;
mod world;

use std::path::PathBuf;
use std::process::ExitCode;

use nota_tests::expectation::compare;
use nota_tests::files;
use nota_tests::runner::{Case, run};

use tree::Tree;

const FILE: &str = "ui/test/opname/antwoorden.json";

fn file() -> PathBuf {
    files::root().join(FILE)
}

fn read() -> Result<Tree, String> {
    match std::fs::read_to_string(file()) {
        Ok(text) => Tree::parse(&text),
        Err(_) => Ok(Tree::default()),
    }
}

fn main() -> ExitCode {
    if std::env::args().any(|argument| argument == "--add") {
        return match add() {
            Ok(exchange) => {
                println!("{exchange}");
                ExitCode::SUCCESS
            }
            Err(why) => {
                eprintln!("{why}");
                ExitCode::FAILURE
            }
        };
    }
    let fresh = Case::new(FILE, |mode| {
        let mut tree = read()?;
        tree.ask_again()?;
        if tree.is_empty() {
            return Err("no answer is recorded".to_owned());
        }
        compare(FILE, &file(), &tree.print(), mode)
    });
    run("recorded", vec![fresh])
}

fn add() -> Result<String, String> {
    let commands = std::io::read_to_string(std::io::stdin()).map_err(|error| error.to_string())?;
    let commands: Vec<String> =
        serde_json::from_str(&commands).map_err(|error| error.to_string())?;
    let mut tree = read()?;
    let exchange = tree.add(&commands)?;
    std::fs::write(file(), tree.print()).map_err(|error| error.to_string())?;
    Ok(exchange)
}
