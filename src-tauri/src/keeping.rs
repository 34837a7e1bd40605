//! The vault of the open nota, wired to the desk: what happens to the nota is
//! written down, and what the disk tells is said above the form.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Local, TimeZone};
use nota_editor::view::Banner;
use nota_editor::{INTERVAL, Keep, Note, surplus};
use nota_store::disk::RealDisk;
use nota_store::{
    Cause, Fingerprint, Folders, Holder, News, Opening, Order, Piece, PieceKind, Vault,
};
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

/// The vault in the user's own folders; in the system's folder for temporary
/// files on a system that has no other.
pub fn vault(app: &AppHandle) -> Vault {
    let folder = |own: Option<PathBuf>| own.unwrap_or_else(std::env::temp_dir);
    let folders = Folders {
        journals: folder(nota_store::journals()),
        versions: folder(nota_store::versions()),
        rescues: folder(nota_store::rescues()),
    };
    let app = app.clone();
    let vault = Vault::new(Arc::new(RealDisk), folders, now, move |news| {
        // At the very start there is no desk, and nothing to say about it.
        if let Some(shell) = app.try_state::<Shell>() {
            shell.desk.alert(banner(&news));
        }
    });
    forget_old(&vault);
    nota_store::forget_handed_over(HANDED_OVER_FOR);
    vault
}

fn banner(news: &News) -> Option<Banner> {
    match news {
        News::Kept => None,
        News::NotKept(why) => Some(Banner::not_kept(why)),
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

/// Writes down what happened to the nota. What another has to say of its file
/// is told to the window.
pub fn keep(app: &AppHandle, vault: &Arc<Vault>, kept: Keep) {
    let holder = match kept {
        Keep::Opened {
            path,
            text,
            saved,
            draft,
        } => vault.open(Opening {
            path: path.map(PathBuf::from),
            text,
            saved,
            draft,
        }),
        Keep::Noted { revision, note } => {
            vault.order(order(note, revision, vault));
            None
        }
        Keep::Saved {
            path,
            saved,
            text,
            revision,
        } => {
            let holder = vault.saved(Path::new(&path), &saved, text, revision);
            let vault = Arc::clone(vault);
            std::thread::spawn(move || vault.prune(surplus));
            holder
        }
        Keep::Version { text } => {
            // Typing does not wait for the disk.
            let vault = Arc::clone(vault);
            std::thread::spawn(move || vault.keep_version(&text, Cause::Interval, surplus));
            None
        }
        Keep::Left { unsaved } => {
            vault.close(unsaved.as_deref());
            None
        }
    };
    if let Some(holder) = holder {
        tell_of(app, &holder);
    }
}

/// The desk is busy with what is being kept, so it is told a moment later.
fn tell_of(app: &AppHandle, holder: &Holder) {
    let banner = Banner::in_use(&holder.machine, &moment(holder.since));
    let app = app.clone();
    std::thread::spawn(move || {
        if let Some(shell) = app.try_state::<Shell>() {
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
