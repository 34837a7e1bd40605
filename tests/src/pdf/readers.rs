//! Other people's programs that read our PDFs.

use std::path::Path;
use std::process::{Command, Output};

/// The text of a PDF as pdftotext sees it, page by page with a form feed in
/// between, laid out as on the page.
///
/// # Errors
///
/// When the program is missing or cannot read the PDF.
pub fn text(pdf: &Path) -> Result<String, String> {
    let output = start("pdftotext", &["-layout", "-enc", "UTF-8"], pdf, &["-"])?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Has qpdf look at the structure of the file.
///
/// # Errors
///
/// What qpdf complains about.
pub fn qpdf_check(pdf: &Path) -> Result<(), String> {
    start("qpdf", &["--check"], pdf, &[]).map(|_| ())
}

fn start(program: &str, before: &[&str], pdf: &Path, after: &[&str]) -> Result<Output, String> {
    let output = Command::new(program)
        .args(before)
        .arg(pdf)
        .args(after)
        .output()
        .map_err(|error| format!("{program}: {error}; `cargo xtask test` installs it"))?;
    if output.status.success() {
        return Ok(output);
    }
    Err(format!(
        "{program}: {}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    ))
}
