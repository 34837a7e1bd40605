//! Where the parts of the letterhead stand on page 1, and what of the
//! reference column does not fit there: the reckoning of the shared layout
//! (`rijkshuisstijl/voorblad.typ`), for programs that place by numbers.

use nota_sheet::{ColumnPart, Entry, Labelled, Letterhead, Line};

use crate::dress::{Aan, Dress};
use crate::paper;
use crate::ruler::Ruler;

/// A row of the table of parafen has a head of one small line.
const PARAFEN_HEAD: f64 = paper::SMALL_LINE + 2.0 * paper::CELL;

/// The share of the table of parafen that says who.
pub(crate) const WHO: f64 = 0.55;

/// The letterhead on page 1, in points; heights count from the top of the
/// text area.
#[derive(Debug)]
pub(crate) struct Front<'s, 'n> {
    /// Above the first addressee.
    pub(crate) aan: f64,
    /// Between the last addressee and what follows in the flow.
    pub(crate) after_aan: f64,
    /// The top of the subject.
    pub(crate) subject: f64,
    /// Between the table of parafen and what follows it.
    pub(crate) after_parafen: f64,
    /// The reference column.
    pub(crate) column: Vec<Small<'s, 'n>>,
    /// What has no place in it, or stands beside the title on the pages: under the
    /// addressees here.
    pub(crate) rest: Vec<&'s Entry<'n>>,
}

/// A line of a reference column.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Small<'s, 'n> {
    /// What stands there.
    pub(crate) what: SmallText<'s, 'n>,
    /// The white under it, in points.
    pub(crate) after: f64,
    /// Whether the value of a field ends here.
    pub(crate) ends: bool,
}

/// The text of a line of a reference column.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum SmallText<'s, 'n> {
    /// A label.
    Label(&'s str),
    /// A line of the value under a label.
    Value(&'s Line<'n>),
    /// A line without label, in bold.
    Bold(&'s Line<'n>),
    /// A line without label.
    Plain(&'s Line<'n>),
}

impl SmallText<'_, '_> {
    fn height(&self, ruler: Ruler<'_>) -> f64 {
        let room = paper::COLUMN / paper::SMALL;
        let lines = match self {
            Self::Label(label) => ruler.lines(label, true, room),
            Self::Bold(line) => ruler.lines(&line.text(), true, room),
            Self::Value(line) | Self::Plain(line) => ruler.lines(&line.text(), false, room),
        };
        lines as f64 * paper::SMALL_LINE
    }
}

/// The letterhead on page 1.
pub(crate) fn front<'s, 'n>(
    letterhead: &'s Letterhead<'n>,
    dress: &Dress,
    ruler: Ruler<'_>,
) -> Front<'s, 'n> {
    let (column, mut rest) = column(&letterhead.column, ruler);
    rest.splice(0..0, beside(letterhead));
    let tall = aan_height(letterhead, dress, ruler);
    let fixed = paper::AAN - paper::baseline(paper::LINE) - paper::TOP;
    let highest = paper::AAN_LAST + paper::LINE - paper::baseline(paper::LINE) - paper::TOP - tall;
    let aan = fixed.min(highest).max(0.0);
    let usual = paper::SUBJECT.2 - paper::baseline(paper::LINE) - paper::TOP;
    let subject = usual.max(aan + tall + paper::LINE);
    let room = (paper::SUBJECT.1 - paper::SUBJECT.0) / paper::SIZE;
    let title = ruler.lines(&letterhead.title.text(), false, room) as f64 * paper::LINE;
    let zone = paper::FIRST - paper::SUBJECT.2 - paper::LINE;
    let parafen = letterhead
        .parafen
        .as_ref()
        .filter(|own| !own.rows.is_empty());
    let mut used = title;
    let mut least = 0.0;
    if let Some(parafen) = parafen {
        used += paper::PARAFEN.0 + PARAFEN_HEAD + parafen.rows.len() as f64 * paper::PARAFEN.2;
        least = paper::PARAFEN.1 - paper::LINE;
    }
    let white = if rest.is_empty() {
        least.max(zone - used) + paper::LINE
    } else {
        paper::LINE
    };
    let below = subject + title - aan - tall;
    let (after_aan, after_parafen) = match parafen {
        Some(_) => (below + paper::PARAFEN.0, white),
        None => (below + white, 0.0),
    };
    Front {
        aan,
        after_aan,
        subject,
        after_parafen,
        column,
        rest,
    }
}

