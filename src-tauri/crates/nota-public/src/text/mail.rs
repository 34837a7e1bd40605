//! Published e-mails (RFC 5322, MIME): their headers with encoded words and
//! folded lines, their parts in any encoding, and the files attached.

use mail_parser::{
    Encoding, HeaderValue, Message, MessageParser, MessagePart, MimeHeaders, PartType,
};

use super::{decode, search as search_text, searched_as_written};
use crate::fold::{Blanks, WALL};
use crate::pdf;
use crate::proof::{Kind, NotProven, Search, Spot};

/// How deep files may be attached to one another.
const DEEPEST: usize = 4;

/// Headers of which a mail has at least one at its start, in small letters.
const HEADERS: &[&str] = &[
    "bcc",
    "cc",
    "content-transfer-encoding",
    "content-type",
    "date",
    "delivered-to",
    "dkim-signature",
    "from",
    "message-id",
    "mime-version",
    "received",
    "reply-to",
    "return-path",
    "sender",
    "subject",
    "to",
];

/// Lines of headers that are looked at to know a mail.
const MOST_HEADERS: usize = 200;

/// Whether a text is an e-mail: it starts with headers, of which at least one
/// is one of mail.
pub(super) fn is_mail(text: &str) -> bool {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let mut known = false;
    for (number, line) in start.lines().enumerate().take(MOST_HEADERS) {
        if line.is_empty() {
            return known;
        }
        let is_folded = line.starts_with([' ', '\t']) && number > 0;
        let is_envelope = number == 0 && line.starts_with("From ");
        if is_folded || is_envelope {
            continue;
        }
        let Some((name, _)) = line.split_once(':') else {
            return false;
        };
        let name = name.trim_end();
        if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_graphic()) {
            return false;
        }
        known |= HEADERS.contains(&name.to_ascii_lowercase().as_str());
    }
    known
}

/// Searches an e-mail, as it is written and as mail programs show it.
///
/// # Errors
///
/// When a part is larger than can be looked at within bounds.
pub(super) fn search(text: &str, search: &mut Search<'_>) -> Result<(), NotProven> {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let envelope = text.starts_with("From ");
    let text = match envelope {
        true => text.split_once('\n').map_or(text, |(_, rest)| rest),
        false => text,
    };
    let parser = MessageParser::new()
        .with_mime_headers()
        .default_header_text();
    match parser.parse(text.as_bytes()) {
        Some(message) if !message.parts.is_empty() => {
            searched_as_written(&without_base64(text, &message), search);
            of_message(&message, search, 0)
        }
        _ => {
            searched_as_written(text, search);
            search.unread("een e-mail die beschadigd is", &Spot::File);
            Ok(())
        }
    }
}

/// The text of a mail without the parts that are encoded, in which letters say
/// nothing, and without the headers that name an encoding.
fn without_base64(text: &str, message: &Message<'_>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for part in &message.parts {
        let body = usize::try_from(part.offset_body).unwrap_or_default();
        let end = usize::try_from(part.offset_end).unwrap_or_default();
        let is_leaf = !matches!(part.body, PartType::Multipart(_));
        if !is_leaf || part.encoding == Encoding::None || body < at || body > end {
            continue;
        }
        let head = text.get(at..body).unwrap_or_default();
        for line in head.split_inclusive('\n') {
            let name = line.split(':').next().unwrap_or_default().trim();
            if !name.eq_ignore_ascii_case("content-transfer-encoding") {
                out.push_str(line);
            }
        }
        out.push('\n');
        if part.encoding == Encoding::QuotedPrintable {
            out.push_str(text.get(body..end).unwrap_or_default());
        }
        at = end;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}

