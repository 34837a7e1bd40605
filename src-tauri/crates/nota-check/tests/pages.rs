//! The page of every rule as a test: its wrong examples have the fault, its
//! right ones do not, and what it offers to mend is mended.

use std::sync::LazyLock;

use nota_check::{Example, RulePage, Surroundings, check, findings, rules, testing};
use nota_markdown::{Parsed, parse};
use nota_metadata::Metagegevens;
use nota_model::{Code, Diagnostic, Severity};
use nota_taal::{Onderdelen, Taal};
use nota_template::Registry;

/// A wrong example that cannot but have another fault too: a line `lakken:` in
/// the text is a field there, and looks like a mark on what follows; and what
/// the metadata needs, the template asks for too.
const WITH_ANOTHER: [(Code, Code); 2] = [(Code(511), Code(508)), (Code(205), Code(201))];

/// Roughly what a European font has: no signs beyond those of mathematics and
/// boxes, nothing invisible.
fn is_printable(c: char) -> bool {
    c < '\u{2c00}' && !c.is_control() && !matches!(c, '\u{200b}'..='\u{200f}')
}

/// All language checks, without lists of people.
static TAAL: LazyLock<Taal> = LazyLock::new(|| Taal::new(Onderdelen::ALL, Vec::new()));

/// What an organisation chooses that changed nothing.
static METAGEGEVENS: LazyLock<Metagegevens> = LazyLock::new(Metagegevens::default);

/// The world of the examples of a rule: metadata is asked for in those that are
/// about it.
fn around(code: Code) -> Surroundings<'static> {
    Surroundings {
        today: testing::today(),
        printable: &is_printable,
        pages: None,
        taal: Some(&TAAL),
        metagegevens: (code == Code(205)).then_some(&METAGEGEVENS),
    }
}

fn read(example: &Example) -> Parsed {
    parse(&example.whole(), Registry::builtin())
}

fn diagnose(parsed: &Parsed, code: Code) -> Vec<Diagnostic> {
    check(
        &parsed.nota,
        &parsed.template,
        &parsed.findings,
        &around(code),
    )
}

fn shown(page: &RulePage, example: &Example, said: &[Diagnostic]) -> String {
    let said = said
        .iter()
        .map(|one| format!("{} {}\n", one.code, one.message));
    let said: String = said.collect();
    format!("{} {}\n{}\n{said}", page.code, page.name, example.text)
}

#[test]
fn a_wrong_example_has_the_fault_and_no_graver_one() {
    for page in rules() {
        for example in &page.wrong {
            let said = diagnose(&read(example), page.code);
            let shown = shown(page, example, &said);
            assert!(said.iter().any(|one| one.code == page.code), "{shown}");
            for other in said.iter().filter(|one| one.code != page.code) {
                assert!(
                    other.severity < Severity::Fout
                        || WITH_ANOTHER.contains(&(page.code, other.code)),
                    "{shown}"
                );
            }
        }
    }
}

#[test]
fn a_right_example_has_neither_the_fault_nor_a_grave_one() {
    for page in rules() {
        for example in &page.right {
            let said = diagnose(&read(example), page.code);
            let shown = shown(page, example, &said);
            assert!(said.iter().all(|one| one.code != page.code), "{shown}");
            assert!(
                said.iter().all(|one| one.severity < Severity::Fout),
                "{shown}"
            );
        }
    }
}

#[test]
fn the_notas_under_the_examples_are_without_faults() {
    for (id, text) in testing::BASES {
        let parsed = parse(text, Registry::builtin());
        assert_eq!(parsed.template.id, id);
        assert_eq!(diagnose(&parsed, Code(205)), [], "{id}");
    }
}

#[test]
fn every_finding_fills_its_placeholders_and_no_other() {
    for page in rules() {
        for example in &page.wrong {
            let parsed = read(example);
            let own = findings(
                &parsed.nota,
                &parsed.template,
                page.code,
                &around(page.code),
            );
            let from_parser = parsed.findings.iter();
            let of_parser = from_parser.filter(|finding| finding.code == page.code);
            for finding in own.kept().iter().chain(of_parser) {
                let names = page.placeholders();
                for name in &names {
                    assert!(
                        finding.args.iter().any(|(own, _)| own == name),
                        "{} {} needs {{{name}}}",
                        page.code,
                        page.name
                    );
                }
                for (name, _) in &finding.args {
                    assert!(names.contains(name), "{} has no {{{name}}}", page.name);
                }
                let also = finding.related.is_empty() == page.also.is_empty();
                assert!(also, "{}: the line `ook`", page.name);
            }
        }
    }
}

#[test]
fn what_is_offered_mends_the_fault() {
    let mut mended = 0;
    for page in rules() {
        for example in &page.wrong {
            let parsed = read(example);
            let said = diagnose(&parsed, page.code);
            let of_page = said.iter().filter(|one| one.code == page.code);
            let before = of_page.clone().count();
            for fix in of_page.filter_map(|one| one.fix.as_ref()) {
                let nota = parsed.nota.apply(&fix.change).expect("the fix applies");
                let text = nota_markdown::print(&nota);
                let after = diagnose(&parse(&text, Registry::builtin()), page.code);
                let left = after.iter().filter(|one| one.code == page.code).count();
                let shown = shown(page, example, &after);
                assert_eq!(left, before - 1, "{}\n{shown}\n{text}", fix.label);
                mended += 1;
            }
        }
    }
    assert!(mended > 5, "{mended} fixes were tried");
}
