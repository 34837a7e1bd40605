//! The nota as a draft e-mail: subject, a short text and the PDF, for the
//! user's own mail program to open, address and send. Nothing in it names a
//! computer or a user.

use std::hash::{DefaultHasher, Hash, Hasher};

use mail_builder::MessageBuilder;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::raw::Raw;
use mail_builder::mime::MimePart;
use nota_model::Nota;

use crate::{ExportError, Exported, Job, pdf};

/// The greatest number of characters of the subject in the name of the file.
const LONGEST_NAME: usize = 80;

/// The draft with the PDF attached.
pub(crate) fn eml(job: &Job<'_>) -> Result<Exported, ExportError> {
    let document = pdf::pdf(job)?;
    let subject = subject(job.nota);
    let bytes = draft(&subject, &document.bytes, date(job.nota));
    Ok(Exported {
        bytes,
        findings: document.findings,
    })
}

/// The subject on one line: a line end in it would start a header of its own.
fn subject(nota: &Nota) -> String {
    let subject = nota.field_text("onderwerp").unwrap_or("Nota");
    let plain = subject.replace(char::is_control, " ");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Noon of the nota's own date, in seconds since 1970. A draft gets its real
/// date when it is sent; the clock would make two exports differ.
fn date(nota: &Nota) -> i64 {
    let date = nota.field_text("datum").and_then(nota_typeset::parse_date);
    date.and_then(|date| date.and_hms_opt(12, 0, 0))
        .map_or(0, |noon| noon.and_utc().timestamp())
}

fn draft(subject: &str, document: &[u8], date: i64) -> Vec<u8> {
    let text = format!(
        "In de bijlage vindt u de nota „{subject}”.\r\n\r\nDe bijlage is een pdf die ook met een \
         voorleesprogramma te lezen is.\r\n"
    );
    let mut hasher = DefaultHasher::new();
    (subject, document, date).hash(&mut hasher);
    let mark = format!("{:016x}", hasher.finish());
    let name = format!("{}.pdf", file_name(subject));
    let parts = vec![
        MimePart::new("text/plain", text),
        MimePart::new("application/pdf", document.to_vec()).attachment(name),
    ];
    let kind = ContentType::new("multipart/mixed").attribute("boundary", format!("=_nota_{mark}"));
    let message = MessageBuilder::new()
        .subject(subject)
        .date(date)
        .message_id(format!("{mark}@beslisnota.invalid"))
        .header("X-Unsent", Raw::new("1"))
        .body(MimePart::new(kind, parts));
    // Writing to memory has no way to fail.
    message.write_to_vec().unwrap_or_default()
}

/// A name for a file that every system takes: no separators, no reserved
/// characters, not too long. "nota" when nothing is left.
pub fn file_name(subject: &str) -> String {
    let reserved = |c: char| c.is_control() || r#"/\:*?"<>|"#.contains(c);
    let kept: String = subject
        .chars()
        .map(|c| if reserved(c) { ' ' } else { c })
        .collect();
    let words = kept.split_whitespace().collect::<Vec<_>>().join(" ");
    let short: String = words.chars().take(LONGEST_NAME).collect();
    let short = short.trim_matches(['.', ' ']);
    if short.is_empty() {
        "nota".to_owned()
    } else {
        short.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_is_whole_and_names_no_machine() {
        let bytes = draft(
            "Beslisnota: ‘geld’ & meer",
            b"%PDF-1.7 inhoud",
            1_710_504_000,
        );
        let text = String::from_utf8(bytes.clone()).expect("ASCII");
        assert!(text.contains("X-Unsent: 1\r\n"), "{text}");
        assert!(
            text.contains("Date: Fri, 15 Mar 2024 12:00:00 +0000\r\n"),
            "{text}"
        );
        assert!(text.contains("@beslisnota.invalid>"), "{text}");
        assert_eq!(text.matches("charset=").count(), 1, "{text}");
        assert!(
            text.contains("JVBERi0xLjcgaW5ob3Vk"),
            "the PDF as base64: {text}"
        );
        assert!(
            !text.contains("From:"),
            "the mail program fills in who sends: {text}"
        );
        assert_eq!(
            bytes,
            draft(
                "Beslisnota: ‘geld’ & meer",
                b"%PDF-1.7 inhoud",
                1_710_504_000
            )
        );
    }

    #[test]
    fn a_line_end_in_the_subject_starts_no_header() {
        let nota = Nota::default()
            .apply(&nota_model::Change::SetField {
                path: "onderwerp".into(),
                value: nota_model::Value::text("Nota\r\nBcc: iemand@example.nl"),
            })
            .expect("applies");
        assert_eq!(subject(&nota), "Nota Bcc: iemand@example.nl");
        let text = String::from_utf8(draft(&subject(&nota), b"", 0)).expect("ASCII");
        assert!(!text.contains("\nBcc:"), "{text}");
    }

    #[test]
    fn a_file_name_is_one_that_every_system_takes() {
        assert_eq!(file_name("Nota a/b: \"c\"?"), "Nota a b c");
        assert_eq!(file_name("../.."), "nota");
        assert_eq!(file_name(&"é".repeat(300)).chars().count(), LONGEST_NAME);
    }
}
