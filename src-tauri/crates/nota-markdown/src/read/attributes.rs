//! The attributes of withheld text, `{.lak grond="5.1.2e"}`, and of text in
//! another language, `{lang="en"}`.

use nota_model::is_language;

/// The attributes that were read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Attributes {
    /// The ground as written; empty when none is named.
    pub grond: String,
    /// Whether there is more than the format knows.
    pub extra: bool,
}

/// How the attributes of withheld text begin.
pub(crate) const OPENING: &str = "{.lak";

/// The greatest length that is read, so that many openings without an end
/// take no time.
const MAX_LENGTH: usize = 200;

/// Reads attributes at the start of `text`, with their length in bytes.
/// They stand on one line and begin with `.lak`.
pub(crate) fn read(text: &str) -> Option<(Attributes, usize)> {
    let inner = text.strip_prefix(OPENING)?;
    let end = inner
        .bytes()
        .take(MAX_LENGTH)
        .take_while(|byte| !matches!(byte, b'\n' | b'\r'))
        .position(|byte| byte == b'}')?;
    let inner = inner.get(..end)?;
    if !inner.is_empty() && !inner.starts_with([' ', '\t']) {
        return None;
    }
    let mut attributes = Attributes {
        grond: String::new(),
        extra: false,
    };
    let mut named = false;
    let mut rest = inner.trim();
    while !rest.is_empty() {
        let (value, after) = match rest.strip_prefix("grond=") {
            Some(value) => take_value(value),
            None => (None, skip_word(rest)),
        };
        match value {
            Some(value) if !named => {
                attributes.grond = crate::normal::grond(value);
                attributes.extra |= attributes.grond != value;
                named = true;
            }
            _ => attributes.extra = true,
        }
        rest = after.trim_start();
    }
    Some((attributes, OPENING.len() + end + 1))
}

/// How the attributes of text in another language begin.
pub(crate) const LANGUAGE: &str = "{lang=";

/// Reads the name of a language at the start of `text`, with the length of the
/// attributes in bytes. None when there is more in them, or no such name.
pub(crate) fn language(text: &str) -> Option<(&str, usize)> {
    let inner = text.strip_prefix(LANGUAGE)?;
    let end = inner
        .bytes()
        .take(MAX_LENGTH)
        .position(|byte| byte == b'}')?;
    let value = inner.get(..end)?;
    let quoted = value
        .strip_prefix('"')
        .and_then(|own| own.strip_suffix('"'));
    let value = quoted.unwrap_or(value);
    is_language(value).then_some((value, LANGUAGE.len() + end + 1))
}

fn take_value(text: &str) -> (Option<&str>, &str) {
    let quoted = text.strip_prefix('"').and_then(|text| text.split_once('"'));
    match quoted {
        Some((value, rest)) => (Some(value), rest),
        None => {
            let end = text.find([' ', '\t']).unwrap_or(text.len());
            let (value, rest) = text.split_at(end);
            (Some(value.trim_matches('"')), rest)
        }
    }
}

fn skip_word(text: &str) -> &str {
    let end = text.find([' ', '\t']).unwrap_or(text.len());
    text.get(end..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grond(text: &str) -> Option<String> {
        read(text).map(|(attributes, _)| attributes.grond)
    }

    #[test]
    fn the_ground_may_stand_in_quotes() {
        assert_eq!(grond("{.lak grond=\"5.1.2e\"}").as_deref(), Some("5.1.2e"));
        assert_eq!(grond("{.lak grond=5.1.2e}").as_deref(), Some("5.1.2e"));
        assert_eq!(grond("{.lak}").as_deref(), Some(""));
        assert_eq!(grond("{.lak #a grond=\"5.2\" b=c}").as_deref(), Some("5.2"));
    }

    #[test]
    fn other_attributes_are_noticed() {
        let extra = |text| read(text).map(|(attributes, _)| attributes.extra);
        assert_eq!(extra("{.lak grond=\"5.2\" id=\"x\"}"), Some(true));
        assert_eq!(extra("{.lak grond=\"5.2\"}"), Some(false));
    }

    #[test]
    fn a_language_has_a_name() {
        assert_eq!(language("{lang=\"en\"} x"), Some(("en", 11)));
        assert_eq!(language("{lang=fy-NL}"), Some(("fy-NL", 12)));
        for text in [
            "{lang=\"\"}",
            "{lang=en .x}",
            "{lang=en",
            "{lang=\"en}",
            "{ lang=en}",
        ] {
            assert_eq!(language(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_not_lak_is_not_read() {
        for text in ["{.lakken}", "{.lak", "{.lak\n}", "{ .lak}", "{#a .lak}", ""] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
