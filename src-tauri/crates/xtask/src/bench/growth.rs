//! How the time grows with the length of the nota, as a table and a plot.

use super::{in_process, plot, report, rows};
use crate::program::Failure;

/// Measures, as a table with a plot above it.
pub fn measure() -> Result<String, Failure> {
    let lines = in_process("growth", &[])?;
    let points: Vec<(f64, f64)> = lines.iter().filter_map(|line| read(line)).collect();
    report::write_picture(
        "groei.svg",
        &plot::svg(&points, "pages", "ms from text to PDF"),
    )?;
    Ok(format!(
        "From the text of the nota to the bytes of the PDF, each length once and cold.\n\n\
         ![Time against the number of pages](beeld/groei.svg)\n\n\
         | pages | text (kB) | parse and check (ms) | all, with PDF (ms) |\n|--:|--:|--:|--:|\n{}\n",
        rows(&lines)
    ))
}

/// Pages and milliseconds of a row.
fn read(line: &str) -> Option<(f64, f64)> {
    let cells: Vec<&str> = line.strip_prefix("| ")?.split('|').map(str::trim).collect();
    Some((cells.first()?.parse().ok()?, cells.get(3)?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_row_gives_a_point() {
        assert_eq!(
            super::read("| 12 | 80 | 1.25 | 130.5 |"),
            Some((12.0, 130.5))
        );
        assert_eq!(super::read("warming up"), None);
    }
}
