//! `nota verify-public`: proves that nothing withheld is in published files,
//! also in those that another program made.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use clap::{Args, ValueEnum};
use nota_export::{ExportOptions, Format as DocumentFormat, of_house_style};
use nota_public::{
    Drawings, Kind, Proof, Secrets, Verdict, is_not_understood, prove_absent, prove_absent_beside,
};
use nota_store::{read_document, shown};
use nota_template::Template;
use nota_typeset::Typesetter;
use serde::Serialize;

use crate::engine::{Engine, house_style, system_fonts};
use crate::failure::Failure;
use crate::files;
use crate::outcome::Outcome;
use crate::output::{Output, tell};

/// The arguments of `nota verify-public`.
#[derive(Debug, Args)]
#[command(
    about = "Bewijs dat in openbare bestanden niets staat wat in de nota is gelakt",
    override_usage = "nota verify-public INTERNAL.nota.md PUBLISHED... [--format text|json]"
)]
pub(crate) struct VerifyPublic {
    /// The nota in which something is withheld.
    #[arg(value_name = "INTERNAL", help = "De interne nota (*.nota.md)")]
    internal: PathBuf,
    /// The published files.
    #[arg(
        required = true,
        value_name = "PUBLISHED",
        help = "De openbare bestanden: PDF, Word, OpenDocument, Markdown, HTML of andere tekst"
    )]
    published: Vec<PathBuf>,
    /// How to say it.
    #[arg(
        long,
        value_enum,
        default_value_t,
        value_name = "text|json",
        help = "text: voor mensen (gewoon); json: voor scripts"
    )]
    format: Format,
}

/// The formats of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum Format {
    /// For people.
    #[default]
    Text,
    /// For scripts: one array, an object per file.
    Json,
}

/// What came of a file; the names are part of the interface.
#[derive(Serialize)]
struct Verified {
    file: String,
    /// Whether it is proven that nothing withheld is in it.
    proven: bool,
    /// What is proven; none without a proof.
    #[serde(skip_serializing_if = "Option::is_none")]
    verdict: Option<Verdict>,
    #[serde(skip_serializing_if = "Option::is_none")]
    proof: Option<Proof>,
    /// Why nothing is proven.
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
}

impl VerifyPublic {
    /// Searches the published files, on all cores when there are several.
    pub(crate) fn run(&self, engine: &Engine, out: &mut Output) -> Result<Outcome, Failure> {
        let internal = Internal::read(engine, &self.internal)?;
        let mut outcome = Outcome::Fine;
        let mut verified: Vec<Verified> = Vec::new();
        let mut written = Ok(());
        files::each(
            &self.published,
            None,
            |_, file| internal.prove(engine, file),
            |file, result| {
                let own = match &result {
                    Ok(proof) => outcome_of(proof.verdict()),
                    Err(_) => Outcome::Failed,
                };
                outcome = outcome.max(own);
                if self.format == Format::Text {
                    match &result {
                        Ok(proof) if written.is_ok() => {
                            written = writeln!(out, "{}\n{proof}", shown(file));
                        }
                        Ok(_) => {}
                        Err(failure) => tell(failure),
                    }
                }
                verified.push(Verified::new(file, result));
            },
        );
        written?;
        if self.format == Format::Json {
            serde_json::to_writer_pretty(&mut *out, &verified).map_err(std::io::Error::from)?;
            writeln!(out)?;
        }
        Ok(outcome)
    }
}

fn outcome_of(verdict: Verdict) -> Outcome {
    match verdict {
        Verdict::Proven => Outcome::Fine,
        Verdict::Found => Outcome::Faulty,
        Verdict::NotProven => Outcome::Failed,
    }
}

impl Verified {
    fn new(file: &Path, result: Result<Proof, Failure>) -> Self {
        let file = file.to_string_lossy().into_owned();
        match result {
            Ok(proof) => Self {
                file,
                proven: proof.verdict() == Verdict::Proven,
                verdict: Some(proof.verdict()),
                proof: Some(proof),
                error: None,
            },
            Err(failure) => Self {
                file,
                proven: false,
                verdict: None,
                proof: None,
                error: Some(failure.to_string()),
            },
        }
    }
}

/// The nota in which something is withheld.
struct Internal {
    secrets: Secrets,
    template: Arc<Template>,
    /// The drawings and pictures of the house style, made when a PDF has some.
    known: OnceLock<Drawings>,
}

impl Internal {
    /// Reads the nota in a file, and gathers what is withheld in it.
    fn read(engine: &Engine, path: &Path) -> Result<Self, Failure> {
        let (_, parsed) = engine.read(path)?;
        let unclear = |reason: String| Failure::Unclear {
            file: shown(path),
            reason,
        };
        if parsed
            .findings
            .iter()
            .any(|own| is_not_understood(own.code))
        {
            return Err(unclear(format!(
                "Het programma begrijpt de nota niet helemaal. Zie ‘nota check {}’.",
                shown(path)
            )));
        }
        let secrets = Secrets::of(&parsed.nota, &parsed.template);
        let secrets = secrets.map_err(|error| unclear(error.to_string()))?;
        if secrets.all().is_empty() {
            return Err(Failure::NothingWithheld { file: shown(path) });
        }
        Ok(Self {
            secrets,
            template: parsed.template,
            known: OnceLock::new(),
        })
    }

    /// Searches a published file.
    fn prove(&self, engine: &Engine, path: &Path) -> Result<Proof, Failure> {
        let bytes = read_document(path)?;
        let not_proven = |reason: String| Failure::NotProven {
            file: shown(path),
            reason,
        };
        let kind = Kind::of(&bytes).ok_or_else(|| {
            not_proven(
                "Dit soort bestand kan het programma niet doorzoeken; het kan PDF, Word, OpenDocument en tekst lezen."
                    .to_owned(),
            )
        })?;
        let proof = prove_absent(&self.secrets, &bytes, kind);
        let proof = proof.map_err(|error| not_proven(error.to_string()))?;
        if kind != Kind::Pdf || !proof.hits.is_empty() || proof.unread.is_empty() {
            return Ok(proof);
        }
        // What could not be read may be the logo of the organisation.
        let known = self.house_style(engine)?;
        let proof = prove_absent_beside(&self.secrets, &bytes, kind, known);
        proof.map_err(|error| not_proven(error.to_string()))
    }

    /// The drawings and pictures that every nota under this template has in the
    /// house style of the user, as an export knows them.
    fn house_style(&self, engine: &Engine) -> Result<&Drawings, Failure> {
        if let Some(known) = self.known.get() {
            return Ok(known);
        }
        let typesetter = Typesetter::new(system_fonts(), house_style()?);
        let options = ExportOptions::new(&typesetter);
        let made = of_house_style(
            DocumentFormat::PDF,
            &self.secrets,
            &self.template,
            &engine.registry,
            &options,
        );
        Ok(self.known.get_or_init(|| made))
    }
}
