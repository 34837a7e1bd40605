//! The program of the window: built when something in it changed, so that no
//! journey meets an old one.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::time::SystemTime;

use nota_tests::files;

/// The program, built at the first call; another one that
/// `BESLISNOTA_PROGRAM` names, such as one that was installed.
///
/// # Panics
///
/// When it does not build: there is nothing to test then.
pub fn built() -> &'static Path {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    BUILT.get_or_init(build)
}

fn build() -> PathBuf {
    if let Some(named) = std::env::var_os("BESLISNOTA_PROGRAM") {
        return PathBuf::from(named);
    }
    build_own_side();
    let me = std::env::current_exe().expect("the path of this test");
    // The test stands in `target/debug/deps`.
    let profile = me.ancestors().nth(2).expect("the folder of the build");
    let target = profile.parent().expect("the target folder");
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    // With the features of the whole workspace, as this test was built.
    let mut build = Command::new(cargo);
    build
        .args(["build", "--quiet", "--locked", "--workspace"])
        .args(["--bin", "beslisnota", "--target-dir"])
        .arg(target);
    if profile.ends_with("release") {
        build.arg("--release");
    }
    run(&mut build, "the window's program is built");
    profile.join(format!("beslisnota{}", std::env::consts::EXE_SUFFIX))
}

/// Builds `ui/dist`, which the program contains, when a source is newer.
fn build_own_side() {
    let ui = files::root().join("ui");
    let built = changed(&ui.join("dist/index.html"));
    let mut sources: Vec<PathBuf> = ["index.html", "package-lock.json", "vite.config.ts"]
        .iter()
        .map(|name| ui.join(name))
        .collect();
    sources.extend(files::below(&ui.join("src"), ""));
    if built.is_some() && sources.iter().all(|path| changed(path) <= built) {
        return;
    }
    assert!(
        ui.join("node_modules/vite").is_dir(),
        "the npm packages of ui/ are not there: `cargo xtask test` fetches them"
    );
    let mut build = Command::new("npm");
    build.args(["--prefix", "ui", "run", "--silent", "build"]);
    run(&mut build, "the window's own side is built");
}

fn changed(path: &Path) -> Option<SystemTime> {
    std::fs::metadata(path).ok()?.modified().ok()
}

fn run(command: &mut Command, what: &str) {
    let output = command.current_dir(files::root()).output();
    let output = output.unwrap_or_else(|error| panic!("{what}: {command:?}: {error}"));
    assert!(
        output.status.success(),
        "{what}:\n{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
}
