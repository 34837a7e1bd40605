//! Places that an export cannot be written to: a sentence, exit status 2, and
//! what was there is untouched. A full disk and a read-only one are made in a
//! mount namespace of their own, which leaves nothing behind.

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::Command;

use crate::harness::{Folder, GOOD, Ran};

#[test]
fn a_missing_folder_is_named() {
    let folder = Folder::with(GOOD);
    let ran = folder.nota("export a.nota.md --to md -o weg/a.md");
    ran.ended(2)
        .told("‘weg/a.md’ is niet geschreven. De map bestaat niet.");
    assert_eq!(folder.names(), ["a.nota.md"]);
}

#[test]
fn a_file_is_no_folder() {
    let folder = Folder::with(GOOD);
    folder.write("b", "oud");
    folder.write("c.nota.md", GOOD);
    for args in [
        "export a.nota.md --to md -o b/a.md",
        "export a.nota.md --to md -o b/",
        "export a.nota.md c.nota.md --to md -o b",
    ] {
        folder
            .nota(args)
            .ended(2)
            .told("is niet geschreven. Een deel van het pad is een bestand");
    }
    assert_eq!(folder.read("b"), b"oud");
    assert_eq!(folder.names(), ["a.nota.md", "b", "c.nota.md"]);
}

#[test]
fn a_read_only_file_stays() {
    let folder = Folder::with(GOOD);
    let path = folder.write("a.md", "oud");
    fs::set_permissions(&path, Permissions::from_mode(0o444)).expect("our own file");
    folder
        .nota("export a.nota.md --to md")
        .ended(2)
        .told("‘a.md’ is niet geschreven. Het bestand is alleen-lezen.");
    assert_eq!(folder.read("a.md"), b"oud");
    assert_eq!(folder.names(), ["a.md", "a.nota.md"]);
}

#[test]
fn a_device_is_not_replaced() {
    let folder = Folder::with(GOOD);
    folder
        .nota("export a.nota.md --to md -o /dev/null")
        .ended(2)
        .told("staat geen gewoon bestand");
}

#[test]
fn a_link_keeps_pointing_where_it_does() {
    let folder = Folder::with(GOOD);
    let path = folder.write("echt/a.md", "oud");
    symlink(&path, folder.path().join("a.md")).expect("links");
    folder.nota("export a.nota.md --to md").ended(0);
    assert!(folder.path().join("a.md").is_symlink());
    assert_ne!(folder.read("echt/a.md"), b"oud");
    assert_eq!(folder.names(), ["a.md", "a.nota.md", "echt/a.md"]);
}

/// Runs `nota` where `schijf` is a small file system of its own, mounted with
/// these options; prints the names in it at the end.
fn on_disk(folder: &Folder, options: &str, before: &str, args: &str) -> Ran {
    let script = format!(
        "mount -t tmpfs -o {options} tmpfs schijf || exit 97\n{before}\n\
         '{}' {args}\nstatus=$?\nls -A schijf\ncat schijf/oud.pdf 2>/dev/null\nexit $status",
        env!("CARGO_BIN_EXE_nota")
    );
    fs::create_dir_all(folder.path().join("schijf")).expect("makes");
    let mut command = Command::new("unshare");
    command.args(["--map-root-user", "--mount", "--", "sh", "-c", &script]);
    let ran = folder.run(&mut command);
    assert!(
        ran.status != 97 && !ran.stderr.contains("unshare"),
        "THE FULL DISK AND THE READ-ONLY DISK ARE NOT TESTED: this machine does not let a \
         program mount a file system of its own (user namespaces): {}",
        ran.stderr
    );
    ran
}

#[test]
fn a_full_disk_leaves_nothing_behind() {
    let folder = Folder::with(GOOD);
    // The PDF is greater than the disk.
    let ran = on_disk(
        &folder,
        "size=16k",
        "",
        "export a.nota.md --to pdf -o schijf/a.pdf",
    );
    ran.ended(2)
        .told("‘schijf/a.pdf’ is niet geschreven. De schijf is vol.");
    assert_eq!(ran.stdout, "", "nothing is on the disk");
}

#[test]
fn a_full_disk_leaves_the_old_file() {
    let folder = Folder::with(GOOD);
    let ran = on_disk(
        &folder,
        "size=16k",
        "printf oud > schijf/oud.pdf",
        "export a.nota.md --to pdf -o schijf/oud.pdf",
    );
    ran.ended(2).told("De schijf is vol.");
    assert!(ran.stdout.ends_with("oud.pdf\noud"), "{}", ran.stdout);
}

#[test]
fn a_full_disk_leaves_no_new_nota() {
    let folder = Folder::new();
    let fill = "head -c 100000 /dev/zero > schijf/vol 2>/dev/null";
    let ran = on_disk(
        &folder,
        "size=16k",
        fill,
        "new --template jenv/beslisnota -o schijf/n.md",
    );
    ran.ended(2).told("De schijf is vol.");
    assert_eq!(ran.stdout, "vol\n");
}

#[test]
fn a_read_only_disk_is_told() {
    let folder = Folder::with(GOOD);
    let ran = on_disk(&folder, "ro", "", "export a.nota.md --to md -o schijf/a.md");
    ran.ended(2)
        .told("‘schijf/a.md’ is niet geschreven. De schijf is alleen-lezen.");
}
