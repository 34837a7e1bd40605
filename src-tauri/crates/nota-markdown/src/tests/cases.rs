//! Cases as pairs: what stands in the file, and what stands there when it is
//! printed anew.

use nota_model::{Block, Code, Inline, Mark, Run, plain_text};
use nota_template::Registry;

use crate::{Parsed, normalize, parse, print, print_blocks, print_inlines};

fn read(text: &str) -> Parsed {
    parse(text, Registry::builtin())
}

fn anew(text: &str) -> String {
    print(&normalize(&read(text).nota))
}

/// What each text is when it is printed anew.
#[track_caller]
fn check(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(anew(text), *expected, "{text:?}");
        assert_eq!(anew(expected), *expected, "{expected:?} stays as it is");
    }
}

/// The findings of a text: the code, and what fills its first placeholder.
fn findings(text: &str) -> Vec<String> {
    let findings = read(text).findings.into_iter();
    findings
        .map(|finding| match finding.args.first() {
            Some((_, value)) => format!("{} {value}", finding.code),
            None => finding.code.to_string(),
        })
        .collect()
}

#[test]
fn marks_have_one_spelling() {
    check(&[
        ("__sterk__ en _nadruk_\n", "**sterk** en *nadruk*\n"),
        ("***beide***\n", "**_beide_**\n"),
        ("on**der**werp\n", "on**der**werp\n"),
        ("a **(b)** c\n", "a **(b)** c\n"),
        ("**vet en *cursief* erin**\n", "**vet en _cursief_ erin**\n"),
        ("**sterk**_nadruk_\n", "**sterk**_nadruk_\n"),
        (
            "<https://www.rijksoverheid.nl>\n",
            "<https://www.rijksoverheid.nl>\n",
        ),
        (
            "[de wet](https://x.nl \"titel\")\n",
            "\\[de wet](https://x.nl \"titel\")\n",
        ),
        (
            "[de wet][w]\n\n[w]: https://x.nl\n",
            "\\[de wet]\\[w]\n\n\\[w]: https://x.nl\n",
        ),
        ("een  \ntwee\\\ndrie\n", "een\\\ntwee\\\ndrie\n"),
    ]);
}

#[test]
fn bold_beside_a_bracket_is_read_back_as_bold() {
    let runs = vec![
        Inline::text("a"),
        Inline::text("(b)").with(Mark::Sterk),
        Inline::text("c"),
        Inline::text("d").with(Mark::Nadruk),
        Inline::text("e").with(Mark::Nadruk).with(Mark::Sterk),
    ];
    let text = print_inlines(&runs);
    assert_eq!(text, "&#97;**(b)**&#99;_d**e**_");
    assert_eq!(
        read(&text).nota.preamble.blocks[0].inlines(),
        Some(&runs[..])
    );
}

#[test]
fn blocks_have_one_spelling() {
    check(&[
        ("* een\n* twee\n    * drie\n", "- een\n- twee\n  - drie\n"),
        ("3) drie\n4) vier\n", "3. drie\n4. vier\n"),
        ("- een\n\n  meer\n- twee\n", "- een\n\n  meer\n\n- twee\n"),
        ("- een\n\n* twee\n", "- een\n\n* twee\n"),
        ("- - - a\n", "- * - a\n"),
        ("> a\nb\n>\n> c\n", "> a b\n>\n> c\n"),
        ("###   Kop   ###\n", "### Kop\n"),
        ("### C# #\n", "### C\\#\n"),
        ("a|b\n-|:-:\nc|d\n", "| a | b |\n| --- | :-: |\n| c | d |\n"),
        ("|a|b|\n|-|-|\n|c|\n", "| a | b |\n| --- | --- |\n| c | |\n"),
        (
            "|a|\n|-|\n|b|c\\|d|\n",
            "| a |\n| --- |\n| b \\| c\\\\&#124;d |\n",
        ),
        ("|a|\n|-|\n|b<br/>c|\n", "| a |\n| --- |\n| b<br>c |\n"),
        ("a[^1]\n\n[^1]: b\n\n    c\n", "a[^1]\n\n[^1]: b\n\n    c\n"),
        ("a[^N]\n\n[^n]: b\n", "a[^n]\n\n[^n]: b\n"),
        ("a[^9]\n", "a\\[^9]\n"),
    ]);
}

