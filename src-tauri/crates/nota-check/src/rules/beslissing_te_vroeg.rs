//! N209: a decision that was taken before the date of the nota.

use nota_model::{Code, Finding};
use nota_template::FieldRole;

use crate::ambacht::day;
use crate::beslissing::place;
use crate::phrase::{datum, read_date};
use crate::{Context, Findings, Rule};

/// See `beslissing_te_vroeg.md`.
pub struct BeslissingTeVroeg;

impl Rule for BeslissingTeVroeg {
    fn code(&self) -> Code {
        Code(209)
    }

    fn page(&self) -> &'static str {
        include_str!("beslissing_te_vroeg.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        let role = FieldRole::BeslissingDatum;
        let decided = context.template.text_for(role, context.nota);
        let (Some(decided), Some(day)) = (decided.and_then(read_date), day(context)) else {
            return;
        };
        if decided < day {
            findings.add(|| {
                Finding::new(self.code(), place(context, role))
                    .arg("besloten", datum(decided))
                    .arg("datum", datum(day))
            });
        }
    }
}
