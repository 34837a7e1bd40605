//! Clippy in the same build as the tests. `cargo clippy` beside `cargo test`
//! compiles every dependency twice, once to check it and once to run it; with
//! clippy's driver in the place of the compiler for the workspace's own crates,
//! one build does both.

use crate::program::{Failure, Program};
use crate::tally::Tally;

/// A command of cargo whose builds are also read by clippy. What one such
/// command has built, the next need not build again.
pub fn cargo(command: &[&str]) -> Program {
    Program::cargo()
        .args(command)
        .env("RUSTC_WORKSPACE_WRAPPER", "clippy-driver")
}

/// Builds all tests, and counts as one check whether clippy or the compiler had
/// a remark. A remark does not keep the tests from running.
///
/// # Errors
///
/// When cargo cannot be started.
pub fn build(tally: &mut Tally, args: &[&str]) -> Result<(), Failure> {
    let build = cargo(&["test", "--no-run"]).args(args);
    // The remarks themselves go to the terminal; of the rest only their number
    // counts.
    let build = build.args(["--message-format", "json-render-diagnostics"]);
    let mut remarks = 0;
    let built = build.watch_quietly(|line| remarks += usize::from(is_remark(line)))?;
    if remarks > 0 {
        println!("{remarks} remarks of clippy or the compiler; they stand above.");
    }
    tally.add(built && remarks == 0);
    Ok(())
}

/// Whether a line of cargo's own output is about the code: those of workspace
/// members only, because cargo shows no remarks about dependencies.
fn is_remark(line: &str) -> bool {
    serde_json::from_str::<serde_json::Value>(line)
        .is_ok_and(|message| message["reason"] == "compiler-message")
}

#[cfg(test)]
mod tests {
    use super::is_remark;

    #[test]
    fn a_message_of_the_compiler_is_a_remark_and_a_finished_build_is_none() {
        assert!(is_remark(
            r#"{"reason":"compiler-message","message":{"level":"warning"}}"#
        ));
        assert!(!is_remark(r#"{"reason":"build-finished","success":true}"#));
        assert!(!is_remark("running 3 tests"));
    }
}
