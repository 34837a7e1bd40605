//! `nota export`: notas as documents. A nota with faults is exported too: a
//! draft must be printable.

use std::io::{IsTerminal, Write};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex};

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use nota_export::{Companion, Document, ExportOptions, Format};
use nota_metadata::Soort;
use nota_public::Proof;
use nota_store::shown;
use nota_typeset::{Fonts, Typesetter};

use super::metadata::{self, Metadata, beside};
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

/// The names of the formats: "pdf|md|eml".
static NAMES: LazyLock<String> = LazyLock::new(|| {
    let names: Vec<&str> = Format::all().map(Format::extension).collect();
    names.join("|")
});

/// How the command is used.
fn usage() -> String {
    let names = NAMES.as_str();
    format!(
        "nota export FILE... --to {names} [--public [--report FILE|DIR]] [-o FILE|DIR|-] [--metadata mdto,diwoo] [--with-source] [--fonts system|embedded] [--jobs N]"
    )
}

/// Reads the name of a format.
fn formats() -> impl TypedValueParser<Value = Format> {
    let names = PossibleValuesParser::new(Format::all().map(Format::extension));
    names.try_map(|name| Format::parse(&name).ok_or("geen vorm"))
}

/// What `--to` is: each format with what it is called, when that says more.
fn to_help() -> String {
    let named = |format: Format| {
        let (extension, name) = (format.extension(), format.name());
        match extension.eq_ignore_ascii_case(name) {
            true => extension.to_owned(),
            false => format!("{extension} ({name})"),
        }
    };
    let mut all: Vec<String> = Format::all().map(named).collect();
    let last = all.pop().unwrap_or_default();
    format!("De vorm van het document: {} of {last}", all.join(", "))
}

/// The arguments of `nota export`.
#[derive(Debug, Args)]
#[command(
    about = "Maak van nota's een PDF of een ander document",
    override_usage = usage()
)]
pub(crate) struct Export {
    /// The notas.
    #[arg(required = true, value_name = "FILE", help = "De nota's (*.nota.md)")]
    files: Vec<PathBuf>,
    /// The format.
    #[arg(
        long,
        value_name = NAMES.as_str(),
        value_parser = formats(),
        help = to_help()
    )]
    to: Format,
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
    /// Which metadata goes along.
    #[arg(
        long,
        value_name = "mdto,diwoo",
        value_delimiter = ',',
        value_parser = metadata::kind,
        help = "Zet metagegevens naast het document: mdto voor het archief, diwoo voor publicatie"
    )]
    metadata: Vec<Soort>,
    /// Which fonts.
    #[arg(
        long,
        value_enum,
        default_value_t,
        value_name = "system|embedded",
        help = "system: Verdana als die er is (gewoon); embedded: overal dezelfde bytes"
    )]
    fonts: FontChoice,
    /// Whether the nota itself goes along.
    #[arg(
        long,
        conflicts_with = "public",
        help = "Neem de nota zelf mee als bijlage in de PDF; alleen in de interne versie"
    )]
    with_source: bool,
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
pub(super) enum FontChoice {
    /// Verdana when the system has it.
    #[default]
    System,
    /// Only those that are compiled in: the same bytes everywhere.
    Embedded,
}

