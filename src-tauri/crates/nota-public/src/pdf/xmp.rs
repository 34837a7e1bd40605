//! The metadata of a PDF (XMP): what they say of the document, apart from what
//! programs write in them for one another.

use html5gum::{Token, Tokenizer};

use super::machine;
use crate::fold::WALL;
use crate::secrets::is_small_format_word;

/// The elements whose value is a mark of identity.
const IDENTITIES: &[&str] = &[
    "documentid",
    "instanceid",
    "originaldocumentid",
    "versionid",
];

/// The prefixes of elements that explain other elements.
const SCHEMAS: &[&str] = &["pdfaschema", "pdfaproperty", "pdfatype", "pdfafield"];

/// What those elements say, a line each.
const EXPLANATIONS: &str = include_str!("schemas.txt");

/// Values that every program writes, with the element or attribute.
const VALUES: &[(&str, &str)] = &[
    ("action", "converted"),
    ("lang", "x-default"),
    ("parsetype", "Resource"),
    ("format", "application/pdf"),
    ("renditionclass", "proof"),
    ("renditionclass", "default"),
    ("trapped", "False"),
    ("trapped", "Unknown"),
    ("xmptk", "xmp-writer"),
];

/// What metadata say.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Xmp {
    /// Values and remarks.
    pub prose: String,
    /// Names that are none of the format's own.
    pub names: String,
}

/// Reads metadata.
pub(super) fn read(text: &str) -> Xmp {
    let mut xmp = Xmp::default();
    // The names of the elements that are open, the last one where text stands.
    let mut open: Vec<String> = Vec::new();
    for Ok(token) in Tokenizer::new(text) {
        match token {
            Token::StartTag(tag) => {
                let name = lossy(&tag.name);
                xmp.name(&name);
                for (key, value) in &tag.attributes {
                    let key = lossy(key);
                    xmp.name(&key);
                    xmp.value(&key, &lossy(value));
                }
                if !tag.self_closing {
                    open.push(name);
                }
            }
            Token::EndTag(tag) => {
                let name = lossy(&tag.name);
                if let Some(at) = open.iter().rposition(|own| *own == name) {
                    open.truncate(at);
                }
                xmp.boundary(&name);
            }
            Token::String(own) => {
                let name = open.last().map_or("", String::as_str);
                xmp.value_of(name, &open, &lossy(&own));
            }
            Token::Comment(own) => xmp.remark(&lossy(&own)),
            Token::Doctype(own) => xmp.remark(&lossy(&own.name)),
            Token::Error(_) => {}
        }
    }
    xmp
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A name without its prefix, and the prefix.
fn local(name: &str) -> (&str, &str) {
    name.split_once(':')
        .map_or((name, ""), |(prefix, own)| (own, prefix))
}

fn is_known(name: &str) -> bool {
    let (own, prefix) = local(name);
    let is_word = |word: &str| word.len() <= 2 || is_small_format_word(word);
    name == "xmlns" || !prefix.is_empty() && is_word(own) && is_word(prefix)
}

impl Xmp {
    fn name(&mut self, name: &str) {
        self.boundary(name);
        if !is_known(name) {
            self.names.push(WALL);
            self.names.push_str(name);
        }
    }

    /// Elements that are known hold values by themselves. Other tags may stand
    /// in the middle of a name.
    fn boundary(&mut self, name: &str) {
        if is_known(name) {
            self.prose.push(WALL);
        }
    }

    fn remark(&mut self, text: &str) {
        let mut words = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|own| !own.is_empty());
        if text.starts_with("?xpacket") && words.all(is_packet) {
            return;
        }
        self.prose.push(WALL);
        self.prose.push_str(text);
        self.prose.push(WALL);
    }

    /// The value of an attribute.
    fn value(&mut self, name: &str, value: &str) {
        self.prose.push(WALL);
        let of_namespace = name == "xmlns" || name.starts_with("xmlns:");
        if !(of_namespace && is_of_words(value)) {
            self.value_of(name, &[], value);
        }
        self.prose.push(WALL);
    }

    fn value_of(&mut self, name: &str, open: &[String], value: &str) {
        let (own, prefix) = local(name);
        let bare = value.trim();
        let is_explained = || EXPLANATIONS.lines().any(|line| line == bare);
        let is_schema = SCHEMAS.contains(&prefix) && (is_of_words(bare) || is_explained());
        let is_identity = IDENTITIES.contains(&own) && {
            let mark = bare.rsplit(':').next().unwrap_or_default();
            let mark = mark.strip_suffix("_source").unwrap_or(mark);
            machine::is_identity(mark.as_bytes())
        };
        // The date of a document may stand in a list of dates.
        let names = open.iter().rev().take(3).map(String::as_str).chain([name]);
        let is_moment = names
            .map(|own| local(own).0)
            .any(|own| own.contains("date") || own == "when")
            && is_moment(bare);
        let is_common = VALUES.contains(&(own, bare));
        if !(is_schema || is_identity || is_moment || is_common) {
            self.prose.push_str(value);
        }
    }
}

