//! The templates that there are: those compiled in, and those of a folder.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use crate::builtin::BUILTIN_FILES;
use crate::fault::TemplateFault;
use crate::load::{self, EXAMPLE_FILE, LAYOUT_FILE, TEMPLATE_FILE, is_key};
use crate::measures::{MEASURES_FILE, SHARED_MEASURES};
use crate::{Measures, Template};

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

    /// A registry of one template, which is the one for every nota.
    pub fn of(template: Arc<Template>) -> Registry {
        Registry {
            templates: vec![template],
            shared: Vec::new(),
        }
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
    /// same name. A faulty template takes part as far as it can be read; one
    /// without a layout has that of the [fallback](Self::fallback).
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
                faults.push(misplaced(path));
            }
        }
        for (id, folder) in folders {
            if folder.iter().any(|(path, _)| path == TEMPLATE_FILE) {
                let (template, own) = load::load(id, &folder);
                faults.extend(own);
                registry.templates.retain(|other| other.id != template.id);
                registry.templates.push(Arc::new(template));
            }
        }
        registry.templates.sort_by(|a, b| a.id.cmp(&b.id));
        registry.lend_layout();
        faults.extend(registry.measure());
        (registry, faults)
    }

    fn share(&mut self, path: &str, text: &Arc<str>) {
        self.shared.retain(|(own, _)| own != path);
        self.shared.push((path.to_owned(), Arc::clone(text)));
        self.shared.sort_by(|a, b| a.0.cmp(&b.0));
    }

    /// Gives each template the measures of its layout; what is wrong with
    /// their files.
    fn measure(&mut self) -> Vec<TemplateFault> {
        let file = self.shared.iter().find(|(path, _)| path == SHARED_MEASURES);
        let (shared, mut faults) = match file {
            Some((path, text)) => Measures::default().with(path, text),
            None => (Measures::default(), Vec::new()),
        };
        for template in &mut self.templates {
            let own = Arc::make_mut(template);
            let (measures, wrong) = shared.with_files(&own.id, &own.layout.files);
            own.layout.measures = measures;
            faults.extend(wrong);
        }
        faults
    }

    /// Gives the layout of the fallback to the templates that have none; they
    /// keep measures of their own.
    fn lend_layout(&mut self) {
        let lent = self.fallback().layout.clone();
        for template in &mut self.templates {
            let own = &template.layout.files;
            if own.iter().any(|(path, _)| path == LAYOUT_FILE) {
                continue;
            }
            let mut layout = lent.clone();
            if let Some(measures) = own.iter().find(|(path, _)| path == MEASURES_FILE) {
                layout.files.retain(|(path, _)| path != MEASURES_FILE);
                layout.files.push(measures.clone());
            }
            Arc::make_mut(template).layout = layout;
        }
    }
}

/// The faults of a folder of templates, for its author. Also a fault is a
/// folder without any template, and a template without an example.
pub fn check_files(files: &TemplateFiles) -> Vec<TemplateFault> {
    let (_, mut faults) = Registry::default().with_files(files);
    let mut templates = files
        .iter()
        .filter_map(|(path, _)| path.strip_suffix(TEMPLATE_FILE))
        .peekable();
    if templates.peek().is_none() {
        let message = "In deze map staat geen sjabloon. Een sjabloon is een map met het bestand template.toml.";
        faults.push(whole_file(TEMPLATE_FILE, message));
    }
    for folder in templates {
        faults.extend(check_example(folder, files));
    }
    faults
}

/// What is wrong with the example in a folder (`jenv/beslisnota/`), as far as
/// that can be seen without reading it as a nota.
fn check_example(folder: &str, files: &TemplateFiles) -> Option<TemplateFault> {
    let path = format!("{folder}{EXAMPLE_FILE}");
    let id = folder.trim_end_matches('/');
    let Some((_, text)) = files.iter().find(|(own, _)| *own == path) else {
        let message = "Dit bestand ontbreekt. Schrijf een voorbeeldnota, zodat een nieuwe gebruiker ziet hoe het hoort.";
        return Some(whole_file(&path, message));
    };
    let named = text.lines().enumerate().find_map(|(index, line)| {
        let value = line.strip_prefix("sjabloon:")?;
        Some((index, value.trim().trim_matches(['"', '\''])))
    });
    let (line, name) = named.unwrap_or_default();
    (name != id).then(|| TemplateFault {
        line: line + 1,
        ..whole_file(
            &path,
            &format!("De voorbeeldnota hoort bij een ander sjabloon. Schrijf in het voorblad: sjabloon: {id}"),
        )
    })
}

