//! Letters above or below the line: figures get the signs that Unicode has for
//! them, so that 10⁶ does not become 106.

/// Above or below the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Height {
    /// Above.
    Super,
    /// Below.
    Sub,
}

/// What a text becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Raised {
    /// In the signs of its height, where there are such.
    pub(crate) text: String,
    /// Whether letters of it come to stand on the line, where they may mean
    /// something else.
    pub(crate) changed: bool,
}

const PLAIN: &str = "0123456789+-\u{2212}=()";
const HIGH: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾";
const LOW: &str = "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎";

/// Letters that mean the same on the line: 1e, 21ste, Merk TM.
const ON_THE_LINE: [&str; 13] = [
    "e", "de", "ste", "o", "a", "er", "re", "st", "nd", "rd", "th", "tm", "ᵉ",
];

/// A text in the signs of a height.
pub(crate) fn letters(text: &str, height: Height, after_digit: bool) -> Raised {
    let own = text.trim();
    if height == Height::Super && after_digit && own == "n" {
        return Raised {
            text: text.replace('n', "ⁿ"),
            changed: false,
        };
    }
    let signs = match height {
        Height::Super => HIGH,
        Height::Sub => LOW,
    };
    let counts = after_digit || own.chars().any(|c| c.is_ascii_digit());
    let sign = |c: char| {
        let at = PLAIN.chars().position(|own| own == c);
        at.and_then(|at| signs.chars().nth(at)).unwrap_or(c)
    };
    let put = match counts {
        true => text.chars().map(sign).collect(),
        false => text.to_owned(),
    };
    let lower = own.to_lowercase();
    Raised {
        text: put,
        changed: own.chars().any(char::is_alphabetic) && !ON_THE_LINE.contains(&lower.as_str()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_keep_their_height_and_letters_are_told() {
        for (text, height, after, becomes, changed) in [
            ("6", Height::Super, true, "⁶", false),
            ("2", Height::Sub, false, "₂", false),
            ("-1", Height::Super, true, "⁻¹", false),
            ("e", Height::Super, true, "e", false),
            ("n", Height::Super, true, "ⁿ", false),
            ("max", Height::Sub, false, "max", true),
        ] {
            let raised = letters(text, height, after);
            assert_eq!((raised.text.as_str(), raised.changed), (becomes, changed));
        }
    }
}
