//! Commands that bring back what is kept besides the files: what was not saved
//! when the program stopped, and all that no file leads to any more.

use std::collections::HashSet;
use std::time::Duration;

use nota_editor::view::{Differences, DraftView, HostError, KeptText, Snapshot};
use nota_editor::{Origin, Replayed, replay};
use nota_store::{Draft, Fingerprint, Orphan, StoreError};
use nota_template::Registry;

use super::App;
use crate::host::failure;
use crate::keeping::moment;

/// The drafts that were not saved when the program stopped.
#[tauri::command(async)]
pub fn drafts(shell: App<'_>) -> Vec<DraftView> {
    let drafts = free_drafts(&shell).into_iter();
    drafts
        .filter(|draft| !draft.closed)
        .filter_map(|draft| of_draft(&shell, &draft))
        .collect()
}

/// What else is kept and in no file: drafts that were closed without saving,
/// notas whose file is gone, and copies of what could not be saved. Looks at
/// many files, which can take a while.
#[tauri::command(async)]
pub fn kept(shell: App<'_>) -> Vec<DraftView> {
    let drafts = free_drafts(&shell);
    let heads = drafts.iter().filter_map(|draft| draft.head.as_ref());
    let known: HashSet<&str> = heads.map(|head| head.document.as_str()).collect();
    let closed = drafts.iter().filter(|draft| draft.closed);
    let mut kept: Vec<DraftView> = closed.filter_map(|draft| of_draft(&shell, draft)).collect();
    let orphans = shell.vault.orphans().into_iter();
    kept.extend(
        orphans
            .filter(|orphan| !known.contains(orphan.document.as_str()))
            .filter_map(|orphan| of_orphan(&shell, orphan)),
    );
    let copies = shell.vault.rescued().into_iter();
    kept.extend(copies.filter_map(|name| of_copy(&shell, name)));
    kept
}

/// Those that no program has open.
fn free_drafts(shell: &App<'_>) -> Vec<Draft> {
    let journals = shell.vault.journals();
    let mut drafts = journals.drafts().unwrap_or_default();
    drafts.retain(|draft| !journals.is_open(&draft.id));
    drafts
}

fn replayed(draft: &Draft) -> Replayed {
    replay(&draft.text, &draft.changes, Registry::builtin())
}

/// None for a draft of which everything was saved.
fn of_draft(shell: &App<'_>, draft: &Draft) -> Option<DraftView> {
    let replayed = replayed(draft);
    let head = draft.head.as_ref();
    let own = Fingerprint::of(replayed.text.as_bytes());
    if head.is_some_and(|head| head.saved == own) || in_file(draft).as_ref() == Some(&replayed.text)
    {
        return None;
    }
    let path = head.and_then(|head| head.path.as_deref());
    let path = path.map(nota_store::shown);
    Some(DraftView {
        tekst: KeptText::Concept {
            id: draft.id.clone(),
        },
        titel: shell.desk.title_of(&replayed.text, path.clone()),
        bestand: path,
        moment: head.map_or_else(String::new, |head| moment(head.begun)),
        reden: match draft.closed {
            true => "gesloten zonder opslaan",
            false => "",
        }
        .to_owned(),
        beschadigd: draft.damaged || replayed.left_out > 0,
    })
}

/// None when its text cannot be read any more.
fn of_orphan(shell: &App<'_>, Orphan { document, newest }: Orphan) -> Option<DraftView> {
    let text = shell.vault.orphan(&document).ok()?;
    let path = newest.head.path.as_deref().map(nota_store::shown);
    Some(DraftView {
        tekst: KeptText::Versie { document },
        titel: shell.desk.title_of(&text, path.clone()),
        reden: match path {
            Some(_) => "bestand niet gevonden",
            None => "nooit opgeslagen",
        }
        .to_owned(),
        bestand: path,
        moment: moment(newest.head.time),
        beschadigd: newest.damaged,
    })
}

/// None for what is no text.
fn of_copy(shell: &App<'_>, naam: String) -> Option<DraftView> {
    let text = shell.vault.rescued_text(&naam).ok()?;
    Some(DraftView {
        titel: shell.desk.title_of(&text, Some(naam.clone())),
        bestand: Some(naam.clone()),
        tekst: KeptText::Noodkopie { naam },
        moment: String::new(),
        reden: "kon niet worden opgeslagen".to_owned(),
        beschadigd: false,
    })
}

/// What the file of a draft holds now.
fn in_file(draft: &Draft) -> Option<String> {
    let path = draft.head.as_ref()?.path.as_ref()?;
    nota_store::read(path).ok().map(|file| file.text)
}

/// A text that is in no file.
fn loose(shell: &App<'_>, kept: &KeptText) -> Result<String, StoreError> {
    match kept {
        KeptText::Concept { id } => Ok(replayed(&shell.vault.draft(id)?).text),
        KeptText::Versie { document } => shell.vault.orphan(document),
        KeptText::Noodkopie { naam } => shell.vault.rescued_text(naam),
    }
}

/// What a text that is kept has that its file has not.
#[tauri::command(async)]
pub fn compare_draft(shell: App<'_>, kept: KeptText) -> Result<Differences, HostError> {
    let text = loose(&shell, &kept).map_err(|error| failure(&error))?;
    let saved = match &kept {
        KeptText::Concept { id } => shell.vault.draft(id).ok().and_then(|own| in_file(&own)),
        _ => None,
    };
    Ok(shell.desk.differences(&saved.unwrap_or_default(), &text))
}

/// Puts a text that is kept on the desk. Its file stays as it is until the
/// user saves.
#[tauri::command(async)]
pub fn recover_draft(shell: App<'_>, kept: KeptText) -> Result<Snapshot, HostError> {
    let text = loose(&shell, &kept).map_err(|error| failure(&error))?;
    let id = match kept {
        KeptText::Concept { id } => id,
        KeptText::Versie { document } => {
            return Ok(shell.desk.open_kept(&text, Origin::Versions(document)));
        }
        KeptText::Noodkopie { .. } => return Ok(shell.desk.open_kept(&text, Origin::Copy)),
    };
    let draft = shell.vault.draft(&id).map_err(|error| failure(&error))?;
    let saved = in_file(&draft);
    let path = draft.head.and_then(|head| head.path);
    let path = path.map(|path| path.to_string_lossy().into_owned());
    Ok(shell.desk.open_draft(&id, &text, path, saved.as_deref()))
}

/// Throws a text that is kept away.
#[tauri::command(async)]
pub fn forget_draft(shell: App<'_>, kept: KeptText) -> Result<(), HostError> {
    let forgotten = match &kept {
        KeptText::Concept { id } => shell.vault.journals().discard(id),
        KeptText::Versie { document } => shell.vault.forget_orphan(document),
        KeptText::Noodkopie { naam } => shell.vault.forget_rescued(naam),
    };
    forgotten.map_err(|error| failure(&error))
}

/// Takes away all drafts, versions and rescue copies.
#[tauri::command(async)]
pub fn forget_all(shell: App<'_>) -> Result<(), HostError> {
    let (text, revision) = shell.desk.text().unwrap_or_default();
    let forgotten = shell.vault.forget(&text, revision);
    nota_store::forget_handed_over(Duration::ZERO);
    forgotten.map_err(|error| failure(&error))
}
