//! The files of Word and of the programs that write DOCX too.

use nota_import::{Certainty, Loss, Target};

use crate::{body, imported};

#[test]
fn f01_a_moved_paragraph_stands_once() {
    let made = imported("01-verplaatst-word.docx");
    assert_eq!(
        body(&made),
        "Here is some text.\n\nHere is the text to be moved.\n\nHere is some more text."
    );
}

#[test]
fn f02_marks_of_paragraphs_split_and_join() {
    let made = imported("02-alinea-teken-ingevoegd-verwijderd.docx");
    assert_eq!(body(&made), "This is a\n\nsplitParagraph.");
}

#[test]
fn f03_deleted_within_inserted_is_gone() {
    let made = imported("03-verwijdering-binnen-invoeging.docx");
    assert!(body(&made).contains("Hello “EWold"), "{}", made.text);
    let deleted = made
        .report
        .dropped
        .iter()
        .any(|own| own.what == Loss::Deleted);
    assert!(deleted, "{:?}", made.report.dropped);
}

#[test]
fn f04_a_table_that_was_typed_while_tracking() {
    let made = imported("04-tabel-ingevoegd-bijgehouden-lo.docx");
    assert_eq!(body(&made), "Hello World\n\n| Hi | |\n| --- | --- |\n| | |");
}

#[test]
fn f05_a_picture_leaves_its_words() {
    let made = imported("05-afbeelding.docx");
    let alt = "He realizes he's making the file-size too big.";
    assert!(
        body(&made).contains(&format!("Afbeelding: {alt}")),
        "{}",
        made.text
    );
    let told = made
        .report
        .dropped
        .iter()
        .find(|own| own.what == Loss::Picture);
    assert_eq!(told.map(|own| own.text.as_str()), Some(alt));
}

#[test]
fn f06_what_was_deleted_leaves_nothing() {
    let made = imported("06-ins-del-verplaatst-opmaak.docx");
    assert_eq!(body(&made), "");
}

#[test]
fn f07_remarks_over_paragraphs_are_told() {
    let made = imported("07-opmerking-over-alineas.docx");
    assert_eq!(body(&made), "comment test\n\n1. Hello\n2. World\n\nHello");
    let comments = &made.report.comments;
    let texts: Vec<&str> = comments.iter().map(|own| own.text.as_str()).collect();
    assert_eq!(texts.len(), 3);
    assert_eq!(texts.get(..2), Some(&["Hello", "World"][..]));
    assert_eq!(
        comments.get(1).map(|own| own.quote.as_str()),
        Some("HelloWorld")
    );
}

#[test]
fn f08_a_remark_has_its_answer() {
    let made = imported("08-opmerking-met-antwoord.docx");
    assert_eq!(body(&made), "Hello");
    let [thread] = made.report.comments.as_slice() else {
        panic!("{:?}", made.report.comments);
    };
    assert_eq!(thread.text, "Hello");
    let replies: Vec<&str> = thread.replies.iter().map(|own| own.text.as_str()).collect();
    assert_eq!(replies, ["World"]);
}

#[test]
fn f09_two_conversations_of_three_and_one_is_done() {
    let made = imported("09-opmerkingen-met-antwoorden-rtl.docx");
    let sizes: Vec<usize> = made
        .report
        .comments
        .iter()
        .map(|own| own.replies.len())
        .collect();
    assert_eq!(sizes, [2, 2]);
    let done: Vec<bool> = made.report.comments.iter().map(|own| own.done).collect();
    assert_eq!(done, [true, false]);
}

#[test]
fn f10_footnotes_and_endnotes_are_footnotes() {
    let made = imported("10-voetnoot-eindnoot.docx");
    assert!(
        body(&made).contains("Test footnote.[^1] Test endnote.[^2]"),
        "{}",
        made.text
    );
    assert!(made.text.contains("[^1]: My note."));
    assert!(
        made.text
            .contains("[^2]: This is an endnote at the end of the document.")
    );
}

#[test]
fn f11_a_list_goes_on_across_paragraphs() {
    let made = imported("11-lijst-startwaarde.docx");
    let numbers = body(&made).lines().filter_map(|line| line.split_once(". "));
    let numbers: Vec<&str> = numbers
        .map(|(number, _)| number)
        .filter(|number| number.bytes().all(|b| b.is_ascii_digit()))
        .collect();
    assert_eq!(numbers, ["1", "2", "3", "4", "5", "6"]);
}

#[test]
fn f12_a_list_by_its_style_only() {
    let made = imported("12-lijst-via-stijl-duits.docx");
    assert!(
        body(&made).starts_with(
            "- One level of the list.\n- Second level of the list.\n  - Next level of the list\n- Back to the top level."
        ),
        "{}",
        made.text
    );
}

#[test]
fn f13_merged_heads_keep_eight_columns() {
    let made = imported("13-tabel-samengevoegd-kop.docx");
    assert!(
        body(&made).starts_with("| A | **B** | **C** | **D** | E | | | F |\n"),
        "{}",
        made.text
    );
    assert!(
        body(&made).contains("| | | | | **G** | **H** | **I** | |\n"),
        "{}",
        made.text
    );
    assert!(
        made.report
            .dropped
            .iter()
            .any(|own| own.what == Loss::MergedCells)
    );
}

#[test]
fn f14_merged_cells_keep_their_grid() {
    let made = imported("14-tabellen-samengevoegde-cellen.docx");
    let digits = body(&made).chars().filter(char::is_ascii_digit).count();
    assert_eq!(digits, 31);
    assert!(
        body(&made).contains("| 4 | | 6 |\n| | | 9 |"),
        "{}",
        made.text
    );
}

