//! N304: a reference to a parliamentary paper that is not in the form of
//! Aanwijzing 3.43 voor de regelgeving:
//! `Kamerstukken II 2009/10, 27858, nr. 88, p. 3`.

use std::ops::Range;

use nota_model::{Carrier, Code, Finding, TextSite};
use regex::Captures;

use crate::phrase::{Pattern, holds_any, pattern, quote};
use crate::vervangen::replace;
use crate::{Context, Findings, Rule};

/// See `kamerstuk_verwijzing.md`.
pub struct KamerstukVerwijzing;

/// A reference, in the ways that published notas write it: `Kamerstukken II
/// 2022/23, 34 338, nr. 5`, `Kamerstuk 28807, nr. 281`, `KST 22343-330`,
/// `Kamerstukken I 2008/09, 31700 VI, D`.
static REFERENCE: Pattern = Pattern::new(|| {
    pattern(concat!(
        r"(?-u:\b)(?:[Kk]amerstuk(?:ken)?|KST|Kst\.?|kst)[ -]",
        r"(?:(?P<kamer>II|I|TK|EK),? )?",
        r"(?:(?P<jaar>[0-9]{4})[/–-](?P<volgend>[0-9]{4}|[0-9]{2}),? )?",
        r"(?P<dossier>[0-9]{2}[ .\x{a0}]?[0-9]{3})(?:[ -](?P<hoofdstuk>[IVX]+|[A-H]))?",
        r"(?:,? nr\.? ?(?P<nummer>[0-9]+)|-(?P<streep>[0-9]+)|, (?P<letter>[A-Z]{1,2}))?",
        r"(?:, (?:p\.|blz\.|pagina) ?(?P<pagina>[0-9]+(?:[-–][0-9]+)?))?(?-u:\b)",
    ))
});

/// What every reference holds.
const SIGNS: [&str; 4] = ["amerstuk", "KST", "Kst", "kst"];

impl Rule for KamerstukVerwijzing {
    fn code(&self) -> Code {
        Code(304)
    }

    fn page(&self) -> &'static str {
        include_str!("kamerstuk_verwijzing.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        let texts = context.texts.iter();
        for text in texts.filter(|text| text.carrier != Carrier::Title) {
            if !holds_any(&text.text, &SIGNS) {
                continue;
            }
            for found in REFERENCE.captures_iter(&text.text) {
                let right = right_form(&found);
                let whole = found.get(0).map_or(0..0, |whole| whole.range());
                if in_address(&text.text, &whole) {
                    continue;
                }
                if right.as_deref() != Some(&found[0]) {
                    findings.add(|| self.finding(text, &found, right));
                }
            }
        }
    }
}

impl KamerstukVerwijzing {
    fn finding(&self, text: &TextSite, found: &Captures, right: Option<String>) -> Finding {
        let range = found.get(0).map_or(0..0, |whole| whole.range());
        let written = &found[0];
        let finding =
            Finding::new(self.code(), text.part(range.clone())).arg("tekst", quote(written));
        let Some(right) = right else {
            return finding.arg(
                "vorm",
                "bijvoorbeeld Kamerstukken II 2009/10, 27858, nr. 88",
            );
        };
        // Only what differs is replaced, so that the rest keeps its marks.
        let same = |pairs: &mut dyn Iterator<Item = (char, char)>| -> usize {
            let pairs = pairs.take_while(|(a, b)| a == b);
            pairs.map(|(a, _)| a.len_utf8()).sum()
        };
        let start = same(&mut written.chars().zip(right.chars()));
        let most = written.len().min(right.len()) - start;
        let end = same(&mut written.chars().rev().zip(right.chars().rev())).min(most);
        let changed = range.start + start..range.end - end;
        let finding = finding.arg("vorm", right.clone());
        let new = right.get(start..right.len() - end).unwrap_or_default();
        match replace(text, changed, new) {
            Some(change) => finding.fix(format!("Veranderen in {right}"), change),
            None => finding,
        }
    }
}

/// Whether a range is part of an address or of the name of a file: those are
/// as others made them.
fn in_address(text: &str, range: &Range<usize>) -> bool {
    let (before, rest) = text.split_at(range.start);
    let word = before
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or_default();
    let inside = rest.split(char::is_whitespace).next().unwrap_or_default();
    let mut after = text.get(range.end..).unwrap_or_default().chars();
    let extension =
        after.next() == Some('.') && after.next().is_some_and(|c| c.is_ascii_alphabetic());
    word.contains(['/', '@', '=', '#', '\\'])
        || word.contains("www.")
        || inside.contains("://")
        || extension
}

