//! The page of the web says by its elements what the sheet says.

use super::{WHOLE, written};

fn page(text: &str) -> String {
    let bytes = written(text, |sheet, dress, _| crate::html(sheet, dress));
    String::from_utf8(bytes).expect("UTF-8")
}

#[test]
fn a_page_is_one_file_without_script() {
    let page = page(WHOLE);
    assert!(
        page.starts_with("<!DOCTYPE html>\n<html lang=\"nl\">"),
        "{page}"
    );
    assert_eq!(page.matches("<h1>").count(), 1);
    for none in ["<script", " src=", "@import", "url(", " style=", "<link"] {
        assert!(!page.contains(none), "{none}");
    }
    assert!(page.contains("default-src &apos;none&apos;"), "{page}");
}

#[test]
fn the_policy_allows_the_style_sheet_and_nothing_else() {
    use base64::Engine as _;
    use sha2::Digest as _;
    let page = page(WHOLE);
    let (_, rest) = page.split_once("<style>").expect("a style sheet");
    let (style, _) = rest.split_once("</style>").expect("ends");
    let hash = base64::prelude::BASE64_STANDARD.encode(sha2::Sha256::digest(style));
    assert!(page.contains(&format!("sha256-{hash}")));
}

#[test]
fn footnotes_lead_there_and_back() {
    let page = page("## 3. Kernpunten\n\nA.[^a] B.[^a]\n\n[^a]: Een.\n[^d]: Los.\n");
    assert!(
        page.contains("<a href=\"#noot-1\" id=\"verwijzing-1\" role=\"doc-noteref\">1</a>"),
        "{page}"
    );
    assert!(page.contains("id=\"verwijzing-1-2\""), "{page}");
    assert!(
        page.contains(
            "<li id=\"noot-1\"><p>Een.</p>\n<a href=\"#verwijzing-1\" role=\"doc-backlink\""
        ),
        "{page}"
    );
    assert!(
        page.contains("<li id=\"noot-2\"><p>Los.</p>\n</li>"),
        "{page}"
    );
}

#[test]
fn a_text_is_never_markup() {
    let page =
        page("---\nonderwerp: \"</title><script>x\"\n---\n## 3. Kernpunten\n\n\\<b> &amp;amp;\n");
    assert!(
        page.contains("<title>&lt;/title&gt;&lt;script&gt;x</title>"),
        "{page}"
    );
    assert!(page.contains("<p>&lt;b&gt; &amp;amp;</p>"), "{page}");
}

#[test]
fn a_table_names_its_columns() {
    let page = page("## 3. Kernpunten\n\n| a | |\n| --- | --: |\n| c | d |\n");
    assert!(
        page.contains("<caption class=\"nota-verborgen\">Tabel met a</caption>"),
        "{page}"
    );
    assert!(
        page.contains("<th scope=\"col\">a</th><td class=\"nota-rechts\"></td>"),
        "{page}"
    );
}
