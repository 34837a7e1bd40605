//! What is known of a nota that is not open, for who looks for it on the start
//! screen: a glance at its file. Nothing of it is kept.

use std::collections::HashSet;

use nota_check::Surroundings;
use nota_model::{Diagnostic, Nota, Severity, Value};
use nota_template::FieldRole;

use super::Desk;
use crate::guard::guarded;
use crate::host::Host;
use crate::session::Session;
use crate::view::{Glance, HostError, NotaState};

/// How many characters of the text go along to be searched: some forty pages.
const MOST_TEXT: usize = 100_000;

/// The least and the most pixels that the small first page is wide.
const WIDTHS: std::ops::RangeInclusive<u32> = 32..=512;

impl<H: Host> Desk<H> {
    /// What a file says of its nota. What is open stays open.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn glance(&self, path: &str) -> Result<Glance, HostError> {
        let text = self.host.read(path)?;
        guarded(&*self.host, || {
            let session = self.aside(&text, path);
            glance_of(&session, &self.surroundings())
        })
    }

    /// The first page of a file as PNG, so many pixels wide: as it is inside the
    /// organisation.
    ///
    /// # Errors
    ///
    /// When it cannot be read, or the layout gives no page.
    pub fn first_page(&self, path: &str, width: u32) -> Result<Vec<u8>, HostError> {
        let text = self.host.read(path)?;
        let page = guarded(&*self.host, || {
            let session = self.aside(&text, path);
            let (nota, template) = (session.nota(), session.template());
            let stock = self.stock();
            let typeset = self
                .typesetters
                .current()
                .typeset(nota, template, stock.registry());
            let (width_pt, _) = typeset.page_size(0)?;
            let width = width.clamp(*WIDTHS.start(), *WIDTHS.end());
            typeset.page_png(0, f64::from(width) / width_pt)
        })?;
        page.ok_or_else(|| HostError::new("no-page", "Van deze nota is geen bladzijde te maken."))
    }

    /// The nota of a text that is not put on the desk.
    fn aside(&self, text: &str, path: &str) -> Session {
        let stock = self.stock();
        Session::open(0, text, stock.registry(), Some(path.to_owned()))
    }
}

fn glance_of(session: &Session, surroundings: &Surroundings) -> Glance {
    let (nota, template) = (session.nota(), session.template());
    let text_for = |role| template.text_for(role, nota).unwrap_or_default().to_owned();
    let aan = template.value_for(FieldRole::Aan, nota);
    let problems = session.problems(surroundings);
    let te_doen = places_with_faults(nota, &problems);
    let staat = match template.decision(nota) {
        Some(_) => NotaState::Besloten,
        None if te_doen == 0 => NotaState::Klaar,
        None => NotaState::Concept,
    };
    let texts = nota.texts();
    let words = texts.iter().map(|site| site.text.as_str());
    let text: String = words.collect::<Vec<_>>().join("\n");
    Glance {
        titel: session.title(),
        ministerie: template.ministerie.clone(),
        sjabloon: template.naam.clone(),
        aan: aan.map(Value::texts).unwrap_or_default().join(", "),
        kenmerk: text_for(FieldRole::Kenmerk),
        staat,
        te_doen,
        tekst: text.chars().take(MOST_TEXT).collect(),
    }
}

/// In how many fields and sections something is wrong, as the bar above the form
/// counts them.
fn places_with_faults(nota: &Nota, problems: &[Diagnostic]) -> usize {
    let faults = problems.iter().filter(|own| own.severity == Severity::Fout);
    let places: HashSet<_> = faults
        .map(|own| {
            let field = own.place.field.as_deref();
            (field.map(|path| nota.key_of(path)), own.place.index)
        })
        .collect();
    places.len()
}
