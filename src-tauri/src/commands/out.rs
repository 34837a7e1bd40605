//! Commands that bring the nota out: files, the printer, the mail program.

use std::path::{Path, PathBuf};

use nota_editor::view::{
    Bericht, Bron, Exported, FormatId, FormatView, HostError, MailWay, MetadataKind, Publication,
    Version,
};
use nota_export::Format;
use nota_herstel::failure;
use nota_store::Kept;

use super::outgoing::{BesideFile, Made, Outgoing, barred};
use super::{Answer, Asked};
use crate::{dialogs, opener};

impl Asked {
    pub fn formats(&self) -> Answer<Vec<FormatView>> {
        Ok(nota_editor::formats())
    }

    pub fn export_to(
        &self,
        FormatId(format): FormatId,
        metadata: Vec<MetadataKind>,
        bron: Bron,
    ) -> Answer<Publication> {
        let metadata = self.metadata(metadata);
        let lacking = metadata.lacking(self.desk())?;
        if !lacking.is_empty() {
            return Ok(barred(lacking));
        }
        let extension = format.extension();
        let name = format!("{}.{extension}", self.desk().export_stem());
        let kind = extension.to_uppercase();
        let path = dialogs::save(&self.app, "Exporteren", &name, &kind, extension)?;
        let bytes = self.desk().export_with(format, bron)?;
        let beside = metadata.beside(self.desk(), Version::Intern, &path, format, &bytes)?;
        let beside = match beside {
            Ok(files) => files,
            Err(barriers) => return Ok(barred(barriers)),
        };
        let file = self.put(&path, &bytes, &beside)?;
        let outgoing = Outgoing {
            name: String::new(),
            bytes,
            published: None,
        };
        Ok(outgoing.gone(file))
    }

    /// Writes a file that this run may open and show from then on, with what
    /// stands beside it: all of them or none.
    pub(super) fn put(&self, path: &Path, bytes: &[u8], beside: &[BesideFile]) -> Answer<Exported> {
        // The file comes last: it is never there without the others.
        let mut files: Vec<(&Path, &[u8])> = beside
            .iter()
            .map(|own| (own.path.as_path(), own.bytes.as_slice()))
            .collect();
        files.push((path, bytes));
        nota_store::write_together(&files).map_err(|error| failure(&error))?;
        self.shell().made(path);
        Ok(exported(path))
    }

    /// No file comes of what goes on.
    pub fn cancel(&self) -> Answer<()> {
        self.desk().cancel();
        Ok(())
    }

    pub fn open_exported(&self, path: String) -> Answer<()> {
        let path = self.own_file(path)?;
        opener::file(&path).map_err(|cause| no_program(&cause))
    }

    pub fn show_folder(&self, path: String) -> Answer<()> {
        let path = self.own_file(path)?;
        // A desktop that cannot point out a file can open its folder.
        let folder = path.parent().unwrap_or(&path);
        tauri_plugin_opener::reveal_item_in_dir(&path)
            .or_else(|_| opener::file(folder))
            .map_err(|cause| no_program(&cause))
    }

    fn own_file(&self, path: String) -> Answer<PathBuf> {
        let path = PathBuf::from(path);
        if self.shell().has_made(&path) {
            return Ok(path);
        }
        Err(HostError::new(
            "not-ours",
            "Alleen bestanden die u net hebt gemaakt, kunnen van hieruit worden geopend.",
        ))
    }

    /// Through the system's viewer.
    pub fn print(&self, version: Version) -> Answer<Publication> {
        let what_to_do = "Kies Exporteren en druk de pdf zelf af.";
        self.hand_over(Format::PDF, version, what_to_do)
    }

    pub fn mail(&self, how: MailWay, version: Version) -> Answer<Publication> {
        match how {
            MailWay::Keep => self.keep_mail(version),
            MailWay::Open => {
                let what_to_do = "Maak zelf een bericht, of sla de e-mail op.";
                self.hand_over(Format::EML, version, what_to_do)
            }
            MailWay::Zelf => self.lay_ready(version),
        }
    }

    pub fn message(&self, version: Version) -> Answer<Bericht> {
        self.desk().message(version)
    }

    /// Makes the PDF for who writes the message himself, and points it out in its
    /// folder.
    fn lay_ready(&self, version: Version) -> Answer<Publication> {
        let outgoing = match self.make(Format::PDF, version)? {
            Made::Going(outgoing) => outgoing,
            Made::Barred(barred) => return Ok(barred),
        };
        let path = self.handed_over(&outgoing)?;
        // Where nothing can point it out, the window says in which folder it is.
        let _ = self.show_folder(path.display().to_string());
        Ok(outgoing.gone(exported(&path)))
    }

    /// Keeps a file for another program, in a folder that only the user can enter.
    fn handed_over(&self, outgoing: &Outgoing) -> Answer<PathBuf> {
        let kept = Kept::handed_over(&outgoing.name).ok_or_else(|| {
            HostError::new(
                "no-folder",
                "Er is geen map voor tijdelijke bestanden. Kies Exporteren.",
            )
        })?;
        kept.write_bytes(&outgoing.bytes)
            .map_err(|error| failure(&error))?;
        self.shell().made(kept.path());
        Ok(kept.path().to_owned())
    }

    /// Makes a file for another program, in a folder that only the user can
    /// enter, and opens it there.
    fn hand_over(&self, format: Format, version: Version, what_to_do: &str) -> Answer<Publication> {
        let outgoing = match self.make(format, version)? {
            Made::Going(outgoing) => outgoing,
            Made::Barred(barred) => return Ok(barred),
        };
        let path = self.handed_over(&outgoing)?;
        opener::file(&path).map_err(|cause| no_viewer(&cause, what_to_do))?;
        Ok(outgoing.gone(exported(&path)))
    }

    /// Asks where a draft e-mail is to be kept.
    fn keep_mail(&self, version: Version) -> Answer<Publication> {
        let outgoing = match self.make(Format::EML, version)? {
            Made::Going(outgoing) => outgoing,
            Made::Barred(barred) => return Ok(barred),
        };
        let title = match version {
            Version::Intern => "E-mail met interne versie opslaan",
            Version::Openbaar => "E-mail met openbare versie opslaan",
        };
        let path = dialogs::save(&self.app, title, &outgoing.name, "EML", "eml")?;
        let made = self.put(&path, &outgoing.bytes, &[])?;
        Ok(outgoing.gone(made))
    }

    pub fn open_link(&self, href: String) -> Answer<()> {
        nota_editor::may_open(&href)?;
        opener::address(&href)
            .map_err(|cause| no_viewer(&cause, "Kopieer het adres en open het zelf."))
    }
}

/// What the window is told of a file that was made.
fn exported(path: &Path) -> Exported {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    Exported {
        path: path.to_string_lossy().into_owned(),
        naam: name.into_owned(),
        map: nota_store::shown(path.parent().unwrap_or(path)),
        meldingen: Vec::new(),
    }
}

fn no_program(cause: &str) -> HostError {
    eprintln!("beslisnota: {cause}");
    HostError::new(
        "no-program",
        "Het bestand is gemaakt, maar er is geen programma gevonden om het te openen. U vindt het in de map die hierboven staat.",
    )
}

fn no_viewer(cause: &str, what_to_do: &str) -> HostError {
    eprintln!("beslisnota: {cause}");
    let why = "Er is geen programma gevonden om dit te openen.";
    HostError::new("no-program", format!("{why} {what_to_do}"))
}
