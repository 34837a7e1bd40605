//! The notices of the works of others that are part of the program: who made
//! what, under which licence, with the texts as their makers ship them.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use nota_tests::cargo::{Package, packages, part_of};

/// Fonts and lists that are compiled in: name, licence, the package that ships it, and
/// the file with the text of the licence in that package.
const SHIPPED: &[(&str, &str, &str, &str)] = &[
    (
        "DejaVu Sans",
        "Bitstream-Vera",
        "dejavu",
        "assets/dejavu-fonts-ttf-2.37/LICENSE",
    ),
    (
        "Fira Sans",
        "OFL-1.1",
        "nota-typeset",
        "fonts/OFL-FiraSans.txt",
    ),
    (
        "Namenlijsten van Faker",
        "MIT",
        "nota-check",
        "src/naam/LICENTIE-Faker.txt",
    ),
    (
        "Woordenboek van OpenTaal",
        "BSD-3-Clause OR CC-BY-3.0",
        "nota-taal",
        "data/opentaal/LICENSE.txt",
    ),
];

/// The page `docs/licenties-derden.md`.
///
/// # Errors
///
/// When cargo does not say what the program consists of.
pub fn page() -> Result<String, String> {
    let all = packages()?;
    let theirs: Vec<&Package> = part_of(&all, "nota-cli")
        .into_iter()
        .filter(|package| !package.is_ours)
        .collect();
    let mut out = String::from(
        "# Licenties van derden\n\n\
         Het programma `nota` bevat werk van anderen. Deze bladzijde noemt wie wat maakte en \
         onder welke licentie, met de teksten die de makers erbij leveren. Zij is gemaakt met \
         `cargo xtask docs`.\n\n\
         | onderdeel | versie | licentie | bron |\n|---|---|---|---|\n",
    );
    for package in &theirs {
        let _ = writeln!(
            out,
            "| {} | {} | {} | {} |",
            package.name, package.version, package.license, package.repository
        );
    }
    for (name, license, ..) in SHIPPED {
        let _ = writeln!(out, "| {name} | | {license} | |");
    }
    out.push_str("\n## Teksten\n");
    for (text, holders) in texts(&theirs, &all) {
        out.push_str("\n### ");
        out.push_str(&holders.names.join(", "));
        out.push('\n');
        for line in &holders.copyright {
            let _ = write!(out, "\n- {line}");
        }
        if !holders.copyright.is_empty() {
            out.push('\n');
        }
        let _ = write!(out, "\n````text\n{text}\n````\n");
    }
    Ok(out)
}

/// Whose text it is.
#[derive(Default)]
struct Holders {
    names: Vec<String>,
    copyright: Vec<String>,
}

/// The licence texts without their lines of copyright, each once.
fn texts(theirs: &[&Package], all: &[Package]) -> Vec<(String, Holders)> {
    let mut by_words: BTreeMap<String, (String, Holders)> = BTreeMap::new();
    let mut add = |name: String, file: &Path| {
        let Ok(bytes) = std::fs::read(file) else {
            return;
        };
        let whole = String::from_utf8_lossy(&bytes).replace('\r', "");
        let (copyright, rest): (Vec<&str>, Vec<&str>) =
            whole.lines().partition(|line| is_copyright(line));
        let words: Vec<&str> = rest
            .iter()
            .flat_map(|line| line.split_whitespace())
            .collect();
        let text = rest.join("\n").trim_matches('\n').trim_end().to_owned();
        let (_, holders) = by_words
            .entry(words.join(" ").to_lowercase())
            .or_insert_with(|| (text, Holders::default()));
        if !holders.names.contains(&name) {
            holders.names.push(name);
        }
        for line in copyright.iter().map(|line| line.trim().to_owned()) {
            if !holders.copyright.contains(&line) {
                holders.copyright.push(line);
            }
        }
    };
    for package in theirs {
        for file in notices(package) {
            add(package.name.clone(), &file);
        }
    }
    for (name, _, shipper, file) in SHIPPED {
        for package in all.iter().filter(|package| package.name == *shipper) {
            add((*name).to_owned(), &package.folder.join(file));
        }
    }
    let mut texts: Vec<_> = by_words.into_values().collect();
    texts.sort_by(|a, b| a.1.names.cmp(&b.1.names).then(a.0.cmp(&b.0)));
    texts
}

/// The files with licences and notices that a package ships. Of a package
/// under MIT or Apache-2.0, at the user's choice, we take MIT.
fn notices(package: &Package) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = std::fs::read_dir(&package.folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.is_file() && is_notice(&lower_name(path)))
        .collect();
    found.sort();
    if found.iter().any(|path| lower_name(path).contains("mit")) {
        found.retain(|path| {
            let name = lower_name(path);
            !["apache", "unlicense", "zlib", "boost", "0bsd"]
                .iter()
                .any(|other| name.contains(other))
        });
    }
    found
}

fn is_notice(name: &str) -> bool {
    [
        "license",
        "licence",
        "copying",
        "copyright",
        "notice",
        "unlicense",
    ]
    .iter()
    .any(|start| name.starts_with(start))
}

fn lower_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().to_lowercase()
}

fn is_copyright(line: &str) -> bool {
    let line = line.trim_start().to_lowercase();
    // The licences themselves speak of "copyright notice" and the like.
    [
        "copyright (c)",
        "copyright ©",
        "copyright 2",
        "copyright 1",
        "(c) ",
        "© ",
    ]
    .iter()
    .any(|start| line.starts_with(start))
}
