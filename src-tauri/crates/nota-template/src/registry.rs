//! The templates that there are: those compiled in, and those of a folder.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use crate::Template;
use crate::builtin::BUILTIN_FILES;
use crate::fault::TemplateFault;
use crate::load::{self, TEMPLATE_FILE, is_key};

/// The files of a template folder, as the edges read them: path relative to
/// the folder of templates (`jenv/beslisnota/template.toml`) and text.
pub type TemplateFiles = Vec<(String, Arc<str>)>;

/// The template of a nota that names none.
const FALLBACK: &str = "jenv/beslisnota";

/// The folder of what all templates share.
const SHARED: &str = "rijkshuisstijl/";

/// The templates that there are.
#[derive(Debug, Clone, Default)]
pub struct Registry {
    templates: Vec<Arc<Template>>,
    shared: Vec<(String, Arc<str>)>,
}

impl Registry {
    /// The templates that are compiled in, read once.
    pub fn builtin() -> &'static Registry {
        static BUILTIN: LazyLock<Registry> = LazyLock::new(|| {
            let files: TemplateFiles = BUILTIN_FILES
                .iter()
                .map(|(path, text)| ((*path).to_owned(), Arc::from(*text)))
                .collect();
            Registry::default().with_files(&files).0
        });
        &BUILTIN
    }

    /// The template with this name.
    pub fn find(&self, id: &str) -> Option<Arc<Template>> {
        self.templates.iter().find(|own| own.id == id).cloned()
    }

    /// All templates, by name.
    pub fn all(&self) -> &[Arc<Template>] {
        &self.templates
    }

    /// The template of a nota that names none, or one that there is not. In a
    /// registry without templates it is an empty one.
    pub fn fallback(&self) -> Arc<Template> {
        self.find(FALLBACK)
            .or_else(|| self.templates.first().cloned())
            .unwrap_or_default()
    }

    /// The files that all templates share, by path relative to the folder of
    /// templates (`rijkshuisstijl/nota.typ`).
    pub fn shared(&self) -> &[(String, Arc<str>)] {
        &self.shared
    }

    /// These templates with those of a folder, which win from templates of the
    /// same name. A faulty template takes part as far as it can be read.
    pub fn with_files(&self, files: &TemplateFiles) -> (Registry, Vec<TemplateFault>) {
        let mut registry = self.clone();
        let mut faults = Vec::new();
        let mut folders: BTreeMap<&str, TemplateFiles> = BTreeMap::new();
        for (path, text) in files {
            if path.starts_with(SHARED) {
                registry.share(path, text);
            } else if let Some((id, inner)) = split(path) {
                let folder = folders.entry(id).or_default();
                folder.push((inner.to_owned(), Arc::clone(text)));
            } else if path.rsplit('/').next() == Some(TEMPLATE_FILE) {
                faults.push(TemplateFault {
                    file: path.clone(),
                    line: 1,
                    column: 1,
                    message: "Zet dit bestand twee mappen diep, zoals jenv/beslisnota/template.toml. De namen van de mappen hebben alleen kleine letters, cijfers en streepjes.".to_owned(),
                });
            }
        }
        for (id, folder) in folders {
            if !folder.iter().any(|(path, _)| path == TEMPLATE_FILE) {
                continue;
            }
            let (template, own) = load::load(id, &folder);
            faults.extend(own);
            registry.put(template);
        }
        (registry, faults)
    }

    fn share(&mut self, path: &str, text: &Arc<str>) {
        self.shared.retain(|(own, _)| own != path);
        self.shared.push((path.to_owned(), Arc::clone(text)));
        self.shared.sort_by(|a, b| a.0.cmp(&b.0));
    }

    fn put(&mut self, mut template: Template) {
        if template.layout.files.is_empty() {
            template.layout = self.fallback().layout.clone();
        }
        self.templates.retain(|own| own.id != template.id);
        self.templates.push(Arc::new(template));
        self.templates.sort_by(|a, b| a.id.cmp(&b.id));
    }
}

/// The template that a path belongs to, and the path inside its folder.
fn split(path: &str) -> Option<(&str, &str)> {
    let (ministry, rest) = path.split_once('/')?;
    let (name, inner) = rest.split_once('/')?;
    let id = path.get(..ministry.len() + 1 + name.len())?;
    (is_key(ministry) && is_key(name)).then_some((id, inner))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(list: &[(&str, &str)]) -> TemplateFiles {
        list.iter()
            .map(|(path, text)| ((*path).to_owned(), Arc::from(*text)))
            .collect()
    }

    #[test]
    fn the_templates_that_are_compiled_in_have_no_faults() {
        let builtin: Vec<_> = BUILTIN_FILES.to_vec();
        let (registry, faults) = Registry::default().with_files(&files(&builtin));
        assert_eq!(faults, []);
        let ids: Vec<_> = registry.all().iter().map(|own| own.id.as_str()).collect();
        assert_eq!(ids, ["ienw/beslisnota", "jenv/beslisnota"]);
        assert_eq!(Registry::builtin().fallback().id, "jenv/beslisnota");
    }
}
