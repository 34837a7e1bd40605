//! N353: bijlagen with Roman and with ordinary numbers.

use nota_model::{Carrier, Code, Finding};

use crate::ambacht::texts;
use crate::phrase::{Pattern, pattern, quote};
use crate::taal::is_open;
use crate::{Context, Findings, Rule};

/// See `bijlage_wisselt.md`.
pub struct BijlageWisselt;

static NUMBERED: Pattern =
    Pattern::new(|| pattern(r"(?-u:\b)[Bb]ijlage ([0-9]{1,2}|[IVX]{1,5})(?-u:\b)"));

impl Rule for BijlageWisselt {
    fn code(&self) -> Code {
        Code(353)
    }

    fn page(&self) -> &'static str {
        include_str!("bijlage_wisselt.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        let mut roman = None;
        let mut digits = None;
        for (text, _) in texts(context).filter(|(text, _)| text.carrier != Carrier::Heading) {
            for captures in NUMBERED.captures_iter(&text.text) {
                let (Some(whole), Some(number)) = (captures.get(0), captures.get(1)) else {
                    continue;
                };
                if !is_open(text, &whole.range()) {
                    continue;
                }
                let own = match number
                    .as_str()
                    .starts_with(|own: char| own.is_ascii_digit())
                {
                    true => &mut digits,
                    false => &mut roman,
                };
                own.get_or_insert((text, whole.range(), whole.as_str()));
            }
        }
        if let (Some((text, range, written)), Some((other, place, as_roman))) = (digits, roman) {
            findings.add(|| {
                Finding::new(self.code(), text.part(range))
                    .arg("bijlage", quote(written))
                    .arg("ander", quote(as_roman))
                    .related(other.part(place))
            });
        }
    }
}
