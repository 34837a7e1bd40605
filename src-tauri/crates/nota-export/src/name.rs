//! The names of files that go out: made of the subject, valid on every system,
//! and apart from each other. The window and the command line ask here; the
//! name of the nota's own file, which may name persons, is never in one.

use std::collections::{HashMap, HashSet};

use nota_model::{NIET_OPENBAAR, Nota};
use nota_public::PublicNota;
use nota_template::{FieldRole, Template, Withholding};
use unicode_normalization::UnicodeNormalization;

use crate::Format;

/// The most characters of a subject in a name, and the most bytes: with the
/// rest of a name, and that of a report, it stays below the 255 bytes that file
/// systems allow.
const SUBJECT: (usize, usize) = (80, 140);

/// The same of a kenmerk.
const KENMERK: (usize, usize) = (30, 60);

/// What stands in the name of a nota on which there is a decision.
const DECIDED: &str = "-besloten";

/// The name when there is no subject to make one of.
const NAMELESS: &str = "nota";

/// Names that Windows keeps for devices, whatever comes after a full stop.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// Brackets and quotation marks that come in pairs.
const PAIRS: [(char, char); 6] = [
    ('(', ')'),
    ('[', ']'),
    ('{', '}'),
    ('“', '”'),
    ('„', '”'),
    ('«', '»'),
];

/// A name for a file that every system takes: no separators or reserved
/// characters, nothing invisible, no name of a device, not too long. A long
/// subject ends after a whole word and a whole bracket. "nota" when nothing is
/// left.
pub fn file_name(subject: &str) -> String {
    let name = cut(&plain(subject), SUBJECT);
    let name = trimmed(&name);
    let stem = name.split('.').next().unwrap_or_default().trim();
    match (name.is_empty(), is_device(stem)) {
        (true, _) => NAMELESS.to_owned(),
        (_, true) => format!("{NAMELESS} {name}"),
        _ => name.to_owned(),
    }
}

/// The text on one line with what names of files may hold.
fn plain(text: &str) -> String {
    let invisible = |c: char| {
        matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{feff}')
            || ('\u{200b}'..='\u{200f}').contains(&c)
            || ('\u{202a}'..='\u{202e}').contains(&c)
            || ('\u{2060}'..='\u{206f}').contains(&c)
    };
    let reserved = |c: char| c.is_control() || r#"/\:*?"<>|"#.contains(c);
    let kept = text.nfc().filter(|c| !invisible(*c));
    let kept: String = kept.map(|c| if reserved(c) { ' ' } else { c }).collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// As many whole words as fit, without a bracket that would stay open. A first
/// word that is longer than fits is cut.
fn cut(text: &str, (chars, bytes): (usize, usize)) -> String {
    let mut end = 0;
    for (index, c) in text.char_indices().take(chars) {
        if index + c.len_utf8() > bytes {
            break;
        }
        end = index + c.len_utf8();
    }
    let (kept, rest) = text.split_at(end);
    if rest.is_empty() {
        return text.to_owned();
    }
    let whole = match rest.starts_with(' ') {
        true => kept,
        false => kept.rfind(' ').map_or(kept, |space| &kept[..space]),
    };
    let whole = match open_bracket(whole) {
        // With the bracket nothing would be left.
        Some(0) | None => whole,
        Some(at) => &whole[..at],
    };
    let dangling = |c: char| c.is_whitespace() || ",;:.&-–—/".contains(c);
    whole.trim_end_matches(dangling).to_owned()
}

/// Where the first bracket stands that is not closed.
fn open_bracket(text: &str) -> Option<usize> {
    let mut open: Vec<(usize, char)> = Vec::new();
    for (index, c) in text.char_indices() {
        if let Some((_, close)) = PAIRS.iter().find(|(own, _)| *own == c) {
            open.push((index, *close));
        } else if open.last().is_some_and(|(_, close)| *close == c) {
            open.pop();
        }
    }
    open.first().map(|(index, _)| *index)
}

/// Without what hides a file, reads as an option of a command, or is dropped by
/// Windows.
fn trimmed(name: &str) -> &str {
    name.trim_start_matches(['.', ' ', '-', '~'])
        .trim_end_matches(['.', ' '])
}

fn is_device(stem: &str) -> bool {
    let stem = stem.to_lowercase();
    let numbered = |name: &str| {
        let number = stem.strip_prefix(name);
        number.is_some_and(|rest| rest.chars().count() == 1 && rest != "0" && is_digit(rest))
    };
    DEVICES.contains(&stem.as_str()) || numbered("com") || numbered("lpt")
}

/// A digit, also the raised ones that Windows counts among them.
fn is_digit(text: &str) -> bool {
    text.chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '¹' | '²' | '³'))
}