#[test]
fn a_table_row_with_more_cells_than_columns_keeps_its_text() {
    let text = "| a |\n| --- |\n| b | c **d** |\n";
    assert_eq!(findings(text), ["N006 meer cellen dan kolommen"]);
    let nota = read(text).nota;
    assert_eq!(nota.texts()[1].text, "b | c **d**");
}

#[test]
fn withheld_text_has_one_spelling() {
    check(&[
        (
            "[J. Jansen]{.lak grond=5.1.2e}\n",
            "[J. Jansen]{.lak grond=\"5.1.2e\"}\n",
        ),
        (
            "[**a**[^1]\\\nb]{.lak}\n\n[^1]: c\n",
            "[**a**[^1]\\\nb]{.lak}\n\n[^1]: c\n",
        ),
        ("[a [PM] b]{.lak}\n", "[a \\[PM\\] b]{.lak}\n"),
        (
            ":::: {.lak grond=\"5.2\"} ::::\n\na\n\n- b\n::::\n",
            "::: {.lak grond=\"5.2\"}\na\n\n- b\n:::\n",
        ),
        ("- a\n::: {.lak}\nb\n:::\n", "- a\n\n::: {.lak}\nb\n:::\n"),
        // A footnote between the fences is withheld, wherever it comes to stand.
        (
            "::: {.lak grond=\"5.2\"}\na[^1]\n\n[^1]: b **c**\n:::\n",
            "::: {.lak grond=\"5.2\"}\na[^1]\n:::\n\n[^1]: [b **c**]{.lak grond=\"5.2\"}\n",
        ),
    ]);
}

/// What becomes of it is up to `nota_public::doubts`, which reads the text.
#[test]
fn markup_that_withholds_nothing_stays_in_the_text() {
    for text in [
        "[a]{.lak",
        "a]{.lak}",
        "\\[a]{.lak}",
        "[a]\\{.lak}",
        "`[a]{.lak}`",
        "::: {.lak}\na\n",
        "- x\n\n  ::: {.lak}\n",
    ] {
        let nota = read(text).nota;
        let seen: Vec<String> = nota.texts().into_iter().map(|own| own.text).collect();
        assert!(seen.join("\n").contains("{.lak"), "{text:?}: {seen:?}");
    }
}

/// Emphasis does not begin in a withheld stretch and end behind it, or the
/// other way round: the public text would depend on what is withheld.
#[test]
fn a_withheld_stretch_is_a_scope_of_its_own() {
    let public = |text: &str| {
        let nota = read(text).nota;
        let runs = nota.preamble.blocks[0].inlines().unwrap_or_default();
        let open = runs.iter().filter(|own| own.grond().is_none());
        let shown = open.map(|own| format!("{:?}{:?}", own.as_text(), own.marks));
        shown.collect::<Vec<_>>()
    };
    for (before, after) in [
        ("Met ", " en dit* is"),
        ("Met *dit en ", " is"),
        ("Met *dit en ", " is* er"),
        ("**Met ", " en** dit* is__ er"),
        ("_Met ", " en_ dit"),
    ] {
        let with =
            |secret: &str| public(&format!("{before}[{secret}]{{.lak grond=\"5.2\"}}{after}"));
        let plain = with("geheim");
        for secret in [
            "geheim *", "* geheim", "geheim*", "*geheim", "**geheim", "geheim__", "_geheim",
            "a*b*c*", "*a* *b", "*", "\\* a *",
        ] {
            assert_eq!(with(secret), plain, "{before}[{secret}]{after}");
        }
    }
    // What is set within the stretch stays so.
    let nota = read("[a **b**]{.lak grond=\"5.2\"} *c*").nota;
    let runs = nota.preamble.blocks[0].inlines().unwrap_or_default();
    assert!(runs[1].marks.contains(&Mark::Sterk) && runs[3].marks.contains(&Mark::Nadruk));
}

#[test]
fn a_deeper_heading_does_not_end_the_internal_part() {
    let text = "## 5. Informatie die niet openbaar gemaakt kan worden\n\n\
                ### 5.2 Informatie die niet openbaar gemaakt kan worden\n\na\n\n\
                #### Toelichting\n\nb\n\n### Motivering\n\nc\n";
    let nota = read(text).nota;
    let keys: Vec<_> = nota.sections.iter().map(|own| own.key.as_deref()).collect();
    let expected = [
        Some("informatie-niet-openbaar"),
        Some("niet-openbare-informatie"),
        Some("motivering-niet-openbaar"),
    ];
    assert_eq!(keys, expected);
    assert_eq!(nota.sections[1].body.blocks.len(), 3);
    assert_eq!(crate::print(&nota), text);
}

