//! The nota that everyone may read.

use nota_model::{NIET_OPENBAAR, Nota};
use nota_template::Template;

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

/// The greatest length of a proposed file name, in characters.
const LONGEST_NAME: usize = 100;

impl PublicNota {
    /// The public version of a nota under its template.
    ///
    /// # Errors
    ///
    /// When it is not certain what is withheld, or on what ground.
    pub fn new(nota: &Nota, template: &Template) -> Result<Self, Refusal> {
        let redacted = redact(nota, template);
        if !redacted.obstacles.is_empty() {
            return Err(Refusal {
                obstacles: redacted.obstacles,
            });
        }
        Ok(Self {
            nota: redacted.nota,
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

    /// The name that is proposed for the file: the subject, without what a
    /// file name cannot have, and `-openbaar`.
    pub fn file_name(&self, extension: &str) -> String {
        let subject = self.nota.field_text("onderwerp");
        let subject = subject.filter(|text| *text != NIET_OPENBAAR);
        let mut name = String::new();
        for c in subject.unwrap_or("nota").chars().take(LONGEST_NAME) {
            let kept = c.is_alphanumeric() || matches!(c, '-' | '_' | ',' | '(' | ')');
            match kept {
                true => name.push(c),
                false if !name.ends_with(' ') => name.push(' '),
                false => {}
            }
        }
        let name = match name.trim() {
            "" => "nota",
            name => name,
        };
        format!("{name}-openbaar.{extension}")
    }
}

/// The template of public notas: its withheld fields are shown as they are,
/// because their values were taken out.
fn public_template(template: &Template) -> Template {
    let mut template = template.clone();
    for veld in &mut template.velden {
        veld.lak = None;
    }
    template
}
