//! The whole file from its pieces: old ones as they are, new ones anew, with
//! one blank line around what is new.

use nota_model::{BlockKind, Body, Inline, Newline, Nota, NoteSource, Section};

use super::{blocks, finished, print_note};
use crate::read::{HeadingSeen, Role};
use crate::{front, normal, read};

/// The nota as text. What was not changed since it was read stays as it was,
/// byte for byte.
///
/// An untouched section is printed anew after all when its bytes would be
/// read differently beside what has changed: a link whose address stood in a
/// section that was edited, or a footnote that is gone.
pub fn print(nota: &Nota) -> String {
    let mut anew = vec![false; nota.sections.len() + 1];
    let mut file = compose(nota, &anew);
    if file.is_as_read || !file.has_old {
        return file.text;
    }
    // Each turn prints at least one more section anew; two turns settle all
    // but the strangest files, and the last turn prints everything anew.
    for turn in 0..3 {
        let changed = differing(nota, &file);
        if changed.is_empty() {
            break;
        }
        for index in changed {
            if let Some(own) = anew.get_mut(index) {
                *own = true;
            }
        }
        if turn == 2 {
            anew.fill(true);
        }
        file = compose(nota, &anew);
    }
    file.text
}

/// The text of a file in the making.
struct File {
    text: String,
    newline: &'static str,
    /// Whether the last piece was printed anew; none at the start.
    last_is_new: Option<bool>,
    /// Where the body starts, and each section.
    starts: Vec<usize>,
    has_old: bool,
    /// Whether every piece stands where it was read.
    is_as_read: bool,
}

impl File {
    /// Adds bytes that were read.
    fn add_old(&mut self, bytes: &str) {
        if bytes.is_empty() {
            return;
        }
        self.separate(false);
        self.text.push_str(bytes);
        self.last_is_new = Some(false);
        self.has_old = true;
    }

    /// Adds lines that were printed anew.
    fn add_new(&mut self, lines: &str) {
        self.is_as_read = false;
        if lines.is_empty() {
            return;
        }
        self.separate(true);
        self.push_lines(lines);
        self.last_is_new = Some(true);
    }

    fn push_lines(&mut self, lines: &str) {
        match self.newline {
            "\n" => self.text.push_str(lines),
            newline => self.text.push_str(&lines.replace('\n', newline)),
        }
    }

    /// Ends the last line, and puts a blank line beside what is new.
    fn separate(&mut self, new: bool) {
        let Some(last_is_new) = self.last_is_new else {
            return;
        };
        if !self.text.ends_with(['\n', '\r']) {
            self.text.push_str(self.newline);
            self.is_as_read = false;
        }
        let before = self.text.trim_end_matches([' ', '\t']);
        let last = before
            .strip_suffix("\r\n")
            .or(before.strip_suffix(['\n', '\r']))
            .unwrap_or(before);
        let blank = last.trim_end_matches([' ', '\t']).ends_with(['\n', '\r']);
        if (new || last_is_new) && !blank {
            self.text.push_str(self.newline);
        }
    }
}

/// Puts the file together; a body whose index (0 is the preamble) is marked
/// in `anew` is printed anew.
fn compose(nota: &Nota, anew: &[bool]) -> File {
    let mut file = File {
        text: String::new(),
        newline: match nota.style.newline {
            Newline::Lf => "\n",
            Newline::CrLf => "\r\n",
        },
        last_is_new: None,
        starts: Vec::new(),
        has_old: false,
        is_as_read: true,
    };
    if nota.style.bom {
        file.text.push('\u{feff}');
    }
    let (front, is_old) = front::print(&nota.front, file.newline);
    file.is_as_read = is_old;
    file.text.push_str(&front);
    if !front.is_empty() {
        file.last_is_new = Some(false);
    }
    let is_anew = |index: usize| anew.get(index).copied().unwrap_or(false);
    if front::is_open(&nota.front) && hides_in_front(&nota.preamble) {
        // Without its last line the front matter would swallow what follows.
        file.add_new("---\n");
    }
    file.starts.push(file.text.len());
    body(&mut file, None, &nota.preamble, is_anew(0));
    for (index, section) in nota.sections.iter().enumerate() {
        let read_at = section.heading.span().map(|span| span.start);
        body(&mut file, Some(section), &section.body, is_anew(index + 1));
        let start = file.starts.last().copied().unwrap_or_default();
        let indent = read_at.and_then(|at| file.text.get(start..at));
        if indent.is_none_or(|indent| !indent.trim_matches(' ').is_empty()) {
            file.is_as_read = false;
        }
    }
    if file.last_is_new == Some(true) && nota.style.unfinished {
        let end = file.text.trim_end_matches(['\n', '\r']).len();
        file.text.truncate(end);
    }
    file
}

