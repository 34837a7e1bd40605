//! The form of journals and versions: pieces in a row, each with its length
//! and a checksum, so that what is whole can be told from what is not, and
//! reading goes on after a part that is damaged.
//!
//! A frame is: four bytes that occur in no text, the kind, the batch, the
//! place in the batch, the length (numbers little-endian), the CRC-32 of all
//! that and of the content, the content. A batch is what was synced at once.

/// Starts a frame. `FF` and `FE` are in no UTF-8.
const MARK: [u8; 4] = [0xff, b'N', 0xfe, b'J'];

/// The bytes before the content.
const HEAD: usize = 21;

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PieceKind {
    /// What the rest is about: JSON.
    Head,
    /// The whole text.
    Text,
    /// A change of the text before it: JSON.
    Change,
    /// The user closed the nota and wanted to keep nothing.
    Closed,
}

impl PieceKind {
    fn number(self) -> u8 {
        match self {
            PieceKind::Head => 1,
            PieceKind::Text => 2,
            PieceKind::Change => 3,
            PieceKind::Closed => 4,
        }
    }

    fn of(number: u8) -> Option<Self> {
        let all = [Self::Head, Self::Text, Self::Change, Self::Closed];
        all.into_iter().find(|kind| kind.number() == number)
    }
}

/// A piece of a journal or a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// What it is.
    pub kind: PieceKind,
    /// Its content.
    pub bytes: Vec<u8>,
}

impl Piece {
    /// A piece.
    pub fn new(kind: PieceKind, bytes: impl Into<Vec<u8>>) -> Self {
        let bytes = bytes.into();
        Self { kind, bytes }
    }
}

/// What was read of a journal or a version.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pieces {
    /// The pieces that are whole, in order.
    pub whole: Vec<Piece>,
    /// The last text of which the checksum is wrong, as far as it is text.
    pub doubtful: Option<String>,
    /// Whether something was not whole: a fault of the disk, or a batch of
    /// which the sync never returned.
    pub damaged: bool,
}

/// The frames of a batch, for one write.
pub(crate) fn write(batch: u32, pieces: &[Piece]) -> Vec<u8> {
    let mut out = Vec::new();
    for (place, piece) in pieces.iter().enumerate() {
        let place = u32::try_from(place).unwrap_or(u32::MAX);
        let length = u32::try_from(piece.bytes.len()).unwrap_or(u32::MAX);
        let mut head = vec![piece.kind.number()];
        head.extend(batch.to_le_bytes());
        head.extend(place.to_le_bytes());
        head.extend(length.to_le_bytes());
        out.extend(MARK);
        out.extend(&head);
        out.extend(checksum(&head, &piece.bytes).to_le_bytes());
        out.extend(&piece.bytes);
    }
    out
}

fn checksum(head: &[u8], content: &[u8]) -> u32 {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(head);
    hasher.update(content);
    hasher.finalize()
}

struct Frame<'a> {
    kind: PieceKind,
    batch: u32,
    place: u32,
    content: &'a [u8],
    is_whole: bool,
    /// The bytes from its mark to its end.
    length: usize,
}

/// The frame at the start of these bytes, when one can be seen there.
fn frame(bytes: &[u8]) -> Option<Frame<'_>> {
    let rest = bytes.strip_prefix(&MARK)?;
    let (head, rest) = rest.split_at_checked(HEAD - MARK.len() - 4)?;
    let (sum, rest) = rest.split_first_chunk::<4>()?;
    let number = |from: usize| head.get(from..from + 4)?.try_into().ok();
    let length = usize::try_from(u32::from_le_bytes(number(9)?)).ok()?;
    let content = rest.get(..length)?;
    Some(Frame {
        kind: PieceKind::of(*head.first()?)?,
        batch: u32::from_le_bytes(number(1)?),
        place: u32::from_le_bytes(number(5)?),
        content,
        is_whole: checksum(head, content) == u32::from_le_bytes(*sum),
        length: HEAD + length,
    })
}

