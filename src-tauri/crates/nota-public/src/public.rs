//! The nota that everyone may read.

use nota_model::Nota;
use nota_template::Template;

use crate::certain::doubts;
use crate::obstacle::Refusal;
use crate::redact::redact;

/// A nota without anything that is withheld. It can only be made by taking
/// that out, and what was taken out is nowhere in it: no text, no marks, no
/// footnotes of withheld text, no labels, no comments or unknown fields of
/// the file, no places in it. The public exports accept nothing else.
///
/// Two notas that differ in withheld text only have the same public nota.
#[derive(Debug, Clone, PartialEq)]
pub struct PublicNota {
    nota: Nota,
    template: Template,
}

impl PublicNota {
    /// The public version of a nota under its template.
    ///
    /// # Errors
    ///
    /// When it is not certain what is withheld, or on what ground.
    pub fn new(nota: &Nota, template: &Template) -> Result<Self, Refusal> {
        let obstacles = doubts(nota, template);
        if !obstacles.is_empty() {
            return Err(Refusal { obstacles });
        }
        Ok(Self {
            nota: redact(nota, template),
            template: public_template(template),
        })
    }

    /// The nota: its fields, its sections without those that are internal
    /// only, and a placeholder for everything that was withheld.
    pub fn nota(&self) -> &Nota {
        &self.nota
    }

    /// The template, in which no field is withheld any more: the values in
    /// [`Self::nota`] are those that may be read.
    pub fn template(&self) -> &Template {
        &self.template
    }
}

/// The template of public notas: its withheld fields are shown as they are,
/// because their values were taken out.
fn public_template(template: &Template) -> Template {
    let mut template = template.clone();
    for veld in &mut template.velden {
        veld.lak = None;
        veld.weglating = None;
    }
    template
}
