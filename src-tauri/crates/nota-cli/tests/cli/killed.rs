//! The driver is killed at random moments: nothing that it acknowledged is
//! lost.

use std::io::Write;
use std::thread;
use std::time::Duration;

use nota_store::testing::Dice;
use serde_json::json;

use crate::driver::{Driver, effort, recovered, run, section, seed, subject, told};
use crate::harness::{Folder, GOOD};

/// How often it is killed, in the usual run.
const KILLS: u64 = 50;

#[test]
fn nothing_that_was_acknowledged_is_lost_when_it_is_killed() {
    let mut acknowledged = 0;
    for round in 0..KILLS * effort() {
        let mut dice = Dice::new(seed().wrapping_mul(1_000_003) + round);
        let folder = Folder::with(GOOD);
        let home = folder.path().join("eigen");
        let file = folder.path().join("a.nota.md");
        let mut driver = Driver::start(&folder, &home, &file);
        // From the first answer on, or in the middle of starting.
        let patience = Duration::from_micros(dice.roll() % 60_000);
        let first = dice.heads().then(|| driver.change(&subject(1)));
        let mut input = driver.input.take().expect("a pipe");
        let writer = thread::spawn(move || {
            for number in 2.. {
                let change = if number % 3 == 0 {
                    section(number)
                } else {
                    subject(number)
                };
                if writeln!(input, "{change}").is_err() {
                    return;
                }
            }
        });
        thread::sleep(patience);
        driver.kill();
        writer.join().expect("the writer ends");
        let mut durable = first.map_or(0, |answer| answer["revision"].as_u64().expect("a number"));
        // Without a first change the first that came has number 2.
        let offset = u64::from(durable == 0);
        while let Some(answer) = driver.answer() {
            assert_eq!(answer["durable"], json!(true), "{answer}");
            durable = answer["revision"].as_u64().expect("a number");
        }
        acknowledged += durable;
        if durable == 0 {
            continue;
        }
        let text = recovered(&folder, &home)
            .unwrap_or_else(|| panic!("round {round}: {durable} changes are gone"));
        // Every third change is of a section and does not count in the subject.
        let number = durable + offset;
        let last_subject = if number % 3 == 0 { number - 1 } else { number };
        assert!(
            told(&text) >= last_subject,
            "round {round}: {number}\n{text}"
        );
        if number >= 3 {
            let last_section = number - number % 3;
            let there = (last_section..).step_by(3).take(200);
            let found = there
                .map(|own| format!("Alinea {own}. "))
                .any(|own| text.contains(&own));
            assert!(found, "round {round}: section {last_section}\n{text}");
        }
        assert_eq!(folder.read("a.nota.md"), GOOD.as_bytes(), "the file itself");
    }
    assert!(acknowledged > KILLS, "it came to changes: {acknowledged}");
}

#[test]
fn each_answer_comes_after_its_change_is_in_the_journal() {
    let folder = Folder::with(GOOD);
    let home = folder.path().join("eigen");
    let mut driver = Driver::start(&folder, &home, &folder.path().join("a.nota.md"));
    for number in 1..=20 {
        let answer = driver.change(&subject(number));
        assert_eq!(answer, json!({"revision": number, "durable": true}));
        let text = recovered(&folder, &home).expect("it is there already");
        assert_eq!(told(&text), number);
    }
    let wrong = driver.change(&json!({"type": "weg"}));
    assert_eq!(wrong["durable"], json!(false));
    assert_eq!(wrong["revision"], json!(20));
    driver.kill();
    // What was recovered into a file is on the list no more, and what stood
    // there is a version.
    let list = run(&folder, &home, &["recover", "--list"]);
    let id = list.stdout.split('\t').next().expect("an id").to_owned();
    run(&folder, &home, &["recover", &id, "-o", "a.nota.md"]).ended(0);
    assert_eq!(
        told(&String::from_utf8_lossy(&folder.read("a.nota.md"))),
        20
    );
    let list = run(&folder, &home, &["recover", "--list"]);
    assert_eq!(list.ended(0).stdout, "");
    let versions = run(&folder, &home, &["versions", "a.nota.md"]);
    assert_eq!(versions.ended(0).stdout.lines().count(), 2);
    let first = run(&folder, &home, &["versions", "a.nota.md", "--show", "1"]);
    assert_eq!(first.stdout, GOOD);
    run(&folder, &home, &["recover", "--forget-all"]).ended(0);
    let left: Vec<String> = folder.names();
    assert_eq!(left, ["a.nota.md"]);
}

#[cfg(unix)]
#[test]
fn what_is_kept_is_for_the_user_only() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::with(GOOD);
    let home = folder.path().join("eigen");
    let mut driver = Driver::start(&folder, &home, &folder.path().join("a.nota.md"));
    driver.change(&subject(1));
    driver.kill();
    let list = run(&folder, &home, &["recover", "--list"]);
    let id = list.stdout.split('\t').next().expect("an id").to_owned();
    run(&folder, &home, &["recover", &id, "-o", "b.nota.md"]).ended(0);
    let mut looked = 0;
    for name in folder
        .names()
        .iter()
        .filter(|name| name.starts_with("eigen/"))
    {
        let path = folder.path().join(name);
        for path in path.ancestors().take_while(|path| *path != home) {
            let mode = std::fs::metadata(path)
                .expect("is there")
                .permissions()
                .mode();
            assert_eq!(mode & 0o077, 0, "{}", path.display());
            looked += 1;
        }
    }
    assert!(looked > 5, "journal and version are there: {looked}");
}

#[test]
fn a_public_export_keeps_nothing() {
    let folder = Folder::with(GOOD);
    let home = folder.path().join("eigen");
    let ran = run(
        &folder,
        &home,
        &["export", "a.nota.md", "--to", "md", "--public"],
    );
    ran.ended(0);
    assert_eq!(folder.names().len(), 2, "{:?}", folder.names());
}
