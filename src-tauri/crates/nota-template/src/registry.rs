//! The templates that there are: those compiled in, and those of a folder.

use std::sync::Arc;

use nota_model::Finding;

use crate::Template;

/// The files of a template folder, as the edges read them: path relative to
/// the folder of templates (`jenv/beslisnota/template.toml`) and text.
pub type TemplateFiles = Vec<(String, Arc<str>)>;

/// The templates that there are.
#[derive(Debug, Clone, Default)]
pub struct Registry {
    templates: Vec<Arc<Template>>,
    shared: Vec<(String, Arc<str>)>,
}
