//! N507: an entry of `lakken:` that names no field of the nota, so that it
//! withholds nothing.

use nota_model::{Code, Finding};

use crate::gelakt::Gelakt;
use crate::phrase::{meant, quote};
use crate::{Context, Findings, Rule};

/// See `lakveld_onbekend.md`.
pub struct LakveldOnbekend;

impl Rule for LakveldOnbekend {
    fn code(&self) -> Code {
        Code(507)
    }

    fn page(&self) -> &'static str {
        include_str!("lakveld_onbekend.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        for own in &context.gelakt {
            let Gelakt::Field { veld, .. } = own else {
                continue;
            };
            if veld.is_some_and(|key| context.nota.field(key).is_some()) {
                continue;
            }
            findings.add(|| {
                let fields = context.nota.front.fields.iter();
                let keys = fields.map(|field| field.key.as_str());
                let advice = match veld.and_then(|key| meant(key, keys)) {
                    Some(key) => format!("Bedoelt u het veld {key}?"),
                    None => "Schrijf „veld:” met de naam van een veld dat boven aan de nota staat."
                        .to_owned(),
                };
                let what = match veld {
                    Some(key) => format!("het veld “{}”, maar dat heeft de nota niet", quote(key)),
                    None => "geen veld".to_owned(),
                };
                Finding::new(self.code(), own.place(context))
                    .arg("wat", what)
                    .arg("advies", advice)
            });
        }
    }
}
