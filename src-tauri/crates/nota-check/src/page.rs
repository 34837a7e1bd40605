//! The page of a rule: one Markdown file that is at once the message that the
//! drafter sees, the page of `nota explain`, a row of `docs/regels.md` and a
//! test.

use nota_model::{Code, Severity};

/// The page of a rule, read from its Markdown file:
///
/// ````markdown
/// # N101 sectie-ontbreekt
/// fout · structuur
///
/// > De sectie {sectie} ontbreekt.
/// > hulp: Voeg de sectie toe.
/// > bestand: Schrijf de kop met ##.
/// > ook: Hier staat een andere plaats die erbij hoort.
///
/// An explanation in some sentences.
///
/// ## In het bestand
/// What matters only to who works on the file itself.
///
/// ## Fout
/// ```nota
/// a whole nota that the rule speaks of
/// ```
/// ## Goed
/// ```nota aanvullen
/// a part of a nota, merged over a small valid one
/// ```
/// ````
///
/// The message, the help and the explanation are for everyone who writes a
/// nota, in the window too: no signs of the file format, no keys of fields, no
/// commands. Those stand at `bestand` and below "In het bestand", which only
/// the command line shows. Both can be left out, and so can `ook`, which is
/// there only when the findings have related places. With
/// `herhaald=200` on the line of a fence, its last line counts 200 times.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RulePage {
    /// The code.
    pub code: Code,
    /// The name of the fault: `sectie-ontbreekt`.
    pub name: &'static str,
    /// How serious it is, unless a template says otherwise.
    pub severity: Severity,
    /// The group in a Dutch word: "structuur".
    pub group: &'static str,
    /// What is the matter, with `{placeholders}`.
    pub message: &'static str,
    /// What to do, with `{placeholders}`.
    pub help: &'static str,
    /// What to do in the file itself, with `{placeholders}`; mostly empty.
    pub help_in_file: &'static str,
    /// What stands at the related places; empty when there are none.
    pub also: &'static str,
    /// Why the rule is there, as Markdown.
    pub explanation: &'static str,
    /// What the explanation has besides for the file itself, as Markdown;
    /// mostly empty.
    pub explanation_in_file: &'static str,
    /// Notas with the fault.
    pub wrong: Vec<Example>,
    /// Notas without it.
    pub right: Vec<Example>,
    /// The whole page, as it stands in the file.
    pub markdown: &'static str,
}

/// A nota on the page of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Example {
    /// The text.
    pub text: &'static str,
    /// Whether it is only the part that differs from a small valid nota.
    pub partial: bool,
    /// How many times its last line is meant; 1 in an ordinary example.
    pub times: usize,
}

impl RulePage {
    /// Reads a page. None when the head of the page is not as described.
    pub fn parse(markdown: &'static str) -> Option<Self> {
        let (head, examples) = split_at_line(markdown, "## Fout");
        let (wrong, right) = split_at_line(examples, "## Goed");
        let (head, in_file) = split_at_line(head, "## In het bestand");
        let (title, rest) = head.strip_prefix("# ")?.split_once('\n')?;
        let (code, name) = title.trim().split_once(' ')?;
        let (kind, rest) = rest.split_once('\n')?;
        let (severity, group) = kind.split_once(" · ")?;
        let quoted = |label: &str| {
            rest.lines()
                .filter_map(|line| line.strip_prefix("> "))
                .find_map(|line| line.strip_prefix(label))
                .map(str::trim)
        };
        let message = rest.lines().find_map(|line| line.strip_prefix("> "))?;
        let last_quoted = rest.rfind("\n> ").map_or(0, |at| at + 1);
        let explanation = rest.get(last_quoted..)?.split_once('\n')?.1;
        Some(Self {
            code: Code::parse(code)?,
            name: name.trim(),
            severity: Severity::parse(severity)?,
            group: group.trim(),
            message: message.trim(),
            help: quoted("hulp:")?,
            help_in_file: quoted("bestand:").unwrap_or_default(),
            also: quoted("ook:").unwrap_or_default(),
            explanation: explanation.trim(),
            explanation_in_file: in_file.split_once('\n').map_or("", |own| own.1).trim(),
            wrong: examples_in(wrong),
            right: examples_in(right),
            markdown,
        })
    }

