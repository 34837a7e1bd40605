//! Numbers and the signs before them. A nota knows the first number of a list
//! only and counts on from there, as every reader of Markdown does: a number in
//! the file that does not fit is not printed, and that is said. So is a sign
//! before a number that makes a list or quotation of the line.

use std::ops::Range;

use nota_model::{Code, Finding};

use super::blocks::Reader;
use super::mask::mark_length;
use crate::limits::MAX_FINDINGS;

impl<'a> Reader<'a> {
    /// Reports the first number that is printed otherwise than it is written.
    /// The same number at every item means that the program may count.
    pub fn numbers(&mut self, start: Option<u64>, items: Range<usize>) {
        let Some(start) = start else { return };
        let first = start.to_string();
        let mut wrong: Option<(Range<usize>, &str, u64)> = None;
        let mut alike = true;
        let mut index = items.start;
        let mut expected = start;
        while index < items.end {
            let Some((_, range)) = self.events.at(index) else {
                break;
            };
            if let Some((at, number)) = self.number_at(range.start) {
                alike &= number == first;
                if number != expected.to_string() && wrong.is_none() {
                    wrong = Some((at, number, expected));
                }
            }
            expected += 1;
            index = self.events.end(index) + 1;
        }
        let Some((at, number, printed)) = wrong.filter(|_| !alike) else {
            return;
        };
        if self.findings.len() < MAX_FINDINGS {
            let place = self.place.clone().at(Some(at.into()));
            let finding = Finding::new(Code(8), place)
                .arg("nummer", number)
                .arg("gedrukt", printed.to_string());
            self.findings.push(finding);
        }
    }

    /// Reports a list of one item, or a quotation, that begins with a number:
    /// `- 5 graden`. `inner` is its content.
    pub fn sign(&mut self, opmaak: &str, at: Range<usize>, inner: Range<usize>) {
        let own = self.text.get(at.clone()).unwrap_or_default();
        let from = at.start + own.len() - own.trim_start_matches([' ', '\t']).len();
        let mut rest = self.text.get(from..at.end).unwrap_or_default().chars();
        let Some(sign) = rest.next() else { return };
        let content = rest.as_str().trim_start_matches([' ', '\t', '€']);
        let is_one = self.events.end(inner.start) + 1 >= inner.end;
        // `- 1. tekst` is a numbered list in the item.
        let is_number = content.starts_with(|c: char| c.is_ascii_digit())
            && mark_length(content.as_bytes(), 0).is_none();
        if is_one && is_number && self.findings.len() < MAX_FINDINGS {
            let place = self.place.clone().at(Some((from..from + 1).into()));
            let finding = Finding::new(Code(9), place)
                .arg("teken", sign)
                .arg("opmaak", opmaak);
            self.findings.push(finding);
        }
    }

    /// The number of the item that starts at a byte as it is written, with its
    /// place.
    fn number_at(&self, start: usize) -> Option<(Range<usize>, &'a str)> {
        let text = self.text;
        let own = text.get(start..)?;
        let from = start + own.len() - own.trim_start_matches([' ', '\t']).len();
        let own = text.get(from..)?;
        let digits = own.bytes().take_while(u8::is_ascii_digit).count();
        let number = own.get(..digits).filter(|number| !number.is_empty())?;
        Some((from..from + digits, number))
    }
}
