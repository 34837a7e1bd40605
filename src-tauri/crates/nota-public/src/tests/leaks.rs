//! Leaks that were put into a PDF or a text on purpose, each as it has
//! happened or could: the search finds them all, and says where.

use lopdf::{Dictionary, Document, IncrementalDocument, Object, ObjectId, Stream, dictionary};
use nota_markdown::parse;
use nota_template::Registry;

use crate::{Extent, Kind, NotProven, Proof, Secrets, prove_absent};

/// What is withheld in all tests here: a name, and in 5.2 a sentence.
pub(super) const NOTA: &str = "\
---
onderwerp: Beslisnota Kamerbrief
opgesteld-door: P. Pietersen
---

## 4. Toelichting

Met [J. Jansen]{.lak grond=\"5.1.2e\"} van [Bos]{.lak grond=\"5.1.2e\"}[^1] afgestemd.

## 5. Informatie die niet openbaar gemaakt kan worden

### 5.1 Toelichting

Namen zijn niet openbaar.

### 5.2 Informatie die niet openbaar gemaakt kan worden

De leverancier vraagt twaalf miljoen euro voor het systeem.

[^1]: Openbare noot.
";

pub(super) fn secrets() -> Secrets {
    let parsed = parse(NOTA, Registry::builtin());
    Secrets::of(&parsed.nota, &parsed.template).expect("it is known what is withheld")
}

/// Whether nothing is found and nothing proven either; with what is not read.
pub(super) fn unread(result: &Result<Proof, NotProven>) -> Option<String> {
    let proof = match result {
        Ok(proof) => proof,
        Err(error) => return Some(error.to_string()),
    };
    let parts = proof
        .unread
        .iter()
        .map(|own| format!("{}, {}", own.what, own.spot));
    let parts: Vec<String> = parts.collect();
    (proof.hits.is_empty() && !parts.is_empty() && !proof.holds()).then(|| parts.join("; "))
}

pub(super) fn prove(bytes: &[u8]) -> Result<Proof, NotProven> {
    prove_absent(&secrets(), bytes, Kind::of(bytes).expect("a kind of file"))
}

/// Where something was found, each place once.
pub(super) fn places(proof: &Proof) -> String {
    let mut places: Vec<String> = proof.hits.iter().map(|hit| hit.spot.to_string()).collect();
    places.dedup();
    places.join("; ")
}

/// A small PDF that is under construction.
pub(super) struct Pdf {
    pub document: Document,
    pub page: ObjectId,
    content: String,
}

impl Pdf {
    /// A page with public text.
    pub fn new() -> Self {
        let mut document = Document::with_version("1.7");
        let font = document.add_object(dictionary! {
            "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica",
            "Encoding" => "WinAnsiEncoding",
        });
        let resources = dictionary! { "Font" => dictionary! { "F1" => font } };
        let pages = document.new_object_id();
        let page = document.add_object(dictionary! {
            "Type" => "Page", "Parent" => pages, "Resources" => resources,
            "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
        });
        document.objects.insert(
            pages,
            dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 }.into(),
        );
        let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
        document.trailer.set("Root", catalog);
        Self {
            document,
            page,
            content: "BT /F1 11 Tf 50 700 Td (Met \\[niet openbaar\\] afgestemd.) Tj ET\n"
                .to_owned(),
        }
    }

    pub fn draw(mut self, content: &str) -> Self {
        self.content.push_str(content);
        self
    }

    fn entry(&mut self, holder: &str, key: &str, value: impl Into<Object>) {
        let dict = match holder {
            "catalog" => self.document.catalog_mut(),
            _ => self.document.get_dictionary_mut(self.page),
        };
        dict.expect("is there").set(key, value);
    }

    pub fn with(mut self, holder: &str, key: &str, value: impl Into<Object>) -> Self {
        self.entry(holder, key, value);
        self
    }

    /// Adds an object and puts a reference to it in an entry.
    pub fn refer(mut self, holder: &str, key: &str, value: impl Into<Object>) -> Self {
        let id = self.document.add_object(value);
        self.entry(holder, key, id);
        self
    }

    pub fn bytes(mut self) -> Vec<u8> {
        let mut stream = Stream::new(Dictionary::new(), self.content.clone().into_bytes());
        stream.compress().expect("compresses");
        let content = self.document.add_object(stream);
        self.entry("page", "Contents", content);
        let mut bytes = Vec::new();
        self.document.save_to(&mut bytes).expect("is written");
        bytes
    }
}

