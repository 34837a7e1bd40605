//! N347: a promise to parliament without where it was made.

use nota_model::{Carrier, Code, Finding};

use crate::ambacht::texts;
use crate::taal::is_open;
use crate::{Context, Findings, Rule};

/// See `toezegging_zonder_bron.md`.
pub struct ToezeggingZonderBron;

impl Rule for ToezeggingZonderBron {
    fn code(&self) -> Code {
        Code(347)
    }

    fn page(&self) -> &'static str {
        include_str!("toezegging_zonder_bron.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        // A heading names a promise; the text below it says where it was made.
        for (text, own) in texts(context).filter(|(text, _)| text.carrier != Carrier::Heading) {
            for promise in own.promises.iter().filter(|own| is_open(text, own)) {
                findings.add(|| Finding::new(self.code(), text.part(promise.clone())));
            }
        }
    }
}
