//! The measures of the page in the house style, in points from the top left
//! corner. They are those of the shared layout (`rijkshuisstijl/maten.typ`);
//! the measurements of the exports hold both beside one another.

/// Points in a millimetre.
const MM: f64 = 72.0 / 25.4;

/// A4.
pub(crate) const WIDTH: f64 = 210.0 * MM;
/// A4.
pub(crate) const HEIGHT: f64 = 297.0 * MM;

/// The body column: left edge, width, and where it begins and ends.
pub(crate) const LEFT: f64 = 79.0;
/// See [`LEFT`].
pub(crate) const BODY: f64 = 375.0;
/// See [`LEFT`].
pub(crate) const TOP: f64 = 53.8 * MM;
/// The white under it.
pub(crate) const BOTTOM: f64 = 20.53 * MM;

/// The size of the body text and the height of its line.
pub(crate) const SIZE: f64 = 9.0;
/// See [`SIZE`].
pub(crate) const LINE: f64 = 12.0;

/// The reference column.
pub(crate) const COLUMN_LEFT: f64 = 164.48 * MM;
/// Its width.
pub(crate) const COLUMN: f64 = 35.5 * MM;
/// Where it begins.
pub(crate) const COLUMN_TOP: f64 = 54.55 * MM;
/// Where it ends.
pub(crate) const COLUMN_BOTTOM: f64 = 277.1 * MM;
/// The size of its text.
pub(crate) const SMALL: f64 = 6.5;
/// The height of its line.
pub(crate) const SMALL_LINE: f64 = 9.0;
/// White between two of its parts.
pub(crate) const COLUMN_BETWEEN: f64 = 4.5;
/// A wider gap between them.
pub(crate) const COLUMN_GAP: f64 = 13.5;

/// The baseline of page number and classification.
pub(crate) const FOOT: f64 = 285.7 * MM;

/// The ribbon: left edge, width and height.
pub(crate) const RIBBON: (f64, f64, f64) = (98.5 * MM, 13.0 * MM, 37.125 * MM);
/// The wordmark: left edge, first baseline, width.
pub(crate) const WORDMARK: (f64, f64, f64) = (114.4 * MM, 25.1 * MM, 62.0 * MM);
/// Its size and line.
pub(crate) const WORDMARK_TEXT: (f64, f64) = (11.5, 13.0);

/// The first baseline of the addressees.
pub(crate) const AAN: f64 = 76.8 * MM;
/// The lowest that their last one may be.
pub(crate) const AAN_LAST: f64 = 85.3 * MM;
/// Where they begin when "Aan" stands before them.
pub(crate) const AAN_VALUE: f64 = 66.9 * MM;
/// The subject: left edge, right edge, first baseline.
pub(crate) const SUBJECT: (f64, f64, f64) = (67.17 * MM, 160.6 * MM, 96.6 * MM);
/// The type word: left edge, baseline, width.
pub(crate) const KIND: (f64, f64, f64) = (27.98 * MM, 97.5 * MM, 36.0 * MM);
/// Its size.
pub(crate) const KIND_SIZE: f64 = 32.0;
/// The baseline of the first line of the body.
pub(crate) const FIRST: f64 = 122.8 * MM;

/// White above the table of parafen, below it, and the height of a row.
pub(crate) const PARAFEN: (f64, f64, f64) = (12.0, 19.0, 27.0);

/// Lists: the symbol from the left edge, the text from the symbol, and how far
/// a deeper symbol stands from the text above it.
pub(crate) const BULLET: (f64, f64, f64) = (6.3 * MM, 6.4 * MM, 1.0 * MM);

/// Half a line: around a list in running text, between a heading and a table.
pub(crate) const HALF: f64 = LINE / 2.0;

/// Footnotes: size, line, and the size of a numeral.
pub(crate) const NOTE: (f64, f64, f64) = (8.0, 9.72, 6.0);

/// White above and below the text of a cell.
pub(crate) const CELL: f64 = 1.5;

/// How far the baseline stands under the top of a line of this height, in
/// Word and LibreOffice: four fifths.
pub(crate) fn baseline(line: f64) -> f64 {
    line * 0.8
}

/// The face of the text; a reader without it takes one of its proportions.
pub(crate) const FACE: &str = "Verdana";

/// The blue of the ribbon.
pub(crate) const BLUE: &str = "154273";
/// The grey of remarks.
pub(crate) const GREY: &str = "535353";
/// The lines of tables.
pub(crate) const RULE: &str = "C0C0C0";
/// The ground of what is withheld.
pub(crate) const HATCH: &str = "E6E6E6";
