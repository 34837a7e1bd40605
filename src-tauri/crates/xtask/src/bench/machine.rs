//! On what machine and when the measurements were made.

use crate::program::Program;

/// The machine and the date in one sentence.
pub fn sentence() -> String {
    let file = |path| std::fs::read_to_string(path).unwrap_or_default();
    let cpu = value(&file("/proc/cpuinfo"), "model name", ':');
    let system = value(&file("/etc/os-release"), "PRETTY_NAME", '=');
    let memory = value(&file("/proc/meminfo"), "MemTotal", ':');
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let ask = |program: &str, args: &[&str]| Program::new(program).args(args).output();
    format!(
        "Measured on {} with {cores} cores of {}, {} of memory, {}, {}, release build.",
        ask("date", &["+%Y-%m-%d"]).unwrap_or_default(),
        cpu.unwrap_or_else(|| "an unknown processor".to_owned()),
        memory.map_or_else(|| "an unknown amount".to_owned(), |kb| gigabytes(&kb)),
        system.unwrap_or_else(|| std::env::consts::OS.to_owned()),
        ask("rustc", &["--version"]).unwrap_or_default(),
    )
}

/// The value of the first line with this name.
fn value(text: &str, name: &str, sign: char) -> Option<String> {
    text.lines()
        .filter_map(|line| line.split_once(sign))
        .find(|(own, _)| own.trim() == name)
        .map(|(_, value)| value.trim().trim_matches('"').to_owned())
}

fn gigabytes(text: &str) -> String {
    let kilobytes = text
        .split(' ')
        .next()
        .and_then(|number| number.parse().ok());
    format!("{:.0} GB", kilobytes.unwrap_or(0.0) / 1024.0 / 1024.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_value_of_that_name_counts() {
        let text = "processor : 0\nmodel name\t: A\nmodel name\t: B\n";
        assert_eq!(value(text, "model name", ':').as_deref(), Some("A"));
        assert_eq!(gigabytes("8388608 kB"), "8 GB");
    }
}
