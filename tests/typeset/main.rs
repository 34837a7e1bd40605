//! Pages as other readers see them: every measure of the house style within
//! half a millimetre, and odd notas that stay within their columns and are
//! valid all the same.
#![allow(
    clippy::disallowed_methods,
    reason = "an edge: these tests read the files that they made"
)]

mod bundle;
mod ministries;
mod taal;
mod tables;
mod together;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use nota_tests::expectation::write;
use nota_tests::pdf::{self, Letters, Picture, letters};
use nota_tests::runner::{Case, Verdict, run};
use nota_tests::{engine, files, odd};

fn main() -> ExitCode {
    let mut cases = vec![
        Case::new("measures of page 1 and 2 at JenV", |_| {
            measures("jenv", &JENV)
        }),
        Case::new("measures of page 1 and 2 at IenW", |_| {
            measures("ienw", &IENW)
        }),
        Case::new("the ribbon and the word nota", |_| ribbon_and_word()),
        Case::new("footnotes and lists", |_| footnotes_and_lists()),
    ];
    for (name, text) in odd::notas() {
        cases.push(Case::new(format!("odd: {name}"), move |_| {
            stays_inside(name, &text)
        }));
    }
    cases.push(Case::new("odd: veraPDF accepts them all", |_| valid()));
    cases.extend(bundle::cases());
    cases.extend(ministries::cases());
    cases.extend(taal::cases());
    cases.extend(tables::cases());
    cases.extend(together::cases());
    run("typeset", cases)
}

/// How far a measure may be off, in millimetres.
const TOLERANCE: f64 = 0.5;

/// A line of text that must stand somewhere: page, its beginning, x and
/// baseline in millimetres, size in points. Lines are looked for in order.
type Measure = (usize, &'static str, f64, f64, f64);

/// From the published house style and measured in published notas.
const JENV: [Measure; 19] = [
    (1, "Minister van Justitie en", 27.98, 76.8, 9.0),
    (1, "Beslisnota Kamerbrief", 67.17, 96.6, 9.0),
    (1, "Ondermijnende Criminaliteit", 67.17, 100.83, 9.0),
    (1, "Directoraat-Generaal", 164.48, 57.1, 6.5),
    (1, "Ondermijning", 164.48, 60.28, 6.5),
    (1, "Datum", 164.48, 85.68, 6.5),
    (1, "15 maart 2024", 164.48, 88.85, 6.5),
    (1, "Algemene leiding", 27.9, 109.0, 6.5),
    (1, "SG", 27.9, 123.59, 9.0),
    (1, "1. Aanleiding", 27.9, 139.3, 9.0),
    (1, "Met deze brief", 27.9, 143.52, 9.0),
    (1, "2. Geadviseerd besluit", 27.9, 160.45, 9.0),
    (1, "Pagina 1 van 2", 164.48, 285.7, 6.5),
    (2, "evaluatie van de NSOC", 27.9, 57.2, 9.0),
    (2, "4.4 Krachtenveld", 27.9, 69.9, 9.0),
    (2, "Directoraat-Generaal", 164.48, 57.1, 6.5),
    (2, "Datum", 164.48, 65.04, 6.5),
    (2, "Ons kenmerk", 164.48, 72.98, 6.5),
    (2, "Pagina 2 van 2", 164.48, 285.7, 6.5),
];

/// As [`JENV`].
const IENW: [Measure; 9] = [
    (1, "Aan", 27.98, 76.8, 9.0),
    (1, "Stas IenW", 66.9, 76.8, 9.0),
    (1, "Kamerbrief Impulsprogramma", 67.17, 96.6, 9.0),
    (1, "TER BESLISSING", 164.48, 57.1, 6.5),
    (1, "Datum", 164.48, 65.04, 6.5),
    (1, "29 november 2022", 164.48, 68.2, 6.5),
    (1, "Onze referentie", 164.48, 72.96, 6.5),
    (1, "Aanleiding", 27.9, 122.8, 9.0),
    (2, "Datum", 164.48, 57.1, 6.5),
];

fn example(ministry: &str) -> Result<PathBuf, String> {
    example_of(&format!("{ministry}/beslisnota"))
}

/// Makes the PDF of the example of a template.
fn example_of(template: &str) -> Result<PathBuf, String> {
    let path = format!("src-tauri/templates/{template}/voorbeeld.nota.md");
    let name = template.replace('/', "-");
    made(&name, &files::read(&files::root().join(path)))
}

/// Makes the PDF of a text.
fn made(name: &str, text: &str) -> Result<PathBuf, String> {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("typeset-{name}.pdf"));
    write(&path, &engine::pdf(text)?)?;
    Ok(path)
}

