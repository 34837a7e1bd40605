//! The draft e-mail with the PDF, as a mail program gets it.

use std::path::Path;

use nota_tests::pdf;

use crate::documents::with_example;

#[test]
fn a_draft_with_the_pdf_opens_in_the_mail_program() {
    with_example("mailen", |person| {
        person.chooses("Bestand", "E-mailen…");
        person.sees("De interne versie gaat mee");
        person.meets_no_bar("manieren");
        person.clicks("Concept openen");
        person.sees("is aan uw mailprogramma gegeven.");
        person.sees("Gebruik de andere manier");
        person.look("klaar");
        let opened = person.sees_opened(".eml");
        let draft = std::fs::read_to_string(opened).expect("the draft");
        person.will_choose(&person.document("concept.eml"));
        person.chooses("Bestand", "E-mail opslaan als…");
        person.sees("concept.eml");
        assert_eq!(
            draft.lines().count(),
            person.reads_text("concept.eml").lines().count()
        );

        assert!(draft.contains("X-Unsent: 1"), "{draft}");
        assert!(
            draft.contains("Beslisnota_Kamerbrief"),
            "its subject:\n{draft}"
        );
        assert!(
            draft.contains("@beslisnota.invalid>"),
            "no computer's name:\n{draft}"
        );
        assert!(!draft.contains("From:"), "no user's name:\n{draft}");
        let file = person.document("bijlage.pdf");
        std::fs::write(&file, attachment(&draft)).expect("the attachment");
        let text = pdf::text(&file).expect("a PDF");
        assert!(text.contains("Nationale Samenwerking tegen"), "{text}");
    });
}

#[test]
fn without_a_mail_program_the_draft_can_be_kept_as_a_file() {
    with_example("zonder-mailprogramma", |person| {
        person.has_no_programs();
        person.chooses("Bestand", "E-mailen…");
        person.clicks("Concept openen");
        person.sees("Er is geen programma gevonden om dit te openen.");
        person.sees("Maak zelf een bericht, of sla de e-mail op.");
        person.look("melding");
        person.will_choose(&person.document("concept.eml"));
        person.chooses("Bestand", "E-mail opslaan als…");
        assert!(person.reads_text("concept.eml").contains("X-Unsent: 1"));
    });
}

#[test]
fn who_writes_the_message_finds_the_pdf_and_copies_the_words() {
    with_example("zelf-mailen", |person| {
        person.has_a_desktop_that_shows_files();
        person.chooses("Bestand", "E-mailen…");
        person.clicks("Zelf een bericht maken");
        person.sees("Maak een nieuw bericht en sleep de pdf erin.");
        person.meets_no_bar("bericht");
        // The file manager is asked for an address.
        let file = person.sees_opened(".pdf");
        let shown = file.display().to_string();
        let path = shown
            .trim_start_matches("toon ")
            .trim_start_matches("file://");
        let text = pdf::text(Path::new(&path.replace("%20", " "))).expect("a PDF");
        assert!(text.contains("Nationale Samenwerking tegen"), "{text}");
        person.clicks("Onderwerp van het bericht kopiëren");
        person.sees("Onderwerp van het bericht is gekopieerd");
        let subject = person.clipboard("UTF8_STRING");
        assert!(subject.starts_with("Beslisnota Kamerbrief"), "{subject}");
        person.clicks("Tekst van het bericht kopiëren");
        person.sees("Tekst van het bericht is gekopieerd");
        let text = person.clipboard("UTF8_STRING");
        assert!(text.starts_with("In de bijlage vindt u de nota"), "{text}");
        person.look("gekopieerd");
    });
}

/// The bytes of the PDF in a draft.
pub(crate) fn attachment(draft: &str) -> Vec<u8> {
    let part = draft
        .split("\r\n--")
        .find(|part| part.contains("application/pdf"))
        .expect("a part with the PDF");
    let (head, body) = part.split_once("\r\n\r\n").expect("a head and a body");
    assert!(head.contains("base64"), "{head}");
    base64(body)
}

fn base64(text: &str) -> Vec<u8> {
    let value = |letter: u8| match letter {
        b'A'..=b'Z' => Some(letter - b'A'),
        b'a'..=b'z' => Some(letter - b'a' + 26),
        b'0'..=b'9' => Some(letter - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let sixes: Vec<u8> = text.bytes().filter_map(value).collect();
    let mut out = Vec::new();
    for four in sixes.chunks(4) {
        let bits = four
            .iter()
            .fold(0_u32, |bits, six| bits << 6 | u32::from(*six));
        let bits = bits << (6 * (4 - four.len()));
        let [_, a, b, c] = bits.to_be_bytes();
        out.extend([a, b, c].into_iter().take(four.len() * 6 / 8));
    }
    out
}
