//! N342: a weekday that is not that of the date behind it.

use chrono::{Datelike, NaiveDate};
use nota_model::{Code, Finding};

use crate::ambacht::{dates, day, meant};
use crate::phrase::{datum, quote};
use crate::taal::{offer, part};
use crate::{Context, Findings, Rule};

/// See `weekdag_onjuist.md`.
pub struct WeekdagOnjuist;

impl Rule for WeekdagOnjuist {
    fn code(&self) -> Code {
        Code(342)
    }

    fn page(&self) -> &'static str {
        include_str!("weekdag_onjuist.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        let today = day(context);
        for (text, date) in dates(context) {
            let (Some(weekday), Some(on)) = (date.weekday, meant(date, today)) else {
                continue;
            };
            if on.weekday().num_days_from_monday() == u32::from(weekday) {
                continue;
            }
            findings.add(|| {
                let right = weekday_of(on);
                let written = part(text, &date.range);
                let word = written.split_whitespace().next().unwrap_or_default();
                let range = date.range.start..date.range.start + word.len();
                let finding = Finding::new(self.code(), text.part(date.range.clone()))
                    .arg("tekst", quote(written))
                    .arg("datum", datum(on))
                    .arg("dag", right);
                offer(finding, text, &range, &[right])
            });
        }
    }
}

/// The weekday in words.
fn weekday_of(date: NaiveDate) -> &'static str {
    const WORDS: [&str; 7] = [
        "maandag",
        "dinsdag",
        "woensdag",
        "donderdag",
        "vrijdag",
        "zaterdag",
        "zondag",
    ];
    let at = date.weekday().num_days_from_monday() as usize;
    WORDS.get(at).copied().unwrap_or_default()
}
