//! What programs write for one another in a PDF: it is no text of anybody, so
//! no number or word of it is a leak; and what somebody puts in its place is.

use lopdf::{Dictionary, Object, Stream, StringFormat, dictionary};
use nota_markdown::parse;
use nota_template::Registry;

use super::leaks::{Pdf, with_hidden};
use crate::{Kind, Proof, Secrets, prove_absent};

/// What is withheld, each by itself.
fn secrets(texts: &[String]) -> Secrets {
    let mut nota = "## 3. Kernpunten\n\n".to_owned();
    for text in texts {
        nota.push_str(&format!("[{text}]{{.lak grond=\"5.1.2b\"}}\n\n"));
    }
    let parsed = parse(&nota, Registry::builtin());
    Secrets::of(&parsed.nota, &parsed.template).expect("it is known what is withheld")
}

fn prove(texts: &[&str], bytes: &[u8]) -> Proof {
    let texts: Vec<String> = texts.iter().map(|own| (*own).to_owned()).collect();
    prove_absent(&secrets(&texts), bytes, Kind::Pdf).expect("is read")
}

/// The usual amounts, written in three ways.
fn amounts() -> Vec<String> {
    let points = |amount: u64| {
        let digits = amount.to_string();
        let from_end = |at: usize| digits.len() - at;
        let mut out = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && from_end(at).is_multiple_of(3) {
                out.push('.');
            }
            out.push(digit);
        }
        out
    };
    let units = [
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 75, 80, 90, 100, 125, 150, 200,
        250, 300, 400, 500, 750,
    ];
    let amounts = units
        .iter()
        .flat_map(|own| [own * 10_000, own * 100_000, own * 1_000_000]);
    amounts
        .flat_map(|own| [own.to_string(), points(own), format!("€ {}", points(own))])
        .collect()
}

/// A PDF with all that programs write: many objects, dates, marks of identity,
/// metadata, tables of letters.
fn of_programs() -> Pdf {
    let mut pdf = Pdf::new();
    for number in 0..2_500 {
        // Places of every size come in the table of objects.
        let filling = vec![Object::Null; 1 + number % 90];
        pdf.document.add_object(Object::Array(filling));
    }
    let about = dictionary! {
        "CreationDate" => Object::string_literal("D:20261120000000Z"),
        "ModDate" => Object::string_literal("D:20201212000000+01'00'"),
        "Producer" => Object::string_literal("Typst 0.15.1"),
    };
    let about = pdf.document.add_object(about);
    pdf.document.trailer.set("Info", about);
    let identity = |text: &str| Object::String(text.as_bytes().to_vec(), StringFormat::Literal);
    pdf.document.trailer.set(
        "ID",
        vec![
            identity("KCtZh5XpSTnHn9yfyfnxZg=="),
            identity("e6dZAqmK1Dxo9HrI7iQI/g=="),
        ],
    );
    let xmp = "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\
        <x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
        <rdf:Description rdf:about=\"\" xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\">\
        <xmp:CreateDate>2026-11-20T00:00:00Z</xmp:CreateDate>\
        <xmpMM:DocumentID>uuid:20000000-1200-4000-8000-300000000000</xmpMM:DocumentID>\
        <pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:category>external</pdfaProperty:category>\
        <pdfaSchema:schema>PDF/A Identification Schema</pdfaSchema:schema>\
        </rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>";
    let metadata = Stream::new(
        dictionary! { "Type" => "Metadata", "Subtype" => "XML" },
        xmp.as_bytes().to_vec(),
    );
    pdf.document.add_object(metadata);
    let map = "%!PS-Adobe-3.0 Resource-CMap\n%%DocumentNeededResources: procset CIDInit\n%%EndComments\n\
        /CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Custom def\n\
        2 beginbfchar <0020> <0000> <2000> <0000> endbfchar endcmap";
    pdf.document
        .add_object(Stream::new(Dictionary::new(), map.as_bytes().to_vec()));
    let names = [
        "Marked",
        "StructParents",
        "OutputIntent",
        "BorderStyle",
        "Reference",
        "MediaBox",
        "Part",
        "Properties",
    ];
    let names = names.map(|own| Object::Name(own.as_bytes().to_vec()));
    pdf.document.add_object(Object::Array(names.to_vec()));
    pdf
}

