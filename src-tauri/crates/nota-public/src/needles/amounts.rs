//! Amounts and large numbers, whatever their notation: "€ 2.000.000",
//! "2 mln" and "2,0 miljoen euro" are one value.

use std::ops::Range;

/// An amount in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Amount {
    /// The bytes of the text, with the sign and the words that belong to it.
    pub range: Range<usize>,
    /// In hundredths, so that cents count.
    pub value: u128,
    /// Whether it is written as an amount: with a sign or word for money, with
    /// "miljoen", or in groups of thousands. Else it is a row of digits.
    pub is_written_as_amount: bool,
}

/// Less is a number of a page, a section, a day.
const LEAST: u128 = 1_000;

/// What stands after a number and multiplies it.
const MULTIPLIERS: &[(&str, u128)] = &[
    ("duizend", 1_000),
    ("miljoen", 1_000_000),
    ("mln", 1_000_000),
    ("mio", 1_000_000),
    ("miljard", 1_000_000_000),
    ("mld", 1_000_000_000),
];

/// What says that a number is money.
const MONEY: &[&str] = &["euro", "eur"];

/// The amounts in a text, in order.
pub(crate) fn amounts(text: &str) -> Vec<Amount> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(next) = text
        .get(at..)
        .and_then(|rest| rest.find(|c: char| c.is_ascii_digit()))
    {
        let start = at + next;
        let rest = text.get(start..).unwrap_or_default();
        let digits = number(rest);
        let end = start + digits.len();
        at = end;
        let before = text.get(..start).unwrap_or_default();
        let joined = before.chars().next_back();
        if joined.is_some_and(|c| c.is_alphanumeric() && !ends_with_money(before)) {
            continue;
        }
        if let Some(amount) = read(text, start..end) {
            at = at.max(amount.range.end);
            out.push(amount);
        }
    }
    out
}

/// The digits at the start of a text, with the dots, commas and single blanks
/// between groups of them.
fn number(text: &str) -> &str {
    let bytes = text.as_bytes();
    let digits = |at: usize| {
        let rest = bytes.get(at..).unwrap_or_default();
        rest.iter().take_while(|byte| byte.is_ascii_digit()).count()
    };
    let mut end = digits(0);
    let first = end;
    loop {
        let rest = text.get(end..).unwrap_or_default();
        let Some(sign) = rest.chars().next() else {
            break;
        };
        let width = sign.len_utf8();
        let group = digits(end + width);
        let thousands = group == 3 && first <= 3;
        match sign {
            '.' | ',' if group > 0 => end += width + group,
            ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' if thousands => end += width + group,
            _ => break,
        }
    }
    text.get(..end).unwrap_or_default()
}

fn read(text: &str, digits: Range<usize>) -> Option<Amount> {
    let written = text.get(digits.clone())?;
    let (mantissa, decimals, grouped) = value(written)?;
    let mut range = digits;
    let before = text.get(..range.start)?.trim_end_matches(is_blank);
    let mut money = false;
    if let Some(start) = start_of_money(before) {
        range.start = start;
        money = true;
    }
    let mut times = 1;
    let (word, end) = word_after(text, range.end);
    if let Some((_, by)) = MULTIPLIERS.iter().find(|(own, _)| *own == word) {
        times = *by;
        range.end = end;
    }
    let (word, end) = word_after(text, range.end);
    if MONEY.contains(&word.as_str()) {
        range.end = end;
        money = true;
    }
    let hundredths = mantissa.checked_mul(times)?.checked_mul(100)?;
    let value = hundredths.checked_div(10u128.checked_pow(decimals)?)?;
    (value >= LEAST * 100).then_some(Amount {
        range,
        value,
        is_written_as_amount: money || times > 1 || grouped,
    })
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '-' || c == '\u{a0}'
}

fn ends_with_money(before: &str) -> bool {
    start_of_money(before).is_some()
}

/// Where the sign or word for money at the end of a text starts.
fn start_of_money(before: &str) -> Option<usize> {
    if let Some(rest) = before.strip_suffix('€') {
        return Some(rest.len());
    }
    MONEY.iter().find_map(|word| {
        let start = before.len().checked_sub(word.len())?;
        let end = before.get(start..)?;
        let rest = before.get(..start)?;
        let by_itself = !rest.chars().next_back().is_some_and(char::is_alphanumeric);
        (by_itself && end.eq_ignore_ascii_case(word)).then_some(start)
    })
}

