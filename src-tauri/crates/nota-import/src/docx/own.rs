//! What only our own documents say: the names of styles and bookmarks by which
//! a nota that was exported comes back as the same nota.

/// The ground of withheld text, when a style of runs says that it is; empty
/// when it names none.
pub(super) fn withheld(style: &str) -> Option<String> {
    let rest = style.strip_prefix("niet openbaar")?;
    Some(rest.trim().trim_start_matches(':').trim().to_owned())
}

/// Whether a style of runs is that of the visible mark behind withheld text.
pub(super) fn is_ground(style: &str) -> bool {
    style == "nota grond"
}

/// The id of the footnote to which a field refers once more.
pub(super) fn note_again(instruction: &str) -> Option<&str> {
    let mut words = instruction.split_whitespace();
    let is_reference = words.next()?.eq_ignore_ascii_case("noteref");
    words
        .next()
        .filter(|_| is_reference)?
        .strip_prefix("_nota_n")
}

/// Whether a bookmark begins withheld blocks.
pub(super) fn begins_withheld(bookmark: &str) -> bool {
    bookmark.starts_with("_nota_lak_")
}

/// What a paragraph is by its style, beside text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Paragraph {
    /// Text.
    Text,
    /// A line that the nota draws by itself.
    Drawn,
    /// The end of withheld blocks, with their ground.
    Ground,
    /// A quotation.
    Quote,
    /// More of an item of a list, at this level from 0.
    Continued(u8),
}

/// What a paragraph of this style is.
pub(super) fn paragraph(style: &str) -> Paragraph {
    match style {
        "nota interne lijn" => Paragraph::Drawn,
        "nota lakgrond" => Paragraph::Ground,
        "quote" | "intense quote" | "citaat" | "block text" => Paragraph::Quote,
        _ => match style.strip_prefix("list continue") {
            Some("") => Paragraph::Continued(0),
            Some(level) => match level.trim().parse::<u8>() {
                Ok(level @ 2..=9) => Paragraph::Continued(level - 1),
                _ => Paragraph::Text,
            },
            None => Paragraph::Text,
        },
    }
}

/// Whether a line at the head or foot of pages only repeats the nota.
pub(super) fn only_repeats(style: &str) -> bool {
    style.starts_with("nota kolom") || style == "nota voetregel" || style == "nota rubricering"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_our_own_styles_are_read() {
        assert_eq!(withheld("niet openbaar 5.1.2e").as_deref(), Some("5.1.2e"));
        assert_eq!(withheld("niet openbaar").as_deref(), Some(""));
        assert_eq!(withheld("standaard"), None);
        assert_eq!(note_again(" NOTEREF _nota_n4 \\h "), Some("4"));
        assert_eq!(paragraph("list continue 2"), Paragraph::Continued(1));
        assert_eq!(paragraph("body text"), Paragraph::Text);
    }
}