/// What the name of a public file is made of. All of it may be read by everyone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicName {
    subject: String,
    /// Valid in a name; empty when there is none that may be read.
    kenmerk: String,
    is_decided: bool,
}

/// What the name of a file says of a nota on which there is a decision, before
/// what it says of the version.
pub fn decided(nota: &Nota, template: &Template) -> &'static str {
    match template.decision(nota) {
        Some(_) => DECIDED,
        None => "",
    }
}

impl PublicName {
    /// The name of the public version of a nota.
    pub fn of(nota: &PublicNota) -> Self {
        let text = |role| nota.template().text_for(role, nota.nota());
        let text = |role| text(role).unwrap_or_default();
        let name = Self::from(text(FieldRole::Titel), text(FieldRole::Kenmerk));
        name.with_decision(nota.nota(), nota.template())
    }

    /// The name that the public version of a nota would have, to look for an
    /// older file when there is no public version now. Nothing that is withheld
    /// is in it.
    pub fn expected(nota: &Nota, template: &Template) -> Self {
        let fields = Nota {
            front: nota.front.clone(),
            ..Nota::default()
        };
        if let Ok(public) = PublicNota::new(&fields, template) {
            return Self::of(&public);
        }
        let withholding = Withholding::new(nota, template);
        let title = template.key_for(FieldRole::Titel);
        let title = title.filter(|key| withholding.field(key).is_none());
        let subject = title.and_then(|key| nota.field_text(key));
        Self::from(subject.unwrap_or_default(), "").with_decision(nota, template)
    }

    /// The same name, for what was decided on this nota.
    fn with_decision(self, nota: &Nota, template: &Template) -> Self {
        Self {
            is_decided: template.decision(nota).is_some(),
            ..self
        }
    }

    fn from(subject: &str, kenmerk: &str) -> Self {
        Self {
            subject: file_name(&readable(subject)),
            kenmerk: trimmed(&cut(&plain(&readable(kenmerk)), KENMERK)).to_owned(),
            is_decided: false,
        }
    }

    /// The name of the file in a format, when no other file has it.
    pub fn file(&self, format: Format) -> String {
        self.with("", format)
    }

    fn with(&self, apart: &str, format: Format) -> String {
        let decided = if self.is_decided { DECIDED } else { "" };
        let extension = format.extension();
        format!("{}{apart}{decided}-openbaar.{extension}", self.subject)
    }

    /// What tells it from others with the same subject.
    fn apart(&self) -> String {
        match self.kenmerk.as_str() {
            "" => String::new(),
            kenmerk => format!(" {kenmerk}"),
        }
    }
}

/// Text of a field without what stands in the place of withheld text: that says
/// nothing in a name.
fn readable(text: &str) -> String {
    if text.trim() == NIET_OPENBAAR {
        return String::new();
    }
    let start = format!("[{NIET_OPENBAAR}");
    let mut kept = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(&start) {
        kept.push_str(&rest[..at]);
        rest = rest[at..].split_once(']').map_or("", |(_, after)| after);
    }
    kept + rest
}

