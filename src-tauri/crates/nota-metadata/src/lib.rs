//! What goes along with a nota to the archive and to publication: MDTO 1.0.1
//! (`informatieobject` and `bestand`) and DiWoo 0.9.8, as XML. Pure: a nota, its
//! template, what the organisation chose and the facts of the file in, texts out.
//!
//! No name of a person has a place in either: the organisation is the ministry,
//! and of the fields only those that [`Gegevens`] names are looked at.

mod bestand;
mod diwoo;
mod gegevens;
mod instelling;
mod mdto;
mod organisatie;
mod soort;
mod vast;
mod xml;

pub use bestand::{Bestand, Bestandsformaat};
pub use diwoo::diwoo;
pub use gegevens::{Beslissing, Gegevens, Ontbreekt, Versie, ontbrekend};
pub use instelling::{Metagegevens, Waardering, WooCategorie};
pub use mdto::{bestand, informatieobject};
pub use organisatie::Organisatie;
pub use soort::Soort;
pub use vast::vaste_teksten;
