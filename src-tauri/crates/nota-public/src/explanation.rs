//! The standing sentences of section 5.1: for each ground in use why
//! something is not public, without saying what.

use std::collections::BTreeSet;

use nota_model::{Block, Grond, Nota, gronden};
use nota_template::Template;

use crate::secrets::gather;

mod in_step;

pub use in_step::keep_in_step;

/// What section 5.1 says when nothing is withheld.
const NOTHING: &str = "Niet van toepassing.";

/// The sentence for each ground, by its code. The one for names of officials
/// is that of all published notas of Justitie en Veiligheid; the others
/// follow it, with the words of the law.
const SENTENCES: &[(&str, &str)] = &[
    (
        "5.1.1a",
        "Een deel van de nota is niet openbaar, omdat openbaarmaking de eenheid van de Kroon in gevaar kan brengen",
    ),
    (
        "5.1.1b",
        "Een deel van de nota is niet openbaar, omdat openbaarmaking de veiligheid van de Staat kan schaden",
    ),
    (
        "5.1.1c",
        "Bedrijfs- en fabricagegegevens die vertrouwelijk aan de overheid zijn meegedeeld, zijn niet openbaar",
    ),
    (
        "5.1.1d",
        "Bijzondere en strafrechtelijke persoonsgegevens zijn niet openbaar",
    ),
    (
        "5.1.1e",
        "Identificatienummers, zoals het burgerservicenummer, zijn niet openbaar",
    ),
    (
        "5.1.2a",
        "Een deel van de nota is niet openbaar ter bescherming van de betrekkingen met andere landen en internationale organisaties",
    ),
    (
        "5.1.2b",
        "Een deel van de nota is niet openbaar ter bescherming van de economische of financiële belangen van de overheid",
    ),
    (
        "5.1.2c",
        "Een deel van de nota is niet openbaar in het belang van de opsporing en vervolging van strafbare feiten",
    ),
    (
        "5.1.2d",
        "Een deel van de nota is niet openbaar in het belang van inspectie, controle en toezicht",
    ),
    (
        "5.1.2e",
        "De persoonsgegevens van de ambtenaren zijn niet openbaar ter bescherming van de persoonlijke levenssfeer",
    ),
    (
        "5.1.2f",
        "Concurrentiegevoelige bedrijfs- en fabricagegegevens zijn niet openbaar",
    ),
    (
        "5.1.2g",
        "Een deel van de nota is niet openbaar ter bescherming van het milieu waarop de informatie betrekking heeft",
    ),
    (
        "5.1.2h",
        "Een deel van de nota is niet openbaar in het belang van de beveiliging van personen en bedrijven en ter voorkoming van sabotage",
    ),
    (
        "5.1.2i",
        "Een deel van de nota is niet openbaar in het belang van het goed functioneren van de overheid",
    ),
    (
        "5.1.5",
        "Een deel van de nota is niet openbaar, omdat openbaarmaking iemand onevenredig zou benadelen",
    ),
    (
        "5.2",
        "Persoonlijke beleidsopvattingen van ambtenaren zijn niet openbaar",
    ),
    (
        "5.4",
        "Informatie over de formatie van een kabinet is niet openbaar",
    ),
];

/// What section 5.1 says about a nota: a paragraph for each ground on which
/// something is withheld, in the order of the law. Without any, that it does
/// not apply; and nothing at all when something is withheld on no ground that
/// the Woo has, which only the drafter can explain.
pub fn explanation(nota: &Nota, template: &Template) -> Vec<Block> {
    let withheld = Withheld::of(nota, template);
    if withheld.count == 0 {
        return vec![Block::paragraph(NOTHING)];
    }
    let grounds = withheld.grounds();
    grounds.filter_map(sentence).map(Block::paragraph).collect()
}

/// How much is withheld in a nota, and on what grounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withheld {
    count: usize,
    codes: BTreeSet<String>,
}

impl Withheld {
    /// What is withheld in this nota: reads all of it.
    pub fn of(nota: &Nota, template: &Template) -> Self {
        let secrets = gather(nota, template);
        Self {
            count: secrets.len(),
            codes: secrets.into_iter().map(|own| own.grond).collect(),
        }
    }

    /// The grounds in the order of the law, without those that it has not.
    fn grounds(&self) -> impl Iterator<Item = &'static Grond> {
        let used = |grond: &&Grond| self.codes.contains(grond.code);
        gronden().iter().filter(used)
    }
}

fn sentence(grond: &Grond) -> Option<String> {
    let (code, sentence) = SENTENCES.iter().find(|(code, _)| *code == grond.code)?;
    Some(match *code {
        nota_model::GROND_PERSOONLIJK => format!("{sentence}."),
        _ => format!("{sentence} ({}).", grond.artikel()),
    })
}

#[cfg(test)]
mod tests {
    use nota_markdown::{parse, print_blocks};
    use nota_template::Registry;

    use super::*;

    fn of(text: &str) -> String {
        let parsed = parse(text, Registry::builtin());
        print_blocks(&explanation(&parsed.nota, &parsed.template))
    }

    #[test]
    fn each_ground_in_use_has_its_sentence_once() {
        assert_eq!(of("a"), "Niet van toepassing.\n");
        assert_eq!(
            of(
                "---\nopgesteld-door: J. Jansen\n---\n\n[b]{.lak grond=\"5.1.1c\"} [c]{.lak grond=\"5.1.2e\"}\n"
            ),
            "Bedrijfs- en fabricagegegevens die vertrouwelijk aan de overheid zijn meegedeeld, zijn niet openbaar (art. 5.1, lid 1, onder c, Woo).\n\n\
             De persoonsgegevens van de ambtenaren zijn niet openbaar ter bescherming van de persoonlijke levenssfeer.\n"
        );
        assert_eq!(of("[b]{.lak}"), "");
    }

    #[test]
    fn every_ground_has_a_sentence() {
        for grond in gronden() {
            assert!(sentence(grond).is_some(), "{}", grond.code);
        }
    }
}
