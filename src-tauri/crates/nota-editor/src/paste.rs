//! What was copied elsewhere, for the window to put in a text: read by the
//! same engine as files are.

use nota_import::{Pasted, Refusal, paste_html, paste_plain};

use crate::view::{HostError, PasteView};

/// Reads what is on the clipboard: its HTML, or its text where there is none.
///
/// # Errors
///
/// When it has more than fits in a nota. The window then puts the bare text in.
pub fn read_paste(html: Option<&str>, text: &str) -> Result<PasteView, HostError> {
    let read = match html {
        Some(html) => paste_html(html),
        None => paste_plain(text),
    };
    read.map(view).map_err(|refusal| refused(&refusal))
}

/// A refusal of the reader, as the window tells it.
pub(crate) fn refused(refusal: &Refusal) -> HostError {
    HostError::new("unreadable", refusal.to_string())
}

fn view(pasted: Pasted) -> PasteView {
    PasteView {
        blocks: pasted.blocks,
        notes: pasted.notes,
        zonder: pasted
            .dropped
            .iter()
            .map(|own| own.notice().to_owned())
            .collect(),
        kwijt: pasted.missing,
    }
}
