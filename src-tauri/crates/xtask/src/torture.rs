//! `cargo xtask torture`: the tests of crashes, over and over with other
//! chance, twenty times as long each time as in `cargo xtask test`.

use std::time::{Duration, Instant};

use crate::program::{Failure, Program};

/// How many times longer than in the test command: a thousand kills, forty
/// thousand orders of three programs on one file.
const EFFORT: &str = "20";

/// The tests: of which kind, and by which part of their name.
const TESTS: &[(&[&str], &str)] = &[
    (&["--lib"], "proofs"),
    (&["--test", "cli"], "killed"),
    (&["--test", "cli"], "full_disk"),
];

/// Runs rounds until the minutes are over, and at least one.
///
/// # Errors
///
/// When a test fails; the message says with which seed it does so again.
pub fn torture(minutes: u64) -> Result<(), Failure> {
    let end = Instant::now() + Duration::from_secs(minutes * 60);
    let mut seed = 0;
    while seed == 0 || Instant::now() < end {
        seed += 1;
        println!("round {seed}");
        for (kind, name) in TESTS {
            Program::cargo()
                .args(["test", "--quiet", "--workspace", "--locked"])
                .args(*kind)
                .args(["--", name])
                .env("BESLISNOTA_TORTURE", EFFORT)
                .env("BESLISNOTA_SEED", seed.to_string())
                .run()
                .map_err(|failure| with_seed(failure, seed))?;
        }
    }
    println!("{seed} rounds, nothing was lost");
    Ok(())
}

fn with_seed(failure: Failure, seed: u64) -> Failure {
    match failure {
        Failure::Failed(message) => Failure::Failed(format!(
            "{message}\nagain: BESLISNOTA_TORTURE={EFFORT} BESLISNOTA_SEED={seed}"
        )),
        missing => missing,
    }
}

/// The number after `--minutes`; ten when nothing is said.
pub fn minutes(args: &[&str]) -> Option<u64> {
    match args {
        [] => Some(10),
        ["--minutes", number] => number.parse().ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::minutes;

    #[test]
    fn minutes_are_a_number() {
        assert_eq!(minutes(&[]), Some(10));
        assert_eq!(minutes(&["--minutes", "3"]), Some(3));
        assert_eq!(minutes(&["--minutes", "lang"]), None);
    }
}
