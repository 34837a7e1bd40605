//! The numbers of a numbered list. A nota knows the first one only and counts
//! on from there, as every reader of Markdown does: a number in the file that
//! does not fit is not printed, and that is said.

use std::ops::Range;

use nota_model::{Code, Finding};

use super::blocks::Reader;
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
