//! Recognises personal data in a text: addresses of e-mail, telephone
//! numbers, citizen service numbers and bank accounts.

use std::ops::Range;

use nota_model::{GROND_PERSOONLIJK, is_ignorable};

use crate::phrase::{Pattern, pattern};

/// A kind of what probably should not become public.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Soort {
    /// An e-mail address of a person.
    Mail,
    /// A Dutch telephone number.
    Telefoon,
    /// A citizen service number.
    Bsn,
    /// A bank account.
    Iban,
    /// An address: a street with a number, or a postal code.
    Adres,
    /// The name of a person, by what stands around it.
    Naam,
    /// The registration plate of a vehicle.
    Kenteken,
    /// The day on which a person was born.
    Geboortedatum,
    /// The number by which an employer or an authority knows a person.
    Personeelsnummer,
    /// Text that is withheld elsewhere in the nota.
    Elders,
    /// A link to an address that says what is withheld elsewhere.
    Link,
    /// A link to an e-mail address of a person.
    Maillink,
}

impl Soort {
    /// In Dutch, with its article.
    pub fn word(self) -> &'static str {
        match self {
            Soort::Mail => "een e-mailadres",
            Soort::Telefoon => "een telefoonnummer",
            Soort::Bsn => "een burgerservicenummer",
            Soort::Iban => "een bankrekeningnummer",
            Soort::Adres => "een adres",
            Soort::Naam => "een naam",
            Soort::Kenteken => "een kenteken",
            Soort::Geboortedatum => "een geboortedatum",
            Soort::Personeelsnummer => "een nummer van een persoon",
            Soort::Elders => "tekst die elders in de nota is gelakt",
            Soort::Link => "een link naar een adres met tekst die elders in de nota is gelakt",
            Soort::Maillink => "een link naar het e-mailadres van een persoon",
        }
    }

    /// The ground of the Woo on which it is usually withheld.
    pub fn grond(self) -> &'static str {
        match self {
            Soort::Bsn => "5.1.1e",
            _ => GROND_PERSOONLIJK,
        }
    }
}

static MAIL: Pattern = Pattern::new(|| {
    pattern(r"(?P<naam>[A-Za-z0-9._%+-]+)@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")
});

/// Words in the addresses of a desk, not of a person.
static DESK: Pattern = Pattern::new(|| {
    pattern(concat!(
        r"(?i)(?:^|[._+-])(?:info|contact|pers|woo|post|postbus|secretariaat|voorlichting|persvoorlichting",
        r"|communicatie|redactie|helpdesk|servicedesk|service|support|noreply|no-reply|beleid|bestuur",
        r"|team|afdeling|directie|loket|klacht|klachten|meldpunt|melding|balie|algemeen|inkoop|facturen",
        r"|administratie|archief|juridisch|juridischezaken|wetgeving|webmaster|privacy|fg|avg|kabinet|griffie|bezwaar",
        r"|vragen|project|projecten|programma|office|mail|receptie|hr|ict|crisis|dg[a-z]{0,4}|djz|wjz|vacatures|consultatie",
        r"|internetconsultatie|[a-z]+(?:punt|loket|desk|balie|team|nummer)|subsidies|toezicht|handhaving|inspectie)[0-9]*(?:$|[._+-])",
    ))
});

/// An initial and a surname: a person, whatever the surname means.
static PERSON: Pattern = Pattern::new(|| pattern(r"^(?:[A-Za-z]\.)+"));

/// White space in a number: plain, and as programs put it to keep it whole.
const SPACES: &str = " \u{a0}\u{2007}\u{2009}\u{202f}";

/// Hyphens, dashes and minus signs, as they come from other programs. The
/// plain one is escaped for a class of a pattern.
const DASHES: &str = "\\-\u{2010}\u{2011}\u{2012}–—\u{2212}";

