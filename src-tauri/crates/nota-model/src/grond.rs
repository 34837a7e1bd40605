//! The grounds of the Woo on which text may be withheld.

/// A ground, as written on documents that were made public.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grond {
    /// The code, e.g. `5.1.2e`.
    pub code: &'static str,
    /// The ground in words, as in the law.
    pub omschrijving: &'static str,
    /// When to choose it, in a sentence for the drafter.
    pub wanneer: &'static str,
}

impl Grond {
    /// What stands in the public version in the place of what was withheld,
    /// whatever that was and however long.
    pub fn placeholder(&self) -> String {
        format!("[{NIET_OPENBAAR}: {}]", self.artikel())
    }

    /// The article in full, as it stands in the public version:
    /// "art. 5.1, lid 2, onder e, Woo".
    pub fn artikel(&self) -> String {
        let mut parts = self.code.splitn(3, '.');
        let artikel = [parts.next(), parts.next()]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(".");
        let Some(lid) = parts.next() else {
            return format!("art. {artikel}, Woo");
        };
        let (lid, onder) = lid.split_at(lid.len().min(1));
        if onder.is_empty() {
            format!("art. {artikel}, lid {lid}, Woo")
        } else {
            format!("art. {artikel}, lid {lid}, onder {onder}, Woo")
        }
    }
}

/// The ground on which names of officials are withheld, by far the usual one
/// (art. 5.1, lid 2, onder e, Woo).
pub const GROND_PERSOONLIJK: &str = "5.1.2e";

/// The words for what is withheld, in every placeholder.
pub const NIET_OPENBAAR: &str = "niet openbaar";

/// Whether a text is only what stands in the place of something withheld.
pub fn is_weglating(text: &str) -> bool {
    let text = text.trim();
    text == NIET_OPENBAAR || GRONDEN.iter().any(|own| own.placeholder() == text)
}

/// All grounds, in the order of the law: art. 5.1 lid 1, lid 2 and lid 5,
/// 5.2 and 5.4 Woo. The labels follow the list that is in production use for
/// Woo decisions.
pub fn gronden() -> &'static [Grond] {
    &GRONDEN
}

/// The ground with this code, also when written as `5.1.2.e`, `5.1.2 e` or
/// `5.1.2E`. None when the law has no such ground.
pub fn find_grond(code: &str) -> Option<&'static Grond> {
    let fold = |code: &str| {
        code.chars()
            .filter(|c| c.is_ascii_alphanumeric())
            .map(|c| c.to_ascii_lowercase())
            .collect::<String>()
    };
    let wanted = fold(code);
    GRONDEN.iter().find(|grond| fold(grond.code) == wanted)
}

const fn grond(code: &'static str, omschrijving: &'static str, wanneer: &'static str) -> Grond {
    Grond {
        code,
        omschrijving,
        wanneer,
    }
}

static GRONDEN: [Grond; 17] = [
    grond(
        "5.1.1a",
        "eenheid van de Kroon",
        "Voor wat de Koning en de ministers met elkaar bespreken.",
    ),
    grond(
        "5.1.1b",
        "veiligheid van de Staat",
        "Voor wat de veiligheid van het land kan schaden, zoals gegevens van inlichtingendiensten.",
    ),
    grond(
        "5.1.1c",
        "vertrouwelijk meegedeelde bedrijfs- en fabricagegegevens",
        "Voor gegevens die een bedrijf in vertrouwen aan de overheid heeft gegeven.",
    ),
    grond(
        "5.1.1d",
        "bijzondere en strafrechtelijke persoonsgegevens",
        "Voor gegevens over iemands gezondheid, geloof, afkomst of strafblad.",
    ),
    grond(
        "5.1.1e",
        "wettelijk voorgeschreven identificatienummers, zoals het BSN",
        "Voor een burgerservicenummer of een ander nummer van één persoon.",
    ),
    grond(
        "5.1.2a",
        "betrekkingen met andere landen, staten en internationale organisaties",
        "Voor wat de verhouding met een ander land of de EU kan schaden.",
    ),
    grond(
        "5.1.2b",
        "economische of financiële belangen van de overheid",
        "Voor bedragen en grenzen waarmee de overheid slechter kan onderhandelen.",
    ),
    grond(
        "5.1.2c",
        "opsporing en vervolging van strafbare feiten",
        "Voor wat een onderzoek van politie of Openbaar Ministerie kan schaden.",
    ),
    grond(
        "5.1.2d",
        "inspectie, controle en toezicht door bestuursorganen",
        "Voor hoe en waar een toezichthouder controleert.",
    ),
    grond(
        "5.1.2e",
        "eerbiediging van de persoonlijke levenssfeer",
        "Voor namen, telefoonnummers en e-mailadressen van ambtenaren en andere personen.",
    ),
    grond(
        "5.1.2f",
        "andere concurrentiegevoelige bedrijfs- en fabricagegegevens",
        "Voor gegevens waarmee een bedrijf nadeel heeft bij zijn concurrenten.",
    ),
    grond(
        "5.1.2g",
        "bescherming van het milieu waarop de informatie betrekking heeft",
        "Voor plaatsen die schade krijgen als iedereen ze kent, zoals nesten.",
    ),
    grond(
        "5.1.2h",
        "beveiliging van personen en bedrijven en voorkomen van sabotage",
        "Voor hoe mensen, gebouwen of systemen beveiligd zijn.",
    ),
    grond(
        "5.1.2i",
        "goed functioneren van de overheid",
        "Voor wat het werk van de overheid verstoort als iedereen het weet.",
    ),
    grond(
        "5.1.5",
        "onevenredige benadeling",
        "Alleen in uitzonderlijke gevallen: iemand wordt te zwaar geraakt en geen andere grond past.",
    ),
    grond(
        "5.2",
        "persoonlijke beleidsopvattingen",
        "Voor een persoonlijke mening van een ambtenaar. In een beslisnota wordt deze grond niet meer gebruikt; feiten en adviezen zijn openbaar.",
    ),
    grond(
        "5.4",
        "formatie van een kabinet",
        "Voor informatie die een formateur of informateur heeft gekregen.",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_placeholder_names_the_article() {
        assert_eq!(
            find_grond("5.1.2e").map(Grond::placeholder).as_deref(),
            Some("[niet openbaar: art. 5.1, lid 2, onder e, Woo]")
        );
    }

    #[test]
    fn a_placeholder_is_known_again() {
        assert!(is_weglating("niet openbaar"));
        assert!(is_weglating(" [niet openbaar: art. 5.2, Woo] "));
        assert!(!is_weglating("Over [niet openbaar: art. 5.2, Woo]"));
    }

    #[test]
    fn the_article_is_written_out() {
        let artikel = |code| find_grond(code).map(Grond::artikel);
        assert_eq!(
            artikel("5.1.2.E").as_deref(),
            Some("art. 5.1, lid 2, onder e, Woo")
        );
        assert_eq!(artikel("5.1.5").as_deref(), Some("art. 5.1, lid 5, Woo"));
        assert_eq!(artikel("5.2").as_deref(), Some("art. 5.2, Woo"));
        assert_eq!(artikel("5.1.2z"), None);
        assert_eq!(artikel(""), None);
    }
}
