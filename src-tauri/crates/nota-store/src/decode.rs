//! Bytes to text: UTF-8 or a reason why not, with the place of the first bad
//! byte and a guess at what the file is instead.

/// Why bytes are not text that can be a nota.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum NotText {
    /// A file of another kind, named in Dutch with its article.
    Kind(&'static str),
    /// Text in UTF-16 or UTF-32.
    Wide,
    /// A NUL byte at a line and column, both from 1.
    Nul { line: usize, column: usize },
    /// A byte that is not UTF-8 at a line and column, both from 1, with the
    /// character it is in Windows-1252, when the file looks like that.
    Byte {
        line: usize,
        column: usize,
        byte: u8,
        windows: Option<char>,
    },
}

impl NotText {
    /// The sentence for the user, about the file with this name.
    pub(crate) fn sentence(&self, name: &str) -> String {
        match self {
            NotText::Kind(kind) => format!(
                "‘{name}’ is {kind}, geen tekstbestand. Kies een nota: die heet meestal iets als brief.nota.md."
            ),
            NotText::Wide => {
                format!("‘{name}’ is opgeslagen als UTF-16. Sla het bestand op als UTF-8.")
            }
            NotText::Nul { line, column } => format!(
                "In ‘{name}’ staat op regel {line}, teken {column} een NUL-teken. Dat komt in tekst niet voor: controleer of dit het goede bestand is en sla het op als UTF-8."
            ),
            NotText::Byte {
                line,
                column,
                byte,
                windows,
            } => {
                let guess = windows.map_or_else(String::new, |char| {
                    format!(", waarschijnlijk een ‘{char}’ in Windows-1252")
                });
                format!(
                    "In ‘{name}’ staat op regel {line}, teken {column} een byte die geen UTF-8 is ({byte:02X}{guess}). Sla het bestand op als UTF-8."
                )
            }
        }
    }
}

/// The text in these bytes. A byte order mark stays at its start.
pub(crate) fn decode(bytes: Vec<u8>) -> Result<String, NotText> {
    if let Some(kind) = kind(&bytes) {
        return Err(NotText::Kind(kind));
    }
    if is_wide(&bytes) {
        return Err(NotText::Wide);
    }
    let nul = bytes.iter().position(|byte| *byte == 0);
    let text = String::from_utf8(bytes);
    if let (Some(at), Ok(text)) = (nul, &text) {
        let (line, column) = position(text.as_bytes(), at);
        return Err(NotText::Nul { line, column });
    }
    text.map_err(|error| {
        if nul.is_some() {
            return NotText::Kind("een binair bestand");
        }
        let at = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let byte = bytes.get(at).copied().unwrap_or_default();
        let (line, column) = position(bytes, at);
        let windows = looks_like_windows(bytes).then(|| windows_1252(byte));
        NotText::Byte {
            line,
            column,
            byte,
            windows: windows.flatten(),
        }
    })
}

/// The kinds of file that people hand over by mistake, by their first bytes.
fn kind(bytes: &[u8]) -> Option<&'static str> {
    const KINDS: &[(&[u8], &str)] = &[
        (b"%PDF-", "een PDF-bestand"),
        (b"PK\x03\x04", "een Word-, LibreOffice- of zipbestand"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "een oud Office-bestand",
        ),
        (b"{\\rtf", "een RTF-bestand"),
        (b"\x89PNG\r\n\x1a\n", "een afbeelding (PNG)"),
        (b"\xff\xd8\xff", "een afbeelding (JPEG)"),
        (b"GIF8", "een afbeelding (GIF)"),
        (b"II*\0", "een afbeelding (TIFF)"),
        (b"MM\0*", "een afbeelding (TIFF)"),
        (b"RIFF", "een beeld- of geluidsbestand"),
        (b"\x1f\x8b", "een gecomprimeerd bestand (gzip)"),
        (b"\x7fELF", "een programma"),
        (b"MZ\x90\0", "een programma"),
    ];
    KINDS
        .iter()
        .find(|(start, _)| bytes.starts_with(start))
        .map(|(_, kind)| *kind)
}

