//! One nota, one process: what a script waits for.

use super::whole::{EXAMPLE, folder, memory_and_seconds, nota, times};
use crate::program::Failure;

/// Measures the commands on the example nota, as a table.
pub fn measure() -> Result<String, Failure> {
    let nota = nota()?.display().to_string();
    let output = folder("export")?.join("nota.pdf").display().to_string();
    let mut out = String::from("| command | mean | longest | peak memory |\n|---|--:|--:|--:|\n");
    let markdown = format!("{output}.md");
    let mut commands = vec![
        ("`nota check`".to_owned(), format!("{nota} check {EXAMPLE}")),
        (
            "`nota export --to md`".to_owned(),
            format!("{nota} export {EXAMPLE} --to md -o {markdown}"),
        ),
    ];
    for format in ["pdf", "docx", "odt", "html"] {
        commands.push((
            format!("`nota export --to {format}`"),
            format!("{nota} export {EXAMPLE} --to {format} --fonts embedded -o {output}.{format}"),
        ));
    }
    // The same text, made by another program from our Markdown.
    for format in ["docx", "odt", "html"] {
        commands.push((
            format!("pandoc, Markdown to {format}"),
            format!("pandoc {markdown} -o {output}.pandoc.{format}"),
        ));
    }
    for (name, command) in commands {
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
