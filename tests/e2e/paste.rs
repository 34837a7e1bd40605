//! Text of elsewhere, pasted: it comes in the text as the engine reads it, at
//! once, with one notice and one way back.

use std::path::Path;
use std::time::{Duration, Instant};

use nota_model::{Body, Nota, Section};
use nota_tests::files;

use crate::person::{Person, journey};

/// The cases, which the reader itself is tested with too.
const CASES: &str = "src-tauri/crates/nota-import/tests/plakken/gevallen";

const SAVED: &str = "\
3. Kernpunten

### Aanleiding

De **Kamer** vroeg om *meer* informatie[^1], zie [de site](https://www.tweedekamer.nl/).

- Eerste punt
  - Onderliggend
- **Tweede** punt

1. Genummerd

| **Partij** | Standpunt | |
| --- | --- | --- |
| Politie | voor<br>zeer | |
| | x | y |
";

#[test]
fn what_comes_from_word_is_cleaned_and_keeps_its_words() {
    journey("plakken", &[], |person| {
        person.clicks("Justitie en Veiligheid");
        person.goes_to("3. Kernpunten");
        let html = files::read(&files::root().join(CASES).join("word.html"));
        person.pastes(&html, "");
        person.sees("Geplakt zonder");
        person.look("word");
        person.will_choose(&person.document("geplakt.nota.md"));
        person.presses("Ctrl+S");
        person.sees("Opgeslagen om");
        let text = person.reads_text("geplakt.nota.md");
        let section = text.split("\n## ").find(|part| part.starts_with("3."));
        assert_eq!(section.unwrap_or_default(), SAVED);
        assert!(
            text.contains("[^1]: *Kamerstukken II* 2023/24, nr. 421."),
            "{text}"
        );
        // One step back takes the whole paste away.
        person.clicks("Ongedaan maken");
        person.sees_no("Eerste punt");
    });
}

impl Person {
    /// Pastes a case in the section where the caret is, in the place of what
    /// stands there, and gives the section as it is saved, at the latest after
    /// a while.
    fn pastes_case(&self, case: &Path, expected: &str) -> String {
        let text = files::read(case);
        self.presses("Ctrl+Shift+A");
        self.presses("Delete");
        match case.extension().is_some_and(|own| own == "html") {
            true => self.pastes(&text, ""),
            false => self.pastes("", &text),
        }
        self.presses("Ctrl+S");
        let end = Instant::now() + A_WHILE;
        loop {
            let saved = section(&self.reads_text("geplakt.nota.md"));
            if saved == expected || Instant::now() > end {
                return saved;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

/// How long a save takes at the most.
const A_WHILE: Duration = Duration::from_secs(4);

/// The section of a saved nota in which is pasted, with the notes that it
/// refers to: these stand at the end of the nota.
fn section(saved: &str) -> String {
    let nota = nota_markdown::parse(saved, nota_template::Registry::builtin()).nota;
    let own = |section: &&Section| section.title == "Kernpunten";
    let section = nota.sections.iter().find(own);
    let blocks = section.map(|own| own.body.blocks.clone());
    let bodies = nota.sections.iter().map(|own| &own.body);
    let body = Body {
        blocks: blocks.unwrap_or_default(),
        ..Body::default()
    };
    let text = nota_markdown::print(&Nota {
        preamble: body.clone(),
        ..Nota::default()
    });
    let notes = bodies.flat_map(|own| own.notes.clone());
    let notes = notes.filter(|own| text.contains(&format!("[^{}]", own.label)));
    printed(Body {
        notes: notes.collect(),
        ..body
    })
}

/// A body as text, without the labels of its notes: these follow the nota.
fn printed(body: Body) -> String {
    let text = nota_markdown::print(&Nota {
        preamble: Body {
            source: None,
            ..body
        },
        ..Nota::default()
    });
    let mut parts = text.split("[^");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str("[^");
        out.push_str(part.trim_start_matches(|c: char| c.is_ascii_digit()));
    }
    out
}

/// What the reader makes of a case.
fn read(case: &Path) -> String {
    let text = files::read(case);
    let is_html = case.extension().is_some_and(|own| own == "html");
    let read = nota_editor::read_paste(is_html.then_some(text.as_str()), &text).expect("read");
    let body = Body {
        blocks: read.blocks,
        notes: read.notes,
        source: None,
    };
    // As it comes back from a file.
    let text = nota_markdown::print(&Nota {
        preamble: body,
        ..Nota::default()
    });
    printed(
        nota_markdown::parse(&text, nota_template::Registry::builtin())
            .nota
            .preamble,
    )
}

#[test]
fn what_is_pasted_stands_in_the_text_as_the_engine_reads_it() {
    journey("plakken-alles", &[], |person| {
        person.clicks("Justitie en Veiligheid");
        person.goes_to("3. Kernpunten");
        person.types("x");
        person.will_choose(&person.document("geplakt.nota.md"));
        person.presses("Ctrl+S");
        person.sees("Opgeslagen om");
        let mut cases: Vec<_> = std::fs::read_dir(files::root().join(CASES))
            .expect("the cases")
            .map(|entry| entry.expect("a file").path())
            .filter(|path| path.extension().is_some_and(|own| own != "txt"))
            .collect();
        cases.sort();
        assert!(cases.len() > 40, "the cases are found");
        let wrong: Vec<String> = cases
            .iter()
            .filter_map(|case| {
                let expected = read(case);
                let came = person.pastes_case(case, &expected);
                let name = case.file_name().unwrap_or_default().to_string_lossy();
                (came != expected).then(|| format!("{name}\n{came}-- and not\n{expected}"))
            })
            .collect();
        assert_eq!(wrong.join("\n"), "");
    });
}
