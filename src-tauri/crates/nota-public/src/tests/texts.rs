//! Texts that were published by others: HTML, JSON, Markdown, e-mail. What is
//! withheld is found however the program wrote it, and what cannot be read is
//! said.

use std::time::{Duration, Instant};

use nota_markdown::parse;
use nota_template::Registry;
use proptest::prelude::*;

use crate::{Kind, Proof, Secrets, Verdict, prove_absent};

fn secrets_of(kernpunten: &str) -> Secrets {
    let text = format!("## 3. Kernpunten\n\n{kernpunten}\n");
    let parsed = parse(&text, Registry::builtin());
    Secrets::of(&parsed.nota, &parsed.template).expect("it is known what is withheld")
}

fn secrets() -> Secrets {
    secrets_of(
        "Met [K. Zwartjes]{.lak grond=\"5.1.2e\"} en [Renée Müller]{.lak grond=\"5.1.2e\"} besproken.",
    )
}

fn prove(text: &str) -> Proof {
    prove_absent(&secrets(), text.as_bytes(), Kind::Text).expect("is read")
}

#[test]
fn what_a_browser_or_program_shows_is_found() {
    for text in [
        "<p>Met Ren&eacute;e M&uuml;ller</p>",
        "<p>Met K.&ensp;Zwart&zwnj;jes</p>",
        "<p title=\"K. Zwa&#114;tjes\">x</p>",
        "<p title=\"K. Zwa&#x72tjes\">x</p>",
        "<a href=\"?n=Ren%C3%A9e%20M%C3%BCller\">x</a>",
        "<a href=\"?n=Ren%E9e+M%FCller\">x</a>",
        "<img alt='K. Zwartjes'>",
        "<!-- K. Zwar&shy;tjes --><p>x",
        "<p>K. Zwar<!-- > -->t<i data-x='>'>jes",
        "<script>var naam = 'K. Zwart\\x6aes';</script>",
        "<style>p::after { content: 'K. Zw\\61 rtjes' }</style>",
        "{\"naam\":\"Ren\\u00e9e M\\u00fcller\"}",
        "{\"html\":\"\\u003cb\\u003eZwar\\u003c/b\\u003etjes\"}",
        "Met K. [Zwar](http://x)tjes",
        "Met K. [Zwar][1]tjes en Zwar[^2]tjes",
        "<a><![CDATA[K. Zwar]]><![CDATA[tjes]]></a>",
    ] {
        assert_eq!(prove(text).verdict(), Verdict::Found, "{text}");
    }
}

#[test]
fn what_a_mail_program_shows_is_found() {
    for text in [
        "From: a@b\nSubject: =?utf-8?B?R2VzcHJlayBtZXQgSy4gWndhcnRqZXM=?=\n\nx\n",
        "From: a@b\nSubject: =?utf-8?Q?Gesprek_met_Ren=C3=A9e_M=C3=BCller?=\n\nx\n",
        "From: a@b\nSubject: Gesprek met =?iso-8859-1?Q?Ren=E9e?=\n =?iso-8859-1?Q?_M=FCller?=\n\nx\n",
        "From: =?utf-8?B?Sy4gWndhcnRqZXM=?= <a@b>\nSubject: x\n\nx\n",
        "From: a@b\nX-Eigen: =?utf-8?B?Sy4gWndhcnRqZXM=?=\n\nx\n",
        "From: a@b\nTo: K.\n Zwart\n jes <x@y.nl>\n\nx\n",
        "From: a@b\nContent-Transfer-Encoding:base64\n\nTWV0IEsuIFp3YXJ0amVz\n",
        "From: a@b\ncontent-transfer-encoding :  BASE64\n\nTWV0IEsuIFp3YXJ0amVz\n",
        "From: a@b\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nK. Zw=\na=72tjes\n",
        "From: a@b\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nRen=E9e M=FCller\n",
        "From: a@b\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+Wndhcjxi\nPnRqZXM8L2I+\n",
    ] {
        assert_eq!(prove(text).verdict(), Verdict::Found, "{text}");
    }
}

/// A mail of two parts, the second of which is attached.
fn mail(head: &str, attached: &str) -> String {
    format!(
        "From: a@b\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"=-x\"\n\n\
         vooraf\n--=-x\nContent-Type: text/plain\n\nBeste lezer.\n--=-x\n{head}\n\n{attached}\n--=-x--\n"
    )
}

