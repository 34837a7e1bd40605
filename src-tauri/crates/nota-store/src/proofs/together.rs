//! Files that belong together: all are new, or all are as they were, whatever
//! step the disk refuses once. The power may go between two of them; then the
//! last is the old one.

use std::path::Path;

use super::{REFUSALS, bytes};
use crate::disk::Rights;
use crate::put::{Expect, put};
use crate::testing::{Fault, Loss, SimulatedDisk};
use crate::together::put_together;

const REPORT: &str = "/stukken/brief.bewijs.txt";
const DOCUMENT: &str = "/stukken/brief.pdf";

fn disk(old: &[(&str, &[u8])]) -> SimulatedDisk {
    let disk = SimulatedDisk::new(&["/stukken"]);
    for (path, bytes) in old {
        put(
            &disk,
            Path::new(path),
            bytes,
            Expect::Nothing,
            Rights::Usual,
        )
        .expect("writes");
    }
    disk
}

fn write(disk: &SimulatedDisk) -> bool {
    let files: [(&Path, &[u8]); 2] = [
        (Path::new(REPORT), b"nieuw verslag"),
        (Path::new(DOCUMENT), b"nieuw document"),
    ];
    put_together(disk, &files).is_ok()
}

#[test]
fn all_are_new_or_all_are_as_they_were() {
    let both: &[(&str, &[u8])] = &[(REPORT, b"oud verslag"), (DOCUMENT, b"oud document")];
    for old in [&both[..0], &both[..1], &both[1..], both] {
        let sound = disk(old);
        sound.arrange(Fault::None);
        assert!(write(&sound));
        let mut refused = 0;
        for step in 0..sound.steps() {
            for number in REFUSALS {
                let disk = disk(old);
                disk.arrange(Fault::Once(step, number));
                let written = write(&disk);
                let found: Vec<_> = [REPORT, DOCUMENT]
                    .iter()
                    .map(|path| bytes(&disk, path))
                    .collect();
                let wanted: Vec<Option<Vec<u8>>> = match written {
                    true => vec![
                        Some(b"nieuw verslag".to_vec()),
                        Some(b"nieuw document".to_vec()),
                    ],
                    false => [REPORT, DOCUMENT]
                        .iter()
                        .map(|path| {
                            let own = old.iter().find(|(own, _)| own == path);
                            own.map(|(_, bytes)| bytes.to_vec())
                        })
                        .collect(),
                };
                assert_eq!(found, wanted, "step {step}, refusal {number}, {old:?}");
                refused += usize::from(!written);
            }
        }
        assert!(refused > 10, "the disk refuses: {refused}");
    }
}

#[test]
fn when_the_program_stops_the_document_is_new_only_with_its_report() {
    let sound = disk(&[]);
    sound.arrange(Fault::None);
    assert!(write(&sound));
    for step in 0..sound.steps() {
        let disk = disk(&[]);
        disk.arrange(Fault::Stop(step));
        write(&disk);
        let left = disk.after(Loss::Everything);
        if bytes(&left, DOCUMENT).is_some() {
            assert!(bytes(&left, REPORT).is_some(), "step {step}");
        }
    }
}
