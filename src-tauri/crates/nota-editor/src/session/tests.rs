//! The open nota through changes, undo and restoring.

use nota_model::{Block, SectionRef, TextRange};

use super::*;

#[test]
fn what_is_withheld_is_known_after_each_step() {
    let text = "## 1. Aanleiding\n\nJan en Piet.\n";
    let mut session = Session::open(1, text, Registry::builtin(), None);
    let lak = |start, end| Change::SetLak {
        place: Place {
            index: Some(0),
            path: vec![0],
            range: Some(TextRange { start, end }),
            ..Place::default()
        },
        grond: Some("5.1.2e".to_owned()),
    };
    let body = Change::SetBody {
        section: SectionRef::Index(0),
        blocks: vec![Block::paragraph("Niets.")],
    };
    let other = Nota::default();
    let steps: [&dyn Fn(&mut Session); 7] = [
        &|own| drop(own.apply(&lak(0, 3), None)),
        &|own| drop(own.undo()),
        &|own| drop(own.redo()),
        &|own| drop(own.apply(&lak(7, 11), None)),
        &|own| drop(own.apply(&body, None)),
        &|own| drop(own.restore(other.clone())),
        &|own| drop(own.undo()),
    ];
    let mut seen = Vec::new();
    for step in steps {
        step(&mut session);
        let found = Withheld::of(&session.nota, &session.template);
        assert_eq!(session.withheld, found);
        seen.push(found);
    }
    assert_ne!(seen[0], seen[1]);
    assert_ne!(seen[2], seen[3]);
}
