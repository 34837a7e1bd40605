//! `cargo xtask run`: the PDF of the example nota, in a place where a person
//! finds it.

use crate::program::{Failure, Program, built, root};

const EXAMPLE: &str = "src-tauri/templates/jenv/beslisnota/voorbeeld.nota.md";
const OUTPUT: &str = "src-tauri/target/voorbeeld/beslisnota-nsoc.pdf";

/// Makes the PDF and prints where it is.
///
/// # Errors
///
/// When the program does not build, or the PDF cannot be made.
pub fn run() -> Result<(), Failure> {
    let output = root().join(OUTPUT);
    if let Some(folder) = output.parent() {
        std::fs::create_dir_all(folder).map_err(|error| {
            Failure::Missing(format!("{} cannot be made: {error}", folder.display()))
        })?;
    }
    // A PDF of an earlier run must not pass for the new one.
    let _ = std::fs::remove_file(&output);
    println!("The first time, this builds the typesetter; that takes some ten minutes.");
    Program::new(built("nota")?)
        .args(["export", EXAMPLE, "--to", "pdf", "-o", OUTPUT])
        .run()?;
    println!(
        "\nThe example nota, as a PDF in the house style:\n  {}",
        output.display()
    );
    Ok(())
}
