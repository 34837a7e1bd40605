//! The window: how fast it starts and follows the keys, its memory, and how
//! large what is installed is.

use super::{in_process, rows};
use crate::bundle;
use crate::program::Failure;
use crate::ui;

/// Measures, as a table.
pub fn measure() -> Result<String, Failure> {
    ui::build()?;
    let program = bundle::release()?;
    let lines = in_process("venster", &[])?;
    let mut out = format!(
        "The release build on a screen without a graphics card (Xvfb), driven by WebKitWebDriver. A \
         key is a character when that is laid out; a page follows when its new picture is \
         shown.\n\n| what | half within | 95 % within | to reach |\n|---|--:|--:|--:|\n{}\n",
        rows(&lines)
    );
    out.push_str(&format!(
        "| the program | {:.1} MB | | |\n",
        bundle::megabytes(&program)
    ));
    if let Some(deb) = bundle::deb() {
        out.push_str(&format!(
            "| the Debian package | {:.1} MB | | 30 MB |\n",
            bundle::megabytes(&deb)
        ));
    }
    Ok(out)
}
