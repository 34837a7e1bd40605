//! `nota export`: notas as documents. A nota with faults is exported too: a
//! draft must be printable.

use std::io::{IsTerminal, Write};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use clap::builder::PossibleValuesParser;
use clap::{Args, ValueEnum};
use nota_export::{ExportOptions, Format};
use nota_model::Code;
use nota_public::Proof;
use nota_store::shown;
use nota_typeset::{Fonts, Typesetter};

use super::public;
use super::reports::{Proven, Reports, with_older};
use super::unavailable::unavailable;
use crate::checked::Checked;
use crate::destination::{Destination, export_name};
use crate::engine::{Engine, house_style, system_fonts};
use crate::failure::Failure;
use crate::files;
use crate::outcome::Outcome;
use crate::output::{Output, tell};
use crate::progress::Progress;
use crate::report::{self, report};
use crate::tally::{Strictness, Tally};

/// The names of all formats, also those that this version does not make.
const FORMATS: [&str; 6] = ["pdf", "md", "html", "docx", "odt", "eml"];

/// N007 teken-niet-afdrukbaar.
const UNPRINTABLE: Code = Code(7);

/// The arguments of `nota export`.
#[derive(Debug, Args)]
#[command(
    about = "Maak van nota's een PDF of een ander document",
    override_usage = "nota export FILE... --to pdf|md|eml [--public [--report FILE|DIR]] [-o FILE|DIR|-] [--fonts system|embedded] [--jobs N]"
)]
pub(crate) struct Export {
    /// The notas.
    #[arg(required = true, value_name = "FILE", help = "De nota's (*.nota.md)")]
    files: Vec<PathBuf>,
    /// The format.
    #[arg(
        long,
        value_name = "pdf|md|eml",
        value_parser = PossibleValuesParser::new(FORMATS),
        help = "De vorm van het document: pdf, md (Markdown) of eml (e-mail met de PDF als bijlage)"
    )]
    to: String,
    /// Whether to make the public version.
    #[arg(
        long,
        help = "Maak de openbare versie: zonder wat is gelakt, met bewijs dat het er niet in staat"
    )]
    public: bool,
    /// Where the report of the proof goes.
    #[arg(
        long,
        value_name = "FILE|DIR",
        requires = "public",
        help = "Bewaar bij --public het verslag van het bewijs, apart van wat u publiceert; met een naam op .json voor programma's, in een map voor elke nota beide"
    )]
    report: Option<PathBuf>,
    /// Where to.
    #[arg(
        short,
        long,
        value_name = "FILE|DIR|-",
        help = "Het bestand of de map; - is de standaarduitvoer. Zonder -o komt het document naast de nota"
    )]
    output: Option<PathBuf>,
    /// Which fonts.
    #[arg(
        long,
        value_enum,
        default_value_t,
        value_name = "system|embedded",
        help = "system: Verdana als die er is (gewoon); embedded: overal dezelfde bytes"
    )]
    fonts: FontChoice,
    /// How many notas at a time.
    #[arg(
        long,
        value_name = "N",
        value_parser = jobs,
        help = "Hoeveel nota's tegelijk; zonder deze optie evenveel als er processorkernen zijn"
    )]
    jobs: Option<NonZeroUsize>,
}

/// Which fonts to typeset with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum FontChoice {
    /// Verdana when the system has it.
    #[default]
    System,
    /// Only those that are compiled in: the same bytes everywhere.
    Embedded,
}

impl Export {
    /// Exports the notas and reports what is the matter with them.
    pub(crate) fn run(&self, engine: &Engine, out: &mut Output) -> Result<Outcome, Failure> {
        let format = self.format()?;
        let destination = Destination::choose(self.output.as_deref(), self.files.len())?;
        if destination == Destination::Standard {
            return self.to_standard_output(engine, format, out);
        }
        let reports = Reports::choose(self.report.as_deref(), &self.files)?;
        let names = match self.public {
            true => public::file_names(engine, format, &self.files, &destination),
            false => Vec::new(),
        };
        let mut targets = destination.targets(&self.files, |index, nota| {
            let public = names.get(index).cloned();
            public.unwrap_or_else(|| export_name(nota, format.extension()))
        });
        // Taken out once, by the thread that works on that nota.
        let targets: Vec<_> = targets
            .drain(..)
            .map(|target| Mutex::new(Some(target)))
            .collect();
        let typesetter = self.typesetter()?;
        self.many(out, |index, file| {
            let target = targets.get(index).and_then(|own| own.lock().ok()?.take());
            let target = target.transpose()?.flatten();
            let done = self.make(engine, format, &typesetter, file);
            let done = done.and_then(|(checked, made)| {
                if let (Made::Document { bytes, proof }, Some(target)) = (&made, &target) {
                    reports.write_with(target, bytes, proven(engine, proof.as_ref(), &checked))?;
                }
                Ok((checked, made))
            });
            let (checked, made) = match self.public {
                true => with_older(done, target.as_deref(), &reports)?,
                false => done?,
            };
            Ok(Done {
                checked,
                target,
                made,
            })
        })
    }

    /// Makes the document of a nota, in the version that was asked for.
    fn make(
        &self,
        engine: &Engine,
        format: Format,
        typesetter: &Typesetter,
        path: &Path,
    ) -> Result<(Checked, Made), Failure> {
        match self.public {
            true => public::publish(engine, format, typesetter, path),
            false => export(engine, format, typesetter, path),
        }
    }

    /// Says what the report is for, where it would be taken for something to
    /// publish.
    fn tell_of_report(&self) {
        if let Some(report) = &self.report {
            tell(&format!(
                "Verslag van het bewijs: {}. Het is voor uw dossier; publiceer het niet.",
                shown(report)
            ));
        }
    }

