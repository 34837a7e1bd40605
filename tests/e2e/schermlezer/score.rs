//! A journey by keys, and what a screen reader makes of it: step by step what the
//! window tells and what Orca speaks, as a text that stands beside the journeys.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use nota_tests::expectation;
use nota_tests::files;
use nota_tests::runner::Mode;

use super::ears::Ears;
use super::orca::Orca;
use crate::person::{PATIENCE, Person, heard_journey};

/// Nothing more comes when nothing came for so long.
const QUIET: Duration = Duration::from_millis(500);

/// So long a step is given that is not in the golden, before it is quiet.
const UNKNOWN: Duration = Duration::from_secs(4);

/// Compares all that Orca speaks with the golden. Without it must Orca speak what the
/// window says and the words that are typed. Which lines of its own come beside those
/// depends on what WebKitGTK tells first, the focus or the caret in it: when that is
/// the caret, Orca 43 does not read out what has the focus.
const STRICT: &str = "BESLISNOTA_ORCA";

/// What stands before a line that Orca spoke.
const ORCA: &str = "orca: ";

/// A step: what was done, and the lines that came.
#[derive(Debug, Default)]
struct Step {
    done: String,
    lines: Vec<String>,
}

/// Who plays a journey and writes down what is heard.
pub struct Score<'a> {
    /// Who sits before the window.
    pub person: &'a mut Person,
    ears: Ears,
    orca: Option<Orca>,
    golden: Vec<Step>,
    steps: Vec<Step>,
}

/// Plays a journey with real keys, and compares what was heard with the golden of
/// its name; `UPDATE_EXPECT=1` writes that anew.
pub fn heard(
    name: &str,
    prepare: impl FnOnce(&std::path::Path) -> Vec<String>,
    act: impl FnOnce(&mut Score<'_>),
) {
    let path = golden(name);
    heard_journey(&format!("schermlezer-{name}"), prepare, |person| {
        let ears = Ears::open(&person.stage.bus_address());
        person.takes_the_keyboard();
        let orca = Orca::start(&person.stage);
        person.comes_back();
        settle(&ears, orca.as_ref(), |_| Duration::ZERO);
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        let mut score = Score {
            person,
            ears,
            orca,
            golden: steps(&text),
            steps: Vec::new(),
        };
        act(&mut score);
        score.compare(name, &text);
    });
}

fn golden(name: &str) -> PathBuf {
    files::root().join(format!("tests/e2e/schermlezer/{name}.txt"))
}

impl Score<'_> {
    /// Presses keys together and hears what comes of it.
    pub fn presses(&mut self, keys: &str) {
        self.does(keys, |person| person.strikes(keys));
    }

    /// Types and hears what comes of it.
    pub fn types(&mut self, text: &str) {
        self.does(&format!("\"{text}\""), |person| person.keys_in(text));
    }

    /// Does something and hears what comes of it.
    pub fn does(&mut self, done: &str, act: impl FnOnce(&mut Person)) {
        self.ears.forget();
        if let Some(orca) = &mut self.orca {
            orca.forget();
        }
        act(self.person);
        let expected = self.golden.get(self.steps.len());
        let expected = expected.filter(|step| step.done == done);
        let expected = expected.map(|step| self.comparable(&step.lines));
        let lines = self.listen(expected.as_deref());
        self.steps.push(Step {
            done: done.to_owned(),
            lines,
        });
    }

    /// Without what is different each day and on each machine.
    fn timeless(&self, text: &str) -> String {
        let folder = self.person.document("").display().to_string();
        let clock = regex::Regex::new(r"\b\d\d:\d\d\b").expect("a pattern");
        let day = regex::Regex::new(r"\b\d{1,2} [a-z]+ 20\d\d\b").expect("a pattern");
        let text = text.replace(folder.trim_end_matches('/'), "de map");
        let text = clock.replace_all(&text, "uu:mm");
        day.replace_all(&text, "(datum)").into_owned()
    }

    /// The lines that this machine can hear, in an order of their own: what comes
    /// over two ways has none.
    fn comparable(&self, lines: &[String]) -> Vec<String> {
        let mut own = lines.to_vec();
        let is_strict = self.orca.is_some() && std::env::var_os(STRICT).is_some();
        own.retain(|line| is_strict || !line.starts_with(ORCA));
        own.sort();
        own
    }

    /// Waits for what is expected, and then until nothing more comes.
    fn listen(&self, expected: Option<&[String]>) -> Vec<String> {
        let own = |lines: &[String]| -> Vec<String> {
            lines.iter().map(|line| self.timeless(line)).collect()
        };
        let heard = settle(&self.ears, self.orca.as_ref(), |lines| match expected {
            Some(expected) if self.is_whole(&own(lines), expected) => Duration::ZERO,
            Some(_) => PATIENCE,
            None => UNKNOWN,
        });
        own(&heard)
    }

    /// Whether all came that is expected, and Orca has spoken of it.
    fn is_whole(&self, lines: &[String], expected: &[String]) -> bool {
        let step = Step {
            done: String::new(),
            lines: lines.to_vec(),
        };
        self.comparable(lines) == expected && (self.orca.is_none() || unspoken(&step).is_empty())
    }

    /// Compares all steps with the golden, and holds them against what always goes.
    fn compare(self, name: &str, text: &str) {
        let mode = match std::env::var_os("UPDATE_EXPECT") {
            Some(_) => Mode::Accept,
            None => Mode::Compare,
        };
        assert!(
            mode == Mode::Compare || self.orca.is_some(),
            "the goldens are written where Orca is"
        );
        let mut actual = head(text);
        for (at, step) in self.steps.iter().enumerate() {
            let known = self.golden.get(at).filter(|own| own.done == step.done);
            let same =
                known.filter(|own| self.comparable(&own.lines) == self.comparable(&step.lines));
            // In the order of the golden when that is all that differs.
            let lines = same.map_or(&step.lines, |own| &own.lines);
            actual.push_str(&format!("\n{}\n", step.done));
            for line in lines {
                actual.push_str(&format!("    {line}\n"));
            }
        }
        let mut faults = faults(&self.steps);
        if self.orca.is_some() {
            faults.extend(self.steps.iter().flat_map(unspoken));
        }
        let path = golden(name);
        let verdict = expectation::compare(&format!("schermlezer {name}"), &path, &actual, mode);
        if let Err(difference) = verdict {
            panic!("{difference}");
        }
        assert!(faults.is_empty(), "{name}:\n{}", faults.join("\n"));
    }
}

