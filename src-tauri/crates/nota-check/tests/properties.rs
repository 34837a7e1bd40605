//! What holds for any nota and any text: a check never fails, points inside
//! the text, says whole sentences, and what it offers to mend is mended.

use std::collections::HashMap;
use std::sync::LazyLock;

use nota_check::{MOST_PER_RULE, Surroundings, check, findings, rules, testing};
use nota_markdown::parse;
use nota_markdown::testing::{notas, texts};
use nota_model::{Code, Diagnostic, Finding, Nota};
use nota_taal::{Onderdelen, Taal};
use nota_template::{Registry, Template};
use proptest::prelude::*;

/// All language checks, without lists of people.
static TAAL: LazyLock<Taal> = LazyLock::new(|| Taal::new(Onderdelen::ALL, Vec::new()));

fn around() -> Surroundings<'static> {
    Surroundings {
        today: testing::today(),
        printable: &|c| c < '\u{2c00}' && !c.is_control(),
        pages: None,
        taal: None,
        metagegevens: None,
    }
}

/// What is withheld is looked for in the rest of the nota, so that mending one
/// of these may bring others.
const PERSOONSGEGEVEN_OPEN: Code = Code(505);

/// The fixes that are tried of one rule in one nota: each means a check of the
/// whole.
const MOST_FIXES: usize = 3;

/// Every fix can be carried out, and leaves fewer faults of its kind.
fn assert_fixes(nota: &Nota, template: &Template, parsed: &[Finding]) {
    let said = check(nota, template, parsed, &around());
    let count = |said: &[Diagnostic], own: &Diagnostic| {
        said.iter().filter(|other| other.code == own.code).count()
    };
    // Of two footnotes with one label a change can only mean the first.
    let is_double = |own: &Diagnostic| {
        let label = own.place.note.as_ref();
        label.is_some_and(|label| nota.notes().filter(|note| note.label == *label).count() > 1)
    };
    let clear = said.iter().filter(|own| !is_double(own));
    let pairs = clear.flat_map(|own| own.fixes().map(move |fix| (own, fix)));
    let mut tried: HashMap<Code, usize> = HashMap::new();
    for (own, fix) in pairs {
        let of_rule = tried.entry(own.code).or_default();
        *of_rule += 1;
        if *of_rule > MOST_FIXES {
            continue;
        }
        let mended = nota.apply(&fix.change).expect("the fix applies");
        let after = check(&mended, template, parsed, &around());
        if own.code == PERSOONSGEGEVEN_OPEN {
            let still = after.iter().find(|other| is_same(own, other));
            assert_eq!(still, None, "{}", fix.label);
            continue;
        }
        let (before, after) = (count(&said, own), count(&after, own));
        assert!(
            after < before || before == MOST_PER_RULE,
            "{} {} leaves {after} of {before}",
            own.code,
            fix.label
        );
    }
}

/// Whether two remarks are the same one about the same text; its bytes in the
/// file may have moved.
fn is_same(one: &Diagnostic, other: &Diagnostic) -> bool {
    let place = |of: &Diagnostic| {
        let mut place = of.place.clone();
        place.span = None;
        place
    };
    one.code == other.code && place(one) == place(other)
}

