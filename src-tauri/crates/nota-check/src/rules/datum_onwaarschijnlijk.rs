//! N203: a date far from today.

use chrono::{Days, Months};
use nota_model::{Code, Finding};
use nota_template::FieldKind;

use crate::phrase::{datum, read_date};
use crate::{Context, Findings, Rule};

/// See `datum_onwaarschijnlijk.md`.
pub struct DatumOnwaarschijnlijk;

impl Rule for DatumOnwaarschijnlijk {
    fn code(&self) -> Code {
        Code(203)
    }

    fn page(&self) -> &'static str {
        include_str!("datum_onwaarschijnlijk.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        let today = context.surroundings.today;
        // A nota is dated some weeks ahead at most, and seldom worked on for
        // longer than a year; a term for the decision lies in between.
        let first = today.checked_sub_days(Days::new(366)).unwrap_or(today);
        let last = today.checked_add_months(Months::new(3)).unwrap_or(today);
        for text in &context.field_texts {
            let key = text.place.field.as_deref().unwrap_or_default();
            let spec = context.template.veld(key);
            let Some(spec) = spec.filter(|spec| spec.soort == FieldKind::Datum) else {
                continue;
            };
            let Some(date) = read_date(text.text.trim()) else {
                continue;
            };
            let distance = if date < first {
                "meer dan een jaar terug"
            } else if date > last {
                "meer dan drie maanden vooruit"
            } else {
                continue;
            };
            findings.add(|| {
                Finding::new(self.code(), text.place.clone())
                    .arg("veld", spec.naam.clone())
                    .arg("datum", datum(date))
                    .arg("afstand", distance)
            });
        }
    }
}
