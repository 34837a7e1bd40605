//! Undo and redo over the whole nota: each step holds only the parts that it
//! changed, so that a long history of a long nota stays small.

use nota_model::{Body, Front, Nota, Section};

/// The number of steps that are kept; the oldest go first.
const MOST_STEPS: usize = 1_000;

/// What a step changed, as it was before (or, on the redo side, after).
#[derive(Debug, Clone, PartialEq)]
struct Delta {
    front: Option<Front>,
    preamble: Option<Body>,
    sections: Sections,
}

#[derive(Debug, Clone, PartialEq)]
enum Sections {
    /// These sections, by index; the others are the same.
    Some(Vec<(usize, Section)>),
    /// Sections came, went or moved: all of them.
    All(Vec<Section>),
}

impl Delta {
    /// What is needed to get from `after` back to `before`; none when they
    /// are the same.
    fn between(before: &Nota, after: &Nota) -> Option<Delta> {
        let sections = if before.sections.len() == after.sections.len() {
            let pairs = before.sections.iter().zip(&after.sections).enumerate();
            Sections::Some(
                pairs
                    .filter(|(_, (old, new))| old != new)
                    .map(|(index, (old, _))| (index, old.clone()))
                    .collect(),
            )
        } else {
            Sections::All(before.sections.clone())
        };
        let delta = Delta {
            front: (before.front != after.front).then(|| before.front.clone()),
            preamble: (before.preamble != after.preamble).then(|| before.preamble.clone()),
            sections,
        };
        let same = delta.front.is_none()
            && delta.preamble.is_none()
            && delta.sections == Sections::Some(Vec::new());
        (!same).then_some(delta)
    }

    /// Puts the parts into the nota, and keeps those that were there.
    fn swap(&mut self, nota: &mut Nota) {
        if let Some(front) = &mut self.front {
            std::mem::swap(front, &mut nota.front);
        }
        if let Some(preamble) = &mut self.preamble {
            std::mem::swap(preamble, &mut nota.preamble);
        }
        match &mut self.sections {
            Sections::All(all) => std::mem::swap(all, &mut nota.sections),
            Sections::Some(some) => {
                for (index, section) in some {
                    if let Some(own) = nota.sections.get_mut(*index) {
                        std::mem::swap(own, section);
                    }
                }
            }
        }
    }

    /// Takes a later delta into this one, so that both are one step back.
    fn absorb(&mut self, later: Delta) {
        if self.front.is_none() {
            self.front = later.front;
        }
        if self.preamble.is_none() {
            self.preamble = later.preamble;
        }
        match (&mut self.sections, later.sections) {
            (Sections::All(_), _) => {}
            (Sections::Some(own), Sections::Some(more)) => {
                for (index, section) in more {
                    if !own.iter().any(|(taken, _)| *taken == index) {
                        own.push((index, section));
                    }
                }
            }
            (Sections::Some(own), Sections::All(mut all)) => {
                for (index, section) in own.drain(..) {
                    if let Some(place) = all.get_mut(index) {
                        *place = section;
                    }
                }
                self.sections = Sections::All(all);
            }
        }
    }
}

/// The steps back and forth.
#[derive(Debug, Clone, Default)]
pub struct History {
    undo: Vec<(Option<String>, Delta)>,
    redo: Vec<(Option<String>, Delta)>,
}

impl History {
    /// Notes a change. One with the same group as the step before it becomes
    /// part of that step, so that a word that was typed goes at once. What was
    /// undone can no longer be done again. False when nothing changed.
    pub fn note(&mut self, before: &Nota, after: &Nota, group: Option<&str>) -> bool {
        let Some(delta) = Delta::between(before, after) else {
            return false;
        };
        let joins = self.redo.is_empty() && group.is_some();
        self.redo.clear();
        match self.undo.last_mut() {
            Some((own, step)) if joins && own.as_deref() == group => step.absorb(delta),
            _ => self.undo.push((group.map(str::to_owned), delta)),
        }
        if self.undo.len() > MOST_STEPS {
            self.undo.remove(0);
        }
        true
    }

