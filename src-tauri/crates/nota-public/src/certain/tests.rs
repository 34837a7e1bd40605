//! The internal part and fields in the text, case by case.

use nota_markdown::parse;
use nota_template::Registry;

use crate::{PublicNota, Reason, doubts};

const FIVE: &str = "## 5. Informatie die niet openbaar gemaakt kan worden\n\n### 5.1 Toelichting\n\n\
    Namen zijn niet openbaar.\n\n";
const PART: &str = "### 5.2 Informatie die niet openbaar gemaakt kan worden\n\n";

fn reasons(text: &str) -> Vec<Reason> {
    let parsed = parse(text, Registry::builtin());
    let found = doubts(&parsed.nota, &parsed.template);
    found.iter().map(|own| own.reason).collect()
}

/// Refused, or without the name.
fn is_safe(text: &str) -> bool {
    let parsed = parse(text, Registry::builtin());
    let public = PublicNota::new(&parsed.nota, &parsed.template);
    public.map_or(true, |public| {
        !format!("{:?}", public.nota()).contains("Zwartjes")
    })
}

#[test]
fn the_internal_part_goes_on_until_a_later_section() {
    for after in [
        "#### Toelichting",
        "### Toelichting",
        "### Motivering",
        "##### Motivering",
        "## Kernpunten",
        "## Onderhandelingen",
        "# Bijlage",
        "## 5. Informatie die niet openbaar gemaakt kan worden",
        "### 5.1 Toelichting",
        "#### 5.1 Toelichting",
        "Onderhandelingen\n---",
        "Onderhandelingen\n===",
    ] {
        let text = format!("{FIVE}{PART}Vertrouwelijk.\n\n{after}\n\nMotief van Zwartjes.\n");
        assert!(is_safe(&text), "{after}");
    }
    // A deeper subheading is a part of it, whatever its title.
    let text = format!("{FIVE}{PART}Vertrouwelijk.\n\n#### Toelichting\n\nMotief van Zwartjes.\n");
    assert_eq!(reasons(&text), []);
}

#[test]
fn a_section_that_the_template_puts_later_is_public_again() {
    let mut template = (*parse("", Registry::builtin()).template).clone();
    let mut last = template.secties[0].clone();
    "slot".clone_into(&mut last.sleutel);
    "Slot".clone_into(&mut last.titel);
    last.synoniemen.clear();
    last.nummer = Some("6".to_owned());
    template.secties.push(last);
    let mut parsed = parse(
        &format!("{FIVE}{PART}Van Zwartjes.\n\n## 6. Slot\n\nOpenbaar.\n"),
        Registry::builtin(),
    );
    let slot = parsed.nota.sections.last_mut().expect("has sections");
    slot.key = Some("slot".to_owned());
    let public = PublicNota::new(&parsed.nota, &template).expect("has a public version");
    assert_eq!(
        public.nota().sections.last().map(|own| own.title.as_str()),
        Some("Slot")
    );
    assert!(!format!("{:?}", public.nota()).contains("Zwartjes"));
}

