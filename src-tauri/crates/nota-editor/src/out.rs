//! What the window shows of the ways out.

use nota_export::Format;

use crate::view::{FormatId, FormatView};

/// The formats to export to, the usual one first.
pub fn formats() -> Vec<FormatView> {
    let view = |format: Format| FormatView {
        id: FormatId(format),
        naam: format.name().to_owned(),
        omschrijving: format.purpose().to_owned(),
        openbaar: format.proving().is_some(),
    };
    Format::all().map(view).collect()
}
