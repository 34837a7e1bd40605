//! Notas, and their sheets as a reader would copy them down.

use std::collections::HashSet;
use std::fmt::Write as _;

use expect_test::expect;
use nota_markdown::parse;
use nota_markdown::testing::notas;
use nota_model::Nota;
use nota_template::{ColumnItem, Registry};
use proptest::prelude::*;

use crate::line::is_unseen;
use crate::{
    Belongs, ColumnPart, Cut, Heading, Labelled, Line, Piece, PieceKind, Sheet, Stretch, What,
};

/// The sheet of a text, copied down.
fn copied(text: &str) -> String {
    let parsed = parse(text, Registry::builtin());
    copy(&Sheet::new(&parsed.nota, &parsed.template))
}

fn copy(sheet: &Sheet<'_>) -> String {
    let mut out = String::new();
    letterhead(sheet, &mut out);
    for part in &sheet.parts {
        match part.cut {
            Some(Cut::InternalBegins) => out.push_str("- - - intern\n"),
            Some(Cut::InternalEnds) => out.push_str("- - -\n"),
            None => {}
        }
        if let Some(own) = &part.heading {
            let _ = writeln!(out, "{}", heading(own));
        }
        pieces(&part.pieces, "", &mut out);
    }
    for note in &sheet.footnotes {
        let belongs = match note.belongs {
            Belongs::AtReference => "",
            Belongs::TooDeep => " (diep)",
            Belongs::Unreferenced => " (los)",
        };
        let _ = writeln!(out, "noot {}{belongs}", note.number);
        pieces(&note.pieces, "  ", &mut out);
    }
    out
}

fn letterhead(sheet: &Sheet<'_>, out: &mut String) {
    let own = &sheet.letterhead;
    if let Some(line) = &own.classification {
        let _ = writeln!(out, "!! {}", words(line));
    }
    let _ = writeln!(out, "= {} | {}", words(&own.title), own.author);
    for entry in own.entries() {
        let lines: Vec<String> = entry.lines.iter().map(words).collect();
        let look = match entry.labelled {
            Labelled::Above => "",
            Labelled::Bold => "!",
            Labelled::Plain => ".",
        };
        let _ = writeln!(out, "{}{look}: {}", entry.label, lines.join(" / "));
    }
    for row in own.parafen.iter().flat_map(|own| &own.rows) {
        let _ = writeln!(out, "[ {} | {} ]", words(&row.who), row.caption);
    }
}

fn heading(heading: &Heading<'_>) -> String {
    let number = heading.number.as_deref().unwrap_or("-");
    let marks = "#".repeat(usize::from(heading.level));
    format!(
        "{marks} {number} {} ({:?})",
        words(&heading.title),
        heading.rank
    )
}