    fn format(&self) -> Result<Format, Failure> {
        let format = Format::parse(&self.to);
        let format = format.ok_or_else(|| unavailable(&format!("Exporteren naar {}", self.to)))?;
        if self.public && format.proving().is_none() {
            let part = format!("De openbare versie (--public) als {}", self.to);
            return Err(unavailable(&part));
        }
        Ok(format)
    }

    /// A typesetter with the fonts that were asked for and the house style of
    /// the user's organisation.
    fn typesetter(&self) -> Result<Typesetter, Failure> {
        let fonts = match self.fonts {
            FontChoice::Embedded => Fonts::embedded(),
            FontChoice::System => system_fonts(),
        };
        Ok(Typesetter::new(fonts, house_style()?))
    }

    fn to_standard_output(
        &self,
        engine: &Engine,
        format: Format,
        out: &mut Output,
    ) -> Result<Outcome, Failure> {
        if format == Format::Pdf && std::io::stdout().is_terminal() {
            return Err(Failure::Usage(
                "Een PDF past niet op het scherm. Geef een bestand op (-o FILE) of stuur de uitvoer door (> FILE).".to_owned(),
            ));
        }
        let reports = Reports::choose(self.report.as_deref(), &self.files)?;
        let typesetter = self.typesetter()?;
        let document = Mutex::new(out);
        self.many(&mut Output::stderr(), |_, file| {
            let made = self.make(engine, format, &typesetter, file);
            let (checked, made) = with_older(made, None, &reports)?;
            if let (Made::Document { bytes, proof }, Ok(mut out)) = (&made, document.lock()) {
                if let Some(proven) = proven(engine, proof.as_ref(), &checked) {
                    reports.write(bytes, &proven)?;
                }
                out.write_all(bytes)?;
            }
            Ok(Done {
                checked,
                target: None,
                made,
            })
        })
    }

    /// Works through the notas and reports on `out`.
    fn many(
        &self,
        out: &mut Output,
        work: impl Fn(usize, &PathBuf) -> Result<Done, Failure> + Sync,
    ) -> Result<Outcome, Failure> {
        let mut report = report(report::Format::Text, out);
        let mut tally = Tally::default();
        let mut written = Ok(());
        let mut refused = 0;
        let progress = Progress::over(self.files.len());
        files::each(&self.files, self.jobs, work, |file, result| {
            let added = progress.step(|| match result {
                Ok(done) => {
                    tally.add(&done.checked.diagnostics);
                    match (&done.made, &done.target) {
                        (Made::Refused(reason), _) => {
                            tell(reason);
                            refused += 1;
                        }
                        (Made::Document { .. }, Some(target)) if self.files.len() == 1 => {
                            tell(&format!("Gemaakt: {}", shown(target)));
                            self.tell_of_report();
                        }
                        (Made::Document { .. }, _) => {}
                    }
                    report.add(&done.checked, out)
                }
                Err(failure) => {
                    tell(&failure);
                    tally.add_failed(shown(file));
                    Ok(())
                }
            });
            if written.is_ok() {
                written = added;
            }
        });
        progress.finish();
        written?;
        report.finish(&tally, out)?;
        if self.files.len() > 1 {
            tell(&format!(
                "Gemaakt: {} van de {} documenten",
                tally.done() - refused,
                self.files.len()
            ));
        }
        if self.files.len() > 1 {
            self.tell_of_report();
        }
        if let Some(failures) = tally.failures() {
            tell(&failures);
        }
        let outcome = match refused {
            0 => Outcome::Fine,
            _ => Outcome::Faulty,
        };
        Ok(tally.outcome(Strictness::Usual).max(outcome))
    }
}

/// What came of a nota.
struct Done {
    checked: Checked,
    /// The file that the document went to.
    target: Option<PathBuf>,
    made: Made,
}

/// What was made of a nota.
pub(super) enum Made {
    /// A document.
    Document {
        /// Its bytes.
        bytes: Vec<u8>,
        /// The proof that nothing withheld is in it; of a public version.
        proof: Option<Proof>,
    },
    /// No public version, with the reason in Dutch.
    Refused(String),
}

/// What the report on a document says; none when nothing was to be proven.
fn proven<'a>(
    engine: &Engine,
    proof: Option<&'a Proof>,
    checked: &'a Checked,
) -> Option<Proven<'a>> {
    Some(Proven {
        proof: proof?,
        nota: &checked.text,
        today: engine.today,
    })
}

/// Reads, exports and checks a nota.
fn export(
    engine: &Engine,
    format: Format,
    typesetter: &Typesetter,
    path: &Path,
) -> Result<(Checked, Made), Failure> {
    let (text, parsed) = engine.read(path)?;
    let exported = nota_export::export(
        format,
        &parsed.nota,
        &parsed.template,
        &engine.registry,
        &ExportOptions::new(typesetter),
    )
    .map_err(|source| Failure::Export {
        file: shown(path),
        source,
    })?;
    let mut findings = parsed.findings;
    // What is printable is found again by the check, with the same fonts.
    findings.extend(
        exported
            .findings
            .into_iter()
            .filter(|own| own.code != UNPRINTABLE),
    );
    let printable = |char| typesetter.fonts().is_printable(char);
    let diagnostics = engine.check(&parsed.nota, &parsed.template, &findings, &printable);
    let checked = Checked::new(path, text, parsed.nota, diagnostics);
    let made = Made::Document {
        bytes: exported.bytes,
        proof: None,
    };
    Ok((checked, made))
}

/// A number of at least one.
fn jobs(text: &str) -> Result<NonZeroUsize, String> {
    text.parse()
        .map_err(|_| "Geef een geheel getal op van 1 of hoger.".to_owned())
}
