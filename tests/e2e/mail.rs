//! The draft e-mail with the PDF, as a mail program gets it.

use nota_tests::pdf;

use crate::documents::with_example;

#[test]
fn a_draft_with_the_pdf_opens_in_the_mail_program() {
    with_example("mailen", |person| {
        person.chooses("Bestand", "E-mail met PDF maken");
        person.sees("is aan uw mailprogramma gegeven.");
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
        person.chooses("Bestand", "E-mail met PDF maken");
        person.sees("Er is geen programma gevonden om dit te openen.");
        person.sees("Kies ‘E-mail opslaan als…’");
        person.look("melding");
        person.will_choose(&person.document("concept.eml"));
        person.chooses("Bestand", "E-mail opslaan als…");
        assert!(person.reads_text("concept.eml").contains("X-Unsent: 1"));
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