fn pieces(all: &[Piece<'_>], indent: &str, out: &mut String) {
    let deeper = format!("{indent}  ");
    for piece in all {
        match &piece.kind {
            PieceKind::Heading(own) => {
                let _ = writeln!(out, "{indent}{}", heading(own));
            }
            PieceKind::Paragraph(line) => {
                let _ = writeln!(out, "{indent}{}", words(line));
            }
            PieceKind::List(list) => {
                for (index, item) in list.items.iter().enumerate() {
                    let _ = writeln!(out, "{indent}{}", list.marker(index));
                    pieces(&item.pieces, &deeper, out);
                }
            }
            PieceKind::Table(table) => {
                for row in std::iter::once(&table.head).chain(&table.rows) {
                    let cells: Vec<String> = row.iter().map(words).collect();
                    let _ = writeln!(out, "{indent}| {} |", cells.join(" | "));
                }
            }
            PieceKind::Quote(own) => {
                let _ = writeln!(out, "{indent}>");
                pieces(own, &deeper, out);
            }
            PieceKind::Withheld { grond, pieces: own } => {
                let _ = writeln!(out, "{indent}::: {grond}");
                pieces(own, &deeper, out);
            }
        }
    }
}

/// The stretches of a line with their looks.
fn words(line: &Line<'_>) -> String {
    line.stretches.iter().map(stretch).collect()
}

fn stretch(stretch: &Stretch<'_>) -> String {
    let text = match &stretch.what {
        What::Text(text) => text.to_string(),
        What::Placeholder { grond, .. } => format!("█{}", grond.map_or("", |own| own.code)),
        What::Break => "⏎".to_owned(),
        What::Reference { number, is_first } => {
            format!("^{number}{}", if *is_first { "'" } else { "" })
        }
    };
    let look = &stretch.look;
    let mut out = text;
    if look.is_emphasis {
        out = format!("_{out}_");
    }
    if look.is_strong {
        out = format!("*{out}*");
    }
    if let Some(link) = &look.link {
        out = format!("<{out} {link}>");
    }
    match &look.withheld {
        Some(grond) => format!("{{{out} {grond}}}"),
        None => out,
    }
}

#[test]
fn the_fields_are_printed_as_people_write_them() {
    let text = "---\nsjabloon: jenv/beslisnota\nonderwerp: \"Beslisnota  brief\"\nrubricering: Stg. GEHEIM\n\
        datum: 2024-03-05\naan:\n  - Minister\n  - SG\nonderdeel: DGPenV\nkenmerk: \"1\"\n\
        opgesteld-door: J. Jansen\nlakken:\n  - veld: kenmerk\n    grond: 5.1.2b\n\
        bijlagen:\n  - Brief\n  - naam: Rapport\n    informatie: Van RVO\n\
        parafen:\n  - functie: DG\n    naam: H. Wiersma\n  - Minister\n---\n\n## 3. Kernpunten\n\na\n";
    expect![[r#"
        !! Stg. GEHEIM
        = Beslisnota brief | Ministerie van Justitie en Veiligheid
        Aan.: Minister / SG
        Onderdeel!: DGPenV
        Adres.: Turfmarkt 147 / 2511 DP Den Haag / Postbus 20301 / 2500 EH Den Haag / www.rijksoverheid.nl/jenv
        Opgesteld door: {J. Jansen 5.1.2e}
        Datum: 5 maart 2024
        Ons kenmerk: {1 5.1.2b}
        Bijlage(n): 1. Brief / 2. Rapport
        [ DG, {H. Wiersma 5.1.2e} | Datum/paraaf ]
        [ Minister | Datum/eindparaaf ]
        ## 3. Kernpunten (Section)
        a
        ## - Bijlagen (Section)
        | Volgnummer | Naam | Informatie |
        | 1 | Brief |  |
        | 2 | Rapport | Van RVO |
    "#]]
    .assert_eq(&copied(text));
}

#[test]
fn an_empty_nota_has_a_title_and_the_rows_for_parafen() {
    let template = Registry::builtin().fallback();
    let nota = Nota::default();
    let sheet = Sheet::new(&nota, &template);
    assert_eq!(sheet.letterhead.title.text(), "Beslisnota");
    let parafen = sheet.letterhead.parafen.as_ref();
    let rows = parafen.map(|own| own.rows.len());
    assert_eq!((rows, sheet.parts.len()), (Some(2), 0));
    let nothing = Default::default();
    assert_eq!(Sheet::new(&nota, &nothing).letterhead.title.text(), "Nota");
}

#[test]
fn a_gap_stands_between_entries_only() {
    let text = "---\ndatum: 2024-03-05\nkenmerk: \"1\"\n---\n";
    let parsed = parse(text, Registry::builtin());
    let mut template = (*parsed.template).clone();
    let field = |key: &str| ColumnItem::Field(key.to_owned());
    let (date, none, kenmerk) = (field("datum"), field("onderdeel"), field("kenmerk"));
    let gap = || ColumnItem::Gap;
    template.kolom_eerste = vec![gap(), date, gap(), none, gap(), kenmerk, gap()];
    let column = Sheet::new(&parsed.nota, &template).letterhead.column;
    let gaps: Vec<bool> = column
        .iter()
        .map(|part| matches!(part, ColumnPart::Gap))
        .collect();
    assert_eq!(gaps, [false, true, false]);
}

#[test]
fn headings_have_the_numbers_of_the_template_and_levels_without_gaps() {
    expect![[r#"
        = Beslisnota | Ministerie van Justitie en Veiligheid
        Adres.: Turfmarkt 147 / 2511 DP Den Haag / Postbus 20301 / 2500 EH Den Haag / www.rijksoverheid.nl/jenv
        [ Minister | Datum/eindparaaf ]
        [ SG | Datum/paraaf ]
        Vooraf.
        ## 3. Kern (Section)
        ### - Diep (Free)
        ## 4. Toelichting* (Section)
        ### 4.4 Krachtenveld (Subsection)
        #### - Kop (Free)
        a^1'
        ## 9. Eigen kop (Section)
        ## 5. Informatie die niet openbaar gemaakt kan worden (Section)
        - - - intern
        ### 5.2 Informatie die niet openbaar gemaakt kan worden (Subsection)
        Geheim.
        - - -
        ## 1. Aanleiding (Section)
        noot 1
          Noot bij de kop.
    "#]]
    .assert_eq(&copied(
        "Vooraf.\n\n## 3 Kern\n\n##### Diep\n\n## 4. Toelichting*\n\n### 4.1 Krachtenveld\n\n#### Kop[^k]\n\na\n\n\
         [^k]: Noot bij de kop.\n\n## 9. Eigen kop\n\n## 5. Informatie die niet openbaar gemaakt kan worden\n\n### 5.2 Informatie die niet openbaar gemaakt kan worden\n\nGeheim.\n\n## Aanleiding\n",
    ));
}

#[test]
fn what_stands_in_the_body() {
    expect![[r#"
        ## 3. Kernpunten (Section)
        _a_ *b* <c https://x.nl/%C3%A9> d {e  5.1.2e}{<f mailto:a@b.nl> 5.1.2e}⏎g █5.2 h.
        •
          een
          –
            twee
            1.
              drie
        •
          *kop in een lijst*
        7.
          zeven
        8.
        9.
          negen
        >
          citaat
        | a | b |
        | c^1' |  |
        ::: 5.1.2i
          x
        noot 1
          Zie [^weg].
    "#]].assert_eq(&body_of(
        "*a* **b** [c](https://x.nl/é) [d](/weg) [e [f](mailto:a@b.nl)]{.lak grond=\"5.1.2e\"}\\\ng [niet openbaar: art. 5.2, Woo] h.\n\n\
         - een\n  - twee\n    1. drie\n- ### kop in een lijst\n\n7. zeven\n8.\n9. negen\n\n> citaat\n\n\
         | a | b |\n|---|--:|\n| c[^n] | |\n\n::: {.lak grond=\"5.1.2i\"}\nx\n:::\n\n[^n]: Zie [^weg].\n",
    ));
}

/// The sheet of a section with this body, without the letterhead.
fn body_of(body: &str) -> String {
    let own = copied(&format!("## 3. Kernpunten\n\n{body}"));
    let start = own.find("## ").unwrap_or_default();
    own.get(start..).unwrap_or_default().to_owned()
}

#[test]
fn footnotes_are_numbered_as_they_are_read_and_none_is_lost() {
    expect![[r#"
        ## 3. Kernpunten (Section)
        a^1' b[^niet] c^1 d^3'
        noot 1
          Zet^2'.
        noot 2
          Be.
        noot 3
          ^4'
        noot 4
          ^5'
        noot 5
          ^6
        noot 6 (diep)
          ^3 ^1
        noot 7 (los)
          Los.
        noot 8 (los)
    "#]]
    .assert_eq(&body_of(
        "a[^z] b[^niet] c[^z] d[^1]\n\n[^los]: Los.\n\n[^z]: Zet[^b].\n\n[^b]: Be.\n\n[^leeg]:\n\n\
         [^1]: [^2]\n\n[^2]: [^3]\n\n[^3]: [^4]\n\n[^4]: [^1] [^z]\n",
    ));
}

#[test]
fn every_line_has_its_place() {
    let text = "---\naan:\n  - A\n  - B\n---\n\n## 3. Kernpunten\n\n| é **b** |\n|---|\n| c |\n\n- d[^1]\n\n[^1]: e\n";
    let parsed = parse(text, Registry::builtin());
    let sheet = Sheet::new(&parsed.nota, &parsed.template);
    let mut seen = String::new();
    for line in sheet.lines() {
        for stretch in &line.stretches {
            let place = line.place_of(stretch);
            let range = place.range.map(|range| (range.start, range.end));
            let _ = writeln!(
                seen,
                "{:?} {:?} {:?} {:?} {range:?}",
                stretch.what, place.field, place.note, place.path
            );
        }
    }
    expect![[r#"
        Text("Beslisnota") None None [] None
        Text("A") Some("aan[0]") None [] None
        Text("B") Some("aan[1]") None [] None
        Text("Turfmarkt 147") None None [] None
        Text("2511 DP Den Haag") None None [] None
        Text("Postbus 20301") None None [] None
        Text("2500 EH Den Haag") None None [] None
        Text("www.rijksoverheid.nl/jenv") None None [] None
        Text("Minister") None None [] None
        Text("SG") None None [] None
        Text("Kernpunten") None None [] Some((0, 10))
        Text("é ") None None [0, 0, 0] Some((0, 2))
        Text("b") None None [0, 0, 0] Some((2, 3))
        Text("c") None None [0, 1, 0] Some((0, 1))
        Text("d") None None [1, 0, 0] Some((0, 1))
        Reference { number: 1, is_first: true } None None [1, 0, 0] Some((1, 1))
        Text("e") None Some("1") [0] Some((0, 1))
    "#]]
    .assert_eq(&seen);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_nota_has_a_sheet_with_all_its_words(nota in notas()) {
        let template = Registry::builtin().fallback();
        let sheet = Sheet::new(&nota, &template);
        let lines = sheet.lines();
        let printed: HashSet<String> = lines.iter().map(|line| squashed(&line.text())).collect();
        for site in nota.texts() {
            let text = squashed(&site.text);
            // A reference that leads nowhere is printed as it was written.
            let found = printed.iter().any(|own| own.contains(&text) || without_references(own) == text);
            prop_assert!(found, "{:?} is not in {:?}", site.text, printed);
        }
        for (index, note) in sheet.footnotes.iter().enumerate() {
            prop_assert_eq!(usize::try_from(note.number), Ok(index + 1));
        }
        prop_assert_eq!(sheet.footnotes.len(), nota.notes().count());
        let mut level = 1;
        for part in &sheet.parts {
            for own in part.heading.iter().chain(free(&part.pieces)) {
                prop_assert!(own.level <= level + 1 && own.level >= 2);
                level = own.level;
            }
        }
        for line in lines {
            prop_assert!(line.stretches.iter().all(|own| own.what != What::Text("".into())));
        }
    }
}

/// The free headings, in their order, with those of withheld blocks.
fn free<'s, 'n>(pieces: &'s [Piece<'n>]) -> Vec<&'s Heading<'n>> {
    let own = pieces.iter().flat_map(|piece| match &piece.kind {
        PieceKind::Heading(own) => vec![own],
        PieceKind::Withheld { pieces, .. } => free(pieces),
        _ => Vec::new(),
    });
    own.collect()
}

/// A text without what is not seen.
fn squashed(text: &str) -> String {
    let seen = text.chars().filter(|c| !is_unseen(&c.to_string()));
    seen.collect()
}

/// A text without references that lead nowhere.
fn without_references(text: &str) -> String {
    let mut parts = text.split("[^");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(part.split_once(']').map_or(part, |(_, rest)| rest));
    }
    out
}

/// A template whose column counts the bijlagen, with a closing line, a route
/// of parafen and a label that stays.
fn set_up() -> nota_template::Template {
    let text = r#"
naam = "Proef"
ministerie = "Proef"
[[veld]]
sleutel = "betreft"
naam = "Betreft"
rol = "titel"
[[veld]]
sleutel = "stukken"
naam = "Stukken"
soort = "bijlagen"
[[veld]]
sleutel = "kopie"
naam = "Kopie aan"
altijd = true
[[veld]]
sleutel = "tekent"
naam = "Tekent"
rol = "ondertekenaar"
[[sectie]]
sleutel = "kern"
titel = "Kern"
[kolom]
eerste = ["stukken#", "kopie"]
"#;
    let files = vec![("proef/nota/template.toml".to_owned(), text.into())];
    let (registry, faults) = Registry::default().with_files(&files);
    assert_eq!(faults, []);
    let template = registry.find("proef/nota").expect("it is there");
    (*template).clone()
}

#[test]
fn bijlagen_that_are_counted_are_named_in_a_table_of_two_columns() {
    let template = set_up();
    let text = "---\nbetreft: Proef\nstukken:\n  - Brief\n  - Verslag\ntekent: De Directeur\n---\n\n## Kern\n\nTekst.\n";
    let parsed = nota_markdown::parse(text, Registry::builtin());
    let sheet = Sheet::new(&parsed.nota, &template);
    let column: Vec<(String, usize)> = (sheet.letterhead.column.iter())
        .filter_map(|part| match part {
            crate::ColumnPart::Entry(entry) => Some(entry),
            crate::ColumnPart::Gap => None,
        })
        .map(|entry| {
            let value: String = entry.lines.iter().map(Line::text).collect();
            (format!("{}: {value}", entry.label), entry.lines.len())
        })
        .collect();
    let expected = [("Stukken: 2".to_owned(), 1), ("Kopie aan: ".to_owned(), 0)];
    assert_eq!(column, expected);
    let last = sheet.parts.last().expect("the list of bijlagen");
    let crate::PieceKind::Table(table) = &last.pieces[0].kind else {
        panic!("it is a table: {last:?}");
    };
    assert_eq!((table.head.len(), table.rows.len()), (2, 2));
    let closing = &sheet.parts[sheet.parts.len() - 2];
    let crate::PieceKind::Paragraph(line) = &closing.pieces[0].kind else {
        panic!("it is a line: {closing:?}");
    };
    assert_eq!(line.text(), "DE DIRECTEUR");
}

const DECIDED: &str = "beslissing: akkoord met opmerking
beslissing-datum: 2024-03-20
beslissing-door: Minister van JenV
beslissing-opmerking:
  - Graag snel.
  - Bel [K. Zwartjes]{.lak grond=\"5.1.2e\"} eerst.
";

#[test]
fn the_decision_stands_before_the_text_with_its_marks() {
    let of = |fields: &str| {
        let text =
            format!("---\nsjabloon: jenv/beslisnota\n{fields}---\n\n## 1. Aanleiding\n\nTekst.\n");
        let all = copied(&text);
        all.lines().skip(1).collect::<Vec<_>>().join("\n") + "\n"
    };
    expect![[r#"
        Adres.: Turfmarkt 147 / 2511 DP Den Haag / Postbus 20301 / 2500 EH Den Haag / www.rijksoverheid.nl/jenv
        [ Minister | Datum/eindparaaf ]
        [ SG | Datum/paraaf ]
        ## - Beslissing (Section)
        *akkoord met opmerking*
        Datum: 20 maart 2024
        Door: Minister van JenV
        Opmerking: Graag snel.
        Bel {K. Zwartjes 5.1.2e} eerst.
        ## 1. Aanleiding (Section)
        Tekst.
    "#]].assert_eq(&of(DECIDED));
    expect![[r#"
        Adres.: Turfmarkt 147 / 2511 DP Den Haag / Postbus 20301 / 2500 EH Den Haag / www.rijksoverheid.nl/jenv
        [ Minister | Datum/eindparaaf ]
        [ SG | Datum/paraaf ]
        ## - Beslissing (Section)
        Opmerking: {Bel  5.2}{K. Zwartjes 5.1.2e}{ eerst. 5.2}
        ## 1. Aanleiding (Section)
        Tekst.
    "#]].assert_eq(&of("beslissing-opmerking: Bel [K. Zwartjes]{.lak grond=5.1.2e} eerst.\nlakken:\n  - veld: beslissing-opmerking\n    grond: \"5.2\"\n"));
    assert_eq!(
        of("beslissing: ' '\n"),
        of(""),
        "nothing of it, nothing on paper"
    );
}

#[test]
fn a_template_may_have_the_decision_behind_the_text() {
    let text =
        format!("---\nsjabloon: jenv/beslisnota\n{DECIDED}---\n\n## 1. Aanleiding\n\nTekst.\n");
    let parsed = parse(&text, Registry::builtin());
    let titles = |template: &nota_template::Template| {
        let sheet = Sheet::new(&parsed.nota, template);
        let heads = sheet.parts.iter().filter_map(|part| part.heading.as_ref());
        heads.map(Heading::text).collect::<Vec<_>>()
    };
    let mut template = parsed.template.as_ref().clone();
    assert_eq!(titles(&template), ["Beslissing", "1. Aanleiding"]);
    template.opmaak.beslissing = nota_template::BeslissingPlaats::Achteraan;
    assert_eq!(titles(&template), ["1. Aanleiding", "Beslissing"]);
}

#[test]
fn the_column_of_information_goes_when_nothing_stands_in_it() {
    let columns = |template: &str, title: &str, table: &str| {
        let text = format!("---\nsjabloon: {template}\n---\n\n## {title}\n\n{table}\n");
        let parsed = parse(&text, Registry::builtin());
        let sheet = Sheet::new(&parsed.nota, &parsed.template);
        let pieces = sheet.parts.iter().flat_map(|part| &part.pieces);
        let mut tables = pieces.filter_map(|piece| match &piece.kind {
            PieceKind::Table(table) => Some(table.head.len() * 10 + table.align.len()),
            _ => None,
        });
        tables.next_back()
    };
    let with = |head: &str, cell: &str| {
        format!("| Nr | Naam | {head} |\n|---|---|---|\n| 1 | Brief |  |\n| 2 | Bijlage | {cell} |")
    };
    let empty = with("Informatie", "");
    assert_eq!(columns("bzk/beslisnota", "Bijlagen", &empty), Some(22));
    assert_eq!(columns("ocw/beslisnota", "Bijlage(n)", &empty), Some(22));
    assert_eq!(
        columns("bzk/beslisnota", "Bijlagen", &with("Informatie", "x")),
        Some(33)
    );
    assert_eq!(
        columns("bzk/beslisnota", "Bijlagen", &with("Vertrouwelijk", "")),
        Some(33)
    );
    assert_eq!(
        columns("bzk/beslisnota", "Kern", &empty),
        Some(33),
        "another section"
    );
    let narrow = "| Nr | Naam |\n|---|---|\n| 1 | Brief |";
    assert_eq!(columns("bzk/beslisnota", "Bijlagen", narrow), Some(22));
    let of_field = "---\nsjabloon: bzk/beslisnota\nbijlagen:\n  - naam: Brief\n    informatie: ''\n  - Bijlage\n---\n";
    assert!(
        copied(of_field).contains("Volgnummer"),
        "{}",
        copied(of_field)
    );
    assert!(
        !copied(of_field).contains("Informatie"),
        "{}",
        copied(of_field)
    );
}

#[test]
fn one_bijlage_can_be_withheld() {
    let of = |fields: &str| copied(&format!("---\nsjabloon: jenv/beslisnota\n{fields}---\n"));
    let names = "bijlagen:\n  - Brief\n  - '[Advies]{.lak grond=\"5.1.2i\"}'\n";
    assert!(
        of(names).contains("1. Brief / 2. {Advies 5.1.2i}"),
        "{}",
        of(names)
    );
    let told = "bijlagen:\n  - naam: '[Advies]{.lak grond=\"5.1.2i\"}'\n    informatie: Kamer [A]{.lak grond=\"5.2\"}\n";
    let told = of(told);
    assert!(
        told.contains("{Advies 5.1.2i}") && told.contains("Kamer {A 5.2}"),
        "{told}"
    );
    // In other fields a mark is printed as it was written.
    let other = of("afdeling: '[X]{.lak grond=\"5.2\"}'\n");
    assert!(other.contains(".lak grond"), "{other}");
}
