//! Finds the templates that are compiled in: every folder two deep in
//! `src-tauri/templates`, and the shared files beside them. A new template is
//! a new folder, and no line of code.

#![allow(
    clippy::disallowed_methods,
    reason = "a build script is an edge: it reads the folder of templates"
)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// The files that take part, by extension; fonts and pictures do not.
const TEXT: [&str; 5] = ["typ", "toml", "json", "svg", "csv"];

fn main() -> io::Result<()> {
    let root =
        Path::new(&env::var("CARGO_MANIFEST_DIR").unwrap_or_default()).join("../../templates");
    println!("cargo::rerun-if-changed={}", root.display());
    let mut files = Vec::new();
    collect(&root, &root, &mut files)?;
    files.sort();
    let mut code = String::from(
        "/// Path relative to the folder of templates, and text.\npub(crate) static BUILTIN_FILES: &[(&str, &str)] = &[\n",
    );
    for (path, file) in files {
        let _ = writeln!(
            code,
            "    ({path:?}, include_str!({:?})),",
            file.display().to_string()
        );
    }
    code.push_str("];\n");
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(out.join("builtin_files.rs"), code)
}

/// Adds the text files below a folder, by path with slashes.
fn collect(root: &Path, folder: &Path, files: &mut Vec<(String, PathBuf)>) -> io::Result<()> {
    if !folder.is_dir() {
        return Ok(());
    }
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, files)?;
        } else if takes_part(&path) {
            let relative = path.strip_prefix(root).unwrap_or(&path);
            let parts: Vec<_> = relative.iter().map(|part| part.to_string_lossy()).collect();
            files.push((parts.join("/"), path.canonicalize()?));
        }
    }
    Ok(())
}

fn takes_part(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    extension.is_some_and(|extension| TEXT.contains(&extension))
        || path.ends_with("voorbeeld.nota.md")
}
