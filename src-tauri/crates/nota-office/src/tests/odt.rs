//! The document of LibreOffice says by its parts what the sheet says.

use super::reading::{part, parts};
use super::{WHOLE, written};

fn content(text: &str) -> String {
    part(&written(text, crate::odt), "content.xml")
}

#[test]
fn the_package_says_first_what_it_is_and_lists_its_parts() {
    let package = written(WHOLE, crate::odt);
    // Readers look at these bytes without unpacking anything.
    let head = b"mimetypeapplication/vnd.oasis.opendocument.text";
    assert_eq!(package.get(30..30 + head.len()), Some(&head[..]));
    let manifest = part(&package, "META-INF/manifest.xml");
    for (name, _) in parts(&package).iter().skip(1) {
        let own = format!("manifest:full-path=\"{name}\"");
        assert!(
            manifest.contains(&own) || name.starts_with("META-INF"),
            "{name}"
        );
    }
}

#[test]
fn a_document_describes_itself_and_nobody_else() {
    let package = written(WHOLE, crate::odt);
    let meta = part(&package, "meta.xml");
    assert!(meta.contains("<dc:title>Beslisnota Kamerbrief"), "{meta}");
    assert!(meta.contains("<dc:language>nl-NL</dc:language>"), "{meta}");
    assert!(
        meta.contains("<dc:date>2024-03-15T12:00:00</dc:date>"),
        "{meta}"
    );
    assert!(!meta.contains("Jansen"), "{meta}");
    let styles = part(&package, "styles.xml");
    assert!(
        styles.contains(r#"fo:language="nl" fo:country="NL""#),
        "{styles}"
    );
    for name in [
        "Heading 1",
        "Text body",
        "Quotations",
        "Footnote",
        "Niet openbaar 5.1.2e",
    ] {
        let own = format!(r#"style:display-name="{name}""#);
        assert_eq!(styles.matches(&own).count(), 1, "{name}");
    }
    assert!(styles.contains(r#"style:name="Eerste""#), "{styles}");
    assert!(
        styles.contains(r#"style:next-style-name="Volgende""#),
        "{styles}"
    );
}

#[test]
fn every_style_that_is_used_is_there() {
    let package = written(WHOLE, crate::odt);
    let all = part(&package, "content.xml") + &part(&package, "styles.xml");
    for key in [
        "text:style-name=\"",
        "table:style-name=\"",
        "draw:style-name=\"",
        "style:parent-style-name=\"",
        "style:next-style-name=\"",
        "style:master-page-name=\"",
    ] {
        for name in all
            .split(key)
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
        {
            let own = format!("style:name=\"{name}\"");
            assert!(all.contains(&own), "{key}{name}");
        }
    }
}

#[test]
fn lists_stand_in_one_another_and_start_where_the_drafter_says() {
    let content = content("## 3. Kernpunten\n\n4. vier\n   - punt\n5. vijf\n");
    let (_, list) = content.split_once("<text:list ").expect("a list");
    assert!(
        list.contains(r#"<text:list-item text:start-value="4">"#),
        "{list}"
    );
    let (item, _) = list
        .split_once("</text:list-item></text:list>")
        .expect("nested");
    assert!(item.contains("vier</text:p><text:list "), "{item}");
}

#[test]
fn a_table_has_header_rows_and_a_title() {
    let content = content("## 3. Kernpunten\n\n| a | b |\n| --- | --: |\n| c | d |\n");
    let title = "<table:title>Tabel met a, b</table:title>";
    let (_, table) = content.split_once(title).expect("a title");
    let (head, _) = table
        .split_once("</table:table-header-rows>")
        .expect("a head");
    assert!(
        head.ends_with("b</text:p></table:table-cell></table:table-row>"),
        "{head}"
    );
}

#[test]
fn footnotes_are_real() {
    let content = content("## 3. Kernpunten\n\nA.[^a] C.[^a]\n\n[^a]: Een[^c].\n[^c]: Diep.\n");
    assert_eq!(content.matches("<text:note ").count(), 2, "{content}");
    assert_eq!(content.matches("<text:note-ref ").count(), 2, "{content}");
    let (note, _) = content.split_once("</text:note>").expect("a note");
    assert_eq!(
        note.matches("<text:note ").count(),
        1,
        "no note in a note: {note}"
    );
}

#[test]
fn spaces_are_kept() {
    let content = content("## 3. Kernpunten\n\na\u{a0} \u{a0}b en  c\n");
    assert!(content.contains("a\u{a0} \u{a0}b"), "{content}");
}
