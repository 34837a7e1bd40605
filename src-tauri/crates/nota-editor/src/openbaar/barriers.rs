//! What stands in the way of a public version, with its place.

use nota_model::Diagnostic;
use nota_public::{Proof, Refusal, bars_publication};

use crate::view::Barrier;

/// The diagnostics that bar a public version.
pub(crate) fn of_diagnostics(diagnostics: &[Diagnostic]) -> Vec<Barrier> {
    let barring = diagnostics.iter().filter(|own| bars_publication(own));
    barring
        .map(|own| Barrier {
            tekst: own.message.clone(),
            hulp: own.help.clone(),
            place: own.place.clone(),
        })
        .collect()
}

/// Why the nota has no public version.
pub(crate) fn of_refusal(refusal: &Refusal) -> Vec<Barrier> {
    let obstacles = refusal.obstacles.iter();
    obstacles
        .map(|own| Barrier {
            tekst: own.reason.sentence().to_owned(),
            hulp: String::new(),
            place: own.place.clone(),
        })
        .collect()
}

/// What was found in a document that was to be public.
pub(crate) fn found(proof: &Proof) -> Vec<Barrier> {
    let hits = proof.hits.iter();
    hits.map(|hit| Barrier {
        tekst: format!(
            "Van {} staat {} nog in het bestand, {}.",
            hit.kind.word(),
            hit.extent.word(),
            hit.spot
        ),
        hulp:
            "Er is geen bestand gemaakt. Haal de tekst ook daar weg, of meld het aan de beheerder."
                .to_owned(),
        place: hit.source.clone(),
    })
    .collect()
}
