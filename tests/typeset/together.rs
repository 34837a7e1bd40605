//! What stays together on paper, and how far apart things stand: headings with
//! their text, short paragraphs, rows, words that belong together.

use nota_tests::engine;
use nota_tests::pdf::{Letters, letters};
use nota_tests::runner::{Case, Verdict};

use crate::{made, verdict};

/// Points in a millimetre.
const POINTS: f64 = 72.0 / 25.4;

pub fn cases() -> Vec<Case> {
    vec![
        Case::new("together: lines of a footnote", |_| footnote_lines()),
        Case::new(
            "together: a heading and its paragraph with a footnote",
            |_| headings(),
        ),
        Case::new("together: a footnote in a footnote that breaks", |_| {
            nested()
        }),
        Case::new("together: a paragraph of two lines with a footnote", |_| {
            short_paragraphs()
        }),
        Case::new("together: the last rows of a table", |_| last_rows()),
        Case::new("together: a number and its unit", |_| glue()),
        Case::new("together: white around lists, tables and parafen", |_| {
            white()
        }),
        Case::new("together: the ground of a field stands once, apart", |_| {
            ground()
        }),
    ]
}

fn nota(fields: &str, body: &str) -> String {
    format!(
        "---\nsjabloon: ienw/beslisnota\nversie: 1\nonderwerp: Beslisnota proef\naan:\n  - Minister\n\
         datum: 2024-10-14\nkenmerk: IENW/BSK-2024/1\n{fields}---\n\n{body}"
    )
}

fn lines(name: &str, text: &str) -> Result<Vec<Letters>, String> {
    letters(&made(&format!("together-{name}"), text)?)
}

fn find<'l>(lines: &'l [Letters], start: &str) -> Result<&'l Letters, String> {
    let found = lines.iter().find(|line| line.text.starts_with(start));
    found.ok_or_else(|| format!("there is no line {start:?}"))
}

/// How far the second line stands under the first, in points.
fn apart(lines: &[Letters], first: &str, second: &str) -> Result<f64, String> {
    let (first, second) = (find(lines, first)?, find(lines, second)?);
    Ok((second.baseline - first.baseline) * POINTS)
}

fn near(faults: &mut Vec<String>, what: &str, is: f64, should: f64) {
    if (is - should).abs() > 0.6 {
        faults.push(format!("{what}: {is:.2} points, not {should}"));
    }
}

fn footnote_lines() -> Verdict {
    let note = "woorden in de noot die lang genoeg is om op drie regels te komen ".repeat(4);
    let text = nota(
        "",
        &format!("## Aanleiding\n\nEen zin.[^1] En nog een.[^2]\n\n[^1]: {note}\n[^2]: kort\n"),
    );
    let lines = lines("note", &text)?;
    let mut at: Vec<f64> = lines
        .iter()
        .filter(|line| line.x < 160.0 && line.baseline > 240.0)
        .map(|line| {
            // The number before a note is raised.
            let raised = line.text.starts_with(|c: char| c.is_ascii_digit());
            line.baseline * POINTS + if raised { 3.0 } else { 0.0 }
        })
        .collect();
    at.dedup_by(|a, b| (*a - *b).abs() < 1.0);
    let mut faults = Vec::new();
    if at.len() < 4 {
        faults.push(format!("{} lines of notes", at.len()));
    }
    for pair in at.windows(2) {
        if (pair[1] - pair[0] - 9.72).abs() > 0.1 {
            faults.push(format!("{:.2} points apart", pair[1] - pair[0]));
        }
    }
    verdict(faults)
}

/// So many lines, of which the last does not end its paragraph.
fn filler(count: usize) -> String {
    let lines: Vec<String> = (1..=count).map(|index| format!("Regel {index}")).collect();
    lines.join("\\\n")
}

fn headings() -> Verdict {
    let note = "Een voetnoot van drie regels. ".repeat(8);
    let mut faults = Vec::new();
    let mut pages = [0; 2];
    for count in 24..42 {
        for (kind, note) in [
            ("lang", note.as_str()),
            ("kort", "Kamerstukken II, 29385, nr. 136."),
        ] {
            let text = nota(
                "",
                &format!(
                    "## Aanleiding\n\n{}\n\n## Geadviseerd besluit\n\nU wordt geadviseerd in te stemmen.[^1]\n\n[^1]: {note}\n",
                    filler(count)
                ),
            );
            let lines = lines(&format!("kop-{kind}-{count}"), &text)?;
            let (heading, below) = (find(&lines, "Geadviseerd")?, find(&lines, "U wordt")?);
            if heading.page != below.page {
                faults.push(format!(
                    "{kind} {count}: the heading is on page {}",
                    heading.page
                ));
            }
            pages[below.page.min(2) - 1] += 1;
        }
    }
    if pages.contains(&0) {
        faults.push(format!("the end of the page was not tried: {pages:?}"));
    }
    verdict(faults)
}