/// The names of public files that come in one folder, in the order of the
/// notas. Those with a subject of their own have just that; those that share
/// one have their kenmerk too, and a number where that does not tell them apart.
/// `taken` are names that are not to be used. Names that differ in capitals only
/// are the same file on some systems, so they count as the same.
pub fn names_apart(
    names: &[PublicName],
    format: Format,
    taken: impl IntoIterator<Item = String>,
) -> Vec<String> {
    let mut subjects: HashMap<String, usize> = HashMap::new();
    for name in names {
        *subjects.entry(folded(&name.subject)).or_default() += 1;
    }
    let mut used: HashSet<String> = taken.into_iter().map(|name| folded(&name)).collect();
    let mut next: HashMap<String, usize> = HashMap::new();
    let mut out = Vec::with_capacity(names.len());
    for name in names {
        let shares = subjects[&folded(&name.subject)] > 1;
        let apart = if shares { name.apart() } else { String::new() };
        let mut file = name.with(&apart, format);
        // Where it stopped the last time, so that a thousand alike stay quick.
        let number = next.entry(folded(&file)).or_insert(1);
        while !used.insert(folded(&file)) {
            *number += 1;
            file = name.with(&format!("{apart} ({number})"), format);
        }
        out.push(file);
    }
    out
}

/// What is the same on a system that makes no difference between capitals.
fn folded(name: &str) -> String {
    name.nfc().flat_map(char::to_lowercase).collect()
}