#[test]
fn an_address_for_links_elsewhere_is_text_and_is_reported() {
    let text = "Zie [1] en [de wet][w].\n\n[1]: https://x.nl\n[w]: <www.y.nl>\n\n[Bron]: CBS\n";
    let said = "N006 een adres voor links op een eigen regel";
    assert_eq!(findings(text), [said, said]);
    let nota = read(text).nota;
    let seen: Vec<String> = nota.texts().into_iter().map(|site| site.text).collect();
    assert_eq!(
        seen,
        [
            "Zie [1] en [de wet][w].",
            "[1]: https://x.nl\n[w]: <www.y.nl>",
            "[Bron]: CBS"
        ]
    );
}

#[test]
fn a_number_that_is_printed_otherwise_is_reported() {
    for (text, expected) in [
        ("1. a\n2. b\n3. c\n", vec![]),
        ("1. a\n1. b\n1. c\n", vec![]),
        ("3. a\n4. b\n", vec![]),
        ("1. a\n2.\n3. c\n", vec![]),
        ("2024. a\n2030. b\n", vec!["N008 2030"]),
        ("1. a\n3. b\n9. c\n", vec!["N008 3"]),
        ("003. a\n", vec!["N008 003"]),
        ("> - 5. a\n>   7. b\n", vec!["N008 7"]),
    ] {
        assert_eq!(findings(text), expected, "{text:?}");
    }
}

#[test]
fn a_sign_before_a_number_that_makes_a_block_is_reported() {
    for (text, expected) in [
        ("> 50% doet mee\n", vec!["N009 >"]),
        ("+ 3% loon\n", vec!["N009 +"]),
        ("- 5 graden\n", vec!["N009 -"]),
        ("- € 5 minder\n", vec!["N009 -"]),
        ("- 5 graden\n- 6 graden\n", vec![]),
        ("- punt\n", vec![]),
        ("> wijs\n>\n> 50%\n", vec![]),
        ("1. 50%\n", vec![]),
    ] {
        assert_eq!(findings(text), expected, "{text:?}");
    }
}

#[test]
fn of_withheld_text_inside_withheld_text_the_outer_counts() {
    let nota = read("x [a [b]{.lak} c]{.lak grond=\"5.2\"} y").nota;
    let runs = nota.preamble.blocks[0].inlines().unwrap_or_default();
    let withheld = Inline::text("a [b]{.lak} c").with(Mark::Lak {
        grond: "5.2".into(),
    });
    assert_eq!(runs, [Inline::text("x "), withheld, Inline::text(" y")]);
}

#[test]
fn a_label_with_a_definition_can_be_withheld() {
    let nota = read("[naam]{.lak}\n\n[naam]: https://x.nl\n").nota;
    let runs = nota.preamble.blocks[0].inlines().unwrap_or_default();
    assert_eq!(runs.len(), 1);
    assert_eq!(runs[0].grond(), Some(""));
    assert_eq!(runs[0].as_text(), Some("naam"));
}

#[test]
fn unsupported_markup_is_shown_and_reported() {
    for (text, seen, finding) in [
        ("a <b>c</b>", "a <b>c</b>", "HTML"),
        ("a `c` d", "a `c` d", "code"),
        ("![foto](x.png)", "![foto](x.png)", "een afbeelding"),
        ("~~weg~~", "~~weg~~", "een doorhaling"),
        (
            "```rust\nlet a;\n\n  b\n```",
            "```rust\nlet a;\nb\n```",
            "een codeblok",
        ),
        ("    code", "code", "een codeblok"),
        ("<div>\nx\n</div>", "<div>\nx\n</div>", "HTML"),
        ("a\n\n***\n", "***", "een horizontale lijn"),
        (
            "[](https://x.nl)",
            "[](https://x.nl)",
            "een link zonder tekst",
        ),
    ] {
        let parsed = read(text);
        let last = parsed.nota.preamble.blocks.last().and_then(Block::inlines);
        assert_eq!(plain_text(last.unwrap_or_default()), seen, "{text:?}");
        let expected = format!("N006 {finding}");
        assert_eq!(findings(text).first(), Some(&expected), "{text:?}");
        assert_eq!(
            findings(&anew(text)).len(),
            usize::from(finding == "een doorhaling")
        );
    }
}

