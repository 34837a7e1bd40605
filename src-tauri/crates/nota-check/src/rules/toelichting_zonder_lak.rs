//! N504: the nota says why something is withheld, and nothing is.

use nota_model::{Code, Finding, Value};

use super::lak_zonder_toelichting::{first_withheld, motivation, says};
use crate::phrase::{Pattern, pattern};
use crate::{Context, Findings, Rule};

/// See `toelichting_zonder_lak.md`.
pub struct ToelichtingZonderLak;

/// What the standing sentences on names of officials have in common. They are
/// right in every nota, because the names in the routing slip are withheld
/// too, and those are not in the file.
static NAMES: Pattern = Pattern::new(|| pattern(r"(?i)persoonsgegevens|namen van"));

impl Rule for ToelichtingZonderLak {
    fn code(&self) -> Code {
        Code(504)
    }

    fn page(&self) -> &'static str {
        include_str!("toelichting_zonder_lak.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        if first_withheld(context).is_some() || has_withheld_field(context) {
            return;
        }
        let sections = motivation(context);
        let mut texts = sections.iter().flat_map(|index| says(context, *index));
        if texts.any(|text| NAMES.is_match(&text.text)) {
            return;
        }
        if let Some(first) = sections.first() {
            findings.add(|| Finding::new(self.code(), context.heading(*first)));
        }
    }
}

/// Whether a field is filled in that the template withholds.
fn has_withheld_field(context: &Context) -> bool {
    let mut fields = context.template.velden.iter();
    fields.any(|spec| {
        let value = context.nota.field(&spec.sleutel);
        context.template.withholds(&spec.sleutel).is_some()
            && value.is_some_and(|value| !Value::is_blank(value))
    })
}
