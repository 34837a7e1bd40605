//! What only our own documents say: the names of styles and bookmarks by which
//! a nota that was exported comes back as the same nota.

use nota_model::{Block, BlockKind, Mark};

use crate::blocks;
use crate::kind::Kind;
use crate::source::{Content, Piece, Source, each_line};

/// The property in which a document names its template.
pub(crate) const TEMPLATE: &str = "nota-sjabloon";

/// The ground of withheld text, when a style of runs says that it is; empty
/// when it names none.
pub(crate) fn withheld(style: &str) -> Option<String> {
    let rest = style.strip_prefix("niet openbaar")?;
    Some(rest.trim().trim_start_matches(':').trim().to_owned())
}

/// Whether a style of runs is that of the visible mark behind withheld text.
pub(crate) fn is_ground(style: &str) -> bool {
    style == "nota grond"
}

/// The id of the footnote to which a field refers once more.
pub(crate) fn note_again(instruction: &str) -> Option<&str> {
    let mut words = instruction.split_whitespace();
    let is_reference = words.next()?.eq_ignore_ascii_case("noteref");
    words
        .next()
        .filter(|_| is_reference)?
        .strip_prefix("_nota_n")
}

/// The field whose value a bookmark begins, as documents name fields.
pub(crate) fn field(bookmark: &str) -> Option<&str> {
    let name = bookmark.strip_prefix("_nota_v_")?;
    // LibreOffice copies the frames of the letterhead, and their bookmarks with it.
    let mut ends = [" Copy ", "_Copy_"]
        .into_iter()
        .filter_map(|own| name.find(own));
    name.get(..ends.next().unwrap_or(name.len()))
}

/// Whether a style is that of a subheading that no template knows.
pub(crate) fn is_free_heading(style: &str) -> bool {
    style.starts_with("nota tussenkop") || style == "nota-tussenkop"
}

/// How many lists deep the table stands that a bookmark is around.
pub(crate) fn depth(bookmark: &str) -> Option<u8> {
    let rest = bookmark.strip_prefix("_nota_in_")?;
    rest.split('_').next()?.parse().ok()
}

/// The language that a document of our own says a text is in; none for Dutch, and
/// for the English of a keyboard, by which Word marks what is typed ("en-US").
pub(crate) fn language(code: &str) -> Option<String> {
    let (language, rest) = code.split_once('-').unwrap_or((code, ""));
    let is_kept = match language.to_ascii_lowercase().as_str() {
        "nl" | "none" | "zxx" | "x" | "" => false,
        "en" => rest.is_empty(),
        _ => true,
    };
    is_kept.then(|| code.to_owned())
}

/// Whether a bookmark stands around the place of a note that the text does not
/// refer to there.
pub(crate) fn is_place(bookmark: &str) -> bool {
    bookmark.starts_with("_nota_plaats_")
}

/// Whether a line says where the internal part begins or ends, as the nota does by
/// itself. What somebody wrote in its place is text.
pub(crate) fn is_cut(text: &str) -> bool {
    let text = text.trim();
    text == "Alleen intern: wat onder deze lijn staat, komt niet in de openbare versie."
        || text == "Einde van het interne deel."
}

/// Whether a style is that of the label before the value of a field.
pub(crate) fn is_label(style: &str) -> bool {
    style == "nota kolomlabel" || style.split(' ').any(|own| own == "nota-opschrift")
}

/// Withheld blocks while they are read: the bookmark before them, and where it
/// stood, as how deep in cells and boxes and behind how many pieces there.
#[derive(Debug, Default)]
pub(crate) struct Withholding(Option<(String, (usize, usize))>);

impl Withholding {
    /// A bookmark stands here. LibreOffice begins one again in each paragraph where
    /// it ends; the first time counts.
    pub(crate) fn begin(&mut self, bookmark: &str, here: (usize, usize)) {
        let goes_on = self.0.as_ref().is_some_and(|own| own.0 == bookmark);
        if bookmark.starts_with("_nota_lak_") && !goes_on {
            self.0 = Some((bookmark.to_owned(), here));
        }
    }

    /// A cell or box ended, and this is where it stands. Blocks that began in it
    /// begin with all of it.
    pub(crate) fn leave(&mut self, here: (usize, usize)) {
        if let Some((_, from)) = &mut self.0
            && from.0 > here.0
        {
            *from = here;
        }
    }

    /// The pieces since the bookmark, of those at this depth. None when it is not
    /// known which.
    pub(crate) fn end(&mut self, depth: usize, pieces: &mut Vec<Piece>) -> Option<Vec<Piece>> {
        let (_, (began, from)) = self.0.take()?;
        (began == depth && from <= pieces.len()).then(|| pieces.split_off(from))
    }
}

/// Withheld blocks, of these pieces and the line behind them that names their
/// ground ("Niet openbaar: 5.1.2e"). What the block withholds is not withheld
/// once more by its words.
pub(crate) fn block(mut inner: Vec<Piece>, line: &str, source: &mut Source) -> Piece {
    // In the documents of programs the title of the nota has no level.
    let above = u8::from(source.kind != Kind::Html);
    for piece in &mut inner {
        each_line(piece, &mut |line| {
            line.heading = line.heading.map(|level| level.saturating_add(above));
            for inline in &mut line.inlines {
                inline.marks.retain(|own| !matches!(own, Mark::Lak { .. }));
            }
        });
    }
    let mut added = String::new();
    let blocks = blocks::blocks(&inner, &mut added);
    source.added.push_str(&added);
    let grond = line.rsplit_once(": ").map_or("", |(_, grond)| grond);
    let grond = grond.trim().to_owned();
    Piece {
        content: Content::Block(Block::new(BlockKind::Lak { grond, blocks })),
        ..Piece::default()
    }
}

/// What a paragraph is by its style, beside text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Paragraph {
    /// Text.
    Text,
    /// A line that says where the internal part begins or ends.
    Cut,
    /// The end of withheld blocks, with their ground.
    Ground,
    /// A quotation.
    Quote,
    /// More of an item of a list, at this level from 0.
    Continued(u8),
}

/// What a paragraph of this style is.
pub(crate) fn paragraph(style: &str) -> Paragraph {
    match style {
        "nota interne lijn" => Paragraph::Cut,
        "nota lakgrond" => Paragraph::Ground,
        "quote" | "quotations" | "intense quote" | "citaat" | "block text" => Paragraph::Quote,
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
pub(crate) fn only_repeats(style: &str) -> bool {
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
        assert_eq!(field("_nota_v_datum_Copy_1"), Some("datum"));
        assert_eq!(field("_nota_v_aan_2 Copy 1"), Some("aan_2"));
        assert_eq!(field("_Toc1"), None);
    }
}
