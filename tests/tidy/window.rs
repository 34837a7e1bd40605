//! The window is closed: what it may ask is one list, the same in the shell,
//! in its rights and on its own side, and it reaches nothing else.

use std::collections::BTreeSet;

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

/// The names in the lines of a list, as `pick` cuts them out.
fn names(text: &str, from: &str, pick: impl Fn(&str) -> Option<&str>) -> BTreeSet<String> {
    let list = text.split_once(from).expect(from).1;
    list.lines()
        .skip(1)
        .take_while(|line| !matches!(line.trim(), "]" | "}"))
        .filter_map(|line| pick(line.trim()))
        .map(str::to_owned)
        .collect()
}

fn snake(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        if c.is_ascii_uppercase() {
            out.push('_');
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}

#[test]
fn commands_are_the_same_in_the_shell_its_rights_and_the_window() {
    let shell = text("src-tauri/src/commands/mod.rs");
    let shell = names(&shell, "generate_handler![", |line| {
        line.strip_suffix(',')?
            .split_once("::")
            .map(|(_, name)| name)
    });
    assert!(shell.len() > 20, "the commands are found: {shell:?}");
    let rights = text("src-tauri/permissions/window.toml");
    let rights = names(&rights, "commands.allow = [", |line| {
        line.strip_prefix('"')?.strip_suffix("\",")
    });
    assert_eq!(shell, rights, "permissions/window.toml lists the commands");
    let window = text("ui/src/host/tauri.ts");
    let window: BTreeSet<String> = names(&window, "const commands:", |line| {
        line.split_once(':').map(|(name, _)| name)
    })
    .iter()
    .map(|name| snake(name))
    .collect();
    assert_eq!(shell, window, "ui/src/host/tauri.ts calls the commands");
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
