//! The nota as a draft e-mail: subject, a short text and the PDF, for the
//! user's own mail program to open, address and send. Nothing in it names a
//! computer or a user.

use std::hash::{DefaultHasher, Hash, Hasher};

use mail_builder::MessageBuilder;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::raw::Raw;
use mail_builder::mime::MimePart;
use nota_metadata::Bestandsformaat;
use nota_model::Nota;
use nota_template::{FieldRole, Template};

use crate::format::{Format, Openness, Traits};
use crate::name::file_name;
use crate::{ExportError, Exported, Job, pdf};

/// What is sent. A public one comes of [`crate::publish_mail`]: what goes out is
/// the proven PDF in it.
pub(crate) const EML: Format = Format(&Traits {
    extension: "eml",
    name: "E-mail",
    purpose: "Een concept met de pdf als bijlage",
    making: "De e-mail wordt gemaakt.",
    is_text: true,
    archive: Bestandsformaat {
        naam: "Internet Message Format",
        pronom: "fmt/278",
        filetype: None,
    },
    openness: Openness::Internal,
    make: eml,
});

/// The draft with the PDF attached.
fn eml(job: &Job<'_>) -> Result<Exported, ExportError> {
    let document = pdf::pdf(job)?;
    let attachment = format!("{}.pdf", file_name(&subject(job.nota, job.template)));
    let words = Words::of(job.nota, job.template, attachment);
    let bytes = draft(&words, &document.bytes);
    Ok(Exported {
        bytes,
        findings: document.findings,
    })
}

/// The subject on one line: a line end in it would start a header of its own.
fn subject(nota: &Nota, template: &Template) -> String {
    let subject = template.text_for(FieldRole::Titel, nota).unwrap_or("Nota");
    let plain = subject.replace(char::is_control, " ");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Noon of the nota's own date, in seconds since 1970. A draft gets its real
/// date when it is sent; the clock would make two exports differ.
fn date(nota: &Nota, template: &Template) -> i64 {
    let date = template.text_for(FieldRole::Datum, nota);
    let date = date.and_then(nota_sheet::parse_date);
    date.and_then(|date| date.and_hms_opt(12, 0, 0))
        .map_or(0, |noon| noon.and_utc().timestamp())
}

/// What goes with the PDF of a nota, for who writes the message himself. Of a public
/// version when the nota is the public one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The subject, on one line.
    pub subject: String,
    /// The text, with a line end (`\n`) after each paragraph.
    pub text: String,
}

/// The message that the draft e-mail of a nota holds.
pub fn message(nota: &Nota, template: &Template) -> Message {
    let words = Words::of(nota, template, String::new());
    Message {
        subject: words.subject,
        text: words.text.replace("\r\n", "\n"),
    }
}

/// What a draft says beside the PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Words {
    subject: String,
    text: String,
    attachment: String,
    date: i64,
}

impl Words {
    /// The words of the draft with a nota, and the name of the PDF in it.
    pub(crate) fn of(nota: &Nota, template: &Template, attachment: String) -> Self {
        let subject = subject(nota, template);
        let text = format!(
            "In de bijlage vindt u de nota „{subject}”.\r\n\r\nDe bijlage is een pdf die ook met een \
             voorleesprogramma te lezen is.\r\n"
        );
        Self {
            subject,
            text,
            attachment,
            date: date(nota, template),
        }
    }

    /// All that a reader of the draft sees beside the PDF, to be searched.
    pub(crate) fn readable(&self) -> String {
        [&*self.subject, &self.attachment, &self.text].join("\n")
    }
}

/// The draft with these words and this PDF.
pub(crate) fn draft(words: &Words, document: &[u8]) -> Vec<u8> {
    let Words {
        subject,
        text,
        attachment,
        date,
    } = words;
    let mut hasher = DefaultHasher::new();
    (subject, document, date).hash(&mut hasher);
    let mark = format!("{:016x}", hasher.finish());
    let parts = vec![
        MimePart::new("text/plain", text.as_str()),
        MimePart::new("application/pdf", document.to_vec()).attachment(attachment.as_str()),
    ];
    let kind = ContentType::new("multipart/mixed").attribute("boundary", format!("=_nota_{mark}"));
    let message = MessageBuilder::new()
        .subject(subject.as_str())
        .date(*date)
        .message_id(format!("{mark}@beslisnota.invalid"))
        .header("X-Unsent", Raw::new("1"))
        .body(MimePart::new(kind, parts));
    // Writing to memory has no way to fail.
    message.write_to_vec().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(subject: &str) -> Words {
        let set = |nota: Nota, path: &str, text: &str| {
            nota.apply(&nota_model::Change::SetField {
                path: path.into(),
                value: nota_model::Value::text(text),
            })
            .expect("applies")
        };
        let nota = set(Nota::default(), "onderwerp", subject);
        let template = nota_template::Registry::builtin().fallback();
        Words::of(
            &set(nota, "datum", "2024-03-15"),
            &template,
            "nota.pdf".to_owned(),
        )
    }

    #[test]
    fn a_draft_is_whole_and_names_no_machine() {
        let make = || draft(&words("Beslisnota: ‘geld’ & meer"), b"%PDF-1.7 inhoud");
        let bytes = make();
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
        assert_eq!(bytes, make());
    }

    #[test]
    fn a_line_end_in_the_subject_starts_no_header() {
        let words = words("Nota\r\nBcc: iemand@example.nl");
        assert_eq!(words.subject, "Nota Bcc: iemand@example.nl");
        let text = String::from_utf8(draft(&words, b"")).expect("ASCII");
        assert!(!text.contains("\nBcc:"), "{text}");
    }
}
