//! The public version of a nota for `nota export --public`: refused when it
//! is not certain what is withheld, and handed over only with the proof that
//! nothing withheld is in it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use nota_export::{Document, ExportOptions, Format, PublicName, Unpublished, public_companions};
use nota_model::Diagnostic;
use nota_public::{Refusal, bars_publication};
use nota_store::{identity, shown};

use super::export::{Made, Making, Ready};
use super::metadata::whole;
use crate::checked::Checked;
use crate::destination::{Destination, export_name};
use crate::engine::Engine;
use crate::failure::Failure;

/// The name of the file of the public version of each nota: apart from each
/// other, and from the notas, in each folder. A nota that cannot be read gets
/// none of its own: nothing is written of it.
pub(super) fn file_names(
    engine: &Engine,
    format: Format,
    notas: &[PathBuf],
    destination: &Destination,
) -> Vec<PathBuf> {
    let mut names: Vec<PathBuf> = notas
        .iter()
        .map(|nota| export_name(nota, format.extension()))
        .collect();
    let mut folders: BTreeMap<PathBuf, Vec<(usize, PublicName)>> = BTreeMap::new();
    for (index, nota) in notas.iter().enumerate() {
        if let (Some(folder), Ok((_, parsed))) = (destination.folder(nota), engine.read(nota)) {
            let name = PublicName::expected(&parsed.nota, &parsed.template);
            // The folder itself, whatever it is called.
            let folder = identity(&folder.join("."));
            folders.entry(folder).or_default().push((index, name));
        }
    }
    for (folder, own) in folders {
        let (indices, wanted): (Vec<usize>, Vec<PublicName>) = own.into_iter().unzip();
        let here = notas.iter().map(|nota| identity(nota));
        let here = here.filter(|nota| nota.parent() == Some(&folder));
        let taken = here.filter_map(|nota| Some(nota.file_name()?.to_string_lossy().into_owned()));
        let made = nota_export::names_apart(&wanted, format, taken);
        for (index, name) in indices.into_iter().zip(made) {
            if let Some(own) = names.get_mut(index) {
                *own = name.into();
            }
        }
    }
    names
}

/// Reads and checks a nota, makes its public version and proves it, with what
/// goes along; for a file with this name.
pub(super) fn publish(
    making: &Making<'_>,
    path: &Path,
    name: &str,
) -> Result<(Checked, Made), Failure> {
    let Making {
        engine,
        format,
        typesetter,
        metadata,
        source: _,
    } = *making;
    let (text, parsed) = engine.read(path)?;
    let (nota, template) = (parsed.nota, parsed.template);
    let printable = |char| typesetter.fonts().is_printable(char);
    let diagnostics = engine.check(&nota, &template, &parsed.findings, &printable);
    let barred = diagnostics.iter().any(bars_publication);
    let mut checked = Checked::new(path, text, nota.clone(), diagnostics);
    if barred {
        let made = Made::Refused(refused(path, &told(&checked.diagnostics)));
        return Ok((checked, made));
    }
    let options = ExportOptions::new(typesetter);
    let published = nota_export::publish(format, &nota, &template, &engine.registry, &options);
    let published = published.and_then(|published| {
        let document = Document {
            name,
            format,
            bytes: &published.bytes,
        };
        let wanted = metadata.wanted();
        let companions = public_companions(&document, &nota, &template, &wanted)?;
        Ok((published, companions))
    });
    if let Ok((published, _)) = &published
        && !published.findings.is_empty()
    {
        let findings = [parsed.findings, published.findings.clone()].concat();
        checked.diagnostics = engine.check(&nota, &template, &findings, &printable);
    }
    let made = match published {
        Ok((published, companions)) => match whole(companions) {
            Ok(companions) => Made::Document(Ready {
                bytes: published.bytes,
                proof: Some(published.proof),
                companions,
            }),
            Err(reason) => Made::Refused(refused(path, &reason)),
        },
        Err(Unpublished::Refused(refusal)) => {
            Made::Refused(refused(path, &reasons(&checked, &refusal)))
        }
        Err(Unpublished::Found(proof)) => Made::Refused(refused(path, &proof.to_string())),
        Err(Unpublished::Export(source)) => {
            let file = shown(path);
            return Err(Failure::Export { file, source });
        }
        Err(error @ Unpublished::NoPublicFormat) => return Err(Failure::Usage(error.to_string())),
        Err(Unpublished::NotProven(error)) => {
            let (file, reason) = (shown(path), error.to_string());
            return Err(Failure::NotProven { file, reason });
        }
    };
    Ok((checked, made))
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
