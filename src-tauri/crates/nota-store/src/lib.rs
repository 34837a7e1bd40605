//! Bytes and paths: the edge where the disk comes in. Reads a text file with
//! care, writes a file whole or not at all, and knows the folders of
//! templates, house style and fonts. It knows nothing of notas.

#![allow(
    clippy::disallowed_methods,
    reason = "the disk and the platform's folders are the task of this crate"
)]

mod decode;
mod error;
mod folders;
mod kept;
mod read;
mod write;

pub use error::{ErrorCode, StoreError, shown};
pub use folders::{house_style_folder, read_house_style, read_template_folder, system_font_files};
pub use kept::Kept;
pub use read::{FileText, MAX_BYTES, MAX_DOCUMENT_BYTES, Stamp, read, read_bytes, read_document};
pub use write::{Replace, create_folder, identity, is_folder, write_atomic};