fn misplaced(path: &str) -> TemplateFault {
    whole_file(
        path,
        "Zet dit bestand twee mappen diep, zoals jenv/beslisnota/template.toml. De namen van de mappen hebben alleen kleine letters, cijfers en streepjes.",
    )
}

fn whole_file(file: &str, message: &str) -> TemplateFault {
    TemplateFault {
        file: file.to_owned(),
        line: 1,
        column: 1,
        message: message.to_owned(),
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
        let builtin = files(BUILTIN_FILES);
        assert_eq!(check_files(&builtin), []);
        for id in ["ienw/beslisnota", "jenv/beslisnota"] {
            assert!(Registry::builtin().find(id).is_some(), "{id}");
        }
        assert_eq!(Registry::builtin().fallback().id, "jenv/beslisnota");
    }

    #[test]
    fn a_template_of_a_folder_wins_and_the_others_stay() {
        let own = files(&[
            ("jenv/beslisnota/template.toml", "naam = \"Eigen\""),
            ("gemeente/nota/template.toml", "naam = \"Gemeente\""),
            ("gemeente/nota/LEESMIJ.md", "uitleg"),
            ("rijkshuisstijl/kleur.typ", "#let lint = red"),
        ]);
        let (registry, _) = Registry::builtin().with_files(&own);
        let names: Vec<_> = registry.all().iter().map(|own| own.naam.as_str()).collect();
        assert_eq!(names, ["Gemeente", "Beslisnota", "Eigen"]);
        let shared = registry.shared().iter().map(|(path, _)| path.as_str());
        assert!(
            shared
                .into_iter()
                .any(|path| path == "rijkshuisstijl/kleur.typ")
        );
    }

    #[test]
    fn a_template_without_a_layout_has_that_of_the_fallback() {
        let own = files(&[
            ("a/nota/template.toml", ""),
            ("a/nota/wapen.svg", "<svg/>"),
            ("b/nota/template.toml", ""),
            ("b/nota/layout.typ", "// eigen"),
            ("jenv/beslisnota/template.toml", ""),
            ("jenv/beslisnota/layout.typ", "// jenv"),
        ]);
        let (registry, _) = Registry::default().with_files(&own);
        let layout = |id| registry.find(id).map(|own| own.layout.files.clone());
        assert_eq!(layout("a/nota"), layout("jenv/beslisnota"));
        assert_eq!(layout("b/nota"), Some(files(&[("layout.typ", "// eigen")])));
    }

    #[test]
    fn a_template_has_the_shared_measures_and_its_own_over_them() {
        let own = files(&[
            ("rijkshuisstijl/maten.toml", "corps = 10\n"),
            ("a/nota/template.toml", ""),
            ("a/nota/maten.toml", "tekst-breedte = 300\nregels = 2\n"),
            ("b/nota/template.toml", ""),
        ]);
        let (registry, faults) = Registry::builtin().with_files(&own);
        let measures = |id| registry.find(id).map(|own| own.layout.measures);
        let (a, b) = (measures("a/nota"), measures("b/nota"));
        assert_eq!(a.map(|own| (own.width, own.size)), Some((300.0, 10.0)));
        assert_eq!(b.map(|own| (own.width, own.size)), Some((375.0, 10.0)));
        let fault = faults.iter().find(|own| own.message.contains("‘regels’"));
        assert_eq!(
            fault.map(|own| (&*own.file, own.line)),
            Some(("a/nota/maten.toml", 2))
        );
    }

    #[test]
    fn the_author_hears_what_is_missing_or_in_the_wrong_place() {
        let places = |list: &[(&str, &str)]| {
            let faults = check_files(&files(list));
            faults
                .into_iter()
                .map(|fault| fault.file)
                .collect::<Vec<_>>()
        };
        assert_eq!(places(&[]), ["template.toml"]);
        assert!(
            places(&[("Map/nota/template.toml", "")]).contains(&"Map/nota/template.toml".into())
        );
        let copied = [
            ("a/nota/template.toml", ""),
            (
                "a/nota/voorbeeld.nota.md",
                "---\nsjabloon: jenv/beslisnota\n---\n",
            ),
        ];
        let fault = check_files(&files(&copied)).pop().expect("it is a fault");
        assert_eq!((fault.line, fault.column), (2, 1));
        assert!(fault.message.ends_with("sjabloon: a/nota"), "{fault:?}");
        assert!(
            places(&[("a/nota/template.toml", "")]).contains(&"a/nota/voorbeeld.nota.md".into())
        );
    }

    #[test]
    fn an_empty_registry_still_has_a_fallback() {
        assert_eq!(*Registry::default().fallback(), Template::default());
    }
}
