//! The templates of a desk: those that are compiled in with those of folders,
//! and what is wrong with the latter, in words for who starts a nota.

use std::sync::Arc;

use nota_template::{Registry, Template, TemplateFault, TemplateFiles};

use crate::view::{FaultyTemplate, TemplateChoice, TemplateList};

/// A folder of templates, as an edge read it.
#[derive(Debug, Clone)]
pub struct TemplateFolder {
    /// The folder, for reading.
    pub name: String,
    /// Its files; the sentence why not when it cannot be read.
    pub files: Result<TemplateFiles, String>,
}

/// The templates that there are.
#[derive(Debug, Clone, Default)]
pub struct Stock {
    registry: Arc<Registry>,
    faulty: Vec<FaultyTemplate>,
    /// The files with a fault, relative to their folder.
    unsound: Vec<String>,
}

impl Stock {
    /// The templates that are compiled in.
    pub fn builtin() -> Self {
        Self::new(&[])
    }

    /// Those that are compiled in with those of these folders. A template wins
    /// from one of the same name in a folder before it.
    pub fn new(folders: &[TemplateFolder]) -> Self {
        let mut registry = Registry::builtin().clone();
        let mut faulty = Vec::new();
        let mut unsound = Vec::new();
        for folder in folders {
            match &folder.files {
                Ok(files) => {
                    let (with, faults) = registry.with_files(files);
                    registry = with;
                    faulty.extend(by_file(&folder.name, &faults));
                    unsound.extend(faults.into_iter().map(|fault| fault.file));
                }
                Err(why) => faulty.push(FaultyTemplate {
                    bestand: folder.name.clone(),
                    meldingen: vec![why.clone()],
                }),
            }
        }
        Self {
            registry: Arc::new(registry),
            faulty,
            unsound,
        }
    }

    /// Whether there is such a template, without a fault.
    pub(crate) fn is_sound(&self, id: &str) -> bool {
        let is_of = |file: &String| {
            file.strip_prefix(id)
                .is_some_and(|rest| rest.starts_with('/'))
        };
        self.registry.find(id).is_some() && !self.unsound.iter().any(is_of)
    }

    /// The templates for the engine.
    pub fn registry(&self) -> &Registry {
        &self.registry
    }

    /// The templates as they are offered.
    pub(crate) fn list(&self) -> TemplateList {
        let choice = |template: &Arc<Template>| TemplateChoice {
            id: template.id.clone(),
            naam: template.naam.clone(),
            ministerie: template.ministerie.clone(),
            omschrijving: template.omschrijving.clone(),
            voorheen: template.voorheen.clone(),
        };
        TemplateList {
            sjablonen: self.registry.all().iter().map(choice).collect(),
            fouten: self.faulty.clone(),
        }
    }
}

/// The faults of each file together, in the order in which they were found.
fn by_file(folder: &str, faults: &[TemplateFault]) -> Vec<FaultyTemplate> {
    let mut files: Vec<FaultyTemplate> = Vec::new();
    for fault in faults {
        let bestand = format!("{folder}/{}", fault.file);
        let melding = format!("Regel {}: {}", fault.line, fault.message);
        match files.last_mut().filter(|last| last.bestand == bestand) {
            Some(last) => last.meldingen.push(melding),
            None => files.push(FaultyTemplate {
                bestand,
                meldingen: vec![melding],
            }),
        }
    }
    files
}
