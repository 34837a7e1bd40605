//! What stands in the way of a public version, with its place.

use nota_model::{Code, Diagnostic};
use nota_public::{Proof, Refusal, bars_publication};

use crate::view::Barrier;

/// N205 metagegeven-ontbreekt.
const LACKING: Code = Code(205);

/// The diagnostics that bar a public version.
pub(crate) fn of_diagnostics(diagnostics: &[Diagnostic]) -> Vec<Barrier> {
    let barring = diagnostics.iter().filter(|own| bars_publication(own));
    barring.map(of_diagnostic).collect()
}

/// What the metadata of archive and publication lacks.
pub(crate) fn of_metadata(diagnostics: &[Diagnostic]) -> Vec<Barrier> {
    let lacking = diagnostics.iter().filter(|own| own.code == LACKING);
    lacking.map(of_diagnostic).collect()
}

fn of_diagnostic(own: &Diagnostic) -> Barrier {
    Barrier {
        tekst: own.message.clone(),
        hulp: own.help.clone(),
        place: own.place.clone(),
    }
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

#[cfg(test)]
mod tests {
    use nota_public::{Kind, Secrets, prove_absent};
    use nota_template::Registry;

    use super::*;

    #[test]
    fn what_was_found_is_told_with_its_place_and_without_its_text() {
        let text = "## 3. Kernpunten\n\nMet [J. Jansen]{.lak grond=\"5.1.2e\"}.\n";
        let parsed = nota_markdown::parse(text, Registry::builtin());
        let secrets = Secrets::of(&parsed.nota, &parsed.template).expect("known");
        let proof = prove_absent(&secrets, b"a\nMet J. Jansen.\n", Kind::Text).expect("is read");
        let barriers = found(&proof);
        assert_eq!(
            barriers[0].tekst,
            "Van een gelakte tekst staat de hele tekst nog in het bestand, op regel 2."
        );
        assert_eq!(barriers[0].place.index, Some(0));
        assert!(barriers[0].place.range.is_some());
        assert!(!format!("{barriers:?}").contains("Jansen"));
    }
}
