//! One nota, one process: what a script waits for.

use super::whole::{EXAMPLE, folder, memory_and_seconds, nota, times};
use crate::program::Failure;

/// Measures the commands on the example nota, as a table.
pub fn measure() -> Result<String, Failure> {
    let nota = nota()?.display().to_string();
    let output = folder("export")?.join("nota.pdf").display().to_string();
    let mut out = String::from("| command | mean | longest | peak memory |\n|---|--:|--:|--:|\n");
    for (name, args) in [
        ("check", format!("check {EXAMPLE}")),
        (
            "export --to pdf",
            format!("export {EXAMPLE} --to pdf --fonts embedded -o {output}"),
        ),
        (
            "export --to md",
            format!("export {EXAMPLE} --to md -o {output}.md"),
        ),
    ] {
        let command = format!("{nota} {args}");
        let times = times(&command)?;
        let words: Vec<String> = command.split(' ').map(str::to_owned).collect();
        let (megabytes, _) = memory_and_seconds(&words)?;
        out.push_str(&format!(
            "| `nota {name}` | {:.0} ms | {:.0} ms | {megabytes:.0} MB |\n",
            times.mean, times.longest
        ));
    }
    Ok(out)
}
