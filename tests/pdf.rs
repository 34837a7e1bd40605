//! Every PDF that the tests make must be a good one: PDF/A-2a and PDF/UA-1
//! according to veraPDF, a sound file according to qpdf, and what neither of
//! them sees (see `src/pdf/facts.rs`).

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use nota_tests::expectation::write;
use nota_tests::runner::{Case, Verdict, run};
use nota_tests::{engine, files, pdf};

fn main() -> ExitCode {
    let notas = files::notas();
    let mut cases: Vec<Case> = notas
        .iter()
        .map(|path| {
            let path = path.clone();
            Case::new(files::shown(&path), move |_| sound(&path))
        })
        .collect();
    cases.push(Case::new("veraPDF accepts them all", move |_| {
        valid(&notas)
    }));
    run("pdf", cases)
}

fn sound(path: &Path) -> Verdict {
    let text = files::read(path);
    let bytes = engine::pdf(&text)?;
    if engine::pdf(&text)? != bytes {
        return Err("the same nota gives other bytes the second time".to_owned());
    }
    let made = made(path);
    write(&made, &bytes)?;
    pdf::qpdf_check(&made)?;
    let faults = pdf::faults(&pdf::open(&bytes)?, &engine::read(&text).nota);
    if faults.is_empty() {
        Ok(())
    } else {
        Err(faults.join("\n"))
    }
}

/// All in one run: starting the validator takes longer than a PDF.
fn valid(notas: &[PathBuf]) -> Verdict {
    let mut pdfs = Vec::new();
    for path in notas {
        let made = made(path).with_extension("vera.pdf");
        write(&made, &engine::pdf(&files::read(path))?)?;
        pdfs.push(made);
    }
    pdf::validate(&pdfs)
}

/// Where the PDF of a nota is put.
fn made(path: &Path) -> PathBuf {
    let name = files::shown(path).replace('/', "-");
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.pdf"))
}
