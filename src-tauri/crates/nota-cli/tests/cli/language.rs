//! The language of a nota, and the lists of words that go with it.

use crate::harness::{Folder, GOOD, Ran, TODAY, nota};

/// A nota with one unknown word and one formal phrase.
fn careless() -> String {
    GOOD.replace(
        "De evaluatie is positief.",
        "Derhalve is de dronevlieger positief.",
    )
}

fn check(folder: &Folder, language: &str) -> Ran {
    folder.nota(&format!(
        "check a.nota.md --today {TODAY} --format json {language}"
    ))
}

#[test]
fn parts_of_the_language_are_chosen() {
    let folder = Folder::with(careless());
    for (language, spelling, plain) in [
        ("", true, true),
        ("--language on", true, true),
        ("--language off", false, false),
        ("--language spelling", true, false),
        ("--language grammar,plain,craft", false, true),
    ] {
        let said = check(&folder, language);
        said.ended(0);
        assert_eq!(
            said.stdout.contains("N402"),
            spelling,
            "{language}: {}",
            said.stdout
        );
        assert_eq!(
            said.stdout.contains("N421"),
            plain,
            "{language}: {}",
            said.stdout
        );
    }
    check(&folder, "--language taal").ended(2);
}

#[test]
fn an_unknown_word_has_its_suggestions_as_fixes() {
    let folder = Folder::with(GOOD.replace("De evaluatie", "De evaluatei"));
    let said = check(&folder, "");
    assert!(
        said.stdout.contains("Veranderen in “evaluatie”"),
        "{}",
        said.stdout
    );
}

#[test]
fn a_word_of_the_drafter_is_known_from_then_on() {
    let folder = Folder::with(careless());
    folder.nota("words list").ended(0);
    folder.nota("words add dronevlieger Zwartjes").ended(0);
    folder.nota("words add dronevlieger").ended(0);
    assert_eq!(
        folder.nota("words").ended(0).stdout,
        "Zwartjes\ndronevlieger\n"
    );
    assert!(!check(&folder, "").stdout.contains("N402"));
    folder
        .run(nota().args(["words", "add", "twee woorden"]))
        .ended(2);
    folder.nota("words add 123").ended(2);
    assert_eq!(folder.nota("words list").stdout, "Zwartjes\ndronevlieger\n");
}

#[test]
fn a_word_of_the_organisation_is_known() {
    let folder = Folder::with(careless());
    folder.write(
        ".geen/beslisnota/huisstijl/woorden.txt",
        "# lijst\ndronevlieger\n",
    );
    let said = check(&folder, "");
    assert!(
        said.ended(0).stderr.is_empty() && !said.stdout.contains("N402"),
        "{said:?}"
    );
}

#[test]
fn a_damaged_list_is_told_and_the_check_goes_on() {
    let folder = Folder::with(careless());
    let own = ".geen/beslisnota/woorden.txt";
    for bytes in [&b"\xff\xfe\x00\xd8"[..], &[b'x'; 11 * 1024 * 1024]] {
        folder.write(own, bytes);
        let said = check(&folder, "");
        said.ended(0);
        assert!(said.stderr.contains("woordenlijst: "), "{}", said.stderr);
        assert!(said.stdout.contains("N402"));
        // Nor is it replaced.
        folder.nota("words add goed").ended(2);
        assert_eq!(folder.read(own), bytes);
    }
    let many: String = (0..60_000).map(|at| format!("woord{at:x}x\n")).collect();
    folder.write(own, format!("twee woorden\n{many}"));
    let said = check(&folder, "");
    assert!(said.stderr.contains("overgeslagen"), "{}", said.stderr);
}