const LIKE_THE_PART: &[&str] = &[
    "### 5.2: Interne informatie",
    "### 5.2) Interne informatie",
    "### 5.2- Interne informatie",
    "### 5,2 Interne informatie",
    "### Onderdeel 5.2 Interne informatie",
    "### 5.2.1 Interne informatie",
    "### 5.2Interne informatie",
    "### (5.2) Interne informatie",
    "### § 5.2 Interne informatie",
    "### 5.2. Intern",
    "### ５.２ Intern",
    "### 5·2 Intern",
    "### 5. 2 Intern",
    "### 5.2\u{a0}Intern",
    "#### 5.2 Intern",
    "##### 5.2 Intern",
    "###### 5.2",
    "### 5.02 Intern",
    "### 05.2 Intern",
    "### Interne informatie",
    "### Intern",
    "### Alleen intern",
    "### Niet voor publicatie",
    "### Niet openbaar te maken informatie",
    "### Vertrouwelijk",
    "### Inf. die niet openb. gemaakt kan worden",
    "## Interne informatie",
    "**Intern**",
    "**Niet openbaar**",
    "Niet openbaar:",
    "Intern:",
    "5.2.",
    "5.2 intern",
    "5.2 Intern.",
    "| 5.2 | Informatie die niet openbaar gemaakt kan worden |\n| --- | --- |\n| x | y |",
    "| a | b |\n| --- | --- |\n| 5.2 | Informatie die niet openbaar gemaakt kan worden |",
    "<h3>5.2 Informatie die niet openbaar gemaakt kan worden</h3>",
    "### [5.2 Informatie die niet openbaar gemaakt kan worden]{.lak grond=\"5.1.2e\"}",
    "**[5.2 Informatie die niet openbaar gemaakt kan worden]{.lak grond=\"5.1.2e\"}**",
    "## 5.2 Intern",
    "# 5.2 Intern",
    "5.2 Intern\n---",
    "###5.2 Intern",
    "### 5.2 – Intern",
    "\\### 5.2 Intern",
    "**5.2 Intern**",
    "__5.2 Intern__",
    "**5.2** Intern",
    "5.2 Intern",
    "5.2\tIntern",
    "Onderdeel 5.2 Intern",
    "> 5.2 Informatie die niet openbaar gemaakt kan worden",
    "### Informatie die niet openbaar gemaakt kan woden",
    "## Informatie die niet openbaar gemaakt kan worden",
    "### Informatie die niet openbaar gemmakt kan wordn",
    "### Niet-openbare informatie",
    "### Niet openbaar",
    "**Informatie die niet openbaar gemaakt kan worden**",
    "Informatie die niet openbaar gemaakt kan worden",
    "- **5.2 Informatie die niet openbaar gemaakt kan worden**",
];

#[test]
fn a_heading_or_line_that_looks_like_the_internal_part_bars() {
    const TITLE: &str = "Informatie die niet openbaar gemaakt kan worden";
    for heading in LIKE_THE_PART {
        let text = format!("{FIVE}{heading}\n\nMotief van Zwartjes.\n");
        assert!(
            reasons(&text).contains(&Reason::Heading),
            "{heading}: {:?}",
            reasons(&text)
        );
    }
    for text in [
        format!("{FIVE}Namen zijn weg. 5.2 {TITLE} De leverancier van Zwartjes.\n"),
        format!("{FIVE}5.2 {TITLE}\nDe leverancier van Zwartjes.\n"),
        format!(
            "## 5. Niet-openbare informatie\n\n### 5.1 Toelichting\n\nx\n\n### {TITLE}\n\nVan Zwartjes.\n"
        ),
        format!("## 3. Kernpunten\n\nx\n\n### {TITLE}\n\nVan Zwartjes.\n"),
        format!("## Kernpunt\n\nx\n\n## {TITLE} Zwartjes\n\n### 5.2 {TITLE}x\n\nVan Zwartjes.\n"),
    ] {
        assert!(is_safe(&text), "{text}");
    }
}

#[test]
fn other_headings_and_numbers_do_not_bar() {
    for text in [
        "5.2 miljoen euro is begroot voor 2026.",
        "### 5,2 miljoen voor wijkposten",
        "De kosten zijn 5.2 procent.",
        "In 5.1 leest u waarom. Onderdeel 5.2 is er niet.",
        "### 5.1 Toelichting op de wet",
        "### 4.5 Overleg",
        "5-2-2024 was er overleg.",
        "### 15.2 Overleg",
        "### 5.25 Overleg",
        "### 5.3 Overleg",
        "### Interne afstemming",
        "**Vertrouwelijk overleg**",
        "### Internationale aspecten",
        "Artikel 5.2 Woo geldt niet.",
        "5.2 Woo",
        "| 5.2 | 5,2 |\n| --- | --- |\n| 5.2 | a |",
        "Wat niet openbaar is, staat in 5.1.",
        "Informatie die niet openbaar gemaakt kan worden, is weggelaten.",
    ] {
        let text = format!("## 3. Kernpunten\n\n{text}\n\n{FIVE}");
        assert_eq!(reasons(&text), [], "{text}");
    }
    for text in [
        "**Niet openbaar:** namen van ambtenaren.",
        "Vertrouwelijke gegevens van bedrijven laten wij weg.",
        "- Vertrouwelijke bedrijfsgegevens",
        "### Internationale betrekkingen",
        "### Intern beraad",
        "### Vertrouwelijke bedrijfsgegevens",
        "### Persoonlijke beleidsopvattingen voor intern beraad",
        "### Persoonsgegevens",
    ] {
        assert_eq!(reasons(&format!("{FIVE}{text}\n")), [], "{text}");
    }
}

