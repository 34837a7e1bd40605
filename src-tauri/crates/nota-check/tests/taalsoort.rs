//! The kinds of language checks: with one of them on, only rules of that kind
//! speak, and without any the rules about the nota itself say what they said.

use nota_check::{Surroundings, Taalsoort, check, check_language, rules, taalsoort, testing};
use nota_markdown::parse;
use nota_taal::{Onderdelen, Taal};
use nota_template::Registry;

fn kinds() -> [(Taalsoort, Onderdelen); 4] {
    let none = Onderdelen::NONE;
    let on = |change: fn(&mut Onderdelen)| {
        let mut on = none;
        change(&mut on);
        on
    };
    [
        (Taalsoort::Spelling, on(|own| own.spelling = true)),
        (Taalsoort::Grammatica, on(|own| own.grammar = true)),
        (Taalsoort::Eenvoudig, on(|own| own.plain = true)),
        (Taalsoort::Ambacht, on(|own| own.craft = true)),
    ]
}

fn around(taal: Option<&Taal>) -> Surroundings<'_> {
    Surroundings {
        today: testing::today(),
        printable: &|_| true,
        pages: None,
        taal,
        metagegevens: None,
    }
}

#[test]
fn a_rule_speaks_when_its_kind_is_on() {
    for (kind, on) in kinds() {
        let taal = Taal::new(on, Vec::new());
        let mut pages = 0;
        for page in rules() {
            let Some(example) = page.wrong.first() else {
                continue;
            };
            let parsed = parse(&example.whole(), Registry::builtin());
            let said = check_language(&parsed.nota, &parsed.template, &around(Some(&taal)));
            for own in &said {
                assert_eq!(
                    taalsoort(own.code),
                    Some(kind),
                    "{}: {}",
                    page.code,
                    own.message
                );
            }
            if taalsoort(page.code) == Some(kind) {
                pages += 1;
                assert!(
                    said.iter().any(|own| own.code == page.code),
                    "{}",
                    page.code
                );
            }
        }
        assert!(pages > 1, "{kind:?} has {pages} rules");
    }
}

#[test]
fn the_language_and_the_rest_are_the_whole_check() {
    let taal = Taal::new(Onderdelen::ALL, Vec::new());
    for page in rules() {
        let Some(example) = page.wrong.first() else {
            continue;
        };
        let parsed = parse(&example.whole(), Registry::builtin());
        let all = check(
            &parsed.nota,
            &parsed.template,
            &parsed.findings,
            &around(Some(&taal)),
        );
        let rest = check(
            &parsed.nota,
            &parsed.template,
            &parsed.findings,
            &around(None),
        );
        let language = check_language(&parsed.nota, &parsed.template, &around(Some(&taal)));
        assert!(
            rest.iter().all(|own| taalsoort(own.code).is_none()),
            "{}",
            page.code
        );
        assert_eq!(all.len(), rest.len() + language.len(), "{}", page.code);
        assert!(
            language.iter().chain(&rest).all(|own| all.contains(own)),
            "{}",
            page.code
        );
    }
}
