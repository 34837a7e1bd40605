//! What gives no text counts as not read, with its place; what can be read in
//! it is found.

use lopdf::{Dictionary, Object, Stream, dictionary};

use super::leaks::{Pdf, packed, places, prove, stream, unread, with_hidden};
use crate::{Drawings, Kind, prove_absent_beside};

fn picture(width: i64, height: i64) -> Stream {
    let dict = dictionary! {
        "Subtype" => "Image", "Width" => width, "Height" => height,
        "BitsPerComponent" => 8, "ColorSpace" => "DeviceGray",
    };
    let count = usize::try_from(width * height).expect("fits");
    let mut picture = Stream::new(dict, vec![0; count]);
    picture.compress().expect("compresses");
    picture
}

fn not_read(name: &str, bytes: &[u8], parts: &[&str]) {
    let result = prove(bytes);
    let what = unread(&result).unwrap_or_else(|| panic!("{name}: {result:?}"));
    for part in parts {
        assert!(what.contains(part), "{name}: {what}");
    }
}

fn proven(name: &str, bytes: &[u8]) {
    let proof = prove(bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert!(proof.holds(), "{name}: {proof}");
}

#[test]
fn a_picture_is_not_read() {
    let shown = |picture: Stream, count: usize| {
        let mut pdf = Pdf::new();
        let id = pdf.document.add_object(picture);
        let resources = dictionary! { "XObject" => dictionary! { "I" => id } };
        let page = pdf.document.get_dictionary_mut(pdf.page).expect("is there");
        let own = page
            .get_mut(b"Resources")
            .and_then(Object::as_dict_mut)
            .expect("is there");
        own.extend(&resources);
        pdf.draw(&"q 9 0 0 9 0 0 cm /I Do Q ".repeat(count)).bytes()
    };
    not_read(
        "a scan",
        &shown(picture(40, 20), 1),
        &["een plaatje", "bladzijde 1"],
    );
    not_read(
        "one in strips",
        &shown(picture(600, 4), 40),
        &["een plaatje", "bladzijde 1"],
    );
    proven("a single dot", &shown(picture(1, 1), 1));
    proven("a thin line", &shown(picture(600, 2), 3));
    let inline = |width: usize, height: usize| {
        let pixels = "x".repeat(width * height);
        let content = format!("q BI /W {width} /H {height} /BPC 8 /CS /G ID {pixels} EI Q");
        Pdf::new().draw(&content).bytes()
    };
    not_read("inline", &inline(30, 8), &["een plaatje", "bladzijde 1"]);
    proven("an inline dot", &inline(1, 1));
    // One that no page shows.
    let mut pdf = Pdf::new();
    pdf.document.add_object(picture(40, 20));
    not_read("left over", &pdf.bytes(), &["een plaatje"]);
    // A dot that is cut out by a mask with letters.
    let mut pdf = Pdf::new();
    let mask = pdf.document.add_object(picture(400, 20));
    let mut dot = picture(1, 1);
    dot.dict.set("SMask", mask);
    let dot = pdf.document.add_object(dot);
    let resources = dictionary! { "XObject" => dictionary! { "I" => dot } };
    let pdf = pdf.with("page", "Resources", resources).draw("/I Do");
    not_read("a mask", &pdf.bytes(), &["een plaatje"]);
}

#[test]
fn text_around_an_inline_picture_is_found() {
    for picture in [
        "BI /W 4 /H 2 /BPC 8 /CS /G ID \x01 EI (\n\x02 EI",
        "BI /W 4 /H 2 /BPC 8 /CS /G ID \x01EI BT(\x02\nEI",
        "ID",
        "BI /W 4",
    ] {
        let content = format!("q {picture} Q BT /F1 9 Tf (J. Jansen) Tj ET");
        let proof = prove(&Pdf::new().draw(&content).bytes()).expect("is read");
        assert!(
            places(&proof).contains("bladzijde 1"),
            "{picture:?}: {proof}"
        );
    }
}

/// The outlines of letters, as a program makes them: bends and corners.
fn outlines(count: usize) -> String {
    let letter = |at: usize| {
        let x = 50 + at * 8;
        format!(
            "{x} 600 m {x} 606 l {} 608 {} 608 {} 606 c {} 603 l {} 601 {} 600 {x} 600 c h f ",
            x + 2,
            x + 3,
            x + 5,
            x + 5,
            x + 5,
            x + 3
        ) + &format!(
            "{x} 620 m {} 628 l {} 628 l {} 620 l {} 620 l {} 623 l {} 623 l h f ",
            x + 2,
            x + 3,
            x + 5,
            x + 4,
            x + 3,
            x + 2
        )
    };
    (0..count).map(letter).collect()
}

#[test]
fn letters_that_are_drawn_are_not_read() {
    let parts = ["getekende vormen", "bladzijde 1"];
    not_read("a name", &Pdf::new().draw(&outlines(3)).bytes(), &parts);
    not_read(
        "small, made larger",
        &Pdf::new()
            .draw(&format!("q .1 0 0 .1 0 0 cm {} Q", outlines(9)))
            .bytes(),
        &[],
    );
    let clipped = outlines(3).replace("h f", "h W n");
    not_read("clipped", &Pdf::new().draw(&clipped).bytes(), &parts);
    let strokes = "50 600 m 52 606 54 606 56 600 c S ".repeat(9);
    not_read("by hand", &Pdf::new().draw(&strokes).bytes(), &parts);
    let dots: String = (0..500)
        .map(|at| format!("{} {} 1 1 re f ", at % 50, at / 50))
        .collect();
    not_read("of dots", &Pdf::new().draw(&dots).bytes(), &parts);
    let form = packed(
        dictionary! { "Subtype" => "Form", "BBox" => vec![0.into(); 4] },
        &outlines(3),
    );
    let mut pdf = Pdf::new();
    let form = pdf.document.add_object(form);
    let pdf = pdf.with(
        "page",
        "Resources",
        dictionary! { "XObject" => dictionary! { "X" => form } },
    );
    not_read("in a form", &pdf.draw("/X Do").bytes(), &parts);
}

#[test]
fn lines_boxes_and_circles_are_no_letters() {
    let box_with_round_corners = "60 500 m 90 500 l 95 500 95 505 95 505 c 95 520 l 95 525 90 525 90 525 c \
        60 525 l 55 525 55 520 55 520 c 55 505 l 55 500 60 500 60 500 c h f ";
    let circle = "60 500 m 60 503 57 506 54 506 c 51 506 48 503 48 500 c 48 497 51 494 54 494 c 57 494 60 497 60 500 c f ";
    let table = "50 400 m 500 400 l S 50 380 450 20 re f 0 0 595 842 re W n ";
    let ribbon = "280 700 35 142 re f ";
    let chart = "50 300 m 90 340 l 150 320 l 210 380 l 270 350 l 330 390 l 400 300 l h f ";
    let all = [box_with_round_corners, circle, table, ribbon, chart]
        .concat()
        .repeat(8);
    proven("drawings", &Pdf::new().draw(&all).bytes());
}

#[test]
fn what_a_house_style_draws_is_known() {
    let bytes = Pdf::new().draw(&outlines(9)).bytes();
    let secrets = super::leaks::secrets();
    let known = crate::drawings(&secrets, &bytes);
    let proof = prove_absent_beside(&secrets, &bytes, Kind::Pdf, &known).expect("is read");
    assert!(proof.holds(), "{proof}");
    let more = outlines(9) + &outlines(4).replace("606", "607").replace("623", "622");
    let more = Pdf::new().draw(&more).bytes();
    let proof = prove_absent_beside(&secrets, &more, Kind::Pdf, &known).expect("is read");
    assert!(!proof.holds(), "{proof}");
    let proof = prove_absent_beside(&secrets, &bytes, Kind::Pdf, &Drawings::default());
    assert!(!proof.expect("is read").holds());
}

#[test]
fn a_page_that_was_taken_out_is_read() {
    let page = "90 0 obj\n<</Type/Page/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/X\
        /Encoding<</Differences[1/J/a/n/s/e]>>>>>>>>/Contents 91 0 R>>\nendobj\n\
        91 0 obj\n<</Length 38>>stream\nBT /F1 9 Tf <010203040503> Tj ET      \nendstream\nendobj\n";
    let proof = prove(&with_hidden(page)).expect("is read");
    assert!(places(&proof).contains("eerdere versie"), "{proof}");
    // One that is in the file as it is, but in no tree of pages.
    let mut pdf = Pdf::new();
    let content = pdf.document.add_object(packed(
        Dictionary::new(),
        "BT /F1 9 Tf <010203040503> Tj ET",
    ));
    let names: Vec<Object> = [Object::Integer(1)]
        .into_iter()
        .chain(["J", "a", "n", "s", "e"].map(|own| Object::Name(own.into())))
        .collect();
    let font = dictionary! { "Type" => "Font", "Subtype" => "Type1", "Encoding" => dictionary! { "Differences" => names } };
    pdf.document.add_object(dictionary! {
        "Type" => "Page", "Contents" => content,
        "Resources" => dictionary! { "Font" => dictionary! { "F1" => font } },
    });
    let proof = prove(&pdf.bytes()).expect("is read");
    assert!(places(&proof).contains("eerdere versie"), "{proof}");
}

/// A PDF with a file in it, to which an entry refers and which does not say
/// that it is one.
fn attached(content: &[u8]) -> Vec<u8> {
    let mut pdf = Pdf::new();
    let mut file = Stream::new(Dictionary::new(), content.to_vec());
    file.compress().expect("compresses");
    let file = pdf.document.add_object(file);
    let name = Object::string_literal("a");
    pdf.document
        .add_object(dictionary! { "F" => name, "EF" => dictionary! { "UF" => file } });
    pdf.bytes()
}

/// A tar file with one file in it.
fn tar(content: &[u8]) -> Vec<u8> {
    let mut head = vec![0_u8; 512];
    head[..5].copy_from_slice(b"a.txt");
    head[124..136].copy_from_slice(format!("{:011o} ", content.len()).as_bytes());
    head[148..156].fill(b' ');
    let sum: u32 = head.iter().map(|byte| u32::from(*byte)).sum();
    head[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
    head.extend(content);
    head.resize(head.len().next_multiple_of(512) + 1024, 0);
    head
}

#[test]
fn attached_files_are_read_or_named() {
    let inner = Pdf::new().draw("BT /F1 9 Tf (P. Pietersen) Tj ET").bytes();
    let mut photo = b"\xff\xd8\xff\xe1\0\x40Exif\0\0\x01\x02mevrouw Pietersen\0".to_vec();
    photo.extend([0x80; 500]);
    for (name, content) in [
        ("a text", b"de heer Pietersen".to_vec()),
        (
            "a latin text",
            b"de heer Pietersen uit Zo\xebtermeer".to_vec(),
        ),
        ("a PDF", inner.clone()),
        ("a tar file", tar(b"de heer Pietersen")),
        ("a tar file in a tar file", tar(&tar(b"de heer Pietersen"))),
        ("a PDF in a tar file", tar(&inner)),
        ("a photo", photo),
    ] {
        let proof = prove(&attached(&content)).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(places(&proof).contains("bijlage"), "{name}: {proof}");
        assert_eq!(proof.searched.attachments, 1, "{name}");
    }
    let noise: Vec<u8> = (0_u32..3_000)
        .map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8)
        .collect();
    let with = |head: &[u8]| [head, &noise].concat();
    for (name, content, what) in [
        ("zip", with(b"PK\x03\x04"), "ingepakte"),
        (
            "a zip in pieces",
            with(b"PK\x07\x08PK\x03\x04"),
            "ingepakte",
        ),
        (
            "a program that unpacks itself",
            with(b"MZ\x90\0"),
            "een bestand van een soort",
        ),
        ("lzma", with(b"\x5d\0\0\x80\0"), "een bestand van een soort"),
        ("zlib", with(b"\x78\x9c"), "een bestand van een soort"),
        ("cab", with(b"MSCF\0\0"), "ingepakte"),
        ("a scan", with(b"\x89PNG\r\n"), "een plaatje"),
        (
            "a zip in a tar file",
            tar(&with(b"PK\x03\x04")),
            "ingepakte",
        ),
        ("rtf", b"{\\rtf1 J. Jan\\'73en}".to_vec(), "RTF"),
    ] {
        not_read(name, &attached(&content), &[what, "bijlage"]);
    }
    // The same, with nothing that refers to it.
    let mut pdf = Pdf::new();
    pdf.document
        .add_object(Stream::new(Dictionary::new(), with(b"PK\x03\x04")));
    not_read("alone", &pdf.bytes(), &["ingepakte"]);
    // What is attached is read, and a public PDF has no attachments all the same.
    not_read(
        "nothing",
        &attached(b"\n"),
        &["een openbare PDF heeft geen bijlagen"],
    );
}

#[test]
fn other_ways_to_write_are_read() {
    let string = |text: &str| Object::string_literal(text);
    for (name, key, text) in [
        ("rich text", "RC", "<body><p>P. Pieter<b>sen</b></p></body>"),
        ("a rich value", "RV", "<p>Pieter&#115;en</p>"),
        ("an address", "URI", "mailto:P.Pi%65tersen@x.nl"),
        ("a script", "JS", "app.alert('Pieter\\\\u0073en')"),
        (
            "a script in hexadecimal",
            "JS",
            "app.alert('Pieter\\\\x73en')",
        ),
    ] {
        let pdf = Pdf::new().refer("page", "Onbekend", dictionary! { key => string(text) });
        let proof = prove(&pdf.bytes()).expect("is read");
        assert!(!proof.hits.is_empty(), "{name}: {proof}");
    }
    let form = "<xfa><draw>P. Pieter</draw><span>sen</span></xfa>";
    let pdf = Pdf::new().refer("catalog", "XFA", stream(Dictionary::new(), form));
    assert!(!prove(&pdf.bytes()).expect("is read").hits.is_empty());
    // The small picture that some programs leave in the metadata.
    let thumbnail = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg";
    let xmp = format!("<x:xmpmeta><xmpGImg:image>{thumbnail}</xmpGImg:image></x:xmpmeta>");
    let metadata = stream(
        dictionary! { "Type" => "Metadata", "Subtype" => "XML" },
        &xmp,
    );
    let pdf = Pdf::new().refer("catalog", "Metadata", metadata);
    not_read(
        "a thumbnail",
        &pdf.bytes(),
        &["een plaatje", "metagegevens"],
    );
}

#[test]
fn a_stream_of_nothing_is_read() {
    let empty = Stream::new(dictionary! { "Filter" => "FlateDecode" }, Vec::new());
    let mut pdf = Pdf::new();
    pdf.document.add_object(empty);
    proven("empty", &pdf.bytes());
    let noise = stream(Dictionary::new(), "\u{1}\u{2}\u{3}\u{4}");
    let mut pdf = Pdf::new();
    pdf.document.add_object(noise);
    not_read("noise", &pdf.bytes(), &["een bestand van een soort"]);
    for dict in [
        dictionary! { "FunctionType" => 0 },
        dictionary! { "Length1" => 4 },
        dictionary! { "ShadingType" => 4 },
    ] {
        let mut pdf = Pdf::new();
        pdf.document
            .add_object(stream(dict, "\u{1}\u{2}\u{3}\u{4}"));
        proven("machine", &pdf.bytes());
    }
}
