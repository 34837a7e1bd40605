//! The table of parafen: who initials in the first column, room for it in the
//! last. It is recognised by its head and by what stands in that room.

use nota_model::{Inline, Mark, Value};

use super::titles::folded;
use super::values;
use crate::source::{Line, Piece, SourceCell, SourceTable};

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
    /// What it says instead: days in numbers.
    pub(super) added: Vec<String>,
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
        let (caption, given) = room_of(room)?;
        let mut parts = who_of(who);
        if parts.is_empty() && given.is_empty() {
            return None;
        }
        own.became.push(caption);
        if parts.len() > 1 {
            own.became.push(",".to_owned());
        }
        parts.extend(given_of(&given, &mut own));
        own.rows.push(Value::Record(parts));
    }
    Some(own)
}

/// What stands where somebody initials: what the nota writes there, and what came
/// back. None when it is something else.
fn room_of(cell: &SourceCell) -> Option<(String, String)> {
    let lines: Vec<String> = cell
        .pieces
        .iter()
        .flat_map(|piece| piece.plain().split('\n').map(words).collect::<Vec<_>>())
        .filter(|line| !line.is_empty())
        .collect();
    let [first, given @ ..] = lines.as_slice() else {
        return Some((String::new(), String::new()));
    };
    ROOM.contains(&folded(first).as_str())
        .then(|| (first.clone(), given.join(" ")))
}

/// The function of who initials, and the name behind it, which is withheld;
/// nothing when there is nobody.
fn who_of(cell: &SourceCell) -> Vec<(String, Value)> {
    let lines: Vec<&Line> = cell.pieces.iter().filter_map(Piece::as_line).collect();
    let all = text(cell);
    let parts = |functie: &str, naam: &str| {
        let own = [("functie", functie), ("naam", naam)];
        let own = own.into_iter().filter(|(_, text)| !text.is_empty());
        own.map(|(part, text)| (part.to_owned(), Value::text(text)))
            .collect::<Vec<_>>()
    };
    let [line] = lines.as_slice() else {
        return parts(&all, "");
    };
    let start = line.inlines.iter().position(is_withheld);
    let Some((open, name)) = start.and_then(|at| line.inlines.split_at_checked(at)) else {
        return parts(&all, "");
    };
    let functie = words(&nota_model::plain_text(open));
    let naam = words(&nota_model::plain_text(name));
    match functie.strip_suffix(',') {
        // A function that is withheld itself is no name.
        Some(functie) if name.iter().all(is_withheld) => parts(functie, &naam),
        _ => parts(&all, ""),
    }
}

fn is_withheld(inline: &Inline) -> bool {
    let mut marks = inline.marks.iter();
    marks.any(|mark| matches!(mark, Mark::Lak { .. }))
}

/// The date and the agreement that came back.
fn given_of(given: &str, own: &mut Parafen) -> Vec<(String, Value)> {
    let (date, said) = given.split_once(", ").unwrap_or((given, ""));
    let mut out = Vec::new();
    let mut said = said.to_owned();
    match values::date(date) {
        Some(day) => {
            own.became.push(date.to_owned());
            own.added.push(day.clone());
            out.push(("datum".to_owned(), Value::text(day)));
            if !said.is_empty() {
                own.became.push(",".to_owned());
            }
        }
        None => given.clone_into(&mut said),
    }
    if !said.is_empty() {
        out.push(("akkoord".to_owned(), Value::text(said)));
    }
    out
}

fn text(cell: &SourceCell) -> String {
    let texts: Vec<String> = cell.pieces.iter().map(Piece::plain).collect();
    words(&texts.join(" "))
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
