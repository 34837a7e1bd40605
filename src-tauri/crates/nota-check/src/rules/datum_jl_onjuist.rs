//! N344: "jl." or "a.s." at a date on the other side of the nota.

use nota_model::{Code, Finding};
use nota_taal::Verwijzing;

use crate::ambacht::{dates, day, meant};
use crate::phrase::{datum, quote};
use crate::taal::part;
use crate::{Context, Findings, Rule};

/// See `datum_jl_onjuist.md`.
pub struct DatumJlOnjuist;

/// From here on a date without a year lies just on the wrong side of the nota.
const FARTHEST: i64 = 300;

impl Rule for DatumJlOnjuist {
    fn code(&self) -> Code {
        Code(344)
    }

    fn page(&self) -> &'static str {
        include_str!("datum_jl_onjuist.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        let Some(today) = day(context) else { return };
        for (text, date) in dates(context) {
            let (Some(relative), Some(on)) = (date.relative, meant(date, Some(today))) else {
                continue;
            };
            let days = (on - today).num_days();
            let (is_wrong, side) = match relative {
                Verwijzing::Jongstleden => (!(-FARTHEST..=0).contains(&days), "na"),
                Verwijzing::Aanstaande => (!(0..=FARTHEST).contains(&days), "voor"),
            };
            if is_wrong {
                findings.add(|| {
                    Finding::new(self.code(), text.part(date.range.clone()))
                        .arg("tekst", quote(part(text, &date.range)))
                        .arg("kant", side)
                        .arg("datum", datum(today))
                });
            }
        }
    }
}
