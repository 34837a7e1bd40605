//! The YAML of the front matter: the events of the parser below serde-saphyr
//! as values, with the place of each. What the format leaves out (anchors,
//! tags, merge keys, a field twice) is refused where it stands.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use nota_model::{FieldPath, FieldStep, Span, Value};
use serde_saphyr::granit_parser::{
    self, ErrorKind, Event, Parser, ScalarStyle, ScanError, StrInput, StructureStyle, Tag,
};

use super::Unreadable;
use crate::limits::{MAX_DEPTH, MAX_FIELD_PARTS};

/// A field: its key, its value and where they stand.
pub(super) struct Entry {
    pub key: String,
    pub key_at: usize,
    pub value: Value,
    pub end: usize,
    pub parts: Vec<(String, Span)>,
}

/// Reads the fields that stand in a part of `text`.
pub(super) fn read(text: &str, range: Range<usize>) -> Result<Vec<Entry>, Unreadable> {
    let source = text.get(range.clone()).unwrap_or_default();
    let mut options = granit_parser::options! {
        disallow_directives: true,
        flow_nesting_limit: MAX_DEPTH,
        block_nesting_limit: MAX_DEPTH,
    };
    options.set_emit_comments(false);
    let mut reader = Reader {
        parser: Parser::new_from_str_with_options(source, options),
        text,
        base: range.start,
        left: MAX_FIELD_PARTS,
        parts: Vec::new(),
        last: range.start,
    };
    reader.document()
}

struct Reader<'a> {
    parser: Parser<'a, StrInput<'a>>,
    text: &'a str,
    base: usize,
    left: usize,
    parts: Vec<(String, Span)>,
    last: usize,
}

/// An event with where it stands in the file.
type Placed<'a> = (Event<'a>, Range<usize>);

impl<'a> Reader<'a> {
    fn next(&mut self) -> Result<Placed<'a>, Unreadable> {
        loop {
            let Some(next) = self.parser.next_event() else {
                return Ok((Event::StreamEnd, self.last..self.last));
            };
            let (event, span) = next.map_err(|error| self.refuse(&error))?;
            let range = span.byte_range().unwrap_or(0..0);
            let range = self.base + range.start..self.base + range.end;
            if !range.is_empty() {
                self.last = self.last.max(range.end);
            }
            self.left = self.left.checked_sub(1).ok_or_else(|| Unreadable {
                at: range.start,
                reason: super::too_many(),
            })?;
            match &event {
                Event::StreamStart | Event::DocumentStart(..) => {}
                _ => return Ok((event, range)),
            }
        }
    }

    fn document(&mut self) -> Result<Vec<Entry>, Unreadable> {
        let (event, range) = self.next()?;
        let entries = match event {
            Event::StreamEnd | Event::DocumentEnd => return Ok(Vec::new()),
            Event::Scalar(text, ScalarStyle::Plain, 0, None) if text.is_empty() => Vec::new(),
            Event::MappingStart(StructureStyle::Block, anchor, tag) => {
                self.plain(anchor, tag.as_ref(), &range)?;
                self.fields()?
            }
            _ => {
                return Err(fault(
                    &range,
                    "een veld is een naam met een dubbele punt, elk op een eigen regel",
                ));
            }
        };
        match self.next()? {
            (Event::DocumentEnd | Event::StreamEnd, _) => Ok(entries),
            (_, range) => Err(fault(&range, "na de velden staat nog iets anders")),
        }
    }

    fn fields(&mut self) -> Result<Vec<Entry>, Unreadable> {
        let mut entries = Vec::new();
        let mut keys = HashSet::new();
        loop {
            let (event, range) = self.next()?;
            if matches!(event, Event::MappingEnd) {
                return Ok(entries);
            }
            let key = self.key(event, &range, &mut keys)?;
            let line = crate::lines::line_start(self.text, range.start);
            if line != range.start
                || self
                    .text
                    .get(..line)
                    .is_some_and(|before| before.ends_with([' ', '?']))
            {
                return Err(fault(
                    &range,
                    "een veld begint aan het begin van een eigen regel",
                ));
            }
            let value = self.value(&key)?;
            entries.push(Entry {
                key,
                key_at: range.start,
                value,
                end: self.last,
                parts: std::mem::take(&mut self.parts),
            });
        }
    }

    fn key(
        &mut self,
        event: Event<'a>,
        range: &Range<usize>,
        keys: &mut HashSet<String>,
    ) -> Result<String, Unreadable> {
        let Event::Scalar(key, style, anchor, tag) = event else {
            self.refuse_node(&event, range)?;
            return Err(fault(range, "de naam van een veld is een woord"));
        };
        self.plain(anchor, tag.as_ref(), range)?;
        if key == "<<" && style == ScalarStyle::Plain {
            return Err(fault(range, "samenvoegen met ‘<<’ kan hier niet"));
        }
        let key = key.into_owned();
        if !keys.insert(key.clone()) {
            return Err(fault(
                range,
                &format!("het veld ‘{key}’ staat er twee keer"),
            ));
        }
        Ok(key)
    }

    /// Reads a value. As deep as the parser's own limits allow.
    fn value(&mut self, path: &str) -> Result<Value, Unreadable> {
        let (event, range) = self.next()?;
        self.refuse_node(&event, &range)?;
        match event {
            Event::Scalar(text, style, ..) => Ok(self.scalar(path, text, style, range)),
            Event::SequenceStart(..) => self.list(path),
            Event::MappingStart(..) => self.record(path),
            _ => Err(fault(&range, "hier hoort een waarde")),
        }
    }

    fn list(&mut self, path: &str) -> Result<Value, Unreadable> {
        let mut items = Vec::new();
        loop {
            if matches!(self.parser.peek(), Some(Ok((Event::SequenceEnd, _)))) {
                self.next()?;
                return Ok(Value::List(items));
            }
            let path = FieldPath::write(path, FieldStep::Item(items.len()));
            items.push(self.value(&path)?);
        }
    }

    fn record(&mut self, path: &str) -> Result<Value, Unreadable> {
        let mut parts = Vec::new();
        let mut keys = HashSet::new();
        loop {
            let (event, range) = self.next()?;
            if matches!(event, Event::MappingEnd) {
                return Ok(Value::Record(parts));
            }
            let key = self.key(event, &range, &mut keys)?;
            let value = self.value(&FieldPath::write(path, FieldStep::Part(&key)))?;
            parts.push((key, value));
        }
    }

    fn scalar(
        &mut self,
        path: &str,
        text: Cow<'a, str>,
        style: ScalarStyle,
        range: Range<usize>,
    ) -> Value {
        if style == ScalarStyle::Plain && is_null(&text) {
            return Value::Empty;
        }
        let source = self.text.get(range.clone()).unwrap_or_default();
        let inner = (source.len() == text.len() + 2).then(|| range.start + 1..range.end - 1);
        let span = match inner {
            Some(inner) if self.text.get(inner.clone()) == Some(&text) => inner,
            _ => range,
        };
        self.parts.push((path.to_owned(), span.into()));
        Value::Text(text.into_owned())
    }

    fn plain(
        &self,
        anchor: usize,
        tag: Option<&Cow<'_, Tag>>,
        range: &Range<usize>,
    ) -> Result<(), Unreadable> {
        let Some((sign, reason)) = refuse_property(anchor, tag) else {
            return Ok(());
        };
        let before = self.text.get(self.base..range.start).unwrap_or_default();
        let at = before.rfind(sign).map_or(range.start, |at| self.base + at);
        // Two signs begin a type of YAML itself.
        let double = sign == '!'
            && before
                .get(..at - self.base)
                .is_some_and(|before| before.ends_with('!'));
        let at = at - usize::from(double);
        Err(fault(&(at..at), reason))
    }

    fn refuse_node(&self, event: &Event<'_>, range: &Range<usize>) -> Result<(), Unreadable> {
        match event {
            Event::Alias(..) => Err(fault(range, "een verwijzing (‘*naam’) kan hier niet")),
            Event::Scalar(_, _, anchor, tag)
            | Event::SequenceStart(_, anchor, tag)
            | Event::MappingStart(_, anchor, tag) => self.plain(*anchor, tag.as_ref(), range),
            _ => Ok(()),
        }
    }

    fn refuse(&self, error: &ScanError) -> Unreadable {
        Unreadable {
            at: self.base + error.marker().byte_offset().unwrap_or(0),
            reason: reason(error.kind()).to_owned(),
        }
    }
}

