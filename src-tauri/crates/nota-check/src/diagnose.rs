//! From findings to diagnostics: the words, the severity and the order.

use std::cmp::Reverse;

use nota_model::{Code, Diagnostic, Finding, Place, Related, Section, Severity};
use nota_template::SeverityRule;

use crate::{Context, Findings, RulePage, rule};

/// What the diagnostics of one rule have in common.
pub(crate) struct Words {
    page: &'static RulePage,
    severity: Severity,
}

impl Words {
    /// The words of a rule, with the severity that the template gives it.
    pub(crate) fn of(code: Code, own: Option<SeverityRule>) -> Option<Self> {
        let page = rule(code)?;
        let severity = match own {
            Some(SeverityRule::Is(severity)) => severity,
            _ => page.severity,
        };
        Some(Self { page, severity })
    }

    /// Adds the findings as diagnostics.
    pub(crate) fn put(&self, findings: Findings, out: &mut Vec<Diagnostic>) {
        let (kept, more) = findings.into_parts();
        out.extend(kept.into_iter().map(|finding| self.say(finding)));
        if more > 0
            && let Some(last) = out.last_mut()
        {
            last.message
                .push_str(&format!(" Dit komt nog {more} keer voor."));
        }
    }

    fn say(&self, finding: Finding) -> Diagnostic {
        let also = self.page.also;
        Diagnostic {
            code: finding.code,
            name: self.page.name.to_owned(),
            severity: self.severity,
            message: fill(self.page.message, &finding),
            help: fill(self.page.help, &finding),
            help_in_file: fill(self.page.help_in_file, &finding),
            related: finding
                .related
                .into_iter()
                .map(|place| Related {
                    place,
                    message: also.to_owned(),
                })
                .collect(),
            place: finding.place,
            fix: finding.fix,
            other_fixes: finding.other_fixes,
        }
    }
}

/// Fills the placeholders of a text with what was found.
fn fill(text: &str, finding: &Finding) -> String {
    let mut out = String::with_capacity(text.len() + 40);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else {
            break;
        };
        out.push_str(before);
        match finding.args.iter().find(|(own, _)| *own == name) {
            Some((_, value)) => out.push_str(value),
            None => out.push('…'),
        }
        rest = after;
    }
    out.push_str(rest);
    out.trim().to_owned()
}

/// Sorts by place in the nota, then the most serious first.
pub(crate) fn sort(context: &Context, diagnostics: &mut [Diagnostic]) {
    diagnostics.sort_by_cached_key(|diagnostic| {
        let place = &diagnostic.place;
        (
            part_of_the_nota(context, place),
            place.span.map(|span| span.start),
            place.path.clone(),
            place.range.map(|range| range.start),
            Reverse(diagnostic.severity),
            diagnostic.code,
        )
    });
}

/// The part of the nota in which a place lies, in the order of the file: the
/// front matter, the text before the sections, and then the sections, with a
/// number between each two for one that is missing there.
fn part_of_the_nota(context: &Context, place: &Place) -> usize {
    let of_section = |index: usize| 2 * index + 3;
    if let Some(index) = place.index {
        return of_section(index);
    }
    if let Some(key) = &place.section {
        let position = context.template.position(key).unwrap_or(usize::MAX);
        return of_section(context.index_for(position)) - 1;
    }
    if place.field.is_some() {
        return 0;
    }
    if place.note.is_some() || !place.path.is_empty() {
        return 1;
    }
    let Some(span) = place.span else { return 0 };
    let is_before = |section: &Section| {
        let heading = section.heading.span();
        heading.is_some_and(|heading| heading.start <= span.start)
    };
    let last = context.nota.sections.iter().rposition(is_before);
    last.map_or(0, of_section)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_filled_and_a_missing_one_does_not_show() {
        let finding = Finding::new(Code(101), Place::nota()).arg("sectie", "{Kern}");
        assert_eq!(fill("De {sectie} is {weg}.", &finding), "De {Kern} is ….");
        assert_eq!(fill("Een { alleen", &finding), "Een { alleen");
    }
}
