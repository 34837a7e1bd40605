//! The vault of the open nota, wired to the desk: what happens to the nota is
//! written down, and what the disk tells is said above the form.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Local, TimeZone};
use nota_editor::view::Banner;
use nota_editor::{INTERVAL, Keep, Note, Origin, surplus};
use nota_store::disk::RealDisk;
use nota_store::{Cause, Fingerprint, Folders, News, Opening, Order, Piece, PieceKind, Vault};
use tauri::{AppHandle, Manager};

use crate::state::Shell;

/// How long a draft that the user did not want is kept: thirty days.
const CLOSED_FOR: u64 = 30 * 24 * 60 * 60 * 1000;

/// How long a file that another program opened is kept: a day.
const HANDED_OVER_FOR: Duration = Duration::from_secs(24 * 60 * 60);

/// Milliseconds since 1970.
pub fn now() -> u64 {
    u64::try_from(Local::now().timestamp_millis()).unwrap_or(0)
}

/// The vault in the user's own folders; without any it keeps nothing, because
/// the text of a nota belongs in no folder that others can enter.
pub fn vault(app: &AppHandle) -> Vault {
    let app = app.clone();
    let vault = Vault::new(Arc::new(RealDisk), folders(), now, move |news| {
        // At the very start there is no desk, and nothing to say about it.
        if let Some(shell) = app.try_state::<Shell>() {
            shell.desk.alert(banner(&news));
        }
    });
    forget_old(&vault);
    nota_store::forget_handed_over(HANDED_OVER_FOR);
    vault
}

fn folders() -> Option<Folders> {
    Some(Folders {
        journals: nota_store::journals()?,
        versions: nota_store::versions()?,
        rescues: nota_store::rescues()?,
    })
}

fn banner(news: &News) -> Option<Banner> {
    match news {
        News::Kept => None,
        News::NotKept(why) => Some(Banner::not_kept(why)),
        News::NoFolder => Some(Banner::no_folder()),
        News::Foreign { gone: true } => Some(Banner::gone()),
        News::Foreign { gone: false } => Some(Banner::foreign()),
    }
}

/// Takes away drafts of which all was saved, and those that the user closed
/// without saving, long ago.
fn forget_old(vault: &Vault) {
    let journals = vault.journals();
    for draft in journals.drafts().unwrap_or_default() {
        let Some(head) = &draft.head else {
            continue;
        };
        let is_old = draft.closed && now().saturating_sub(head.begun) > CLOSED_FOR;
        let is_saved = draft.changes.is_empty()
            && !draft.damaged
            && Fingerprint::of(draft.text.as_bytes()) == head.saved;
        if (is_old || is_saved) && !journals.is_open(&draft.id) {
            // One that stays is tried again at the next start.
            let _ = journals.discard(&draft.id);
        }
    }
}

/// Writes down what happened to the nota. The desk is busy meanwhile, so what
/// waits for a disk is done on a thread of its own.
pub fn keep(app: &AppHandle, vault: &Arc<Vault>, kept: Keep) {
    match kept {
        Keep::Opened {
            path,
            text,
            saved,
            origin,
        } => {
            let (draft, document) = match origin {
                Some(Origin::Draft(id)) => (Some(id), None),
                Some(Origin::Versions(document)) => (None, Some(document)),
                Some(Origin::Copy) | None => (None, None),
            };
            vault.open(Opening {
                path: path.map(PathBuf::from),
                text,
                saved,
                draft,
                document,
            });
            stand_by(app, vault);
        }
        Keep::Noted { revision, note } => vault.order(order(note, revision, vault)),
        Keep::Saved {
            path,
            saved,
            text,
            revision,
        } => {
            if vault.saved(Path::new(&path), &saved, text, revision) {
                stand_by(app, vault);
            }
            let vault = Arc::clone(vault);
            std::thread::spawn(move || vault.prune(surplus));
        }
        Keep::Version { text } => {
            let vault = Arc::clone(vault);
            std::thread::spawn(move || vault.keep_version(&text, Cause::Interval, surplus));
        }
        Keep::Left { unsaved } => vault.close(unsaved.as_deref()),
    }
}

/// Takes the lock of the nota's file. Who has it open already is told to the
/// window.
fn stand_by(app: &AppHandle, vault: &Arc<Vault>) {
    let (app, vault) = (app.clone(), Arc::clone(vault));
    std::thread::spawn(move || {
        let Some(holder) = vault.stand_by() else {
            return;
        };
        if let Some(shell) = app.try_state::<Shell>() {
            let banner = Banner::in_use(&holder.machine, &moment(holder.since));
            shell.desk.alert(Some(banner));
        }
    });
}

fn order(note: Note, revision: u64, vault: &Vault) -> Order {
    match note {
        Note::Change(json) => Order::Append(Piece::new(PieceKind::Change, json), revision),
        Note::Text(text) => Order::Append(Piece::new(PieceKind::Text, text), revision),
        Note::Anew(text) => Order::Rewrite {
            head: vault.head(),
            text,
            revision,
        },
    }
}

/// Whether ten minutes of writing went by without a version.
pub fn is_version_due(vault: &Vault) -> bool {
    vault.since_version() >= INTERVAL
}

/// "15 maart 2024, 14:03".
pub fn moment(time: u64) -> String {
    let time = i64::try_from(time).unwrap_or(0);
    let when: Option<DateTime<Local>> = Local.timestamp_millis_opt(time).single();
    when.map_or_else(String::new, |when| crate::recent::moment(&when))
}
