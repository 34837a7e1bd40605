//! Edits: what was changed is printed anew, all else stays as it was.

use nota_model::{Block, Change, Nota, SectionRef};
use nota_template::Registry;

use crate::{parse, print};

fn edit(text: &str, change: &Change) -> String {
    let nota = parse(text, Registry::builtin()).nota;
    print(&nota.apply(change).expect("applies"))
}

fn body(section: usize, text: &str) -> Change {
    Change::SetBody {
        section: SectionRef::Index(section),
        blocks: vec![Block::paragraph(text)],
    }
}

#[test]
fn an_edited_section_is_followed_by_one_blank_line() {
    let text = "## Aanleiding\nOud\n\n\n\n##   Kernpunten  \n* a\n*   b";
    assert_eq!(
        edit(text, &body(0, "Nieuw")),
        "## Aanleiding\n\nNieuw\n\n##   Kernpunten  \n* a\n*   b"
    );
    assert_eq!(
        edit(text, &body(1, "Nieuw")),
        "## Aanleiding\nOud\n\n\n\n## Kernpunten\n\nNieuw"
    );
}

#[test]
fn new_lines_have_the_line_ends_of_the_file() {
    let text = "\u{feff}## Aanleiding\r\nOud\r\n## Kernpunten\r\n* a\r\n";
    assert_eq!(
        edit(text, &body(0, "Nieuw")),
        "\u{feff}## Aanleiding\r\n\r\nNieuw\r\n\r\n## Kernpunten\r\n* a\r\n"
    );
}

#[test]
fn footnotes_of_an_edited_section_stay_byte_for_byte() {
    let text = "## Aanleiding\n\nOud[^1]\n\n[^1]:   een\n[^2]:\ttwee\n\n## Kernpunten\n";
    assert_eq!(
        edit(text, &body(0, "Nieuw")),
        "## Aanleiding\n\nNieuw\n\n[^1]:   een\n[^2]:\ttwee\n\n## Kernpunten\n"
    );
    let note = Change::SetNote {
        label: "2".into(),
        blocks: vec![Block::paragraph("anders")],
    };
    assert_eq!(
        edit(text, &note),
        "## Aanleiding\n\nOud[^1]\n\n[^1]:   een\n[^2]: anders\n\n## Kernpunten\n"
    );
}

#[test]
fn an_address_below_the_text_is_text_that_stays() {
    let text = "## Aanleiding\n\nZie [1].\n\n## Kernpunten\n\nOud\n\n[1]: https://x.nl\n";
    assert_eq!(
        edit(text, &body(0, "Nieuw")),
        "## Aanleiding\n\nNieuw\n\n## Kernpunten\n\nOud\n\n[1]: https://x.nl\n"
    );
}

#[test]
fn a_section_moves_with_its_bytes() {
    let text = "## Aanleiding\n* a\n\n## Kernpunten\n* b";
    let change = Change::MoveSection {
        section: SectionRef::Index(1),
        index: 0,
    };
    assert_eq!(
        edit(text, &change),
        "## Kernpunten\n* b\n## Aanleiding\n* a\n\n"
    );
}

#[test]
fn a_new_section_does_not_vanish_into_an_open_code_block() {
    let text = "## Aanleiding\n\n```\ncode";
    let change = Change::AddSection {
        key: Some("kernpunten".into()),
        number: Some("3.".into()),
        title: "Kernpunten".into(),
        level: 2,
        index: 9,
    };
    let after = edit(text, &change);
    let nota: Nota = parse(&after, Registry::builtin()).nota;
    assert_eq!(nota.sections.len(), 2, "{after}");
}
