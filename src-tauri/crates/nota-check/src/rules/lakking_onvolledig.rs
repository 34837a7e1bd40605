//! N508: markup of withheld text that withholds nothing: without a beginning
//! or an end, or with a slip in it.

use nota_model::{Code, Finding};
use nota_public::Reason;

use crate::{Context, Findings, Rule};

/// See `lakking_onvolledig.md`.
pub struct LakkingOnvolledig;

impl Rule for LakkingOnvolledig {
    fn code(&self) -> Code {
        Code(508)
    }

    fn page(&self) -> &'static str {
        include_str!("lakking_onvolledig.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        for doubt in context.doubts() {
            let what = match doubt.reason {
                Reason::Markup => "een lakking zonder begin of einde",
                Reason::NearMarkup => "iets dat op een lakking lijkt, maar er geen is",
                Reason::Bracket => "een haak bij gelakte tekst die niet klopt",
                _ => continue,
            };
            findings.add(|| Finding::new(self.code(), doubt.place.clone()).arg("wat", what));
        }
    }
}