#[test]
fn the_parts_of_a_mail_are_read_by_their_kind() {
    let inner = "Content-Type: multipart/alternative; boundary=y\n\n--y\nContent-Type: text/html\n\n\
        <p>K. Zwart&#106;es\n--y--";
    for (what, text) in [
        (
            "a text",
            mail(
                "Content-Type: application/octet-stream\nContent-Transfer-Encoding: base64",
                "Sy4gWndhcnRqZXM=",
            ),
        ),
        (
            "a name",
            mail("Content-Type: image/png; name=\"K. Zwartjes.png\"", "x"),
        ),
        (
            "a long name",
            mail(
                "Content-Disposition: attachment; filename*=utf-8''K.%20Zwart%6Aes.txt",
                "x",
            ),
        ),
        (
            "a mail",
            mail(
                "Content-Type: message/rfc822",
                "From: K. Zwartjes <x@y>\n\nx",
            ),
        ),
        (
            "a mail in base64",
            mail(
                "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64",
                "U3ViamVjdDogPT91dGYtOD9CP1N5NGdXbmRoY25ScVpYTT0/PQoKeA==",
            ),
        ),
        ("parts in a part", mail(inner, "")),
        (
            "before the parts",
            mail("Content-Type: text/plain", "x").replace("vooraf", "K. Zwartjes"),
        ),
        (
            "after the parts",
            mail("Content-Type: text/plain", "x") + "K. Zwartjes\n",
        ),
    ] {
        assert_eq!(prove(&text).verdict(), Verdict::Found, "{what}: {text}");
    }
    let clean = mail(
        "Content-Type: text/plain\nContent-Transfer-Encoding: base64",
        "T3BlbmJhYXI=",
    );
    assert_eq!(
        prove(&clean).verdict(),
        Verdict::Proven,
        "{}",
        prove(&clean)
    );
}

#[test]
fn what_cannot_be_read_is_said_with_its_place() {
    for (text, place) in [
        (
            mail(
                "Content-Type: image/png\nContent-Transfer-Encoding: base64",
                "iVBORw0KGgo=",
            ),
            "in deel 3 van de e-mail",
        ),
        (
            mail(
                "Content-Type: application/zip\nContent-Transfer-Encoding: base64",
                "UEsDBAAAAAA=",
            ),
            "in deel 3 van de e-mail",
        ),
        (
            "From: a\n\nbegin 644 a.txt\n/365T($LN(%IW87)T:F5S\n\nend\n".to_owned(),
            "op regel 3",
        ),
        (
            "<img src=\"data:image/svg+xml; base64 ,Sy4gWndhcnRqZXM=\">".to_owned(),
            "op regel 1",
        ),
        (
            "x\n=ybegin line=128 size=1 name=x\n".to_owned(),
            "op regel 2",
        ),
        ("{\\rtf1 Zwart\\'6aes}".to_owned(), "in het bestand"),
    ] {
        let proof = prove(&text);
        assert_eq!(proof.verdict(), Verdict::NotProven, "{text}");
        assert!(!proof.holds());
        let places: Vec<String> = proof
            .unread
            .iter()
            .map(|own| own.spot.to_string())
            .collect();
        assert!(places.iter().any(|own| own == place), "{text}: {places:?}");
        let report = proof.to_string();
        assert!(report.contains("Niet gelezen: een "), "{report}");
        assert!(!report.contains("Niets van wat is gelakt"), "{report}");
    }
}

#[test]
fn ordinary_texts_of_others_are_proven() {
    for text in [
        "<!doctype html><html lang=nl><title>Nota</title><p class='a b' style='color:red'>Tekst &amp; meer",
        "{\"a\": [1, 2, \"\\n\"], \"url\": \"https://x.nl/a%20b\"}",
        "# Kop\n\n[link](https://rijksoverheid.nl) en[^1] 50% van € 2.000.000\n\n[^1]: noot\n",
        "From: a@b\nSubject: x\nMessage-ID: <abc@x>\n\nTekst\n",
    ] {
        let proof = prove(text);
        assert_eq!(proof.verdict(), Verdict::Proven, "{text}: {proof}");
    }
}

