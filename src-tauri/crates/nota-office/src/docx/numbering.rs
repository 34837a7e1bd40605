//! The lists: each of its own, so that numbers start where the drafter says.

use super::doc::Listing;
use super::paragraph::twips;
use crate::paper;
use crate::styles::item_left;
use crate::xml::Xml;

/// The number of levels that a list of Word has.
const LEVELS: usize = 9;

/// The greatest number that a list of Word starts with.
const MAX_START: u64 = 32_767;

/// The part with the lists.
pub(crate) fn numbering(lists: &[Listing]) -> Xml {
    let mut xml = Xml::document();
    xml.element("w:numbering", &[("xmlns:w", &super::W)], |xml| {
        kind(xml, 0, |level| {
            let sign = if level % 2 == 0 { "•" } else { "–" };
            ("bullet", sign.to_owned())
        });
        kind(xml, 1, |level| ("decimal", format!("%{}.", level + 1)));
        for (index, list) in lists.iter().enumerate() {
            let kind = i32::from(list.start.is_some());
            xml.element("w:num", &[("w:numId", &(index + 1))], |xml| {
                xml.leaf("w:abstractNumId", &[("w:val", &kind)]);
                if let Some(start) = list.start {
                    let start = start.min(MAX_START);
                    xml.element("w:lvlOverride", &[("w:ilvl", &list.level)], |xml| {
                        xml.leaf("w:startOverride", &[("w:val", &start)]);
                    });
                }
            });
        }
    });
    xml
}

/// A kind of list: what stands before an item at each level.
fn kind(xml: &mut Xml, id: i32, sign: impl Fn(usize) -> (&'static str, String)) {
    xml.element("w:abstractNum", &[("w:abstractNumId", &id)], |xml| {
        xml.leaf("w:multiLevelType", &[("w:val", &"hybridMultilevel")]);
        for level in 0..LEVELS {
            let (format, text) = sign(level);
            xml.element("w:lvl", &[("w:ilvl", &level)], |xml| {
                xml.leaf("w:start", &[("w:val", &1)]);
                xml.leaf("w:numFmt", &[("w:val", &format)]);
                xml.leaf("w:lvlText", &[("w:val", &text)]);
                xml.leaf("w:lvlJc", &[("w:val", &"left")]);
                xml.element("w:pPr", &[], |xml| {
                    let left = twips(item_left(level));
                    xml.leaf(
                        "w:ind",
                        &[("w:left", &left), ("w:hanging", &twips(paper::BULLET.1))],
                    );
                });
            });
        }
    });
}
