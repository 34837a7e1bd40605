//! The document of Word says by its parts what the sheet says.

use super::reading::{part, parts};
use super::{WHOLE, written};

fn document(text: &str) -> String {
    part(&written(text, crate::docx), "word/document.xml")
}

#[test]
fn a_document_describes_itself_and_nobody_else() {
    let package = written(WHOLE, crate::docx);
    let core = part(&package, "docProps/core.xml");
    assert!(core.contains("<dc:title>Beslisnota Kamerbrief"), "{core}");
    assert!(core.contains("<dc:language>nl-NL</dc:language>"), "{core}");
    assert!(
        core.contains("<dc:creator>Ministerie van Justitie"),
        "{core}"
    );
    assert!(core.contains("2024-03-15T12:00:00Z"), "{core}");
    assert!(!core.contains("lastModifiedBy"), "{core}");
    let styles = part(&package, "word/styles.xml");
    assert!(styles.contains(r#"<w:lang w:val="nl-NL""#), "{styles}");
    for name in [
        "Normal",
        "heading 1",
        "heading 2",
        "Title",
        "Body Text",
        "List Bullet",
        "List Number",
        "Quote",
        "footnote text",
        "footnote reference",
        "Hyperlink",
        "Niet openbaar 5.1.2e",
        "Nota tabel",
    ] {
        let own = format!(r#"<w:name w:val="{name}"/>"#);
        assert_eq!(styles.matches(&own).count(), 1, "{name}");
    }
}

#[test]
fn a_number_of_a_section_is_text() {
    let document = document(WHOLE);
    let heading = r#"<w:pStyle w:val="Kop2"/>"#;
    let at = document.find("4.4").expect("there");
    let before = &document[..at];
    assert!(before.rfind(heading) > before.rfind("</w:p>"), "{before}");
    assert!(document[at..].starts_with("4.4</w:t><w:tab/>"));
}

#[test]
fn the_letterhead_is_read_in_order_and_never_right_before_a_heading() {
    let document = document(WHOLE);
    let place = |text: &str| document.find(text).unwrap_or_else(|| panic!("no {text}"));
    let order = [
        r#"w:val="Notasoort""#,
        r#"w:val="Titel""#,
        ">Directoraat-Generaal Ondermijning<",
        ">Ons kenmerk<",
        r#"w:val="Notaaan""#,
        r#"w:val="Notaparafen""#,
        r#"w:val="Kop1""#,
    ];
    let places: Vec<usize> = order.iter().map(|text| place(text)).collect();
    assert!(places.is_sorted(), "{places:?}");
    for text in [
        WHOLE,
        "## 1. Aanleiding\n\nx\n",
        "---\naan:\n  - M\n---\n## 1. Aanleiding\n",
    ] {
        let document = self::document(text);
        let last = document.rfind("<w:framePr").expect("frames");
        let after = &document[last..];
        let (_, next) = after.split_once("</w:p>").expect("ends");
        assert!(
            next.starts_with(r#"<w:p><w:pPr><w:pStyle w:val="Notaaan"/>"#),
            "{text}"
        );
    }
}

#[test]
fn a_table_has_a_header_row_that_comes_back() {
    let document = document("## 3. Kernpunten\n\n| a | b |\n| --- | --: |\n| c | d |\n");
    let (_, table) = document
        .split_once(r#"w:val="Notatabel""#)
        .expect("a table");
    let (first, rest) = table.split_once("</w:tr>").expect("rows");
    assert!(first.contains("<w:cantSplit/><w:tblHeader/>"), "{first}");
    assert!(first.contains(r#"w:firstRow="1""#), "{first}");
    assert!(
        first.contains(r#"<w:tblCaption w:val="Tabel met a, b"/>"#),
        "{first}"
    );
    assert!(
        rest.contains("<w:cantSplit/>") && !rest.contains("w:tblHeader"),
        "{rest}"
    );
    assert_eq!(table.matches(r#"<w:jc w:val="right"/>"#).count(), 2);
}

#[test]
fn lists_start_where_the_drafter_says() {
    let text = "## 3. Kernpunten\n\n4. vier\n5. vijf\n   - punt\n\nTekst.\n\n1. een\n";
    let package = written(text, crate::docx);
    let numbering = part(&package, "word/numbering.xml");
    assert_eq!(numbering.matches("<w:num ").count(), 3, "{numbering}");
    assert!(
        numbering.contains(r#"<w:startOverride w:val="4"/>"#),
        "{numbering}"
    );
    let document = part(&package, "word/document.xml");
    assert!(
        document.contains(r#"<w:ilvl w:val="1"/><w:numId w:val="2"/>"#),
        "{document}"
    );
}

#[test]
fn footnotes_are_real_and_counted_by_word_as_by_us() {
    let text = "## 3. Kernpunten\n\nA.[^a] B.[^b] C.[^a]\n\n[^a]: Een[^c].\n[^b]: Twee.\n[^c]: Diep.\n[^d]: Los.\n";
    let package = written(text, crate::docx);
    let document = part(&package, "word/document.xml");
    let notes = part(&package, "word/footnotes.xml");
    for number in 1..=4 {
        let own = format!(r#"w:id="{number}"/>"#);
        assert!(
            document.contains(&format!("<w:footnoteReference {own}")),
            "{document}"
        );
        assert!(
            notes.contains(&format!(r#"<w:footnote w:id="{number}">"#)),
            "{notes}"
        );
    }
    assert!(
        !notes.contains("footnoteReference"),
        "Word has notes in the text only"
    );
    assert!(document.contains("NOTEREF _nota_n1 "), "{document}");
    assert!(notes.contains("NOTEREF _nota_n2 "), "{notes}");
}

#[test]
fn every_relation_leads_somewhere_and_every_part_has_a_kind() {
    let package = written(WHOLE, crate::docx);
    let names: Vec<String> = parts(&package).into_iter().map(|(name, _)| name).collect();
    let kinds = part(&package, "[Content_Types].xml");
    for name in names.iter().filter(|name| name.ends_with(".xml")) {
        let own = format!(r#"PartName="/{name}""#);
        assert!(kinds.contains(&own) || name.starts_with('['), "{name}");
    }
    for name in names.iter().filter(|name| name.ends_with(".rels")) {
        let folder = if name.starts_with("word/") {
            "word/"
        } else {
            ""
        };
        let relations = part(&package, name);
        for relation in relations.split("<Relationship ").skip(1) {
            let (_, rest) = relation.split_once("Target=\"").expect("a target");
            let (target, rest) = rest.split_once('"').expect("ends");
            let is_outside = rest.starts_with(" TargetMode=\"External\"");
            let inside = names.contains(&format!("{folder}{target}"));
            assert!(is_outside || inside, "{name}: {target}");
        }
    }
    let document = part(&package, "word/document.xml");
    let mut ids: Vec<&str> = document
        .split("<w:bookmarkStart w:id=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    let count = ids.len();
    assert_eq!(document.matches("<w:bookmarkEnd").count(), count);
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count, "no two bookmarks share a number");
}

#[test]
fn what_is_withheld_is_marked_by_its_ground() {
    let text = "## 3. Kernpunten\n\nMet [J. Jansen]{.lak grond=\"5.1.2e\"}.\n\n::: {.lak grond=\"5.1.2b\"}\nBlok.\n:::\n";
    let package = written(text, crate::docx);
    let document = part(&package, "word/document.xml");
    assert!(document.contains(
        r#"<w:rStyle w:val="Nietopenbaar0"/></w:rPr><w:t xml:space="preserve">J. Jansen"#
    ));
    assert!(
        document.contains(
            r#"<w:rStyle w:val="Nietopenbaar1"/></w:rPr><w:t xml:space="preserve">Blok."#
        )
    );
    assert!(document.contains("> [5.1.2e]<"), "{document}");
    assert!(document.contains(">Niet openbaar: 5.1.2b<"), "{document}");
    assert_eq!(document.matches("_nota_lak_").count(), 1);
}
