//! What the public version withholds: which fields and on which ground, and
//! which sections are internal only. Everything that shows, checks or leaves
//! out asks here.

use nota_model::{Lakking, Nota, Section};

use crate::Template;

/// What a nota under a template withholds as a whole. What is marked in running
/// text is the text's own.
#[derive(Debug, Clone)]
pub struct Withholding<'a> {
    template: &'a Template,
    by_drafter: Vec<Lakking>,
}

impl<'a> Withholding<'a> {
    /// What this nota withholds.
    pub fn new(nota: &Nota, template: &'a Template) -> Self {
        Self {
            template,
            by_drafter: nota.lakken(),
        }
    }

    /// The ground on which a field is withheld, as written and perhaps empty;
    /// none for a field that everyone may read. What the drafter names wins
    /// from the template.
    pub fn field(&self, key: &str) -> Option<&str> {
        let by_drafter = self.by_drafter.iter().find(|lak| lak.veld == key);
        let by_template = || self.template.veld(key)?.lak.as_deref();
        by_drafter
            .map(|lak| lak.grond.as_str())
            .or_else(by_template)
    }

    /// Whether a section is internal only. One that the template does not know
    /// is for everyone.
    pub fn is_internal(&self, section: &Section) -> bool {
        self.template.is_internal(section.key.as_deref())
    }
}
