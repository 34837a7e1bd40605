//! The proof that nothing withheld is in a published file.

mod report;
mod search;
mod spot;

use std::collections::BTreeMap;

use nota_model::Place;
use serde::Serialize;

use crate::needles::Extent;
use crate::office;
use crate::pdf;
use crate::secrets::{SecretKind, Secrets, Sought};
use crate::text;

pub use crate::pdf::Drawings;
pub use report::{Fingerprint, Report};
use search::Outcome;
pub(crate) use search::Search;
pub use spot::Spot;

/// What kind of file was published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A PDF.
    Pdf,
    /// A text: Markdown, HTML, XML, plain.
    Text,
    /// A document of Word or LibreOffice: a package of parts.
    Package,
}

impl Kind {
    /// The kind of a file by what is in it; none for a kind that cannot be
    /// searched, such as a picture.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        if pdf::is_pdf(bytes) {
            return Some(Kind::Pdf);
        }
        if office::is_package(bytes) {
            return Some(Kind::Package);
        }
        text::decode(bytes).map(|_| Kind::Text)
    }
}

/// A withheld text that is in the file. What it says is not here: the report
/// may go to more people than the nota.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Hit {
    /// Which withheld text: its number in [`Secrets::all`], from 1.
    pub number: usize,
    /// The code of its ground; empty for what is internal only.
    pub grond: String,
    /// What it is.
    pub kind: SecretKind,
    /// How much of it was found.
    pub extent: Extent,
    /// Where in the file.
    #[serde(rename = "place")]
    pub spot: Spot,
    /// Where in the nota the withheld text stands.
    #[serde(skip)]
    pub source: Place,
}

/// How much was searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Searched {
    /// Pages.
    pub pages: usize,
    /// Objects of the PDF, those of earlier versions included.
    pub objects: usize,
    /// Of those, objects that a later version has replaced or that nothing
    /// refers to.
    pub hidden_objects: usize,
    /// Streams that were unpacked.
    pub streams: usize,
    /// Strings and names outside the text.
    pub strings: usize,
    /// Attached files.
    pub attachments: usize,
    /// Pictures. What is drawn in them is not searched.
    pub pictures: usize,
    /// Bytes that were looked at, after unpacking.
    pub bytes: usize,
}

/// A part of the file that is not searched, because what it says cannot be
/// read: a picture, a page without text, a file of a kind that is not known.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Unread {
    /// Where in the file.
    #[serde(rename = "place")]
    pub spot: Spot,
    /// What it is, in Dutch, with its article.
    pub what: String,
}

/// What the search says of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// All of the file was read, all that is withheld was sought, and nothing
    /// of it is there.
    Proven,
    /// Nothing was found in what was read and sought, which was not all.
    NotProven,
    /// Something withheld is in it.
    Found,
}

/// The withheld texts on one ground.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Tally {
    /// How many there are.
    pub withheld: usize,
    /// Of those, how many have too few letters to search for.
    pub too_short: usize,
    /// Of those, how many are not searched for at all, because all their
    /// letters also stand in public text.
    pub not_sought: usize,
    /// Of those, how many are not searched for as a whole, because the same
    /// letters also stand in public text or because they are very long.
    pub partly_sought: usize,
    /// How many were found.
    pub found: usize,
}

/// What came of the search.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Proof {
    /// What kind of file it was.
    pub kind: Kind,
    /// What was searched.
    pub searched: Searched,
    /// The withheld texts by ground; the empty ground is what is internal
    /// only.
    pub grounds: BTreeMap<String, Tally>,
    /// What was found, the whole texts first.
    pub hits: Vec<Hit>,
    /// How many more places there are than `hits` lists.
    pub more_hits: usize,
    /// The parts of the file that could not be read. Without hits, nothing is
    /// proven as long as there are any.
    pub unread: Vec<Unread>,
    /// How many more such parts there are than `unread` lists.
    pub more_unread: usize,
}

impl Proof {
    /// Whether all of the file was read and nothing withheld was found. What
    /// is not sought, because it is public as well, does not count here.
    pub fn holds(&self) -> bool {
        self.hits.is_empty() && self.unread.is_empty()
    }

    /// What is proven.
    pub fn verdict(&self) -> Verdict {
        match (self.hits.is_empty(), self.holds() && self.seeks_all()) {
            (false, _) => Verdict::Found,
            (true, true) => Verdict::Proven,
            (true, false) => Verdict::NotProven,
        }
    }

    /// Whether there is no withheld text that is not sought at all.
    fn seeks_all(&self) -> bool {
        self.grounds.values().all(|tally| tally.not_sought == 0)
    }
}

/// Why nothing is proven, neither that it is there nor that it is not.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotProven {
    /// It cannot be read.
    #[error("Het bestand is beschadigd of geen document dat dit programma kan lezen ({0}).")]
    Unreadable(String),
    /// It is encrypted.
    #[error("De PDF is versleuteld. Haal de versleuteling eraf.")]
    Encrypted,
    /// A part of it is in a form that cannot be read.
    #[error("In het bestand staat iets dat dit programma niet kan lezen: {0}.")]
    Opaque(String),
    /// It is larger than can be searched within bounds.
    #[error("Het bestand is te groot of te diep samengesteld om te doorzoeken.")]
    TooLarge,
    /// The nota withholds more text than can be searched for within bounds.
    #[error("In de nota is meer tekst gelakt dan dit programma kan zoeken.")]
    TooMuchWithheld,
}

