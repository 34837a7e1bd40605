//! The normal form of running text. Blank characters at the start and end of
//! a line do not count; bold and italic never begin or end with a blank,
//! because Markdown cannot say so, and never reach past a line end.

use std::mem::discriminant;

use nota_model::{Inline, Mark, Run, is_language};

use crate::read::Kind;

/// Running text in its normal form.
pub(crate) fn runs(runs: Vec<Inline>, kind: Kind) -> Vec<Inline> {
    let runs: Vec<Inline> = runs.into_iter().map(|run| clean(run, kind)).collect();
    let mut out = trim_lines(runs);
    line_ends(&mut out);
    for mark in [Mark::Sterk, Mark::Nadruk] {
        out = tighten(out, &mark);
    }
    set_apart(Inline::normalize(out))
}

/// A line end is part of a link or of withheld text only when it stands
/// inside it.
fn line_ends(runs: &mut [Inline]) {
    let mut start = 0;
    while start < runs.len() {
        let is_break = |run: &&Inline| matches!(run.run, Run::Break);
        let rest = runs.get(start..).unwrap_or_default();
        let count = rest.iter().take_while(is_break).count();
        if count == 0 {
            start += 1;
            continue;
        }
        let before = start.checked_sub(1).and_then(|at| runs.get(at));
        let both: Vec<Mark> = match (before, runs.get(start + count)) {
            (Some(a), Some(b)) => {
                let shared = a.marks.iter().filter(|mark| b.marks.contains(mark));
                shared.cloned().collect()
            }
            _ => Vec::new(),
        };
        for run in runs.iter_mut().skip(start).take(count) {
            run.marks.retain(|mark| both.contains(mark));
        }
        start += count;
    }
}

/// A space between a reference to a footnote and a bracket: Markdown takes
/// `[^1][tekst](adres)` for something else.
fn set_apart(runs: Vec<Inline>) -> Vec<Inline> {
    let link = |run: &Inline| {
        let mut marks = run.marks.iter();
        marks
            .find(|mark| matches!(mark, Mark::Link { .. }))
            .cloned()
    };
    let meets = |note: &Inline, next: &Inline| {
        let signs = [Mark::Sterk, Mark::Nadruk];
        matches!(note.run, Run::Note { .. })
            && !note.marks.iter().any(|mark| signs.contains(mark))
            && match (next.grond() == note.grond(), next.taal() == note.taal()) {
                (false, _) => {
                    next.grond().is_some() || next.taal().is_some() || link(next).is_some()
                }
                (true, false) => next.taal().is_some() || link(next).is_some(),
                (true, true) => link(next).is_some(),
            }
    };
    if !runs
        .windows(2)
        .any(|pair| matches!(pair, [a, b] if meets(a, b)))
    {
        return runs;
    }
    let mut out: Vec<Inline> = Vec::with_capacity(runs.len() + 1);
    for run in runs {
        if let Some(last) = out.last().filter(|last| meets(last, &run)) {
            let mut space = Inline::text(" ");
            if last.grond() == run.grond() {
                space.marks.clone_from(&last.marks);
            }
            out.push(space);
        }
        out.push(run);
    }
    out
}

/// One run with what the format can write: no line ends and NUL characters in
/// text, each mark once, no line end in a heading.
fn clean(mut run: Inline, kind: Kind) -> Inline {
    match &mut run.run {
        Run::Text { text } if text.contains(['\n', '\r', '\0']) => {
            *text = text.replace(['\n', '\r', '\0'], " ");
        }
        Run::Break if kind == Kind::Line => {
            run.run = Run::Text { text: " ".into() };
        }
        _ => {}
    }
    for mark in &mut run.marks {
        match mark {
            Mark::Lak { grond } => *grond = super::grond(grond),
            Mark::Taal { code } if !is_language(code) => code.clear(),
            Mark::Link { href } if href.contains(['\n', '\r', '\0']) => {
                href.retain(|c| !matches!(c, '\n' | '\r' | '\0'));
            }
            _ => {}
        }
    }
    // What no document knows as a language is none.
    run.marks
        .retain(|mark| !matches!(mark, Mark::Taal { code } if code.is_empty()));
    if matches!(run.run, Run::Break) {
        run.marks
            .retain(|mark| !matches!(mark, Mark::Sterk | Mark::Nadruk));
    }
    if matches!(run.run, Run::Note { .. }) {
        // A reference is a link itself, and links do not nest.
        run.marks.retain(|mark| !matches!(mark, Mark::Link { .. }));
    }
    run.marks.sort();
    run.marks
        .dedup_by(|a, b| discriminant(a) == discriminant(b));
    run
}

