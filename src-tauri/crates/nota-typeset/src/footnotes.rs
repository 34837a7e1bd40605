//! Which footnotes stand on the pages. Of a footnote that stands in another the
//! typesetter may lose the text, and only the pages say so.

use std::collections::HashSet;

use typst::introspection::{Location, Tag};
use typst::layout::{Frame, FrameItem};
use typst::model::FootnoteEntry;
use typst_layout::PagedDocument;

/// How many footnotes have a text on the pages; one that goes on on the next
/// page counts once.
pub(crate) fn placed(document: &PagedDocument) -> usize {
    let mut seen = HashSet::new();
    for page in document.pages() {
        walk(&page.frame, &mut seen);
    }
    seen.len()
}

fn walk(frame: &Frame, seen: &mut HashSet<Location>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => walk(&group.frame, seen),
            FrameItem::Tag(Tag::Start(content, _)) => {
                let entry = content.to_packed::<FootnoteEntry>();
                seen.extend(entry.and_then(|own| own.note.location()));
            }
            _ => {}
        }
    }
}
