//! `nota import`: files of elsewhere as notas, one or a folder full, with a
//! report on what was found and what a nota cannot keep. The files themselves
//! are only read.

use std::io::Write;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use clap::Args;
use nota_import::{Choices, Report, Target};
use nota_store::{Replace, read_document, shown, write_atomic};
use serde::Serialize;

use crate::destination::{Destination, export_name};
use crate::engine::Engine;
use crate::failure::Failure;
use crate::files;
use crate::outcome::Outcome;
use crate::output::{Output, tell};
use crate::progress::Progress;

/// The endings of the files that are read in a folder. A file that is named
/// itself is known by its content, whatever its ending.
const ENDINGS: [&str; 9] = [
    "docx", "docm", "dotx", "odt", "html", "htm", "md", "txt", "pdf",
];

/// How many files the list of failures names.
const NAMED: usize = 20;

/// The arguments of `nota import`.
#[derive(Debug, Args)]
#[command(
    about = "Maak nota's van Word-, ODT-, web-, PDF-, Markdown- en tekstbestanden",
    override_usage = "nota import FILE|DIR... [--template NAME] [-o FILE|DIR|-] [--report FILE.json] [--jobs N]"
)]
pub(crate) struct Import {
    /// The files, or folders with files.
    #[arg(
        required = true,
        value_name = "FILE|DIR",
        help = "De bestanden, of mappen met bestanden; wat erin staat telt, niet hoe ze heten"
    )]
    files: Vec<PathBuf>,
    /// The template.
    #[arg(
        long,
        value_name = "NAME",
        help = "Het sjabloon, bijvoorbeeld jenv/beslisnota; zonder deze optie het best passende"
    )]
    template: Option<String>,
    /// Where to.
    #[arg(
        short,
        long,
        value_name = "FILE|DIR|-",
        help = "De nota of de map; - is de standaarduitvoer. Zonder -o komt elke nota naast haar bestand. Een bestaand bestand blijft staan"
    )]
    output: Option<PathBuf>,
    /// Where the report goes.
    #[arg(
        long,
        value_name = "FILE.json",
        help = "Bewaar het verslag voor programma's, met de telling van alle tekens"
    )]
    report: Option<PathBuf>,
    /// How many files at a time.
    #[arg(
        long,
        value_name = "N",
        value_parser = super::export::jobs,
        help = "Hoeveel bestanden tegelijk; zonder deze optie evenveel als er processorkernen zijn"
    )]
    jobs: Option<NonZeroUsize>,
}

/// The report on a file, as it is written down.
#[derive(Serialize)]
struct Told<'r> {
    file: String,
    #[serde(flatten)]
    report: &'r Report,
}

/// What came of a file.
struct Done {
    target: Option<PathBuf>,
    text: String,
    lines: Vec<String>,
    row: Row,
    json: Option<String>,
}

/// A row of the table of results.
struct Row {
    template: String,
    sections: usize,
    fields: usize,
    placed: usize,
    rest: usize,
    missing: usize,
}

impl Import {
    /// Reads the files and writes the notas.
    pub(crate) fn run(&self, engine: &Engine, out: &mut Output) -> Result<Outcome, Failure> {
        let all = self.all_files()?;
        let is_many = all.len() > 1 || self.files.iter().any(|file| file.is_dir());
        let destination = match is_many && self.output.is_some() {
            // A folder of one file goes to a folder too.
            true => Destination::choose(self.output.as_deref(), all.len().max(2))?,
            false => Destination::choose(self.output.as_deref(), all.len())?,
        };
        let targets = destination.targets(&all, |_, file| export_name(file, "nota.md"));
        let targets: Vec<_> = targets
            .into_iter()
            .map(|target| std::sync::Mutex::new(Some(target)))
            .collect();
        let progress = Progress::over(all.len());
        let mut table = Vec::new();
        let mut failed: Vec<String> = Vec::new();
        let mut jsons = Vec::new();
        let mut written = Ok(());
        let work = |index: usize, file: &PathBuf| {
            let target = targets.get(index).and_then(|own| own.lock().ok()?.take());
            self.one(engine, file, target.transpose()?.flatten())
        };
        files::each(&all, self.jobs, work, |file, result| {
            let said = progress.step(|| match result {
                Ok(done) => {
                    jsons.extend(done.json.clone());
                    let said = self.say(&done, is_many, out);
                    table.push((shown(file), done.row));
                    said
                }
                Err(failure) => {
                    tell(&failure);
                    failed.push(shown(file));
                    Ok(())
                }
            });
            if written.is_ok() {
                written = said;
            }
        });
        progress.finish();
        written?;
        if let Some(report) = &self.report {
            let json = format!("[{}]\n", jsons.join(",\n"));
            write_atomic(report, json.as_bytes(), Replace::Yes)?;
        }
        if is_many && destination != Destination::Standard {
            write_table(&table, out)?;
        }
        Ok(summary(&table, &failed, all.len()))
    }

