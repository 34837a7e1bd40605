//! For scripts: one JSON array over all files, an object per diagnostic.

use std::io::{self, Write};

use nota_model::{Code, Diagnostic, Severity};
use serde::Serialize;

use super::Report;
use crate::checked::Checked;
use crate::tally::Tally;

/// A diagnostic as scripts see it; the names are part of the interface.
#[derive(Serialize)]
struct Row<'a> {
    file: &'a str,
    code: Code,
    name: &'a str,
    severity: Severity,
    section: Option<&'a str>,
    field: Option<&'a str>,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    message: &'a str,
    help: String,
    /// The usual way to mend it.
    fix: Option<&'a str>,
    /// All ways, the usual one first.
    fixes: Vec<&'a str>,
}

impl<'a> Row<'a> {
    fn new(checked: &'a Checked, diagnostic: &'a Diagnostic) -> Self {
        let region = checked.region(&diagnostic.place);
        Self {
            file: &checked.path,
            code: diagnostic.code,
            name: &diagnostic.name,
            severity: diagnostic.severity,
            section: diagnostic.place.section.as_deref(),
            field: diagnostic.place.field.as_deref(),
            line: region.line,
            column: region.column,
            end_line: region.end_line,
            end_column: region.end_column,
            message: &diagnostic.message,
            help: diagnostic.whole_help(),
            fix: diagnostic.fix.as_ref().map(|fix| fix.label.as_str()),
            fixes: diagnostic.fixes().map(|fix| fix.label.as_str()).collect(),
        }
    }
}

/// The array, one object on a line.
#[derive(Debug, Default)]
pub(super) struct Json {
    begun: bool,
}

impl Report for Json {
    fn start(&mut self, out: &mut dyn Write) -> io::Result<()> {
        write!(out, "[")
    }

    fn add(&mut self, checked: &Checked, out: &mut dyn Write) -> io::Result<()> {
        for diagnostic in &checked.diagnostics {
            write!(out, "{}", if self.begun { ",\n" } else { "\n" })?;
            self.begun = true;
            serde_json::to_writer(&mut *out, &Row::new(checked, diagnostic))?;
        }
        Ok(())
    }

    fn finish(&mut self, _: &Tally, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{}]", if self.begun { "\n" } else { "" })
    }
}
