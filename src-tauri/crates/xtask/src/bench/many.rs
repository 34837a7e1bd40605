//! A thousand different notas with one command, and a tenth of that to see
//! whether the memory stays flat.

use super::whole::{EXAMPLE, folder, memory_and_seconds, nota};
use crate::program::{Failure, root};

/// Measures 100 and 1,000 notas, as a table.
pub fn measure() -> Result<String, Failure> {
    let nota = nota()?.display().to_string();
    let mut out = String::from("| notas | seconds | peak memory |\n|--:|--:|--:|\n");
    for count in [100, 1000] {
        let input = folder("many-in")?;
        let output = folder("many-out")?;
        let example = std::fs::read_to_string(root().join(EXAMPLE)).unwrap_or_default();
        let mut command: Vec<String> = vec![nota.clone(), "export".to_owned()];
        for number in 0..count {
            let path = input.join(format!("nota-{number:04}.nota.md"));
            std::fs::write(&path, different(&example, number))
                .map_err(|error| Failure::Missing(format!("{}: {error}", path.display())))?;
            command.push(path.display().to_string());
        }
        let rest = ["--to", "pdf", "--fonts", "embedded", "-o"];
        command.extend(rest.map(str::to_owned));
        command.push(output.display().to_string());
        let (megabytes, seconds) = memory_and_seconds(&command)?;
        let made = std::fs::read_dir(&output).map_or(0, Iterator::count);
        if made != count {
            return Err(Failure::Failed(format!("{made} of {count} PDFs were made")));
        }
        out.push_str(&format!("| {count} | {seconds:.1} | {megabytes:.0} MB |\n"));
    }
    Ok(out)
}

/// The example with another subject, reference and text in every paragraph.
fn different(example: &str, number: usize) -> String {
    let mut out = String::new();
    for (index, line) in example.lines().enumerate() {
        out.push_str(line);
        if line.starts_with("onderwerp:") {
            out.push_str(&format!(" {number}"));
        } else if line.ends_with('.') && !line.starts_with(['#', '[', '-', ' ']) {
            out.push_str(&format!(" Dit is zaak {number}.{index}."));
        }
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::different;

    #[test]
    fn every_nota_is_another_one() {
        let text = "onderwerp: Beslisnota\n\n## Kern\n\nEen zin.\n";
        assert_eq!(
            different(text, 7),
            "onderwerp: Beslisnota 7\n\n## Kern\n\nEen zin. Dit is zaak 7.4.\n"
        );
        assert_ne!(different(text, 7), different(text, 8));
    }
}