fn short_paragraphs() -> Verdict {
    let mut faults = Vec::new();
    for count in 24..42 {
        let text = nota(
            "",
            &format!(
                "## Aanleiding\n\n{}\n\nU wordt geadviseerd in te stemmen met de brief en haar aan de Tweede Kamer te sturen, ook namens de Staatssecretaris.[^1]\n\n## Geadviseerd besluit\n\nAkkoord.\n\n[^1]: Een korte voetnoot.\n",
                filler(count)
            ),
        );
        let lines = lines(&format!("wees-{count}"), &text)?;
        let first = find(&lines, "U wordt geadviseerd in")?;
        let last = lines
            .iter()
            .find(|line| line.text.contains("Staatssecretaris."));
        if last.is_none_or(|last| last.page != first.page) {
            faults.push(format!("{count}: the paragraph is on two pages"));
        }
    }
    verdict(faults)
}

fn last_rows() -> Verdict {
    let mut faults = Vec::new();
    for count in 18..34 {
        let rows: String = (1..=6)
            .map(|row| format!("| Rij {row} | tekst |\n"))
            .collect();
        let text = nota(
            "",
            &format!(
                "## Aanleiding\n\n{}\n\n| Kop | Tekst |\n|---|---|\n{rows}\n## Geadviseerd besluit\n\nAkkoord.\n",
                filler(count)
            ),
        );
        let lines = lines(&format!("rijen-{count}"), &text)?;
        let (before, last) = (find(&lines, "Rij 5")?, find(&lines, "Rij 6")?);
        if before.page != last.page {
            faults.push(format!("{count}: the last row stands alone"));
        }
        let distance = (last.baseline - before.baseline) * POINTS;
        near(&mut faults, "rows", distance, 15.0);
    }
    verdict(faults)
}

fn glue() -> Verdict {
    const PHRASES: &[&str] = &[
        "op 3 maart 2024",
        "zie nr. 421 van",
        "dat is 12,5 miljoen euro meer",
        "van 100 km lang",
        "met 12 % meer",
        "artikel 5 van de wet",
        "lid 2 ervan",
        "kost € 1.250.000 per jaar",
        "door J.P. van der Berg",
        "zie p. 12 en verder",
        "een 3-wekentermijn geldt",
        "per e-mail aan",
        "een 2-jarig plan",
    ];
    let mut body = String::from("## Aanleiding\n\n");
    for phrase in PHRASES {
        for letters in 1..70 {
            body.push_str(&format!(
                "{} {phrase} nog wat tekst. ",
                "a".repeat(3 + letters % 9)
            ));
            if letters % 14 == 0 {
                body.push_str("\n\n");
            }
        }
        body.push_str("\n\n");
    }
    let text = nota("", &body);
    let found = lines("glue", &text)?;
    let mut faults = Vec::new();
    for line in found.iter().filter(|line| line.x < 160.0) {
        let end = line.text.trim_end();
        for wrong in [
            " 3", " nr.", " 12,5", " miljoen", " 100", " 12", " artikel", " lid", " €", " J.P.",
            " van der", " p.", " 3-", " e-", " 2-",
        ] {
            if end.ends_with(wrong)
                && !(wrong == " 12" && end.ends_with("p. 12"))
                && !end.ends_with("p.\u{a0}12")
            {
                faults.push(format!(
                    "a line ends with {:?}",
                    end.chars()
                        .rev()
                        .take(30)
                        .collect::<Vec<_>>()
                        .iter()
                        .rev()
                        .collect::<String>()
                ));
            }
        }
    }
    let typeset = engine::typeset(&engine::read(&text));
    let page: String = (0..typeset.page_count())
        .map(|index| typeset.page_text(index))
        .collect();
    if !page.contains("e-mail") || page.contains('\u{2060}') {
        faults.push("words cannot be found by searching".to_owned());
    }
    verdict(faults)
}

