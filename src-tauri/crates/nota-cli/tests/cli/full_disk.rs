//! A real small file system, filled to the brim while a nota is written and
//! recovered: the text stays, the answers say so, and all of it is there once
//! there is room again.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::json;

use crate::driver::{Driver, run, section, subject, told};
use crate::harness::{Folder, GOOD};

/// A mounted file system, unmounted when it is dropped.
struct SmallDisk {
    at: PathBuf,
}

impl SmallDisk {
    /// A file system of two megabytes on a loop device, else one in memory,
    /// else the reason why this machine allows neither.
    fn mount(folder: &Path) -> Result<Self, String> {
        let (image, at) = (folder.join("schijf"), folder.join("klein"));
        fs::create_dir(&at).expect("a folder");
        fs::File::create(&image)
            .and_then(|file| file.set_len(2 * 1024 * 1024))
            .expect("an image");
        let paths = (image.display().to_string(), at.display().to_string());
        let made = does("mkfs.ext4", &["-q", "-F", "-m", "0", &paths.0]);
        let mounted = made.and_then(|()| does("mount", &["-o", "loop", &paths.0, &paths.1]));
        let mounted = mounted.or_else(|why| {
            let options = ["-t", "tmpfs", "-o", "size=600k", "klein", &paths.1];
            does("mount", &options).map_err(|also| format!("{why}; {also}"))
        });
        mounted.map(|()| Self { at })
    }

    /// Takes all the room that is left.
    fn fill(&self) {
        let filler = self.at.join("vulling");
        let mut file = fs::File::create(filler).expect("a file");
        for size in [65_536, 4_096, 512, 1] {
            use std::io::Write;
            while file.write_all(&vec![0; size]).is_ok() {}
        }
        let _ = file.sync_all();
    }

    fn make_room(&self) {
        fs::remove_file(self.at.join("vulling")).expect("it goes");
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = does("umount", &["-l", &self.at.display().to_string()]);
    }
}

fn does(program: &str, args: &[&str]) -> Result<(), String> {
    let output = Command::new(program)
        .args(args)
        .stdin(Stdio::null())
        .output();
    match output {
        Ok(output) if output.status.success() => Ok(()),
        Ok(output) => Err(String::from_utf8_lossy(&output.stderr).trim().to_owned()),
        Err(error) => Err(format!("{program}: {error}")),
    }
}

#[test]
fn on_a_disk_that_is_full_the_text_stays_and_comes_on_it_later() {
    let folder = Folder::new();
    let disk = match SmallDisk::mount(folder.path()) {
        Ok(disk) => disk,
        Err(why) => {
            eprintln!(
                "\n!!! NOT TESTED ON THIS MACHINE: a real disk that is full. Mounting a small \
                 file system takes an administrator: {why}\n"
            );
            return;
        }
    };
    let (home, file) = (disk.at.join("eigen"), disk.at.join("a.nota.md"));
    fs::write(&file, GOOD).expect("writes");
    let mut driver = Driver::start(&folder, &home, &file);
    assert_eq!(driver.change(&subject(1))["durable"], json!(true));
    disk.fill();
    // The last block of the journal has some room left.
    let mut number = 1;
    let refused = loop {
        number += 1;
        let answer = driver.change(&subject(number));
        driver.change(&section(number));
        if answer["durable"] == json!(false) {
            break answer;
        }
        assert!(number < 500, "a full disk is noticed");
    };
    let message = refused["message"].as_str().expect("a sentence");
    assert!(message.contains("vol"), "{message}");
    // Saving is refused as well, and what is there stays as it was.
    let list = run(&folder, &home, &["recover", "--list"]);
    let id = list
        .ended(0)
        .stdout
        .split('\t')
        .next()
        .expect("an id")
        .to_owned();
    let path = file.display().to_string();
    run(&folder, &home, &["recover", &id, "-o", &path]).ended(2);
    assert_eq!(fs::read_to_string(&file).expect("reads"), GOOD);
    let left = fs::read_dir(&disk.at).expect("lists").flatten();
    let hidden = left.filter(|entry| entry.file_name().to_string_lossy().ends_with(".tmp"));
    assert_eq!(hidden.count(), 0, "nothing is left behind");

    disk.make_room();
    number += 1;
    assert_eq!(driver.change(&subject(number))["durable"], json!(true));
    driver.kill();
    let text = run(&folder, &home, &["recover", &id]);
    assert_eq!(told(&text.ended(0).stdout), number);
    assert!(
        text.stdout.contains(&format!("Alinea {}. ", number - 1)),
        "what was refused too"
    );
    run(&folder, &home, &["recover", &id, "-o", &path]).ended(0);
    assert_eq!(told(&fs::read_to_string(&file).expect("reads")), number);
}
