//! Running cases as tests: one line per case, the closing line of an ordinary
//! Rust test, and `--accept` to take over what comes out.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;

use libtest_mimic::{Arguments, Failed, Trial};

use crate::report;

/// Whether expectations are compared or rewritten.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// What comes out must be what is expected.
    Compare,
    /// What comes out becomes what is expected.
    Accept,
}

/// What a case says: nothing when it holds, else what is wrong.
pub type Verdict = Result<(), String>;

/// A case: a named test.
pub struct Case {
    name: String,
    run: Box<dyn FnOnce(Mode) -> Verdict + Send>,
}

impl Case {
    /// A case. A panic in `run` is a failed case.
    pub fn new(
        name: impl Into<String>,
        run: impl FnOnce(Mode) -> Verdict + Send + 'static,
    ) -> Self {
        Self {
            name: name.into(),
            run: Box::new(run),
        }
    }
}

/// Runs the cases of a test target; the arguments are those of the ordinary
/// test program, and `--accept`. Cases run side by side, but one at a time
/// when accepting, because several may live in one file.
pub fn run(target: &'static str, cases: Vec<Case>) -> ExitCode {
    let mut args: Vec<String> = std::env::args().collect();
    let before = args.len();
    args.retain(|arg| arg != "--accept");
    let mode = if args.len() < before {
        Mode::Accept
    } else {
        Mode::Compare
    };
    // `cargo suite -- --accept` hands over a `--` too many.
    args.retain(|arg| arg != "--");
    let mut arguments = Arguments::from_iter(args);
    if mode == Mode::Accept {
        arguments.test_threads = Some(1);
    }

    let trials = cases
        .into_iter()
        .map(|case| {
            let Case { name, run } = case;
            Trial::test(name, move || judge(|| run(mode)))
        })
        .collect();
    let conclusion = libtest_mimic::run(&arguments, trials);
    if let Some(path) = report::write(target) {
        eprintln!("old, new and difference side by side: {path}");
    }
    if mode == Mode::Compare && conclusion.has_failed() {
        eprintln!("to accept what came out: cargo test --workspace --test {target} -- --accept");
    }
    conclusion.exit_code()
}

fn judge(run: impl FnOnce() -> Verdict) -> Result<(), Failed> {
    match catch_unwind(AssertUnwindSafe(run)) {
        Ok(verdict) => verdict.map_err(Failed::from),
        Err(panic) => {
            let text = panic
                .downcast_ref::<String>()
                .cloned()
                .or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
            Err(format!("panicked: {}", text.unwrap_or_default()).into())
        }
    }
}
