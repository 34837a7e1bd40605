//! The title of a section: plain text, with its number split off.

use nota_model::{Mark, Origin, Run, Span};

use super::blocks::{Reader, trimmed};
use super::inlines::Kind;
use super::literal;
use crate::normal;

/// A title that was read.
pub(super) struct Title {
    pub number: Option<String>,
    pub text: String,
    /// The whole heading, with the map from the title to the file.
    pub origin: Origin,
    /// Markup that a title cannot have.
    pub findings: Vec<(String, Span)>,
}

impl Title {
    /// Reads the heading at an index of the events. What is withheld in it
    /// stays visible as markup: a title has no marks. So does a link to what is
    /// no address, such as `[naam](lak)`: it may have been meant as a mark.
    pub fn read(reader: &mut Reader<'_>, index: usize) -> Self {
        let inner = index + 1..reader.events.end(index);
        let range = reader.events.at(index).map_or(0..0, |(_, range)| range);
        let span = trimmed(reader.text, range);
        let known = reader.findings.len();
        let mut runs = reader.inlines(inner.clone(), Kind::Line);
        // The role of the heading is not known yet; a free subheading is read
        // again with its own place.
        let found = reader.findings.split_off(known.min(reader.findings.len()));
        let mut findings: Vec<(String, Span)> = found
            .into_iter()
            .filter_map(|finding| {
                let opmaak = finding.args.into_iter().next()?.1;
                Some((opmaak, finding.place.span?))
            })
            .collect();
        let is_lak = |mark: &Mark| matches!(mark, Mark::Lak { .. });
        let has = |of: &dyn Fn(&Mark) -> bool| runs.iter().any(|run| run.marks.iter().any(of));
        let text_has_lak = has(&is_lak);
        if text_has_lak || has(&is_no_address) {
            let first = reader
                .events
                .at(inner.start)
                .map_or(0, |(_, range)| range.start);
            let last = reader.events.at(inner.end.saturating_sub(1));
            let end = last.map_or(first, |(_, range)| range.end);
            runs = normal::runs(vec![literal::run(reader.text, first..end)], Kind::Line);
            let what = match text_has_lak {
                true => "een lakking in de titel van een sectie",
                false => "opmaak in de titel van een sectie",
            };
            findings.push((what.into(), span.clone().into()));
        } else if runs
            .iter()
            .any(|run| !run.marks.is_empty() || matches!(run.run, Run::Note { .. }))
        {
            findings.push((
                "opmaak in de titel van een sectie".into(),
                span.clone().into(),
            ));
        }
        let mut text = String::new();
        let mut origin = Origin::none();
        for run in runs {
            match run.run {
                Run::Text { text: own } => {
                    origin.append(text.len(), &run.origin);
                    text.push_str(&own);
                }
                Run::Note { label } => text.push_str(&format!("[^{label}]")),
                Run::Break => text.push(' '),
            }
        }
        let (number, from) = normal::split_number(&text);
        let mut whole = Origin::at(span);
        whole.append(0, &origin.slice(from..text.len()));
        Self {
            number: number.map(str::to_owned),
            text: text.get(from..).unwrap_or_default().to_owned(),
            origin: whole,
            findings,
        }
    }
}

/// Whether a link leads to something that no reader can follow from paper.
fn is_no_address(mark: &Mark) -> bool {
    let is_address = |href: &str| {
        let start = ["mailto:", "tel:", "www."];
        href.contains("://") || start.iter().any(|own| href.starts_with(own))
    };
    matches!(mark, Mark::Link { href } if !is_address(href))
}
