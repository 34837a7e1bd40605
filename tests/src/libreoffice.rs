//! LibreOffice as another reader of our documents: what it makes of them on
//! pages.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Makes a tagged PDF of each document in a folder of its own beside them, and
/// says where they are. All in one run: starting takes longer than a document.
///
/// # Errors
///
/// When LibreOffice is not there or makes no PDF of one of them: a sentence
/// for the person who runs the tests.
pub fn pdfs(documents: &[PathBuf], folder: &Path) -> Result<Vec<PathBuf>, String> {
    let tagged = r#"pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}"#;
    let output = converted(documents, tagged, folder)?;
    let mut out = Vec::new();
    for document in documents {
        let name = document.file_stem().unwrap_or_default();
        let pdf = folder.join(name).with_extension("pdf");
        if !pdf.is_file() {
            return Err(format!(
                "LibreOffice made no PDF of {}: {}",
                document.display(),
                String::from_utf8_lossy(&output.stderr)
            ));
        }
        out.push(pdf);
    }
    Ok(out)
}

/// Opens each document and saves it in another form (`odt`, `docx`) in a folder, and
/// says where they are.
///
/// # Errors
///
/// When LibreOffice is not there or does not save one of them: a sentence for the
/// person who runs the tests.
pub fn saved(documents: &[PathBuf], form: &str, folder: &Path) -> Result<Vec<PathBuf>, String> {
    let output = converted(documents, form, folder)?;
    let path = |document: &PathBuf| {
        let name = document.file_stem().unwrap_or_default();
        folder.join(name).with_extension(form)
    };
    let out: Vec<PathBuf> = documents.iter().map(path).collect();
    match out.iter().find(|path| !path.is_file()) {
        Some(path) => Err(format!(
            "LibreOffice did not save {}: {}",
            path.display(),
            String::from_utf8_lossy(&output.stderr)
        )),
        None => Ok(out),
    }
}

fn converted(documents: &[PathBuf], form: &str, folder: &Path) -> Result<Output, String> {
    let profile = folder.join("profiel");
    Command::new("soffice")
        .arg(format!(
            "-env:UserInstallation=file://{}",
            profile.display()
        ))
        .args(["--headless", "--convert-to", form, "--outdir"])
        .arg(folder)
        .args(documents)
        .output()
        .map_err(|error| format!("soffice: {error}; `cargo xtask test` installs it"))
}

/// What a screen reader gets of a tagged PDF, in order.
///
/// # Errors
///
/// When pdfinfo is not there.
pub fn spoken(pdf: &Path) -> Result<String, String> {
    let output = Command::new("pdfinfo")
        .arg("-struct-text")
        .arg(pdf)
        .output()
        .map_err(|error| format!("pdfinfo: {error}; `cargo xtask test` installs it"))?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
