//! What was said about the notas, in one of the formats. One file per format;
//! a format is registered by its line in [`Format`] and in [`report`].

mod json;
mod sarif;
mod text;

use std::io::{self, Write};

use clap::ValueEnum;

use crate::checked::Checked;
use crate::failure::Failure;
use crate::output::Output;
use crate::tally::Tally;

/// The formats of `nota check --format`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum Format {
    /// For people: each line with a marker under the fault.
    #[default]
    Text,
    /// For scripts: one array over all files.
    Json,
    /// For systems that gather findings: SARIF 2.1.0.
    Sarif,
}

/// Writes down what is said about one file after another.
pub(crate) trait Report: Send {
    /// Before the first file.
    fn start(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    /// A file, in the order of the command line.
    fn add(&mut self, checked: &Checked, out: &mut dyn Write) -> io::Result<()>;

    /// A file that could not be worked on. It has its message on standard
    /// error; a format that records the run itself writes it down too.
    fn add_failed(&mut self, _failure: &Failure) {}

    /// After the last file.
    fn finish(&mut self, tally: &Tally, out: &mut dyn Write) -> io::Result<()>;
}

/// The report in a format.
pub(crate) fn report(format: Format, out: &Output) -> Box<dyn Report> {
    match format {
        Format::Text => Box::new(text::Text::new(out.coloured)),
        Format::Json => Box::new(json::Json::default()),
        Format::Sarif => Box::new(sarif::Sarif::default()),
    }
}
