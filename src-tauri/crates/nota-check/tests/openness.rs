//! The check and the public version never disagree: a nota is refused for
//! doubt exactly when the check has a `fout` of a rule on doubt. Over the notas
//! of the corpus, the suite, the templates and the red cases, and over random
//! slips.
#![allow(
    clippy::disallowed_methods,
    reason = "an edge: these tests read files of the project"
)]

use std::path::{Path, PathBuf};

use nota_check::{Surroundings, check};
use nota_model::{Code, Diagnostic, Severity};
use nota_public::{PublicNota, bars_publication, is_doubt};
use nota_template::Registry;
use proptest::prelude::*;
use proptest::sample::select;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../..");

/// What the check says, and whether the nota has a public version.
fn judged(text: &str) -> (Vec<Diagnostic>, bool) {
    let parsed = nota_markdown::parse(text, Registry::builtin());
    let around = Surroundings {
        today: nota_check::testing::today(),
        printable: &|_| true,
        pages: None,
        taal: None,
        metagegevens: None,
    };
    let found = check(&parsed.nota, &parsed.template, &parsed.findings, &around);
    let public = PublicNota::new(&parsed.nota, &parsed.template).is_ok();
    (found, public)
}

/// What is wrong when the two disagree.
fn disagreement(text: &str) -> Option<String> {
    let (found, public) = judged(text);
    // N001 and N002 are doubts about the nota as a whole.
    let of_the_nota = [Code(1), Code(2)];
    let says = found.iter().any(|own| {
        own.severity == Severity::Fout && (is_doubt(own.code) || of_the_nota.contains(&own.code))
    });
    let bars = found.iter().any(bars_publication);
    let codes: Vec<String> = found.iter().map(|own| own.code.to_string()).collect();
    (says == public || !public && !bars)
        .then(|| format!("public: {public}, check: {codes:?}\n{text}"))
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn files(folder: &str, end: &str) -> Vec<PathBuf> {
    let folder = Path::new(ROOT).join(folder);
    let mut found = Vec::new();
    let mut folders = vec![folder.clone()];
    while let Some(folder) = folders.pop() {
        let entries = std::fs::read_dir(&folder)
            .unwrap_or_else(|error| panic!("{} has to be there: {error}", folder.display()));
        for entry in entries {
            let path = entry.expect("an entry").path();
            match path.is_dir() {
                true => folders.push(path),
                false if path.to_string_lossy().ends_with(end) => found.push(path),
                false => {}
            }
        }
    }
    assert!(!found.is_empty(), "{} has files", folder.display());
    found
}

/// The notas in the blocks of a page, whole.
fn blocks(page: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut own: Option<(String, bool, usize)> = None;
    for line in page.lines() {
        let ticks = line.len() - line.trim_start_matches('`').len();
        match &mut own {
            Some((text, partial, open)) if ticks >= *open && line.len() == ticks => {
                let whole = match *partial {
                    true => nota_check::testing::complete(text),
                    false => text.clone(),
                };
                found.push(whole);
                own = None;
            }
            Some((text, ..)) => {
                text.push_str(line);
                text.push('\n');
            }
            None if ticks >= 3
                && line
                    .get(ticks..)
                    .is_some_and(|info| info.starts_with("nota")) =>
            {
                own = Some((String::new(), line.contains("aanvullen"), ticks));
            }
            None => {}
        }
    }
    found
}

fn agree(texts: impl IntoIterator<Item = String>) {
    for text in texts {
        assert_eq!(disagreement(&text), None);
    }
}

#[test]
fn check_and_public_version_agree_on_the_notas_of_the_project() {
    agree(
        files("tests/corpus", ".nota.md")
            .iter()
            .map(|path| read(path)),
    );
    agree(
        files("src-tauri/templates", ".nota.md")
            .iter()
            .map(|path| read(path)),
    );
    for folder in ["tests/suite", "src-tauri/crates/nota-check/src/rules"] {
        for path in files(folder, ".md") {
            agree(blocks(&read(&path)));
        }
    }
}

/// No doubt in a published nota or an example of a template: every one of these
/// would be a false alarm.
#[test]
fn published_notas_and_examples_raise_no_doubt() {
    let corpus = files("tests/corpus", ".nota.md");
    let examples = files("src-tauri/templates", ".nota.md");
    for path in corpus.iter().chain(&examples) {
        let (found, public) = judged(&read(path));
        let doubts: Vec<&Diagnostic> = found.iter().filter(|own| is_doubt(own.code)).collect();
        assert!(
            public && doubts.is_empty(),
            "{}: {doubts:?}",
            path.display()
        );
    }
}

/// The words of the internal part, a mark or a field with a slip in them.
fn slips() -> impl Strategy<Value = String> {
    let piece = select(
        &[
            "[",
            "]",
            "{",
            "}",
            "(",
            ")",
            "<",
            ">",
            ".lak",
            "lak",
            "Lak",
            "l\u{430}k",
            "gelakt",
            "grond=",
            "\"5.1.2e\"",
            "5.1.2e",
            "5.1.2b",
            "grond",
            ":",
            "::",
            ":::",
            "\n",
            "\n\n",
            " ",
            "K. Zwartjes",
            "## ",
            "### ",
            "#### ",
            "5.2",
            "5,2",
            "5.1",
            "5. ",
            "Toelichting",
            "Kernpunten",
            "lakken:",
            "- veld: directie\n",
            "  grond: 5.1.2e\n",
            "---\n",
            "sjabloon: jenv/beslisnota\n",
            "onderwerp: x\n",
            "opgesteld-door: K. Z\n",
            "Informatie die niet openbaar gemaakt kan worden",
            "**",
            "*",
            "_",
            "<!--",
            "-->",
            "| a |\n| - |\n| ",
            "[^1]",
            "\n[^1]: ",
            "[K. Zwartjes]{.lak grond=\"5.1.2e\"}",
            "::: {.lak grond=\"5.1.2e\"}\n",
            "`",
            "\\",
            "\u{200b}",
            "\u{feff}",
            "~~",
            "> ",
            "- ",
            "<span class=lak>",
            "e",
            "geheim",
        ][..],
    );
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn check_and_public_version_agree_on_slips(text in slips()) {
        prop_assert_eq!(disagreement(&text), None);
        let within = format!("---\nonderwerp: Beslisnota\ndirectie: D\n---\n\n## 3. Kernpunten\n\n{text}\n");
        prop_assert_eq!(disagreement(&within), None);
    }
}

/// The cases of the page on certainty, most of them from attacks: refused, or
/// free of the names in them.
#[test]
fn the_cases_on_certainty_are_refused_or_free_of_their_names() {
    let page = Path::new(ROOT).join("tests/suite/regels/openbaarheid-zeker.md");
    let notas = blocks(&read(&page));
    assert!(notas.len() > 40, "{} has its cases", page.display());
    for text in notas {
        let (found, _) = judged(&text);
        if found.iter().any(bars_publication) {
            continue;
        }
        let parsed = nota_markdown::parse(&text, Registry::builtin());
        let public = PublicNota::new(&parsed.nota, &parsed.template).expect("has a public version");
        let shown = nota_markdown::print(public.nota()).to_lowercase();
        for name in [
            "zwartjes",
            "duivenvoorde",
            "duinroosbeek",
            "pietersen",
            "geheim",
        ] {
            assert!(!shown.contains(name), "{name} is public in:\n{text}");
        }
    }
}
