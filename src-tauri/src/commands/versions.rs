//! Commands about earlier versions of the open nota, and about what another
//! wrote in its file.

use nota_editor::view::{Applied, Differences, HostError, OtherText, Snapshot, VersionView};
use nota_store::{Cause, ErrorCode, Version};

use super::App;
use crate::host::failure;
use crate::keeping::moment;

/// The versions of the open nota, the newest first.
#[tauri::command(async)]
pub fn versions(shell: App<'_>) -> Vec<VersionView> {
    let list = shell.vault.list();
    let text = |version: &Version| shell.vault.version(&version.id).unwrap_or_default();
    let mut views = Vec::new();
    let mut newer = list.first().map(text).unwrap_or_default();
    for (index, version) in list.iter().enumerate() {
        let older = list.get(index + 1).map(text).unwrap_or_default();
        let change = shell.desk.differences(&older, &newer);
        views.push(VersionView {
            id: version.id.clone(),
            moment: moment(version.head.time),
            computer: version.head.machine.clone(),
            reden: reason(version).to_owned(),
            erbij: change.erbij,
            eraf: change.eraf,
        });
        newer = older;
    }
    views
}

fn reason(version: &Version) -> &'static str {
    if version.damaged {
        return "deels beschadigd";
    }
    match version.head.cause {
        Cause::Found => "zoals geopend",
        Cause::Saved => "opgeslagen",
        Cause::Interval => "tijdens het schrijven",
        Cause::Foreign => "door een ander geschreven",
        Cause::Discarded => "gesloten zonder opslaan",
    }
}

/// Looking at what is in the file is no choice yet: it stays unknown.
fn text_of(shell: &App<'_>, other: &OtherText) -> Result<String, HostError> {
    let text = match other {
        OtherText::Versie { id } => shell.vault.version(id),
        OtherText::Schijf => shell.vault.on_disk(),
    };
    text.map_err(|error| failure(&error))
}

/// What came and went in the open nota since another text.
#[tauri::command(async)]
pub fn compare_text(shell: App<'_>, other: OtherText) -> Result<Differences, HostError> {
    shell.desk.differences_since(&text_of(&shell, &other)?)
}

/// Brings one part of another text back, or all of it, as one step of undo.
#[tauri::command(async)]
pub fn restore_text(
    shell: App<'_>,
    other: OtherText,
    part: Option<usize>,
) -> Result<Applied, HostError> {
    shell.desk.restore(&text_of(&shell, &other)?, part)
}

/// Chooses between the nota here and what another wrote in its file: `mine`
/// saves what is here, `theirs` takes what is in the file. The other one is a
/// version afterwards.
#[tauri::command(async)]
pub fn settle_conflict(shell: App<'_>, how: String) -> Result<Option<Snapshot>, HostError> {
    let theirs = match shell.vault.accept() {
        Ok(text) => Some(text),
        Err(error) if error.code() == ErrorCode::NotFound => None,
        Err(error) => return Err(failure(&error)),
    };
    if how == "theirs" {
        if let (Some((text, _)), Some(theirs)) = (shell.desk.text(), theirs) {
            shell
                .vault
                .keep_version(&text, Cause::Discarded, |_, _| Vec::new());
            return shell.desk.take_over(&theirs).map(Some);
        }
        return Ok(shell.desk.snapshot());
    }
    if let Some(path) = shell.desk.path() {
        shell.desk.save_to(&path)?;
    }
    Ok(shell.desk.snapshot())
}