/// A part of a nota with a reference to a Kamerstuk in some form.
fn references() -> impl Strategy<Value = String> {
    let piece = |pieces: &'static [&'static str]| proptest::sample::select(pieces);
    (
        piece(&["Kamerstukken", "Kamerstuk", "KST", "*Kamerstukken*", "kamerstuk"]),
        piece(&["", " II", " I", " II,", " TK", " *II*"]),
        piece(&["", " 2022/23,", " 2022-2023,", " 1999/00", " 2022/25,"]),
        piece(&[" 34338", " 34 338", " 34.338", " 36410-X", " 31700 VI", " 34[^1] 338"]),
        piece(&["", ", nr. 5", " nr 5", "-5", ", D", "**, nr. 5**"]),
        piece(&["", ", p. 3", ", blz. 3–4", ".", "[^1]"]),
    )
        .prop_map(|(word, kamer, jaar, dossier, nummer, pagina)| {
            format!(
                "## 3. Kernpunten\n\nZie {word}{kamer}{jaar}{dossier}{nummer}{pagina} en verder.\n\n[^1]: Noot.\n"
            )
        })
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_text_gets_diagnostics_that_point_inside_it(text in texts()) {
        let parsed = parse(&text, Registry::builtin());
        let around = Surroundings { taal: Some(&TAAL), ..around() };
        let said = check(&parsed.nota, &parsed.template, &parsed.findings, &around);
        for one in &said {
            let related = one.related.iter().map(|related| &related.place);
            for place in std::iter::once(&one.place).chain(related) {
                if let Some(span) = place.span {
                    prop_assert!(text.get(span.range()).is_some(), "{} {span:?}", one.code);
                }
                if let Some(index) = place.index {
                    prop_assert!(index < parsed.nota.sections.len());
                }
            }
            prop_assert!(!one.message.is_empty() && !one.help.is_empty());
        }
    }

    #[test]
    fn any_nota_gets_whole_sentences(nota in notas()) {
        let template = Registry::builtin().fallback();
        for page in rules() {
            let found = findings(&nota, &template, page.code, &around());
            for finding in found.kept() {
                for name in page.placeholders() {
                    let filled = finding.args.iter().any(|(own, _)| *own == name);
                    prop_assert!(filled, "{} needs {{{name}}}", page.code);
                }
            }
        }
    }

    #[test]
    fn any_fix_mends_its_fault(nota in notas()) {
        for template in Registry::builtin().all() {
            assert_fixes(&nota, template, &[]);
        }
    }

    #[test]
    fn a_reference_is_mended_where_it_can_be(part in references()) {
        let parsed = parse(&testing::complete(&part), Registry::builtin());
        assert_fixes(&parsed.nota, &parsed.template, &parsed.findings);
    }

    #[test]
    fn sections_in_any_order_can_be_put_right(order in Just(SECTIONS.to_vec()).prop_shuffle()) {
        let parsed = parse(&order.concat(), Registry::builtin());
        assert_fixes(&parsed.nota, &parsed.template, &parsed.findings);
        let mut nota = parsed.nota;
        let is_order = |one: &Diagnostic| one.code.to_string() == "N105";
        for _ in 0..SECTIONS.len() {
            let said = check(&nota, &parsed.template, &[], &around());
            let Some(fix) = said.into_iter().find(is_order).and_then(|one| one.fix) else {
                break;
            };
            nota = nota.apply(&fix.change).expect("the fix applies");
        }
        let titles: Vec<_> = nota.sections.iter().map(|section| section.title.as_str()).collect();
        prop_assert_eq!(titles, [
            "Aanleiding", "Geadviseerd besluit", "Kernpunten", "Toelichting",
            "Politieke context", "Krachtenveld",
            "Informatie die niet openbaar gemaakt kan worden",
        ]);
    }
}

/// Sections that shuffle, one of them with parts in the wrong order.
const SECTIONS: [&str; 5] = [
    "## 1. Aanleiding\n\nA.\n\n",
    "## 2. Geadviseerd besluit\n\nAkkoord.\n\n",
    "## 3. Kernpunten\n\nK.\n\n",
    "## 4. Toelichting\n\n### 4.4 Krachtenveld\n\nK.\n\n### 4.1 Politieke context\n\nP.\n\n",
    "## 5. Informatie die niet openbaar gemaakt kan worden\n\nN.v.t.\n\n",
];

/// Notas with a fault of which a fix once left as much as there was: sections by
/// their keys and levels.
const ONCE_LEFT: [&[(&str, u8)]; 2] = [
    &[
        ("toelichting", 2),
        ("financiele-overwegingen", 3),
        ("krachtenveld", 3),
        ("politieke-context", 3),
    ],
    &[
        ("politieke-context", 3),
        ("toelichting", 2),
        ("financiele-overwegingen", 3),
    ],
];

#[test]
fn fixes_that_once_left_a_fault_mend_it() {
    for sections in ONCE_LEFT {
        let sections = sections.iter().map(|(key, level)| nota_model::Section {
            key: Some((*key).to_owned()),
            title: (*key).to_owned(),
            level: *level,
            ..nota_model::Section::default()
        });
        let nota = Nota {
            sections: sections.collect(),
            ..Nota::default()
        };
        for template in Registry::builtin().all() {
            assert_fixes(&nota, template, &[]);
        }
    }
}