/// Reads what is there, whatever it is.
pub(crate) fn read(bytes: &[u8]) -> Pieces {
    let mut found = Vec::new();
    let mut doubtful = None;
    let mut hole = false;
    let mut rest = bytes;
    while !rest.is_empty() {
        match frame(rest) {
            Some(frame) if frame.is_whole => {
                rest = rest.get(frame.length..).unwrap_or_default();
                found.push((frame, hole));
                hole = false;
            }
            seen => {
                hole = true;
                if let Some(frame) = seen
                    && frame.kind == PieceKind::Text
                    && let Ok(text) = std::str::from_utf8(frame.content)
                {
                    doubtful = Some(text.to_owned());
                }
                let next = rest.get(1..).unwrap_or_default();
                let mark = next.windows(MARK.len()).position(|four| four == MARK);
                rest = mark.map_or(&[][..], |at| next.get(at..).unwrap_or_default());
            }
        }
    }
    sift(found, hole, doubtful)
}

/// Leaves out what never was synced: the frames of the last batch after the
/// first that is missing. Batch 0 was synced before the file got its name.
fn sift(found: Vec<(Frame<'_>, bool)>, hole_at_end: bool, doubtful: Option<String>) -> Pieces {
    let last = found.last().map_or(0, |(frame, _)| frame.batch);
    let mut pieces = Pieces {
        whole: Vec::new(),
        doubtful,
        damaged: hole_at_end,
    };
    let mut next_place = 0;
    let mut batch = 0;
    for (frame, hole) in &found {
        if frame.batch != batch {
            pieces.damaged |= batch.checked_add(1) != Some(frame.batch);
            batch = frame.batch;
            next_place = 0;
        }
        let is_missed = *hole || frame.place != next_place;
        pieces.damaged |= is_missed;
        if is_missed && frame.batch == last && frame.place > 0 && last > 0 {
            // The sync of this batch never returned.
            return pieces;
        }
        next_place = frame.place.saturating_add(1);
        pieces.whole.push(Piece::new(frame.kind, frame.content));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Piece {
        Piece::new(PieceKind::Text, text)
    }

    fn change(text: &str) -> Piece {
        Piece::new(PieceKind::Change, text)
    }

    #[test]
    fn pieces_come_back_in_order() {
        let mut bytes = write(0, &[text("nota"), change("1")]);
        bytes.extend(write(1, &[change("2")]));
        let read = read(&bytes);
        assert_eq!(read.whole, [text("nota"), change("1"), change("2")]);
        assert!(!read.damaged);
    }

    #[test]
    fn a_damaged_piece_does_not_take_those_after_it() {
        let first = write(0, &[text("nota")]);
        let mut bytes = first.clone();
        bytes.extend(write(1, &[change("een")]));
        bytes.extend(write(2, &[change("twee")]));
        bytes[first.len() + HEAD] ^= 1;
        let found = read(&bytes);
        assert_eq!(found.whole, [text("nota"), change("twee")]);
        assert!(found.damaged);
    }

    #[test]
    fn of_a_batch_that_was_never_synced_only_the_start_counts() {
        let base = write(0, &[text("nota")]);
        let mut bytes = base.clone();
        bytes.extend(write(1, &[change("een"), change("twee"), change("drie")]));
        let second = base.len() + HEAD + 3;
        bytes[second..second + HEAD + 4].fill(0);
        let found = read(&bytes);
        assert_eq!(found.whole, [text("nota"), change("een")]);
    }

    #[test]
    fn a_text_with_a_wrong_checksum_is_there_as_a_last_resort() {
        let mut bytes = write(0, &[text("aanleiding")]);
        bytes[HEAD] = b'b';
        let found = read(&bytes);
        assert_eq!(found.whole, []);
        assert_eq!(found.doubtful.as_deref(), Some("banleiding"));
        assert!(found.damaged);
    }

    #[test]
    fn no_bytes_make_it_stumble_and_marks_in_a_row_are_read_once() {
        for bytes in [&b""[..], b"\xff", &MARK, &MARK.repeat(50_000), &[0xff; 99]] {
            assert_eq!(read(bytes).whole, []);
        }
    }
}