fn is_packet(word: &str) -> bool {
    matches!(
        word,
        "xpacket"
            | "begin"
            | "end"
            | "id"
            | "bytes"
            | "encoding"
            | "w"
            | "r"
            | "UTF"
            | "8"
            | "W5M0MpCehiHzreSzNTczkc9d"
    )
}

/// Whether a text consists of words of the format and of short numbers.
fn is_of_words(text: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric()).all(|word| {
        let number = word.chars().all(|c| c.is_ascii_digit());
        word.len() <= 2 || number && word.len() <= 4 || is_small_format_word(&word.to_lowercase())
    })
}

/// A date with a time, as in `2026-11-20T09:30:00+01:00`.
fn is_moment(text: &str) -> bool {
    let mut shape = String::with_capacity(text.len());
    shape.extend(
        text.chars()
            .map(|c| if c.is_ascii_digit() { '0' } else { c }),
    );
    let Some(time) = shape.strip_prefix("0000-00-00T00:00") else {
        return false;
    };
    let time = time.strip_prefix(":00").unwrap_or(time);
    let zone = time
        .strip_prefix('.')
        .map_or(time, |own| own.trim_start_matches('0'));
    matches!(zone, "" | "Z" | "+00:00" | "-00:00") && text.starts_with(['1', '2'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_metadata_say_is_kept_and_what_programs_write_is_not() {
        let xmp = read(
            "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\
             <x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:Description rdf:about=\"\" geheim:wie=\"J. Jansen\">\
             <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">Intern &amp; <b>Jan</b>sen</rdf:li></rdf:Alt></dc:title>\
             <xmp:CreateDate>2026-11-20T09:30:00+01:00</xmp:CreateDate>\
             <pdfaProperty:category>internal</pdfaProperty:category>\
             <pdfaProperty:description>J. Pietersen</pdfaProperty:description>\
             <xmpMM:DocumentID>uuid:0b8c8f0e-2000-4000-8000-20000000000a</xmpMM:DocumentID>\
             <xmpMM:InstanceID>uuid:Jansen</xmpMM:InstanceID>\
             </rdf:Description></x:xmpmeta><!-- Smit --><?xpacket end=\"w\"?>",
        );
        let said: Vec<&str> = xmp
            .prose
            .split(WALL)
            .filter(|own| !own.trim().is_empty())
            .collect();
        assert_eq!(
            said,
            [
                "J. Jansen",
                "Intern & Jansen",
                "J. Pietersen",
                "uuid:Jansen",
                " Smit "
            ]
        );
        assert_eq!(xmp.names.trim_matches(WALL), "geheim:wie\0b");
    }

    #[test]
    fn a_date_alone_is_no_moment() {
        assert!(is_moment("2026-11-20T09:30:00Z") && is_moment("2026-11-20T09:30:00.123+01:00"));
        assert!(!is_moment("2026-11-20") && !is_moment("2026-11-20T09:30 Jansen"));
    }
}
