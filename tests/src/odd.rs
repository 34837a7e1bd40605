//! Notas that nobody writes on purpose, and that must come out well all the
//! same: too long, too deep, too wide, or empty.

use std::fmt::Write;

use nota_model::LONGEST_WORD;

/// Odd notas: a name for the test, and the file.
pub fn notas() -> Vec<(&'static str, String)> {
    let word = "Donaudampfschiff".repeat(LONGEST_WORD / 16);
    let words = |count: usize| "beleid en uitvoering ".repeat(count / 3);
    vec![
        ("empty", String::new()),
        ("only-front-matter", base("", "")),
        (
            "only-preamble",
            "Een tekst zonder kop en zonder voorblad.\n".to_owned(),
        ),
        ("long-word", long_words(&word)),
        ("many-addressees", many_addressees()),
        (
            "long-title",
            base(&format!("onderwerp: {}\n", words(75).trim()), SECTIONS),
        ),
        (
            "very-long-title",
            base(&format!("onderwerp: {}\n", words(900).trim()), SECTIONS),
        ),
        ("long-column", long_column()),
        ("deep-lists", section(&deep("- "))),
        ("deep-quotes", section(&deep("> "))),
        ("wide-table", section(&table(15, 4))),
        ("very-wide-table", section(&table(60, 3))),
        ("long-table", section(&table(3, 1000))),
        (
            "high-row",
            section(&format!("| a | b |\n|--|--|\n| {} | kort |\n", words(3000))),
        ),
        ("odd-cells", section(ODD_CELLS)),
        ("footnotes", section(FOOTNOTES)),
        ("many-footnotes", many_footnotes()),
        (
            "long-footnote",
            section(&format!("Tekst.[^1]\n\n[^1]: {}\n", words(3000))),
        ),
        ("links", section(LINKS)),
        ("unprintable", unprintable()),
        ("headings", HEADINGS.to_owned()),
        ("withheld", base(WITHHELD_FIELDS, WITHHELD)),
        (
            "classification",
            base(&format!("rubricering: {}\n", words(90).trim()), SECTIONS),
        ),
        ("odd-dates", base("datum: 9999-12-31\n", SECTIONS)),
        ("no-date", base("datum: volgende week\n", SECTIONS)),
        (
            "list-numbers",
            section("999999999. groot\n1. klein\n\nTekst.\n\n0. nul\n"),
        ),
        ("many-breaks", section(&"regel\\\n".repeat(300))),
        ("marks", section(MARKS)),
        ("empty-items", section(EMPTY_ITEMS)),
        ("names-at-parafen", base(NAMES_AT_PARAFEN, SECTIONS)),
        ("footnotes-without-reference", section(LOOSE_FOOTNOTES)),
        ("internal", base("", INTERNAL)),
        ("internal-at-page-end", INTERNAL_AT_PAGE_END.to_owned()),
        ("many-parafen", many_parafen()),
    ]
}

const EMPTY_ITEMS: &str = "1. een\n2.\n3. drie\n   - in\n   -\n   - uit\n4.\n\n- punt\n-\n- slot\n";

const NAMES_AT_PARAFEN: &str =
    "parafen:\n  - functie: DG\n    naam: H. Wiersma-van der Voorbeeldnaam\n  - naam: Alleen\n";

const LOOSE_FOOTNOTES: &str =
    "Tekst.[^1]\n\n[^1]: Een.\n[^1]: Nog een.\n[^2]: Los[^3].\n[^3]: Genoemd.\n\n- a\n";

/// Whether every word of the nota stands on the page as it stands in the
/// file and in its order, so that all that is checked of other notas can be checked of it.
pub fn is_plain(name: &str) -> bool {
    let other = [
        "internal-at-page-end",
        "unprintable",
        "headings",
        "footnotes",
        "odd-cells",
        "links",
        "very-wide-table",
        "empty",
    ];
    !other.contains(&name)
}

const SECTIONS: &str = "## 1. Aanleiding\n\nDe aanleiding.\n\n## 2. Geadviseerd besluit\n\nU wordt \
    geadviseerd in te stemmen.\n";

