//! `nota diff`: two versions of a nota, part by part, with the words that came
//! and went.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;
use nota_editor::view::{Differences, PartDifference, PartState, PieceState};

use crate::engine::Engine;
use crate::failure::Failure;
use crate::outcome::Outcome;
use crate::output::Output;

/// How many words are shown on each side of what changed.
const AROUND: usize = 6;

/// The arguments of `nota diff`.
#[derive(Debug, Args)]
#[command(
    about = "Vergelijk twee versies van een nota, per onderdeel",
    override_usage = "nota diff A B",
    after_help = "Wat eraf ging staat tussen [- en -], wat erbij kwam tussen {+ en +}."
)]
pub(crate) struct Diff {
    /// The old version.
    #[arg(value_name = "A", help = "De oude versie")]
    old: PathBuf,
    /// The new version.
    #[arg(value_name = "B", help = "De nieuwe versie")]
    new: PathBuf,
}

impl Diff {
    /// Prints the parts that differ.
    pub(crate) fn run(&self, engine: &Engine, out: &mut Output) -> Result<Outcome, Failure> {
        let (_, old) = engine.read(&self.old)?;
        let (_, new) = engine.read(&self.new)?;
        let comparison = nota_editor::compare(&old.nota, &new.nota, &new.template);
        print(&comparison, out)?;
        Ok(Outcome::Fine)
    }
}

fn print(comparison: &Differences, out: &mut Output) -> io::Result<()> {
    if comparison.delen.is_empty() {
        return writeln!(out, "De tekst van beide versies is gelijk.");
    }
    for part in &comparison.delen {
        let state = match part.staat {
            PartState::Gewijzigd => "gewijzigd",
            PartState::Nieuw => "nieuw",
            PartState::Weg => "weg",
        };
        let PartDifference {
            naam, erbij, eraf, ..
        } = part;
        writeln!(out, "{naam} ({state}: {erbij} erbij, {eraf} eraf)")?;
        for line in marked(part, out.coloured).lines() {
            writeln!(out, "{}", format!("    {line}").trim_end())?;
        }
        writeln!(out)?;
    }
    let Differences { erbij, eraf, .. } = comparison;
    writeln!(out, "Samen: {erbij} woorden erbij, {eraf} eraf.")
}

/// The words that changed with some around them.
fn marked(part: &PartDifference, coloured: bool) -> String {
    let last = part.stukken.len().saturating_sub(1);
    let mut text = String::new();
    for (index, piece) in part.stukken.iter().enumerate() {
        let own = plain(&piece.tekst);
        let own = own.trim_end();
        let shown = match piece.soort {
            PieceState::Gelijk => shortened(own, index == 0, index == last),
            PieceState::Eraf => around(own, "[-", "-]", if coloured { "\x1b[31m" } else { "" }),
            PieceState::Erbij => around(own, "{+", "+}", if coloured { "\x1b[32m" } else { "" }),
        };
        text.push_str(&shown);
        text.push(if piece.tekst.ends_with('\n') {
            '\n'
        } else {
            ' '
        });
    }
    text
}

fn around(text: &str, open: &str, close: &str, colour: &str) -> String {
    let reset = if colour.is_empty() { "" } else { "\x1b[0m" };
    format!("{colour}{open}{text}{close}{reset}")
}

/// Text that stayed, without what is far from a change.
fn shortened(text: &str, is_first: bool, is_last: bool) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let before = if is_last { 0 } else { AROUND };
    let after = if is_first { 0 } else { AROUND };
    if words.len() <= before + after + 2 {
        return text.to_owned();
    }
    let (head, tail) = (words.get(..after), words.get(words.len() - before..));
    let ends = [head.unwrap_or_default(), &["…"], tail.unwrap_or_default()];
    ends.concat().join(" ")
}

/// Without characters that steer a terminal.
fn plain(text: &str) -> String {
    let is_plain = |c: &char| *c == '\n' || !c.is_control();
    text.chars().filter(is_plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_near_a_change_is_shown() {
        let words: Vec<String> = (0..40).map(|number| number.to_string()).collect();
        let text = words.join(" ");
        assert_eq!(shortened(&text, true, false), "… 34 35 36 37 38 39");
        assert_eq!(
            shortened(&text, false, false),
            "0 1 2 3 4 5 … 34 35 36 37 38 39"
        );
        assert_eq!(shortened("een twee", false, false), "een twee");
    }

    #[test]
    fn text_cannot_steer_the_terminal() {
        assert_eq!(plain("a\x1b[2Jb\n"), "a[2Jb\n");
    }
}
