//! What is withheld is found wherever it stands in a package.

use std::io::{Cursor, Write as _};

use nota_template::Registry;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::{Kind, Proof, Secrets, Verdict, prove_absent};

fn secrets() -> Secrets {
    let text = "## 3. Kernpunten\n\nMet [mevrouw Zwartjes]{.lak grond=\"5.1.2e\"}.\n";
    let parsed = nota_markdown::parse(text, Registry::builtin());
    Secrets::of(&parsed.nota, &parsed.template).expect("known")
}

fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default())
            .expect("starts");
        zip.write_all(bytes).expect("writes");
    }
    zip.finish().expect("ends").into_inner()
}

fn searched(parts: &[(&str, &[u8])]) -> Proof {
    let bytes = package(parts);
    assert_eq!(Kind::of(&bytes), Some(Kind::Package));
    prove_absent(&secrets(), &bytes, Kind::Package).expect("is read")
}

#[test]
fn it_is_found_in_every_part() {
    let split = b"<w:p><w:r><w:t>mevrouw Zwar</w:t></w:r><w:r><w:t>tjes</w:t></w:r></w:p>";
    let deleted = b"<w:p><w:del w:author='A'><w:r><w:delText>mevrouw Zwartjes</w:delText></w:r></w:del></w:p>";
    let around = b"<w:p><w:r><w:t>mevrouw Zw</w:t></w:r><w:del><w:r><w:delText>x y</w:delText></w:r></w:del><w:r><w:t>artjes</w:t></w:r></w:p>";
    let inserted = b"<w:p><w:r><w:t>mevrouw Zwar</w:t></w:r><w:ins><w:r><w:t> of </w:t></w:r></w:ins><w:r><w:t>tjes</w:t></w:r></w:p>";
    let hidden = b"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>mevrouw Zwartjes</w:t></w:r></w:p>";
    let author = b"<w:comment w:author='mevrouw Zwartjes'><w:p/></w:comment>";
    let property =
        b"<cp:coreProperties><dc:creator>mevrouw Zwartjes</dc:creator></cp:coreProperties>";
    let remark = b"<w:p><!-- mevrouw Zwartjes --></w:p>";
    let letters = b"<w:p><w:r><w:t>mevrouw Zwa&#114;tjes</w:t></w:r></w:p>";
    let link =
        b"<Relationships><Relationship Target='https://x.nl/mevrouw%20Zwartjes'/></Relationships>";
    let flat = b"<text:p>mevrouw <text:span>Zwart</text:span>jes</text:p>";
    for (name, bytes) in [
        ("word/document.xml", &split[..]),
        ("word/document.xml", deleted),
        ("word/document.xml", around),
        ("word/document.xml", inserted),
        ("word/document.xml", hidden),
        ("word/document.xml", remark),
        ("word/document.xml", letters),
        ("word/comments.xml", author),
        ("docProps/core.xml", property),
        ("customXml/item1.xml", b"<a b='1'>mevrouw Zwartjes</a>"),
        ("word/_rels/document.xml.rels", link),
        ("content.xml", flat),
        ("Versions/mevrouw Zwartjes.xml", b"<a/>"),
        ("word/notes.txt", b"mevrouw Zwartjes"),
    ] {
        let proof = searched(&[("[Content_Types].xml", b"<Types/>"), (name, bytes)]);
        assert_eq!(
            proof.verdict(),
            Verdict::Found,
            "{name} {}",
            String::from_utf8_lossy(bytes)
        );
    }
}

#[test]
fn it_is_found_in_a_document_in_the_document() {
    let inner = package(&[(
        "word/document.xml",
        b"<w:p><w:t>mevrouw Zwartjes</w:t></w:p>",
    )]);
    let proof = searched(&[("word/embeddings/oud.docx", &inner)]);
    assert_eq!(proof.verdict(), Verdict::Found);
}

#[test]
fn what_cannot_be_read_is_named_and_proves_nothing() {
    for name in [
        "docProps/thumbnail.jpeg",
        "word/media/image1.png",
        "word/printer.bin",
    ] {
        let proof = searched(&[(name, b"\xff\xd8\xff\0\x01")]);
        assert_eq!(proof.verdict(), Verdict::NotProven, "{name}");
        assert_eq!(proof.unread.len(), 1, "{name}");
    }
    let proof = searched(&[("word/document.xml", b"<w:p><w:sym w:char='F05A'/></w:p>")]);
    assert_eq!(proof.verdict(), Verdict::NotProven);
}

#[test]
fn a_clean_document_is_proven_and_a_damaged_one_is_not() {
    let clean = b"<w:p><w:r><w:t>Met een ambtenaar.</w:t></w:r></w:p>";
    let parts: &[(&str, &[u8])] = &[("word/document.xml", clean)];
    assert_eq!(searched(parts).verdict(), Verdict::Proven);
    let mut cut = package(parts);
    cut.truncate(cut.len() / 2);
    assert!(prove_absent(&secrets(), &cut, Kind::Package).is_err());
    let mut more = b"verborgen voor alle lezers van pakketten".to_vec();
    more.extend(package(parts));
    let read = prove_absent(&secrets(), &more, Kind::Package);
    assert!(read.is_err() || read.is_ok_and(|proof| proof.verdict() != Verdict::Proven));
}

#[test]
fn short_numbers_of_the_format_are_no_finds() {
    let text =
        "## 3. Kernpunten\n\nVoor [240]{.lak grond=\"5.1.2b\"} en [1134]{.lak grond=\"5.1.2b\"}.\n";
    let parsed = nota_markdown::parse(text, Registry::builtin());
    let secrets = Secrets::of(&parsed.nota, &parsed.template).expect("known");
    let bytes = package(&[(
        "word/styles.xml",
        b"<w:spacing w:line='240' w:after='1134'/>",
    )]);
    let proof = prove_absent(&secrets, &bytes, Kind::Package).expect("is read");
    assert_eq!(proof.hits, []);
}
