//! The fixed words of a document: those that the page has beside the nota's
//! own.

/// Above what is internal only.
pub(crate) const INTERNAL_BEGINS: &str =
    "Alleen intern: wat onder deze lijn staat, komt niet in de openbare versie.";
/// Where that ends.
pub(crate) const INTERNAL_ENDS: &str = "Einde van het interne deel.";
/// The head of the column in which parafen are written.
pub(crate) const DATE_AND_PARAAF: &str = "Datum en paraaf";
/// Before the addressees, where a template asks for it.
pub(crate) const AAN: &str = "Aan";

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
