//! What is kept from before: a nota that was not saved when a program stopped,
//! and one that never had a file.

use std::path::Path;
use std::sync::Arc;

use nota_store::disk::RealDisk;
use nota_store::{
    Cause, DraftHead, Fingerprint, Folders, Journal, Piece, PieceKind, VersionHead, Versions,
};

use crate::world::now;

/// Leaves both; gives the id of the draft.
pub fn leave(folders: &Folders, documents: &Path) -> String {
    let path = documents.join("noodhulp.nota.md");
    let saved = std::fs::read_to_string(&path).expect("the nota");
    let head = DraftHead {
        document: "0a1b2c3d4e5f6071".to_owned(),
        path: Some(path),
        machine: nota_store::machine(),
        begun: now(),
        saved: Fingerprint::of(saved.as_bytes()),
    };
    let disk = || Arc::new(RealDisk);
    let mut journal = Journal::new(disk(), &folders.journals, &head.to_bytes(), &saved);
    let change = serde_json::json!({
        "type": "setField",
        "path": "onderwerp",
        "value": "Beslisnota Kamerbrief evaluatie noodhulp",
    });
    let change = change.to_string().into_bytes();
    journal
        .append(vec![Piece::new(PieceKind::Change, change)])
        .expect("written down");
    let text = saved.replace("noodhulp", "voortgang opvang");
    let version = VersionHead {
        time: now(),
        machine: nota_store::machine(),
        cause: Cause::Discarded,
        path: None,
        fingerprint: Fingerprint::of(text.as_bytes()),
    };
    let versions = Versions::new(disk(), folders.versions.clone());
    versions
        .keep("6f1d2c3b4a5e6f70", &version, text.as_bytes())
        .expect("kept");
    journal.id()
}
