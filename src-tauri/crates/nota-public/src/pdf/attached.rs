//! Files in a PDF, and what may be one: read when they are texts or PDFs,
//! looked at by their parts when they are archives without packing. Of others
//! the texts that stand in them are searched, and they count as not read.

use super::Work;
use crate::fold::WALL;
use crate::proof::{Kind, NotProven, Spot};
use crate::text;

/// How deep files may hold one another.
const DEEPEST: usize = 4;

/// The files in an archive.
const MOST_FILES: usize = 2_000;

/// The block of a tar file.
const BLOCK: usize = 512;

/// Shorter runs of letters come about by chance in bytes that are no text.
const SHORTEST_RUN: usize = 8;

/// How much of a picture or packed file is looked at for texts that programs
/// leave in it: at its start, and at its end.
const EDGE: usize = 64 << 10;

/// What the first bytes of a file say that it is, in Dutch.
const HEADS: &[(&[u8], &str)] = &[
    (b"PK", "een ingepakte bijlage"),
    (b"\x1f\x8b", "een ingepakte bijlage"),
    (b"7z\xbc\xaf", "een ingepakte bijlage"),
    (b"Rar!", "een ingepakte bijlage"),
    (b"BZh", "een ingepakte bijlage"),
    (b"\xfd7zXZ", "een ingepakte bijlage"),
    (b"MSCF", "een ingepakte bijlage"),
    (b"\x28\xb5\x2f\xfd", "een ingepakte bijlage"),
    (
        b"\xd0\xcf\x11\xe0",
        "een document van Word, Excel of Outlook",
    ),
    (b"\x89PNG", "een plaatje"),
    (b"\xff\xd8\xff", "een plaatje"),
    (b"GIF8", "een plaatje"),
    (b"II*\0", "een plaatje"),
    (b"MM\0*", "een plaatje"),
    (b"BM", "een plaatje"),
    (b"RIFF", "een plaatje, geluid of film"),
];

/// What a file is that cannot be read.
pub(super) fn named(bytes: &[u8]) -> &'static str {
    let head = HEADS.iter().find(|(head, _)| bytes.starts_with(head));
    head.map_or(
        "een bestand van een soort die niet te lezen is",
        |(_, name)| name,
    )
}

impl Work<'_, '_> {
    /// Searches a file that stands in the PDF, in a place.
    pub(super) fn file(&mut self, bytes: &[u8], spot: &Spot, level: usize) {
        if bytes
            .iter()
            .all(|byte| matches!(byte, 0 | b' ' | b'\n' | b'\r' | b'\t'))
        {
            return;
        }
        if !self.limits.letters(bytes.len()) || level > DEEPEST {
            self.search
                .unread("een bijlage die te groot of te diep samengesteld is", spot);
            return;
        }
        if let Some(files) = archive(bytes) {
            for (name, file) in files {
                self.search.text(&name, spot);
                self.file(file, spot, level + 1);
            }
            return;
        }
        let done = match Kind::of(bytes) {
            Some(Kind::Pdf) => self.inner(bytes, level),
            Some(Kind::Text) => text::search(bytes, self.search),
            Some(Kind::Package) => match crate::office::search(bytes, self.search) {
                Err(NotProven::Unreadable(_)) => Err(NotProven::Opaque(named(bytes).to_owned())),
                done => done,
            },
            None => match latin(bytes) {
                Some(own) => text::search(own.as_bytes(), self.search),
                None => Err(NotProven::Opaque(named(bytes).to_owned())),
            },
        };
        if let Err(reason) = done {
            self.remains(bytes, spot);
            let what = match reason {
                NotProven::Opaque(what) => what,
                NotProven::Encrypted => "een versleutelde bijlage".to_owned(),
                NotProven::TooLarge => "een bijlage die te groot is".to_owned(),
                _ => "een beschadigde bijlage".to_owned(),
            };
            self.search.unread(what, spot);
        }
    }

