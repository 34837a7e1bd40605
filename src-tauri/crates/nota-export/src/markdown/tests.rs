//! What the Markdown says, read back by our own parser.

use nota_markdown::testing::notas;
use nota_markdown::{normalize, parse};
use nota_model::{Carrier, Field, Front, Nota, Value};
use nota_sheet::{Line, Piece, PieceKind, Sheet, What};
use nota_template::Registry;
use proptest::prelude::*;

use super::{RULE, markdown};

fn exported(text: &str) -> String {
    let parsed = parse(text, Registry::builtin());
    markdown(&parsed.nota, &parsed.template)
}

fn assert_has(text: &str, lines: &str) {
    let out = exported(text);
    assert!(out.contains(lines), "{lines}\nis not in\n{out}");
}

#[test]
fn the_letterhead_follows_the_reference_column() {
    let out = exported(
        "---\nsjabloon: jenv/beslisnota\nonderwerp: Beslisnota *brief*\nkenmerk: \"5254387\"\n\
         datum: 2024-03-05\naan:\n  - Minister\n  - SG | DG\nonderdeel: DG $1$\n---\n",
    );
    let expected = "# Beslisnota \\*brief\\*\n\n\
        | Gegeven | Inhoud |\n| --- | --- |\n\
        | Aan | Minister; SG \\| DG |\n\
        | Onderdeel | **DG \\$1\\$** |\n\
        | Adres | Turfmarkt 147, 2511 DP Den Haag, Postbus 20301, 2500 EH Den Haag, www.rijksoverheid.nl/jenv |\n\
        | Datum | 5 maart 2024 |\n\
        | Ons kenmerk | 5254387 |\n\n\
        | Algemene leiding | Paraaf |\n| --- | --- |\n\
        | Minister | Datum/eindparaaf: |\n| SG | Datum/paraaf: |\n";
    assert_eq!(out, expected);
}

#[test]
fn numbers_are_those_of_the_template_and_titles_those_of_the_drafter() {
    assert_has(
        "## 3 Kern\n\na\n\n## 4. Toelichting*\n\n### 4.1 Krachtenveld\n\n##### Diep\n\n## 9. Eigen kop\n",
        "## 3. Kern\n\na\n\n## 4. Toelichting\\*\n\n### 4.4 Krachtenveld\n\n#### Diep\n\n## 9. Eigen kop\n",
    );
}

#[test]
fn footnotes_are_numbered_as_they_are_read() {
    assert_has(
        "## Aanleiding\n\na[^z] b[^niet]\n\n[^los]: Los.\n\n## Kern\n\nc[^a] d[^z]\n\n\
         [^a]: Aa[^b].\n\n[^b]: Be.\n\n[^z]: Zet.\n",
        "a[^1] b\\[^niet]\n\n## 3. Kern\n\nc[^2] d[^1]\n\n\
         [^1]: Zet.\n\n[^2]: Aa[^3].\n\n[^3]: Be.\n\n[^4]: Los.\n",
    );
}

#[test]
fn what_is_withheld_keeps_its_marks_and_the_internal_part_stands_below_a_line() {
    let text = "---\nopgesteld-door: J. Jansen\nlakken:\n  - veld: kenmerk\n    grond: 5.1.2b\n\
                kenmerk: \"1\"\n---\n\n## 5. Informatie die niet openbaar gemaakt kan worden\n\n\
                ### 5.1 Toelichting\n\nVan [J. Jansen]{.lak grond=\"5.1.2e\"}.\n\n\
                ::: {.lak grond=\"5.1.2i\"}\n- a\n:::\n\n\
                ### 5.2 Informatie die niet openbaar gemaakt kan worden\n\nGeheim.\n";
    assert_has(
        text,
        "| Opgesteld door | [J. Jansen]{.lak grond=\"5.1.2e\"} |\n",
    );
    assert_has(text, "| Ons kenmerk | [1]{.lak grond=\"5.1.2b\"} |\n");
    assert_has(
        text,
        "Van [J. Jansen]{.lak grond=\"5.1.2e\"}.\n\n::: {.lak grond=\"5.1.2i\"}\n- a\n:::\n\n\
         * * *\n\n### 5.2 Informatie die niet openbaar gemaakt kan worden\n\nGeheim.\n",
    );
}

#[test]
fn the_name_of_who_initials_stands_behind_the_function() {
    let text =
        "---\nparafen:\n  - functie: DG\n    naam: H. Wiersma\n    datum: 9-1\n  - SG\n---\n";
    assert_has(
        text,
        "| DG, [H. Wiersma]{.lak grond=\"5.1.2e\"} | Datum/paraaf: 9-1 |\n| SG | Datum/eindparaaf: |\n",
    );
}

