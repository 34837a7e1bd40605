//! The metadata that goes with documents: of every nota that we have, internal
//! and public, it is what the schemas of archive and publication ask for. Those
//! are kept beside the project, in `../shared/standards`.
#![allow(
    clippy::disallowed_methods,
    reason = "an edge: these tests start xmllint"
)]

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use chrono::NaiveDate;
use nota_export::{Companion, Companions, Document, Format, Wanted};
use nota_metadata::{Metagegevens, Soort, Waardering, WooCategorie};
use nota_tests::runner::{Case, Verdict, run};
use nota_tests::{engine, files};

/// Where the schemas are, with the program `check` that asks them.
const SCHEMAS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/standards");

fn main() -> ExitCode {
    let mut cases = Vec::new();
    for path in files::notas() {
        let name = files::stem(&path, ".nota.md");
        let (own, public) = (path.clone(), path.clone());
        cases.push(Case::new(format!("{name}: intern"), move |_| intern(&own)));
        cases.push(Case::new(format!("{name}: openbaar"), move |_| {
            openbaar(&public)
        }));
    }
    if schemas_are_here() {
        cases.push(Case::new("the schemas refuse what is wrong", |_| refuses()));
    } else {
        eprintln!(
            "NOT RUN: {SCHEMAS} or xmllint (libxml2-utils) is not there, so the metadata is not \
             held against the schemas."
        );
    }
    run("metadata", cases)
}

fn schemas_are_here() -> bool {
    let xmllint = Command::new("xmllint").arg("--version").output().is_ok();
    xmllint && Path::new(SCHEMAS).join("check").is_file()
}

/// The choices of an organisation: none, and all.
fn choices() -> [Metagegevens; 2] {
    let all = Metagegevens {
        bron: "Archief & Co".to_owned(),
        waardering: Waardering::Vernietigen,
        bewaartermijn: 7,
        selectielijst: "Selectielijst 2020".to_owned(),
        categorie: "1.1".to_owned(),
        woo_categorie: WooCategorie::Inspanningsverplichting,
    };
    [Metagegevens::default(), all]
}

fn intern(path: &Path) -> Verdict {
    let parsed = engine::read(&files::read(path));
    each(path, |document, wanted| {
        Ok(nota_export::companions(
            document,
            &parsed.nota,
            &parsed.template,
            wanted,
        ))
    })
}

fn openbaar(path: &Path) -> Verdict {
    let parsed = engine::read(&files::read(path));
    let (nota, template) = (&parsed.nota, &parsed.template);
    if nota_public::PublicNota::new(nota, template).is_err() {
        return Ok(());
    }
    each(path, |document, wanted| {
        nota_export::public_companions(document, nota, template, wanted)
            .map_err(|error| error.to_string())
    })
}

/// Makes the metadata for each choice and holds it against the schemas. A nota
/// that lacks something has none, and says what.
fn each(
    path: &Path,
    make: impl Fn(&Document<'_>, &Wanted<'_>) -> Result<Companions, String>,
) -> Verdict {
    let day = NaiveDate::from_ymd_opt(2024, 3, 16).unwrap_or_default();
    let document = Document {
        name: "nota.pdf",
        format: Format::PDF,
        bytes: b"the bytes of a document",
    };
    for keuze in &choices() {
        let wanted = Wanted {
            kinds: &Soort::ALL,
            keuze,
            moment: day.and_hms_opt(9, 5, 7).unwrap_or_default(),
        };
        match make(&document, &wanted)? {
            Companions::Made(made) => {
                if made.len() != 3 {
                    return Err(format!("{} files", made.len()));
                }
                valid(path, &made)?;
            }
            Companions::Missing(missing) => {
                if missing.is_empty() {
                    return Err("nothing is made, and nothing is missing".to_owned());
                }
            }
        }
    }
    Ok(())
}

fn valid(path: &Path, made: &[Companion]) -> Verdict {
    if !schemas_are_here() {
        return Ok(());
    }
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    for own in made {
        let file = folder.path().join(format!("nota.{}", own.extension));
        std::fs::write(&file, &own.bytes).map_err(|error| error.to_string())?;
        let kind = if own.extension.contains("mdto") {
            "mdto"
        } else {
            "diwoo"
        };
        check(kind, file).map_err(|said| format!("{}: {said}", files::shown(path)))?;
    }
    Ok(())
}

/// Asks the schemas, through the program that stands beside them.
fn check(kind: &str, file: PathBuf) -> Verdict {
    let program = Path::new(SCHEMAS).join("check");
    let output = Command::new("sh").arg(program).arg(kind).arg(file).output();
    let output = output.map_err(|error| error.to_string())?;
    match output.status.success() {
        true => Ok(()),
        false => Err(String::from_utf8_lossy(&output.stderr).into_owned()),
    }
}

/// That the test can fail: a file without a part that the schema asks for.
fn refuses() -> Verdict {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    for (kind, text) in [
        (
            "mdto",
            "<MDTO xmlns=\"https://www.nationaalarchief.nl/mdto\"><bestand/></MDTO>",
        ),
        (
            "diwoo",
            "<d:Document xmlns:d=\"https://standaarden.overheid.nl/diwoo/metadata/\"><d:DiWoo/></d:Document>",
        ),
    ] {
        let file = folder.path().join("fout.xml");
        std::fs::write(&file, text).map_err(|error| error.to_string())?;
        if check(kind, file).is_ok() {
            return Err(format!("{kind} takes {text}"));
        }
    }
    Ok(())
}
