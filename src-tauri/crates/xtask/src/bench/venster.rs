//! The window: how fast it starts and follows the keys, its memory, and how
//! large what is installed is.

use std::path::PathBuf;

use super::rows;
use crate::bundle;
use crate::program::{Failure, Program};
use crate::ui;

/// Names another program than the release build of this checkout, such as one
/// that was installed.
const OTHER: &str = "BESLISNOTA_PROGRAM";

/// Measures, as a table.
pub fn measure() -> Result<String, Failure> {
    let program = match std::env::var_os(OTHER) {
        Some(named) => PathBuf::from(named),
        None => {
            ui::build()?;
            bundle::release()?
        }
    };
    let mut lines = Vec::new();
    // Only the program is a release build: who drives it need not be.
    let ok = Program::cargo()
        .args(["bench", "--quiet", "--locked", "--workspace"])
        .args(["--profile", "dev", "--bench", "venster"])
        .env(OTHER, &program)
        .watch(|line| lines.push(line.to_owned()))?;
    if !ok {
        return Err(Failure::Failed(
            "the measurement of the window failed".to_owned(),
        ));
    }
    let mut out = format!(
        "On a screen without a graphics card (Xvfb), driven by WebKitWebDriver. A key is a \
         character when that is laid out; a page follows when its new picture is shown.\n\n\
         | what | half within | 95 % within | to reach |\n|---|--:|--:|--:|\n{}\n",
        rows(&lines)
    );
    let mut size = |what: &str, path: &PathBuf, most: &str| {
        let megabytes = bundle::megabytes(path);
        out.push_str(&format!("| {what} | {megabytes:.1} MB | | {most} |\n"));
    };
    size("the program", &program, "");
    if let Some(deb) = bundle::deb() {
        size("the Debian package", &deb, "30 MB");
    }
    Ok(out)
}
