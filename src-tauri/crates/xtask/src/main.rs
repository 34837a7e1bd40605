//! `cargo xtask`: the commands with which this project is run, tested,
//! documented and measured. Everything a machine needs beyond Rust and Node
//! is looked for, named with its reason, and installed.
#![allow(
    clippy::disallowed_methods,
    reason = "an edge: this program exists to start other programs and to write files"
)]

mod bench;
mod bundle;
mod docs;
mod lint;
mod needs;
mod program;
mod run;
mod tally;
mod test;
mod torture;
mod ui;

use std::process::ExitCode;

use program::Failure;

const HELP: &str = "\
Usage: cargo xtask <command>

  run            make the PDF of the example nota and print where it is
  test           run all checks and all tests; installs what is missing
  nota ARGS      run `nota` as it is in this checkout
  docs           write the generated pages in docs/
  docs --check   only say whether they are fresh
  bundle         build the program and make what can be installed
  bundle --check install the Debian package, start it, and remove it again
  bench [PART]   measure, and write docs/metingen.md (parts: engine, growth,
                 export, opslag, many, others, venster; all of them without
                 PART)
  torture        the tests of crashes over and over, for ten minutes
                 (--minutes N: for N minutes)
  help           this text

Exit status: 0 fine, 1 a test or check failed, 2 something is missing here.
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let outcome = match args.as_slice() {
        ["run"] => run::run(),
        ["test"] => test::test(),
        ["nota", args @ ..] => run::nota(args),
        ["docs"] => docs::write(),
        ["docs", "--check"] => docs::check(),
        ["bundle"] => bundle::bundle(),
        ["bundle", "--check"] => bundle::check(),
        ["bench", parts @ ..] => bench::bench(parts),
        ["torture", rest @ ..] => match torture::minutes(rest) {
            Some(minutes) => torture::torture(minutes),
            None => Err(Failure::Missing(
                "say how long: cargo xtask torture --minutes 30".to_owned(),
            )),
        },
        [] | ["help" | "--help" | "-h"] => {
            print!("{HELP}");
            Ok(())
        }
        other => Err(Failure::Missing(format!(
            "there is no command `cargo xtask {}`\n\n{HELP}",
            other.join(" ")
        ))),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Failed(message)) => {
            eprintln!("{message}");
            ExitCode::from(1)
        }
        Err(Failure::Missing(message)) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
    }
}
