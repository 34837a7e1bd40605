//! Dutch: whether words are spelled right, what stands better in other words,
//! where a sentence begins. A text in, findings with ranges out; it knows no
//! nota. Pure and total, and bounded by the size of the text.

mod afstand;
mod lijst;
mod naam;
mod soorten;
mod spelling;
mod token;
mod voorstel;
mod woordenboek;

pub use spelling::{Woord, spelling};
pub use voorstel::{FEW_STEPS, MOST_SUGGESTIONS, STEPS, suggestions};