/// The word that follows a byte, in lower case, and where it ends.
fn word_after(text: &str, at: usize) -> (String, usize) {
    let rest = text.get(at..).unwrap_or_default();
    let trimmed = rest.trim_start_matches([' ', '\u{a0}', '\u{2009}', '\u{202f}']);
    let letters = trimmed
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(trimmed.len());
    let word: String = trimmed.chars().take(12).collect::<String>().to_lowercase();
    let word: String = word.chars().take_while(|c| c.is_alphabetic()).collect();
    (word, at + (rest.len() - trimmed.len()) + letters)
}

/// A written number as an integer and its decimals, and whether it has groups
/// of thousands. As Dutch has it a dot divides thousands and a comma
/// decimals; a single dot with other than three digits after it is a comma.
fn value(written: &str) -> Option<(u128, u32, bool)> {
    let written: String = written
        .chars()
        .map(|c| if is_blank(c) { '.' } else { c })
        .collect();
    let (whole, decimals) = match written.rsplit_once(',') {
        Some((whole, decimals)) => (whole, decimals),
        None => match written.split_once('.') {
            Some((whole, rest)) if rest.len() != 3 && !rest.contains('.') => (whole, rest),
            _ => (written.as_str(), ""),
        },
    };
    let grouped = whole.contains(['.', ',']);
    let mut groups = whole.split(['.', ',']);
    groups.next()?;
    if groups.any(|group| group.len() != 3) {
        return None;
    }
    let decimals = decimals.trim_end_matches('0');
    let digits: String = whole
        .chars()
        .chain(decimals.chars())
        .filter(char::is_ascii_digit)
        .collect();
    Some((
        digits.parse().ok()?,
        u32::try_from(decimals.len()).ok()?,
        grouped,
    ))
}

/// The ways in which a value is written, as the letters and digits that are
/// left of it when texts are compared.
pub(super) fn notations(value: u128) -> Vec<Vec<u8>> {
    let mut out = Vec::new();
    let whole = value / 100;
    if value.is_multiple_of(100) {
        out.push(whole.to_string());
    }
    out.push(format!("{whole}{:02}", value % 100));
    for (word, by) in MULTIPLIERS {
        let decimals = value % (by * 100);
        // "0,05 miljoen" and less, and more than three decimals, nobody writes.
        if value * 100 < by * 100 || !decimals.is_multiple_of((by / 10).max(1)) {
            continue;
        }
        let fraction = format!("{:03}", decimals * 10 / by);
        let fraction = fraction.trim_end_matches('0');
        out.push(format!("{}{fraction}{word}", value / (by * 100)));
    }
    out.into_iter().map(String::into_bytes).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_value_has_many_notations() {
        for text in [
            "€ 2.000.000",
            "€2000000",
            "EUR 2.000.000,00",
            "2 miljoen euro",
            "2 mln",
            "2,0 mln. euro",
            "€ 0,002 miljard",
            "2 000 000 euro",
            "€\u{a0}2.000\u{2009}duizend",
        ] {
            let found = amounts(text);
            let values: Vec<u128> = found.iter().map(|own| own.value).collect();
            assert_eq!(values, [200_000_000], "{text}");
            assert!(found.iter().all(|own| own.is_written_as_amount), "{text}");
        }
        let cents: Vec<u128> = amounts("€ 1.234,56 en 12,4 miljoen")
            .iter()
            .map(|own| own.value)
            .collect();
        assert_eq!(cents, [123_456, 1_240_000_000]);
    }

    #[test]
    fn the_sign_and_the_word_belong_to_it() {
        let text = "kost € 12,4 miljoen euro.";
        let found = amounts(text);
        assert_eq!(&text[found[0].range.clone()], "€ 12,4 miljoen euro");
    }

    #[test]
    fn other_numbers_are_no_amounts() {
        for text in [
            "in 2024",
            "artikel 5.1, lid 2",
            "nr. 421",
            "B2000000",
            "€ 12",
        ] {
            let found = amounts(text);
            let is_amount = found.iter().any(|own| own.is_written_as_amount);
            assert!(!is_amount, "{text}: {found:?}");
        }
    }

    #[test]
    fn the_notations_of_a_value_are_searched_for() {
        let of = |value| {
            let all = notations(value).into_iter();
            all.map(|own| String::from_utf8(own).expect("ASCII"))
                .collect::<Vec<_>>()
        };
        let found = of(1_240_000_000);
        for own in [
            "12400000",
            "1240000000",
            "124miljoen",
            "124mln",
            "12400duizend",
        ] {
            assert!(found.iter().any(|found| found == own), "{own}: {found:?}");
        }
        assert!(of(75_000_000).iter().any(|own| own == "075miljoen"));
        assert_eq!(of(123_456), ["123456"]);
    }
}
