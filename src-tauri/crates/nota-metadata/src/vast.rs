//! What the standards and the organisation say in every file of metadata,
//! whatever the nota is: no nota can withhold it.

use chrono::NaiveDate;

use crate::xml::texts_of;
use crate::{Beslissing, Bestand, Gegevens, Metagegevens, Organisatie, Versie, diwoo, mdto};

/// The texts and names in the metadata that goes with a document, other than
/// those of the nota, each by itself. The checksum and the name of the document
/// are among them.
pub fn vaste_teksten(keuze: &Metagegevens, document: &Bestand<'_>) -> Vec<String> {
    let empty = Gegevens {
        titel: String::new(),
        kenmerk: None,
        datum: NaiveDate::default(),
        organisatie: Organisatie {
            naam: String::new(),
            tooi: None,
        },
        gronden: Vec::new(),
        rubricering: None,
        versie: Versie::Openbaar,
        beslissing: Some(Beslissing {
            besluit: String::new(),
            datum: NaiveDate::default(),
        }),
        kamerbrief: Some(String::new()),
    };
    let files = [
        mdto::nota(&empty, keuze, document),
        mdto::of_document(&empty, keuze, document),
        diwoo::of_nota(&empty, keuze, document),
    ];
    texts_of(&files)
}