/// Waits until nothing more comes, and at least as long as what came asks for.
fn settle(
    ears: &Ears,
    orca: Option<&Orca>,
    at_least: impl Fn(&[String]) -> Duration,
) -> Vec<String> {
    let start = Instant::now();
    let mut since = start;
    let mut last = (Vec::new(), 0);
    loop {
        let spoken = orca.map(Orca::lines).unwrap_or_default();
        let mut lines = ears.lines();
        lines.extend(spoken.iter().map(|line| format!("{ORCA}{line}")));
        let now = (lines, orca.map_or(0, Orca::noted));
        if now != last {
            last = now;
            since = Instant::now();
        }
        if since.elapsed() > QUIET && start.elapsed() > at_least(&last.0) {
            return last.0;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// What stands above the first step: what the journey is about.
fn head(text: &str) -> String {
    let lines = text.lines().take_while(|line| !line.is_empty());
    lines.map(|line| format!("{line}\n")).collect()
}

/// The steps of a golden.
fn steps(text: &str) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    for line in text.lines().skip_while(|line| !line.is_empty()) {
        match line.strip_prefix("    ") {
            Some(heard) => {
                if let Some(step) = steps.last_mut() {
                    step.lines.push(heard.to_owned());
                }
            }
            None if line.is_empty() => {}
            None => steps.push(Step {
                done: line.to_owned(),
                lines: Vec::new(),
            }),
        }
    }
    steps
}

/// What no journey may have: a step in silence, something said twice in a row, and
/// words that are no Dutch.
fn faults(steps: &[Step]) -> Vec<String> {
    let mut faults = Vec::new();
    for step in steps {
        let Step { done, lines } = step;
        if lines.is_empty() {
            faults.push(format!("silence: {done}"));
        }
        let typed = lines.iter().find_map(|line| line.strip_prefix("getypt: "));
        for pair in lines.windows(2) {
            // What is typed may be echoed as a letter and as a word.
            let spoken = pair[0].trim_start_matches(ORCA);
            if pair[0] == pair[1] && !typed.is_some_and(|typed| typed.contains(spoken)) {
                faults.push(format!("twice: {done}: {}", pair[0]));
            }
        }
        for line in lines {
            for word in english(line) {
                faults.push(format!("English: {done}: {word} ({line})"));
            }
        }
    }
    faults
}

/// What the window tells in a step and Orca does not speak.
fn unspoken(step: &Step) -> Vec<String> {
    let Step { done, lines } = step;
    let spoken: Vec<&str> = lines
        .iter()
        .filter_map(|line| line.strip_prefix(ORCA))
        .collect();
    let mut faults = Vec::new();
    for said in lines
        .iter()
        .filter_map(|line| line.strip_prefix("gezegd: "))
    {
        if !spoken.contains(&said) {
            faults.push(format!("not spoken: {done}: {said}"));
        }
    }
    // A word is spoken when something comes behind it; Orca leaves out the first of a
    // text.
    let typed = lines
        .iter()
        .filter_map(|line| line.strip_prefix("getypt: "));
    let mut words = typed
        .filter(|text| text.ends_with(' '))
        .flat_map(|text| text.split(|own: char| !own.is_alphanumeric()))
        .filter(|word| word.len() > 1)
        .peekable();
    if words.peek().is_some() && !words.any(|word| spoken.contains(&word)) {
        faults.push(format!("not echoed: {done}"));
    }
    faults
}

/// The words that screen readers and web views say where nobody translated them.
fn english(line: &str) -> Vec<&str> {
    const WORDS: &[&str] = &[
        "blank",
        "button",
        "checked",
        "clickable",
        "collapsed",
        "column",
        "combo",
        "dialog",
        "document",
        "entry",
        "expanded",
        "frame",
        "heading",
        "invalid",
        "leaving",
        "list",
        "loading",
        "not",
        "panel",
        "pressed",
        "read",
        "required",
        "row",
        "selected",
        "space",
        "star",
        "text",
        "toggle",
        "unknown",
        "window",
        "misspelled",
        "newline",
        "the",
        "multi",
        "screen",
        "reader",
        "has",
        "unselected",
        "deleted",
        "pasted",
        "clipboard",
    ];
    let words = line.split(|own: char| !own.is_alphanumeric());
    words
        .filter(|word| WORDS.contains(&word.to_lowercase().as_str()))
        .collect()
}
