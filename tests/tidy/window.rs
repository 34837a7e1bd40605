//! The window is closed: what it may ask is one list, the same in the shell,
//! in its rights and on its own side, and it reaches nothing else.

use nota_tests::{cargo, files};

use crate::expect_none;

/// The rights beyond our own commands: to hear our events.
const RIGHTS: [&str; 3] = [
    "allow-window",
    "core:event:allow-listen",
    "core:event:allow-unlisten",
];

fn text(path: &str) -> String {
    std::fs::read_to_string(files::root().join(path)).expect(path)
}

/// The handlers of the shell, its rights and the TypeScript are made from one
/// list; this sees to it that nothing goes past it.
#[test]
fn the_window_asks_and_hears_only_by_the_border() {
    let shell = text("src-tauri/src/commands/mod.rs");
    assert!(shell.contains("nota_editor::commands!(serve);"));
    let mut wrong = Vec::new();
    for path in files::below(&files::root().join("src-tauri/src"), ".rs") {
        let shown = files::shown(&path);
        let code = files::read(&path);
        let marks = code.matches("#[tauri::command").count();
        let events = code.matches(".emit(").count();
        if marks > usize::from(shown.ends_with("/commands/mod.rs")) {
            wrong.push(format!("{shown} has a command of its own"));
        }
        if events > usize::from(shown.ends_with("/window.rs")) {
            wrong.push(format!("{shown} tells the window by itself"));
        }
    }
    let ui = files::root().join("ui/src");
    for path in [".ts", ".svelte"]
        .map(|ending| files::below(&ui, ending))
        .concat()
    {
        let shown = files::shown(&path);
        if !shown.ends_with("/host/tauri.ts") && files::read(&path).contains("@tauri-apps/") {
            wrong.push(format!("{shown} knows Tauri"));
        }
    }
    expect_none(&wrong, "what crosses stands in nota-editor/src/border.rs:");
}

/// What answers the window in its tests is a player of recorded answers.
#[test]
fn the_window_has_no_engine_of_its_own() {
    let host = files::root().join("ui/src/host");
    let mut hosts = files::below(&host, ".ts");
    hosts.push(files::root().join("ui/test/replay.ts"));
    let lines: usize = hosts
        .iter()
        .map(|path| files::read(path).lines().count())
        .sum();
    assert!(lines < 300, "the ways to the engine have {lines} lines");
    let mut wrong = Vec::new();
    for folder in ["ui/src", "ui/test"] {
        for path in files::below(&files::root().join(folder), ".ts") {
            if !hosts.contains(&path) && files::read(&path).contains("implements Host") {
                wrong.push(format!("{} is another host", files::shown(&path)));
            }
        }
    }
    expect_none(&wrong, "tests are played against ui/test/opname:");
}

/// Events that the window hears, and those that are told.
#[test]
fn every_event_is_told_and_heard() {
    let border = text("ui/src/wire/border.ts");
    let events = border
        .split_once("export interface Events {")
        .expect("events")
        .1;
    let names: Vec<&str> = events
        .lines()
        .filter_map(|line| line.trim().strip_prefix('\'')?.split_once("':"))
        .map(|(name, _)| name)
        .collect();
    assert!(names.len() > 5, "the events are found");
    let all = |folder: &str, endings: &[&str]| {
        let folder = files::root().join(folder);
        let paths = endings
            .iter()
            .flat_map(|ending| files::below(&folder, ending));
        paths.map(|path| files::read(&path)).collect::<String>()
    };
    let heard = all("ui/src", &[".ts", ".svelte"]);
    let told = all("src-tauri/src", &[".rs"]) + &all("src-tauri/crates/nota-editor/src", &[".rs"]);
    let mut wrong = Vec::new();
    for name in names {
        if !heard.contains(&format!(".on('{name}'")) {
            wrong.push(format!("nobody hears {name}"));
        }
        let variant: String = name.split('-').map(capital).collect();
        if !told.contains(&format!("Event::{variant}(")) {
            wrong.push(format!("nobody tells {name}"));
        }
    }
    expect_none(&wrong, "an event is used, or it is gone:");
}

fn capital(word: &str) -> String {
    let (first, rest) = word.split_at(1);
    first.to_uppercase() + rest
}

#[test]
fn the_window_has_no_other_rights() {
    let capability = text("src-tauri/capabilities/window.json");
    let capability: serde_json::Value = serde_json::from_str(&capability).expect("JSON");
    let mut rights: Vec<&str> = capability["permissions"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(serde_json::Value::as_str)
        .collect();
    rights.sort_unstable();
    assert_eq!(rights, RIGHTS);
    let folder = files::root().join("src-tauri/capabilities");
    assert_eq!(files::below(&folder, ".json").len(), 1, "one capability");
}

#[test]
fn nothing_from_elsewhere_is_loaded_or_run() {
    let configuration = text("tauri.conf.json");
    let configuration: serde_json::Value = serde_json::from_str(&configuration).expect("JSON");
    let policy = configuration["app"]["security"]["csp"]
        .as_str()
        .expect("a policy");
    assert!(policy.starts_with("default-src 'none';"), "{policy}");
    let wrong: Vec<String> = policy
        .split([' ', ';'])
        .filter(|source| {
            source.contains("unsafe") || source.contains('*') || source.starts_with("https:")
        })
        .map(str::to_owned)
        .collect();
    expect_none(&wrong, "the policy of the window allows too much:");
    let ours = text("Cargo.toml");
    let wrong: Vec<String> = ["fs", "shell", "http", "store", "updater"]
        .iter()
        .map(|name| format!("tauri-plugin-{name}"))
        .filter(|name| ours.contains(name.as_str()))
        .collect();
    expect_none(&wrong, "files and programs stay in our own commands:");
}

/// A web view shows its tools for developers in a debug build, and in a release
/// when the feature is on.
#[test]
fn a_release_has_no_tools_to_look_into_the_window() {
    let packages = cargo::packages().expect("cargo knows the packages");
    assert!(packages.iter().any(|package| package.name == "wry"));
    let wrong: Vec<String> = packages
        .iter()
        .filter(|package| package.features.contains("devtools"))
        .map(|package| format!("{} has the feature devtools", package.name))
        .collect();
    expect_none(&wrong, "the window can be looked into:");
    let ours: toml::Table = text("Cargo.toml").parse().expect("TOML");
    let release = &ours["profile"]["release"];
    assert!(
        release.get("debug-assertions").is_none(),
        "debug assertions bring the tools and the mishaps of the tests"
    );
    assert!(!text("tauri.conf.json").contains("devtools"));
}

/// With its feature for X11 the shell's library listens to every key that is
/// pressed on the desktop, also for other programs.
#[test]
fn the_window_hears_no_keys_of_other_programs() {
    let packages = cargo::packages().expect("cargo knows the packages");
    let library = packages.iter().find(|package| package.name == "tao");
    let library = library.expect("tao is in the program");
    assert!(!library.features.contains("x11"), "keys are listened to");
}
