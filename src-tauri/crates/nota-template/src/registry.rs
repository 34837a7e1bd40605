//! The templates that there are: those compiled in, and those of a folder.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, OnceLock};

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

/// The templates that there are. A template that is compiled in is read when
/// it is asked for: most who start the program need one.
#[derive(Debug, Clone, Default)]
pub struct Registry {
    entries: Vec<Entry>,
    shared: Vec<(String, Arc<str>)>,
    all: OnceLock<Vec<Arc<Template>>>,
}

/// A template, read or not yet.
#[derive(Debug, Clone)]
struct Entry {
    id: String,
    files: TemplateFiles,
    read: OnceLock<Arc<Template>>,
}

impl Registry {
    /// The templates that are compiled in.
    pub fn builtin() -> &'static Registry {
        static BUILTIN: LazyLock<Registry> = LazyLock::new(|| {
            let files: TemplateFiles = BUILTIN_FILES
                .iter()
                .map(|(path, text)| ((*path).to_owned(), Arc::from(*text)))
                .collect();
            let mut registry = Registry::default();
            registry.add(&files);
            registry
        });
        &BUILTIN
    }

    /// A registry of one template, which is the one for every nota.
    pub fn of(template: Arc<Template>) -> Registry {
        Registry {
            entries: vec![Entry {
                id: template.id.clone(),
                files: TemplateFiles::new(),
                read: OnceLock::from(template),
            }],
            ..Registry::default()
        }
    }

    /// The template with this name.
    pub fn find(&self, id: &str) -> Option<Arc<Template>> {
        let entry = self.entries.iter().find(|own| own.id == id);
        entry.map(|entry| self.read(entry))
    }

    /// All templates, by name.
    pub fn all(&self) -> &[Arc<Template>] {
        self.all
            .get_or_init(|| self.entries.iter().map(|own| self.read(own)).collect())
    }

    /// The template of a nota that names none, or one that there is not. In a
    /// registry without templates it is an empty one.
    pub fn fallback(&self) -> Arc<Template> {
        let entry = self.fallback_entry();
        entry.map(|entry| self.read(entry)).unwrap_or_default()
    }

    fn fallback_entry(&self) -> Option<&Entry> {
        let named = self.entries.iter().find(|own| own.id == FALLBACK);
        named.or_else(|| self.entries.first())
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
        let (added, mut faults) = registry.add(files);
        faults.extend(registry.shared_measures().1);
        for entry in registry
            .entries
            .iter()
            .filter(|own| added.contains(&own.id))
        {
            let (template, own) = registry.load(entry);
            // Nobody has read it before: it was just added.
            let _ = entry.read.set(Arc::new(template));
            faults.extend(own);
        }
        (registry, faults)
    }

    /// Takes the files of a folder in, without reading the templates; the
    /// names of these, and the faults of the folder itself.
    fn add(&mut self, files: &TemplateFiles) -> (Vec<String>, Vec<TemplateFault>) {
        let mut faults = Vec::new();
        let mut folders: BTreeMap<&str, TemplateFiles> = BTreeMap::new();
        for (path, text) in files {
            if path.starts_with(SHARED) {
                self.share(path, text);
            } else if let Some((id, inner)) = split(path) {
                let folder = folders.entry(id).or_default();
                folder.push((inner.to_owned(), Arc::clone(text)));
            } else if path.rsplit('/').next() == Some(TEMPLATE_FILE) {
                faults.push(misplaced(path));
            }
        }
        folders.retain(|_, folder| folder.iter().any(|(path, _)| path == TEMPLATE_FILE));
        let added: Vec<String> = folders.keys().map(|id| (*id).to_owned()).collect();
        self.entries.retain(|own| !added.contains(&own.id));
        for (id, files) in folders {
            self.entries.push(Entry {
                id: id.to_owned(),
                files,
                read: OnceLock::new(),
            });
        }
        self.entries.sort_by(|a, b| a.id.cmp(&b.id));
        // What they share, or who lends its layout, may be another.
        for entry in &mut self.entries {
            entry.read = OnceLock::new();
        }
        self.all = OnceLock::new();
        (added, faults)
    }

    fn share(&mut self, path: &str, text: &Arc<str>) {
        self.shared.retain(|(own, _)| own != path);
        self.shared.push((path.to_owned(), Arc::clone(text)));
        self.shared.sort_by(|a, b| a.0.cmp(&b.0));
    }

    fn read(&self, entry: &Entry) -> Arc<Template> {
        let read = entry.read.get_or_init(|| Arc::new(self.load(entry).0));
        Arc::clone(read)
    }

    /// Reads a template, with the layout that it has or is lent and the
    /// measures of that.
    fn load(&self, entry: &Entry) -> (Template, Vec<TemplateFault>) {
        let (mut template, mut faults) = load::load(&entry.id, &entry.files);
        self.lend_layout(&mut template);
        let (shared, _) = self.shared_measures();
        let (measures, wrong) = shared.with_files(&template.id, &template.layout.files);
        template.layout.measures = measures;
        faults.extend(wrong);
        (template, faults)
    }

    /// The measures that all templates start from, and what is wrong with
    /// their file.
    fn shared_measures(&self) -> (Measures, Vec<TemplateFault>) {
        let file = self.shared.iter().find(|(path, _)| path == SHARED_MEASURES);
        match file {
            Some((path, text)) => Measures::default().with(path, text),
            None => (Measures::default(), Vec::new()),
        }
    }

    /// Gives the layout of the fallback to a template that has none; it keeps
    /// measures of its own.
    fn lend_layout(&self, template: &mut Template) {
        let own = &template.layout.files;
        if own.iter().any(|(path, _)| path == LAYOUT_FILE) {
            return;
        }
        let Some(lender) = self.fallback_entry() else {
            return;
        };
        let mut files = load::layout_files(&lender.files);
        if let Some(measures) = own.iter().find(|(path, _)| path == MEASURES_FILE) {
            files.retain(|(path, _)| path != MEASURES_FILE);
            files.push(measures.clone());
        }
        template.layout.files = files;
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
        let count = Registry::builtin().all().len();
        assert_eq!(registry.all().len(), count + 1, "one is new, one wins");
        let name = |id| registry.find(id).map(|own| own.naam.clone());
        assert_eq!(name("gemeente/nota").as_deref(), Some("Gemeente"));
        assert_eq!(name("ienw/beslisnota").as_deref(), Some("Beslisnota"));
        assert_eq!(name("jenv/beslisnota").as_deref(), Some("Eigen"));
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
    fn a_template_is_read_when_it_is_asked_for() {
        let files: TemplateFiles = BUILTIN_FILES
            .iter()
            .map(|(path, text)| ((*path).to_owned(), Arc::from(*text)))
            .collect();
        let mut registry = Registry::default();
        registry.add(&files);
        let read = || {
            registry
                .entries
                .iter()
                .filter(|own| own.read.get().is_some())
                .count()
        };
        assert_eq!(read(), 0);
        assert!(registry.find("bzk/beslisnota").is_some());
        assert_eq!(read(), 1);
        assert_eq!(registry.all().len(), registry.entries.len());
        assert_eq!(read(), registry.entries.len());
    }

    #[test]
    fn an_empty_registry_still_has_a_fallback() {
        assert_eq!(*Registry::default().fallback(), Template::default());
    }
}