#[test]
fn bijlagen_of_which_something_is_said_get_a_table_unless_a_section_has_it() {
    let names = "---\nbijlagen:\n  - Brief\n  - naam: Rapport\n---\n\n## Kern\n\na\n";
    assert_has(names, "| Bijlage(n) | 1. Brief; 2. Rapport |\n");
    assert!(exported(names).ends_with("a\n"));
    let told = names.replace("Rapport\n", "Rapport\n    informatie: Van RVO\n");
    assert_has(&told, "| Bijlage(n) | 1. Brief; 2. Rapport |\n");
    assert_has(
        &told,
        "a\n\n## Bijlagen\n\n| Volgnummer | Naam | Informatie |\n| --- | --- | --- |\n\
         | 1 | Brief | |\n| 2 | Rapport | Van RVO |\n",
    );
    let section = told.replace("bijlagen:", "sjabloon: ienw/beslisnota\nbijlagen:")
        + "\n## Bijlagen\n\nGeen tabel.\n";
    assert!(exported(&section).ends_with("a\n\n## Bijlagen\n\nGeen tabel.\n"));
}

#[test]
fn the_classification_stands_above_and_below() {
    let out = exported("---\nrubricering: Stg. GEHEIM\n---\n\n## Kern\n\na\n");
    assert!(
        out.starts_with("**Stg. GEHEIM**\n\n# Beslisnota\n"),
        "{out}"
    );
    assert!(out.ends_with("a\n\n**Stg. GEHEIM**\n"), "{out}");
}

#[test]
fn an_empty_nota_is_still_a_letterhead() {
    let empty = markdown(&Nota::default(), &Default::default());
    assert_eq!(empty, "# Nota\n");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn our_parser_reads_the_same_texts_back(nota in notas()) {
        let template = Registry::builtin().fallback();
        let nota = normalize(&Nota { front: Front::default(), ..nota });
        let out = markdown(&nota, &template);
        prop_assert!(out.ends_with('\n') && !out.ends_with("\n\n"), "{out:?}");
        prop_assert_eq!(&out, &markdown(&nota, &template));
        let again = parse(&out, Registry::builtin()).nota;
        prop_assert_eq!(texts(&again), expected(&nota), "{}", out);
    }

    #[test]
    fn a_field_appears_literally(text in "[ -~é|]{1,30}") {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let field = |key: &str| Field {
            key: key.to_owned(),
            value: Value::text(text.clone()),
            ..Field::default()
        };
        let front = Front {
            fields: vec![field("onderwerp"), field("kenmerk")],
            ..Front::default()
        };
        let out = markdown(&Nota { front, ..Nota::default() }, &Registry::builtin().fallback());
        let again = parse(&out, Registry::builtin()).nota;
        let seen: Vec<String> = again.texts().into_iter().map(|site| site.text).collect();
        // A heading that begins with a number is read without it.
        let titled = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').trim_start();
        let count = seen.iter().filter(|own| **own == text || (**own == titled && !titled.is_empty())).count();
        prop_assert_eq!(count, if text.is_empty() { 0 } else { 2 }, "{}", out);
    }
}

/// The texts after the letterhead of a nota without fields, those of the
/// footnotes last. A heading is the same whether it is known or free.
fn texts(nota: &Nota) -> Vec<(bool, String)> {
    let mut out = Vec::new();
    let mut notes = Vec::new();
    for site in nota.texts() {
        let heading = matches!(site.carrier, Carrier::Title | Carrier::Heading);
        let text = match (site.carrier, site.place.index) {
            (Carrier::Title, Some(index)) => nota.sections[index].heading_text(),
            _ => site.text.clone(),
        };
        match site.place.note {
            None => out.push((heading, text)),
            Some(_) => notes.push((heading, text)),
        }
    }
    out.extend(notes);
    out
}

/// What [`texts`] should find in the export of a nota without fields.
fn expected(nota: &Nota) -> Vec<(bool, String)> {
    let template = Registry::builtin().fallback();
    let letterhead = markdown(&Nota::default(), &template);
    let mut out = texts(&parse(&letterhead, Registry::builtin()).nota);
    let sheet = Sheet::new(nota, &template);
    for part in &sheet.parts {
        out.extend(part.cut.map(|_| (false, RULE.to_owned())));
        out.extend(
            part.heading
                .iter()
                .map(|own| (true, own.text().trim().to_owned())),
        );
        piece_texts(&part.pieces, &mut out);
    }
    for note in &sheet.footnotes {
        piece_texts(&note.pieces, &mut out);
    }
    out
}

fn piece_texts(pieces: &[Piece<'_>], out: &mut Vec<(bool, String)>) {
    for piece in pieces {
        let is_heading = matches!(piece.kind, PieceKind::Heading(_));
        if let PieceKind::Withheld { pieces, .. } = &piece.kind {
            piece_texts(pieces, out);
        } else {
            piece.walk(&mut |line| out.push((is_heading, plain(line))));
        }
    }
}

/// The text of a line as our parser has it.
fn plain(line: &Line<'_>) -> String {
    let texts = line.stretches.iter().map(|own| match &own.what {
        What::Text(text) | What::Placeholder { text, .. } => text.as_ref(),
        What::Break => "\n",
        What::Reference { .. } => "",
    });
    texts.collect()
}