/// The rows beside the addressees, what is asked, and on whose behalf.
fn beside<'s, 'n>(letterhead: &'s Letterhead<'n>) -> impl Iterator<Item = &'s Entry<'n>> {
    let addressees = letterhead.addressees.as_ref().map(|own| &own.place);
    let others = letterhead.rows.iter().chain(&letterhead.action);
    others
        .chain(&letterhead.behalf)
        .filter(move |own| Some(&own.place) != addressees && !own.lines.is_empty())
}

/// The height of the addressees; without any a line is kept free for them.
fn aan_height(letterhead: &Letterhead<'_>, dress: &Dress, ruler: Ruler<'_>) -> f64 {
    let room = match dress.aan {
        Aan::Lines => paper::BODY,
        Aan::Labelled => paper::LEFT + paper::BODY - paper::AAN_VALUE,
    };
    let lines = letterhead.addressees.iter().flat_map(|entry| &entry.lines);
    let count: usize = lines
        .map(|line| ruler.lines(&line.text(), false, room / paper::SIZE))
        .sum();
    count.max(1) as f64 * paper::LINE
}

/// The lines of a reference column that fit on a page, and the entries that do
/// not.
pub(crate) fn column<'s, 'n>(
    parts: &'s [ColumnPart<'n>],
    ruler: Ruler<'_>,
) -> (Vec<Small<'s, 'n>>, Vec<&'s Entry<'n>>) {
    let mut out: Vec<Small<'s, 'n>> = Vec::new();
    let mut rest = Vec::new();
    let mut free = paper::COLUMN_BOTTOM - paper::COLUMN_TOP;
    let mut before: Option<Labelled> = None;
    for part in parts {
        let entry = match part {
            ColumnPart::Gap => {
                if let Some(last) = out.last_mut() {
                    last.after = paper::COLUMN_GAP;
                    free -= paper::COLUMN_GAP;
                }
                before = None;
                continue;
            }
            ColumnPart::Entry(entry) => entry,
        };
        let is_free = |own: Labelled| own != Labelled::Above;
        let white = match before {
            Some(last) if is_free(last) && is_free(entry.labelled) => 0.0,
            Some(_) => paper::COLUMN_BETWEEN,
            None => 0.0,
        };
        before = Some(entry.labelled);
        let lines = small(entry);
        let tall: f64 = lines.iter().map(|line| line.what.height(ruler)).sum();
        if rest.is_empty() && white + tall <= free {
            free -= white + tall;
            if let Some(last) = out.last_mut().filter(|_| white > 0.0) {
                last.after = white;
            }
            out.extend(lines);
        } else {
            rest.push(entry);
        }
    }
    if let Some(last) = out.last_mut() {
        last.after = 0.0;
    }
    (out, rest)
}

/// The lines of an entry as they stand in a reference column.
pub(crate) fn small<'s, 'n>(entry: &'s Entry<'n>) -> Vec<Small<'s, 'n>> {
    let label = (entry.labelled == Labelled::Above).then(|| SmallText::Label(&entry.label));
    let lines = entry.lines.iter().map(|line| match entry.labelled {
        Labelled::Above => SmallText::Value(line),
        Labelled::Bold => SmallText::Bold(line),
        Labelled::Plain => SmallText::Plain(line),
    });
    let mut out: Vec<Small<'_, '_>> = label
        .into_iter()
        .chain(lines)
        .map(|what| Small {
            what,
            after: 0.0,
            ends: false,
        })
        .collect();
    let is_field = entry.place.field.is_some();
    if let Some(last) = out.last_mut().filter(|_| is_field) {
        last.ends = true;
    }
    out
}
