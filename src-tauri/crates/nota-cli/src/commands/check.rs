//! `nota check`: what is the matter with these notas.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::Args;
use nota_store::shown;
use nota_taal::Onderdelen;

use crate::engine::Engine;
use crate::failure::Failure;
use crate::files;
use crate::language;
use crate::outcome::Outcome;
use crate::output::{Output, tell};
use crate::progress::Progress;
use crate::report::{Format, report};
use crate::tally::{Strictness, Tally};

/// The arguments of `nota check`.
#[derive(Debug, Args)]
#[command(
    about = "Controleer een of meer nota's",
    override_usage = "nota check FILE... [--format text|json|sarif] [--language on|off|spelling,grammar,plain,craft] [--today JJJJ-MM-DD] [--strict]"
)]
pub(crate) struct Check {
    /// The notas.
    #[arg(required = true, value_name = "FILE", help = "De nota's (*.nota.md)")]
    files: Vec<PathBuf>,
    /// How the diagnostics are written.
    #[arg(
        long,
        value_enum,
        default_value_t,
        value_name = "text|json|sarif",
        help = "Vorm van de uitvoer: text (gewoon), json of sarif"
    )]
    format: Format,
    /// Which language checks are made.
    #[arg(
        long,
        value_name = "on|off|spelling,grammar,plain,craft",
        value_parser = language::parts,
        default_value = "on",
        help = "Taalcontrole: on (gewoon), off, of de onderdelen met komma's ertussen"
    )]
    language: Onderdelen,
    /// The day to check against.
    #[arg(
        long,
        value_name = "JJJJ-MM-DD",
        value_parser = date,
        help = "Controleer alsof het deze dag is"
    )]
    today: Option<NaiveDate>,
    /// Whether a `let-op` counts as a fault.
    #[arg(long, help = "Geef ook bij let-op afsluitcode 1")]
    strict: bool,
}

impl Check {
    /// Checks the notas, on all cores when there are several.
    pub(crate) fn run(
        &self,
        mut engine: Engine,
        templates: Option<&Path>,
        out: &mut Output,
    ) -> Result<Outcome, Failure> {
        engine.taal = language::checks(self.language, templates);
        if let Some(today) = self.today {
            engine.today = today;
        }
        let strictness = match self.strict {
            true => Strictness::Strict,
            false => Strictness::Usual,
        };
        let mut report = report(self.format, out);
        let mut tally = Tally::default();
        let mut written = report.start(out);
        let progress = Progress::over(self.files.len());
        files::each(
            &self.files,
            None,
            |_, file| engine.check_file(file),
            |file, result| {
                let mut add = || match &result {
                    Ok(checked) => {
                        tally.add(&checked.diagnostics);
                        report.add(checked, out)
                    }
                    Err(failure) => {
                        tell(failure);
                        tally.add_failed(shown(file));
                        report.add_failed(failure);
                        Ok(())
                    }
                };
                let added = progress.step(&mut add);
                if written.is_ok() {
                    written = added;
                }
            },
        );
        progress.finish();
        written?;
        report.finish(&tally, out)?;
        if let Some(failures) = tally.failures() {
            tell(&failures);
        }
        Ok(tally.outcome(strictness))
    }
}

/// A day as the user writes it.
fn date(text: &str) -> Result<NaiveDate, String> {
    let strict = text.len() == "JJJJ-MM-DD".len();
    NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .ok()
        .filter(|_| strict)
        .ok_or_else(|| "Geef een bestaande dag op als JJJJ-MM-DD, zoals 2024-03-15.".to_owned())
}
