//! Where in a published file something was found.

use std::fmt;

use serde::{Serialize, Serializer};

/// A place in a published file, without any of its text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Spot {
    /// The text of a page, from 1.
    Page(usize),
    /// Text in a stream of the PDF outside the pages, such as the look of a
    /// form field; with the number of its object.
    Stream(u32),
    /// A string or name in an object; with the number of the object.
    Object(u32),
    /// The same, with what it is by its key: `Alt`, `ActualText`, `Title`.
    Keyed(u32, &'static str),
    /// The metadata of the document (XMP).
    Metadata,
    /// An attached file; with the number of its object.
    Attachment(u32),
    /// An earlier version of the document, or an object that nothing refers
    /// to; with the number of the object.
    Hidden(u32),
    /// The file as a whole.
    File,
    /// A part of an e-mail, from 1.
    Part(usize),
    /// Bytes of the file outside everything else.
    Bytes,
    /// A line of a text, from 1.
    Line(usize),
    /// The text of a file without its markup.
    WithoutMarkup,
    /// The name of a part of the file.
    Name,
    /// A part of a document of Word or LibreOffice, by what a person calls it.
    Section(&'static str),
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Spot::Page(number) => write!(f, "in de tekst van bladzijde {number}"),
            Spot::Stream(id) => write!(f, "in tekst buiten de bladzijden (object {id})"),
            Spot::Object(id) => write!(f, "in een gegeven van de PDF (object {id})"),
            Spot::Keyed(id, key) => write!(f, "in {} (object {id})", named(key)),
            Spot::Metadata => f.write_str("in de metagegevens (XMP)"),
            Spot::Attachment(id) => write!(f, "in een bijlage in de PDF (object {id})"),
            Spot::Hidden(id) => write!(f, "in een eerdere versie van de PDF (object {id})"),
            Spot::File => f.write_str("in het bestand"),
            Spot::Part(number) => write!(f, "in deel {number} van de e-mail"),
            Spot::Bytes => f.write_str("in de ruwe inhoud van het bestand"),
            Spot::Line(number) => write!(f, "op regel {number}"),
            Spot::WithoutMarkup => f.write_str("in de tekst zonder opmaak"),
            Spot::Section(what) => write!(f, "in {what}"),
            Spot::Name => f.write_str("in de naam van een onderdeel"),
        }
    }
}

impl Serialize for Spot {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The keys of PDF dictionaries whose strings a person may meet, with what a
/// person would call them.
const KEYS: &[(&str, &str)] = &[
    ("Alt", "een tekst voor schermlezers (Alt)"),
    ("ActualText", "een vervangende tekst (ActualText)"),
    ("E", "een uitgeschreven afkorting (E)"),
    ("Title", "een titel of bladwijzer (Title)"),
    ("Author", "de auteur van het document (Author)"),
    ("Subject", "het onderwerp van het document (Subject)"),
    ("Keywords", "de trefwoorden van het document (Keywords)"),
    ("Creator", "de maker van het document (Creator)"),
    (
        "Producer",
        "het programma dat het document maakte (Producer)",
    ),
    ("Names", "de naam van een bestemming of bijlage (Names)"),
    ("Dests", "de naam van een bestemming (Dests)"),
    ("Dest", "de naam van een bestemming (Dest)"),
    ("D", "de naam van een bestemming (D)"),
    ("Contents", "een opmerking (Contents)"),
    (
        "T",
        "de naam van een formulierveld of de schrijver van een opmerking (T)",
    ),
    ("TU", "de uitleg van een formulierveld (TU)"),
    ("V", "de waarde van een formulierveld (V)"),
    ("DV", "de waarde van een formulierveld (DV)"),
    ("URI", "het adres van een link (URI)"),
    ("F", "de naam van een bestand (F)"),
    ("UF", "de naam van een bestand (UF)"),
    ("Desc", "de omschrijving van een bijlage (Desc)"),
    ("JS", "een script (JS)"),
    ("ID", "een kenmerk in de structuur (ID)"),
];

impl Spot {
    /// The place of a string under a key.
    pub(crate) fn keyed(id: u32, key: &[u8]) -> Self {
        let known = KEYS.iter().find(|(own, _)| own.as_bytes() == key);
        known.map_or(Spot::Object(id), |(own, _)| Spot::Keyed(id, own))
    }
}

fn named(key: &str) -> &str {
    let known = KEYS.iter().find(|(own, _)| *own == key);
    known.map_or(key, |(_, named)| named)
}
