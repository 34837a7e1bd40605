//! Are the notas of the corpus what the ministries published? Every word of
//! `corpus/bron/NN-*.txt` stands in `corpus/NN-*.nota.md`, in the same order,
//! and no other word does. `corpus/bron/verschillen.toml` lists the
//! differences that there may be, each with its reason.

use std::collections::BTreeMap;

use nota_model::dutch::MONTHS;
use nota_template::Registry;
use nota_tests::files::{below, read, root, stem};
use serde::Deserialize;

/// The differences that there may be.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Differences {
    /// Lines, or beginnings of lines, that the template prints.
    opschriften: Vec<String>,
    /// Whole lines that the template prints.
    regels: Vec<String>,
    /// Differences in the letterhead.
    voorblad: Vec<Difference>,
    /// Differences in the text.
    tekst: Vec<Difference>,
}

/// One difference between the source and the nota.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Difference {
    nota: String,
    #[serde(default)]
    van: String,
    #[serde(default)]
    naar: String,
    #[serde(default)]
    plaats: Option<String>,
    reden: String,
}

/// The words of a published nota.
#[derive(Default)]
struct Published {
    letterhead: Vec<String>,
    text: Vec<String>,
}

#[test]
fn the_corpus_says_what_was_published() {
    let folder = root().join("tests/corpus");
    let differences: Differences = toml::from_str(&read(&folder.join("bron/verschillen.toml")))
        .expect("verschillen.toml is readable");
    let sources = below(&folder.join("bron"), ".txt");
    assert_eq!(sources.len(), 19, "the corpus has 19 notas");
    let mut faults = Vec::new();
    for source in &sources {
        let name = stem(source, ".txt");
        let nota = read(&folder.join(format!("{name}.nota.md")));
        compare(&name, &read(source), &nota, &differences, &mut faults);
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// Compares one nota with its source and reports in `faults`.
fn compare(
    name: &str,
    source: &str,
    nota: &str,
    differences: &Differences,
    faults: &mut Vec<String>,
) {
    let (number, _) = name.split_once('-').unwrap_or((name, ""));
    let mut published = published(source, differences);
    for (list, words) in [
        (&differences.voorblad, &mut published.letterhead),
        (&differences.tekst, &mut published.text),
    ] {
        for difference in list.iter().filter(|difference| difference.nota == number) {
            if difference.reden.is_empty() || !difference.apply(words) {
                faults.push(format!("{name}: {:?} is not there", difference.van));
            }
        }
    }
    let text = words(body(nota));
    let same = text
        .iter()
        .zip(&published.text)
        .take_while(|(own, other)| own == other)
        .count();
    if text.len().max(published.text.len()) > same {
        let tail = |words: &[String]| words[same..words.len().min(same + 8)].join(" ");
        faults.push(format!(
            "{name}: word {same} of the text: published {:?}, here {:?}",
            tail(&published.text),
            tail(&text)
        ));
    }
    let (here, there) = (count(&field_words(nota)), count(&published.letterhead));
    for word in here.keys().chain(there.keys()) {
        let (here, there) = (here.get(word), there.get(word));
        if here != there {
            faults.push(format!(
                "{name}: {word:?} in the letterhead: published {there:?}, here {here:?}"
            ));
        }
    }
}

impl Difference {
    /// Carries the difference out on the words of the source; whether it
    /// could be.
    fn apply(&self, source: &mut Vec<String>) -> bool {
        let (van, naar) = (words(&self.van), words(&self.naar));
        if van.is_empty() {
            source.extend(naar);
            return true;
        }
        let Some(at) = source.windows(van.len()).position(|part| *part == *van) else {
            return false;
        };
        match self.plaats.as_deref() {
            None => drop(source.splice(at..at + van.len(), naar)),
            Some("eind") => {
                let moved: Vec<String> = source.drain(at..at + van.len()).collect();
                source.extend(moved);
            }
            Some(_) => return false,
        }
        true
    }
}

/// Splits a source into letterhead and text. The parts are marked by lines as
/// `[colofon]` and `[tekst p2]`; without marks the text starts at the heading
/// "1. Aanleiding". Page numbers and the column of later pages (`[colofon
/// p2]`) repeat what stands elsewhere and are left out.
fn published(source: &str, differences: &Differences) -> Published {
    let marked = source.lines().any(|line| line == "[tekst]");
    let mut out = Published::default();
    let mut part = "kop";
    for line in source.lines().skip(1) {
        if let Some(next) = mark(line) {
            part = next;
            continue;
        }
        let mut start = line.split_whitespace();
        if !marked && matches!(start.next(), Some("1" | "1.")) && start.next() == Some("Aanleiding")
        {
            part = "tekst";
        }
        match part {
            "tekst" => out.text.extend(words(line)),
            "kop" => out
                .letterhead
                .extend(words(differences.without_label(line.trim()))),
            _ => {}
        }
    }
    out
}

/// The part that a marking line opens; none for any other line.
fn mark(line: &str) -> Option<&'static str> {
    let inner = line.strip_prefix('[')?.strip_suffix(']')?;
    let (first, page) = inner.split_once(' ').unwrap_or((inner, ""));
    match first {
        "tekst" => Some("tekst"),
        "paginering" => Some("paginering"),
        "colofon" if !page.is_empty() => Some("vervolg"),
        "aan" | "kop" | "colofon" | "documenttype" | "titel" | "parafen" | "stempel"
        | "handgeschreven" => Some("kop"),
        _ => None,
    }
}

impl Differences {
    /// A line of the letterhead without what the template prints in it.
    fn without_label<'a>(&self, line: &'a str) -> &'a str {
        if self.regels.iter().any(|own| own == line) {
            return "";
        }
        self.opschriften
            .iter()
            .filter_map(|label| line.strip_prefix(label.as_str()))
            .filter(|rest| rest.is_empty() || rest.starts_with([':', ' ']))
            .min_by_key(|rest| rest.len())
            .unwrap_or(line)
    }
}

/// The words of a text: runs of letters and digits.
fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The text after the front matter.
fn body(nota: &str) -> &str {
    nota.splitn(3, "---\n").nth(2).unwrap_or_default()
}

/// The words in the fields that the letterhead shows.
fn field_words(nota: &str) -> Vec<String> {
    let parsed = nota_markdown::parse(nota, Registry::builtin());
    let shown = |key: &str| !matches!(key, "sjabloon" | "versie");
    let fields = parsed.nota.front.fields.iter();
    fields
        .filter(|field| shown(&field.key))
        .flat_map(|field| words(&field.value.texts().join(" ")))
        .collect()
}

/// How often each word occurs. The file writes `2024-03-05` for "5 maart
/// 2024": months count as numbers, numbers without leading zeros.
fn count(words: &[String]) -> BTreeMap<String, usize> {
    let mut out = BTreeMap::new();
    for word in words {
        let lower = word.to_lowercase();
        let month = MONTHS.iter().position(|month| *month == lower);
        let key = match (month, word.parse::<u64>()) {
            (Some(month), _) => (month + 1).to_string(),
            (None, Ok(number)) => number.to_string(),
            (None, Err(_)) => word.clone(),
        };
        *out.entry(key).or_default() += 1;
    }
    out
}
