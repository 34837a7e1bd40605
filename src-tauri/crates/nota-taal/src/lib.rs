//! Dutch: whether words are spelled right, what stands better in other words,
//! where a sentence begins. A text in, findings with ranges out; it knows no
//! nota. Pure and total, and bounded by the size of the text.

mod afstand;
mod ambacht;
mod citaat;
mod deelwoord;
mod eenvoudig;
mod engels;
mod grammatica;
mod leesbaarheid;
mod lijst;
mod naam;
mod soorten;
mod spelling;
mod taal;
mod token;
mod typhulp;
mod voorstel;
mod woordenboek;
mod zin;
mod zinnen;

pub use ambacht::{
    Afkorting, Ambacht, Datum, Getal, Periode, Schrijfwijze, Slordigheid, Teken, Verwijzing,
    ambacht, full_form, is_known,
};
pub use eenvoudig::{Frase, eenvoudig, eenvoudig_genoemd};
pub use engels::{Engels, engels};
pub use grammatica::{Patroon, Taalfout, grammatica};
pub use leesbaarheid::{Band, LEAST_WORDS, Maat, syllables};
pub use spelling::{Woord, spelling};
pub use taal::{Bevinding, MOST_WORDS, Onderdelen, Taal, Woordenlijst};
pub use typhulp::corrections;
pub use voorstel::{FEW_STEPS, MOST_SUGGESTIONS, STEPS, suggestions, suggestions_until};
pub use zinnen::{LONG_SENTENCE, Zin, Zinsbouw, zinnen, zinsbouw};
