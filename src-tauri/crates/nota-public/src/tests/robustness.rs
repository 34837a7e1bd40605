//! Files that nobody can read, or that want to take all time and memory.

use lopdf::{Dictionary, Stream, dictionary};
use proptest::prelude::*;

use super::leaks::{Pdf, secrets, unread, with_hidden};
use crate::{Kind, NotProven, Verdict, prove_absent, prove_parts_absent};

#[test]
fn what_cannot_be_read_is_not_proven() {
    let secrets = secrets();
    for bytes in [&b"%PDF-1.7\nniets"[..], b"", b"%PDF-1.7\n1 0 obj\n<<"] {
        let result = prove_absent(&secrets, bytes, Kind::Pdf);
        assert!(
            matches!(result, Err(NotProven::Unreadable(_))),
            "{result:?}"
        );
    }
    let result = prove_absent(&secrets, b"\xff\x00", Kind::Text);
    assert!(
        matches!(result, Err(NotProven::Unreadable(_))),
        "{result:?}"
    );
    let package = b"PK\x03\x04\0\0";
    assert_eq!(Kind::of(package), Some(Kind::Package));
    let result = prove_absent(&secrets, package, Kind::Package);
    let is_proven = result.is_ok_and(|own| own.verdict() == Verdict::Proven);
    assert!(!is_proven, "half a package proves nothing");
    assert_eq!(Kind::of(b"\x89PNG\r\n\x1a\n\0\0\0\xff\xd8"), None);
}

#[test]
fn an_encrypted_pdf_is_not_proven() {
    let mut pdf = Pdf::new();
    pdf.document.trailer.set(
        "ID",
        vec![
            lopdf::Object::string_literal("0123456789abcdef"),
            lopdf::Object::string_literal("0123456789abcdef"),
        ],
    );
    let version = lopdf::EncryptionVersion::V2 {
        document: &pdf.document,
        owner_password: "eigenaar",
        user_password: "",
        key_length: 128,
        permissions: lopdf::Permissions::all(),
    };
    let state = lopdf::EncryptionState::try_from(version).expect("can be encrypted");
    pdf.document.encrypt(&state).expect("is encrypted");
    let mut bytes = Vec::new();
    pdf.document.save_to(&mut bytes).expect("is written");
    let result = prove_absent(&secrets(), &bytes, Kind::Pdf);
    assert_eq!(result, Err(NotProven::Encrypted));
}

#[test]
fn a_stream_that_unpacks_to_gigabytes_is_refused() {
    let mut pdf = Pdf::new();
    let zeros = vec![0_u8; 65 << 20];
    let mut bomb = Stream::new(Dictionary::new(), zeros);
    bomb.compress().expect("compresses");
    // Packed once more for each layer.
    pdf.document.add_object(bomb);
    let result = prove_absent(&secrets(), &pdf.bytes(), Kind::Pdf);
    assert!(
        unread(&result).is_some_and(|own| own.contains("te groot")),
        "{result:?}"
    );
}

#[test]
fn many_versions_of_an_object_are_refused() {
    let bytes = with_hidden(&"1 0 obj\n<</A 1>>\nendobj\n".repeat(5_000));
    let result = prove_absent(&secrets(), &bytes, Kind::Pdf);
    assert!(
        unread(&result).is_some_and(|own| own.contains("eerdere versies")),
        "{result:?}"
    );
}

#[test]
fn deep_and_circular_structures_end() {
    let mut pdf = Pdf::new();
    let own = pdf.document.new_object_id();
    pdf.document.objects.insert(
        own,
        dictionary! { "Font" => own, "Kids" => vec![own.into()] }.into(),
    );
    let deep = "[".repeat(5_000);
    pdf.document.add_object(Stream::new(
        Dictionary::new(),
        format!("BT {deep} (x) Tj ET").into_bytes(),
    ));
    let proof = prove_absent(&secrets(), &pdf.bytes(), Kind::Pdf);
    assert!(proof.is_ok_and(|proof| proof.holds()));
}

#[test]
fn a_damaged_pdf_is_not_proven() {
    let secrets = secrets();
    let damaged = |bytes: &[u8]| prove_absent(&secrets, bytes, Kind::Pdf);
    let deep = "[".repeat(5_000);
    let result = damaged(&with_hidden(&format!("90 0 obj\n{deep}\nendobj\n")));
    assert!(
        unread(&result).is_some_and(|own| own.contains("beschadigd")),
        "{result:?}"
    );

    // A viewer shows what it can of a stream with a fault in the middle.
    let mut pdf = Pdf::new();
    let mut stream = Stream::new(Dictionary::new(), (0..=255).cycle().take(9_000).collect());
    stream.compress().expect("compresses");
    let middle = stream.content.len() / 2;
    stream.content[middle] ^= 0x55;
    pdf.document.add_object(stream);
    let result = damaged(&pdf.bytes());
    assert!(
        unread(&result).is_some_and(|own| own.contains("beschadigd")),
        "{result:?}"
    );

    // Some programs find the objects of a file without its table.
    let sound = Pdf::new().bytes();
    let shifted = [&sound[..20], b" ", &sound[20..]].concat();
    let result = damaged(&shifted);
    assert!(
        matches!(result, Err(NotProven::Unreadable(_))),
        "{result:?}"
    );
}