    /// Takes the last step back; false when there is none.
    pub fn undo(&mut self, nota: &mut Nota) -> bool {
        step(&mut self.undo, &mut self.redo, nota)
    }

    /// Does the last step that was taken back again; false when there is none.
    pub fn redo(&mut self, nota: &mut Nota) -> bool {
        step(&mut self.redo, &mut self.undo, nota)
    }

    /// Whether there is a step to take back.
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether there is a step to do again.
    pub fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }

    /// Ends the running step: what follows is a step of its own, also with
    /// the same group.
    pub fn seal(&mut self) {
        if let Some((group, _)) = self.undo.last_mut() {
            *group = None;
        }
    }
}

fn step(
    from: &mut Vec<(Option<String>, Delta)>,
    to: &mut Vec<(Option<String>, Delta)>,
    nota: &mut Nota,
) -> bool {
    let Some((_, mut delta)) = from.pop() else {
        return false;
    };
    delta.swap(nota);
    to.push((None, delta));
    true
}

#[cfg(test)]
mod tests {
    use nota_model::{Block, Change, SectionRef, Value};

    use super::*;

    fn start() -> Nota {
        let section = |key: &str| Section {
            key: Some(key.into()),
            level: 2,
            ..Section::default()
        };
        Nota {
            sections: vec![section("a"), section("b")],
            ..Nota::default()
        }
    }

    fn body(section: &str, text: &str) -> Change {
        Change::SetBody {
            section: SectionRef::Key(section.into()),
            blocks: vec![Block::paragraph(text)],
        }
    }

    fn run(steps: &[(Change, Option<&str>)]) -> (Vec<Nota>, Nota, History) {
        let mut history = History::default();
        let mut nota = start();
        let mut seen = vec![nota.clone()];
        for (change, group) in steps {
            let after = nota.apply(change).expect("applies");
            history.note(&nota, &after, *group);
            nota = after;
            seen.push(nota.clone());
        }
        (seen, nota, history)
    }

    #[test]
    fn one_group_is_one_step_also_over_sections() {
        let (seen, mut nota, mut history) = run(&[
            (body("a", "een"), Some("g1")),
            (body("a", "een twee"), Some("g1")),
            (body("b", "drie"), Some("g1")),
            (
                Change::RemoveSection {
                    section: SectionRef::Index(0),
                },
                Some("g1"),
            ),
        ]);
        assert!(history.undo(&mut nota));
        assert_eq!(nota, seen[0]);
        assert!(!history.can_undo());
        assert!(history.redo(&mut nota));
        assert_eq!(nota, seen[4]);
    }

    #[test]
    fn steps_go_back_and_forth_in_order() {
        let field = Change::SetField {
            path: "datum".into(),
            value: Value::text("2024-03-15"),
        };
        let (seen, mut nota, mut history) = run(&[
            (body("a", "een"), None),
            (field, None),
            (body("b", "twee"), Some("g")),
        ]);
        for expected in seen.iter().rev().skip(1) {
            assert!(history.undo(&mut nota));
            assert_eq!(nota, *expected);
        }
        for expected in &seen[1..] {
            assert!(history.redo(&mut nota));
            assert_eq!(nota, *expected);
        }
        assert!(!history.redo(&mut nota));
    }

    #[test]
    fn a_sealed_step_takes_no_more() {
        let (seen, nota, mut history) = run(&[(body("a", "een"), Some("g"))]);
        history.seal();
        let mut after = nota.apply(&body("a", "een twee")).expect("applies");
        history.note(&nota, &after, Some("g"));
        assert!(history.undo(&mut after));
        assert_eq!(after, seen[1]);
    }

    #[test]
    fn a_change_that_changes_nothing_is_no_step() {
        let (_, nota, mut history) = run(&[]);
        assert!(!history.note(&nota, &nota.clone(), None));
        assert!(!history.can_undo());
    }
}
