//! `nota check` in the text format, its exit statuses and many files.

use expect_test::expect;

use crate::harness::{Folder, GOOD, TODAY, faulty};

#[test]
fn a_good_nota_has_nothing_against_it() {
    let ran = Folder::with(GOOD).nota(&format!("check a.nota.md --today {TODAY} --strict"));
    ran.ended(0);
    assert_eq!(ran.stdout, "0 fouten, 0 let-op, 0 tips in 1 bestand\n");
    assert_eq!(ran.stderr, "");
}

#[test]
fn a_fault_is_shown_with_its_line_and_a_marker() {
    let text = faulty().replace("uitkomst van de evaluatie", "uitkomst `code` van PM");
    let ran = Folder::with(text).nota(&format!("check a.nota.md --today {TODAY}"));
    ran.ended(1);
    expect![[r#"
        let-op[N006]: Een nota kent deze opmaak niet: code.
          --> a.nota.md:14:44
           |
        14 | Met deze brief krijgt de Kamer de uitkomst `code` van PM.
           |                                            ^^^^^^
           |
           = hulp: Schrijf het als gewone tekst, lijst of tabel. De tekens staan nu letterlijk in de nota.

        fout[N301]: Hier moet nog iets worden ingevuld: “PM”.
          --> a.nota.md:14:55
           |
        14 | Met deze brief krijgt de Kamer de uitkomst `code` van PM.
           |                                                       ^^
           |
           = hulp: Vul in wat hier moet staan, of haal dit weg.

        fout[N101]: De sectie Kernpunten ontbreekt.
          --> a.nota.md:20:1
           |
        20 | ## 5. Informatie die niet openbaar gemaakt kan worden
           | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
           |
           = hulp: Voeg de sectie toe. Noem de hoofdpunten: het probleem, het doel, de keuzes en de risico's.
           = herstel: Sectie toevoegen

        2 fouten, 1 let-op, 0 tips in 1 bestand
    "#]].assert_eq(&ran.stdout);
    assert_eq!(ran.stderr, "");
}

#[test]
fn strict_counts_a_let_op_as_a_fault() {
    let folder = Folder::with(GOOD.replace("is positief", "is `positief`"));
    let check = format!("check a.nota.md --today {TODAY}");
    folder.nota(&check).ended(0);
    folder.nota(&format!("{check} --strict")).ended(1);
}

#[test]
fn the_day_is_an_argument() {
    let folder = Folder::with(GOOD);
    folder
        .nota("check a.nota.md --today 2024-03-15 --strict")
        .ended(0);
    folder
        .nota("check a.nota.md --today 1999-01-01 --strict")
        .ended(1);
    folder
        .nota("check a.nota.md --today 2024-02-30")
        .ended(2)
        .told("JJJJ-MM-DD");
}

#[test]
fn one_bad_file_does_not_stop_the_others_and_the_worst_decides() {
    let folder = Folder::with(GOOD);
    folder.write("b.nota.md", faulty());
    let ran = folder.nota(&format!(
        "check a.nota.md weg.nota.md b.nota.md --today {TODAY}"
    ));
    ran.ended(2)
        .told("nota: ‘weg.nota.md’ bestaat niet. Controleer de naam en de map.\n")
        .told("1 van de 3 bestanden is niet gelukt: weg.nota.md\n");
    assert!(
        ran.stdout
            .ends_with("1 fout, 0 let-op, 0 tips in 2 bestanden\n"),
        "{}",
        ran.stdout
    );
}

#[test]
fn many_files_are_reported_in_the_order_of_the_command_line() {
    let folder = Folder::new();
    let names: Vec<_> = (0..40).map(|n| format!("{n}.nota.md")).collect();
    for name in &names {
        folder.write(name, faulty());
    }
    let ran = folder.nota(&format!("check --today {TODAY} {}", names.join(" ")));
    ran.ended(1);
    let order: Vec<_> = ran
        .stdout
        .lines()
        .filter_map(|line| line.trim_start().strip_prefix("--> "))
        .map(|place| place.split(':').next().unwrap_or(place).to_owned())
        .collect();
    assert_eq!(order, names);
}

#[test]
fn control_characters_of_a_nota_do_not_reach_the_terminal() {
    let ran = Folder::with("# \u{1b}[31mrood\u{7}\n\u{202e}`x`\n").nota("check a.nota.md");
    ran.ended(1);
    for char in ['\u{1b}', '\u{7}', '\u{202e}'] {
        assert!(!ran.stdout.contains(char), "{char:?} in {:?}", ran.stdout);
    }
}

#[test]
fn a_line_of_a_megabyte_is_shown_in_short() {
    let line = "woord ".repeat(170_000);
    let ran = Folder::with(GOOD.replace("De evaluatie is positief.", &format!("{line}`x`")))
        .nota(&format!("check a.nota.md --today {TODAY}"));
    let longest = ran.stdout.lines().map(|line| line.chars().count()).max();
    assert!(longest < Some(400), "{longest:?}");
    assert!(
        ran.stdout.contains("a.nota.md:22:1020001"),
        "{}",
        ran.stdout
    );
}