#[test]
fn a_template_without_an_internal_part_says_so() {
    let front = "---\nsjabloon: ienw/beslisnota\n---\n\n## Aanleiding\n\nx\n\n";
    for part in [
        "## Informatie die niet openbaargemaakt kan worden\n\ny\n\n### 5.2 Informatie die niet openbaar gemaakt kan worden\n\nVan Zwartjes.\n",
        "### 5.2 Interne informatie\n\nVan Zwartjes.\n",
        "**5.2 Informatie die niet openbaar gemaakt kan worden**\n\nVan Zwartjes.\n",
        "### 5.2\n\nVan Zwartjes.\n",
        "## Informatie die niet openbaargemaakt kan worden\n\nn.v.t.\n\n### Niet openbaar\n\nVan Zwartjes.\n",
        "## Informatie die niet openbaargemaakt kan worden\n\nn.v.t.\n\n### Intern\n\nVan Zwartjes.\n",
        "## Informatie die niet openbaargemaakt kan worden\n\nn.v.t.\n\n## Informatie die niet openbaargemaakt kan worden\n\nVan Zwartjes.\n",
    ] {
        assert!(
            reasons(&format!("{front}{part}")).contains(&Reason::NoInternal),
            "{part}"
        );
    }
    let other = format!(
        "{front}### 5.2 Kosten\n\ny\n\n### 5.2 Internationale aspecten\n\ny\n\n## Informatie die niet openbaargemaakt kan worden\n\nn.v.t.\n"
    );
    assert_eq!(reasons(&other), []);
}

#[test]
fn fields_in_the_text_bar() {
    let fields = "sjabloon: jenv/beslisnota\nversie: 1\nonderwerp: Beslisnota\naan:\n  - Minister\ndatum: 2026-11-20\nopgesteld-door: K. Zwartjes\n";
    let body = "\n## 1. Aanleiding\n\nTekst.\n";
    for text in [
        format!("\n---\n{fields}---\n{body}"),
        format!(" ---\n{fields}---\n{body}"),
        format!("\u{200b}---\n{fields}---\n{body}"),
        format!("\u{feff}\u{feff}---\n{fields}---\n{body}"),
        format!("<!-- nota -->\n---\n{fields}---\n{body}"),
        format!("# Beslisnota\n\n---\n{fields}---\n{body}"),
        format!("+++\n{}+++\n{body}", fields.replace(": ", " = ")),
        format!("```yaml\n{fields}```\n{body}"),
        format!("~~~\n{fields}~~~\n{body}"),
        format!("—-\n{fields}---\n{body}"),
        format!("----\n{fields}----\n{body}"),
        format!("--\n{fields}--\n{body}"),
        format!("{fields}---\n{body}"),
        format!("{fields}{body}"),
        format!("    {}\n{body}", fields.replace('\n', "\n    ")),
        format!("> {}\n{body}", fields.replace('\n', "\n> ")),
        format!(
            "---\nsjabloon: jenv/beslisnota\n---\nopgesteld-door:\n  - K. Zwartjes\n---\n{body}"
        ),
        format!("---\nsjabloon: jenv/beslisnota\n---\ncontactpersoon: K. Zwartjes\n{body}"),
        format!("---\nsjabloon: jenv/beslisnota\n---\n\nOpgesteld door: K. Zwartjes\n{body}"),
        format!("---\nonderwerp: x\n---\n\nopgesteld_door: K. Zwartjes\n{body}"),
        format!("---\nonderwerp: x\n---\n\nOpgesteld door K. Zwartjes\n{body}"),
        format!("---\nonderwerp: x\n---\n\nopgesteld-door\tK. Zwartjes\n{body}"),
        format!("---\nonderwerp: x\n---\n\nopgesteld-door; K. Zwartjes\n{body}"),
        format!(
            "---\nonderwerp: x\n---\n\n| opgesteld-door | K. Zwartjes |\n| --- | --- |\n{body}"
        ),
        format!(
            "---\nonderwerp: x\n---\n{body}\n---\nlakken:\n  - veld: onderwerp\n    grond: 5.1.2e\n---\n"
        ),
        format!("---\nonderwerp: x\n---\n{body}\nlakken:\n\n- veld: onderwerp\n"),
        format!("---\nonderwerp: x\n---\n{body}\n- veld: onderwerp\n  grond: 5.1.2e\n"),
        format!("{body}\n---\n{fields}---\n"),
    ] {
        assert!(!reasons(&text).is_empty(), "{text}");
    }
    for text in [
        "Datum: 3 mei. Onderwerp: de brief.",
        "Wij lakken: namen en bedragen.",
        "De volgende punten: een en twee.",
        "Aan: de Kamer",
        "kenmerk: 12 staat in de brief",
        "Verzonden aan: de Kamer; datum: 3 mei",
    ] {
        assert_eq!(
            reasons(&format!("## 1. Aanleiding\n\n{text}\n")),
            [],
            "{text}"
        );
    }
}

