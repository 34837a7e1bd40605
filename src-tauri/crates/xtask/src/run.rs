//! `cargo xtask run`: the example nota as a PDF, in a place where a person
//! finds it, and open in the window.

use std::path::Path;

use crate::program::{Failure, Program, built, root};
use crate::{needs, ui};

const EXAMPLE: &str = "src-tauri/templates/jenv/beslisnota/voorbeeld.nota.md";
const NOTA: &str = "src-tauri/target/voorbeeld/beslisnota-nsoc.nota.md";
const PDF: &str = "src-tauri/target/voorbeeld/beslisnota-nsoc.pdf";

/// Opens a copy of the example nota in the window as soon as that is built, makes
/// its PDF beside it and prints where that is, and waits until the window is
/// closed. Without a screen there is no window, and it is not built either.
///
/// # Errors
///
/// When something that is needed is missing, the programs do not build, or the
/// PDF cannot be made.
pub fn run() -> Result<(), Failure> {
    needs::ensure(&[needs::WINDOW])?;
    ui::build()?;
    let (nota, pdf) = (root().join(NOTA), root().join(PDF));
    copy(&root().join(EXAMPLE), &nota)?;
    // A PDF of an earlier run must not pass for the new one.
    let _ = std::fs::remove_file(&pdf);
    if !has_screen() {
        let [program] = built(["nota"])?;
        export(&program, &pdf)?;
        println!("This machine has no screen, so the window stays closed.");
        return Ok(());
    }
    let [program, window] = built(["nota", "beslisnota"])?;
    let mut window = Program::new(window).args([&nota]).start()?;
    export(&program, &pdf)?;
    let status = window
        .wait()
        .map_err(|error| Failure::Failed(format!("the window cannot be waited for: {error}")))?;
    if status.success() {
        Ok(())
    } else {
        Err(Failure::Failed(
            "the window ended with a failure".to_owned(),
        ))
    }
}

fn export(program: &Path, pdf: &Path) -> Result<(), Failure> {
    Program::new(program)
        .args(["export", NOTA, "--to", "pdf", "-o", PDF])
        .run()?;
    println!(
        "\nThe example nota, as a PDF in the house style:\n  {}\n",
        pdf.display()
    );
    Ok(())
}

/// Runs the command line, built with the features that the tests have:
/// `cargo run --package nota-cli` compiles the typesetter once more.
///
/// # Errors
///
/// When it does not build, or ends with another status than 0.
pub fn nota(args: &[&str]) -> Result<(), Failure> {
    let [program] = built(["nota"])?;
    Program::new(program).args(args).run()
}

fn copy(from: &Path, to: &Path) -> Result<(), Failure> {
    let folder = to.parent().unwrap_or(to);
    std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::copy(from, to))
        .map_err(|error| Failure::Missing(format!("{} cannot be made: {error}", to.display())))?;
    Ok(())
}

/// Whether a window can be shown; on Linux that needs a display server.
fn has_screen() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}
