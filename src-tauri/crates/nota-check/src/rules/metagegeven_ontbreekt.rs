//! N205: a value that the metadata for archive and publication must have.

use nota_metadata::{Ontbreekt, ontbrekend};
use nota_model::{Code, Finding, Place, Span};

use crate::{Context, Findings, Rule};

/// See `metagegeven_ontbreekt.md`.
pub struct MetagegevenOntbreekt;

impl Rule for MetagegevenOntbreekt {
    fn code(&self) -> Code {
        Code(205)
    }

    fn page(&self) -> &'static str {
        include_str!("metagegeven_ontbreekt.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        let Some(keuze) = context.surroundings.metagegevens else {
            return;
        };
        for missing in ontbrekend(context.nota, context.template, keuze) {
            findings.add(|| {
                Finding::new(self.code(), place(context, &missing)).arg("wat", missing.naam())
            });
        }
    }
}

/// The field, which need not be there; the whole nota for what the settings say.
fn place(context: &Context, missing: &Ontbreekt) -> Place {
    let Ontbreekt::Veld { sleutel, .. } = missing else {
        return Place::nota();
    };
    let front = &context.nota.front;
    let span = match (front.find(sleutel), front.fields.last()) {
        (Some(own), _) => own.origin.span(),
        (None, Some(last)) => last.origin.span().map(|span| Span::new(span.end, span.end)),
        (None, None) => context.end().map(|_| Span::new(0, 0)),
    };
    Place::field(sleutel.clone()).at(span)
}