fn base(fields: &str, body: &str) -> String {
    let mut front = String::from("---\nsjabloon: jenv/beslisnota\nversie: 1\n");
    for (key, line) in [
        ("onderwerp:", "onderwerp: Beslisnota Kamerbrief\n"),
        ("aan:", "aan: [Minister van Justitie en Veiligheid]\n"),
        (
            "onderdeel:",
            "onderdeel: Directoraat-Generaal Ondermijning\n",
        ),
        ("datum:", "datum: 2024-03-15\n"),
        ("kenmerk:", "kenmerk: \"5254387\"\n"),
    ] {
        if !fields.lines().any(|own| own.starts_with(key)) {
            front.push_str(line);
        }
    }
    format!("{front}{fields}---\n\n{body}")
}

fn section(text: &str) -> String {
    base("", &format!("## 1. Aanleiding\n\n{text}"))
}

fn long_words(word: &str) -> String {
    let short = &word[..400];
    let fields = format!("onderwerp: {short}\nkenmerk: {short}\naan: [{short}]\n");
    base(
        &fields,
        &format!(
            "## {short}\n\n{word}\n\nVoor **{word}** na.\n\n### {short}\n\n- {word}\n  - {word}\n\n> \
             {word}\n\n| {short} | b | c |\n|--|--|--|\n| {short} | {word} | kort |\n\nNoot.[^1]\n\n\
             [^1]: {word}\n"
        ),
    )
}

fn many_addressees() -> String {
    let mut lines = String::from("aan:\n");
    for number in 1..=200 {
        let _ = writeln!(lines, "  - Minister nummer {number} van Algemene Zaken");
    }
    base(&lines, SECTIONS)
}

fn long_column() -> String {
    let mut fields = String::from("opgesteld-door: ");
    fields.push_str(&"een lange reeks van namen ".repeat(40));
    fields.push_str("\nbijlagen:\n");
    for number in 1..=80 {
        let _ = writeln!(fields, "  - Bijlage nummer {number} bij deze nota");
    }
    base(&fields, SECTIONS)
}

fn deep(mark: &str) -> String {
    let mut out = String::new();
    for depth in 0..15 {
        let indent = if mark == "- " {
            "  ".repeat(depth) + mark
        } else {
            mark.repeat(depth + 1)
        };
        let _ = writeln!(
            out,
            "{indent}Niveau {depth} met een zin die over meer dan een regel loopt."
        );
        if mark == "> " {
            let _ = writeln!(out, "{}", mark.repeat(depth + 1));
        }
    }
    out
}

