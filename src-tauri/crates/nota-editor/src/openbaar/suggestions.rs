//! What might have to be withheld, for the drafter to choose from.

use nota_check::suggest;
use nota_model::Nota;
use nota_template::Template;

use super::excerpt::Excerpts;
use crate::view::{SuggestionSpot, SuggestionView};

/// The suggestions, those that say the same together, in the order of the
/// nota.
pub(crate) fn suggestions(nota: &Nota, template: &Template) -> Vec<SuggestionView> {
    let excerpts = Excerpts::of(nota);
    let mut groups: Vec<SuggestionView> = Vec::new();
    for own in suggest(nota, template) {
        let excerpt = excerpts.at(&own.place);
        let spot = SuggestionSpot {
            place: own.place,
            voor: excerpt.before,
            na: excerpt.after,
        };
        match groups.get_mut(own.group) {
            Some(group) => group.plekken.push(spot),
            // Groups are numbered in the order in which they are met.
            None => groups.push(SuggestionView {
                tekst: excerpt.text,
                reden: own.reason.word().to_owned(),
                grond: own.grond,
                plekken: vec![spot],
                mag: own.meant,
            }),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use nota_template::Registry;

    use super::*;

    #[test]
    fn texts_that_say_the_same_are_one_suggestion() {
        let parsed = nota_markdown::parse(
            "---\nonderwerp: Brief aan de heer J. Jansen\n---\n\n## 3. Kernpunten\n\n\
             Afgestemd met mevrouw De Vries van het ministerie en met de heer J. Jansen. Bel mevrouw De Vries.\n",
            Registry::builtin(),
        );
        let mut lines = Vec::new();
        for group in suggestions(&parsed.nota, &parsed.template) {
            lines.push(format!(
                "{} ({}, {})",
                group.tekst, group.reden, group.grond
            ));
            for spot in group.plekken {
                lines.push(format!("- {}|{}", spot.voor, spot.na));
            }
        }
        assert_eq!(
            lines,
            [
                "J. Jansen (een naam, 5.1.2e)",
                "- Brief aan de heer |",
                "- … het ministerie en met de heer |. Bel mevrouw De Vries.",
                "De Vries (een naam, 5.1.2e)",
                "- Afgestemd met mevrouw | van het ministerie en met de …",
                "- … de heer J. Jansen. Bel mevrouw |.",
            ]
        );
    }
}
