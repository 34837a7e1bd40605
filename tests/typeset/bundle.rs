//! Bundles as other readers see them: the order, the leeswijzer, both numbers of
//! a page, a bookmark for each nota, and valid.

use std::path::{Path, PathBuf};

use nota_export::Part;
use nota_markdown::Parsed;
use nota_tests::expectation::write;
use nota_tests::pdf;
use nota_tests::runner::{Case, Verdict};
use nota_tests::{engine, files};

use crate::verdict;

pub fn cases() -> Vec<Case> {
    vec![
        Case::new("bundle: all notas that we have, valid", |_| all()),
        Case::new("bundle: order, numbers and bookmarks", |_| two()),
        Case::new("bundle: a layout that does not work", |_| faulty()),
    ]
}

fn made(name: &str, notas: &[Parsed]) -> Result<PathBuf, String> {
    let parts: Vec<Part<'_>> = notas
        .iter()
        .map(|own| Part {
            nota: &own.nota,
            template: &own.template,
        })
        .collect();
    let bytes = engine::bundled(&parts)?;
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("bundel-{name}.pdf"));
    write(&path, &bytes)?;
    Ok(path)
}

fn all() -> Verdict {
    let notas: Vec<Parsed> = files::notas()
        .iter()
        .map(|path| engine::read(&files::read(path)))
        .collect();
    pdf::validate(&[made("alle", &notas)?])
}

const FIRST: &str = "---\nonderwerp: Eerste nota\ndatum: 2023-11-02\nkenmerk: \"1\"\n---\n## 1. Aanleiding\n\nTekst.[^a]\n\n[^a]: Noot van de eerste.\n";
const SECOND: &str = "---\nonderwerp: Tweede nota\ndatum: 2024-03-15\naan:\n  - Minister van Proeven\n---\n## 1. Aanleiding\n\nTekst.[^a]\n\n[^a]: Noot van de tweede.\n";

fn two() -> Verdict {
    let notas = [engine::read(SECOND), engine::read(FIRST)];
    let path = made("twee", &notas)?;
    let text = pdf::text(&path)?;
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut faults = Vec::new();
    for part in [
        "Leeswijzer",
        "2 november Eerste nota Kenmerk: 1. 2 2023 15 maart 2024 Tweede nota",
        "Aan: Minister van 3 Proeven.",
        "Pagina 1 van 1 Bundel 2 van 3",
        "Pagina 1 van 1 Bundel 3 van 3",
        "1 Noot van de eerste.",
        "1 Noot van de tweede.",
    ] {
        if !words.contains(part) {
            faults.push(format!("‘{part}’ is not in\n{words}"));
        }
    }
    let bytes = std::fs::read(&path).map_err(|error| error.to_string())?;
    let outline = format!("{:?}", pdf::bookmarks(&pdf::open(&bytes)?));
    for title in ["Leeswijzer", "Eerste nota", "Tweede nota", "1. Aanleiding"] {
        if !outline.contains(title) {
            faults.push(format!("‘{title}’ is no bookmark: {outline}"));
        }
    }
    verdict(faults)
}

fn faulty() -> Verdict {
    let mut notas = [engine::read(FIRST), engine::read(SECOND)];
    let mut template = (*notas[1].template).clone();
    template.layout.files = vec![("layout.typ".to_owned(), "#panic()".into())];
    notas[1].template = template.into();
    let text = pdf::text(&made("opmaak-fout", &notas)?)?;
    verdict(match text.contains("Noot van de tweede.") {
        true => Vec::new(),
        false => vec![text],
    })
}
