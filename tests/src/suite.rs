//! The suite: Markdown files that read like a specification. A fenced block
//! `nota` is followed by what is expected of it (`verwacht`, `model` or
//! `tekst`); the heading above it is the name of the test.

use std::ops::Range;

/// A fenced block in a suite file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fence {
    /// The words after the backticks, the first of which is the kind.
    pub info: Vec<String>,
    /// What stands in it, with the last line end.
    pub text: String,
    /// The bytes of `text` in the file.
    pub range: Range<usize>,
    /// The headings above it, outermost first.
    pub headings: Vec<String>,
}

impl Fence {
    /// The kind of block: `nota`, `verwacht`, `model`, `tekst`.
    pub fn kind(&self) -> &str {
        self.info.first().map_or("", String::as_str)
    }

    /// Whether the info line has this word after the kind.
    pub fn has(&self, word: &str) -> bool {
        self.info.iter().skip(1).any(|own| own == word)
    }

    /// The value of `name=value` on the info line.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.info
            .iter()
            .find_map(|word| word.strip_prefix(name)?.strip_prefix('='))
    }
}

/// A nota with what is expected of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuiteCase {
    /// The headings, and a number where one heading has several cases.
    pub name: String,
    /// The nota.
    pub nota: Fence,
    /// The blocks after it, up to the next nota.
    pub expected: Vec<Fence>,
}

/// The cases of a suite file, in its order.
pub fn cases(text: &str) -> Vec<SuiteCase> {
    let mut cases: Vec<SuiteCase> = Vec::new();
    for fence in fences(text) {
        match fence.kind() {
            "nota" => {
                let heading = fence.headings.join(" › ");
                let same = cases
                    .iter()
                    .filter(|case| case.nota.headings == fence.headings)
                    .count();
                cases.push(SuiteCase {
                    name: match same {
                        0 => heading,
                        before => format!("{heading} ({})", before + 1),
                    },
                    nota: fence,
                    expected: Vec::new(),
                });
            }
            "verwacht" | "model" | "tekst" => {
                if let Some(case) = cases.last_mut() {
                    case.expected.push(fence);
                }
            }
            _ => {}
        }
    }
    cases
}

/// All fenced blocks of a Markdown text that start at the margin.
pub fn fences(text: &str) -> Vec<Fence> {
    let mut fences = Vec::new();
    let mut headings: Vec<(usize, String)> = Vec::new();
    let mut open: Option<(usize, Fence)> = None;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let ticks = line.bytes().take_while(|byte| *byte == b'`').count();
        let rest = line.get(ticks..).unwrap_or_default().trim();
        match open.take() {
            Some((length, mut fence)) if ticks >= length && rest.is_empty() => {
                fence.range.end = start;
                fence.text = text.get(fence.range.clone()).unwrap_or_default().to_owned();
                fences.push(fence);
            }
            Some(inside) => open = Some(inside),
            None if ticks >= 3 => {
                let fence = Fence {
                    info: rest.split_whitespace().map(str::to_owned).collect(),
                    text: String::new(),
                    range: start + line.len()..start + line.len(),
                    headings: headings.iter().map(|(_, title)| title.clone()).collect(),
                };
                open = Some((ticks, fence));
            }
            None => {
                let level = line.bytes().take_while(|byte| *byte == b'#').count();
                if (1..=6).contains(&level) && line.as_bytes().get(level) == Some(&b' ') {
                    headings.retain(|(own, _)| *own < level);
                    let title = line.get(level..).unwrap_or_default().trim();
                    headings.push((level, title.to_owned()));
                }
            }
        }
        start += line.len();
    }
    fences
}

/// The text with the contents of some blocks replaced. The blocks must come
/// from this text.
pub fn replace(text: &str, replacements: &[(Range<usize>, String)]) -> String {
    let mut sorted: Vec<_> = replacements.iter().collect();
    sorted.sort_by_key(|(range, _)| range.start);
    let mut out = String::new();
    let mut from = 0;
    for (range, new) in sorted {
        out.push_str(text.get(from..range.start).unwrap_or_default());
        out.push_str(new);
        from = range.end;
    }
    out.push_str(text.get(from..).unwrap_or_default());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "# Kop\n\nProza.\n\n## Een\n\n````nota aanvullen\n## Kern\n```\n````\n\n\
                        ```verwacht\nN101 fout\n```\n\n## Twee\n\n```nota\n```\n";

    #[test]
    fn a_case_is_a_nota_with_the_blocks_after_it() {
        let cases = cases(FILE);
        let names: Vec<&str> = cases.iter().map(|case| case.name.as_str()).collect();
        assert_eq!(names, ["Kop › Een", "Kop › Twee"]);
        assert_eq!(cases[0].nota.text, "## Kern\n```\n");
        assert!(cases[0].nota.has("aanvullen"));
        assert_eq!(cases[0].expected[0].text, "N101 fout\n");
        assert!(cases[1].expected.is_empty());
    }

    #[test]
    fn accepting_replaces_the_block_and_nothing_else() {
        let range = cases(FILE)[0].expected[0].range.clone();
        let new = replace(FILE, &[(range, "nieuw\n".to_owned())]);
        assert_eq!(new, FILE.replace("N101 fout\n", "nieuw\n"));
    }
}
