//! Other ways to write a text in the strings of a PDF: with markup, with the
//! escapes of addresses and scripts, or packed in the letters of base64.

use crate::text::without_markup;

/// A run of letters of base64 may be a file from this length on.
const SHORTEST_PACKED: usize = 64;

/// The text as it reads without markup and escapes; each only when that is
/// another text.
pub(super) fn plainly(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    if text.contains('<') && text.contains('>') || text.contains('&') && text.contains(';') {
        out.push(without_markup(text));
    }
    if text.contains('%') {
        out.push(unescaped(text, b'%'));
    }
    if text.contains('\\') {
        out.push(unescaped(text, b'\\'));
    }
    out.retain(|own| own != text);
    out
}

/// The text with bytes for `%61`, and characters for `\u0061` and `\x61`.
fn unescaped(text: &str, mark: u8) -> String {
    let mut out: Vec<u8> = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [byte, after @ ..] = rest {
        let escape = (*byte == mark).then(|| match (mark, after) {
            (b'%', _) => digits(after, 2).map(|value| (value, 2)),
            (_, [b'u', b'{', after @ ..]) => {
                let count = after
                    .iter()
                    .take(7)
                    .take_while(|own| own.is_ascii_hexdigit())
                    .count();
                digits(after, count).map(|value| (value, count + 3))
            }
            (_, [b'u', after @ ..]) => digits(after, 4).map(|value| (value, 5)),
            (_, [b'x', after @ ..]) => digits(after, 2).map(|value| (value, 3)),
            _ => None,
        });
        match escape.flatten() {
            Some((value, length)) => {
                match (mark, char::from_u32(value)) {
                    (b'%', _) => out.extend(u8::try_from(value)),
                    (_, Some(c)) => out.extend(c.encode_utf8(&mut [0; 4]).bytes()),
                    _ => {}
                }
                rest = after.get(length..).unwrap_or_default();
            }
            None => {
                out.push(*byte);
                rest = after;
            }
        }
    }
    match String::from_utf8(out) {
        Ok(text) => text,
        Err(error) => error.into_bytes().into_iter().map(char::from).collect(),
    }
}

/// The value of so many hexadecimal digits.
fn digits(bytes: &[u8], count: usize) -> Option<u32> {
    let own = bytes.get(..count).filter(|own| !own.is_empty())?;
    let own = std::str::from_utf8(own).ok()?;
    let all = own.bytes().all(|byte| byte.is_ascii_hexdigit());
    all.then(|| u32::from_str_radix(own, 16).ok())?
}

/// The files that are written in a text in base64, unpacked. Blanks and the
/// escapes of XML for the end of a line may stand inside.
pub(super) fn packed(text: &str) -> Vec<Vec<u8>> {
    let text = match text.contains("&#x") {
        true => text
            .replace("&#xA;", "")
            .replace("&#xa;", "")
            .replace("&#10;", ""),
        false => text.to_owned(),
    };
    let is_digit =
        |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'-' | b'_');
    let mut out = Vec::new();
    let mut run: Vec<u8> = Vec::new();
    let mut line = 0;
    for byte in text.bytes().chain([0]) {
        match byte {
            byte if is_digit(&byte) => {
                run.push(byte);
                line += 1;
            }
            // A line of base64 is long; words are not.
            b'\r' | b'\n' if line == 0 || line >= 48 => line = 0,
            _ => {
                if run.len() >= SHORTEST_PACKED && is_mixed(&run) {
                    out.push(unpacked(&run));
                }
                run.clear();
                line = 0;
            }
        }
    }
    out
}

/// Whether a run has capitals, small letters and digits, as packed bytes have
/// and words have not.
fn is_mixed(run: &[u8]) -> bool {
    run.iter().any(u8::is_ascii_uppercase)
        && run.iter().any(u8::is_ascii_lowercase)
        && run.iter().any(u8::is_ascii_digit)
}

fn unpacked(run: &[u8]) -> Vec<u8> {
    let value = |byte: u8| match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'+' | b'-' => 62,
        _ => 63,
    };
    let mut out = Vec::with_capacity(run.len() / 4 * 3);
    for four in run.chunks(4) {
        let bits = four
            .iter()
            .fold(0_u32, |sum, byte| sum << 6 | u32::from(value(*byte)));
        let bits = bits << (6 * (4 - four.len()));
        let [_, bytes @ ..] = bits.to_be_bytes();
        out.extend(bytes.iter().take(four.len() * 6 / 8));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_and_markup_are_taken_out() {
        for (text, plain) in [
            ("mailto:Zw%61rtjes", "mailto:Zwartjes"),
            ("Ren%C3%A9e en Ren%E9e", "Ren\u{c3}\u{a9}e en Renée"),
            ("alert('Zwa\\u0072tjes')", "alert('Zwartjes')"),
            ("\\x4Aa\\u{6e}sen", "Jansen"),
            ("<p>Zwar<b>tjes</b></p>", "Zwartjes"),
        ] {
            assert_eq!(plainly(text), [plain], "{text}");
        }
        assert_eq!(plainly("Ren%C3%A9e"), ["Renée"]);
        assert_eq!(plainly("100 % en \\ en < of >"), Vec::<String>::new());
    }

    #[test]
    fn what_is_packed_in_letters_is_unpacked() {
        let text = "<x>ZGUgaGVlciBKYW5zZW4gdXV0IEFwZWxkb29ybiBoZWVmdCBuaWV0cyBnZXplZ2QgdGVn&#xA;ZW4gMTIz</x>";
        let own = packed(text).concat();
        assert_eq!(
            String::from_utf8_lossy(&own),
            "de heer Jansen uut Apeldoorn heeft niets gezegd tegen 123"
        );
        assert_eq!(packed(&"vereenvoudigingsmaatregel ".repeat(9)).len(), 0);
    }
}