#[test]
fn f15_controls_in_controls_are_read() {
    let made = imported("15-inhoudsbesturing-genest.docx");
    assert_eq!(
        body(&made),
        "Test Paragraph1\n\nTest Paragraph2\n\nTest Paragraph3"
    );
}

#[test]
fn f16_a_box_is_read_once() {
    let made = imported("16-tekstvak.docx");
    assert_eq!(body(&made), "Datum plane");
}

#[test]
fn f17_smart_tags_are_read() {
    let made = imported("17-smarttags-genest.docx");
    assert!(
        made.text
            .contains("# 159. And It Came to Pass in the Course of Those Many Days")
    );
    for word in ["Egypt", "Israel", "God"] {
        assert!(made.text.contains(word), "{word}");
    }
}

#[test]
fn f18_instructions_of_fields_are_no_text() {
    let made = imported("18-veldcodes-genest.docx");
    assert!(
        made.text
            .contains("[Foundations of Analysis, 1/16/18 8:40:00 AM, 2nd Edition](")
    );
    assert!(!made.text.contains("HYPERLINK") && !made.text.contains("DATE"));
}

#[test]
fn f19_signs_of_symbol_fonts() {
    let made = imported("19-symbolen.docx");
    assert!(
        made.text.contains("Hello, 世界. This costs €10."),
        "{}",
        made.text
    );
}

#[test]
fn f20_hidden_text_is_kept_and_told() {
    let made = imported("20-verborgen-tekst-lo.docx");
    assert_eq!(body(&made), "Hello Hidden World");
    let told = made
        .report
        .dropped
        .iter()
        .find(|own| own.what == Loss::Hidden);
    assert_eq!(told.map(|own| own.text.as_str()), Some("Hidden"));
}

#[test]
fn f21_strict_is_read() {
    assert_eq!(body(&imported("21-strict-ooxml.docx")), "Test");
}

#[test]
fn f22_changes_of_libreoffice_are_accepted() {
    let made = imported("22-bijgehouden-wijzigingen.odt");
    assert_eq!(body(&made), "Some text with and inserted text.");
    assert_eq!(made.report.changes, 2);
    let deleted = made
        .report
        .dropped
        .iter()
        .find(|own| own.what == Loss::Deleted);
    assert_eq!(deleted.map(|own| own.text.as_str()), Some("deleted"));
}

#[test]
fn f23_merged_cells_of_libreoffice_keep_their_grid() {
    let made = imported("23-tabel-samengevoegd.odt");
    let head = "| H1 Rowspan 2 | H1-2 | H1-3 |\n| --- | --- | --- |\n| | H2-2/3 | |\n";
    assert!(body(&made).starts_with(head), "{}", made.text);
    assert!(
        made.report
            .dropped
            .iter()
            .any(|own| own.what == Loss::MergedCells)
    );
}

#[test]
fn f24_heads_of_pages_are_never_lost() {
    let made = imported("24-eerste-pagina-kop-en-paginaeinden.docx");
    let text = body(&made);
    assert!(text.starts_with("First page.\n\nSecond (even) page.\n\nThird (odd) page."));
    let (_, rest) = text.split_once("## Overige tekst").expect("a rest");
    assert!(rest.contains("Default (odd, primary) Header"), "{rest}");
}

#[test]
fn f25_lists_in_lists_of_both_kinds() {
    for name in [
        "25-geneste-lijsten.docx",
        "25-geneste-lijsten-klembord-word.html",
    ] {
        let made = imported(name);
        let lines = body(&made).lines().map(str::trim);
        let text: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
        assert_eq!(
            text,
            ["- A1", "1. B2", "- C4", "1. D3", "- E1", "1. F2"],
            "{name}"
        );
    }
}

#[test]
fn f26_the_letterhead_of_the_state_fills_the_fields() {
    let made = imported("26-rijkshuisstijl-frames-in-kop.docx");
    let field = |key: &str| made.nota.field(key).map(|own| own.texts().join(" / "));
    for (key, value) in [
        ("onderwerp", "Beslisnota Kamerbrief voorbeelddossier"),
        ("aan", "Minister van Voorbeelden"),
        ("onderdeel", "Directie Voorbeeldzaken"),
        ("datum", "2024-03-15"),
        ("kenmerk", "5254387"),
        ("bijlagen", "2"),
        ("contactpersoon", "A. Voorbeeld / T 070 000 00 00"),
        ("rubricering", "Departementaal VERTROUWELIJK"),
    ] {
        assert_eq!(field(key).as_deref(), Some(value), "{key}");
    }
    let keys: Vec<&str> = made
        .nota
        .sections
        .iter()
        .filter_map(|own| own.key.as_deref())
        .collect();
    assert_eq!(
        keys,
        [
            "aanleiding",
            "geadviseerd-besluit",
            "kernpunten",
            "toelichting",
            "politieke-context",
            "informatie-niet-openbaar"
        ]
    );
    assert!(
        made.text.contains(
            "- Eerste kernpunt.\n  - Onderliggend punt.\n- Getypt streepje als opsomming"
        )
    );
    // What no field takes is kept at the end.
    let (_, rest) = made.text.split_once("## Overige tekst").expect("a rest");
    assert!(rest.contains("Van: Directeur-Generaal Voorbeeld"), "{rest}");
    // A heading that is only bold is a guess, and is told as such.
    let first = made.report.found.iter().find(|own| {
        own.target
            == Target::Section {
                key: "aanleiding".to_owned(),
            }
    });
    assert_eq!(first.map(|own| own.sure), Some(Certainty::Likely));
}
