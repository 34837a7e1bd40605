//! Damaged files: real files with pieces cut out, doubled, moved and changed.
//! Whatever comes, a reader answers in time, and of what it reads every
//! character arrives. Longer by hand: `NOTA_VERMINK=1800` seconds a kind.

#![allow(
    clippy::disallowed_methods,
    reason = "these tests read files, and measure how long reading takes"
)]

use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use nota_import::{Choices, paste_html, read};
use nota_template::Registry;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// How long one damaged file may take; far above what anything takes.
const PATIENCE: Duration = Duration::from_secs(30);

/// How long a kind is tried in the test command.
fn time() -> Duration {
    let given = std::env::var("NOTA_VERMINK").ok();
    let seconds = given.and_then(|own| own.parse().ok()).unwrap_or(8);
    Duration::from_secs(seconds)
}

/// Numbers that are the same in every run (xorshift, of George Marsaglia).
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap_or(0) % most.max(1)
    }
}

fn files(ending: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/word-files");
    let read = std::fs::read_dir(&root)
        .unwrap_or_else(|error| panic!("{} is needed for this test: {error}", root.display()));
    let paths = read.map(|entry| entry.expect("a file").path());
    let mut found: Vec<PathBuf> = paths
        .filter(|path| path.extension().is_some_and(|own| own == ending))
        .collect();
    found.sort();
    assert!(!found.is_empty(), "there are files to damage");
    found
}

/// A text with some of it changed: cut, doubled, moved, or with a sign put in.
fn damaged(text: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut out = text.to_vec();
    for _ in 0..=dice.below(4) {
        if out.is_empty() {
            break;
        }
        let from = dice.below(out.len());
        let to = (from + dice.below(200)).min(out.len());
        match dice.below(6) {
            0 => drop(out.drain(from..to)),
            1 => {
                let piece = out[from..to].to_vec();
                let at = dice.below(out.len());
                out.splice(at..at, piece);
            }
            2 => out[from] = b"<>&\"'/ \0"[dice.below(8)],
            3 => out.truncate(from.max(1)),
            // Whole tags change places, so that the rest stays well formed.
            4 => {
                let tags: Vec<usize> = positions(&out, b'<');
                if tags.len() > 4 {
                    let a = dice.below(tags.len() - 2);
                    let piece = out[tags[a]..tags[a + 2]].to_vec();
                    let at = tags[dice.below(tags.len())];
                    out.splice(at..at, piece);
                }
            }
            // A name of an element becomes another everywhere.
            _ => {
                let names: [&[u8]; 8] = [
                    b"w:p>", b"w:tbl>", b"w:ins>", b"w:sdt>", b"w:tc>", b"text:p>", b"w:r>",
                    b"w:tr>",
                ];
                let (a, b) = (names[dice.below(8)], names[dice.below(8)]);
                let text = String::from_utf8_lossy(&out).into_owned();
                let (a, b) = (String::from_utf8_lossy(a), String::from_utf8_lossy(b));
                out = text.replace(&*a, &b).into_bytes();
            }
        }
    }
    out
}

fn positions(bytes: &[u8], wanted: u8) -> Vec<usize> {
    let all = bytes.iter().enumerate();
    all.filter(|(_, own)| **own == wanted)
        .map(|(at, _)| at)
        .collect()
}

/// A package of which one part is damaged.
fn damaged_package(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).expect("a part");
        let mut own = Vec::new();
        file.read_to_end(&mut own).expect("its bytes");
        parts.push((file.name().expect("a name").into_owned(), own));
    }
    let text: Vec<usize> = (0..parts.len())
        .filter(|at| {
            let name = parts[*at].0.as_str();
            [
                "document.xml",
                "content.xml",
                "styles.xml",
                "numbering.xml",
                "footnotes.xml",
                "header1.xml",
                "comments.xml",
            ]
            .iter()
            .any(|end| name.ends_with(end))
        })
        .collect();
    let at = text[dice.below(text.len())];
    parts[at].1 = damaged(&parts[at].1, dice);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, own) in parts {
        if writer.start_file(name, options).is_ok() {
            writer.write_all(&own).expect("written");
        }
    }
    writer.finish().expect("whole").into_inner()
}

