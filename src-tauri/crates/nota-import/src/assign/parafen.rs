//! The table of parafen: who initials in the first column, room for it in the
//! last. It is recognised by its head and by what stands in that room.

use nota_model::Value;

use super::titles::folded;
use crate::source::{Piece, SourceCell, SourceTable};

/// What stands where somebody initials by hand.
const ROOM: [&str; 4] = [
    "datum/paraaf",
    "datum/eindparaaf",
    "datum/lijnparaaf",
    "datum/medeparaaf",
];

/// A table of parafen.
#[derive(Debug, Default)]
pub(super) struct Parafen {
    /// The rows of the field.
    pub(super) rows: Vec<Value>,
    /// What the nota says by itself: the head, and the room for initials.
    pub(super) became: Vec<String>,
}

/// The parafen in a table; none when it is another table, or when more stands in
/// it than who initials.
pub(super) fn read(table: &SourceTable) -> Option<Parafen> {
    let [head, rows @ ..] = table.rows.as_slice() else {
        return None;
    };
    let head: Vec<String> = head.iter().map(text).collect();
    let [_, last] = head.as_slice() else {
        return None;
    };
    if !folded(last).ends_with("paraaf") || rows.is_empty() {
        return None;
    }
    let mut own = Parafen {
        became: head,
        ..Parafen::default()
    };
    for row in rows {
        let [who, room] = row.as_slice() else {
            return None;
        };
        let (who, room) = (text(who), text(room));
        let is_room = room.is_empty() || ROOM.contains(&folded(&room).as_str());
        if who.is_empty() || !is_room {
            return None;
        }
        own.became.push(room);
        let part = ("functie".to_owned(), Value::text(who));
        own.rows.push(Value::Record(vec![part]));
    }
    Some(own)
}

fn text(cell: &SourceCell) -> String {
    let texts: Vec<String> = cell.pieces.iter().map(Piece::plain).collect();
    let text = texts.join(" ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
