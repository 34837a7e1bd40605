//! What explains `nota`: rules, help, completions, the man page, and the
//! answers to what this version does not do.

use crate::harness::{Folder, GOOD};

#[test]
fn a_rule_is_explained_by_code_and_by_name() {
    let folder = Folder::new();
    let by_code = folder.nota("explain N101");
    by_code.ended(0);
    assert!(
        by_code
            .stdout
            .starts_with("N101 sectie-ontbreekt (fout, structuur)\n")
    );
    assert_eq!(folder.nota("explain n101").stdout, by_code.stdout);
    assert_eq!(
        folder.nota("explain sectie-ontbreekt").stdout,
        by_code.stdout
    );
    folder
        .nota("explain N999")
        .ended(2)
        .told("De regel ‘N999’ bestaat niet.");
    assert!(
        folder
            .nota("explain")
            .ended(0)
            .stdout
            .contains("N101  fout    sectie-ontbreekt")
    );
}

#[test]
fn every_command_has_help() {
    let folder = Folder::new();
    let all = folder.nota("help");
    all.ended(0);
    assert_eq!(folder.nota("--help").stdout, all.stdout);
    for command in [
        "new",
        "check",
        "export",
        "diff",
        "versions",
        "recover",
        "session",
        "templates",
        "explain",
        "completions",
        "man",
    ] {
        assert!(
            all.stdout.contains(&format!("\n  {command} ")),
            "{}",
            all.stdout
        );
        let help = folder.nota(&format!("help {command}"));
        assert!(
            help.ended(0)
                .stdout
                .contains(&format!("Gebruik: nota {command}"))
        );
        assert_eq!(
            folder.nota(&format!("{command} --help")).stdout,
            help.stdout
        );
        let man = folder.nota(&format!("man {command}"));
        assert!(
            man.ended(0).stdout.contains(".SH SAMENVATTING"),
            "{}",
            man.stdout
        );
    }
}

#[test]
fn every_shell_gets_its_script() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let ran = Folder::new().nota(&format!("completions {shell}"));
        assert!(ran.ended(0).stdout.contains("export"), "{shell}");
    }
}

#[test]
fn mistakes_in_the_arguments_end_with_two() {
    let folder = Folder::with(GOOD);
    for (args, part) in [
        ("", "Geef een opdracht op."),
        ("chekc a.nota.md", "Bedoelt u ‘check’?"),
        ("check", "Er ontbreekt iets: FILE."),
        ("check a.nota.md --formaat json", "Bedoelt u ‘--format’?"),
        (
            "check a.nota.md --format xml",
            "Mogelijk: text, json, sarif.",
        ),
        ("export a.nota.md", "Er ontbreekt iets: --to."),
        ("export a.nota.md --to pdf --jobs 0", "van 1 of hoger"),
        ("help chekc", "De opdracht ‘chekc’ bestaat niet."),
    ] {
        folder.nota(args).ended(2).told(part);
    }
    assert_eq!(folder.names(), ["a.nota.md"]);
}

#[test]
fn what_is_not_available_says_so_and_does_nothing() {
    let folder = Folder::with(GOOD);
    folder
        .nota("export a.nota.md --to eml --public")
        .ended(2)
        .told("in deze versie nog niet beschikbaar");
    assert_eq!(folder.names(), ["a.nota.md"]);
}