pub(super) fn wide(text: &str) -> Object {
    let mut bytes = vec![0xfe, 0xff];
    bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    Object::string_literal(bytes)
}

pub(super) fn stream(dict: Dictionary, content: &str) -> Stream {
    Stream::new(dict, content.as_bytes().to_vec())
}

pub(super) fn packed(dict: Dictionary, content: &str) -> Stream {
    let mut stream = stream(dict, content);
    stream.compress().expect("compresses");
    stream
}

#[test]
fn a_pdf_without_leaks_is_proven() {
    let proof = prove(&Pdf::new().bytes()).expect("is read");
    assert!(proof.holds(), "{proof}");
    assert_eq!(proof.searched.pages, 1);
    assert_eq!(proof.searched.hidden_objects, 0);
}

#[test]
fn text_on_a_page_is_found_whatever_it_looks_like() {
    for (leak, content) in [
        ("white", "BT 1 g /F1 11 Tf 50 600 Td (J. Jansen) Tj ET"),
        (
            "off the page",
            "BT /F1 11 Tf 5000 -600 Td (J. Jansen) Tj ET",
        ),
        (
            "clipped",
            "q 0 0 1 1 re W n BT /F1 11 Tf 50 600 Td (J. Jansen) Tj ET Q",
        ),
        ("invisible", "BT 3 Tr /F1 11 Tf 50 600 Td (J. Jansen) Tj ET"),
        (
            "under a box",
            "BT /F1 11 Tf 50 600 Td (J. Jansen) Tj ET 0 g 40 590 99 20 re f",
        ),
        (
            "one letter at a time",
            "BT /F1 9 Tf (J) Tj 5 0 Td (an) Tj 9 0 Td (sen) Tj ET",
        ),
        (
            "kerned",
            "BT /F1 9 Tf [(J.) -250 (Ja) 20 (n) -30 (sen)] TJ ET",
        ),
        ("hyphenated", "BT /F1 9 Tf (Jan-) Tj 0 -12 Td (sen) Tj ET"),
        ("hexadecimal", "BT /F1 9 Tf <4a616e73656e> Tj ET"),
        ("a short name", "BT /F1 9 Tf (van Bos.) Tj ET"),
        (
            "a part of a sentence",
            "BT /F1 9 Tf (hij vraagt twaalf miljoen euro) Tj ET",
        ),
        ("after rubbish", ">> ] @@ ) BT /F1 9 Tf (J. Jansen) Tj ET"),
    ] {
        let proof = prove(&Pdf::new().draw(content).bytes()).expect("is read");
        assert_eq!(places(&proof), "in de tekst van bladzijde 1", "{leak}");
    }
}

#[test]
fn glyphs_are_read_through_to_unicode() {
    let map = "2 begincodespacerange <0000> <ffff> endcodespacerange
        4 beginbfchar <0001> <004A> <0002> <0061> <0003> <006E> <0005> <0065> endbfchar
        1 beginbfrange <0004> <0004> [<0073>] endbfrange";
    let mut pdf = Pdf::new();
    let map = pdf.document.add_object(packed(Dictionary::new(), map));
    let font = |map: Option<ObjectId>| {
        let mut font = dictionary! {
            "Type" => "Font", "Subtype" => "Type0", "BaseFont" => "ABCDEF+Sans",
            "Encoding" => "Identity-H",
        };
        if let Some(map) = map {
            font.set("ToUnicode", map);
        }
        font
    };
    let shown = "BT /F1 9 Tf <000100020003000400050003> Tj ET";
    let readable = pdf.document.add_object(font(Some(map)));
    let pdf = pdf.with(
        "page",
        "Resources",
        dictionary! {
            "Font" => dictionary! { "F1" => readable },
        },
    );
    let proof = prove(&pdf.draw(shown).bytes()).expect("is read");
    assert_eq!(places(&proof), "in de tekst van bladzijde 1");

    let mut pdf = Pdf::new();
    let opaque = pdf.document.add_object(font(None));
    let pdf = pdf.with(
        "page",
        "Resources",
        dictionary! {
            "Font" => dictionary! { "F1" => opaque },
        },
    );
    let result = prove(&pdf.draw(shown).bytes());
    assert!(
        unread(&result).is_some_and(|own| own.contains("bladzijde 1")),
        "{result:?}"
    );
}

