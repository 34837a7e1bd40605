//! N003: a field that the template does not have, or a part of one, often a
//! slip of the pen.

use nota_model::{Change, Code, Field, Finding, Place};
use nota_public::{Lakfout, lakfouten};
use nota_template::{FieldSpec, RESERVED_FIELDS};

use crate::gelakt::field_name;
use crate::phrase::{alternatives, meant, quote};
use crate::{Context, Findings, Rule};

/// See `veld_onbekend.md`.
pub struct VeldOnbekend;

impl Rule for VeldOnbekend {
    fn code(&self) -> Code {
        Code(3)
    }

    fn page(&self) -> &'static str {
        include_str!("veld_onbekend.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        let known =
            |key: &str| RESERVED_FIELDS.contains(&key) || context.template.veld(key).is_some();
        // What may have been meant as `lakken:` is N507, and never to be taken
        // away.
        let wrong = lakfouten(context.nota, context.template);
        let withholds = |key: &str| wrong.contains(&Lakfout::Key { key });
        for field in &context.nota.front.fields {
            if !known(&field.key) && !withholds(&field.key) {
                findings.add(|| self.finding(context, field));
            } else if let Some(spec) = context.template.veld(&field.key) {
                self.parts(context, spec, findings);
            }
        }
    }
}

impl VeldOnbekend {
    /// Reports the parts of a field that are printed nowhere.
    fn parts(&self, context: &Context, spec: &FieldSpec, findings: &mut Findings) {
        let known = spec.soort.parts();
        if known.is_empty() {
            return;
        }
        let texts = context.field_texts.iter();
        for text in texts.filter(|text| !text.text.trim().is_empty()) {
            let path = text.place.field.as_deref().unwrap_or_default();
            let to = context.nota.field_path(path);
            let Some(part) = to.part().filter(|_| to.key == spec.sleutel) else {
                continue;
            };
            if known.contains(&part) {
                continue;
            }
            findings.add(|| {
                let advies = match meant(part, known.iter().copied()) {
                    Some(right) => format!("Bedoelt u {right}?"),
                    None => "Haal het weg als u het niet nodig hebt.".to_owned(),
                };
                let known = alternatives(
                    &known
                        .iter()
                        .map(|own| (*own).to_owned())
                        .collect::<Vec<_>>(),
                );
                Finding::new(self.code(), text.place.clone())
                    .arg("veld", format!("{} bij {}", quote(part), spec.naam))
                    .arg("advies", advies)
                    .arg("bestand", format!("In het bestand kan hier {known} staan."))
            });
        }
    }

    fn finding(&self, context: &Context, field: &Field) -> Finding {
        let place = Place::field(field.key.clone()).at(field.origin.span());
        let finding = Finding::new(self.code(), place).arg("veld", quote(&field.key));
        let keys = context.template.velden.iter().map(|veld| &*veld.sleutel);
        let Some(right) = meant(&field.key, keys) else {
            let key = field.key.clone();
            return finding
                .arg("advies", "Haal het veld weg als u het niet nodig hebt.")
                .arg("bestand", "Of kijk of de naam goed is geschreven.")
                .fix("Veld weghalen", Change::RemoveField { key });
        };
        let name = field_name(context, right);
        let finding = finding
            .arg("advies", format!("Bedoelt u het veld {name}?"))
            .arg("bestand", format!("Dat heet in het bestand „{right}”."));
        if context.nota.field(right).is_some() {
            return finding;
        }
        let changes = vec![
            Change::SetField {
                path: right.to_owned(),
                value: field.value.clone(),
            },
            Change::RemoveField {
                key: field.key.clone(),
            },
        ];
        finding.fix("Naam van het veld verbeteren", Change::All { changes })
    }
}