#[test]
fn sections_are_known_by_their_title() {
    let text = "# Nota\n\n## 1 aanleiding:\n\n## 4. Toelichting*\n\n### 4.4. Krachtenveld\n\n#### Los\n\n### Los\n\nKernpunten\n---\n\n## Bijzaak\n";
    let nota = read(text).nota;
    let sections: Vec<_> = nota
        .sections
        .iter()
        .map(|section| {
            let key = section.key.as_deref().unwrap_or("-");
            let number = section.number.as_deref().unwrap_or("-");
            format!("{} {key} {number} {}", section.level, section.title)
        })
        .collect();
    assert_eq!(
        sections,
        [
            "1 - - Nota",
            "2 aanleiding 1 aanleiding:",
            "2 toelichting 4. Toelichting*",
            "3 krachtenveld 4.4. Krachtenveld",
            "2 kernpunten - Kernpunten",
            "2 - - Bijzaak",
        ]
    );
    assert_eq!(nota.sections[3].body.blocks.len(), 2, "free subheadings");
}

#[test]
fn a_title_is_plain_text() {
    let text = "## **Aanleiding**\n\n## [geheim]{.lak grond=\"5.2\"}\n";
    let nota = read(text).nota;
    assert_eq!(nota.sections[0].key.as_deref(), Some("aanleiding"));
    assert_eq!(nota.sections[1].title, "[geheim]{.lak grond=\"5.2\"}");
    assert_eq!(
        findings(text),
        [
            "N006 opmaak in de titel van een sectie",
            "N006 een lakking in de titel van een sectie"
        ]
    );
}

#[test]
fn a_word_is_found_again_in_the_file() {
    let text = "---\nonderwerp: \"Over de wet\"\naan:\n  - Minister van *X*\n---\n\n## 1. Aan\\*leiding\n\n\
        > Tekst met \\*sterren\\*, &eacute;&eacute;n **vet**\n> en [een lakking]{.lak} erin.\n";
    let nota = read(text).nota;
    let mut seen = 0;
    for site in nota.texts().iter().chain(&nota.field_texts()) {
        for (start, word) in words(&site.text) {
            let span = site.part(start..start + word.len()).span.expect("a place");
            let found = &text[span.range()];
            let expected = match word {
                "Aan*leiding" => "Aan\\*leiding",
                "*sterren*," => "*sterren\\*,",
                "één" => "&eacute;&eacute;n",
                word => word,
            };
            assert_eq!(found, expected);
            seen += 1;
        }
    }
    assert_eq!(seen, 16);
}

fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let start = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    text.split(' ').map(move |word| (start(word), word))
}

#[test]
fn a_text_can_begin_with_what_begins_a_block() {
    for text in [
        "# a", "1. a", "> a", "- a", "+ a", "=", "---", "| a |", "~~~", ":::", "[^1]: a", "\t",
    ] {
        let own = Inline::text(text);
        let runs = vec![own.clone(), Inline::new(Run::Break), own];
        let block = Block::new(nota_model::BlockKind::Paragraph { inlines: runs });
        let printed = print_blocks(std::slice::from_ref(&block));
        let again = read(&printed).nota.preamble.blocks;
        let expected = normalize(&nota_model::Nota {
            preamble: nota_model::Body {
                blocks: vec![block],
                ..nota_model::Body::default()
            },
            ..nota_model::Nota::default()
        });
        assert_eq!(again, expected.preamble.blocks, "{printed}");
    }
}

#[test]
fn a_newer_version_may_be_read_and_not_written() {
    assert!(read("---\nversie: 2\n---\n").read_only);
    assert_eq!(findings("---\nversie: 2\n---\n"), ["N005 2"]);
    for text in ["---\nversie: 1\n---\n", "---\nversie: x\n---\n", ""] {
        assert!(!read(text).read_only, "{text}");
    }
}

#[test]
fn an_unknown_template_is_reported_and_replaced() {
    let parsed = read("---\nsjabloon: jenv/kaart\n---\n");
    assert_eq!(parsed.template.id, "jenv/beslisnota");
    let finding = &parsed.findings[0];
    assert_eq!(finding.code, Code(1));
    assert_eq!(finding.place.span, Some((14..24).into()));
}
