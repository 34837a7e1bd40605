//! The folders of the platform: templates of a ministry, an organisation's
//! own house style, and where fonts are installed.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::error::shown;
use crate::{ErrorCode, StoreError, read, read_bytes};

/// How deep folders are searched; a link that leads back up ends here.
const MAX_DEPTH: usize = 6;

/// How many files a folder of templates may hold.
const MAX_FILES: usize = 2_000;

/// The kinds of file that a template consists of.
const TEMPLATE_FILES: [&str; 4] = ["toml", "typ", "md", "svg"];

/// The folder in which the names of a folder of templates stand: the folder itself,
/// or the one two above a folder that is one template.
pub fn template_root(dir: &Path) -> PathBuf {
    match dir.join("template.toml").is_file() {
        true => dir.canonicalize().map_or_else(
            |_| dir.to_owned(),
            |whole| whole.ancestors().nth(2).unwrap_or(dir).to_owned(),
        ),
        false => dir.to_owned(),
    }
}

/// Reads the text files of a folder of templates: their paths in it, with
/// `/` (`jenv/beslisnota/template.toml`), in alphabetical order. A folder
/// that is itself one template is read as the last two parts of its path.
///
/// # Errors
///
/// When the folder or a file in it cannot be read, or it holds thousands of
/// files and so is not a folder of templates.
pub fn read_template_folder(dir: &Path) -> Result<Vec<(String, Arc<str>)>, StoreError> {
    let root = template_root(dir);
    let start = if root == dir {
        dir.to_owned()
    } else {
        dir.canonicalize()
            .map_err(|error| StoreError::reading(dir, error))?
    };
    let mut paths = Vec::new();
    walk(&start, MAX_DEPTH, &mut |path| {
        let extension = path.extension().and_then(|extension| extension.to_str());
        if extension.is_some_and(|extension| TEMPLATE_FILES.contains(&extension)) {
            paths.push(path);
        }
        paths.len() <= MAX_FILES
    })?;
    if paths.len() > MAX_FILES {
        let sentence = format!(
            "In de map ‘{}’ staan meer dan {MAX_FILES} bestanden. Geef de map op waarin alleen de sjablonen staan.",
            shown(dir)
        );
        return Err(StoreError::new(ErrorCode::TooLarge, dir, sentence));
    }
    paths.sort();
    paths
        .iter()
        .map(|path| {
            let inside = path.strip_prefix(&root).unwrap_or(path);
            let parts: Vec<_> = inside.iter().map(|part| part.to_string_lossy()).collect();
            Ok((parts.join("/"), Arc::from(read(path)?.text)))
        })
        .collect()
}

/// A mark of what lies in a folder of templates: another one as soon as a file in it
/// is written, comes or goes. None for no folder, and when it cannot be read or holds
/// thousands of files.
pub fn template_folder_mark(dir: &Path) -> Option<u64> {
    if dir.as_os_str().is_empty() {
        return None;
    }
    let mut files = Vec::new();
    let looked = walk(dir, MAX_DEPTH, &mut |path| {
        let said = fs::metadata(&path);
        let said = said.map(|own| (own.len(), own.modified().ok())).ok();
        files.push((path, said));
        files.len() <= MAX_FILES
    });
    if !looked.ok()? {
        return None;
    }
    files.sort();
    let mut mark = DefaultHasher::new();
    files.hash(&mut mark);
    Some(mark.finish())
}

/// Where the house style is looked for: `beslisnota/huisstijl` in the user's
/// configuration folder. None when the platform has no such folder.
pub fn house_style_folder() -> Option<PathBuf> {
    Some(dirs::config_dir()?.join("beslisnota").join("huisstijl"))
}

/// The name of a list of words, in the folder of the house style, in one with
/// templates, and in the drafter's own configuration.
const WORDS: &str = "woorden.txt";

/// The drafter's own list of words: `beslisnota/woorden.txt` in the user's
/// configuration folder, there or not. None when the platform has no such
/// folder.
pub fn own_words() -> Option<PathBuf> {
    Some(dirs::config_dir()?.join("beslisnota").join(WORDS))
}

/// The lists of words that an organisation put into its house style folder
/// (that of the platform when none is named) and into a folder with templates,
/// as far as they are there.
pub fn words_of_organisation(house_style: Option<&Path>, templates: Option<&Path>) -> Vec<PathBuf> {
    let house_style = house_style.map(Path::to_owned).or_else(house_style_folder);
    let folders = house_style.as_deref().into_iter().chain(templates);
    let lists = folders.map(|folder| folder.join(WORDS));
    lists.filter(|list| list.exists()).collect()
}

/// Whether there is a file or folder.
pub fn is_there(path: &Path) -> bool {
    path.exists()
}

/// Reads the files that an organisation dropped into its house style folder:
/// their names and bytes, by name. Nothing when the folder is not there.
///
/// # Errors
///
/// When the folder or a file in it cannot be read.
pub fn read_house_style(dir: &Path) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
    let mut paths = Vec::new();
    if dir.is_dir() {
        walk(dir, 1, &mut |path| {
            paths.push(path);
            paths.len() <= MAX_FILES
        })?;
    }
    paths.sort();
    paths
        .iter()
        .map(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            Ok((name.into_owned(), read_bytes(path)?))
        })
        .collect()
}

/// The files of Verdana on this machine, found by their name without opening
/// any; empty when it is not installed.
pub fn system_font_files() -> Vec<PathBuf> {
    font_files_in(&font_folders())
}

