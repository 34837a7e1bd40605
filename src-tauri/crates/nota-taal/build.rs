//! Packs the dictionary of OpenTaal, so that it takes a third of its size in
//! the program.
#![allow(
    clippy::disallowed_methods,
    reason = "an edge: a build script reads and writes files"
)]

use std::io::Write as _;
use std::path::Path;
use std::{env, fs, io};

use flate2::Compression;
use flate2::write::ZlibEncoder;

fn main() -> io::Result<()> {
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo sets OUT_DIR"))?;
    for name in ["nl.aff", "nl.dic"] {
        let from = Path::new("data/opentaal").join(name);
        println!("cargo::rerun-if-changed={}", from.display());
        let file = fs::File::create(Path::new(&out).join(name).with_extension(format!(
            "{}.z",
            from.extension().unwrap_or_default().to_string_lossy()
        )))?;
        let mut packed = ZlibEncoder::new(file, Compression::best());
        packed.write_all(&fs::read(&from)?)?;
        packed.finish()?;
    }
    Ok(())
}
