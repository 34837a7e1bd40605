//! The public version of a nota for `nota export --public`: refused when it
//! is not certain what is withheld, and handed over only with the proof that
//! nothing withheld is in it.

use std::path::{Path, PathBuf};

use nota_export::{ExportOptions, Format, export_public, public_file_name};
use nota_model::{Diagnostic, Nota};
use nota_public::{
    Kind, PublicNota, Refusal, Secrets, SecretsError, bars_publication, prove_absent,
};
use nota_store::shown;
use nota_template::Template;
use nota_typeset::Typesetter;

use super::export::Made;
use crate::checked::Checked;
use crate::destination::export_name;
use crate::engine::Engine;
use crate::failure::Failure;

/// The formats in which what is withheld can be searched for.
pub(super) const FORMATS: [Format; 2] = [Format::Pdf, Format::Markdown];

/// The name of the file of the public version of a nota. For one that has no
/// public version it does not matter: nothing is written.
pub(super) fn file_name(engine: &Engine, format: Format, path: &Path) -> PathBuf {
    let public = nota_store::read(path).ok().and_then(|file| {
        let parsed = nota_markdown::parse(&file.text, &engine.registry);
        PublicNota::new(&parsed.nota, &parsed.template).ok()
    });
    match public {
        Some(public) => public_file_name(&public, format).into(),
        None => export_name(path, format.extension()),
    }
}

/// Reads and checks a nota, makes its public version and proves it.
pub(super) fn publish(
    engine: &Engine,
    format: Format,
    typesetter: &Typesetter,
    path: &Path,
) -> Result<(Checked, Made), Failure> {
    let text = nota_store::read(path)?.text;
    let parsed = nota_markdown::parse(&text, &engine.registry);
    let (nota, template) = (parsed.nota, parsed.template);
    let printable = |char| typesetter.fonts().is_printable(char);
    let diagnostics = engine.check(&nota, &template, &parsed.findings, &printable);
    let barred = diagnostics
        .iter()
        .filter(|own| bars_publication(own))
        .count();
    let public = PublicNota::new(&nota, &template);
    let checked = Checked::new(path, text, nota.clone(), diagnostics);
    let made = match public {
        _ if barred > 0 => Made::Refused(refused(path, &told(&checked.diagnostics))),
        Err(refusal) => Made::Refused(refused(path, &reasons(&checked, &refusal))),
        Ok(public) => {
            let bytes = document(engine, format, typesetter, &public, path)?;
            proven(&nota, &template, bytes, path)?
        }
    };
    Ok((checked, made))
}

fn document(
    engine: &Engine,
    format: Format,
    typesetter: &Typesetter,
    public: &PublicNota,
    path: &Path,
) -> Result<Vec<u8>, Failure> {
    let options = ExportOptions::new(typesetter);
    let exported = export_public(format, public, &engine.registry, &options);
    let exported = exported.map_err(|source| Failure::Export {
        file: shown(path),
        source,
    })?;
    Ok(exported.bytes)
}

/// The document, when nothing withheld is in it.
fn proven(nota: &Nota, template: &Template, bytes: Vec<u8>, path: &Path) -> Result<Made, Failure> {
    let not_proven = |reason: String| Failure::NotProven {
        file: shown(path),
        reason,
    };
    let secrets =
        Secrets::of(nota, template).map_err(|error: SecretsError| not_proven(error.to_string()))?;
    let kind = Kind::of(&bytes).unwrap_or(Kind::Text);
    let proof =
        prove_absent(&secrets, &bytes, kind).map_err(|error| not_proven(error.to_string()))?;
    Ok(match proof.holds() {
        true => Made::Document {
            bytes,
            proof: Some(proof),
        },
        false => Made::Refused(refused(path, &proof.to_string())),
    })
}

fn refused(path: &Path, reason: &str) -> String {
    format!(
        "Van ‘{}’ is geen openbare versie gemaakt. {}",
        shown(path),
        reason.trim_end()
    )
}

/// Points at the diagnostics, which are reported in full.
fn told(diagnostics: &[Diagnostic]) -> String {
    let mut codes: Vec<String> = diagnostics
        .iter()
        .filter(|own| bars_publication(own))
        .map(|own| own.code.to_string())
        .collect();
    codes.dedup();
    format!("Los eerst deze meldingen op: {}.", codes.join(", "))
}

/// What stands in the way, each with its line.
fn reasons(checked: &Checked, refusal: &Refusal) -> String {
    let lines = refusal.obstacles.iter().map(|own| {
        let line = checked.region(&own.place).line;
        format!("Regel {line}: {}", own.reason.sentence())
    });
    let mut lines: Vec<String> = lines.collect();
    lines.dedup();
    lines.join(" ")
}