fn font_files_in(folders: &[PathBuf]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for folder in folders {
        // A font folder that cannot be read is the same as one without fonts.
        let _ = walk(folder, MAX_DEPTH, &mut |path| {
            let name = path.file_name().map(|name| name.to_string_lossy());
            let verdana = name.is_some_and(|name| name.to_lowercase().starts_with("verdana"));
            if verdana && is_font(&path) {
                found.push(path);
            }
            true
        });
    }
    found.sort();
    found
}

fn is_font(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("ttf") || extension == "otf")
}

#[cfg(target_os = "windows")]
fn font_folders() -> Vec<PathBuf> {
    let system = std::env::var_os("WINDIR").map(|windows| PathBuf::from(windows).join("Fonts"));
    let own = dirs::data_local_dir().map(|data| data.join("Microsoft/Windows/Fonts"));
    system.into_iter().chain(own).collect()
}

#[cfg(target_os = "macos")]
fn font_folders() -> Vec<PathBuf> {
    let system = ["/System/Library/Fonts/Supplemental", "/Library/Fonts"];
    let own = dirs::font_dir();
    system.iter().map(PathBuf::from).chain(own).collect()
}

#[cfg(not(any(target_os = "windows", target_os = "macos")))]
fn font_folders() -> Vec<PathBuf> {
    let system = ["/usr/share/fonts", "/usr/local/share/fonts"];
    let own = dirs::font_dir();
    let old = dirs::home_dir().map(|home| home.join(".fonts"));
    let all = system.iter().map(PathBuf::from).chain(own).chain(old);
    all.collect()
}

/// Hands every file below `dir` to `each`, until that says false.
fn walk(
    dir: &Path,
    depth: usize,
    each: &mut dyn FnMut(PathBuf) -> bool,
) -> Result<bool, StoreError> {
    let failed = |error| StoreError::reading(dir, error);
    for entry in fs::read_dir(dir).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let kind = entry.file_type().map_err(failed)?;
        let path = entry.path();
        let is_folder = kind.is_dir() || kind.is_symlink() && path.is_dir();
        let go_on = match is_folder {
            true if depth > 1 => walk(&path, depth - 1, each)?,
            true => true,
            false => each(path),
        };
        if !go_on {
            return Ok(false);
        }
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_has_another_mark_when_a_file_in_it_is_written() {
        let folder = folder_with(&["proef/beslisnota/template.toml"]);
        let mark = || template_folder_mark(folder.path());
        let before = mark();
        assert!(before.is_some());
        assert_eq!(mark(), before);
        let file = folder.path().join("proef/beslisnota/template.toml");
        fs::write(&file, "naam = \"Een langere naam\"").expect("is written");
        let after = mark();
        assert_ne!(after, before);
        fs::remove_file(&file).expect("is removed");
        assert_ne!(mark(), after);
        assert_eq!(template_folder_mark(&folder.path().join("nergens")), None);
    }

    fn folder_with(files: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        for file in files {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().expect("a parent")).expect("makes");
            fs::write(path, *file).expect("writes");
        }
        folder
    }

    fn paths(files: &[(String, Arc<str>)]) -> Vec<&str> {
        files.iter().map(|(path, _)| path.as_str()).collect()
    }

    #[test]
    fn templates_are_read_with_their_paths_and_nothing_else() {
        let folder = folder_with(&["min/nota/template.toml", "min/nota/layout.typ", "x.png"]);
        let files = read_template_folder(folder.path()).expect("reads");
        assert_eq!(
            paths(&files),
            ["min/nota/layout.typ", "min/nota/template.toml"]
        );
        let one = read_template_folder(&folder.path().join("min/nota")).expect("reads");
        assert_eq!(files, one);
    }

    #[test]
    fn a_missing_folder_of_templates_is_an_error_and_of_house_style_is_not() {
        let folder = folder_with(&[]);
        let missing = folder.path().join("x");
        let error = read_template_folder(&missing).expect_err("missing");
        assert_eq!(error.code(), ErrorCode::NotFound);
        let style = read_house_style(&missing).expect("is fine");
        assert!(style.is_empty());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_back_does_not_go_on_for_ever() {
        let folder = folder_with(&["min/nota/template.toml"]);
        std::os::unix::fs::symlink(folder.path(), folder.path().join("min/rond")).expect("links");
        let files = read_template_folder(folder.path()).expect("reads");
        assert!((1..10).contains(&files.len()), "{}", files.len());
    }

    #[test]
    fn only_verdana_is_found_among_the_fonts() {
        let folder = folder_with(&[
            "t/Verdana.ttf",
            "t/verdanab.TTF",
            "t/Arial.ttf",
            "verdana.txt",
        ]);
        let found = font_files_in(&[folder.path().to_owned(), folder.path().join("x")]);
        let names: Vec<_> = found.iter().filter_map(|path| path.file_name()).collect();
        assert_eq!(names, ["Verdana.ttf", "verdanab.TTF"]);
    }

    #[test]
    fn the_house_style_is_what_the_organisation_dropped_in() {
        let folder = folder_with(&["woordmerk.txt", "logo.svg", "oud/logo.svg"]);
        let files = read_house_style(folder.path()).expect("reads");
        let names: Vec<_> = files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["logo.svg", "woordmerk.txt"]);
        assert_eq!(files[0].1, b"logo.svg");
    }
}