#[test]
fn strings_outside_the_text_are_found() {
    let bookmark = dictionary! { "Title" => wide("Gesprek met J. Jansen") };
    let remark = dictionary! {
        "Type" => "Annot", "Subtype" => "Text", "Contents" => Object::string_literal("vraag Jansen"),
    };
    let link = dictionary! {
        "Subtype" => "Link",
        "A" => dictionary! { "S" => "URI", "URI" => Object::string_literal("mailto:j.jansen@x.nl") },
    };
    let field = dictionary! { "FT" => "Tx", "V" => Object::string_literal("P. Pietersen") };
    let structure = |key: &str| dictionary! { "S" => "Span", key => wide("J. Jansen") };
    let target = || dictionary! { "D" => vec![Object::Null] };
    for (place, pdf) in [
        ("(Title)", Pdf::new().refer("catalog", "Outlines", bookmark)),
        (
            "(Contents)",
            Pdf::new().with("page", "Annots", vec![remark.into()]),
        ),
        (
            "(URI)",
            Pdf::new().with("page", "Annots", vec![link.into()]),
        ),
        (
            "(V)",
            Pdf::new().refer(
                "catalog",
                "AcroForm",
                dictionary! { "Fields" => vec![field.into()] },
            ),
        ),
        (
            "(Alt)",
            Pdf::new().refer("catalog", "StructTreeRoot", structure("Alt")),
        ),
        (
            "(ActualText)",
            Pdf::new().refer("catalog", "StructTreeRoot", structure("ActualText")),
        ),
        (
            "(Names)",
            Pdf::new().refer(
                "catalog",
                "Dests",
                dictionary! {
                    "Names" => vec![Object::string_literal("noot-jansen"), target().into()],
                },
            ),
        ),
        (
            "gegeven van de PDF",
            Pdf::new().refer("catalog", "Dests", dictionary! { "jansen" => target() }),
        ),
        (
            "gegeven van de PDF",
            Pdf::new().with("catalog", "Onbekend", Object::string_literal("J. Jansen")),
        ),
        (
            "bladzijde 1",
            Pdf::new().draw("/Span <</ActualText (J. Jansen)>> BDC BT /F1 9 Tf (X) Tj ET EMC"),
        ),
    ] {
        let proof = prove(&pdf.bytes()).expect("is read");
        assert!(places(&proof).contains(place), "{place}: {proof}");
    }
    let mut pdf = Pdf::new();
    let about = dictionary! { "Author" => Object::string_literal("P. Pietersen") };
    let about = pdf.document.add_object(about);
    pdf.document.trailer.set("Info", about);
    assert!(places(&prove(&pdf.bytes()).expect("is read")).contains("(Author)"));
}

#[test]
fn streams_outside_the_pages_are_found() {
    let xmp = "<x:xmpmeta><rdf:li>J. Jansen</rdf:li></x:xmpmeta>";
    let metadata = stream(
        dictionary! { "Type" => "Metadata", "Subtype" => "XML" },
        xmp,
    );
    let form = packed(
        dictionary! { "Subtype" => "Form", "BBox" => vec![0.into(), 0.into(), 1.into(), 1.into()] },
        "BT /F1 9 Tf (J. Jansen) Tj ET",
    );
    let script = packed(Dictionary::new(), "app.alert('J. Jansen')");
    let image = stream(
        dictionary! { "Subtype" => "Image", "Filter" => "DCTDecode" },
        "\u{1}\u{2}Exif\0P. Pietersen\u{3}",
    );
    for (place, pdf) in [
        (
            "metagegevens",
            Pdf::new().refer("catalog", "Metadata", metadata),
        ),
        (
            "buiten de bladzijden",
            Pdf::new().refer("page", "Onbekend", form),
        ),
        (
            "buiten de bladzijden",
            Pdf::new().refer("catalog", "OpenAction", script),
        ),
        (
            "buiten de bladzijden",
            Pdf::new().refer("page", "Thumb", image),
        ),
    ] {
        let proof = prove(&pdf.bytes()).expect("is read");
        assert!(places(&proof).contains(place), "{place}: {proof}");
    }
}