/// Mobile numbers and those with an area code, as they are written in the
/// Netherlands. Between area code and number there is a sign, so that a
/// kenmerk is not a number.
static PHONE: Pattern = Pattern::new(|| {
    let (space, dash) = (SPACES, DASHES);
    let sign = format!("[{space}{dash}./]");
    let gap = format!("[{space}{dash}.]?");
    pattern(&format!(
        concat!(
            r"(?:\+31|0031){sign}{{0,3}}(?:\(0\))?{sign}{{0,3}}[1-9](?:{gap}[0-9]){{8}}",
            r"|\(?06\)?{sign}{{0,3}}[0-9]{{2}}(?:{gap}[0-9]){{6}}",
            r"|\(?0[1-9][0-9]\)?{sign}{{1,3}}[0-9]{{3}}{gap}[0-9]{{2}}{gap}[0-9]{{2}}",
            r"|\(?0[1-9][0-9]{{2}}\)?{sign}{{1,3}}[0-9]{{2,3}}{gap}[0-9]{{2}}{gap}[0-9]{{1,2}}",
        ),
        sign = sign,
        gap = gap,
    ))
});

/// The number of an extension, after the word for it.
static EXTENSION: Pattern = Pattern::new(|| {
    pattern(
        r"(?i:(?-u:\b)(?:tst|toestel(?:nummer)?|doorkies(?:nummer)?)(?-u:\b))[.:]{0,2}[ \x{a0}\x{2009}\x{202f}]?(?P<naam>[0-9]{4,6})",
    )
});

/// A day or a kenmerk in figures, which a telephone number can look like.
static DAY: Pattern = Pattern::new(|| {
    let dash = DASHES;
    pattern(&format!(
        concat!(
            r"^[0-9]{{2}}[{dash}./][0-9]{{2}}[{dash}./](?:19|20)[0-9]{{2}}(?:[^0-9]|$)",
            r"|^0[1-9][0-9]?[{dash}](?:19|20)[0-9]{{2}}[{dash}][0-9]{{4}}$",
        ),
        dash = dash,
    ))
});

static NINE_DIGITS: Pattern =
    Pattern::new(|| pattern(r"[0-9]{9}|[0-9]{4}[. ][0-9]{2}[. ][0-9]{3}"));

/// Words that say that a number is a citizen service number.
const BSN_WORDS: [&str; 3] = ["bsn", "burgerservicenummer", "sofi"];

static IBAN: Pattern = Pattern::new(|| {
    pattern(r"NL[0-9]{2} ?[A-Z]{4} ?[0-9]{4} ?[0-9]{4} ?[0-9]{2}|[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}")
});

/// Whether a text says that a number in it is a citizen service number.
pub(crate) fn speaks_of_bsn(text: &str) -> bool {
    let lower = text.to_lowercase();
    BSN_WORDS.iter().any(|word| {
        let mut found = lower.match_indices(word);
        found.any(|(at, _)| !lower[..at].ends_with(char::is_alphanumeric))
    })
}

/// The personal data in a text, by kind. Nine digits are a citizen service
/// number only when they pass its test and `bsn` says that the words around
/// speak of one. What nobody sees in a number makes no difference.
pub(crate) fn find(text: &str, bsn: bool) -> Vec<(Range<usize>, Soort)> {
    let Some(seen) = Seen::of(text) else {
        return find_seen(text, bsn);
    };
    let found = find_seen(&seen.text, bsn).into_iter();
    found
        .map(|(range, soort)| (seen.source(&range), soort))
        .collect()
}

/// A text without the characters that nobody sees, and with plain digits in the
/// place of wide ones.
struct Seen {
    text: String,
    /// For each byte of `text` the bytes of the whole text of its character.
    sources: Vec<Range<usize>>,
}

impl Seen {
    /// None for a text in which everything is seen and plain, as in most.
    fn of(text: &str) -> Option<Self> {
        let is_other = |c: char| is_ignorable(c) || plain_digit(c).is_some();
        if text.is_ascii() || !text.contains(is_other) {
            return None;
        }
        let mut own = Self {
            text: String::with_capacity(text.len()),
            sources: Vec::with_capacity(text.len()),
        };
        for (at, c) in text.char_indices().filter(|(_, c)| !is_ignorable(*c)) {
            own.text.push(plain_digit(c).unwrap_or(c));
            let source = at..at + c.len_utf8();
            own.sources.resize(own.text.len(), source);
        }
        Some(own)
    }

    /// The bytes of the whole text, without what nobody sees around them.
    fn source(&self, range: &Range<usize>) -> Range<usize> {
        let at = |byte: usize| self.sources.get(byte).cloned().unwrap_or_default();
        at(range.start).start..at(range.end.saturating_sub(1)).end
    }
}

/// The digit that a wide one is.
fn plain_digit(c: char) -> Option<char> {
    let number = u32::from(c).checked_sub(u32::from('\u{ff10}'))?;
    char::from_digit(number, 10)
}