/// Nothing after the colon, or one of YAML's words for nothing.
pub(super) fn is_null(text: &str) -> bool {
    matches!(text, "" | "~" | "null" | "Null" | "NULL")
}

fn fault(range: &Range<usize>, reason: &str) -> Unreadable {
    Unreadable {
        at: range.start,
        reason: reason.to_owned(),
    }
}

/// Refuses an anchor or a type before a value.
fn refuse_property(anchor: usize, tag: Option<&Cow<'_, Tag>>) -> Option<(char, &'static str)> {
    if anchor != 0 {
        return Some(('&', "een anker (‘&naam’) kan hier niet"));
    }
    tag.map(|_| ('!', "een YAML-type (‘!naam’) kan hier niet"))
}

/// What is the matter, for who writes YAML without knowing its name.
fn reason(kind: &ErrorKind) -> &'static str {
    match kind {
        ErrorKind::UnclosedQuotedScalar | ErrorKind::DocumentIndicatorInQuotedScalar => {
            "een aanhalingsteken wordt niet gesloten"
        }
        ErrorKind::InvalidTrailingSingleQuotedScalar
        | ErrorKind::InvalidTrailingDoubleQuotedScalar => {
            "na het laatste aanhalingsteken staat nog tekst"
        }
        ErrorKind::UnknownQuotedScalarEscape
        | ErrorKind::InvalidQuotedScalarHexEscape
        | ErrorKind::InvalidUnicodeEscape => {
            "na een schuine streep naar links tussen aanhalingstekens staat een onbekend teken"
        }
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabInPlainScalar
        | ErrorKind::TabAtBlockScalarStart => "er staat een tab; gebruik spaties",
        ErrorKind::UnknownAnchor | ErrorKind::MissingAnchorOrAliasName => {
            "een verwijzing (‘*naam’) of anker (‘&naam’) kan hier niet"
        }
        ErrorKind::UndeclaredTagHandle | ErrorKind::ExpectedTagBang => {
            "een YAML-type (‘!naam’) kan hier niet"
        }
        ErrorKind::RecursionLimitExceeded => "de waarden staan te diep in elkaar",
        ErrorKind::DirectiveDisallowed => {
            "een regel die met een procentteken begint, kan hier niet"
        }
        ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::ExpectedFlowSequenceSeparator
        | ErrorKind::ExpectedFlowMappingSeparator => "een haakje wordt niet gesloten",
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => {
            "er staat een regel zonder naam en dubbele punt"
        }
        ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidColonPlacement => {
            "er staat een dubbele punt in een waarde zonder aanhalingstekens"
        }
        ErrorKind::InvalidIndentation
        | ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry => "het inspringen klopt niet",
        _ => "dit is geen veld met een waarde",
    }
}