/// Whether it is UTF-16: by its byte order mark, or because nearly every
/// second byte at the start is NUL, as in Dutch text without such a mark.
fn is_wide(bytes: &[u8]) -> bool {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return true;
    }
    let start = bytes.get(..bytes.len().min(256)).unwrap_or_default();
    let nuls = |odd: usize| {
        let half = start.iter().skip(odd).step_by(2);
        half.filter(|byte| **byte == 0).count()
    };
    let (even, odd) = (nuls(0), nuls(1));
    start.len() >= 8 && even.min(odd) == 0 && even.max(odd) * 10 >= start.len() / 2 * 9
}

/// Whether the bytes are text in Windows-1252: mostly letters, and no control
/// characters that such a text does not have.
fn looks_like_windows(bytes: &[u8]) -> bool {
    let high = bytes.iter().filter(|byte| **byte >= 0x80).count();
    let control = |byte: &&u8| **byte < 0x20 && !matches!(**byte, b'\t' | b'\n' | b'\r' | 0x0c);
    high * 4 <= bytes.len() && !bytes.iter().any(|byte| control(&byte))
}

/// The character of a high byte in Windows-1252; none where it has no meaning.
fn windows_1252(byte: u8) -> Option<char> {
    const LOW: [char; 32] = [
        '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0',
        '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
    ];
    match byte {
        0xa0.. => Some(char::from(byte)),
        0x80.. => LOW
            .get(usize::from(byte - 0x80))
            .copied()
            .filter(|char| *char != '\0'),
        _ => None,
    }
}

/// The line and column, both from 1, of a byte; everything before it is UTF-8
/// or counted as if each stray byte were one character.
fn position(bytes: &[u8], at: usize) -> (usize, usize) {
    let before = bytes.get(..at).unwrap_or(bytes);
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    let start = before
        .iter()
        .rposition(|byte| *byte == b'\n')
        .map_or(0, |newline| newline + 1);
    let own = before.get(start..).unwrap_or_default();
    let own = own.strip_prefix(b"\xef\xbb\xbf").unwrap_or(own);
    (line, String::from_utf8_lossy(own).chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_of_windows_1252_is_named_with_its_place() {
        let error = decode(b"Aanleiding\nDe co\xf6rdinatie".to_vec()).expect_err("not UTF-8");
        assert_eq!(
            error.sentence("x.nota.md"),
            "In ‘x.nota.md’ staat op regel 2, teken 6 een byte die geen UTF-8 is (F6, waarschijnlijk een ‘ö’ in Windows-1252). Sla het bestand op als UTF-8."
        );
    }

    #[test]
    fn columns_count_characters_and_not_the_byte_order_mark() {
        let error = decode(
            "\u{feff}é"
                .bytes()
                .chain([0xff, b'a', b'a'])
                .collect::<Vec<_>>(),
        );
        assert!(
            matches!(
                error,
                Err(NotText::Byte {
                    line: 1,
                    column: 2,
                    ..
                })
            ),
            "{error:?}"
        );
    }

    #[test]
    fn known_kinds_are_named() {
        for (bytes, kind) in [
            (&b"%PDF-1.7\n%\xb5"[..], "een PDF-bestand"),
            (b"PK\x03\x04\x14\0", "een Word-, LibreOffice- of zipbestand"),
            (b"\x89PNG\r\n\x1a\n\0\0", "een afbeelding (PNG)"),
            (b"\x01\x02\xff\x04\0\x05\x06", "een binair bestand"),
        ] {
            assert_eq!(decode(bytes.to_vec()), Err(NotText::Kind(kind)));
        }
    }

    #[test]
    fn utf_16_is_recognised_with_and_without_its_mark() {
        let little: Vec<u8> = "Aanleiding"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(decode(little.clone()), Err(NotText::Wide));
        let marked = [&[0xff, 0xfe][..], &little].concat();
        assert_eq!(decode(marked), Err(NotText::Wide));
        let big: Vec<u8> = "Aanleiding"
            .encode_utf16()
            .flat_map(u16::to_be_bytes)
            .collect();
        assert_eq!(decode(big), Err(NotText::Wide));
    }

    #[test]
    fn a_nul_has_its_place() {
        assert_eq!(
            decode(b"abc\nde\0f".to_vec()),
            Err(NotText::Nul { line: 2, column: 3 })
        );
    }

    #[test]
    fn text_stays_as_it_is() {
        for text in ["", "\u{feff}a\r\nb", "€ ☐ 𝄞"] {
            assert_eq!(decode(text.as_bytes().to_vec()).as_deref(), Ok(text));
        }
    }
}
