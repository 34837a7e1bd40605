//! Other people's programs that read our PDFs.

use std::path::Path;
use std::process::{Command, Output};

use super::Picture;

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

/// The text of a PDF as MuPDF sees it.
///
/// # Errors
///
/// When the program is missing or cannot read the PDF.
pub fn mupdf_text(pdf: &Path) -> Result<String, String> {
    let output = start("mutool", &["draw", "-q", "-F", "txt"], pdf, &[])?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// A page as poppler paints it, with so many pixels per millimetre.
///
/// # Errors
///
/// When the program is missing or cannot paint the page.
pub fn page_picture(pdf: &Path, page: usize, per_mm: f64) -> Result<Picture, String> {
    let page = page.to_string();
    let resolution = (per_mm * 25.4).to_string();
    let options = ["-png", "-r", &resolution, "-f", &page, "-l", &page];
    let output = start("pdftoppm", &options, pdf, &[])?;
    Picture::from_png(&output.stdout)
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