/// Without blanks at the start and end of lines, and without line ends at
/// the start and end of the text.
fn trim_lines(runs: Vec<Inline>) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::with_capacity(runs.len());
    let mut at_start = true;
    for run in runs {
        match &run.run {
            Run::Break => {
                trim_end(&mut out);
                if !out.is_empty() {
                    out.push(run);
                    at_start = true;
                }
            }
            Run::Text { text } => {
                let blank = match at_start {
                    true => text.len() - text.trim_start_matches([' ', '\t']).len(),
                    false => 0,
                };
                if blank < text.len() {
                    at_start = false;
                    let all = text.len();
                    out.push(part(run, blank..all));
                }
            }
            Run::Note { .. } => {
                at_start = false;
                out.push(run);
            }
        }
    }
    loop {
        trim_end(&mut out);
        match out.last() {
            Some(Inline {
                run: Run::Break, ..
            }) => out.pop(),
            _ => return out,
        };
    }
}

fn trim_end(out: &mut Vec<Inline>) {
    while let Some(last) = out.last() {
        let Some(text) = last.as_text() else { return };
        let kept = text.trim_end_matches([' ', '\t']).len();
        if kept == text.len() {
            return;
        }
        let Some(last) = out.pop() else { return };
        if kept > 0 {
            out.push(part(last, 0..kept));
            return;
        }
    }
}

/// A part of a text run.
fn part(mut run: Inline, range: std::ops::Range<usize>) -> Inline {
    let Run::Text { text } = &mut run.run else {
        return run;
    };
    if range != (0..text.len()) {
        run.origin = run.origin.slice(range.clone());
        *text = text.get(range).unwrap_or_default().to_owned();
    }
    run
}

/// Takes a mark off the blanks and line ends at both ends of each stretch
/// that has it.
fn tighten(runs: Vec<Inline>, mark: &Mark) -> Vec<Inline> {
    if !runs.iter().any(|run| run.marks.contains(mark)) {
        return runs;
    }
    let mut out = Vec::with_capacity(runs.len() + 2);
    let mut stretch: Vec<Inline> = Vec::new();
    for run in runs {
        if run.marks.contains(mark) {
            stretch.push(run);
        } else {
            strip(&mut stretch, mark, &mut out);
            out.push(run);
        }
    }
    strip(&mut stretch, mark, &mut out);
    out
}

fn strip(stretch: &mut Vec<Inline>, mark: &Mark, out: &mut Vec<Inline>) {
    let blank = |run: &Inline| match &run.run {
        Run::Text { text } => text.chars().all(char::is_whitespace),
        Run::Break => true,
        Run::Note { .. } => false,
    };
    let first = stretch.iter().position(|run| !blank(run));
    let last = stretch.iter().rposition(|run| !blank(run));
    for (index, mut run) in std::mem::take(stretch).into_iter().enumerate() {
        let outside = match (first, last) {
            (Some(first), Some(last)) => index < first || index > last,
            _ => true,
        };
        if outside {
            run.marks.retain(|own| own != mark);
            out.push(run);
            continue;
        }
        let Run::Text { text } = &run.run else {
            out.push(run);
            continue;
        };
        let all = text.len();
        let from = match first == Some(index) {
            true => all - text.trim_start().len(),
            false => 0,
        };
        let to = match last == Some(index) {
            true => text.trim_end().len(),
            false => all,
        };
        out.extend(bare(&run, 0..from, mark));
        let end = bare(&run, to..all, mark);
        out.push(part(run, from..to));
        out.extend(end);
    }
}

/// A blank part of a run, without the mark.
fn bare(run: &Inline, range: std::ops::Range<usize>, mark: &Mark) -> Option<Inline> {
    if range.is_empty() {
        return None;
    }
    let mut own = part(run.clone(), range);
    own.marks.retain(|own| own != mark);
    Some(own)
}

#[cfg(test)]
mod tests {
    use super::*;
    use nota_model::Origin;

    #[test]
    fn blanks_move_out_of_bold() {
        let runs = runs(
            vec![
                Inline::text("a"),
                Inline::text(" b ").with(Mark::Sterk),
                Inline::text("c"),
            ],
            Kind::Paragraph,
        );
        assert_eq!(
            runs,
            [
                Inline::text("a "),
                Inline::text("b").with(Mark::Sterk),
                Inline::text(" c"),
            ]
        );
    }

    #[test]
    fn lines_have_no_blanks_at_their_ends() {
        let found = runs(
            vec![
                Inline::new(Run::Break),
                Inline::text(" a "),
                Inline::new(Run::Break),
                Inline::text(" b"),
                Inline::text(" "),
                Inline::new(Run::Break),
            ],
            Kind::Paragraph,
        );
        assert_eq!(
            found,
            [
                Inline::text("a"),
                Inline::new(Run::Break),
                Inline::text("b")
            ]
        );
    }

    #[test]
    fn a_part_keeps_its_place() {
        let mut run = Inline::text("  a b ");
        run.origin = Origin::verbatim(10..16);
        let found = runs(vec![run], Kind::Paragraph);
        assert_eq!(found[0].origin.span(), Some((12..15).into()));
    }
}
