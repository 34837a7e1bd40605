//! N241: a term for the decision that lies before the date of the nota.

use nota_model::{Code, Finding, Place};
use nota_template::FieldRole;

use crate::ambacht::day;
use crate::phrase::{datum, read_date};
use crate::taal::on;
use crate::{Context, Findings, Rule};

/// See `beslistermijn_verstreken.md`.
pub struct BeslistermijnVerstreken;

impl Rule for BeslistermijnVerstreken {
    fn code(&self) -> Code {
        Code(241)
    }

    fn page(&self) -> &'static str {
        include_str!("beslistermijn_verstreken.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        if on(context, |own| own.craft).is_none() {
            return;
        }
        let Some(key) = context.template.key_for(FieldRole::Beslistermijn) else {
            return;
        };
        let term = context.nota.field_text(key).and_then(read_date);
        let (Some(term), Some(day)) = (term, day(context)) else {
            return;
        };
        if term < day {
            let field = context.field_texts.iter();
            let mut own = field.filter(|own| own.place.field.as_deref() == Some(key));
            let place = own
                .next()
                .map_or_else(|| Place::field(key), |own| own.place.clone());
            findings.add(|| {
                Finding::new(self.code(), place)
                    .arg("termijn", datum(term))
                    .arg("datum", datum(day))
            });
        }
    }
}