/// The reference in the right form. None when it says too little to know: the
/// chamber or the year is missing.
fn right_form(found: &Captures) -> Option<String> {
    let part = |name: &str| found.name(name).map(|part| part.as_str());
    let mut dossier: String = part("dossier")?
        .chars()
        .filter(char::is_ascii_digit)
        .collect();
    if let Some(chapter) = part("hoofdstuk") {
        dossier = format!("{dossier} {chapter}");
    }
    let number = part("nummer").or_else(|| part("streep"));
    if number.is_none() && part("letter").is_none() && part("kamer").is_none() {
        // A bill as a whole: `Kamerstukken 31945`.
        return Some(format!("Kamerstukken {dossier}"));
    }
    let chamber = match part("kamer")? {
        "I" | "EK" => "I",
        _ => "II",
    };
    let year: u32 = part("jaar")?.parse().ok()?;
    let next: u32 = part("volgend")?.parse().ok()?;
    if next % 100 != (year + 1) % 100 {
        return None;
    }
    let mut right = format!("Kamerstukken {chamber} {year}/{:02}, {dossier}", next % 100);
    match (number, part("letter")) {
        (Some(number), _) => right.push_str(&format!(", nr. {number}")),
        (None, Some(letter)) => right.push_str(&format!(", {letter}")),
        (None, None) => {}
    }
    if let Some(page) = part("pagina") {
        right.push_str(&format!(", p. {}", page.replace('–', "-")));
    }
    Some(right)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn right(text: &str) -> Option<String> {
        REFERENCE
            .captures(text)
            .and_then(|found| right_form(&found))
    }

    #[test]
    fn forms_of_published_notas_become_that_of_the_aanwijzing() {
        for (written, wanted) in [
            (
                "Kamerstukken II 2022/23, 34 338, nr. 5.",
                "Kamerstukken II 2022/23, 34338, nr. 5",
            ),
            (
                "Kamerstuk II 2022-2023, 34338 nr 5",
                "Kamerstukken II 2022/23, 34338, nr. 5",
            ),
            (
                "Kamerstukken TK 1999/2000, 26800, nr. 2, blz. 3–4",
                "Kamerstukken II 1999/00, 26800, nr. 2, p. 3-4",
            ),
            (
                "kamerstukken I, 2008/09, 31700-VI, D, p. 4",
                "Kamerstukken I 2008/09, 31700 VI, D, p. 4",
            ),
            (
                "Kamerstukken II 2023/24, 36410-X-47",
                "Kamerstukken II 2023/24, 36410 X, nr. 47",
            ),
            ("Kamerstuk 31 945", "Kamerstukken 31945"),
        ] {
            assert_eq!(right(written).as_deref(), Some(wanted), "{written}");
            assert_eq!(right(wanted).as_deref(), Some(wanted), "{wanted}");
        }
    }

    #[test]
    fn an_address_is_as_it_is() {
        for text in [
            "https://zoek.officielebekendmakingen.nl/kst-29911-421.html",
            "zie zoek.officielebekendmakingen.nl/kst-29911-421 en",
            "https://www.voorbeeld.nl/?stuk=kst-29911-421#p3",
            "het bestand kst-29911-421.pdf",
        ] {
            let found = REFERENCE.find(text).map(|found| found.range());
            assert!(in_address(text, &found.expect("a reference")), "{text}");
        }
        for text in [
            "(kst-29911-421).",
            "Zie kst-29911-421. Daarna",
            "Kamerstuk 29911, nr. 421.",
        ] {
            let found = REFERENCE.find(text).map(|found| found.range());
            assert!(!in_address(text, &found.expect("a reference")), "{text}");
        }
    }

    #[test]
    fn what_is_not_known_is_not_made_up() {
        for written in [
            "Kamerstuk 28807, nr. 281",
            "KST 22343-330",
            "Kamerstukken 2022/23, 34338, nr. 5",
            "Kamerstukken II 2022/25, 34338, nr. 5",
        ] {
            assert!(REFERENCE.is_match(written), "{written}");
            assert_eq!(right(written), None, "{written}");
        }
        assert!(!REFERENCE.is_match("de Kamerstukken van 2022"));
    }
}
