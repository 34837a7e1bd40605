//! Bytes and paths: the edge where the disk comes in. Reads a text file with
//! care, writes a file whole or not at all, keeps journals and versions, and
//! knows the folders of templates, house style and fonts. It knows nothing of
//! notas.

#![allow(
    clippy::disallowed_methods,
    reason = "the disk and the platform's folders are the task of this crate"
)]

mod decode;
pub mod disk;
mod drafts;
mod error;
mod fingerprint;
mod folders;
mod frames;
mod journal;
mod kept;
mod own;
#[cfg(test)]
mod proofs;
mod put;
mod read;
mod save;
mod scribe;
mod slot;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
mod together;
mod vault;
mod versions;
mod watch;
mod write;

pub use drafts::{Draft, DraftHead};
pub use error::{ErrorCode, StoreError, shown};
pub use fingerprint::{Fingerprint, random_name};
pub use folders::{
    house_style_folder, is_there, own_words, read_house_style, read_template_folder,
    system_font_files, template_folder_mark, template_root, words_of_organisation,
};
pub use frames::{Piece, PieceKind, Pieces};
pub use journal::{Journal, Journals, rescue};
pub use kept::{Damaged, Kept};
pub use own::{forget_handed_over, journals, machine, rescues, versions};
pub use read::{
    FileText, MAX_BYTES, MAX_DOCUMENT_BYTES, files_in, read, read_bytes, read_document,
};
pub use save::{Maker, Saved, Shelf, name_for_copy};
pub use scribe::{Order, Scribe, Told};
pub use slot::{Holder, STALE_AFTER, Slot};
pub use together::{last_written, write_together};
pub use vault::{Folders, News, Opening, Orphan, Vault};
pub use versions::{Cause, Version, VersionHead, Versions};
pub use watch::Watch;
pub use write::{Replace, create_folder, identity, is_folder, is_read_only, write_atomic};
