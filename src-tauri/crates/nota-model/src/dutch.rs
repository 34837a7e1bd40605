//! Numbers and dates in sentences that the drafter reads.

/// The months, as they stand in a date.
pub const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

/// A number as it is written in Dutch: `10.000`.
pub fn number(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn thousands_are_set_apart_with_a_dot() {
        assert_eq!(number(16), "16");
        assert_eq!(number(10_000), "10.000");
        assert_eq!(number(1_048_576), "1.048.576");
    }
}