/// What is said of an older file that has the name of one that could not be
/// made: it would be taken for the new one. `changed` is when it was written:
/// "3 maart 2024, 14:03".
pub fn older_file(name: &str, changed: &str) -> String {
    format!(
        "Let op: ‘{name}’ van {changed} staat er nog. Dat is een oudere versie: gebruik die niet als de nieuwe. Verwijder het bestand of geef het een andere naam."
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_says_that_there_is_a_decision_and_nothing_that_is_withheld() {
        let name = |fields: &str| {
            let text = format!("---\nsjabloon: jenv/beslisnota\nonderwerp: Brief\n{fields}---\n");
            let parsed = nota_markdown::parse(&text, nota_template::Registry::builtin());
            let own = PublicName::expected(&parsed.nota, &parsed.template).file(Format::PDF);
            (own, decided(&parsed.nota, &parsed.template))
        };
        let plain = ("Brief-openbaar.pdf".to_owned(), "");
        assert_eq!(name(""), plain);
        assert_eq!(name("beslissing-datum: 2024-03-20\n"), plain);
        let with = ("Brief-besloten-openbaar.pdf".to_owned(), "-besloten");
        assert_eq!(name("beslissing: niet akkoord\n"), with);
        let withheld = "beslissing: akkoord\nlakken:\n  - veld: beslissing\n    grond: \"5.2\"\n";
        assert_eq!(name(withheld), with);
    }

    #[test]
    fn a_name_is_one_that_every_system_takes() {
        let case = "Beslisnota TK: 29 911/421 <concept> «wijkpost»? \"ja\" | nee * CON.";
        for (subject, name) in [
            (
                case,
                "Beslisnota TK 29 911 421 concept «wijkpost» ja nee CON",
            ),
            ("Nota a/b: \"c\"?", "Nota a b c"),
            ("../..", "nota"),
            ("", "nota"),
            ("...", "nota"),
            (".verborgen", "verborgen"),
            ("-rf ~", "rf ~"),
            ("CON", "nota CON"),
            ("nul.txt", "nota nul.txt"),
            ("Com1", "nota Com1"),
            ("lpt².", "nota lpt²"),
            ("Conferentie", "Conferentie"),
            ("com10", "com10"),
            ("a\u{202e}b\u{200b}\u{ad}c", "abc"),
            ("e\u{301}e\u{301}n", "één"),
            ("een\u{a0}\n twee", "een twee"),
        ] {
            assert_eq!(file_name(subject), name, "{subject:?}");
        }
    }

    #[test]
    fn a_long_subject_ends_after_a_whole_word_and_a_whole_bracket() {
        let long = "Beslisnota bij de brief aan de Tweede Kamer over de uitvoering van de motie (Kamerstuk 29 911, nr. 421)";
        assert_eq!(
            file_name(long),
            "Beslisnota bij de brief aan de Tweede Kamer over de uitvoering van de motie"
        );
        let closed = "Wijziging van de Politiewet 2012 (regels over de wijkpost) in verband met het toezicht daarop";
        assert_eq!(
            file_name(closed),
            "Wijziging van de Politiewet 2012 (regels over de wijkpost) in verband met het"
        );
        let comma = format!("{}, en meer woorden erna", "woord ".repeat(13).trim());
        assert_eq!(file_name(&comma), "woord ".repeat(13).trim());
        // No word to end after.
        assert_eq!(file_name(&"é".repeat(300)).chars().count(), 70);
        assert_eq!(file_name(&"𝕏".repeat(300)).len(), 140);
        assert_eq!(file_name(&format!("({}", "a ".repeat(90))).len(), 80);
    }

    #[test]
    fn withheld_text_leaves_no_trace_in_a_name() {
        let name = |subject, kenmerk| PublicName::from(subject, kenmerk).file(Format::PDF);
        assert_eq!(name(NIET_OPENBAAR, "1"), "nota-openbaar.pdf");
        assert_eq!(
            name(
                "Brief aan [niet openbaar: art. 5.1, lid 2, onder e, Woo] over zorg",
                ""
            ),
            "Brief aan over zorg-openbaar.pdf"
        );
    }

    fn apart(names: &[(&str, &str)], taken: &[&str]) -> Vec<String> {
        let names: Vec<_> = names
            .iter()
            .map(|(subject, kenmerk)| PublicName::from(subject, kenmerk))
            .collect();
        let taken = taken.iter().map(|own| (*own).to_owned());
        names_apart(&names, Format::PDF, taken)
    }

    #[test]
    fn notas_with_one_subject_get_their_kenmerk_and_else_a_number() {
        let names = [
            ("Uitstelbericht", "5301122"),
            ("Kamerbrief", "5301123"),
            ("uitstelbericht", "5301124"),
            ("Uitstelbericht", "5301124"),
            ("Uitstelbericht", "niet openbaar"),
            ("Uitstelbericht", ""),
        ];
        assert_eq!(
            apart(&names, &[]),
            [
                "Uitstelbericht 5301122-openbaar.pdf",
                "Kamerbrief-openbaar.pdf",
                "uitstelbericht 5301124-openbaar.pdf",
                "Uitstelbericht 5301124 (2)-openbaar.pdf",
                "Uitstelbericht-openbaar.pdf",
                "Uitstelbericht (2)-openbaar.pdf",
            ]
        );
        assert_eq!(
            apart(&[("Brief", "")], &["BRIEF-openbaar.pdf"]),
            ["Brief (2)-openbaar.pdf"]
        );
        // A subject that looks like what was made of another one.
        assert_eq!(
            apart(&[("A", ""), ("A", ""), ("A (2)", "")], &[]),
            [
                "A-openbaar.pdf",
                "A (2)-openbaar.pdf",
                "A (2) (2)-openbaar.pdf"
            ]
        );
    }

    #[test]
    fn a_thousand_alike_are_named_apart_and_fit() {
        let long = "Uitstelbericht ".repeat(20);
        let names = vec![(long.as_str(), "5301122"); 1200];
        let made = apart(&names, &[]);
        let different: HashSet<_> = made.iter().map(|name| folded(name)).collect();
        assert_eq!(different.len(), 1200);
        assert!(made.iter().all(|name| name.len() < 240), "{}", made[1199]);
        assert!(made[1199].ends_with("5301122 (1200)-openbaar.pdf"));
    }
}