#[test]
fn what_is_not_sought_is_not_proven() {
    // Every word of it stands in public text too.
    let secrets = secrets_of("Met [Visser]{.lak grond=\"5.1.2e\"} en de visser op zee.");
    let proof = prove_absent(&secrets, b"mevrouw Visser", Kind::Text).expect("is read");
    assert!(proof.hits.is_empty());
    assert_eq!(proof.verdict(), Verdict::NotProven);
    assert!(proof.to_string().contains("1 niet gezocht"), "{proof}");
    // Either it is found, or it is said that it was not sought.
    let secrets = secrets_of("Met [Visser]{.lak grond=\"5.1.2e\"} besproken. De visserij groeit.");
    let page = "<p>Aanwezig: mevrouw Visser en anderen.</p>";
    let proof = prove_absent(&secrets, page.as_bytes(), Kind::Text).expect("is read");
    assert_ne!(proof.verdict(), Verdict::Proven, "{proof}");
}

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "how long it takes is what this test is about"
)]
fn large_and_odd_texts_end_in_time() {
    let secrets = secrets();
    for (what, text) in [
        ("open tags", "<1".repeat(1 << 17)),
        ("named tags", "<a".repeat(1 << 17)),
        ("named tags and an end", "<a".repeat(1 << 17) + ">"),
        (
            "attributes",
            format!(
                "<a {}>",
                (0..30_000)
                    .map(|own| format!("a{own}=1 "))
                    .collect::<String>()
            ),
        ),
        ("ampersands", "&".repeat(1 << 18)),
        (
            "ampersands before wide letters",
            "&éééééééé".repeat(1 << 16),
        ),
        ("brackets", "][(".repeat(1 << 18)),
        ("links", "](".repeat(1 << 18)),
        ("notes", "[^".repeat(1 << 18)),
        ("escapes", "\\u00".repeat(1 << 18)),
        ("halves", "\\ud800".repeat(1 << 17)),
        ("percents", "%25".repeat(1 << 18)),
        ("remarks", "<!--".repeat(1 << 18)),
        ("literal", "<![CDATA[".repeat(1 << 17)),
        (
            "encoded words",
            "Subject: ".to_owned() + &"=?utf-8?B?".repeat(1 << 16) + "\n\n",
        ),
        (
            "folded lines",
            "Subject: x\n".to_owned() + &" y\n".repeat(1 << 16),
        ),
        (
            "parts",
            "From: a\nContent-Type: multipart/mixed; boundary=x\n\n".to_owned()
                + &"--x\n".repeat(1 << 17),
        ),
        (
            "parts in parts",
            (0..2_000).fold("From: a\n".to_owned(), |text, own| {
                format!("{text}Content-Type: multipart/mixed; boundary=x{own}\n\n--x{own}\n")
            }),
        ),
        (
            "mails in mails",
            "From: a\nContent-Type: message/rfc822\n\n".repeat(5_000),
        ),
    ] {
        let start = Instant::now();
        // That it ends in time is what is asked.
        let _ = prove_absent(&secrets, text.as_bytes(), Kind::Text);
        assert!(
            start.elapsed() < Duration::from_secs(40),
            "{what}: {:?}",
            start.elapsed()
        );
    }
    let large = "a".repeat(32 << 20);
    let result = prove_absent(&secrets, large.as_bytes(), Kind::Text);
    assert_eq!(result, Err(crate::NotProven::TooLarge));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn no_text_makes_it_stop_or_hides_what_follows(
        pieces in proptest::collection::vec(prop_oneof![
            Just("<".to_owned()), Just("<!--".to_owned()), Just("&#".to_owned()), Just("\\u".to_owned()),
            Just("%".to_owned()), Just("](".to_owned()), Just("=?utf-8?Q?".to_owned()), Just("?=".to_owned()),
            Just("From: a\n".to_owned()), Just("\n\n".to_owned()), Just("Content-Type: multipart/mixed; boundary=x\n".to_owned()),
            Just("--x\n".to_owned()), Just("Content-Transfer-Encoding: base64\n".to_owned()),
            Just("<![CDATA[".to_owned()), "[ -~é\u{ad}]{0,6}",
        ], 0..12),
    ) {
        let before = pieces.concat();
        // A name on a line of its own is found in whatever stands before it, or
        // something is not read.
        let proof = prove_absent(&secrets(), format!("{before}\n\nK. Zwartjes\n").as_bytes(), Kind::Text);
        let is_proven = proof.is_ok_and(|own| own.verdict() == Verdict::Proven);
        prop_assert!(!is_proven, "{before}");
    }
}