/// The fewest digits of what is found by its number, an extension.
const FEWEST_DIGITS: usize = 4;

fn find_seen(text: &str, bsn: bool) -> Vec<(Range<usize>, Soort)> {
    let mut found = Vec::new();
    // Patterns are compiled for a text that can hold what they look for.
    let mails = text.contains('@').then(|| MAIL.captures_iter(text));
    for mail in mails.into_iter().flatten() {
        if let (Some(whole), Some(name)) = (mail.get(0), mail.name("naam"))
            && (PERSON.is_match(name.as_str()) || !DESK.is_match(name.as_str()))
        {
            found.push((whole.range(), Soort::Mail));
        }
    }
    let digits = text.bytes().filter(u8::is_ascii_digit);
    if digits.count() < FEWEST_DIGITS {
        return found;
    }
    // A bank account with a slip in it is still no telephone number.
    let accounts: Vec<Range<usize>> = candidates(&IBAN, text).collect();
    for range in &accounts {
        if text.get(range.clone()).is_some_and(is_iban) {
            found.push((range.clone(), Soort::Iban));
        }
    }
    for range in candidates(&PHONE, text) {
        let after = accounts.partition_point(|own| own.end <= range.start);
        let in_account = accounts.get(after).is_some_and(|own| own.start < range.end);
        if !in_account && !text.get(range.clone()).is_some_and(|own| DAY.is_match(own)) {
            found.push((range, Soort::Telefoon));
        }
    }
    for own in EXTENSION.captures_iter(text) {
        let number = own.name("naam").map(|own| own.range());
        found.extend(
            number
                .filter(|own| by_itself(text, own))
                .map(|own| (own, Soort::Telefoon)),
        );
    }
    if bsn {
        let numbers = candidates(&NINE_DIGITS, text);
        let real = numbers.filter(|range| text.get(range.clone()).is_some_and(is_bsn));
        found.extend(real.map(|range| (range, Soort::Bsn)));
    }
    found
}

/// What matches a pattern and stands by itself.
fn candidates<'t>(
    pattern: &'static Pattern,
    text: &'t str,
) -> impl Iterator<Item = Range<usize>> + 't {
    let found = pattern.find_iter(text).map(|found| found.range());
    found.filter(|range| by_itself(text, range))
}

/// Whether no digit, letter or sign of a longer number touches a range.
pub(crate) fn by_itself(text: &str, range: &Range<usize>) -> bool {
    let before = text.get(..range.start).unwrap_or_default();
    let after = text.get(range.end..).unwrap_or_default();
    let mut after = after.chars();
    let next = after.next();
    let goes_on = match next {
        Some('-' | '/' | '.') => after.next().is_some_and(char::is_alphanumeric),
        Some(c) => c.is_alphanumeric(),
        None => false,
    };
    let came_before =
        |c: char| c.is_alphanumeric() || matches!(c, '-' | '/' | '+' | '.' | '_' | '\\');
    !goes_on && !before.chars().next_back().is_some_and(came_before)
}

/// The test of a citizen service number: nine digits, weighed 9 to 2 and -1,
/// sum to a multiple of 11 (Regeling burgerservicenummer, "elfproef").
fn is_bsn(text: &str) -> bool {
    let digits = text.chars().filter_map(|c| c.to_digit(10));
    let digits: Vec<i64> = digits.map(i64::from).collect();
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    let sum: i64 = digits.iter().zip(weights).map(|(d, w)| d * w).sum();
    digits.len() == weights.len() && sum != 0 && sum % 11 == 0
}