fn of_message(
    message: &Message<'_>,
    search: &mut Search<'_>,
    depth: usize,
) -> Result<(), NotProven> {
    for (index, part) in message.parts.iter().enumerate() {
        let spot = Spot::Part(index + 1);
        headers(part, search, &spot);
        if part.is_encoding_problem {
            search.unread("een deel met een beschadigde codering", &spot);
        }
        match &part.body {
            PartType::Text(own) | PartType::Html(own) => {
                if own.contains('\u{fffd}') {
                    search.unread("een deel met onbekende tekens", &spot);
                }
                readable(own, search, &spot);
            }
            PartType::Binary(own) | PartType::InlineBinary(own) => {
                attachment(own, search, &spot)?;
            }
            PartType::Message(inner) if depth < DEEPEST => of_message(inner, search, depth + 1)?,
            PartType::Message(_) => search.unread("een e-mail in een e-mail in een e-mail", &spot),
            PartType::Multipart(_) => {}
        }
    }
    Ok(())
}

fn headers(part: &MessagePart<'_>, search: &mut Search<'_>, spot: &Spot) {
    let mut text = String::new();
    for header in &part.headers {
        text.push(WALL);
        match &header.value {
            HeaderValue::Text(own) => text.push_str(own),
            HeaderValue::TextList(all) => all.iter().for_each(|own| {
                text.push_str(own);
                text.push(WALL);
            }),
            _ => {}
        }
    }
    for own in [part.content_type(), part.content_disposition()]
        .into_iter()
        .flatten()
    {
        for attribute in own.attributes().into_iter().flatten() {
            text.push(WALL);
            text.push_str(&attribute.value);
        }
    }
    readable(&text, search, spot);
}

/// Searches a text of a part, in all its readings.
fn readable(text: &str, search: &mut Search<'_>, spot: &Spot) {
    super::packed::note(text, search, Some(spot));
    search.again(text, spot);
    super::in_other_readings(text, search, spot);
}

fn attachment(bytes: &[u8], search: &mut Search<'_>, spot: &Spot) -> Result<(), NotProven> {
    search.searched.attachments += 1;
    search.bytes(bytes, spot);
    let Some(kind) = Kind::of(bytes) else {
        search.unread("een bijlage die geen PDF of tekst is", spot);
        return Ok(());
    };
    if !search.goes_deeper() {
        search.unread("een bijlage in een bijlage in een bijlage", spot);
        return Ok(());
    }
    let before = search.with_blanks(match kind {
        Kind::Pdf | Kind::Package => Blanks::Guessed,
        Kind::Text => Blanks::Written,
    });
    let done = match kind {
        Kind::Pdf => pdf::search(bytes, search, 1),
        Kind::Package => crate::office::search(bytes, search),
        Kind::Text if decode(bytes).is_some_and(|own| is_mail(&own)) => search_text(bytes, search),
        Kind::Text => {
            search.spend(bytes.len())?;
            readable(&decode(bytes).unwrap_or_default(), search, spot);
            Ok(())
        }
    };
    search.comes_back();
    let done = match done {
        // A viewer may show what is left of a damaged file.
        Err(reason @ (NotProven::Unreadable(_) | NotProven::Opaque(_) | NotProven::Encrypted)) => {
            search.unread(format!("een bijlage: {}", reason.part()), spot);
            if kind == Kind::Pdf {
                pdf::search_readable(bytes, search);
            }
            Ok(())
        }
        done => done,
    };
    search.with_blanks(before);
    done
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_is_known_by_its_headers() {
        for text in [
            "From: a@b.nl\nSubject: x\n\ntekst",
            "\u{feff}Subject: x\r\n gevouwen\r\n\r\ntekst",
            "From a@b.nl Fri Nov 20\nX-Iets: 1\nTo: c@d.nl\n\n",
        ] {
            assert!(is_mail(text), "{text}");
        }
        for text in [
            "---\nonderwerp: x\n---\n",
            "Aan: de minister\nVan: DGP\n\nTekst",
            "<p>From: x</p>",
            "Beste collega,\nSubject: x\n\n",
            "",
        ] {
            assert!(!is_mail(text), "{text}");
        }
    }
}
