//! Which addresses in a nota may be opened. A nota comes from anyone, and an
//! address can start a program or send a file along.

use crate::view::HostError;

/// What may stand before the colon.
const SCHEMES: [&str; 3] = ["http", "https", "mailto"];

/// Whether an address may be given to the system to open.
///
/// # Errors
///
/// With code `scheme` when it is of another kind than a web page or an e-mail,
/// holds what no address holds, or would send a file along.
pub fn may_open(href: &str) -> Result<(), HostError> {
    let refused = |why: &str| Err(HostError::new("scheme", why));
    let (scheme, rest) = href.split_once(':').unwrap_or_default();
    let scheme = scheme.to_ascii_lowercase();
    if !SCHEMES.contains(&scheme.as_str()) {
        return refused(
            "Dit adres wordt niet geopend. Alleen adressen die beginnen met http, https of mailto \
             gaan open.",
        );
    }
    let is_whole =
        scheme == "mailto" || rest.strip_prefix("//").is_some_and(|host| !host.is_empty());
    if !is_whole || href.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return refused("Dit adres wordt niet geopend, omdat het niet klopt. Verbeter het adres.");
    }
    if scheme == "mailto" && attaches(rest) {
        return refused(
            "Dit adres wordt niet geopend, omdat het een bestand van uw computer wil meesturen.",
        );
    }
    Ok(())
}

/// Whether a mail program could take this for a file to send along: `attach`
/// and `attachment` are known to some.
fn attaches(rest: &str) -> bool {
    let query = rest.split_once('?').map_or("", |(_, query)| query);
    // A name with an escape in it is written to be overlooked.
    let is_attachment = |part: &str| {
        let name = part.split('=').next().unwrap_or_default();
        name.contains('%') || name.to_ascii_lowercase().contains("attach")
    };
    query.split(['&', ';']).any(is_attachment)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn web_pages_and_e_mail_may_be_opened() {
        for href in [
            "https://www.rijksoverheid.nl/",
            "HTTP://voorbeeld.nl",
            "https://voorbeeld.nl/a?attach=b",
            "mailto:jan@voorbeeld.nl",
            "mailto:jan@voorbeeld.nl?subject=Proef%20twee&body=a;b",
        ] {
            assert_eq!(may_open(href), Ok(()), "{href}");
        }
    }

    #[test]
    fn what_could_run_read_or_send_something_may_not() {
        for href in [
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            " https://voorbeeld.nl",
            "file:///etc/passwd",
            "data:text/html,a",
            "ms-msdt:/id",
            "smb://server/map",
            "//voorbeeld.nl",
            "https:voorbeeld.nl",
            "http://",
            "/etc/passwd",
            "--help",
            "",
            "https://voorbeeld.nl\n--help",
            "mailto:a@b.nl?attach=/etc/passwd",
            "mailto:a@b.nl?subject=a&ATTACHMENT=/etc/passwd",
            "mailto:a@b.nl?att%61ch=/etc/passwd",
        ] {
            let refused = may_open(href).map_err(|error| error.code);
            assert_eq!(refused, Err("scheme".to_owned()), "{href}");
        }
    }
}
