//! The fixed words of a document: those that the page has beside the nota's
//! own.

use nota_sheet::{Line, Table};

/// Above what is internal only.
pub(crate) const INTERNAL_BEGINS: &str =
    "Alleen intern: wat onder deze lijn staat, komt niet in de openbare versie.";
/// Where that ends.
pub(crate) const INTERNAL_ENDS: &str = "Einde van het interne deel.";
/// The head of the column in which parafen are written.
pub(crate) const DATE_AND_PARAAF: &str = "Datum en paraaf";
/// Before the addressees, where a template asks for it.
pub(crate) const AAN: &str = "Aan";

/// Above the footnotes, where they stand at the end.
pub(crate) const NOTES: &str = "Voetnoten";
/// What the way back from a footnote is called, before its number.
pub(crate) const BACK: &str = "Terug naar verwijzing";

/// What stands in superscript after a withheld passage.
pub(crate) fn ground_mark(grond: &str) -> String {
    format!("[{grond}]")
}

/// What stands under withheld blocks.
pub(crate) fn ground_line(grond: &str) -> String {
    if grond.trim().is_empty() {
        "Niet openbaar".to_owned()
    } else {
        format!("Niet openbaar: {grond}")
    }
}

/// What a screen reader says before the table: the titles of its columns.
pub(crate) fn caption(table: &Table<'_>) -> String {
    let titles: Vec<String> = table.head.iter().map(Line::text).collect();
    let titles = titles.iter().map(|title| title.trim());
    let titles: Vec<&str> = titles.filter(|title| !title.is_empty()).collect();
    if titles.is_empty() {
        "Tabel".to_owned()
    } else {
        format!("Tabel met {}", titles.join(", "))
    }
}
