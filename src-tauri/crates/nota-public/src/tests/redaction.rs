//! What becomes public, case by case: the nota as its file, and the public
//! nota printed in the same form.

use nota_markdown::{parse, print};
use nota_template::Registry;

use crate::{PublicNota, Reason};

fn public(text: &str) -> Result<PublicNota, Vec<Reason>> {
    let parsed = parse(text, Registry::builtin());
    PublicNota::new(&parsed.nota, &parsed.template)
        .map_err(|refusal| refusal.obstacles.iter().map(|own| own.reason).collect())
}

fn printed(text: &str) -> String {
    let text = text
        .replace("5e", "grond=\"5.1.2e\"")
        .replace("5b", "grond=\"5.1.2b\"");
    let short = print(public(&text).expect("has a public version").nota());
    short
        .replace("\\[", "[")
        .replace("[niet openbaar: art. 5.1, lid 2, onder e, Woo]", "█e")
        .replace("[niet openbaar: art. 5.1, lid 2, onder b, Woo]", "█b")
}

#[test]
fn a_mark_becomes_a_placeholder() {
    for (text, expected) in [
        ("Met [J. Jansen]{.lak 5e}, dank.", "Met █e, dank.\n"),
        ("Jans[sen]{.lak 5e}s", "Jans█es\n"),
        // However it is cut up, it is one.
        ("[a]{.lak 5e}[**b**]{.lak 5e}", "█e\n"),
        ("[a]{.lak 5e} [b]{.lak grond=\"5.1.2.E\"}", "█e\n"),
        ("[a **b *c***\\\nd]{.lak 5e}", "█e\n"),
        // Another ground, or public text between, is another placeholder.
        ("[a]{.lak 5e}[b]{.lak 5b}", "█e█b\n"),
        ("[a]{.lak 5e} en [b]{.lak 5e}", "█e en █e\n"),
        // The formatting of public text stays, that of withheld text goes.
        ("**a [b]{.lak 5e} c**", "**a** █e **c**\n"),
        // A link goes with its address; one in public text stays. Of a link of
        // which a part is withheld, the address goes too.
        ("[K. [Z]{.lak 5e}](mailto:k.z@x.nl)", "K. █e\n"),
        ("[[k.z]{.lak 5e}@x.nl](mailto:k.z@x.nl)", "█e@x.nl\n"),
        ("[a **b** [c]{.lak 5e} d](http://x.nl/c)", "a **b** █e d\n"),
        ("[a](http://x.nl)[b]{.lak 5e}", "a█e\n"),
        (
            "[K. **[Z]{.lak 5e}** en](http://x.nl) [a](http://y.nl)",
            "K. █e en [a](http://y.nl)\n",
        ),
        ("[[b](http://geheim.nl)]{.lak 5e}", "█e\n"),
        ("[a](http://x.nl) [b]{.lak 5e}", "[a](http://x.nl) █e\n"),
    ] {
        assert_eq!(printed(text), expected, "{text}");
    }
}

#[test]
fn blocks_become_one_paragraph() {
    for (text, expected) in [
        ("::: {.lak 5e}\na\n\n- b\n- c\n:::\n", "█e\n"),
        ("::: {.lak 5e}\na\n:::\n\n::: {.lak 5e}\nb\n:::\n", "█e\n"),
        (
            "::: {.lak 5e}\na\n:::\n\n::: {.lak 5b}\nb\n:::\n",
            "█e\n\n█b\n",
        ),
        (
            "::: {.lak 5e}\na\n:::\n\nx\n\n::: {.lak 5e}\nb\n:::\n",
            "█e\n\nx\n\n█e\n",
        ),
        ("- a\n- [b]{.lak 5e}\n", "- a\n- █e\n"),
        ("### Over [b]{.lak 5e}\n\nx\n", "### Over █e\n\nx\n"),
    ] {
        assert_eq!(printed(text), expected, "{text}");
    }
    assert_eq!(
        printed("| a | b |\n| --- | --- |\n| [c]{.lak 5e} | d |\n"),
        "| a | b |\n| --- | --- |\n| █e | d |\n"
    );
}