#[test]
#[allow(clippy::too_many_lines, reason = "a list of cases")]
fn a_word_of_withholding_that_is_misspelt_bars() {
    for key in [
        "Lakken",
        "LAKKEN",
        "laken",
        "lakke",
        "gelakt",
        "lak",
        "lakking",
        "lakkingen",
        "l\u{430}kken",
        "lak-ken",
        "niet-openbaar",
        "weglaten",
        "lakkne",
        "lekken",
    ] {
        let text = format!(
            "---\ndirectie: Directie Zwartjes\n{key}:\n  - veld: directie\n    grond: 5.1.2b\n---\n"
        );
        assert_eq!(reasons(&text), [Reason::Lakveld], "{key}");
        let short = format!("---\ndirectie: Directie Zwartjes\n{key}: directie\n---\n");
        assert_eq!(reasons(&short), [Reason::Lakveld], "{key}");
    }
    for (front, expected) in [
        (
            "weg:\n  - veld: directie\n    grond: 5.1.2b\n",
            vec![Reason::Lakveld],
        ),
        (
            "openbaarheid:\n  lakken:\n    - veld: directie\n",
            vec![Reason::Lakveld],
        ),
        ("geheim: directie\n", vec![Reason::Lakveld]),
        ("weg:\n  - directie\n", vec![Reason::Lakveld]),
        ("directie-lakken: ja\n", vec![Reason::Lakveld]),
        ("directie_lak: ja\n", vec![Reason::Lakveld]),
        ("directie-openbaar: 5.1.2e\n", vec![Reason::Lakveld]),
        ("kenmerk: 12 # lakken\n", vec![Reason::Lakveld]),
        ("kenmerk: 12 # op grond van 5.1.2e\n", vec![Reason::Lakveld]),
        (
            "kenmerk:\n  waarde: 12\n  lakken: true\n",
            vec![Reason::Lakveld],
        ),
        (
            "kenmerk:\n  waarde: 12\n  openbaar: nee\n",
            vec![Reason::Lakveld],
        ),
        ("vak: 3\nzak: 4\nopenbaar: ja\n", vec![]),
        ("afdeling: DG (5.1.2e)\n", vec![Reason::NearMarkup]),
        ("kenmerk:\n  lak: 12\n", vec![Reason::Lakveld]),
        ("# lakken\nkenmerk: 12 # uit het systeem\n", vec![]),
        (
            "kenmerk: 'a #lakken'\n",
            vec![Reason::Lakveld, Reason::NearMarkup],
        ),
        ("lakken: directie\n", vec![Reason::Grond, Reason::Lakveld]),
        ("lakken:\n", vec![Reason::Lakveld]),
        ("lakken: []\n", vec![]),
        (
            "lakken:\n  - Veld: directie\n    grond: 5.1.2b\n",
            vec![Reason::Lakveld],
        ),
        // The template has it, so it is withheld as soon as it is filled in.
        ("lakken:\n  - veld: afdeling\n    grond: 5.1.2b\n", vec![]),
        (
            "geheim-veld: x\nprojectcode: P-12\nafkorting: NSOC\n",
            vec![],
        ),
    ] {
        let text = format!("---\ndirectie: Directie Zwartjes\n{front}---\n");
        assert_eq!(reasons(&text), expected, "{front}");
    }
}
