//! The engine in-process: criterion for the single steps, and the wait after
//! a one-word edit.

use super::{in_process, rows};
use crate::program::Failure;

/// Measures, as two tables.
pub fn measure() -> Result<String, Failure> {
    let lines = in_process("engine", &["--output-format", "bencher"])?;
    let mut out =
        String::from("The nota of the seed, by criterion:\n\n| step | time |\n|---|--:|\n");
    for line in &lines {
        if let Some((name, nanos)) = read(line) {
            out.push_str(&format!("| {name} | {} |\n", shown(nanos)));
        }
    }
    out.push_str(
        "\nAfter each of 200 one-word edits: check, typeset, and the pictures of the pages \
         that changed.\n\n| nota | pages | half within | 95 % within | longest |\n|---|--:|--:|--:|--:|\n",
    );
    out.push_str(&rows(&in_process("edits", &[])?));
    out.push('\n');
    Ok(out)
}

/// Name and nanoseconds of a line `test check ... bench: 1,234 ns/iter (+/- 5)`.
fn read(line: &str) -> Option<(&str, f64)> {
    let (name, rest) = line.strip_prefix("test ")?.split_once(" ... bench:")?;
    let (number, _) = rest.trim().split_once(" ns/iter")?;
    let nanos = number.replace(',', "").parse().ok()?;
    Some((name.trim(), nanos))
}

fn shown(nanos: f64) -> String {
    if nanos < 1e6 {
        format!("{:.0} µs", nanos / 1e3)
    } else {
        format!("{:.1} ms", nanos / 1e6)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_criterion_is_read() {
        let line = "test parse and check ... bench:      412,345 ns/iter (+/- 12,000)";
        assert_eq!(read(line), Some(("parse and check", 412_345.0)));
        assert_eq!(read("test x ... ok"), None);
        assert_eq!(
            (shown(412_345.0), shown(2_500_000.0)),
            ("412 µs".into(), "2.5 ms".into())
        );
    }
}
