//! Published PDFs. Everything that a reader of any kind could take out of the
//! file is searched: the text of the pages, text in streams that no page
//! shows, strings, names, metadata, attached files, and objects that a later
//! version of the file has replaced.

mod cmap;
mod content;
mod damaged;
mod fonts;
mod history;
mod machine;
mod objects;
mod streams;
mod tokens;
mod unpack;
mod xmp;

use std::collections::HashSet;

use lopdf::{Document, LoadOptions, Object, ObjectId};

use crate::proof::{NotProven, Search, Spot};
pub(crate) use damaged::search as search_readable;
use fonts::{Fonts, Names};
use objects::Strings;

/// The greatest size of a file.
const MOST_BYTES: usize = 256 << 20;

/// The greatest size of a stream after unpacking.
pub(crate) const MOST_UNPACKED: usize = 64 << 20;

/// What all streams may unpack to while the file is opened.
const MOST_WHILE_OPENING: usize = 1 << 30;

/// The number of streams in a file.
const MOST_STREAMS: usize = 16_384;

/// How deep PDFs may be attached to one another.
const DEEPEST: usize = 3;

/// Whether bytes are a PDF: the mark may stand after some others.
pub(crate) fn is_pdf(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    tokens::find(head, b"%PDF-", 0).is_some()
}

/// Searches a PDF. `depth` counts the files that it is attached to.
pub(crate) fn search(bytes: &[u8], search: &mut Search<'_>, depth: usize) -> Result<(), NotProven> {
    if bytes.len() > MOST_BYTES || depth > DEEPEST {
        return Err(NotProven::TooLarge);
    }
    let current = open(bytes)?;
    if current.page_iter().next().is_none() {
        return Err(NotProven::Unreadable("PDF zonder bladzijden".to_owned()));
    }
    let hidden = history::hidden(bytes, &current)?;
    let mut fonts = Fonts::default();
    let mut hidden_fonts: Vec<Fonts> = hidden.iter().map(|_| Fonts::default()).collect();
    gather_fonts(&current, &mut fonts);
    for (document, own) in hidden.iter().zip(&mut hidden_fonts) {
        gather_fonts(document, own);
        // What an earlier version leaves out, the last one may have.
        for (name, known) in &fonts.anywhere {
            own.anywhere
                .entry(name.clone())
                .or_insert_with(|| known.clone());
        }
    }
    let mut work = Work {
        search,
        depth,
        shown: HashSet::new(),
    };
    work.pages(&current, &fonts, None)?;
    work.objects(&current, &fonts, None)?;
    for (document, own) in hidden.iter().zip(&hidden_fonts) {
        work.pages(document, own, Some(&current))?;
        work.objects(document, own, Some(&current))?;
    }
    history::gaps(bytes, work.search);
    work.search.spend(bytes.len())?;
    work.search.bytes(bytes, &Spot::Bytes);
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

/// The fonts of all resources in a document, wherever they stand.
fn gather_fonts(document: &Document, fonts: &mut Fonts) {
    for object in document.objects.values() {
        objects::each_dictionary(object, &mut |dict| {
            if dict.has(b"Font") {
                fonts.gather(document, dict);
            }
        });
    }
}

/// The fonts of a page, also those that it has from the pages above it.
fn page_fonts(document: &Document, page: ObjectId, fonts: &Fonts) -> Names {
    let (own, above) = document.get_page_resources(page).unwrap_or_default();
    let above = above
        .iter()
        .filter_map(|id| document.get_dictionary(*id).ok());
    let mut names = Names::new();
    // The nearest comes first, and wins.
    for resources in own.into_iter().chain(above) {
        for (name, font) in fonts.known(document, resources) {
            names.entry(name).or_insert(font);
        }
    }
    names
}

/// A PDF that is being searched.
struct Work<'w, 's> {
    search: &'w mut Search<'s>,
    depth: usize,
    /// The streams that pages show, which were read with them.
    shown: HashSet<ObjectId>,
}

impl Work<'_, '_> {
    /// Reads the pages. Those of an earlier version are read too, and what
    /// they say like the last one is not reported again.
    fn pages(
        &mut self,
        document: &Document,
        fonts: &Fonts,
        last: Option<&Document>,
    ) -> Result<(), NotProven> {
        for (index, page) in document.page_iter().enumerate() {
            let mut bytes = Vec::new();
            for id in document.get_page_contents(page) {
                match document.get_object(id) {
                    Ok(Object::Stream(stream)) => {
                        let own = unpack::unpacked(stream)?;
                        self.search.spend(own.len())?;
                        bytes.extend(own);
                        bytes.push(b'\n');
                    }
                    Ok(_) => return Err(NotProven::Opaque("een beschadigde bladzijde".to_owned())),
                    // A reference to nothing is nothing.
                    Err(_) => {}
                }
                self.shown.insert(id);
            }
            let own = page_fonts(document, page, fonts);
            match last {
                None => {
                    self.search.searched.pages += 1;
                    self.content(&bytes, &own, &fonts.anywhere, &Spot::Page(index + 1))?;
                }
                Some(_) => {
                    self.content(&bytes, &own, &fonts.anywhere, &Spot::Hidden(page.0))?;
                }
            }
        }
        Ok(())
    }

    /// Reads a content stream.
    fn content(
        &mut self,
        bytes: &[u8],
        own: &Names,
        anywhere: &Names,
        spot: &Spot,
    ) -> Result<(), NotProven> {
        let content = content::read(bytes, own, anywhere);
        self.search.searched.pictures += content.pictures;
        let hidden = matches!(spot, Spot::Hidden(_));
        let mut seen: Vec<&String> = Vec::new();
        for reading in &content.readings {
            if seen.contains(&reading) {
                continue;
            }
            seen.push(reading);
            match hidden {
                true => self.search.again(reading, spot),
                false => self.search.text(reading, spot),
            }
        }
        let mut strings = Strings::default();
        for string in &content.strings {
            strings.string(string, spot);
        }
        for name in &content.names {
            strings.name(name, spot);
        }
        strings.search(self.search);
        self.search.bytes(bytes, spot);
        match content.opaque {
            true => Err(NotProven::Opaque(format!(
                "tekst in een lettertype dat niet zegt welke letters het zijn ({spot})"
            ))),
            false => Ok(()),
        }
    }
}