    fn inner(&mut self, bytes: &[u8], level: usize) -> Result<(), NotProven> {
        let depth = self.depth + level + 1;
        let done = super::within(bytes, self.search, depth, self.limits, self.known);
        if matches!(done, Err(NotProven::Unreadable(_))) {
            super::damaged::look_into(bytes, self.search, self.limits, self.known);
        }
        done
    }

    /// Searches the texts in bytes that are no text: the remarks of a camera,
    /// the names of files in an archive.
    pub(super) fn remains(&mut self, bytes: &[u8], spot: &Spot) {
        self.search.bytes(bytes, spot);
        let start = bytes.get(..bytes.len().min(EDGE)).unwrap_or_default();
        let end = bytes.get(bytes.len().saturating_sub(EDGE).max(EDGE)..);
        let mut text = String::new();
        for part in [start, end.unwrap_or_default()] {
            runs(part, &mut text);
        }
        if self.limits.letters(text.len()) {
            self.search.again(&text, spot);
        }
    }
}

/// Adds the runs of letters in bytes to a text: of one byte a letter, and of
/// two.
fn runs(bytes: &[u8], out: &mut String) {
    let is_letter = |byte: u8| matches!(byte, b' '..=b'~' | 0xa0..=0xff);
    let mut run = String::new();
    let mut add = |run: &mut String| {
        let letters = run
            .chars()
            .filter(|c| c.is_alphanumeric() || *c == ' ')
            .count();
        if run.len() >= SHORTEST_RUN && letters * 5 >= run.chars().count() * 4 {
            out.push(WALL);
            out.push_str(run);
        }
        run.clear();
    };
    let mut rest = bytes;
    while let [byte, after @ ..] = rest {
        rest = after;
        match (is_letter(*byte), after) {
            (true, [0, wider @ ..])
                if run.is_empty() || wider.first().is_some_and(|own| is_letter(*own)) =>
            {
                run.push(char::from(*byte));
                rest = wider;
            }
            (true, _) => run.push(char::from(*byte)),
            (false, _) => add(&mut run),
        }
    }
    add(&mut run);
}

/// A text in one byte a letter, as older programs write it; none for bytes
/// that are no text.
fn latin(bytes: &[u8]) -> Option<String> {
    let is_text = |byte: &u8| matches!(byte, b'\t' | b'\n' | b'\r' | 12 | b' '..=b'~' | 0x80 | 0x82..=0x8c | 0x8e | 0x91..=0x9c | 0x9e..=0xff);
    let letters = bytes
        .iter()
        .filter(|byte| byte.is_ascii_alphanumeric() || **byte == b' ')
        .count();
    let is_prose = bytes.iter().all(is_text) && letters * 2 >= bytes.len();
    is_prose.then(|| bytes.iter().copied().map(char::from).collect())
}

/// The files in a tar file, with their names.
fn archive(bytes: &[u8]) -> Option<Vec<(String, &[u8])>> {
    let is_header = |block: &[u8]| {
        let sum: u64 = block
            .iter()
            .enumerate()
            .map(|(at, byte)| match at {
                148..156 => 32,
                _ => u64::from(*byte),
            })
            .sum();
        let own = octal(block.get(148..156)?)?;
        (own == sum && sum > 256).then_some(())
    };
    let mut out = Vec::new();
    let mut at = 0;
    is_header(bytes.get(..BLOCK)?)?;
    while let Some(block) = bytes.get(at..at + BLOCK)
        && is_header(block).is_some()
        && out.len() < MOST_FILES
    {
        let size = usize::try_from(octal(block.get(124..136)?)?).ok()?;
        let start = at + BLOCK;
        let own = bytes.get(start..start.checked_add(size)?.min(bytes.len()))?;
        out.push((String::from_utf8_lossy(block.get(..100)?).into_owned(), own));
        at = start.checked_add(size.div_ceil(BLOCK).checked_mul(BLOCK)?)?;
    }
    // What comes after the last file is a part as well.
    out.push((String::new(), bytes.get(at..).unwrap_or_default()));
    Some(out)
}

fn octal(bytes: &[u8]) -> Option<u64> {
    let text = std::str::from_utf8(bytes).ok()?;
    u64::from_str_radix(text.trim_matches(['\0', ' ']), 8).ok()
}