#[test]
fn no_amount_and_no_word_of_the_format_is_a_leak() {
    let bytes = of_programs().bytes();
    let words = [
        "intern",
        "extern",
        "internal",
        "document",
        "agent",
        "management",
        "media",
        "Media",
        "ISO",
        "start",
        "Ommen",
        "Neede",
        "Arents",
        "Ferenc",
        "Marke",
        "Stout",
        "Borders",
        "Orman",
        "Proper",
        "Writer",
        "Part",
        "Text",
        "Name",
        "Intern",
        "adobe",
        "resource",
        "basel",
        "stream",
    ];
    let all: Vec<String> = amounts()
        .into_iter()
        .chain(words.map(str::to_owned))
        .collect();
    let proof = prove_absent(&secrets(&all), &bytes, Kind::Pdf).expect("is read");
    let mut found: Vec<(&String, String)> = proof
        .hits
        .iter()
        .map(|hit| (&all[hit.number - 1], hit.spot.to_string()))
        .collect();
    found.truncate(20);
    assert!(found.is_empty(), "{found:?}");
    assert!(all.len() > 200 && proof.searched.objects > 2_500);
}

/// A PDF with something in it.
fn with(build: &dyn Fn(&mut Pdf)) -> Vec<u8> {
    let mut pdf = Pdf::new();
    build(&mut pdf);
    pdf.bytes()
}

fn entry(key: &str, value: &str) -> Vec<u8> {
    with(&|pdf| {
        let about = dictionary! { key => Object::string_literal(value) };
        let about = pdf.document.add_object(about);
        pdf.document.trailer.set("Info", about);
    })
}

fn metadata(inner: &str) -> Vec<u8> {
    let xmp =
        format!("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF>{inner}</rdf:RDF></x:xmpmeta>");
    with(&|pdf| {
        let dict = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
        pdf.document
            .add_object(Stream::new(dict, xmp.clone().into_bytes()));
    })
}

fn map(inner: &str) -> Vec<u8> {
    let map = format!("{inner}\nbegincmap endcmap").into_bytes();
    with(&|pdf| {
        pdf.document
            .add_object(Stream::new(Dictionary::new(), map.clone()));
    })
}

fn all_are_found(planted: &[(&str, Vec<u8>)]) {
    for (what, bytes) in planted {
        let proof = prove(&["Media", "internal", "5254387", "19620312"], bytes);
        assert!(!proof.hits.is_empty(), "{what}: {proof}");
    }
}

#[test]
fn what_stands_in_the_place_of_dates_and_marks_is_found() {
    let string = Object::string_literal;
    all_are_found(&[
        (
            "a date with more",
            entry("CreationDate", "D:20261120000000Z Media"),
        ),
        ("a date of the text", entry("CreationDate", "19620312")),
        ("a title", entry("Title", "De media")),
        (
            "an identity",
            with(&|pdf| {
                pdf.document
                    .trailer
                    .set("ID", vec![string("voor Media"), string("x")]);
            }),
        ),
        (
            "a name",
            with(&|pdf| {
                pdf.document
                    .add_object(dictionary! { "NotaVanMedia Groep" => 1 });
            }),
        ),
    ]);
}

#[test]
fn what_stands_in_the_place_of_machine_text_is_found() {
    all_are_found(&[
        (
            "a title in the metadata",
            metadata("<dc:title>Media</dc:title>"),
        ),
        (
            "a known value elsewhere",
            metadata("<dc:title><rdf:Alt><rdf:li>internal</rdf:li></rdf:Alt></dc:title>"),
        ),
        (
            "an attribute",
            metadata("<rdf:Description geheim:x=\"Media\"/>"),
        ),
        ("a remark in the metadata", metadata("<!-- Media -->")),
        (
            "an identity in the metadata",
            metadata("<xmpMM:DocumentID>uuid:Media</xmpMM:DocumentID>"),
        ),
        (
            "a description",
            metadata("<pdfaProperty:description>Bod van Media Groep</pdfaProperty:description>"),
        ),
        ("a remark in a table of letters", map("% Media")),
        ("a string in a table of letters", map("/X (voor Media) def")),
        (
            "wide letters in a table of letters",
            map("1 beginbfchar <0001> <004D0065006400690061> endbfchar"),
        ),
        ("a number after all", with_hidden("5254387\n")),
        (
            "a table of objects that is none",
            with_hidden("xref\n0 1\n0005254387 00000 n \n"),
        ),
        ("a place that is none", with_hidden("startxref\n5254387\n")),
        (
            "a trailer",
            with_hidden("trailer\n<</Size 9/Wie(Media)>>\n"),
        ),
        (
            "a number in a trailer",
            with_hidden("trailer\n<</Prev 5254387>>\n"),
        ),
    ]);
}
