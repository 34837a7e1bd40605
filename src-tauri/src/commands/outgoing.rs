//! What goes out of the program: the bytes of the version that was asked for. A
//! public one is proven, or there is nothing at all; the internal one never goes
//! in its place.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Local};
use nota_editor::Publishing;
use nota_editor::view::{Barrier, Exported, HostError, Publication, Version};
use nota_export::{Format, Published};
use nota_herstel::failure;
use nota_store::Kept;

use super::{Answer, Asked};
use crate::recent::moment;

/// Where the reports of proofs stand, beside the nota: apart from what is
/// published, and with a name that says what it is for.
const REPORTS: &str = "Bewijs (niet publiceren)";

/// A document that may go out.
pub(super) struct Outgoing {
    /// The name that is proposed for it.
    pub name: String,
    pub bytes: Vec<u8>,
    /// The proof; of a public version.
    pub published: Option<Box<Published>>,
}

impl Outgoing {
    /// What the window is told once the document is there as a file.
    pub fn gone(&self, file: Exported) -> Publication {
        let proof = self.published.as_ref().map(|own| own.proof.to_string());
        let lines = proof.as_deref().unwrap_or_default().lines();
        Publication {
            gemaakt: Some(file),
            bezwaren: Vec::new(),
            bewijs: lines.map(str::to_owned).collect(),
            ouder: Vec::new(),
        }
    }
}

/// What came of making a document.
pub(super) enum Made {
    /// It may go out.
    Going(Outgoing),
    /// There is no public version: what bars it, and what older files say.
    Barred(Publication),
}

/// A file that goes beside a document, to be written: a report of the proof, or
/// metadata.
pub(super) struct BesideFile {
    pub path: PathBuf,
    pub bytes: Vec<u8>,
}

/// What the window is told when there is no document, for these reasons.
pub(super) fn barred(bezwaren: Vec<Barrier>) -> Publication {
    Publication {
        gemaakt: None,
        bezwaren,
        bewijs: Vec::new(),
        ouder: Vec::new(),
    }
}

impl Asked {
    /// Makes a document of a version.
    pub(super) fn make(&self, format: Format, version: Version) -> Answer<Made> {
        let desk = self.desk();
        if version == Version::Intern {
            let bytes = desk.export(format)?;
            let name = format!("{}.{}", desk.export_stem(), format.extension());
            return Ok(Made::Going(Outgoing {
                name,
                bytes,
                published: None,
            }));
        }
        Ok(match desk.publish(format)? {
            Publishing::Proven(published) => Made::Going(Outgoing {
                name: published.name.clone(),
                bytes: published.bytes.clone(),
                published: Some(published),
            }),
            Publishing::Barred(bezwaren) => Made::Barred(Publication {
                gemaakt: None,
                bezwaren,
                bewijs: Vec::new(),
                ouder: self.older([format]),
            }),
        })
    }

    /// What is said of public files that are there already, beside the nota or
    /// where this run made files: one could take them for the new one.
    pub(super) fn older(&self, formats: impl IntoIterator<Item = Format>) -> Vec<String> {
        let nota = self.desk().path().map(PathBuf::from);
        let mut folders: Vec<PathBuf> = self.shell().folders();
        folders.extend(nota.as_deref().and_then(Path::parent).map(Path::to_owned));
        // What was handed to another program is ours, and goes by itself.
        let handed_over = Kept::handed_over("nota").map(|own| own.path().to_owned());
        let own = handed_over.as_deref().and_then(Path::parent);
        folders.retain(|folder| Some(folder.as_path()) != own);
        folders.sort();
        folders.dedup();
        let names = formats
            .into_iter()
            .filter_map(|own| self.desk().public_name(own).ok());
        let files = names.flat_map(|name| folders.iter().map(move |folder| folder.join(&name)));
        files.filter_map(|file| is_older(&file)).collect()
    }

    /// The report on a public file, for people and for programs, in the folder
    /// of reports beside the nota; beside the file when the nota has no file
    /// yet.
    pub(super) fn reports(&self, file: &Path, published: &Published) -> Answer<Vec<BesideFile>> {
        let nota = self.desk().path().map(PathBuf::from);
        let beside = nota.as_deref().unwrap_or(file).parent();
        let folder = beside.unwrap_or(Path::new(".")).join(REPORTS);
        nota_store::create_folder(&folder).map_err(|error| failure(&error))?;
        let name = file.file_name().unwrap_or_default();
        let text = self.desk().text().map(|(text, _)| text);
        let date = Local::now().format("%Y-%m-%d").to_string();
        let shown = name.to_string_lossy();
        let about = published.report(&shown, text.as_deref().unwrap_or_default(), &date);
        let json = serde_json::to_string_pretty(&about)
            .map_err(|error| HostError::new("report", error.to_string()))?;
        let texts = [("txt", about.to_string()), ("json", json)];
        let report = |(extension, text): (&str, String)| {
            // The whole name: the reports on a PDF and on Markdown are two.
            let mut name = name.to_owned();
            name.push(format!(".bewijs.{extension}"));
            BesideFile {
                path: folder.join(name),
                bytes: text.into_bytes(),
            }
        };
        Ok(texts.into_iter().map(report).collect())
    }
}

fn is_older(file: &Path) -> Option<String> {
    let written: DateTime<Local> = nota_store::last_written(file)?.into();
    Some(nota_export::older_file(
        &nota_store::shown(file),
        &moment(&written),
    ))
}

/// What is said of where the reports are.
pub(super) fn kept_apart(reports: &[BesideFile]) -> Option<String> {
    let folder = reports.first()?.path.parent()?;
    Some(format!(
        "Het verslag van het bewijs staat apart, in {}. Het is voor uw dossier; publiceer het niet.",
        nota_store::shown(folder)
    ))
}