fn measures(ministry: &str, expected: &[Measure]) -> Verdict {
    measures_of(&format!("{ministry}/beslisnota"), expected)
}

fn measures_of(template: &str, expected: &[Measure]) -> Verdict {
    let lines = letters(&example_of(template)?)?;
    let mut faults = Vec::new();
    for (page, text, x, baseline, size) in expected {
        let found = lines
            .iter()
            .find(|line| line.page == *page && line.text.starts_with(text));
        let Some(line) = found else {
            faults.push(format!("page {page} has no line {text:?}"));
            continue;
        };
        for (what, is, should) in [("x", line.x, *x), ("baseline", line.baseline, *baseline)] {
            if (is - should).abs() > TOLERANCE {
                faults.push(format!("{text:?}: {what} is {is:.2} mm, not {should} mm"));
            }
        }
        if (line.size - size).abs() > 0.01 {
            faults.push(format!(
                "{text:?} is set in {} points, not {size}",
                line.size
            ));
        }
    }
    verdict(faults)
}

/// The ribbon: 13 x 37.1 mm, centred, from the top edge, #154273. The word
/// "nota": its ink from 28.0 to 48.8 mm, on a baseline of 97.5 mm.
fn ribbon_and_word() -> Verdict {
    const PER_MM: f64 = 10.0;
    let picture = pdf::page_picture(&example("jenv")?, 1, PER_MM)?;
    let mut faults = Vec::new();
    let mut edge = |what: &str, is: Option<f64>, should: f64| {
        if is.is_none_or(|is| (is - should).abs() > TOLERANCE) {
            faults.push(format!("{what} is {is:?} mm, not {should} mm"));
        }
    };
    let blue = ink(&picture, PER_MM, [60.0, 0.0, 150.0, 50.0], |rgb| {
        rgb == [21, 66, 115]
    });
    edge("the left of the ribbon", blue.map(|own| own[0]), 98.5);
    edge("the top of the ribbon", blue.map(|own| own[1]), 0.0);
    edge("the right of the ribbon", blue.map(|own| own[2]), 111.5);
    edge("the foot of the ribbon", blue.map(|own| own[3]), 37.125);
    let word = ink(&picture, PER_MM, [20.0, 86.0, 60.0, 100.0], |rgb| {
        rgb[0] < 128
    });
    edge("the left of the word", word.map(|own| own[0]), 28.0);
    edge("the top of the word", word.map(|own| own[1]), 90.0);
    edge("the right of the word", word.map(|own| own[2]), 48.8);
    edge("the baseline of the word", word.map(|own| own[3]), 97.5);
    verdict(faults)
}

/// Left, top, right and bottom in millimetres of the pixels of a colour within
/// a part of a page.
fn ink(
    picture: &Picture,
    per_mm: f64,
    part: [f64; 4],
    is: impl Fn([u8; 3]) -> bool,
) -> Option<[f64; 4]> {
    let [left, top, right, bottom] = part.map(|mm| (mm * per_mm) as u32);
    let mut found: Option<[u32; 4]> = None;
    for y in top..bottom.min(picture.height) {
        for x in left..right.min(picture.width) {
            let at = ((y * picture.width + x) * 4) as usize;
            let pixel = &picture.pixels[at..at + 3];
            if is([pixel[0], pixel[1], pixel[2]]) {
                let old = found.unwrap_or([x, y, x, y]);
                found = Some([
                    old[0].min(x),
                    old[1].min(y),
                    old[2].max(x + 1),
                    old[3].max(y + 1),
                ]);
            }
        }
    }
    found.map(|edges| edges.map(|edge| f64::from(edge) / per_mm))
}

