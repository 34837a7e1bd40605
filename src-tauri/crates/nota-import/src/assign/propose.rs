//! Which template a source fits best: by its ministry, its sections and the
//! words of its labels.

use std::sync::Arc;

use nota_template::{Registry, Template};

use super::titles::{Titles, folded};
use crate::source::{Piece, Source};

/// The template that a source fits best; the registry's own choice when
/// nothing speaks for one.
pub(crate) fn propose(source: &Source, registry: &Registry) -> Arc<Template> {
    let lines: Vec<String> = source
        .pieces
        .iter()
        .map(Piece::plain)
        .filter(|text| text.len() < 200)
        .collect();
    let folded_lines: Vec<String> = lines.iter().map(|line| folded(line)).collect();
    let fallback = registry.fallback();
    let mut best = (0, Arc::clone(&fallback));
    for template in registry.all() {
        let score = score(template, &lines, &folded_lines);
        let is_better = score > best.0 || score == best.0 && template.id == fallback.id;
        if is_better {
            best = (score, Arc::clone(template));
        }
    }
    best.1
}

fn score(template: &Template, lines: &[String], folded_lines: &[String]) -> usize {
    let titles = Titles::of(template);
    let sections = lines
        .iter()
        .filter(|line| !titles.find(line).is_empty())
        .count();
    let ministry = folded(&template.ministerie);
    let names_ministry =
        ministry.len() > 3 && folded_lines.iter().any(|line| line.contains(&ministry));
    let labels = template.written_before().filter(|veld| {
        let own = [folded(&veld.naam), folded(&veld.opschrift)];
        folded_lines
            .iter()
            .any(|line| own.contains(line) && !line.is_empty())
    });
    sections * 2 + labels.count() + if names_ministry { 5 } else { 0 }
}