    /// What to do, for who works on the file itself too.
    pub fn whole_help(&self) -> String {
        let whole = format!("{} {}", self.help, self.help_in_file);
        whole.trim_end().to_owned()
    }

    /// The explanation, for who works on the file itself too.
    pub fn whole_explanation(&self) -> String {
        let whole = format!("{}\n\n{}", self.explanation, self.explanation_in_file);
        whole.trim_end().to_owned()
    }

    /// The names of the placeholders in the message and the help, in order.
    pub fn placeholders(&self) -> Vec<&'static str> {
        [self.message, self.help, self.help_in_file]
            .into_iter()
            .flat_map(|text| text.split('{').skip(1))
            .filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
            .collect()
    }
}

/// A message or help as it reads before there is a nota: `{sectie}` becomes `…`.
pub fn without_placeholders(text: &str) -> String {
    let mut parts = text.split('{');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push('…');
        out.push_str(part.split_once('}').map_or(part, |(_, rest)| rest));
    }
    out
}

/// The text before the first line that is exactly `line`, and from it on.
fn split_at_line<'a>(text: &'a str, line: &str) -> (&'a str, &'a str) {
    let mut at = 0;
    for own in text.split_inclusive('\n') {
        if own.trim_end() == line {
            return text.split_at(at);
        }
        at += own.len();
    }
    (text, "")
}

/// The fenced blocks whose info line starts with `nota`.
fn examples_in(text: &'static str) -> Vec<Example> {
    let mut found = Vec::new();
    let mut open: Option<(&str, &str, usize)> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let bare = line.trim_end();
        match open {
            None if bare.starts_with("```") => {
                let info = bare.trim_start_matches('`');
                let fence = bare.strip_suffix(info).unwrap_or(bare);
                open = Some((fence, info, at));
            }
            Some((fence, info, from)) if bare == fence => {
                let mut words = info.split_whitespace();
                if let (Some("nota"), Some(text)) = (words.next(), text.get(from..start)) {
                    let times = words
                        .clone()
                        .find_map(|word| word.strip_prefix("herhaald="));
                    found.push(Example {
                        text,
                        partial: words.any(|word| word == "aanvullen"),
                        times: times.and_then(|times| times.parse().ok()).unwrap_or(1),
                    });
                }
                open = None;
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_read_into_its_parts() {
        let page = RulePage::parse(
            "# N101 sectie-ontbreekt\nfout · structuur\n\n> De sectie {sectie} ontbreekt.\n\
             > hulp: Voeg haar toe. {hulp}\n> bestand: Als {kop}.\n\nZonder sectie\nis er niets.\n\n\
             ## In het bestand\nEen kop.\n\n## Fout\n\
             ```nota aanvullen herhaald=9\n## Kern\n```\n## Goed\n````nota\na\n```\nb\n````\n",
        )
        .expect("a page");
        assert_eq!(page.code, Code(101));
        assert_eq!(
            (page.name, page.group, page.severity),
            ("sectie-ontbreekt", "structuur", Severity::Fout)
        );
        assert_eq!(page.placeholders(), ["sectie", "hulp", "kop"]);
        assert_eq!(page.help_in_file, "Als {kop}.");
        assert_eq!(page.explanation_in_file, "Een kop.");
        assert_eq!(page.explanation, "Zonder sectie\nis er niets.");
        let example = |text, partial, times| Example {
            text,
            partial,
            times,
        };
        assert_eq!(page.wrong, [example("## Kern\n", true, 9)]);
        assert_eq!(page.right, [example("a\n```\nb\n", false, 1)]);
    }

    #[test]
    fn a_placeholder_is_left_open() {
        let text = without_placeholders("De sectie {sectie} staat op regel {regel}.");
        assert_eq!(text, "De sectie … staat op regel ….");
    }

    #[test]
    fn a_page_without_help_is_no_page() {
        assert_eq!(RulePage::parse("# N101 x\nfout · y\n\n> Zo.\n"), None);
        assert_eq!(RulePage::parse(""), None);
    }
}
