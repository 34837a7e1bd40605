//! What the public version withholds as a whole: which fields and on which
//! ground, and which sections are internal only. Everything that shows, checks
//! or leaves out asks here. One thing does not, on purpose: what the proof of
//! absence searches for (`nota_public::Secrets`) is worked out apart, so that a
//! fault here is found there.

use nota_model::{Lakking, Nota, Section};

use crate::{SectionSpec, Template};

/// What a nota under a template withholds as a whole. What is marked in running
/// text is the text's own.
#[derive(Debug, Clone)]
pub struct Withholding<'t> {
    template: &'t Template,
    by_drafter: Vec<Lakking>,
}

impl<'t> Withholding<'t> {
    /// What this nota withholds.
    pub fn new(nota: &Nota, template: &'t Template) -> Self {
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
        let by_drafter = by_drafter.map(|lak| lak.grond.as_str());
        by_drafter.or_else(|| self.template.withholds(key))
    }

    /// Whether a section is internal only.
    pub fn is_internal(&self, section: &Section) -> bool {
        self.template.is_internal(section.key.as_deref())
    }
}

impl Template {
    /// The ground on which this template withholds a field in every nota.
    pub fn withholds(&self, key: &str) -> Option<&str> {
        self.veld(key)?.lak.as_deref()
    }

    /// Whether the section with this key is internal only. One without key, or
    /// that the template does not know, is for everyone.
    pub fn is_internal(&self, key: Option<&str>) -> bool {
        let spec = key.and_then(|key| self.sectie(key));
        spec.is_some_and(|spec| spec.alleen_intern)
    }

    /// The sections that are internal only, in the order of the nota.
    pub fn internal_sections(&self) -> impl Iterator<Item = &SectionSpec> {
        let all = self.secties.iter();
        all.filter(|spec| self.is_internal(Some(&spec.sleutel)))
    }

    /// The sections that everyone may read, in the order of the nota.
    pub fn public_sections(&self) -> impl Iterator<Item = &SectionSpec> {
        let all = self.secties.iter();
        all.filter(|spec| !self.is_internal(Some(&spec.sleutel)))
    }
}

#[cfg(test)]
mod tests {
    use nota_model::{Field, Value};

    use super::*;
    use crate::Registry;

    fn withholds(key: &str, grond: &str) -> Nota {
        let record = [("veld", key), ("grond", grond)];
        let record = record.map(|(name, text)| (name.to_owned(), Value::text(text)));
        let mut nota = Nota::default();
        nota.front.fields = vec![Field {
            key: "lakken".to_owned(),
            value: Value::List(vec![Value::Record(record.to_vec())]),
            ..Field::default()
        }];
        nota
    }

    #[test]
    fn a_field_is_withheld_by_the_drafter_or_else_by_the_template() {
        let template = Registry::builtin().find("jenv/beslisnota").expect("there");
        let grond = |nota: &Nota, key: &str| {
            let own = Withholding::new(nota, &template);
            own.field(key).map(str::to_owned)
        };
        let nothing = Nota::default();
        assert_eq!(grond(&nothing, "opgesteld-door").as_deref(), Some("5.1.2e"));
        assert_eq!(grond(&nothing, "kenmerk"), None);
        assert_eq!(grond(&nothing, "onbekend"), None);
        let other = withholds("opgesteld-door", "5.2");
        assert_eq!(grond(&other, "opgesteld-door").as_deref(), Some("5.2"));
        assert_eq!(
            grond(&withholds("kenmerk", ""), "kenmerk").as_deref(),
            Some("")
        );
    }

    #[test]
    fn a_section_is_internal_when_the_template_says_so() {
        let template = Registry::builtin().find("jenv/beslisnota").expect("there");
        let internal: Vec<&str> = template
            .internal_sections()
            .map(|spec| spec.sleutel.as_str())
            .collect();
        assert_eq!(internal, ["niet-openbare-informatie"]);
        let total = template.public_sections().count() + internal.len();
        assert_eq!(total, template.secties.len());
        assert!(!template.is_internal(None) && !template.is_internal(Some("onbekend")));
    }
}
