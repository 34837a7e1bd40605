//! Dates as they stand on the page: "15 maart 2024" (day in figures, month in
//! letters, year in figures, as the house style asks).

use chrono::{Datelike, NaiveDate};
use nota_model::dutch::MONTHS;

/// The date in `JJJJ-MM-DD`, the only form that the file format has.
pub fn parse_date(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    let shape = text.len() == 10
        && text.bytes().enumerate().all(|(index, byte)| match index {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    shape.then(|| text.parse().ok()).flatten()
}

/// The date as it is printed.
pub fn in_words(date: NaiveDate) -> String {
    let month = MONTHS.get(date.month0() as usize).unwrap_or(&"");
    format!("{} {month} {}", date.day(), date.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_written_out() {
        let date = parse_date(" 2024-03-05").map(in_words);
        assert_eq!(date.as_deref(), Some("5 maart 2024"));
    }

    #[test]
    fn another_form_or_a_day_that_is_not_there_is_no_date() {
        for wrong in ["5 maart 2024", "2024-3-5", "2023-02-29", "+024-01-01", ""] {
            assert_eq!(parse_date(wrong), None, "{wrong}");
        }
    }
}
