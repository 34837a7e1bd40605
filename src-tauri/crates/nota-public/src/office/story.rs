//! The text of a part, as each program may show it: with all changes that were
//! tracked, with them accepted, and with them rejected. A word may be cut up
//! by marks, and a paragraph begins a word.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::vocabulary::is_own;
use crate::fold::WALL;
use crate::proof::{Search, Spot};

/// Elements that end a paragraph or a word, without their prefix.
const APART: &[&str] = &[
    "p",
    "h",
    "tc",
    "tr",
    "br",
    "cr",
    "tab",
    "s",
    "line-break",
    "table-cell",
    "list-item",
    "note-body",
    "comment",
    "annotation",
    "property",
    "lpwstr",
    "title",
    "creator",
    "subject",
    "description",
    "keywords",
    "user-defined",
];

/// What was taken out with changes on.
const DELETED: &[&str] = &["del", "moveFrom", "deletion", "delText"];

/// What was put in with changes on.
const INSERTED: &[&str] = &["ins", "moveTo"];

/// Attributes that only say how something looks, without their prefix.
const LOOKS: &[&str] = &[
    "xmlns",
    "rsidR",
    "rsidRDefault",
    "rsidP",
    "rsidRPr",
    "paraId",
    "textId",
];

/// The readings of a part.
#[derive(Default)]
struct Readings {
    all: String,
    accepted: String,
    rejected: String,
    /// Values of attributes, each apart.
    values: String,
    /// Remarks, instructions and types.
    aside: String,
}

/// Searches a part that is XML. One that is not well formed is searched as far
/// as it can be read and then as it is written, and counts as not read.
pub(super) fn search(xml: &str, spot: &Spot, search: &mut Search<'_>) {
    let mut readings = Readings::default();
    let is_whole = read(xml, &mut readings);
    search.searched.strings += 1;
    search.text(&readings.all, spot);
    search.again(&readings.accepted, spot);
    search.again(&readings.rejected, spot);
    search.again(&readings.aside, spot);
    search.code(&readings.values, spot);
    if !is_whole {
        search.again(xml, spot);
        search.unread("een onderdeel dat is beschadigd", spot);
    }
    if xml.contains(":sym ") {
        search.unread("tekens uit een symboollettertype", spot);
    }
}

/// Whether the part could be read to its end.
fn read(xml: &str, out: &mut Readings) -> bool {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = false;
    let (mut deleted, mut inserted) = (0_usize, 0_usize);
    let add = |text: &str, deleted: usize, inserted: usize, out: &mut Readings| {
        out.all.push_str(text);
        if deleted == 0 {
            out.accepted.push_str(text);
        }
        if inserted == 0 {
            out.rejected.push_str(text);
        }
    };
    loop {
        let event = match reader.read_event() {
            Ok(event) => event,
            Err(_) => return false,
        };
        match event {
            Event::Start(tag) => {
                values(&tag, out);
                let name = tag.local_name();
                deleted += usize::from(is(name.as_ref(), DELETED));
                inserted += usize::from(is(name.as_ref(), INSERTED));
            }
            Event::Empty(tag) => {
                values(&tag, out);
                if is(tag.local_name().as_ref(), APART) {
                    add(WALL_TEXT, 0, 0, out);
                }
            }
            Event::End(tag) => {
                let name = tag.local_name();
                deleted = deleted.saturating_sub(usize::from(is(name.as_ref(), DELETED)));
                inserted = inserted.saturating_sub(usize::from(is(name.as_ref(), INSERTED)));
                if is(name.as_ref(), APART) {
                    add(WALL_TEXT, 0, 0, out);
                }
            }
            Event::Text(own) => add(&own, deleted, inserted, out),
            Event::CData(own) => add(&own, deleted, inserted, out),
            Event::GeneralRef(own) => {
                let name = format!("&{};", &*own);
                let text = quick_xml::escape::unescape(&name);
                add(text.as_deref().unwrap_or(&name), deleted, inserted, out);
            }
            Event::Comment(own) => aside(&own, out),
            Event::PI(own) => aside(&own, out),
            Event::DocType(own) => aside(&own, out),
            Event::Decl(_) => {}
            Event::Eof => return true,
        }
    }
}

/// The end of a word, between texts.
const WALL_TEXT: &str = "\0";

fn is(name: &str, of: &[&str]) -> bool {
    of.contains(&name)
}

fn aside(text: &str, out: &mut Readings) {
    out.aside.push(WALL);
    out.aside.push_str(text);
}

fn values(tag: &BytesStart<'_>, out: &mut Readings) {
    for attribute in tag.attributes().with_checks(false).flatten() {
        let key = attribute.key.as_ref();
        let local = key.rsplit(':').next().unwrap_or(key);
        if key.starts_with("xmlns") || LOOKS.contains(&local) {
            continue;
        }
        let value = &*attribute.value;
        let known = quick_xml::escape::unescape(value);
        let known = known.as_deref().unwrap_or(value);
        if !is_own(known) {
            out.values.push(WALL);
            out.values.push_str(known);
        }
    }
}