impl Export {
    /// Exports the notas and reports what is the matter with them.
    pub(crate) fn run(&self, mut engine: Engine, out: &mut Output) -> Result<Outcome, Failure> {
        let format = self.format()?;
        let metadata = Metadata::of(&self.metadata)?;
        engine.metagegevens = metadata.keuze().cloned();
        let destination = Destination::choose(self.output.as_deref(), self.files.len())?;
        if destination == Destination::Standard {
            return self.to_standard_output(&engine, format, &metadata, out);
        }
        let engine = &engine;
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
        let making = Making {
            engine,
            format,
            typesetter: &typesetter(self.fonts)?,
            metadata: &metadata,
            source: self.source(),
        };
        self.many(out, |index, file| {
            let target = targets.get(index).and_then(|own| own.lock().ok()?.take());
            let target = target.transpose()?.flatten();
            let done = self.make(&making, file, target.as_deref());
            let done = done.and_then(|(checked, made)| {
                if let (Made::Document(document), Some(target)) = (&made, &target) {
                    let proven = proven(engine, document.proof.as_ref(), &checked);
                    reports.write_with(target, document, proven)?;
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
        making: &Making<'_>,
        path: &Path,
        target: Option<&Path>,
    ) -> Result<(Checked, Made), Failure> {
        let name = target.and_then(Path::file_name).unwrap_or_default();
        let name = name.to_string_lossy();
        match self.public {
            true => public::publish(making, path, &name),
            false => export(making, path, &name),
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

    fn source(&self) -> Source {
        if self.with_source {
            Source::Along
        } else {
            Source::Apart
        }
    }

    fn format(&self) -> Result<Format, Failure> {
        let format = self.to;
        if self.with_source && format != Format::PDF {
            return Err(Failure::Usage(
                "De nota kan alleen mee in een PDF. Gebruik --with-source met --to pdf.".to_owned(),
            ));
        }
        if self.public && format.proving().is_none() {
            let part = format!("De openbare versie (--public) als {}", format.extension());
            return Err(unavailable(&part));
        }
        Ok(format)
    }

    fn to_standard_output(
        &self,
        engine: &Engine,
        format: Format,
        metadata: &Metadata,
        out: &mut Output,
    ) -> Result<Outcome, Failure> {
        if metadata.keuze().is_some() {
            return Err(Failure::Usage(
                "Metagegevens zijn bestanden naast het document. Geef bij ‘--metadata’ een bestand of map op (-o FILE).".to_owned(),
            ));
        }
        if !format.is_text() && std::io::stdout().is_terminal() {
            return Err(Failure::Usage(format!(
                "Een document in de vorm {} past niet op het scherm. Geef een bestand op (-o FILE) of stuur de uitvoer door (> FILE).",
                format.extension()
            )));
        }
        let reports = Reports::choose(self.report.as_deref(), &self.files)?;
        let making = Making {
            engine,
            format,
            typesetter: &typesetter(self.fonts)?,
            metadata,
            source: self.source(),
        };
        let output = Mutex::new(out);
        self.many(&mut Output::stderr(), |_, file| {
            let made = self.make(&making, file, None);
            let (checked, made) = with_older(made, None, &reports)?;
            if let (Made::Document(document), Ok(mut out)) = (&made, output.lock()) {
                if let Some(proven) = proven(engine, document.proof.as_ref(), &checked) {
                    reports.write(&document.bytes, &proven)?;
                }
                out.write_all(&document.bytes)?;
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
                        (Made::Document(document), Some(target)) if self.files.len() == 1 => {
                            tell(&format!("Gemaakt: {}", shown(target)));
                            for own in &document.companions {
                                tell(&format!("Gemaakt: {}", shown(&beside(target, own))));
                            }
                            self.tell_of_report();
                        }
                        (Made::Document(_), _) => {}
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

/// A typesetter with the fonts that were asked for and the house style of the
/// user's organisation.
pub(super) fn typesetter(choice: FontChoice) -> Result<Typesetter, Failure> {
    let fonts = match choice {
        FontChoice::Embedded => Fonts::embedded(),
        FontChoice::System => system_fonts(),
    };
    Ok(Typesetter::new(fonts, house_style()?))
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
    Document(Ready),
    /// No document, with the reason in Dutch.
    Refused(String),
}

/// A document that is ready to be written.
pub(super) struct Ready {
    /// Its bytes.
    pub(super) bytes: Vec<u8>,
    /// The proof that nothing withheld is in it; of a public version.
    pub(super) proof: Option<Proof>,
    /// What is written beside it, with it or not at all.
    pub(super) companions: Vec<Companion>,
}

/// What all documents of one run are made with.
#[derive(Clone, Copy)]
pub(super) struct Making<'a> {
    /// The engine.
    pub(super) engine: &'a Engine,
    /// The format.
    pub(super) format: Format,
    /// Typesets what has pages.
    pub(super) typesetter: &'a Typesetter,
    /// What goes along.
    pub(super) metadata: &'a Metadata,
    /// What goes into the document beside what it shows.
    pub(super) source: Source,
}

/// Whether the nota itself goes along in its PDF.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    /// It does, in the internal version.
    Along,
    /// It does not.
    Apart,
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

/// Reads, exports and checks a nota, for a file with this name.
fn export(making: &Making<'_>, path: &Path, name: &str) -> Result<(Checked, Made), Failure> {
    let Making {
        engine,
        format,
        typesetter,
        metadata,
        source,
    } = *making;
    let (text, parsed) = engine.read(path)?;
    let options = ExportOptions::new(typesetter);
    let options = match source {
        Source::Along => options.with_source(&text),
        Source::Apart => options,
    };
    let exported = nota_export::export(
        format,
        &parsed.nota,
        &parsed.template,
        &engine.registry,
        &options,
    )
    .map_err(|source| Failure::Export {
        file: shown(path),
        source,
    })?;
    let printable = |char| typesetter.fonts().is_printable(char);
    let findings = [parsed.findings, exported.findings].concat();
    let diagnostics = engine.check(&parsed.nota, &parsed.template, &findings, &printable);
    let bytes = exported.bytes;
    let document = Document {
        name,
        format,
        bytes: &bytes,
    };
    let made = match metadata.internal(&document, &parsed.nota, &parsed.template) {
        Ok(companions) => Made::Document(Ready {
            bytes,
            proof: None,
            companions,
        }),
        Err(reason) => Made::Refused(format!("Van ‘{}’ is niets gemaakt. {reason}", shown(path))),
    };
    let checked = Checked::new(path, text, parsed.nota, diagnostics);
    Ok((checked, made))
}

/// A number of at least one.
pub(super) fn jobs(text: &str) -> Result<NonZeroUsize, String> {
    text.parse()
        .map_err(|_| "Geef een geheel getal op van 1 of hoger.".to_owned())
}