/// Keeps what went wrong beside the other output of the build.
fn keep(bytes: &[u8], ending: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("vermink.{ending}"));
    std::fs::write(&path, bytes).expect("kept");
    path
}

/// Reads a damaged file: in time, and with every character of it.
fn try_file(bytes: &[u8], ending: &str) -> bool {
    let begun = Instant::now();
    let outcome = std::panic::catch_unwind(|| {
        let document = read(bytes, Registry::builtin()).ok()?;
        let made = document.assign(&document.proposed(), &Choices::new());
        Some(made.report)
    });
    let took = begun.elapsed();
    let Ok(report) = outcome else {
        panic!("it stumbled over {}", keep(bytes, ending).display());
    };
    if let Some(report) = &report
        && !(report.missing.is_empty() && report.surplus.is_empty())
    {
        let path = keep(bytes, ending);
        panic!(
            "missing {:?}, surplus {:?}: {}",
            report.missing,
            report.surplus,
            path.display()
        );
    }
    assert!(
        took < PATIENCE,
        "{took:?}: {}",
        keep(bytes, ending).display()
    );
    report.is_some()
}

/// Tries damaged forms of these files for a while.
fn try_kind(files: &[PathBuf], damage: fn(&[u8], &mut Dice) -> Vec<u8>, ending: &str) {
    let seeds: Vec<Vec<u8>> = files
        .iter()
        .map(|path| std::fs::read(path).expect("read"))
        .collect();
    let mut dice = Dice(0x5eed_5eed_5eed);
    let (begun, time) = (Instant::now(), time());
    let (mut tried, mut were_read) = (0, 0);
    while begun.elapsed() < time || tried < 20 {
        let seed = &seeds[dice.below(seeds.len())];
        let bytes = damage(seed, &mut dice);
        tried += 1;
        were_read += usize::from(try_file(&bytes, ending));
    }
    println!("{tried} files tried, {were_read} read");
    assert!(were_read > 0, "some of {tried} are still read");
}

#[test]
fn damaged_word_files_are_read_whole_or_refused() {
    try_kind(&files("docx"), damaged_package, "docx");
}

#[test]
fn damaged_odt_files_are_read_whole_or_refused() {
    try_kind(&files("odt"), damaged_package, "odt");
}

#[test]
fn damaged_pages_are_read_whole() {
    let mut all = files("html");
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/plakken/gevallen");
    let read = std::fs::read_dir(own).expect("the cases are there");
    all.extend(
        read.map(|entry| entry.expect("a file").path())
            .filter(|path| path.extension().is_some_and(|own| own == "html")),
    );
    try_kind(&all, damaged, "html");
}

#[test]
fn damaged_pdfs_are_read_or_refused() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/reference-pdf");
    let read = std::fs::read_dir(&root)
        .unwrap_or_else(|error| panic!("{} is needed for this test: {error}", root.display()));
    let mut all: Vec<PathBuf> = read.map(|entry| entry.expect("a file").path()).collect();
    all.sort();
    all.retain(|path| std::fs::metadata(path).is_ok_and(|own| own.len() < 300_000));
    all.retain(|path| path.extension().is_some_and(|own| own == "pdf"));
    try_kind(&all, damaged, "pdf");
}

#[test]
fn odd_pages_take_little_time() {
    let deep = "<div><b><ul><li>".repeat(20_000) + "diep";
    let cells = format!("<table><tr>{}</tr></table>", "<td>x".repeat(50_000));
    let spans = format!(
        "<table>{}</table>",
        "<tr><td colspan=1000 rowspan=1000>x".repeat(2_000)
    );
    let open = "<p>x".repeat(9_000);
    let links = "<a href='#_ftn1'>".repeat(20_000);
    for (name, html) in [
        ("deep", deep),
        ("cells", cells),
        ("spans", spans),
        ("open", open),
        ("links", links),
    ] {
        let begun = Instant::now();
        let _ = paste_html(&html);
        assert!(begun.elapsed() < PATIENCE, "{name}: {:?}", begun.elapsed());
    }
}
