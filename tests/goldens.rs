//! What exports look like: the text and the tags of the PDF, the Markdown,
//! and for the examples of the templates the first page as a picture. Read
//! the report of a failing run, then accept.
#![allow(
    clippy::disallowed_methods,
    reason = "an edge: the expectations are files beside the notas"
)]

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use nota_export::Format;
use nota_tests::engine;
use nota_tests::expectation::{compare, write};
use nota_tests::pdf::{self, Picture};
use nota_tests::runner::{Case, Mode, Verdict, run};
use nota_tests::{files, report};

/// The pixels of a millimetre in a golden picture are about three.
const SCALE: f64 = 1.0;

fn main() -> ExitCode {
    let folder = files::root().join("tests/goldens");
    let mut cases = Vec::new();
    for template in engine::REGISTRY.all() {
        let name = template.id.replace('/', "-");
        let path = files::root()
            .join("src-tauri/templates")
            .join(&template.id)
            .join("voorbeeld.nota.md");
        cases.extend(pdf_texts(&name, &path));
        cases.push(Case::new(format!("{name}: page 1"), move |mode| {
            first_page(&name, &path, mode)
        }));
    }
    for path in files::below(&folder, ".nota.md") {
        let name = files::stem(&path, ".nota.md");
        cases.extend(pdf_texts(&name, &path));
        cases.push(text(&name, &path, "markdown", "md", markdown));
    }
    run("goldens", cases)
}

/// The cases that compare what can be read in the PDF.
fn pdf_texts(name: &str, path: &Path) -> [Case; 2] {
    [
        text(name, path, "text", "txt", pdf_text),
        text(name, path, "tags", "tags.yaml", pdf_tags),
    ]
}

/// A case that compares a text with the golden of that ending.
fn text(
    name: &str,
    path: &Path,
    what: &str,
    ending: &str,
    make: fn(&Path) -> Result<String, String>,
) -> Case {
    let title = format!("{name}: {what}");
    let golden = golden(&format!("{name}.{ending}"));
    let path = path.to_path_buf();
    Case::new(title.clone(), move |mode| {
        compare(&title, &golden, &make(&path)?, mode)
    })
}

fn pdf_text(path: &Path) -> Result<String, String> {
    let name = files::stem(path, ".nota.md");
    let parent = path.parent().unwrap_or(path).to_string_lossy();
    let file: String = format!("{parent}-{name}.pdf")
        .chars()
        .map(|c| if c == '/' { '-' } else { c })
        .collect();
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(file);
    write(&file, &engine::pdf(&files::read(path))?)?;
    pdf::text(&file)
}

fn pdf_tags(path: &Path) -> Result<String, String> {
    let document = pdf::open(&engine::pdf(&files::read(path))?)?;
    let tree = pdf::structure(&document).ok_or("the PDF has no tags")?;
    Ok(pdf::yaml(&tree))
}

fn markdown(path: &Path) -> Result<String, String> {
    let bytes = engine::exported(Format::MARKDOWN, &engine::read(&files::read(path)))?;
    String::from_utf8(bytes).map_err(|error| error.to_string())
}

fn first_page(name: &str, path: &Path, mode: Mode) -> Verdict {
    let text = files::read(path);
    let png = engine::typeset(&engine::read(&text))
        .page_png(0, SCALE)
        .ok_or("there is no page")?;
    let golden = golden(&format!("{name}.png"));
    let old = std::fs::read(&golden).unwrap_or_default();
    let differs = match Picture::from_png(&old) {
        Ok(picture) => pdf::difference(&picture, &Picture::from_png(&png)?),
        Err(_) => Some((Picture::from_png(&png)?, 0)),
    };
    match (differs, mode) {
        (None, _) => Ok(()),
        (Some(_), Mode::Accept) => write(&golden, &png),
        (Some((shown, count)), Mode::Compare) => {
            report::picture(&format!("{name}: page 1"), &old, &png, &shown.to_png()?);
            Err(format!("{count} pixels differ"))
        }
    }
}

fn golden(file: &str) -> PathBuf {
    files::root().join("tests/goldens").join(file)
}
