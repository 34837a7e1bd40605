//! Checks a nota against its template and the rules, each of which is a unit
//! in `rules/`: `x.rs` finds, `x.md` says it in words. Pure and total: a nota
//! in, diagnostics out, whatever the nota looks like.

mod ambacht;
mod beslissing;
mod context;
mod diagnose;
mod findings;
mod gelakt;
mod leesbaarheid;
mod naam;
mod open;
mod overal;
mod page;
mod persoonsgegeven;
mod phrase;
mod rule;
mod rules;
mod suggest;
mod taal;
mod taalsoort;
mod table;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
mod toelichting;
mod vervangen;

use nota_model::{Code, Diagnostic, Finding, Nota};
use nota_template::{SeverityRule, Template};

pub use context::{Context, Surroundings};
pub use findings::{Findings, MOST_PER_RULE};
pub use leesbaarheid::{Leesbaarheid, leesbaarheid};
pub use overal::replace_everywhere;
pub use page::{Example, RulePage, without_placeholders};
pub use persoonsgegeven::Soort;
pub use rule::Rule;
pub use rules::{rule, rules};
pub use suggest::{Suggestion, suggest};
pub use taalsoort::{Taalsoort, taalsoort};
pub use table::rules_table;

use diagnose::Words;

/// Checks a nota: what the parser found, put into words, and what the rules
/// find. Sorted by place in the nota, the most serious first at one place. A
/// rule that the template turns off is left out, unless what it finds bars the
/// public version; of one rule at most
/// [`MOST_PER_RULE`] diagnostics are given, the last of which says how many
/// there are more.
pub fn check(
    nota: &Nota,
    template: &Template,
    parsed: &[Finding],
    surroundings: &Surroundings,
) -> Vec<Diagnostic> {
    check_with(nota, template, parsed, surroundings, |_| true)
}

/// The part of [`check`] that is about language, for who tells it apart.
/// Nothing when the language checks are off.
pub fn check_language(
    nota: &Nota,
    template: &Template,
    surroundings: &Surroundings,
) -> Vec<Diagnostic> {
    if surroundings
        .taal
        .is_none_or(|taal| taal.on() == nota_taal::Onderdelen::NONE)
    {
        return Vec::new();
    }
    let is_of_language = |code| taalsoort(code).is_some();
    check_with(nota, template, &[], surroundings, is_of_language)
}

/// What the rules with these codes say.
fn check_with(
    nota: &Nota,
    template: &Template,
    parsed: &[Finding],
    surroundings: &Surroundings,
    takes_part: fn(Code) -> bool,
) -> Vec<Diagnostic> {
    let context = Context::new(nota, template, surroundings);
    let mut diagnostics = Vec::new();
    let rules = rules::RULES.iter().filter(|rule| takes_part(rule.code()));
    for rule in rules {
        let code = rule.code();
        let own = template.regels.get(&code).copied();
        // What bars the public version is a `fout` under every template.
        let own = own.filter(|_| !nota_public::is_doubt(code));
        if own == Some(SeverityRule::Off) {
            continue;
        }
        let mut findings = Findings::default();
        for finding in parsed.iter().filter(|finding| finding.code == code) {
            findings.add(|| finding.clone());
        }
        rule.check(&context, &mut findings);
        if let Some(words) = Words::of(code, own) {
            words.put(findings, &mut diagnostics);
        }
    }
    diagnose::sort(&context, &mut diagnostics);
    diagnostics
}

/// The findings of one rule, without words. For tests and for tools that look
/// at the facts.
pub fn findings(nota: &Nota, template: &Template, code: Code, around: &Surroundings) -> Findings {
    let mut findings = Findings::default();
    if let Some(rule) = rules::RULES.iter().find(|rule| rule.code() == code) {
        rule.check(&Context::new(nota, template, around), &mut findings);
    }
    findings
}