/// Whether a text that is printed anew would be taken for a part of the front
/// matter before it: all but a heading would.
fn hides_in_front(preamble: &Body) -> bool {
    let heading = preamble
        .blocks
        .first()
        .is_some_and(|block| matches!(block.kind, BlockKind::Heading { .. }));
    preamble.source.is_none()
        && !heading
        && !(preamble.blocks.is_empty() && preamble.notes.is_empty())
}

/// Adds a section, or the preamble.
fn body(file: &mut File, section: Option<&Section>, own: &Body, anew: bool) {
    let before = file.text.len();
    // A byte order mark may not become the first character of the file.
    let misread = |source: &str| before == 0 && source.starts_with('\u{feff}');
    let source = own.source.as_deref();
    let source = source.filter(|source| !anew && !misread(source));
    match source {
        Some(source) => {
            file.add_old(source);
            let start = file.text.len() - source.len();
            mark_start(file, section, start);
        }
        None => {
            let lines = body_lines(section, own, before == bom_length(file));
            let length = lines.len() + lines.matches('\n').count() * (file.newline.len() - 1);
            if section.is_some() || !lines.is_empty() || !own.notes.is_empty() {
                file.is_as_read = false;
            }
            file.add_new(&lines);
            let start = file.text.len() - length;
            mark_start(file, section, start);
        }
    }
    let mut last_is_note = false;
    for note in &own.notes {
        match (&note.source, source.is_some()) {
            (NoteSource::Within, true) => {}
            (NoteSource::Verbatim(bytes), _) if !anew => {
                file.add_old(bytes);
                last_is_note = true;
            }
            _ => {
                let lines = print_note(note);
                if last_is_note && file.text.ends_with('\n') {
                    // Footnotes follow each other without a blank line.
                    file.is_as_read = false;
                    file.push_lines(&lines);
                    file.last_is_new = Some(true);
                } else {
                    file.add_new(&lines);
                }
                last_is_note = true;
            }
        }
    }
}

fn bom_length(file: &File) -> usize {
    match file.text.starts_with('\u{feff}') {
        true => '\u{feff}'.len_utf8(),
        false => 0,
    }
}

fn mark_start(file: &mut File, section: Option<&Section>, start: usize) {
    if section.is_some() {
        file.starts.push(start);
    }
}

fn body_lines(section: Option<&Section>, own: &Body, at_file_start: bool) -> String {
    let mut lines = Vec::new();
    if let Some(section) = section {
        let title = normal::runs(vec![Inline::text(&*section.title)], read::Kind::Line);
        let level = section.level.clamp(1, 6);
        lines.push(blocks::heading(level, section.number.as_deref(), &title));
    }
    let content = blocks::lines(&normal::blocks(own.blocks.clone()));
    if !lines.is_empty() && !content.is_empty() {
        lines.push(String::new());
    }
    lines.extend(content);
    let text = finished(lines);
    // As in `body`, for a text that begins with a byte order mark.
    match text.strip_prefix('\u{feff}') {
        Some(rest) if at_file_start => format!("&#65279;{rest}"),
        _ => text,
    }
}

/// The bodies (0 is the preamble) that are read from the file otherwise than
/// they stand in the nota.
fn differing(nota: &Nota, file: &File) -> Vec<usize> {
    let start = file.starts.first().copied().unwrap_or_default();
    let read = read::bodies(&file.text, start, &|| {
        let mut sections = file.starts.iter().skip(1).zip(&nota.sections).peekable();
        Box::new(move |seen: &HeadingSeen<'_>| {
            while sections
                .next_if(|(start, _)| **start < seen.start)
                .is_some()
            {}
            match sections.next_if(|(start, _)| **start == seen.start) {
                Some((_, section)) => Role::Section(section.key.clone()),
                None if seen.level <= 2 => Role::Section(None),
                None => Role::Free,
            }
        })
    });
    let wanted = normal::normalize(nota);
    let found = normal::normalize(&Nota {
        preamble: read.preamble,
        sections: read.sections,
        ..Nota::default()
    });
    if found.sections.len() != wanted.sections.len() {
        return (0..=nota.sections.len()).collect();
    }
    let mut out = Vec::new();
    if found.preamble != wanted.preamble {
        out.push(0);
    }
    for (index, (found, wanted)) in found.sections.iter().zip(&wanted.sections).enumerate() {
        if found != wanted {
            out.push(index + 1);
        }
    }
    out
}
