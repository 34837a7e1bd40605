//! For people: each diagnostic with the line it is about and a marker under
//! the fault, and a count at the end.

use std::io::{self, Write};

use annotate_snippets::{
    AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet, normalize_untrusted_str,
};
use nota_model::{Diagnostic, Place, Severity, Span};

use super::Report;
use crate::checked::Checked;
use crate::lines::Region;
use crate::tally::Tally;

/// The width that lines are cut to, in characters.
const WIDTH: usize = 140;

/// The longest line that is shown, in bytes. Of a longer one only the fault
/// itself is quoted, so that a file of one enormous line stays quick.
const LONGEST_LINE: usize = 4_000;

/// The longest quotation from such a line, in characters.
const LONGEST_QUOTE: usize = 60;

/// The text format.
#[derive(Debug)]
pub(super) struct Text {
    renderer: Renderer,
}

impl Text {
    /// The text format, with or without colours.
    pub(super) fn new(coloured: bool) -> Self {
        let renderer = if coloured {
            Renderer::styled()
        } else {
            Renderer::plain()
        };
        Self {
            renderer: renderer.term_width(WIDTH),
        }
    }

    fn write(
        &self,
        checked: &Checked,
        diagnostic: &Diagnostic,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let level = match diagnostic.severity {
            Severity::Fout => Level::ERROR,
            Severity::LetOp => Level::WARNING,
            Severity::Tip => Level::INFO,
        };
        let title = level
            .with_name(diagnostic.severity.word())
            .primary_title(&diagnostic.message)
            .id(diagnostic.code.to_string());
        let mut group = title.elements(at(checked, &diagnostic.place));
        for (name, words) in remarks(checked, diagnostic) {
            let words = normalize_untrusted_str(&words);
            group = group.element(Level::HELP.with_name(name).message(words));
        }
        let groups: [Group; 1] = [group];
        writeln!(out, "{}\n", self.renderer.render(&groups))
    }
}

/// What stands below the line: what to do, what can be mended, what else
/// belongs to it.
fn remarks(checked: &Checked, diagnostic: &Diagnostic) -> Vec<(&'static str, String)> {
    let mut remarks = Vec::new();
    let help = diagnostic.whole_help();
    if !help.is_empty() {
        remarks.push(("hulp", help));
    }
    for fix in diagnostic.fixes() {
        remarks.push(("herstel", fix.label.clone()));
    }
    for related in &diagnostic.related {
        let Region { line, column, .. } = checked.region(&related.place);
        remarks.push((
            "zie ook",
            format!("regel {line}:{column}: {}", related.message),
        ));
    }
    remarks
}

/// The place: its first line with a marker, or only the name of the file for
/// what is about the nota as a whole.
fn at<'a>(checked: &'a Checked, place: &Place) -> Vec<Element<'a>> {
    let Some(span) = checked.span(place) else {
        return vec![Origin::path(&checked.file).into()];
    };
    let line = checked.line_at(span.start);
    let region = checked.region(place);
    let start = span.start.clamp(line.start, line.end);
    let fault = Span::new(start, span.end.clamp(start, line.end));
    let text = checked.text.get(line.range()).unwrap_or_default();
    if text.len() <= LONGEST_LINE {
        let marker = fault.start - line.start..fault.end - line.start;
        return vec![
            Snippet::source(text)
                .line_start(region.line)
                .path(&checked.file)
                .annotation(AnnotationKind::Primary.span(marker))
                .into(),
        ];
    }
    let origin = Origin::path(&checked.file)
        .line(region.line)
        .char_column(region.column);
    let quote = quote(checked.text.get(fault.range()).unwrap_or_default());
    let quote = Level::NOTE.with_name("tekst").message(quote);
    vec![origin.into(), quote.into()]
}

fn quote(text: &str) -> String {
    let short: String = text.chars().take(LONGEST_QUOTE).collect();
    let dots = if short.len() < text.len() { "…" } else { "" };
    normalize_untrusted_str(&format!("‘{short}{dots}’"))
}

impl Report for Text {
    fn add(&mut self, checked: &Checked, out: &mut dyn Write) -> io::Result<()> {
        for diagnostic in &checked.diagnostics {
            self.write(checked, diagnostic, out)?;
        }
        Ok(())
    }

    fn finish(&mut self, tally: &Tally, out: &mut dyn Write) -> io::Result<()> {
        if tally.done() == 0 {
            return Ok(());
        }
        writeln!(out, "{}", tally.summary())
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use nota_model::{Code, Nota};

    use super::*;

    fn shown(text: &str, fault: &str, coloured: bool) -> String {
        let at = text.find(fault).expect("is in the text");
        let diagnostic = Diagnostic {
            code: Code(301),
            name: "invulplek".to_owned(),
            severity: Severity::Fout,
            place: Place::nota().at(Some(Span::new(at, at + fault.len()))),
            message: "Vul\u{1b}[2J in.".to_owned(),
            help: "Zie \u{7}boven.".to_owned(),
            help_in_file: String::new(),
            related: Vec::new(),
            fix: None,
            other_fixes: Vec::new(),
        };
        let path = Path::new("a.md");
        let checked = Checked::new(path, text.to_owned(), Nota::default(), vec![diagnostic]);
        let mut out = Vec::new();
        Text::new(coloured).add(&checked, &mut out).expect("writes");
        String::from_utf8(out).expect("UTF-8")
    }

    #[test]
    fn colours_come_from_the_program_and_never_from_the_nota() {
        let plain = shown("a \u{1b}[1mPM", "PM", false);
        assert!(!plain.contains(['\u{1b}', '\u{7}']), "{plain:?}");
        let coloured = shown("a PM", "PM", true);
        assert!(coloured.contains("\u{1b}["), "{coloured:?}");
        assert!(!coloured.contains("\u{1b}[2J"), "{coloured:?}");
    }

    #[test]
    fn a_fault_over_several_lines_is_marked_on_its_first() {
        let shown = shown("een\ntwee drie\nvier\nvijf", "drie\nvier", false);
        assert!(shown.contains("2 | twee drie\n  |      ^^^^\n"), "{shown}");
        assert!(!shown.contains("vier"), "{shown}");
    }

    #[test]
    fn of_an_enormous_line_only_the_fault_is_quoted() {
        let text = format!("{}PM{}", "é ".repeat(5_000), " x".repeat(5_000));
        let shown = shown(&text, "PM", false);
        assert!(shown.contains("a.md:1:10001\n"), "{shown}");
        assert!(shown.contains("tekst: ‘PM’"), "{shown}");
        assert!(shown.len() < 400, "{shown}");
    }
}
