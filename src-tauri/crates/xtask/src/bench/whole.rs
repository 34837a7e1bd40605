//! Whole processes: the release build of `nota`, time by hyperfine, memory by
//! `time`.

use std::path::PathBuf;

use serde_json::Value;

use crate::program::{Failure, Program, target};

/// The example nota.
pub const EXAMPLE: &str = "src-tauri/templates/jenv/beslisnota/voorbeeld.nota.md";

/// Builds `nota` and gives its path.
///
/// # Errors
///
/// When it does not build.
pub fn nota() -> Result<PathBuf, Failure> {
    Program::cargo()
        .args(["build", "--release", "--locked", "--workspace"])
        .args(["--bin", "nota"])
        .run()?;
    Ok(target().join("release/nota"))
}

/// An empty folder for what a measurement makes.
///
/// # Errors
///
/// When it cannot be made.
pub fn folder(name: &str) -> Result<PathBuf, Failure> {
    let folder = std::env::temp_dir().join(format!("nota-bench-{name}"));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder)
        .map_err(|error| Failure::Missing(format!("{}: {error}", folder.display())))?;
    Ok(folder)
}

/// The time of a command over many runs.
pub struct Times {
    /// The mean, in milliseconds.
    pub mean: f64,
    /// The longest, in milliseconds.
    pub longest: f64,
}

/// Runs a command many times.
///
/// # Errors
///
/// When it fails.
pub fn times(command: &str) -> Result<Times, Failure> {
    let json = folder("hyperfine")?.join("times.json");
    Program::new("hyperfine")
        .args([
            "--warmup",
            "2",
            "--min-runs",
            "10",
            "--shell=none",
            "--export-json",
        ])
        .args([json.as_os_str()])
        .args([command])
        .run()?;
    let text = std::fs::read_to_string(&json).unwrap_or_default();
    let read: Value = serde_json::from_str(&text).unwrap_or_default();
    let millis = |key: &str| read["results"][0][key].as_f64().unwrap_or(f64::NAN) * 1000.0;
    Ok(Times {
        mean: millis("mean"),
        longest: millis("max"),
    })
}

/// The peak memory of a command in megabytes, and how long it ran in seconds.
///
/// # Errors
///
/// When it cannot be started or fails.
pub fn memory_and_seconds(command: &[String]) -> Result<(f64, f64), Failure> {
    let notes = folder("time")?.join("time.txt");
    let program = Program::new("/usr/bin/time")
        .args(["--format", "%M %e", "--output"])
        .args([notes.as_os_str()])
        .args(command);
    program.run_quietly()?;
    let text = std::fs::read_to_string(&notes).unwrap_or_default();
    let last = text.lines().last().unwrap_or_default();
    let mut numbers = last
        .split(' ')
        .filter_map(|number| number.parse::<f64>().ok());
    match (numbers.next(), numbers.next()) {
        (Some(kilobytes), Some(seconds)) => Ok((kilobytes / 1024.0, seconds)),
        _ => Err(Failure::Failed(format!("time says {text:?}"))),
    }
}
