//! N343: a day that no calendar has.

use chrono::NaiveDate;
use nota_model::{Code, Finding};

use crate::ambacht::dates;
use crate::phrase::quote;
use crate::taal::part;
use crate::{Context, Findings, Rule};

/// See `datum_bestaat_niet.md`.
pub struct DatumBestaatNiet;

impl Rule for DatumBestaatNiet {
    fn code(&self) -> Code {
        Code(343)
    }

    fn page(&self) -> &'static str {
        include_str!("datum_bestaat_niet.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        for (text, date) in dates(context) {
            // Without a year, 29 February exists.
            let year = date.year.unwrap_or(2024);
            if NaiveDate::from_ymd_opt(year, date.month, date.day).is_none() {
                findings.add(|| {
                    Finding::new(self.code(), text.part(date.range.clone()))
                        .arg("datum", quote(part(text, &date.range)))
                });
            }
        }
    }
}
