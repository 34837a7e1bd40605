//! Where the reports of proofs go for `nota export --public --report`: where the
//! user says, so that none comes beside what is published by itself.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Local, NaiveDate};
use nota_public::{Proof, Report};
use nota_store::{create_folder, identity, is_folder, last_written, shown, write_together};
use nota_typeset::in_words;

use super::export::{Made, Ready};
use super::metadata::beside;
use crate::checked::Checked;
use crate::failure::Failure;

/// What is proven of a document, and what its report says beside that.
#[derive(Debug, Clone, Copy)]
pub(super) struct Proven<'a> {
    /// The proof.
    pub(super) proof: &'a Proof,
    /// The text of the nota as it was then.
    pub(super) nota: &'a str,
    /// The day of the proof.
    pub(super) today: NaiveDate,
}

/// What `--report` asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Reports {
    /// No report.
    None,
    /// One, in this file: for programs when it ends in `.json`.
    File(PathBuf),
    /// Two for each nota, for people and for programs, in this folder.
    Folder(PathBuf),
}

impl Reports {
    /// What `--report` means for these notas.
    ///
    /// # Errors
    ///
    /// When several notas would have one report, it would replace a nota, or the
    /// folder cannot be made.
    pub(super) fn choose(report: Option<&Path>, notas: &[PathBuf]) -> Result<Self, Failure> {
        let Some(report) = report else {
            return Ok(Reports::None);
        };
        let last = report.as_os_str().as_encoded_bytes().last();
        if is_folder(report) || last.is_some_and(|last| matches!(last, b'/' | b'\\')) {
            create_folder(report)?;
            return Ok(Reports::Folder(report.to_owned()));
        }
        if notas.len() > 1 {
            return Err(Failure::Usage(
                "Met ‘--report’ en de naam van een bestand kan er maar één nota tegelijk. Geef een map op: --report MAP/".to_owned(),
            ));
        }
        let own = identity(report);
        if notas.iter().any(|nota| identity(nota) == own) {
            return Err(Failure::Usage(format!(
                "Het verslag zou de nota ‘{}’ overschrijven. Geef bij ‘--report’ een andere naam op.",
                shown(report)
            )));
        }
        Ok(Reports::File(report.to_owned()))
    }

    /// The files of the reports on what goes to `target`.
    fn paths(&self, target: Option<&Path>) -> Vec<PathBuf> {
        match self {
            Reports::None => Vec::new(),
            Reports::File(file) => vec![file.clone()],
            Reports::Folder(folder) => {
                let name = target.and_then(Path::file_name);
                let name = name.map_or("openbare-versie".into(), |own| own.to_string_lossy());
                ["txt", "json"]
                    .iter()
                    .map(|kind| folder.join(format!("{name}.bewijs.{kind}")))
                    .collect()
            }
        }
    }

    /// Writes a document with the reports on it and what goes along: all of them or
    /// none. The document comes last, so that it is never there without the others.
    ///
    /// # Errors
    ///
    /// When a report would take the place of the document, or the disk refuses.
    pub(super) fn write_with(
        &self,
        target: &Path,
        document: &Ready,
        proven: Option<Proven<'_>>,
    ) -> Result<(), Failure> {
        let mut files = match &proven {
            Some(proven) => self.files(Some(target), &document.bytes, proven)?,
            None => Vec::new(),
        };
        for own in &document.companions {
            files.push((beside(target, own), own.bytes.clone()));
        }
        files.push((target.to_owned(), document.bytes.clone()));
        write_files(&files)
    }

    /// Writes the reports on what goes to standard output.
    ///
    /// # Errors
    ///
    /// When the disk refuses.
    pub(super) fn write(&self, bytes: &[u8], proven: &Proven<'_>) -> Result<(), Failure> {
        write_files(&self.files(None, bytes, proven)?)
    }

    /// The reports on what goes to `target`, to be written.
    ///
    /// # Errors
    ///
    /// When a report would take the place of the document.
    fn files(
        &self,
        target: Option<&Path>,
        bytes: &[u8],
        proven: &Proven<'_>,
    ) -> Result<Vec<(PathBuf, Vec<u8>)>, Failure> {
        let document = target.map(identity);
        let name = target.and_then(Path::file_name).unwrap_or("-".as_ref());
        let name = name.to_string_lossy();
        let date = proven.today.format("%Y-%m-%d").to_string();
        let report = Report::new(proven.proof, (&name, bytes), proven.nota, &date);
        let mut files = Vec::new();
        for path in self.paths(target) {
            if document.as_ref() == Some(&identity(&path)) {
                return Err(Failure::Usage(format!(
                    "Het verslag en het document zouden beide ‘{}’ heten. Geef bij ‘--report’ een andere naam op.",
                    shown(&path)
                )));
            }
            let text = text(&path, &report)?;
            files.push((path, text.into_bytes()));
        }
        Ok(files)
    }
}

/// The report, for programs when the name of its file says so.
fn text(path: &Path, report: &Report<'_>) -> Result<String, Failure> {
    let extension = path.extension();
    match extension.is_some_and(|own| own.eq_ignore_ascii_case("json")) {
        true => Ok(serde_json::to_string_pretty(report).map_err(std::io::Error::from)? + "\n"),
        false => Ok(report.to_string()),
    }
}

fn write_files(files: &[(PathBuf, Vec<u8>)]) -> Result<(), Failure> {
    let files: Vec<(&Path, &[u8])> = files
        .iter()
        .map(|(path, bytes)| (path.as_path(), bytes.as_slice()))
        .collect();
    Ok(write_together(&files)?)
}

/// What came of a public version; where none came, with what older files are
/// still there under its name and that of its report.
pub(super) fn with_older(
    result: Result<(Checked, Made), Failure>,
    target: Option<&Path>,
    reports: &Reports,
) -> Result<(Checked, Made), Failure> {
    let older = || {
        let document = target.map(Path::to_owned);
        // The report for people and the one for programs were written together.
        let report = reports.paths(target).into_iter().next();
        older(document.into_iter().chain(report))
    };
    match result {
        Ok((checked, Made::Refused(reason))) => {
            let reason = format!("{reason} {}", older());
            Ok((checked, Made::Refused(reason.trim_end().to_owned())))
        }
        Err(source) => Err(match older() {
            older if older.is_empty() => source,
            older => Failure::Older {
                source: Box::new(source),
                older,
            },
        }),
        made => made,
    }
}

/// What is said of these files when there is no new one: those that are there
/// are older. Empty when none is.
fn older(files: impl Iterator<Item = PathBuf>) -> String {
    let said = files.filter_map(|file| {
        let written: DateTime<Local> = last_written(&file)?.into();
        let day = in_words(written.date_naive());
        let moment = format!("{day}, {}", written.format("%H:%M"));
        Some(nota_export::older_file(&shown(&file), &moment))
    });
    said.collect::<Vec<_>>().join(" ")
}
