//! `nota bundle`: several notas in one PDF, in the order of their dates, with a
//! leeswijzer in front. One nota that is not in order stops the whole: nobody
//! must take a bundle for whole that is not.

use std::path::{Path, PathBuf};

use clap::Args;
use nota_export::{ExportOptions, Part, Unpublished, bundle, publish_bundle};
use nota_markdown::Parsed;
use nota_model::Diagnostic;
use nota_public::bars_publication;
use nota_store::{identity, shown, write_together};

use super::export::{FontChoice, typesetter};
use crate::checked::Checked;
use crate::engine::Engine;
use crate::failure::Failure;
use crate::outcome::Outcome;
use crate::output::{Output, tell};
use crate::report::{self, report};
use crate::tally::{Strictness, Tally};

/// The arguments of `nota bundle`.
#[derive(Debug, Args)]
#[command(
    about = "Voeg nota's samen tot één PDF, op datum en met een leeswijzer",
    override_usage = "nota bundle NOTA... -o FILE.pdf [--public] [--fonts system|embedded]"
)]
pub(crate) struct Bundle {
    /// The notas.
    #[arg(required = true, value_name = "NOTA", help = "De nota's (*.nota.md)")]
    notas: Vec<PathBuf>,
    /// Where to.
    #[arg(short, long, value_name = "FILE.pdf", help = "De PDF die u maakt")]
    output: PathBuf,
    /// Whether to make the public version.
    #[arg(
        long,
        help = "Neem van elke nota de openbare versie, met bewijs dat niets gelakts in de bundel staat"
    )]
    public: bool,
    /// Which fonts.
    #[arg(
        long,
        value_enum,
        default_value_t,
        value_name = "system|embedded",
        help = "system: Verdana als die er is (gewoon); embedded: overal dezelfde bytes"
    )]
    fonts: FontChoice,
}

impl Bundle {
    /// Makes the bundle and reports what is the matter with the notas.
    pub(crate) fn run(&self, engine: &Engine, out: &mut Output) -> Result<Outcome, Failure> {
        let target = identity(&self.output);
        if let Some(own) = self.notas.iter().find(|own| identity(own) == target) {
            return Err(Failure::Usage(format!(
                "De bundel zou de nota ‘{}’ overschrijven. Geef met -o een andere naam op.",
                shown(own)
            )));
        }
        let (texts, notas) = self.read(engine)?;
        let typesetter = typesetter(self.fonts)?;
        let printable = |char| typesetter.fonts().is_printable(char);
        let mut report = report(report::Format::Text, out);
        let mut tally = Tally::default();
        let mut barred = Vec::new();
        for ((path, text), own) in self.notas.iter().zip(texts).zip(&notas) {
            let diagnostics = engine.check(&own.nota, &own.template, &own.findings, &printable);
            if self.public && diagnostics.iter().any(bars_publication) {
                barred.push(told(path, &diagnostics));
            }
            tally.add(&diagnostics);
            report.add(
                &Checked::new(path, text, own.nota.clone(), diagnostics),
                out,
            )?;
        }
        report.finish(&tally, out)?;
        if !barred.is_empty() {
            barred.push("Er is geen bundel gemaakt.".to_owned());
            tell(&barred.join("\n"));
            return Ok(Outcome::Faulty);
        }
        let parts: Vec<Part<'_>> = notas
            .iter()
            .map(|own| Part {
                nota: &own.nota,
                template: &own.template,
            })
            .collect();
        let options = ExportOptions::new(&typesetter);
        let bytes = match self.public {
            false => bundle(&parts, &engine.registry, &options).map_err(|source| {
                let file = shown(&self.output);
                Failure::Export { file, source }
            })?,
            true => match publish_bundle(&parts, &engine.registry, &options) {
                Ok(made) => made.bytes,
                Err(refused) => {
                    let own = refused.nota.and_then(|index| self.notas.get(index));
                    let name = own.map_or_else(|| shown(&self.output), |own| shown(own));
                    tell(&reason(&name, refused.elsewhere, &refused.reason));
                    return Ok(Outcome::Faulty);
                }
            },
        };
        write_together(&[(&self.output, &bytes)])?;
        tell(&format!(
            "Gemaakt: {}, met {}",
            shown(&self.output),
            match self.notas.len() {
                1 => "1 nota".to_owned(),
                count => format!("{count} nota’s"),
            }
        ));
        Ok(tally.outcome(Strictness::Usual))
    }

    /// All notas; the first that cannot be read stops the bundle.
    fn read(&self, engine: &Engine) -> Result<(Vec<String>, Vec<Parsed>), Failure> {
        let mut texts = Vec::with_capacity(self.notas.len());
        let mut notas = Vec::with_capacity(self.notas.len());
        let mut broken = Vec::new();
        for path in &self.notas {
            match engine.read(path) {
                Ok((text, parsed)) => {
                    texts.push(text);
                    notas.push(parsed);
                }
                Err(failure) => broken.push(failure.to_string()),
            }
        }
        match broken.is_empty() {
            true => Ok((texts, notas)),
            false => {
                broken.push("Er is geen bundel gemaakt.".to_owned());
                Err(Failure::Usage(broken.join("\n")))
            }
        }
    }
}

/// Which diagnostics bar the public version of a nota.
fn told(path: &Path, diagnostics: &[Diagnostic]) -> String {
    let barring = diagnostics.iter().filter(|own| bars_publication(own));
    let mut codes: Vec<String> = barring.map(|own| own.code.to_string()).collect();
    codes.dedup();
    format!(
        "‘{}’ heeft nog geen openbare versie. Los eerst deze meldingen op: {}.",
        shown(path),
        codes.join(", ")
    )
}

/// Why there is no public bundle.
fn reason(name: &str, elsewhere: bool, reason: &Unpublished) -> String {
    let why = reason.to_string();
    let why = why.trim_end();
    let first = match elsewhere {
        true => format!(
            "In de bundel staat iets wat in ‘{name}’ is gelakt. Misschien staat het open in een andere nota."
        ),
        false => format!("‘{name}’ heeft geen openbare versie."),
    };
    format!("{first} {why}\nEr is geen bundel gemaakt.")
}
