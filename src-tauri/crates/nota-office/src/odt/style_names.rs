//! How LibreOffice names what Word names: its own styles by its own names,
//! which it shows in the language of the user.

/// The name that LibreOffice shows for a style of Word.
pub(super) fn shown(word: &str) -> &str {
    match word {
        "Normal" => "Standard",
        "Body Text" => "Text body",
        "Quote" => "Quotations",
        "footnote text" => "Footnote",
        "heading 1" => "Heading 1",
        "heading 2" => "Heading 2",
        "heading 3" => "Heading 3",
        "heading 4" => "Heading 4",
        "heading 5" => "Heading 5",
        other => other,
    }
}

/// The same as a name in the file, which has no spaces.
pub(super) fn name(shown: &str) -> String {
    let mut out = String::with_capacity(shown.len());
    for c in shown.chars() {
        if c.is_ascii_alphanumeric() || c == '-' {
            out.push(c);
        } else {
            out.push_str(&format!("_{:x}_", u32::from(c)));
        }
    }
    out
}

/// A style of Word by its name in the file.
pub(super) fn of(word: &str) -> String {
    name(shown(word))
}