#[test]
fn attached_files_are_searched() {
    let attach = |content: Vec<u8>| {
        let mut pdf = Pdf::new();
        let mut file = Stream::new(dictionary! { "Type" => "EmbeddedFile" }, content);
        file.compress().expect("compresses");
        pdf.document.add_object(file);
        prove(&pdf.bytes())
    };
    let inner = Pdf::new().draw("BT /F1 9 Tf (J. Jansen) Tj ET").bytes();
    for content in [b"beste J. Jansen, ...".to_vec(), inner] {
        let proof = attach(content).expect("is read");
        assert!(places(&proof).contains("bijlage"), "{proof}");
        assert_eq!(proof.searched.attachments, 1);
    }
    let result = attach(b"PK\x03\x04......".to_vec());
    assert!(
        unread(&result).is_some_and(|own| own.contains("bijlage")),
        "{result:?}"
    );
}

#[test]
fn what_a_later_version_replaced_is_found() {
    let before = Pdf::new().draw("BT /F1 9 Tf (J. Jansen) Tj ET").bytes();
    let document = Document::load_mem(&before).expect("is a PDF");
    let page = document.page_iter().next().expect("has a page");
    let content = document.get_page_contents(page)[0];
    let mut update = IncrementalDocument::create_from(before, document);
    update
        .new_document
        .set_object(content, stream(Dictionary::new(), "BT ET"));
    let mut after = Vec::new();
    update.save_to(&mut after).expect("is written");
    let proof = prove(&after).expect("is read");
    assert!(places(&proof).contains("eerdere versie"), "{proof}");

    // An object that no table names, and a remark between two objects.
    let orphan = with_hidden("90 0 obj\n<</A (J. Jansen)>>\nendobj\n");
    let proof = prove(&orphan).expect("is read");
    assert!(places(&proof).contains("eerdere versie"), "{proof}");
    let proof = prove(&with_hidden("% voor Bos\n")).expect("is read");
    assert!(places(&proof).contains("ruwe inhoud"), "{proof}");
}

#[test]
fn objects_in_object_streams_are_found() {
    let mut pdf = Pdf::new();
    pdf.document
        .add_object(dictionary! { "A" => wide("J. Jansen") });
    let mut bytes = Vec::new();
    pdf.document.save_modern(&mut bytes).expect("is written");
    let proof = prove(&bytes).expect("is read");
    assert!(places(&proof).contains("gegeven van de PDF"), "{proof}");

    // One that no table names any more, with an object that was replaced.
    let inner = "1 0 <</B <FEFF005000690065007400650072007300650 06E>>>";
    let length = inner.len();
    let outer = format!(
        "90 0 obj\n<</Type/ObjStm/N 1/First 4/Length {length}>>stream\n{inner}\nendstream\nendobj\n"
    );
    let proof = prove(&with_hidden(&outer)).expect("is read");
    assert!(places(&proof).contains("eerdere versie"), "{proof}");
}

/// A sound PDF with bytes in it that no table names.
pub(super) fn with_hidden(hidden: &str) -> Vec<u8> {
    let mut bytes = Pdf::new().bytes();
    let word = b"startxref";
    let end = bytes.windows(word.len()).rposition(|own| own == word);
    let end = bytes[end.expect("has an end")..].to_vec();
    bytes.extend(hidden.as_bytes());
    bytes.extend(end);
    bytes
}

#[test]
fn texts_are_searched_as_they_are_and_without_markup() {
    for (text, place) in [
        ("a\nJ\\. **Jan**sen\n", "op regel 2"),
        ("Jan-\nsen", "in de tekst zonder opmaak"),
        ("<b>Jan</b>&shy;s&#101;n", "in de tekst zonder opmaak"),
        ("[x](mailto:P.Pietersen@x.nl)", "op regel 1"),
    ] {
        assert_eq!(
            places(&prove(text.as_bytes()).expect("is read")),
            place,
            "{text}"
        );
    }
    let clean = prove("Met [niet openbaar] afgestemd. Bosch en bossen.".as_bytes());
    assert!(clean.expect("is read").holds());
}

