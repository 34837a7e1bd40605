//! A reader that stops early, and an output that takes no more.

use std::fs::File;
use std::process::Stdio;

use crate::harness::{Folder, faulty, nota, wait};

#[test]
fn a_reader_that_stops_does_not_disturb() {
    let folder = Folder::new();
    let names: Vec<_> = (0..50).map(|n| format!("{n}.nota.md")).collect();
    for name in &names {
        folder.write(name, faulty().repeat(3));
    }
    for args in [
        vec!["check"],
        vec!["check", "--format", "json"],
        vec!["check", "--format", "sarif"],
    ] {
        let mut child = nota()
            .args(&args)
            .args(&names)
            .current_dir(folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("starts");
        drop(child.stdout.take());
        let ran = wait(child);
        ran.ended(1);
        assert_eq!(ran.stderr, "");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn an_output_that_is_full_is_a_failure() {
    let folder = Folder::with(faulty());
    for args in [
        "check a.nota.md",
        "check a.nota.md --format json",
        "help",
        "explain",
    ] {
        let full = File::options()
            .write(true)
            .open("/dev/full")
            .expect("Linux has it");
        let child = nota()
            .args(args.split_whitespace())
            .current_dir(folder.path())
            .stdout(full)
            .stderr(Stdio::piped())
            .spawn()
            .expect("starts");
        let ran = wait(child);
        ran.ended(2).told("De uitvoer is niet geschreven.");
    }
}
