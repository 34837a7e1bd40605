//! N204: a subject without the word by which a beslisnota is found.

use nota_model::{Change, Code, Finding, Place, Value};
use nota_template::FieldRole;

use crate::{Context, Findings, Rule};

/// See `onderwerp_zonder_beslisnota.md`.
pub struct OnderwerpZonderBeslisnota;

impl Rule for OnderwerpZonderBeslisnota {
    fn code(&self) -> Code {
        Code(204)
    }

    fn page(&self) -> &'static str {
        include_str!("onderwerp_zonder_beslisnota.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        let Some(key) = context.template.key_for(FieldRole::Titel) else {
            return;
        };
        let Some(subject) = context.nota.field_text(key) else {
            return;
        };
        if subject.to_lowercase().contains("beslisnota") {
            return;
        }
        let field = context.nota.front.find(key);
        let span = field.and_then(|field| field.origin.span());
        findings.add(|| {
            Finding::new(self.code(), Place::field(key).at(span)).fix(
                "“Beslisnota” ervoor zetten",
                Change::SetField {
                    path: key.to_owned(),
                    value: Value::Text(format!("Beslisnota {subject}")),
                },
            )
        });
    }
}
