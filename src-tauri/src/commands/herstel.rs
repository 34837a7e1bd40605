//! Commands that bring back what was not saved, and earlier versions.

use std::time::Duration;

use nota_editor::replay;
use nota_editor::view::{
    Applied, Differences, DraftView, HostError, OtherText, Snapshot, VersionView,
};
use nota_store::{Cause, Draft, ErrorCode, Fingerprint, Version};
use nota_template::Registry;

use super::App;
use crate::host::failure;
use crate::keeping::moment;

/// The drafts that were not saved when the program stopped.
#[tauri::command(async)]
pub fn drafts(shell: App<'_>) -> Vec<DraftView> {
    let journals = shell.vault.journals();
    let drafts = journals.drafts().unwrap_or_default();
    drafts
        .iter()
        .filter(|draft| !draft.closed && !journals.is_open(&draft.id))
        .filter_map(|draft| view(&shell, draft))
        .collect()
}

/// None for a draft of which everything was saved.
fn view(shell: &App<'_>, draft: &Draft) -> Option<DraftView> {
    let replayed = replay(&draft.text, &draft.changes, Registry::builtin());
    let head = draft.head.as_ref();
    let own = Fingerprint::of(replayed.text.as_bytes());
    if head.is_some_and(|head| head.saved == own) || in_file(draft).as_ref() == Some(&replayed.text)
    {
        return None;
    }
    let path = head.and_then(|head| head.path.as_deref());
    Some(DraftView {
        id: draft.id.clone(),
        titel: shell
            .desk
            .title_of(&replayed.text, path.map(nota_store::shown)),
        bestand: path.map(nota_store::shown),
        geopend: head.map_or_else(String::new, |head| moment(head.begun)),
        beschadigd: draft.damaged || replayed.left_out > 0,
    })
}

/// What the file of a draft holds now.
fn in_file(draft: &Draft) -> Option<String> {
    let path = draft.head.as_ref()?.path.as_ref()?;
    nota_store::read(path).ok().map(|file| file.text)
}

/// What a draft has that its file has not.
#[tauri::command(async)]
pub fn compare_draft(shell: App<'_>, id: String) -> Result<Differences, HostError> {
    let draft = shell.vault.draft(&id).map_err(|error| failure(&error))?;
    let text = replay(&draft.text, &draft.changes, Registry::builtin()).text;
    let saved = in_file(&draft).unwrap_or_default();
    Ok(shell.desk.differences(&saved, &text))
}

/// Puts a draft on the desk. Its file stays as it is until the user saves.
#[tauri::command(async)]
pub fn recover_draft(shell: App<'_>, id: String) -> Result<Snapshot, HostError> {
    let draft = shell.vault.draft(&id).map_err(|error| failure(&error))?;
    let text = replay(&draft.text, &draft.changes, Registry::builtin()).text;
    let saved = in_file(&draft);
    let path = draft.head.and_then(|head| head.path);
    let path = path.map(|path| path.to_string_lossy().into_owned());
    Ok(shell.desk.open_draft(&id, &text, path, saved.as_deref()))
}

/// Throws a draft away.
#[tauri::command(async)]
pub fn forget_draft(shell: App<'_>, id: String) -> Result<Vec<DraftView>, HostError> {
    let forgotten = shell.vault.journals().discard(&id);
    forgotten.map_err(|error| failure(&error))?;
    Ok(drafts(shell))
}

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

/// Takes away all drafts, versions and rescue copies.
#[tauri::command(async)]
pub fn forget_all(shell: App<'_>) -> Result<(), HostError> {
    let (text, revision) = shell.desk.text().unwrap_or_default();
    let forgotten = shell.vault.forget(&text, revision);
    nota_store::forget_handed_over(Duration::ZERO);
    forgotten.map_err(|error| failure(&error))
}
