//! The front matter: from its lines to fields, each with its own bytes.

mod print;
mod yaml;

use nota_model::{Code, Field, FieldParts, Finding, Front, Origin, Place, Span, dutch};

pub(crate) use print::{is_open, print};

use crate::limits::MAX_FIELD_PARTS;
use crate::lines::{Line, lines};

/// The front matter as it was read, and where the body starts.
pub(crate) struct FrontRead {
    pub front: Front,
    pub end: usize,
    pub finding: Option<Finding>,
}

/// Why a front matter cannot be read, and where.
pub(crate) struct Unreadable {
    pub at: usize,
    pub reason: String,
}

/// Reads the front matter of `text`, which starts at `start`.
pub(crate) fn read(text: &str, start: usize) -> FrontRead {
    let Some(bounds) = Bounds::find(text, start) else {
        return FrontRead {
            front: Front::default(),
            end: start,
            finding: None,
        };
    };
    let entries = match bounds.closed {
        true => yaml::read(text, bounds.inner.0..bounds.inner.1),
        false => Err(Unreadable {
            at: start,
            reason: "de regel met drie streepjes aan het eind ontbreekt".into(),
        }),
    };
    match entries {
        Ok(entries) => FrontRead {
            front: fields(text, start, &bounds, entries),
            end: bounds.end,
            finding: None,
        },
        Err(fault) => FrontRead {
            front: Front {
                unreadable: slice(text, start, bounds.last),
                ..Front::default()
            },
            end: bounds.last,
            finding: Some(unreadable(text, &fault)),
        },
    }
}

/// Where the front matter stands: its lines without the first and last, and
/// the end with the blank lines after it.
struct Bounds {
    inner: (usize, usize),
    /// The end of the last line.
    last: usize,
    end: usize,
    closed: bool,
}

impl Bounds {
    fn find(text: &str, start: usize) -> Option<Self> {
        let content = |line: &Line| text.get(line.start..line.end).unwrap_or_default();
        let mut rest = lines(text, start..text.len());
        let opening = rest.next()?;
        if content(&opening).trim_end() != "---" {
            return None;
        }
        let mut first = None;
        let mut heading = None;
        while let Some(line) = rest.next() {
            let own = content(&line);
            if matches!(own.trim_end(), "---" | "...") {
                let after = rest.take_while(|line| content(line).trim().is_empty());
                return Some(Self {
                    inner: (opening.next, line.start),
                    last: line.next,
                    end: after.last().map_or(line.next, |line| line.next),
                    closed: true,
                });
            }
            if is_heading(own) && heading.is_none() {
                heading = Some(line.start);
            }
            if first.is_none()
                && heading.is_none()
                && !own.trim().is_empty()
                && !own.starts_with('#')
            {
                first = Some(looks_like_field(own));
            }
        }
        // Without a last line, a first line with a name and a colon tells a
        // front matter from a horizontal rule.
        (first == Some(true)).then(|| Self {
            inner: (opening.next, opening.next),
            last: heading.unwrap_or(text.len()),
            end: heading.unwrap_or(text.len()),
            closed: false,
        })
    }
}

/// A heading of level 2 or deeper; one hash sign is a comment in YAML.
fn is_heading(line: &str) -> bool {
    let title = line.trim_start_matches('#');
    (2..=6).contains(&(line.len() - title.len()))
        && (title.is_empty() || title.starts_with([' ', '\t']))
}

fn looks_like_field(line: &str) -> bool {
    line.split_once(':').is_some_and(|(name, value)| {
        let name = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '-');
        name && (value.is_empty() || value.starts_with([' ', '\t']))
    })
}

fn fields(text: &str, start: usize, bounds: &Bounds, entries: Vec<yaml::Entry>) -> Front {
    let first = entries.first().map_or(bounds.inner.1, |entry| entry.key_at);
    let ends: Vec<usize> = entries
        .iter()
        .skip(1)
        .map(|entry| entry.key_at)
        .chain([bounds.inner.1])
        .collect();
    let fields = entries.into_iter().zip(ends).map(|(entry, end)| Field {
        origin: Origin::at(entry.key_at..entry.end.clamp(entry.key_at, end)),
        key: entry.key,
        value: entry.value,
        source: slice(text, entry.key_at, end),
        parts: FieldParts(entry.parts),
    });
    Front {
        fields: fields.collect(),
        opening: slice(text, start, first),
        closing: slice(text, bounds.inner.1, bounds.end),
        unreadable: None,
    }
}

fn slice(text: &str, start: usize, end: usize) -> Option<String> {
    text.get(start..end).map(str::to_owned)
}

fn unreadable(text: &str, fault: &Unreadable) -> Finding {
    let at = fault.at.min(text.len());
    let mut line = 0;
    let mut from = 0;
    for own in lines(text, 0..text.len()).take_while(|line| line.start <= at) {
        line += 1;
        from = own.start;
    }
    let column = text
        .get(from..at)
        .unwrap_or_default()
        .trim_start_matches('\u{feff}')
        .chars()
        .count()
        + 1;
    Finding::new(Code(2), Place::nota().at(Some(Span::new(at, at))))
        .arg("reden", fault.reason.as_str())
        .arg("regel", line.max(1).to_string())
        .arg("kolom", column.to_string())
}

/// The reason for a front matter with too many values.
fn too_many() -> String {
    format!(
        "er staan meer dan {} waarden in",
        dutch::number(MAX_FIELD_PARTS)
    )
}
