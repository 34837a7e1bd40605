//! Published PDFs. Everything that a reader of any kind could take out of the
//! file is searched: the text of the pages, text in streams that no page
//! shows, strings, names, metadata, attached files, and objects that a later
//! version of the file has replaced. What gives no text (a code without a
//! letter, a picture, a drawing that may be letters, a file of another kind)
//! is not read, and is said with its place: then nothing is proven.

mod attached;
mod cmap;
mod content;
mod damaged;
mod fonts;
mod glyphs;
mod history;
mod inline;
mod limits;
mod machine;
mod matrix;
mod objects;
mod order;
mod pages;
mod roles;
mod shapes;
mod streams;
mod tokens;
mod unpack;
mod written;
mod xmp;

use std::collections::{HashMap, HashSet};

use lopdf::{Document, LoadOptions, Object, ObjectId};

use crate::proof::{NotProven, Search, Spot};
pub use content::Drawings;
pub(crate) use damaged::search as search_readable;
use fonts::Fonts;
use limits::Limits;
use roles::Role;
use unpack::Unpacked;

/// The greatest size of a file.
const MOST_BYTES: usize = 256 << 20;

/// The greatest size of a stream after unpacking.
pub(crate) const MOST_UNPACKED: usize = 64 << 20;

/// What all streams may unpack to while the file is opened.
const MOST_WHILE_OPENING: usize = 256 << 20;

/// The number of streams in a file.
const MOST_STREAMS: usize = 65_536;

/// How deep PDFs may be attached to one another.
const DEEPEST: usize = 3;

/// Whether bytes are a PDF: the mark may stand after some others.
pub(crate) fn is_pdf(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    tokens::find(head, b"%PDF-", 0).is_some()
}

/// Searches a PDF. `depth` counts the files that it is attached to.
///
/// # Errors
///
/// When it is no PDF, is encrypted, or cannot be opened within bounds. What of
/// a sound PDF is not read is noted in the search.
pub(crate) fn search(bytes: &[u8], search: &mut Search<'_>, depth: usize) -> Result<(), NotProven> {
    search_beside(bytes, search, depth, &Drawings::default())
}

/// The same, for a PDF of which some drawings and pictures are known.
///
/// # Errors
///
/// As [`search`].
pub(crate) fn search_beside(
    bytes: &[u8],
    search: &mut Search<'_>,
    depth: usize,
    known: &Drawings,
) -> Result<(), NotProven> {
    within(bytes, search, depth, &mut Limits::default(), known)
}

/// The drawings and pictures of a PDF that no one can read anything in, such
/// as one of an empty nota in the house style; none of a file that cannot be
/// opened.
pub(crate) fn drawings(bytes: &[u8], search: &mut Search<'_>) -> Drawings {
    let mut limits = Limits::default();
    let none = Drawings::default();
    let Ok(document) = open(bytes) else {
        return none;
    };
    let mut work = Work::new(search, 0, &mut limits, &none);
    work.document(&document, None);
    work.marks
}

/// The same, within the limits of the file that it is in.
fn within(
    bytes: &[u8],
    search: &mut Search<'_>,
    depth: usize,
    limits: &mut Limits,
    known: &Drawings,
) -> Result<(), NotProven> {
    if bytes.len() > MOST_BYTES || depth > DEEPEST || history::has_too_many(bytes) {
        return Err(NotProven::TooLarge);
    }
    let mut current = open(bytes)?;
    if current.page_iter().next().is_none() {
        return Err(NotProven::Unreadable("PDF zonder bladzijden".to_owned()));
    }
    let mut work = Work::new(search, depth, limits, known);
    work.document(&current, None);
    let is_sound = work.history(bytes, &mut current)?;
    if work.limits.reached {
        let what = "een deel, want alles doorzoeken is te veel werk";
        work.search.unread(what, &Spot::File);
    }
    if !is_sound {
        // Other programs may show what is left of a damaged object.
        damaged::look_into(bytes, search, limits, known);
    }
    history::gaps(bytes, search);
    search.spend(bytes.len())?;
    search.bytes(bytes, &Spot::Bytes);
    Ok(())
}

/// Opens a PDF within bounds.
fn open(bytes: &[u8]) -> Result<Document, NotProven> {
    let mut streams = 0;
    let mut at = 0;
    while let Some(found) = tokens::find(bytes, b"stream", at) {
        streams += 1;
        at = found + b"stream".len();
    }
    // Each stream has the word at its start and at its end.
    let streams = 1 + streams / 2;
    if streams > MOST_STREAMS {
        return Err(NotProven::TooLarge);
    }
    let options = LoadOptions {
        max_decompressed_size: Some((MOST_WHILE_OPENING / streams).min(MOST_UNPACKED)),
        // Of a damaged file each program makes something else, and some of
        // them may show what another passes over.
        strict: true,
        ..LoadOptions::default()
    };
    let document = Document::load_mem_with_options(bytes, options)
        .map_err(|error| NotProven::Unreadable(format!("PDF: {error}")))?;
    if document.is_encrypted() || document.was_encrypted() {
        return Err(NotProven::Encrypted);
    }
    Ok(document)
}