#[test]
fn what_stands_in_the_readable_part_of_a_damaged_pdf_is_found() {
    let leak = || Pdf::new().draw("BT /F1 9 Tf (J. Jansen) Tj ET");
    let sound = leak().bytes();
    let shifted = [&sound[..20], b" ", &sound[20..]].concat();
    let word = b"startxref";
    let end = sound.windows(word.len()).rposition(|own| own == word);
    let without_table = sound[..end.expect("has an end")].to_vec();
    // A damaged stream beside the page, and damage at the end of the page's
    // own stream.
    let mut beside = leak();
    let mut stream = Stream::new(Dictionary::new(), (0..=255).cycle().take(9_000).collect());
    stream.compress().expect("compresses");
    let middle = stream.content.len() / 2;
    stream.content[middle] ^= 0x55;
    beside.document.add_object(stream);
    let mut cut = lopdf::Document::load_mem(&sound).expect("is a PDF");
    let page = cut.page_iter().next().expect("has a page");
    let id = cut.get_page_contents(page)[0];
    let mut content = cut.get_page_content(page);
    content.extend(" BT ET".repeat(500).into_bytes());
    let mut stream = Stream::new(Dictionary::new(), content);
    stream.compress().expect("compresses");
    let last = stream.content.len() - 1;
    stream.content[last] ^= 0x55;
    cut.set_object(id, stream);
    let mut damaged = Vec::new();
    cut.save_to(&mut damaged).expect("is written");
    for (name, bytes) in [
        ("a byte too many", shifted),
        ("no table", without_table),
        ("a damaged stream", beside.bytes()),
        ("a damaged page", damaged),
    ] {
        let proof = prove_absent(&secrets(), &bytes, Kind::Pdf);
        let proof = proof.unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(!proof.holds(), "{name}: {proof}");
        assert!(!proof.unread.is_empty(), "{name}: {proof}");
        assert!(proof.to_string().contains("niet alles is te lezen"));
    }
}

#[test]
fn all_parts_of_a_packed_file_are_searched() {
    let secrets = secrets();
    let parts = [
        ("content.xml", &b"<t>J. Jan</t><t>sen</t>"[..]),
        ("beeld.png", b"\x89PNG\0\0"),
    ];
    assert!(
        !prove_parts_absent(&secrets, parts)
            .expect("is read")
            .holds()
    );
    let parts = [("noot-pietersen.xml", &b"<t/>"[..])];
    assert!(
        !prove_parts_absent(&secrets, parts)
            .expect("is read")
            .holds()
    );
    let parts = [("content.xml", &b"<t>Openbaar</t>"[..])];
    assert!(
        prove_parts_absent(&secrets, parts)
            .expect("is read")
            .holds()
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn no_bytes_make_it_stop(
        places in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 1..12),
        cut in any::<proptest::sample::Index>(),
        cuts in any::<bool>(),
    ) {
        let secrets = secrets();
        let mut bytes = Pdf::new().bytes();
        for (index, byte) in places {
            let at = index.index(bytes.len());
            bytes[at] = byte;
        }
        if cuts {
            bytes.truncate(cut.index(bytes.len()));
        }
        // Either is right; that it ends is what is asked.
        if let Ok(proof) = prove_absent(&secrets, &bytes, Kind::Pdf) {
            prop_assert!(proof.searched.bytes > 0);
        }
    }

    #[test]
    fn damage_to_a_page_hides_nothing(
        places in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 1..4),
    ) {
        // The font gives the letters other codes, so that only who reads the
        // page through it finds them.
        let before = "q /F1 9 Tf 1 0 0 1 50 600 cm [(a) -20 (b)] TJ BI /W 2 /H 2 /BPC 8 /CS /G ID abcd EI \
            /Span <</ActualText (x)>> BDC EMC (een \\050 twee) Tj Q\n";
        let mut content = before.as_bytes().to_vec();
        for (index, byte) in places {
            let at = index.index(content.len());
            content[at] = byte;
        }
        // What stands by itself after the damage is shown, unless the damage
        // opens a string, a picture or a remark that goes on to here.
        let opens = content.iter().filter(|byte| matches!(byte, b'(' | b'<' | b'%' | b'\\' | b'[')).count();
        let usual = before.bytes().filter(|byte| matches!(byte, b'(' | b'<' | b'%' | b'\\' | b'[')).count();
        let closes = |own: &[u8]| own.iter().filter(|byte| matches!(byte, b')' | b'>' | b']')).count();
        let is_open = opens != usual || closes(&content) != closes(before.as_bytes());
        content.extend(b"\nBT /F1 9 Tf 9 9 Td (J. Jansen) Tj ET");
        let mut pdf = Pdf::new();
        let id = pdf.document.add_object(Stream::new(Dictionary::new(), content));
        pdf.document.get_dictionary_mut(pdf.page).expect("is there").set("Annots", vec![id.into()]);
        let mut page = pdf.document.get_dictionary(pdf.page).expect("is there").clone();
        page.set("Contents", id);
        pdf.document.add_object(page);
        let proof = prove_absent(&secrets(), &pdf.bytes(), Kind::Pdf);
        prop_assert!(is_open || proof.is_ok_and(|proof| !proof.holds()));
    }
}