/// The test of a bank account: with the first four characters at the end and
/// letters as numbers (A = 10), the whole is 1 modulo 97 (ISO 13616).
fn is_iban(text: &str) -> bool {
    let bare: Vec<char> = text.chars().filter(|c| *c != ' ').collect();
    let Some((start, rest)) = bare.split_at_checked(4) else {
        return false;
    };
    let mut left = 0;
    for c in rest.iter().chain(start) {
        let Some(value) = c.to_digit(36) else {
            return false;
        };
        let shift = if value < 10 { 10 } else { 100 };
        left = (left * shift + value) % 97;
    }
    left == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<(&str, Soort)> {
        let found = find(text, speaks_of_bsn(text)).into_iter();
        found.map(|(range, soort)| (&text[range], soort)).collect()
    }

    #[test]
    #[allow(clippy::too_many_lines, reason = "a list of cases")]
    fn personal_data_is_found_as_it_is_written() {
        for (text, part, soort) in [
            (
                "mail j.jansen@minjenv.nl.",
                "j.jansen@minjenv.nl",
                Soort::Mail,
            ),
            ("bel 06 12 34 56 78", "06 12 34 56 78", Soort::Telefoon),
            ("bel 06-12345678.", "06-12345678", Soort::Telefoon),
            ("T +31 6 12345678", "+31 6 12345678", Soort::Telefoon),
            ("(070) 370 79 11", "(070) 370 79 11", Soort::Telefoon),
            ("bel 0174-123456", "0174-123456", Soort::Telefoon),
            ("06 - 4821 9930", "06 - 4821 9930", Soort::Telefoon),
            ("06/12345678", "06/12345678", Soort::Telefoon),
            (
                "bel 06\u{2011}1234\u{2011}5678",
                "06\u{2011}1234\u{2011}5678",
                Soort::Telefoon,
            ),
            (
                "06\u{2010}12\u{202f}34\u{202f}56\u{202f}78",
                "06\u{2010}12\u{202f}34\u{202f}56\u{202f}78",
                Soort::Telefoon,
            ),
            (
                "070\u{2212}370\u{2009}79\u{2009}11",
                "070\u{2212}370\u{2009}79\u{2009}11",
                Soort::Telefoon,
            ),
            ("06.12.34.56.78", "06.12.34.56.78", Soort::Telefoon),
            (
                "06\u{a0}123\u{a0}456\u{a0}78",
                "06\u{a0}123\u{a0}456\u{a0}78",
                Soort::Telefoon,
            ),
            ("bel 0184 - 41 22 33", "0184 - 41 22 33", Soort::Telefoon),
            ("030/2514408", "030/2514408", Soort::Telefoon),
            ("tel:+31612345678", "+31612345678", Soort::Telefoon),
            (
                "+31 (0)6 12 34 56 78",
                "+31 (0)6 12 34 56 78",
                Soort::Telefoon,
            ),
            ("tst. 88188", "88188", Soort::Telefoon),
            (
                "bel \u{202a}06\u{200b}1234\u{ad}5678\u{202c} of",
                "06\u{200b}1234\u{ad}5678",
                Soort::Telefoon,
            ),
            (
                "bel ０６-１２３４５６７８.",
                "０６-１２３４５６７８",
                Soort::Telefoon,
            ),
            (
                "mail j.jan\u{ad}sen@minjenv.nl",
                "j.jan\u{ad}sen@minjenv.nl",
                Soort::Mail,
            ),
            ("toestel 4471.", "4471", Soort::Telefoon),
            ("b.beleid@minjenv.nl", "b.beleid@minjenv.nl", Soort::Mail),
            ("BSN 111222333", "111222333", Soort::Bsn),
            (
                "NL91 ABNA 0417 1643 00 en",
                "NL91 ABNA 0417 1643 00",
                Soort::Iban,
            ),
            (
                "DE89370400440532013000",
                "DE89370400440532013000",
                Soort::Iban,
            ),
        ] {
            assert_eq!(kinds(text), [(part, soort)], "{text}");
        }
    }

    #[test]
    fn other_numbers_are_left_alone() {
        for text in [
            "kenmerk 2024-0000182791",
            "BS2024021319 en IENW/BSK-2022/248639",
            "DGA-PAV / 21286882",
            "op 06-12-2024 15:00 uur",
            "van 09-12-2024 tot 10-12-2024",
            "Kamerstukken II 2009/10, 27858, nr. 88",
            "motie 36410-X-47 en 2023Z21022",
            "zaak 111222333",
            "BSN 111222334",
            "NL92 ABNA 0417 1643 00",
            "info@minjenv.nl",
            "dgo-beleid@minjenv.nl",
            "secretariaat-dgrr@minjenv.nl",
            "zaak 06-2026-1234",
            "zaak 06\u{2011}2026\u{2011}1234",
            "op 06.12.2024 om 15",
            "@mindef.nl en T +31 6",
            "artikel 5.1, lid 2, 070 en 300 miljoen",
            "€ 0,75 miljoen in 2024 en 2025",
        ] {
            assert_eq!(kinds(text), [], "{text}");
        }
    }
}
