//! The pages of a PDF, those that were taken out included: their text in the
//! order in which it is drawn and in which it stands, and what of them gives
//! no text.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::content::{self, Content, MOST_OF_ONE_NAME, Surroundings};
use super::objects::{self, Strings};
use super::order;
use super::{Pass, Work};
use crate::fold::WALL;
use crate::proof::Spot;

/// The last and the first pieces of pages that are read on from one to the
/// next.
const AT_EDGE: usize = 4;

/// The letters of such a piece.
const LONGEST_EDGE: usize = 60;

/// The dictionaries of resources that are looked at for one page.
const MOST_RESOURCES: usize = 64;

/// What of a page or stream gives no text.
#[derive(Debug, Clone, Default)]
pub(super) struct Unread(Vec<&'static str>);

/// The pages that were read: by their streams and resources.
type Same = HashMap<(Vec<ObjectId>, u64), Unread>;

impl<'d> Work<'_, '_> {
    /// Reads the pages.
    pub(super) fn pages(&mut self, pass: &mut Pass<'d>) {
        let document = pass.document;
        let mut same = Same::new();
        let mut in_tree = HashSet::new();
        self.last.clear();
        for (index, page) in document.page_iter().enumerate() {
            in_tree.insert(page);
            let spot = match pass.only {
                None => Spot::Page(index + 1),
                Some(_) => Spot::Hidden(page.0),
            };
            if pass.only.is_none() {
                self.search.searched.pages = self.search.searched.pages.max(index + 1);
            }
            self.page(pass, page, &spot, &mut same);
        }
        self.last.clear();
        for (id, object) in &document.objects {
            if let Object::Dictionary(dict) = object
                && is_page(dict)
                && !in_tree.contains(id)
            {
                self.page(pass, *id, &Spot::Hidden(id.0), &mut same);
                self.last.clear();
            }
        }
    }

    fn page(&mut self, pass: &mut Pass<'d>, page: ObjectId, spot: &Spot, same: &mut Same) {
        let document = pass.document;
        let resources = resources(document, page);
        let ids = document.get_page_contents(page);
        if pass
            .only
            .as_ref()
            .is_some_and(|only| !touches(document, page, &ids, &resources, only))
        {
            return;
        }
        let mut look = DefaultHasher::new();
        for own in &resources {
            entries(own, 0, &mut look);
        }
        let key = (ids, look.finish());
        if let Some(unread) = same.get(&key) {
            self.say(unread, spot);
            return;
        }
        if self.limits.reached {
            return;
        }
        let mut bytes = Vec::new();
        for id in &key.0 {
            match document.get_object(*id) {
                Ok(Object::Stream(stream)) => {
                    if let Some(own) = pass.streams.of(Some(*id), stream, self.limits) {
                        bytes.extend_from_slice(&own);
                        bytes.push(b'\n');
                    }
                }
                Ok(_) => self.search.unread("een beschadigde bladzijde", spot),
                // A reference to nothing is nothing.
                Err(_) => {}
            }
            pass.shown.insert(*id);
        }
        let unread = self.content(pass, &bytes, &resources, spot);
        self.say(&unread, spot);
        same.insert(key, unread);
    }

    fn say(&mut self, unread: &Unread, spot: &Spot) {
        for what in &unread.0 {
            self.search.unread(*what, spot);
        }
    }

    /// Searches a content stream, and says what of it cannot be read.
    pub(super) fn drawing(
        &mut self,
        pass: &mut Pass<'d>,
        bytes: &[u8],
        resources: &[&'d Dictionary],
        spot: &Spot,
    ) {
        self.last.clear();
        let unread = self.content(pass, bytes, resources, spot);
        self.last.clear();
        self.say(&unread, spot);
    }

    /// Searches a content stream; once for each font that it may mean.
    fn content(
        &mut self,
        pass: &mut Pass<'d>,
        bytes: &[u8],
        resources: &[&'d Dictionary],
        spot: &Spot,
    ) -> Unread {
        let mut unread = Unread::default();
        let mut choice = 0;
        if self.limits.reached || self.search.spend(bytes.len()).is_err() {
            self.limits.reached = true;
            return unread;
        }
        loop {
            let mut around = Surroundings {
                document: pass.document,
                fonts: &mut pass.fonts,
                limits: self.limits,
                streams: &mut pass.streams,
                known: &pass.known,
                choice,
            };
            let own = content::read(&mut around, bytes, resources);
            self.found(&own, spot, choice > 0);
            let choices = own.choices;
            if choice == 0 {
                self.search.searched.pictures += own.pictures;
                self.marks.shapes.extend(&own.shapes.marks);
            }
            unread.of(&own);
            pass.shown.extend(own.shown);
            choice += 1;
            if choices > MOST_OF_ONE_NAME {
                unread.add("tekst waarvan niet te zien is in welk lettertype zij staat");
            }
            if choice >= choices.min(MOST_OF_ONE_NAME) || self.limits.reached {
                break;
            }
        }
        self.search.bytes(bytes, spot);
        unread
    }

    /// Searches what a content stream shows.
    fn found(&mut self, own: &Content, spot: &Spot, again: bool) {
        let mut seen: Vec<&str> = Vec::new();
        for reading in &own.readings {
            if seen.contains(&reading.as_str()) || !self.limits.letters(reading.len()) {
                continue;
            }
            match again || matches!(spot, Spot::Hidden(_)) {
                true => self.search.again(reading, spot),
                false => self.search.text(reading, spot),
            }
            seen.push(reading);
        }
        let pieces = order::pieces(&own.runs);
        for reading in order::readings(&own.runs, &pieces) {
            if self.limits.letters(reading.len()) {
                self.search.again(&reading, spot);
            }
        }
        self.on_from_last(&pieces, spot);
        let mut strings = Strings::default();
        for string in &own.strings {
            strings.string(string, spot);
        }
        for name in &own.names {
            strings.name(name, spot);
        }
        strings.search(self.search);
    }

    /// Searches what begins at the end of a page and goes on at the start of
    /// the next: between them stand a foot and a head.
    fn on_from_last(&mut self, pieces: &[order::Run], spot: &Spot) {
        let cut = |own: &order::Run, from_end: bool| -> String {
            let count = own.text.chars().count().saturating_sub(LONGEST_EDGE);
            match from_end {
                true => own.text.chars().skip(count).collect(),
                false => own.text.chars().take(LONGEST_EDGE).collect(),
            }
        };
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let mut text = String::new();
        for first in pieces.iter().take(AT_EDGE).map(|own| cut(own, false)) {
            for last in &self.last {
                let apart = digit(last.chars().next_back()) || digit(first.chars().next());
                if !apart {
                    text.push_str(last);
                    text.push('\n');
                    text.push_str(&first);
                    text.push(WALL);
                }
            }
        }
        if self.limits.letters(text.len()) {
            self.search.again(&text, spot);
        }
        let last = pieces.iter().rev().take(AT_EDGE);
        self.last = last.map(|own| cut(own, true)).collect();
    }
}

impl Unread {
    fn add(&mut self, what: &'static str) {
        if !self.0.contains(&what) {
            self.0.push(what);
        }
    }

    fn of(&mut self, content: &Content) {
        if content.opaque {
            self.add("tekens waarvan de PDF niet zegt welke letters het zijn");
        }
        if content.has_pictures() {
            self.add("een plaatje");
        }
        if content.shapes.may_be_letters() {
            self.add("getekende vormen die letters kunnen zijn");
        }
        content.unread.iter().for_each(|what| self.add(what));
    }
}

/// Takes up what a dictionary holds: two that hold the same are the same.
fn entries(dict: &Dictionary, depth: usize, look: &mut DefaultHasher) {
    for (key, value) in dict.iter() {
        key.hash(look);
        values(value, depth + 1, look);
    }
}

fn values(object: &Object, depth: usize, look: &mut DefaultHasher) {
    std::mem::discriminant(object).hash(look);
    match object {
        _ if depth > objects::DEEPEST => {}
        Object::Reference(id) => id.hash(look),
        Object::Name(own) | Object::String(own, _) => own.hash(look),
        Object::Integer(own) => own.hash(look),
        Object::Real(own) => own.to_bits().hash(look),
        Object::Boolean(own) => own.hash(look),
        Object::Array(items) => {
            items.len().hash(look);
            items.iter().for_each(|own| values(own, depth + 1, look));
        }
        Object::Dictionary(own) => {
            own.len().hash(look);
            entries(own, depth, look);
        }
        Object::Stream(_) | Object::Null => {}
    }
}

/// Whether a dictionary is a page, in the tree of pages or not any more.
fn is_page(dict: &Dictionary) -> bool {
    dict.has_type(b"Page")
        || dict.has_type(b"Template")
        || !dict.has(b"Type")
            && dict.has(b"Contents")
            && (dict.has(b"MediaBox") || dict.has(b"Resources"))
}

/// The resources of a page, also those of the pages above it, the nearest
/// first.
fn resources(document: &Document, page: ObjectId) -> Vec<&Dictionary> {
    let mut out = Vec::new();
    let mut seen = HashSet::new();
    let mut next = Some(page);
    while let Some(id) = next.filter(|id| seen.insert(*id) && seen.len() < MOST_RESOURCES) {
        let Ok(own) = document.get_dictionary(id) else {
            break;
        };
        let resources = own
            .get_deref(b"Resources", document)
            .and_then(Object::as_dict);
        out.extend(resources.ok());
        next = own.get(b"Parent").and_then(Object::as_reference).ok();
    }
    out
}

/// Whether a page has to do with objects that are not the same in the last
/// version of the file.
fn touches(
    document: &Document,
    page: ObjectId,
    contents: &[ObjectId],
    resources: &[&Dictionary],
    only: &HashSet<ObjectId>,
) -> bool {
    if only.contains(&page) || contents.iter().any(|id| only.contains(id)) {
        return true;
    }
    let mut seen = HashSet::new();
    let mut open: Vec<ObjectId> = Vec::new();
    for own in resources {
        references(own, &mut open);
    }
    while let Some(id) = open.pop() {
        if only.contains(&id) {
            return true;
        }
        if seen.len() < 1_000 && seen.insert(id) {
            match document.objects.get(&id) {
                Some(Object::Dictionary(own)) => references(own, &mut open),
                Some(Object::Stream(own)) => references(&own.dict, &mut open),
                _ => {}
            }
        }
    }
    false
}

/// The objects that a dictionary refers to, two levels deep.
fn references(dict: &Dictionary, out: &mut Vec<ObjectId>) {
    let inner = dict.iter().filter_map(|(_, own)| own.as_dict().ok());
    for dict in std::iter::once(dict).chain(inner) {
        let parent: &[u8] = b"Parent";
        let own = dict.iter().filter(|(key, _)| key.as_slice() != parent);
        out.extend(own.filter_map(|(_, own)| own.as_reference().ok()));
    }
}
