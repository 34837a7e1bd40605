//! Files that are no notas or cannot be read: a sentence with the place, exit
//! status 2, and nothing made or changed.

use crate::harness::{Folder, nota};

/// Checks and exports `a.nota.md`; both must say this.
#[track_caller]
fn refused(folder: &Folder, file: &str, part: &str) {
    let before = folder.names();
    for command in [
        vec!["check", file],
        vec!["check", file, "--format", "json"],
        vec!["export", file, "--to", "pdf", "-o", "uit.pdf"],
        vec!["export", file, "--to", "md", "-o", "uit.md"],
    ] {
        let ran = folder.run(nota().args(command));
        ran.ended(2).told(part);
        assert!(ran.stderr.lines().count() == 1, "{}", ran.stderr);
    }
    assert_eq!(folder.names(), before);
}

#[test]
fn a_file_in_another_encoding_has_the_place_of_its_first_byte() {
    refused(
        &Folder::with(b"## Aanleiding\n\nDe co\xf6rdinatie\n"),
        "a.nota.md",
        "regel 3, teken 6 een byte die geen UTF-8 is (F6, waarschijnlijk een ‘ö’ in Windows-1252). Sla het bestand op als UTF-8.",
    );
}

#[test]
fn utf_16_is_recognised() {
    let text: Vec<u8> = "\u{feff}## Aanleiding"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    refused(
        &Folder::with(text),
        "a.nota.md",
        "is opgeslagen als UTF-16.",
    );
}

#[test]
fn other_kinds_of_file_are_named() {
    refused(
        &Folder::with(b"%PDF-1.7\n\xb5"),
        "a.nota.md",
        "is een PDF-bestand",
    );
    refused(
        &Folder::with(b"PK\x03\x04\x14\0\0\0"),
        "a.nota.md",
        "is een Word-, LibreOffice- of zipbestand",
    );
    refused(
        &Folder::with(b"\x89PNG\r\n\x1a\n\0"),
        "a.nota.md",
        "is een afbeelding (PNG)",
    );
    let noise: Vec<u8> = (0..100_000_u32)
        .map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8)
        .collect();
    refused(&Folder::with(noise), "a.nota.md", "is een binair bestand");
}

#[test]
fn a_nul_has_its_place() {
    refused(
        &Folder::with(b"## Aanleiding\n\nDe\0 brief\n"),
        "a.nota.md",
        "op regel 3, teken 3 een NUL-teken",
    );
}

#[test]
fn a_folder_is_no_file() {
    let folder = Folder::new();
    folder.write("map/x", "");
    refused(&folder, "map", "‘map’ is een map.");
}

#[test]
fn a_file_that_is_gone_is_named() {
    let folder = Folder::with("x");
    refused(&folder, "weg.nota.md", "‘weg.nota.md’ bestaat niet.");
    refused(
        &folder,
        "a.nota.md/x",
        "een deel van het pad is een bestand",
    );
}

#[test]
fn a_file_over_the_limit_is_not_read() {
    let folder = Folder::new();
    let path = folder.write("groot.md", "");
    let file = std::fs::File::options()
        .write(true)
        .open(path)
        .expect("opens");
    // A hole: the disk does not hold it, and reading it would take memory.
    file.set_len(1 << 40).expect("grows");
    refused(&folder, "groot.md", "is groter dan 10 MB");
}

#[cfg(unix)]
#[test]
fn what_has_no_end_is_not_read() {
    let folder = Folder::new();
    refused(&folder, "/dev/zero", "is geen gewoon bestand");
    let made = std::process::Command::new("mkfifo")
        .arg(folder.path().join("pijp"))
        .status();
    assert!(made.expect("mkfifo is there").success());
    refused(&folder, "pijp", "is geen gewoon bestand");
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_fails_is_told_with_its_number() {
    refused(
        &Folder::new(),
        "/proc/self/mem",
        "is niet te lezen (systeemfout 5)",
    );
}

#[cfg(unix)]
#[test]
fn a_file_of_someone_else_is_refused() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    let folder = Folder::with("x");
    let path = folder.path().join("a.nota.md");
    let permissions = std::fs::Permissions::from_mode(0o000);
    std::fs::set_permissions(&path, permissions).expect("our own file");
    let open = std::fs::Permissions::from_mode(0o755);
    std::fs::set_permissions(folder.path(), open).expect("our own folder");
    // Root may read everything, so it becomes someone else for this.
    let root = std::fs::metadata(&path).expect("is there").uid() == 0;
    let mut command = if root {
        let copy = folder.path().join("nota");
        std::fs::copy(env!("CARGO_BIN_EXE_nota"), &copy).expect("copies");
        let mut command = std::process::Command::new("setpriv");
        command
            .args(["--reuid=65534", "--regid=65534", "--clear-groups", "--"])
            .arg(copy);
        command
    } else {
        nota()
    };
    let ran = folder.run(command.args(["check", "a.nota.md"]));
    ran.ended(2).told("U mag ‘a.nota.md’ niet lezen.");
}
