//! Which addresses become links.

/// The greatest number of bytes of an address; longer ones break readers.
const MAX_BYTES: usize = 2000;

/// The address as it goes into a document (ASCII, the rest percent-encoded), or
/// none when it is better printed as plain text: only the web and e-mail are
/// links, so that nothing in a nota can start a program or read a file.
pub(crate) fn address(href: &str) -> Option<String> {
    let href = href.trim();
    let (scheme, rest) = href.split_once(':')?;
    let scheme = scheme.to_ascii_lowercase();
    let rest_fits = match scheme.as_str() {
        "http" | "https" => rest
            .strip_prefix("//")
            .is_some_and(|host| host.starts_with(|c: char| c.is_alphanumeric())),
        "mailto" => rest.contains('@'),
        _ => false,
    };
    if !rest_fits || href.len() > MAX_BYTES || href.chars().any(char::is_control) {
        return None;
    }
    let mut out = format!("{scheme}:");
    for byte in rest.bytes() {
        match byte {
            b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}' => encode(byte, &mut out),
            b'!'..=b'~' => out.push(char::from(byte)),
            _ => encode(byte, &mut out),
        }
    }
    Some(out)
}

fn encode(byte: u8, out: &mut String) {
    out.push_str(&format!("%{byte:02X}"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_web_and_mail_become_links() {
        for (href, link) in [
            (
                "https://example.nl/a?b=c#d",
                Some("https://example.nl/a?b=c#d"),
            ),
            (" HTTP://example.nl ", Some("http://example.nl")),
            (
                "https://x.nl/Financiën <1>",
                Some("https://x.nl/Financi%C3%ABn%20%3C1%3E"),
            ),
            ("mailto:a@b.nl", Some("mailto:a@b.nl")),
            ("", None),
            ("https://", None),
            ("javascript:alert(1)", None),
            ("file:///etc/passwd", None),
            ("/relatief", None),
            ("https://x.nl/\u{0}", None),
        ] {
            assert_eq!(address(href).as_deref(), link, "{href:?}");
        }
        assert_eq!(address(&format!("https://x.nl/{}", "a".repeat(3000))), None);
    }
}
