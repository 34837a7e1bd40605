//! The arrows between the folders of the window's own side, as `layers` has
//! them between the crates.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use nota_tests::files;

use crate::expect_none;

/// Every folder of `ui/src` with the folders that its code may use. What lies
/// beside the folders puts them together and may use all.
const ARROWS: &[(&str, &[&str])] = &[
    ("wire", &[]),
    ("teksten", &[]),
    ("styles", &[]),
    ("host", &["wire"]),
    ("nota", &["teksten", "wire"]),
    ("editor", &["nota", "teksten", "wire"]),
    ("across", &["editor", "teksten"]),
    (
        "state",
        &["across", "editor", "host", "nota", "teksten", "wire"],
    ),
    ("window", &["state", "teksten", "wire"]),
    ("help", &["nota", "state", "teksten", "window", "wire"]),
    ("herstel", PART),
    ("import", &["help", "state", "teksten", "window", "wire"]),
    ("preview", PART),
    ("sections", PART),
    ("export", PART),
    ("problems", &["help", "state", "teksten", "window", "wire"]),
    (
        "settings",
        &["herstel", "state", "teksten", "window", "wire"],
    ),
    (
        "start",
        &["herstel", "host", "state", "teksten", "window", "wire"],
    ),
    (
        "versions",
        &["herstel", "state", "teksten", "window", "wire"],
    ),
    ("find", TEXT),
    ("taal", TEXT),
    ("openbaar", TEXT),
    (
        "form",
        &[
            "across", "editor", "help", "nota", "state", "teksten", "window", "wire",
        ],
    ),
];

/// A part of the window.
const PART: &[&str] = &["state", "teksten", "window", "wire"];

/// A part that reaches into the texts.
const TEXT: &[&str] = &[
    "across", "editor", "host", "nota", "state", "teksten", "window", "wire",
];

/// The files that a file imports, also only a type of it.
fn imported(text: &str) -> Vec<&str> {
    let starts = text
        .match_indices("from '")
        .chain(text.match_indices("import '"))
        .chain(text.match_indices("import('"));
    let names = starts.filter_map(|(at, start)| text.get(at + start.len()..)?.split('\'').next());
    names.filter(|name| name.starts_with('.')).collect()
}

/// A path without `..` in it.
fn plain(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                out.pop();
            }
            Component::CurDir => {}
            part => out.push(part),
        }
    }
    out
}

/// The folder of `ui/src` that a path in it lies in; none for what lies beside
/// the folders.
fn folder(inside: &Path) -> Option<String> {
    let mut parts = inside.components();
    let first = parts.next()?.as_os_str().to_str()?.to_owned();
    let is_file = parts.next().is_none() && first.contains('.');
    (!is_file).then_some(first)
}

#[test]
fn folders_of_the_window_point_one_way() {
    let root = files::root().join("ui/src");
    let allowed: BTreeMap<_, _> = ARROWS.iter().copied().collect();
    let (mut wrong, mut seen) = (Vec::new(), 0);
    for path in [".ts", ".svelte"]
        .map(|ending| files::below(&root, ending))
        .concat()
    {
        let inside = path.strip_prefix(&root).expect("below it").to_owned();
        let Some(own) = folder(&inside) else {
            continue;
        };
        let Some(allowed) = allowed.get(own.as_str()) else {
            wrong.push(format!("{own} has no place in the layers"));
            continue;
        };
        let text = files::read(&path);
        for name in imported(&text) {
            let target = plain(&inside.parent().expect("a folder").join(name));
            let target = folder(&target).unwrap_or_default();
            seen += 1;
            if target != own && !allowed.contains(&target.as_str()) {
                wrong.push(format!("{} uses {name}", files::shown(&path)));
            }
        }
    }
    assert!(seen > 200, "the imports are found");
    expect_none(&wrong, "the arrows of ui/src point the other way:");
}

#[test]
fn the_arrows_of_the_window_have_no_circle() {
    for (place, (folder, uses)) in ARROWS.iter().enumerate() {
        for used in *uses {
            let before = ARROWS.iter().position(|(name, _)| name == used);
            assert!(
                before.is_some_and(|before| before < place),
                "{used} stands before {folder}, which uses it"
            );
        }
    }
}

#[test]
fn an_import_is_found_however_it_is_written() {
    let text = "import A from './a'\nimport type { B } from '../b'\nimport './c.css'\n\
        const d = await import('./d')\nimport { e } from 'svelte'";
    assert_eq!(imported(text).len(), 4);
    assert_eq!(folder(Path::new("App.svelte")), None);
    assert_eq!(folder(Path::new("wire")), Some("wire".to_owned()));
    assert_eq!(
        plain(Path::new("form/fields/../../wire")),
        Path::new("wire")
    );
}
