//! Finding and reading the files of the checkout.

use std::path::{Path, PathBuf};

/// The root of the checkout: of the one that cargo tests, because two that share
/// a target directory may share this program.
pub fn root() -> PathBuf {
    let here = std::env::var_os("CARGO_MANIFEST_DIR");
    let here = here.unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let here = Path::new(&here);
    here.parent().unwrap_or(here).to_path_buf()
}

/// The path as it is named in reports: relative to the root, with `/`.
pub fn shown(path: &Path) -> String {
    let relative = path.strip_prefix(root()).unwrap_or(path);
    relative.to_string_lossy().replace('\\', "/")
}

/// The text of a file of the checkout.
///
/// # Panics
///
/// When it cannot be read: a test cannot go on without its fixture.
pub fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", shown(path)))
}

/// The example nota that most tests use: the one of the template that comes
/// first.
pub fn example() -> PathBuf {
    root().join("src-tauri/templates/jenv/beslisnota/voorbeeld.nota.md")
}

/// All files below a folder whose name ends with `ending`, in the order of
/// their paths. A folder that does not exist has none.
pub fn below(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let entries = std::fs::read_dir(&folder).into_iter().flatten().flatten();
        for path in entries.map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The notas of the corpus, the goldens and the templates.
pub fn notas() -> Vec<PathBuf> {
    let folders = ["tests/corpus", "tests/goldens", "src-tauri/templates"];
    let below = |folder: &str| below(&root().join(folder), ".nota.md");
    folders.into_iter().flat_map(below).collect()
}

/// The name of a file without its folder and without `ending`.
pub fn stem(path: &Path, ending: &str) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.strip_suffix(ending).unwrap_or(&name).to_owned()
}
