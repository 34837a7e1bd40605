//! N345: one event with two dates.

use std::collections::HashMap;

use nota_model::{Code, Finding, Place};

use crate::ambacht::dates;
use crate::phrase::quote;
use crate::taal::part;
use crate::{Context, Findings, Rule};

/// See `datum_wisselt.md`.
pub struct DatumWisselt;

impl Rule for DatumWisselt {
    fn code(&self) -> Code {
        Code(345)
    }

    fn page(&self) -> &'static str {
        include_str!("datum_wisselt.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        let mut first: HashMap<&str, (u32, u32, Option<i32>, Place)> = HashMap::new();
        for (text, date) in dates(context) {
            let Some(event) = date.event else { continue };
            let place = text.part(date.range.clone());
            let Some((day, month, year, before)) = first.get(event) else {
                first.insert(event, (date.day, date.month, date.year, place));
                continue;
            };
            let other_year = matches!((date.year, year), (Some(own), Some(other)) if own != *other);
            if (*day, *month) != (date.day, date.month) || other_year {
                findings.add(|| {
                    Finding::new(self.code(), place)
                        .arg("gebeurtenis", event)
                        .arg("datum", quote(part(text, &date.range)))
                        .related(before.clone())
                });
            }
        }
    }
}
