//! The public version: making one with its proof, and proving one that is
//! there, each as a whole process.

use std::path::Path;

use super::whole::{EXAMPLE, folder, memory_and_seconds, nota, times};
use crate::program::{Failure, Program, root};

/// Some five of the paragraphs of [`long`] fill a page.
const PARAGRAPHS: usize = 500;

/// Measures a public PDF with its proof, and the proof of a hundred pages, as
/// a table.
pub fn measure() -> Result<String, Failure> {
    let nota = nota()?.display().to_string();
    let folder = folder("openbaar")?;
    let example = std::fs::read_to_string(root().join(EXAMPLE)).unwrap_or_default();
    let short = write(&folder.join("kort.nota.md"), &withheld(&example))?;
    let long = write(&folder.join("lang.nota.md"), &long(&example))?;
    let made = |name: &str| folder.join(name).display().to_string();
    let export = |input: &str, output: &str| {
        format!("{nota} export {input} --to pdf --public --fonts embedded -o {output}")
    };
    let published = made("lang.pdf");
    let words = export(&long, &published);
    let mut words = words.split(' ');
    let program = words.next().unwrap_or_default();
    Program::new(program).args(words).run_quietly()?;
    let mut out = String::from("| command | mean | longest | peak memory |\n|---|--:|--:|--:|\n");
    for (name, command) in [
        (
            "`nota export --public`, the example nota, with its proof",
            export(&short, &made("kort.pdf")),
        ),
        (
            "`nota verify-public`, some hundred pages",
            format!("{nota} verify-public {long} {published}"),
        ),
    ] {
        let times = times(&command)?;
        let words: Vec<String> = command.split(' ').map(str::to_owned).collect();
        let (megabytes, _) = memory_and_seconds(&words)?;
        out.push_str(&format!(
            "| {name} | {:.0} ms | {:.0} ms | {megabytes:.0} MB |\n",
            times.mean, times.longest
        ));
    }
    Ok(out)
}

fn write(path: &Path, text: &str) -> Result<String, Failure> {
    std::fs::write(path, text)
        .map_err(|error| Failure::Missing(format!("{}: {error}", path.display())))?;
    Ok(path.display().to_string())
}

/// A name that is withheld.
fn name(number: usize) -> String {
    format!("[J. Jansen-{number}]{{.lak grond=\"5.1.2e\"}}")
}

/// The example with a withheld name after each sentence at the end of a line.
fn withheld(example: &str) -> String {
    let mut out = String::new();
    for (index, line) in example.lines().enumerate() {
        out.push_str(line);
        if line.ends_with('.') && !line.starts_with(['#', '[', '-', ' ']) {
            out.push_str(&format!(" Afgestemd met {}.", name(index)));
        }
        out.push('\n');
    }
    out
}

/// The same with so many paragraphs, each another one, in its Kernpunten.
fn long(example: &str) -> String {
    let mut added = String::new();
    for number in 0..PARAGRAPHS {
        added.push_str(&format!(
            "Onderdeel {number} is afgestemd met {}. ",
            name(number)
        ));
        for sentence in 0..6 {
            added.push_str(&format!(
                "Punt {number}.{sentence}: de samenwerkende partners hebben ingestemd met de voorgestelde verdeling van de middelen. "
            ));
        }
        added.push_str("\n\n");
    }
    withheld(example).replacen("## 4. ", &format!("{added}## 4. "), 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_withheld_throughout() {
        let example =
            "---\nonderwerp: Beslisnota\n---\n\n## 3. Kern\n\nEen zin.\n\n## 4. Toelichting\n";
        let short = withheld(example);
        assert!(short.contains("Een zin. Afgestemd met [J. Jansen-6]{.lak grond=\"5.1.2e\"}.\n"));
        let long = long(example);
        assert_eq!(long.matches(".lak").count(), PARAGRAPHS + 1);
        assert!(long.ends_with("## 4. Toelichting\n"));
    }
}
