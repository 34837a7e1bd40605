//! What cargo knows of the workspace and of everything it depends on.

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::files;

/// A package: one of ours or one we depend on.
#[derive(Debug, Clone)]
pub struct Package {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// The licence expression.
    pub license: String,
    /// Where its source is kept.
    pub repository: String,
    /// Its folder on this machine.
    pub folder: PathBuf,
    /// Whether it stands in this checkout.
    pub is_ours: bool,
    /// The names of what its code needs, tests and build scripts left out.
    pub needs: BTreeSet<String>,
    /// The names of what its tests and build scripts need beyond that.
    pub needs_for_building: BTreeSet<String>,
    /// The features that it is built with.
    pub features: BTreeSet<String>,
    id: String,
    needed_ids: Vec<String>,
}

/// All packages, for every platform, in the order of their names.
///
/// # Errors
///
/// When cargo does not answer.
pub fn packages() -> Result<Vec<Package>, String> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--locked"])
        .current_dir(files::root())
        .output()
        .map_err(|error| format!("cargo metadata: {error}"))?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    let metadata: Value =
        serde_json::from_slice(&output.stdout).map_err(|error| error.to_string())?;
    let nodes: HashMap<&str, &Value> = list(&metadata["resolve"]["nodes"])
        .filter_map(|node| Some((node["id"].as_str()?, node)))
        .collect();
    let mut packages: Vec<Package> = list(&metadata["packages"])
        .map(|package| read(package, &nodes))
        .collect();
    packages.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    Ok(packages)
}

/// What becomes part of a program: the package with this name and all that
/// its code needs, and what that needs.
pub fn part_of<'a>(packages: &'a [Package], program: &str) -> Vec<&'a Package> {
    let by_id: HashMap<&str, &Package> = packages
        .iter()
        .map(|package| (package.id.as_str(), package))
        .collect();
    let mut seen = BTreeSet::new();
    let mut next: Vec<&str> = packages
        .iter()
        .filter(|package| package.name == program)
        .map(|package| package.id.as_str())
        .collect();
    while let Some(id) = next.pop() {
        if let Some(package) = by_id.get(id)
            && seen.insert(id)
        {
            next.extend(package.needed_ids.iter().map(String::as_str));
        }
    }
    packages
        .iter()
        .filter(|package| seen.contains(package.id.as_str()))
        .collect()
}

fn read(package: &Value, nodes: &HashMap<&str, &Value>) -> Package {
    let text = |key: &str| package[key].as_str().unwrap_or_default().to_owned();
    let manifest = text("manifest_path");
    let folder = Path::new(&manifest).parent().unwrap_or(Path::new(""));
    let named = |ordinary: bool| {
        list(&package["dependencies"])
            .filter(|dependency| dependency["kind"].is_null() == ordinary)
            .filter_map(|dependency| dependency["name"].as_str())
            .map(str::to_owned)
            .collect()
    };
    let id = text("id");
    let needed_ids = nodes
        .get(id.as_str())
        .into_iter()
        .flat_map(|node| list(&node["deps"]))
        .filter(|dependency| list(&dependency["dep_kinds"]).any(|kind| kind["kind"].is_null()))
        .filter_map(|dependency| dependency["pkg"].as_str())
        .map(str::to_owned)
        .collect();
    let features = nodes
        .get(id.as_str())
        .into_iter()
        .flat_map(|node| list(&node["features"]))
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect();
    Package {
        name: text("name"),
        version: text("version"),
        license: text("license"),
        repository: text("repository"),
        folder: folder.to_path_buf(),
        is_ours: package["source"].is_null(),
        needs: named(true),
        needs_for_building: named(false),
        features,
        id,
        needed_ids,
    }
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}