    /// The files that are named, and those in the folders that are named.
    fn all_files(&self) -> Result<Vec<PathBuf>, Failure> {
        let mut all = Vec::new();
        for file in &self.files {
            match file.is_dir() {
                true => all.extend(nota_store::files_in(file, &ENDINGS)?),
                false => all.push(file.clone()),
            }
        }
        match all.is_empty() {
            true => Err(Failure::Usage(
                "In de map staan geen bestanden die als nota te lezen zijn.".to_owned(),
            )),
            false => Ok(all),
        }
    }

    fn one(&self, engine: &Engine, file: &Path, target: Option<PathBuf>) -> Result<Done, Failure> {
        let bytes = read_document(file)?;
        let refused = |source| Failure::Import {
            file: shown(file),
            source,
        };
        let document = nota_import::read(&bytes, &engine.registry).map_err(refused)?;
        let template = match &self.template {
            Some(name) => engine.template(name)?,
            None => document.proposed(),
        };
        let made = document.assign(&template, &Choices::new());
        if let Some(target) = &target {
            write_atomic(target, made.text.as_bytes(), Replace::No)?;
        }
        let report = &made.report;
        let count =
            |is: fn(&Target) -> bool| report.found.iter().filter(|own| is(&own.target)).count();
        let json = self.report.as_ref().map(|_| {
            let told = Told {
                file: file.to_string_lossy().into_owned(),
                report,
            };
            serde_json::to_string_pretty(&told).unwrap_or_default()
        });
        Ok(Done {
            row: Row {
                template: template.id.clone(),
                sections: count(|own| matches!(own, Target::Section { .. })),
                fields: made.nota.front.fields.len().saturating_sub(2),
                placed: report.characters.placed,
                rest: report.characters.rest,
                missing: report.missing.len(),
            },
            lines: report.lines(&template),
            text: made.text,
            target,
            json,
        })
    }

    /// Says what came of one file; of many the table says it.
    fn say(&self, done: &Done, is_many: bool, out: &mut Output) -> Result<(), Failure> {
        match &done.target {
            None => {
                out.write_all(done.text.as_bytes())?;
                done.lines.iter().for_each(|line| tell(line));
            }
            Some(target) if !is_many => {
                tell(&format!("Gemaakt: {}", shown(target)));
                for line in &done.lines {
                    writeln!(out, "{line}")?;
                }
            }
            Some(_) => {}
        }
        Ok(())
    }
}

fn write_table(table: &[(String, Row)], out: &mut Output) -> Result<(), Failure> {
    let width = table.iter().map(|(file, _)| file.chars().count()).max();
    let width = width.unwrap_or(0).clamp(7, 60);
    writeln!(
        out,
        "{:width$}  {:18}  secties  velden  geplaatst  overig  kwijt",
        "bestand", "sjabloon"
    )?;
    for (file, row) in table {
        writeln!(
            out,
            "{file:width$}  {:18}  {:7}  {:6}  {:9}  {:6}  {:5}",
            row.template, row.sections, row.fields, row.placed, row.rest, row.missing
        )?;
    }
    Ok(())
}

/// The line at the end, and how it went.
fn summary(table: &[(String, Row)], failed: &[String], all: usize) -> Outcome {
    if all > 1 {
        tell(&format!("Gemaakt: {} van de {all} nota's", table.len()));
        if !failed.is_empty() {
            let named: Vec<&str> = failed.iter().take(NAMED).map(String::as_str).collect();
            let more = match failed.len().saturating_sub(NAMED) {
                0 => String::new(),
                more => format!(" en nog {more}"),
            };
            tell(&format!("Niet gelukt: {}{more}", named.join(", ")));
        }
    }
    let lost = table.iter().any(|(_, row)| row.missing > 0);
    match failed.is_empty() && !lost {
        true => Outcome::Fine,
        false => Outcome::Failed,
    }
}