fn footnotes_and_lists() -> Verdict {
    let lines = letters(&example("ienw")?)?;
    let mut faults = Vec::new();
    for line in &lines {
        if line.text.starts_with('•') && (line.x - 34.2).abs() > TOLERANCE {
            faults.push(format!("a bullet stands at {:.2} mm", line.x));
        }
        if line.text.starts_with("De cumulatie") && (line.x - 40.6).abs() > TOLERANCE {
            faults.push(format!("the text of a bullet stands at {:.2} mm", line.x));
        }
    }
    let notes: Vec<&Letters> = lines
        .iter()
        .filter(|line| line.text.contains("KST "))
        .collect();
    if notes.is_empty() {
        faults.push("there are no footnotes".to_owned());
    }
    for pair in notes.windows(2) {
        let leading = (pair[1].baseline - pair[0].baseline) / 0.352_778;
        if (leading - 9.72).abs() > 0.1 {
            faults.push(format!("footnotes stand {leading:.2} points apart"));
        }
    }
    if notes.iter().any(|line| line.baseline > 276.47) {
        faults.push("a footnote stands in the footer zone".to_owned());
    }
    verdict(faults)
}

/// Every letter must stand in its column, and no two lines on one another.
fn stays_inside(name: &str, text: &str) -> Verdict {
    let path = made(name, text)?;
    let mut faults = Vec::new();
    for line in letters(&path)? {
        // A letter has white before its ink, a large one a millimetre.
        let in_body =
            line.x >= 27.9 - line.size * 0.04 && line.end <= 161.2 && line.baseline <= 277.0;
        let in_column = line.x >= 164.0 && line.end <= 200.6 && line.baseline <= 286.2;
        let in_foot = line.x >= 27.4 && line.end <= 161.2 && (line.baseline - 285.7).abs() < 0.5;
        let in_head = line.baseline < 52.0 && line.end <= 177.5;
        if line.text.trim().is_empty() || in_body || in_column || in_foot || in_head {
            continue;
        }
        faults.push(format!(
            "page {}: {:?} stands at {:.1}-{:.1} x {:.1} mm",
            line.page,
            line.text.chars().take(40).collect::<String>(),
            line.x,
            line.end,
            line.baseline
        ));
        if faults.len() > 10 {
            break;
        }
    }
    faults.extend(overlaps(&path)?);
    let parsed = engine::read(text);
    let document = pdf::open(&std::fs::read(&path).map_err(|error| error.to_string())?)?;
    if odd::is_plain(name) {
        faults.extend(pdf::faults(&document, &parsed.nota));
    }
    verdict(faults)
}

/// Lines of different text that stand on one another.
fn overlaps(path: &Path) -> Result<Vec<String>, String> {
    let mut lines: Vec<Letters> = letters(path)?;
    lines.retain(|line| !line.text.trim().is_empty());
    lines.sort_by(|a, b| {
        (a.page, a.baseline)
            .partial_cmp(&(b.page, b.baseline))
            .expect("numbers")
    });
    let mut faults = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        for other in lines[index + 1..].iter() {
            if other.page != line.page || other.baseline - line.baseline > 1.6 {
                break;
            }
            // Raised signs stand close to their line, beside its letters.
            let across = line.end.min(other.end) - line.x.max(other.x);
            if across > 0.6 && faults.len() < 10 {
                faults.push(format!(
                    "page {}: {:?} and {:?} stand on one another",
                    line.page, line.text, other.text
                ));
            }
        }
    }
    Ok(faults)
}

fn valid() -> Verdict {
    let pdfs: Result<Vec<PathBuf>, String> = odd::notas()
        .iter()
        .map(|(name, text)| made(&format!("{name}-vera"), text))
        .collect();
    pdf::validate(&pdfs?)
}

fn verdict(faults: Vec<String>) -> Verdict {
    if faults.is_empty() {
        Ok(())
    } else {
        Err(faults.join("\n"))
    }
}