/// One document that is read: the last version of the file, or that with the
/// objects of an earlier one in it.
struct Pass<'d> {
    document: &'d Document,
    /// The objects that are not the same in the last version; none for the
    /// last version itself.
    only: Option<HashSet<ObjectId>>,
    fonts: Fonts<'d>,
    streams: Unpacked,
    roles: HashMap<ObjectId, Role>,
    /// The streams that pages show, which were read with them.
    shown: HashSet<ObjectId>,
    /// The pictures that were met.
    pictures: Vec<ObjectId>,
    /// The drawings and pictures that need not be told: those that say
    /// nothing, and in an earlier version those that the last one has too.
    known: Drawings,
    /// Whether the file is in the order in which it is sent.
    is_linear: bool,
}

/// Whether an object says that the file is in the order in which it is sent.
fn is_linear(object: &Object) -> bool {
    object.as_dict().is_ok_and(|own| own.has(b"Linearized"))
}

/// A PDF that is being searched.
struct Work<'w, 's> {
    search: &'w mut Search<'s>,
    depth: usize,
    limits: &'w mut Limits,
    known: &'w Drawings,
    /// What the drawings and pictures look like.
    marks: Drawings,
    /// The last pieces of the page before.
    last: Vec<String>,
    /// Objects that were packed and are not used any more.
    packs: Vec<(ObjectId, Object)>,
}

impl<'w, 's> Work<'w, 's> {
    fn new(
        search: &'w mut Search<'s>,
        depth: usize,
        limits: &'w mut Limits,
        known: &'w Drawings,
    ) -> Self {
        Self {
            search,
            depth,
            limits,
            known,
            marks: Drawings::default(),
            last: Vec::new(),
            packs: Vec::new(),
        }
    }

    /// Reads a document, or what of it is in `only`.
    fn document(&mut self, document: &Document, only: Option<HashSet<ObjectId>>) {
        let mut fonts = Fonts::default();
        for object in document.objects.values() {
            objects::each_dictionary(object, &mut |dict| {
                if dict.has(b"Font") {
                    fonts.gather(document, dict);
                }
            });
        }
        let mut pass = Pass {
            document,
            only,
            fonts,
            streams: Unpacked::default(),
            roles: roles::roles(document),
            shown: HashSet::new(),
            pictures: Vec::new(),
            known: self.known.clone(),
            is_linear: document.objects.values().any(is_linear),
        };
        if pass.only.is_some() {
            pass.known.add(&self.marks);
        }
        self.pages(&mut pass);
        self.objects(&mut pass);
        for (id, fault) in &pass.streams.faults {
            self.search.unread(fault.what(), &Spot::Stream(id.0));
        }
    }

    /// Reads what the file keeps of its earlier versions; false when an object
    /// of them is damaged.
    fn history(&mut self, bytes: &[u8], current: &mut Document) -> Result<bool, NotProven> {
        let hidden = history::Hidden::of(bytes, current)?;
        let cost = bytes.len() + current.objects.len() * history::COST_OF_OBJECT;
        let mut is_sound = true;
        if hidden.most > history::MOST_VERSIONS {
            let what = "een deel van de eerdere versies, want het zijn er te veel";
            self.search.unread(what, &Spot::File);
        }
        for version in 0..hidden.most.min(history::MOST_VERSIONS) {
            if !self.limits.old(cost) {
                break;
            }
            match hidden.version(bytes, version, current) {
                Some(objects) => self.version(current, objects),
                None => {
                    is_sound = false;
                    self.search.unread("een beschadigd object", &Spot::Bytes);
                }
            }
        }
        while !self.packs.is_empty() {
            let mut now = HashSet::new();
            let packs = std::mem::take(&mut self.packs);
            // Two versions of one object do not go together.
            let (own, later) = packs.into_iter().partition(|(id, _)| now.insert(*id));
            self.packs = later;
            if !self.limits.old(cost) {
                break;
            }
            self.version(current, own);
        }
        Ok(is_sound)
    }

    /// Reads the document with other objects in it, and puts it back as it
    /// was.
    fn version(&mut self, current: &mut Document, objects: Vec<(ObjectId, Object)>) {
        if objects.is_empty() {
            return;
        }
        let only = objects.iter().map(|(id, _)| *id).collect();
        let mut before = Vec::new();
        for (id, object) in objects {
            before.push((id, current.objects.insert(id, object)));
        }
        self.document(current, Some(only));
        for (id, object) in before.into_iter().rev() {
            match object {
                Some(object) => current.objects.insert(id, object),
                None => current.objects.remove(&id),
            };
        }
    }
}