#[test]
fn the_name_of_who_initials_is_searched() {
    let nota = "---\nparafen:\n  - functie: Directeur\n    naam: J. Jansen\n---\n\n## Kernpunten\n\nGoed.\n";
    let parsed = parse(nota, Registry::builtin());
    let secrets = Secrets::of(&parsed.nota, &parsed.template).expect("known");
    let prove = |text: &str| prove_absent(&secrets, text.as_bytes(), Kind::Text).expect("read");
    assert_eq!(places(&prove("Directeur: J. Jansen")), "op regel 1");
    assert!(prove("Directeur").holds());
}

#[test]
fn the_report_says_where_and_why_but_not_what() {
    let pdf = Pdf::new().draw("BT /F1 9 Tf (J. Jansen vraagt twaalf miljoen) Tj ET");
    let proof = prove(&pdf.bytes()).expect("is read");
    expect_test::expect![[r#"
        In dit bestand staat tekst die is gelakt.
        Doorzocht: 1 bladzijden, 6 objecten (waarvan 0 verborgen of uit een eerdere versie), 2 stromen, 34 losse tekenreeksen, 0 bijlagen.
        alleen intern: 2 gelakt, 0 gevonden, 1 alleen deels gezocht (dezelfde letters zijn ook openbaar, of de tekst is lang).
        art. 5.1, lid 2, onder e, Woo: 3 gelakt, 1 gevonden.
        Gevonden: nummer 2 (een gelakte tekst, art. 5.1, lid 2, onder e, Woo): de hele tekst, in de tekst van bladzijde 1.
    "#]]
    .assert_eq(&proof.to_string());
    let json = serde_json::to_string_pretty(&proof).expect("is JSON");
    for kept in ["Jansen", "miljoen"] {
        assert!(!json.contains(kept) && !format!("{:?}", secrets()).contains(kept));
    }
    assert_eq!(proof.hits[0].extent, Extent::Whole);
}

#[test]
fn what_is_also_public_is_no_leak() {
    let nota = "## Kernpunten\n\n[J. Jansen]{.lak grond=\"5.1.2e\"} en de motie-Jansen.\n";
    let parsed = parse(nota, Registry::builtin());
    let secrets = Secrets::of(&parsed.nota, &parsed.template).expect("known");
    let holds = |text: &str| {
        prove_absent(&secrets, text.as_bytes(), Kind::Text)
            .expect("read")
            .holds()
    };
    assert!(holds("de motie-Jansen"));
    assert!(!holds("J. Jansen"));

    // What the layouts make of public fields and headings is public as well.
    let nota = "---\ndatum: 2024-03-05\n---\n\n## Kernpunten\n\n\
        [5 maart 2024]{.lak grond=\"5.1.2e\"} [3. Kernpunten]{.lak grond=\"5.1.2b\"}\n";
    let parsed = parse(nota, Registry::builtin());
    let secrets = Secrets::of(&parsed.nota, &parsed.template).expect("known");
    let page = "5 maart 2024, 3. Kernpunten";
    let proof = prove_absent(&secrets, page.as_bytes(), Kind::Text).expect("read");
    assert!(proof.holds(), "{proof}");
}

#[test]
fn a_word_in_bytes_is_passed_over_only_inside_a_public_word() {
    let text =
        "## 3. Kernpunten\n\nWij gaan naar de visserijraad. [Visser]{.lak grond=\"5.1.2e\"}\n";
    let parsed = parse(text, Registry::builtin());
    let secrets = Secrets::of(&parsed.nota, &parsed.template).expect("known");
    let found = |word: &str| {
        let mut out = false;
        let bytes = [b"\x80\xff ", word.as_bytes(), b" \xff"].concat();
        let is_public = |secret: usize, word: &str| {
            let own = secrets.all().get(secret);
            own.is_some_and(|own| secrets.needles.is_public_word(&own.text, word))
        };
        secrets
            .raw
            .search(&bytes, &is_public, &mut |_, _| out = true);
        out
    };
    assert!(found("Visser") && found("mrVisser") && found("Visser2024"));
    assert!(!found("Visserijraad"));
}
