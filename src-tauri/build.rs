//! Builds what Tauri needs: the window's rights from `capabilities/` and
//! `permissions/`, and the resources of the bundle.

#![allow(
    clippy::disallowed_methods,
    reason = "an edge: it cleans up after another build script"
)]

use std::path::Path;

fn main() {
    // tauri-build watches these folders only where it expects them, and a
    // build that was kept would refuse a new command its right.
    for folder in ["capabilities", "permissions"] {
        println!("cargo:rerun-if-changed=src-tauri/{folder}");
    }
    let manifest = tauri_build::AppManifest::new()
        .permissions_path_pattern("./src-tauri/permissions/**/*.toml");
    let attributes = tauri_build::Attributes::new()
        .capabilities_path_pattern("./src-tauri/capabilities/**/*.json")
        .app_manifest(manifest);
    if let Err(error) = tauri_build::try_build(attributes) {
        // A build script reports by panicking: cargo shows the message.
        panic!("{error:#}");
    }
    // The schemas that tauri-build writes beside Cargo.toml are for editors
    // of JSON; the top level of this project is fixed.
    let schemas = Path::new("gen");
    if schemas.is_dir() {
        let _ = std::fs::remove_dir_all(schemas);
    }
}