impl NotProven {
    /// What is not read, as a part of a file.
    pub(crate) fn part(&self) -> String {
        match self {
            NotProven::Unreadable(reason) => format!("een deel dat is beschadigd ({reason})"),
            NotProven::Encrypted => "een deel dat is versleuteld".to_owned(),
            NotProven::Opaque(what) => what.clone(),
            NotProven::TooLarge | NotProven::TooMuchWithheld => {
                "een deel, omdat het bestand te groot is".to_owned()
            }
        }
    }
}

/// Searches a published file for everything that is withheld. The file is
/// read as any reader might: all text whatever its colour and place, every
/// string and stream, and what earlier versions of it held.
///
/// # Errors
///
/// When the file cannot be read and nothing is found in what can be read of it.
/// Parts of a sound file that cannot be read are in the proof, which then does
/// not hold.
pub fn prove_absent(secrets: &Secrets, published: &[u8], kind: Kind) -> Result<Proof, NotProven> {
    prove_absent_beside(secrets, published, kind, &Drawings::default())
}

/// The drawings and pictures in a PDF. Of one that is made of an empty nota
/// they are those of the house style, in which nothing can be withheld.
pub fn drawings(secrets: &Secrets, published: &[u8]) -> Drawings {
    pdf::drawings(published, &mut Search::new(secrets))
}

/// As [`prove_absent`], for a file with drawings and pictures of which it is
/// known that nothing withheld is in them.
///
/// # Errors
///
/// As [`prove_absent`].
pub fn prove_absent_beside(
    secrets: &Secrets,
    published: &[u8],
    kind: Kind,
    known: &Drawings,
) -> Result<Proof, NotProven> {
    let mut search = Search::new(secrets);
    let done = match kind {
        Kind::Pdf => pdf::search_beside(published, &mut search, 0, known),
        Kind::Text => text::search(published, &mut search),
        Kind::Package => office::search(published, &mut search),
    };
    let Err(reason) = done else {
        return Ok(proof(secrets, kind, search));
    };
    // A viewer may show what is left of a damaged file.
    if matches!(reason, NotProven::Unreadable(_) | NotProven::Opaque(_)) && kind == Kind::Pdf {
        pdf::search_readable(published, &mut search);
    }
    search.unread(reason.part(), &Spot::File);
    let proof = proof(secrets, kind, search);
    match proof.hits.is_empty() {
        true => Err(reason),
        false => Ok(proof),
    }
}

/// Searches the parts of a file that is made of several, such as an ODT, each
/// with its name.
///
/// # Errors
///
/// When a part cannot be read.
pub fn prove_parts_absent<'p>(
    secrets: &Secrets,
    parts: impl IntoIterator<Item = (&'p str, &'p [u8])>,
) -> Result<Proof, NotProven> {
    let mut search = Search::new(secrets);
    for (name, bytes) in parts {
        search.text(name, &Spot::Name);
        match Kind::of(bytes) {
            Some(Kind::Pdf) => pdf::search(bytes, &mut search, 0)?,
            Some(Kind::Text) => text::search(bytes, &mut search)?,
            Some(Kind::Package) => office::search(bytes, &mut search)?,
            None => {
                search.bytes(bytes, &Spot::Bytes);
                search.unread("een onderdeel dat geen PDF of tekst is", &Spot::File);
            }
        }
    }
    Ok(proof(secrets, Kind::Text, search))
}

fn proof(secrets: &Secrets, kind: Kind, search: Search<'_>) -> Proof {
    let Outcome {
        searched,
        hits: found,
        more_hits,
        unread,
        more_unread,
    } = search.finish();
    let mut unread = unread;
    if kind == Kind::Pdf && searched.attachments > 0 {
        // A file in a file is seldom looked at before it is published.
        unread.push(Unread {
            spot: Spot::File,
            what: "een bijlage in de PDF; een openbare PDF heeft geen bijlagen".to_owned(),
        });
    }
    let mut grounds: BTreeMap<String, Tally> = BTreeMap::new();
    for (index, secret) in secrets.all().iter().enumerate() {
        let tally = grounds.entry(secret.grond.clone()).or_default();
        tally.withheld += 1;
        match secrets.sought(index) {
            Sought::TooShort => tally.too_short += 1,
            Sought::Partly => tally.partly_sought += 1,
            Sought::Not => tally.not_sought += 1,
            Sought::Whole => {}
        }
    }
    let mut seen = std::collections::HashSet::new();
    let mut hits = Vec::new();
    for ((secret, spot), extent) in found {
        let Some(own) = secrets.all().get(secret) else {
            continue;
        };
        if seen.insert(secret)
            && let Some(tally) = grounds.get_mut(&own.grond)
        {
            tally.found += 1;
        }
        hits.push(Hit {
            number: secret + 1,
            grond: own.grond.clone(),
            kind: own.kind,
            extent,
            spot,
            source: own.place.clone(),
        });
    }
    hits.sort_by_key(|hit: &Hit| (hit.extent, hit.number));
    Proof {
        kind,
        searched,
        grounds,
        hits,
        more_hits,
        unread,
        more_unread,
    }
}
