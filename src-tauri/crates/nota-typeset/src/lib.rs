//! Typesets a nota: its sheet becomes a [`NotaView`] (plain data for the
//! layouts), the layouts run in a closed world without files, packages,
//! network or clock, and the pages come out as PNG or PDF.

mod bundle;
mod clean;
mod fonts;
mod footnotes;
mod house_style;
mod metrics;
mod patience;
mod picture;
mod places;
mod reading;
mod typeset;
mod typesetter;
mod view;
mod world;

pub use bundle::{Bundled, Leeswijzer, LeeswijzerRij};
pub use clean::REPLACEMENT;
pub use fonts::Fonts;
pub use house_style::HouseStyle;
pub use places::{Places, Point};
pub use typeset::{PdfError, Typeset};
pub use typesetter::Typesetter;
pub use view::{
    Blok, ColumnPart, Datum, Maten, NotaView, Paraaf, Part, Rang, Regel, Rij, Run, Stuk,
    VIEW_VERSION, Voorblad,
};
