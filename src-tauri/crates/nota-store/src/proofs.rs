//! What is promised of the disk, proven on a simulated one: every step stops,
//! every call is refused, what was not synced is lost, torn and reordered.

mod atomic;
mod damage;
mod journal;
mod together;
mod windows;

use std::path::Path;
use std::sync::Arc;

use crate::testing::{Fault, Loss, SimulatedDisk};

/// The refusals of a system, as Linux numbers them: input/output, no access,
/// busy, no room, read-only.
const REFUSALS: [i32; 5] = [5, 13, 16, 28, 30];

/// The ways in which the power goes; more with a longer run.
fn losses() -> impl Iterator<Item = Loss> {
    [Loss::Nothing, Loss::Everything]
        .into_iter()
        .chain((0..10 * effort()).map(|number| Loss::Some(seed() + number)))
}

/// How many times longer than usual, by `cargo xtask torture`.
fn effort() -> u64 {
    number("BESLISNOTA_TORTURE").max(1)
}

/// Where chance begins: elsewhere in each round of a long run.
fn seed() -> u64 {
    number("BESLISNOTA_SEED").wrapping_mul(1_000_003)
}

fn number(name: &str) -> u64 {
    let wish = std::env::var(name).ok();
    wish.and_then(|wish| wish.parse().ok()).unwrap_or(0)
}

/// Runs a program with every fault at every step, and looks at what is left
/// after each way of losing power. The program says what it was promised.
fn at_every_step<P>(
    disk: impl Fn() -> SimulatedDisk,
    run: impl Fn(&Arc<SimulatedDisk>) -> P,
    look: impl Fn(&SimulatedDisk, &P, &str),
) -> usize {
    let sound = Arc::new(disk());
    sound.arrange(Fault::None);
    let promised = run(&sound);
    let steps = sound.steps();
    look(&sound.after(Loss::Everything), &promised, "without fault");
    let mut looked = 0;
    for step in 0..steps {
        let stop = std::iter::once(Fault::Stop(step));
        let once = REFUSALS.iter().map(|number| Fault::Once(step, *number));
        let from = REFUSALS.iter().map(|number| Fault::From(step, *number));
        for fault in stop.chain(once).chain(from) {
            let disk = Arc::new(disk());
            disk.arrange(fault);
            let promised = run(&disk);
            for loss in losses() {
                let left = disk.after(loss);
                look(&left, &promised, &format!("{fault:?}, {loss:?}"));
                looked += 1;
            }
        }
    }
    assert!(looked > 500, "the program has steps: {looked}");
    looked
}

/// The bytes of a file; none when it is not there.
fn bytes(disk: &SimulatedDisk, path: &str) -> Option<Vec<u8>> {
    use crate::disk::Disk;
    disk.read(Path::new(path), u64::MAX - 1).ok()
}
