//! The published notas: read, printed back and printed anew.

use nota_template::Registry;

use crate::{normalize, parse, print};

#[test]
fn every_published_nota_is_written_back_byte_for_byte() {
    for (name, text) in notas() {
        let parsed = parse(&text, Registry::builtin());
        assert_eq!(print(&parsed.nota), text, "{name}");
        let anew = normalize(&parsed.nota);
        let again = parse(&print(&anew), Registry::builtin());
        assert_eq!(normalize(&again.nota), anew, "{name}");
    }
}

#[expect(clippy::disallowed_methods, reason = "a test reads its own files")]
fn notas() -> Vec<(String, String)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../tests/corpus");
    let entries = std::fs::read_dir(folder).expect("the folder of the corpus");
    let notas: Vec<(String, String)> = entries
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.to_string_lossy().ends_with(".nota.md"))
        .map(|path| {
            let text = std::fs::read_to_string(&path).expect("a nota");
            (path.display().to_string(), text)
        })
        .collect();
    assert!(!notas.is_empty(), "the corpus is there");
    notas
}