fn table(columns: usize, rows: usize) -> String {
    let row = |text: &dyn Fn(usize) -> String| {
        let cells: Vec<String> = (1..=columns).map(text).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let mut out = row(&|column| format!("Kolomkop {column}"));
    out.push_str(&row(&|_| "--".to_owned()));
    for number in 1..=rows {
        out.push_str(&row(&|column| {
            format!("verantwoordelijkheid {number}.{column}")
        }));
    }
    out
}

const ODD_CELLS: &str = "\
|  |  |
|--|:-:|
|  |  |
| a |
| **b** *c* [d](https://example.nl) | e[^1] | te veel |

| kop[^2] | kop |
|--:|:--|
| [x]{.lak grond=\"5.1.2e\"} | \\| `code` <br> |

| alleen een kop |
|--|

[^1]: In een cel.
[^2]: In een kop van een tabel.
";

const FOOTNOTES: &str = "\
Een[^a], nog eens[^a], een in een[^b] een lege[^j] en een die er niet is[^weg].

### Kop met een noot[^c]

Tekst na de kop.

### Nog een kop[^d]

- lijst[^e]

Zichzelf[^f]. [Link met noot[^g]](https://example.nl) en **vet[^h]**.

[^a]: De eerste.
[^b]: Verwijst naar een ander[^c] en[^i].
[^c]: Bij een kop.
[^d]: Bij een kop zonder alinea.
[^e]: Met een lijst.

    - een
    - twee
[^f]: Verwijst naar zichzelf[^f].
[^g]: In een link.
[^h]: In vet.
[^i]: Alleen vanuit een noot[^b].
[^j]:
";

const LINKS: &str = "\
[leeg]() [relatief](/a/b) [script](javascript:alert) [bestand](file:///etc/passwd)
[web](https://example.nl/a?b=c&d=%20#e) [post](mailto:a@example.nl) [spatie](<https://example.nl/a b>)
[teken](https://example.nl/é\u{201c}) [vorm](https://) [anker](#kop) [ftp](ftp://example.nl)

Een **[vette](https://example.nl) en [*schuine*](https://example.nl)** link.
";

fn unprintable() -> String {
    let odd = "a😀b👨‍👩‍👧c会议d\u{feff}e\u{e000}f\u{202e}g\u{200b}h\u{fffe}i\u{ad}j\u{301}k\u{7}l\u{2028}m\
        \u{fe0f}n ﷺ عربي עברית हिन्दी ไทย 한국어 e\u{301}\u{302}\u{303} ﬁ ǆ ℵ ∑ ☒ ✓ \u{1d400} \u{10ffff}";
    let fields = format!(
        "onderwerp: \"Nota {}\"\nkenmerk: \"x会y\"\n",
        odd.replace(['\u{7}', '\u{2028}'], "")
    );
    base(
        &fields,
        &format!(
            "## {odd}\n\n{odd} **{odd}** *{odd}* ***{odd}***\n\n### {odd}\n\n- {odd}\n\n| {odd} |\n|--|\n| \
             {odd} |\n\nNoot.[^1] \u{0}\n\n😀\n\n### 😀\n\n\u{200b}\n\n### \u{200b}\n\n[^1]: {odd}\n"
        ),
    )
}

const HEADINGS: &str = "\
---
sjabloon: jenv/beslisnota
---

###### Zes

##### Vijf

### 4.4 Krachtenveld

Tekst.

## 1. Aanleiding

###### Diep

###

#### **Vet** en *schuin*

> ### In een citaat

- ### In een lijst

## Onbekend

## 2. Geadviseerd besluit
";

const WITHHELD_FIELDS: &str = "\
opgesteld-door: J. Jansen
contactpersoon: P. Pietersen
lakken:
  - veld: kenmerk
    grond: 5.1.2e
  - veld: aan
    grond: 5.1.2e
  - veld: onderwerp
    grond: \"\"
";

const WITHHELD: &str = "\
## 1. Aanleiding

[Alles]{.lak grond=\"5.1.2e\"} en [een **vet** en [link](https://example.nl) stuk]{.lak grond=\"5.1.1c\"}.

### Kop met [naam]{.lak grond=\"5.1.2e\"}

::: {.lak grond=\"5.1.2i\"}
Een alinea.

- een lijst

| tabel | met |
|--|--|
| twee | cellen |

### Kop in een lak
:::

- [in een lijst]{.lak}
";

const MARKS: &str = "\
***alles*** [***link***](https://example.nl) [[***lak***](https://example.nl)]{.lak grond=\"5.1.2e\"} \
**vet *schuin* vet** *schuin **vet** schuin* **a**b*c*d ~~door~~ `code` H~2~O <u>html</u>
";

/// A part that stays internal begins where its footnotes push it to the next
/// page: what marks the line above it must not run on into them.
const INTERNAL_AT_PAGE_END: &str = r#"## Informatie die niet openbaar gemaakt kan worden

\*

r0

r1

r2

r3

## Informatie die niet openbaar gemaakt kan worden

### Informatie die niet openbaar gemaakt kan worden

::: {.lak grond=""}

| \* nota |
|---|

\*

:::

> [^noot a][^1]

## Aanleiding

[^1]:
    - ### *

      nota\
      \*

    [\*]{.lak grond=""}

    [\*]{.lak grond=""}

[^noot a]:
    - > nota
      >
      > \*
      >
      > \*

      \*

    - \*

      \*

    > [\*\
    > \*]{.lak grond=""}
"#;

const INTERNAL: &str = "\
## 1. Aanleiding

De aanleiding.

## 5. Informatie die niet openbaar gemaakt kan worden

### 5.1 Toelichting

De toelichting.

### 5.2 Informatie die niet openbaar gemaakt kan worden

De informatie.

## 2. Geadviseerd besluit

Te laat.
";

fn many_footnotes() -> String {
    let mut out = String::new();
    for number in 1..=300 {
        let _ = write!(out, "Zin {number}.[^{number}] ");
    }
    out.push_str("\n\n");
    for number in 1..=300 {
        let _ = writeln!(
            out,
            "[^{number}]: Kamerstukken II 2023/24, 29 911, nr. {number}."
        );
    }
    section(&out)
}

fn many_parafen() -> String {
    let mut fields = String::from("parafen:\n");
    for number in 1..=30 {
        let _ = writeln!(fields, "  - functie: Directeur nummer {number}");
    }
    base(&fields, SECTIONS)
}
