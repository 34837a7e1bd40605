//! What a reader of each format sees, without white space and what cannot be
//! seen. Each format is read by something that did not write it.

use nota_export::Format;
use nota_markdown::Parsed;
use nota_model::is_ignorable;
use nota_tests::{engine, package, pdf};
use nota_typeset::{Fonts, REPLACEMENT};

/// What a file says.
pub struct Seen {
    /// Its text without white space.
    pub solid: String,
    /// Whether it is printed with our fonts, which do not have every sign.
    is_printed: bool,
}

impl Seen {
    /// Whether a word stands in it.
    pub fn shows(&self, word: &str) -> bool {
        // On paper an accent and its letter are one; a reader of the PDF may
        // see the letter twice.
        let has_loose_accent = word.contains(|c| matches!(c, '\u{300}'..='\u{36f}'));
        self.is_printed && has_loose_accent || self.solid.contains(&self.form(word))
    }

    /// A text in the form in which it stands in the file.
    pub fn form(&self, text: &str) -> String {
        if self.is_printed {
            printed(text)
        } else {
            solid(text)
        }
    }
}

/// What a reader of a nota in a format sees.
///
/// # Errors
///
/// When the nota cannot be exported or the file cannot be read.
pub fn text(format: Format, parsed: &Parsed) -> Result<Seen, String> {
    let bytes = engine::exported(format, parsed)?;
    let (text, is_printed) = match format.extension() {
        "pdf" => (of_pdf(&bytes)?, true),
        "md" => (of_markdown(&bytes)?, false),
        "docx" | "odt" => (package::of_package(&bytes)?, false),
        "html" => (package::of_html(&bytes)?, false),
        "eml" => (of_mail(&bytes)?, true),
        other => return Err(format!("nothing here reads {other}: add a reader")),
    };
    Ok(Seen {
        solid: solid(&text),
        is_printed,
    })
}

fn of_pdf(bytes: &[u8]) -> Result<String, String> {
    let tree = pdf::structure(&pdf::open(bytes)?);
    Ok(tree.unwrap_or_default().full_text(" "))
}

fn of_markdown(bytes: &[u8]) -> Result<String, String> {
    let text = std::str::from_utf8(bytes).map_err(|error| error.to_string())?;
    let nota = engine::read(text).nota;
    let texts = nota.texts().into_iter();
    let numbers = nota.sections.iter().filter_map(|own| own.number.as_deref());
    let texts = texts.map(|site| site.text).collect::<Vec<_>>();
    Ok(texts.join(" ") + &numbers.collect::<String>())
}

/// The document that comes with a draft.
fn of_mail(bytes: &[u8]) -> Result<String, String> {
    let text = std::str::from_utf8(bytes).map_err(|error| error.to_string())?;
    let parts = text.split("\r\n--");
    let attached = parts
        .filter_map(|part| part.split_once("\r\n\r\n"))
        .find(|(head, _)| head.contains("application/pdf"));
    let (_, body) = attached.ok_or("no PDF comes with the draft")?;
    of_pdf(&from_base64(body))
}

fn from_base64(text: &str) -> Vec<u8> {
    const SIGNS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut out, mut held, mut bits) = (Vec::new(), 0_u32, 0);
    let values = text
        .bytes()
        .filter_map(|own| SIGNS.iter().position(|sign| *sign == own));
    for value in values {
        held = held << 6 | u32::try_from(value).unwrap_or_default();
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            out.push(u8::try_from(held >> bits & 0xff).unwrap_or_default());
        }
    }
    out
}

/// A text as it is printed: without what only steers its neighbours, and with
/// a box for what no font has.
fn printed(text: &str) -> String {
    let fonts = Fonts::embedded();
    let box_or_sign = |c| match fonts.is_printable(c) {
        true => c,
        false => REPLACEMENT,
    };
    solid(&solid(text).chars().map(box_or_sign).collect::<String>())
}

/// Without white space and signs that cannot be seen.
fn solid(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !is_ignorable(*c))
        .collect()
}
