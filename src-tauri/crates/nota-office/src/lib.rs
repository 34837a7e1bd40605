//! The sheet in the forms of other programs: a document of Word, one of
//! LibreOffice, and a page of the web. Each writer says with named styles,
//! real notes and real headers what the sheet says, and decides nothing of it
//! again. Pure: the same sheet gives the same bytes, and every sheet gives a
//! document.

mod anchors;
mod docx;
mod dress;
mod flow;
mod front;
mod html;
mod names;
mod odt;
mod package;
mod paper;
mod ruler;
mod shares;
mod styles;
#[cfg(test)]
mod tests;
mod words;
mod xml;

pub use docx::docx;
pub use dress::{Aan, Dress, Logo, Subsection};
pub use html::html;
pub use odt::odt;
pub use ruler::Ruler;