fn white() -> Verdict {
    let fields = "parafen:\n  - functie: Afdelingshoofd\n  - functie: Directeur\n  - functie: DG\n";
    let text = nota(
        fields,
        "## Aanleiding\n\n| Kop | Tekst |\n|---|---|\n| a1 | b |\n| a2 | b |\n\nNa de tabel.\n\n- eerste\n  - onder\n- tweede\n\nNa de lijst.\n\n## Geadviseerd besluit\n\nAkkoord.\n",
    );
    let lines = lines("wit", &text)?;
    let mut faults = Vec::new();
    near(
        &mut faults,
        "heading to table",
        apart(&lines, "Aanleiding", "Kop")?,
        19.5,
    );
    near(
        &mut faults,
        "table to text",
        apart(&lines, "a2", "Na de tabel")?,
        25.5,
    );
    near(
        &mut faults,
        "text to list",
        apart(&lines, "Na de tabel", "eerste").or_else(|_| apart(&lines, "Na de tabel", "•"))?,
        18.0,
    );
    near(
        &mut faults,
        "list to text",
        apart(&lines, "tweede", "Na de lijst").or_else(|_| {
            lines
                .iter()
                .rfind(|line| line.text.starts_with('•'))
                .ok_or_else(String::new)
                .and_then(|last| {
                    Ok((find(&lines, "Na de lijst")?.baseline - last.baseline) * POINTS)
                })
        })?,
        18.0,
    );
    near(
        &mut faults,
        "rows of parafen",
        apart(&lines, "Directeur", "DG")?,
        27.0,
    );
    // From the line under the last row, 27 points high, 19 of white.
    near(
        &mut faults,
        "parafen to heading",
        apart(&lines, "DG", "Aanleiding")?,
        27.0 - 1.5 + 19.0,
    );
    let decides = find(&lines, "Datum/eindparaaf")?;
    let row = find(&lines, "DG")?;
    if (decides.baseline - row.baseline).abs() * POINTS > 4.0 {
        faults.push("another one decides".to_owned());
    }
    faults.extend(second_level(&lines)?);
    verdict(faults)
}

/// What is wrong with where the second level of a list stands: right of the text
/// of the first.
fn second_level(lines: &[Letters]) -> Result<Option<String>, String> {
    let dash = lines
        .iter()
        .find(|line| line.text.starts_with('–'))
        .ok_or("no second level")?;
    let parent = lines
        .iter()
        .find(|line| line.text.contains("eerste"))
        .ok_or("no first level")?;
    let text = if parent.text.starts_with('•') {
        40.6
    } else {
        parent.x
    };
    Ok((dash.x <= text).then(|| {
        format!(
            "the second level stands at {:.1} mm, its parent at {text:.1}",
            dash.x
        )
    }))
}

fn ground() -> Verdict {
    let fields = "auteur:\n  - J. Jansen\n  - 06 12345678\n  - j.jansen@voorbeeld.nl\n";
    let text = nota(fields, "## Aanleiding\n\nTekst.\n");
    let page = engine::typeset(&engine::read(&text)).page_text(0);
    let mut faults = Vec::new();
    let count = page.matches("5.1.2e").count();
    if count != 1 {
        faults.push(format!("the ground stands {count} times"));
    }
    if !page.contains("[5.1.2e]") || page.contains("nl[") {
        faults.push(format!("the ground is not apart: {page}"));
    }
    verdict(faults)
}

/// Of a footnote in a footnote that goes on on the next page the text stands
/// on paper, wherever in the long one its reference stands.
fn nested() -> Verdict {
    let mut faults = Vec::new();
    for at in [0, 10, 18, 19] {
        let body: String = (1..=24).map(|line| format!("Regel {line}.\n\n")).collect();
        let note = (0..20).map(|line| {
            let more = if line == at { "[^b]" } else { "" };
            format!("    Deel {line} van de noot.{more}\n\n")
        });
        let note: String = note.collect();
        let text = format!(
            "{body}Met een noot.[^a]\n\n[^a]: Begin van de noot.\n\n{note}[^b]: Diepliggend.\n"
        );
        let lines = lines(&format!("nested-{at}"), &nota("", &text))?;
        let times = lines
            .iter()
            .filter(|line| line.text.contains("Diepliggend"));
        let times = times.count();
        if times != 1 {
            faults.push(format!("{at}: the text stands on {times} lines, not on 1"));
        }
    }
    verdict(faults)
}
