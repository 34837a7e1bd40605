//! The program `nota`; everything is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    nota_cli::run()
}