#[test]
fn footnotes_of_withheld_text_go_and_the_others_are_counted_anew() {
    let text = "\
## 1. Aanleiding

A[^x] [b[^geheim]]{.lak 5e} c.[^noot-jansen]

[^geheim]: Weg.
[^ongebruikt]: Ook weg.
[^noot-jansen]: Met [d]{.lak 5e}.[^dieper]
[^x]: Eerste.
[^dieper]: Derde.
";
    expect_test::expect![[r#"
        ## 1. Aanleiding

        A[^1] █e c.[^2]

        [^1]: Eerste.
        [^2]: Met █e.[^3]
        [^3]: Derde.
    "#]]
    .assert_eq(&printed(text));
}

#[test]
fn only_fields_of_the_template_are_public() {
    let text = "\
---
# Voor Jansen: nog bespreken
sjabloon: jenv/beslisnota
onderwerp: Beslisnota over [Smit]{.lak 5e}
kenmerk: \"5254387\"
directie: Directie X
geheim-veld: Pietersen
opgesteld-door:
  - J. Jansen
  - K. Klaassen
parafen:
  - functie: SG
    naam: De Vries
lakken:
  - veld: directie
    5e
---
"
    .replace("    5e", "    grond: 5.1.2e");
    expect_test::expect![[r#"
        ---
        onderwerp: "Beslisnota over █e"
        directie: "█e"
        kenmerk: "5254387"
        parafen:
          - functie: SG
        opgesteld-door: "█e"
        ---

    "#]]
    .assert_eq(&printed(&text));
}

#[test]
fn sections_that_are_internal_only_are_gone() {
    let text = "\
## 5. Informatie die niet openbaar gemaakt kan worden

### 5.1 Toelichting van [Smit]{.lak 5e}

a[^1]

### 5.2 Informatie die niet openbaar gemaakt kan worden

b[^2]

[^1]: een
[^2]: twee
";
    let text = text.replace("Toelichting van [Smit]{.lak 5e}", "Toelichting");
    expect_test::expect![[r#"
        ## 5. Informatie die niet openbaar gemaakt kan worden

        ### 5.1 Toelichting

        a[^1]

        [^1]: een
    "#]]
    .assert_eq(&printed(&text));
    assert_eq!(printed("## Over [b]{.lak 5e}\n"), "## Over █e\n");
}

#[test]
fn what_is_not_certain_is_not_made_public() {
    for (text, reason) in [
        ("[a]{.lak}", Reason::Grond),
        ("[a]{.lak grond=\"5.1.2z\"}", Reason::Grond),
        ("::: {.lak}\na\n:::\n", Reason::Grond),
        (
            "---\nonderwerp: x\nlakken:\n  - veld: onderwerp\n---\n",
            Reason::Grond,
        ),
        (
            "---\nlakken:\n  - veld: naam\n    grond: 5.1.2e\n---\n",
            Reason::Lakveld,
        ),
        (
            "---\nonderwerp: x\nlakken:\n  - onderwerp\n---\n",
            Reason::Lakveld,
        ),
        ("a]{.lak grond=\"5.1.2e\"}", Reason::Markup),
        ("[a]{lak grond=\"5.1.2e\"}", Reason::NearMarkup),
        ("::: {.lak grond=\"5.1.2e\"}\na\n", Reason::Markup),
        ("::: lak\n\na\n\n:::\n", Reason::NearMarkup),
        ("## 5.2 Wat intern blijft\n\na\n", Reason::Heading),
        ("## 1. Aanleiding\n\n### 5.2 Intern\n\na\n", Reason::Heading),
        ("---\nlaken:\n  - veld: onderwerp\n---\n", Reason::Lakveld),
        ("[a [b]{.lak grond=\"5.1.2e\"} c", Reason::Bracket),
        ("a <!-- b --> c", Reason::Remark),
        ("\n---\nsjabloon: jenv/beslisnota\n---\n", Reason::Fields),
        ("---\nsjabloon: er/niet\n---\n", Reason::Template),
        ("---\n{a: [\n---\n", Reason::Front),
    ] {
        let reasons = public(text).expect_err(text);
        assert!(reasons.contains(&reason), "{text}: {reasons:?}");
    }
}

#[test]
fn a_template_may_have_a_word_for_a_withheld_field() {
    let text = "---\nopgesteld-door: J. Jansen\n---\n";
    let parsed = parse(text, Registry::builtin());
    let mut template = (*parsed.template).clone();
    for veld in &mut template.velden {
        veld.weglating = Some("niet vermeld".to_owned());
    }
    let public = PublicNota::new(&parsed.nota, &template).expect("has a public version");
    assert_eq!(
        public.nota().field_text("opgesteld-door"),
        Some("niet vermeld")
    );
}

#[test]
fn the_decision_is_public_and_what_is_withheld_of_its_remark_is_not() {
    let text = "---
sjabloon: jenv/beslisnota
beslissing: akkoord met opmerking
beslissing-datum: 2024-03-20
beslissing-door: Minister
beslissing-opmerking:
  - Graag snel.
  - Bel [K. Zwartjes]{.lak grond=\"5.1.2e\"} eerst.
";
    let front = |text: &str| {
        let all = printed(&format!("{text}---\n"));
        let kept = all
            .lines()
            .skip_while(|line| !line.starts_with("beslissing:"));
        kept.take_while(|line| *line != "---")
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let kept = [
        "beslissing: akkoord met opmerking",
        "beslissing-datum: 2024-03-20",
        "beslissing-door: Minister",
    ];
    let part = [
        "beslissing-opmerking:",
        "  - Graag snel.",
        "  - \"Bel █e eerst.\"",
    ];
    assert_eq!(front(text), [&kept[..], &part].concat());
    let whole = format!("{text}lakken:\n  - veld: beslissing-opmerking\n    grond: 5.1.2e\n");
    let whole = front(&whole);
    assert!(
        whole.last().is_some_and(|line| line.contains("█e")),
        "{whole:?}"
    );
    assert!(!whole.concat().contains("snel"), "{whole:?}");
    let parsed = parse(&format!("{text}---\n"), Registry::builtin());
    let secrets = crate::Secrets::of(&parsed.nota, &parsed.template).expect("it is clear");
    let sought: Vec<_> = secrets.all().iter().map(|own| own.text.as_str()).collect();
    assert_eq!(sought, ["K. Zwartjes"]);
}
