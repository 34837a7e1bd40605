//! The grounds of the Woo on which text may be withheld.

/// A ground, as written on documents that were made public.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grond {
    /// The code, e.g. `5.1.2e`.
    pub code: &'static str,
    /// The ground in words, as in the law.
    pub omschrijving: &'static str,
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

/// What stands in the public version in the place of the value of a field.
pub const NIET_OPENBAAR: &str = "niet openbaar";

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

const fn grond(code: &'static str, omschrijving: &'static str) -> Grond {
    Grond { code, omschrijving }
}

static GRONDEN: [Grond; 17] = [
    grond("5.1.1a", "eenheid van de Kroon"),
    grond("5.1.1b", "veiligheid van de Staat"),
    grond(
        "5.1.1c",
        "vertrouwelijk meegedeelde bedrijfs- en fabricagegegevens",
    ),
    grond("5.1.1d", "bijzondere en strafrechtelijke persoonsgegevens"),
    grond(
        "5.1.1e",
        "wettelijk voorgeschreven identificatienummers, zoals het BSN",
    ),
    grond(
        "5.1.2a",
        "betrekkingen met andere landen, staten en internationale organisaties",
    ),
    grond(
        "5.1.2b",
        "economische of financiële belangen van de overheid",
    ),
    grond("5.1.2c", "opsporing en vervolging van strafbare feiten"),
    grond(
        "5.1.2d",
        "inspectie, controle en toezicht door bestuursorganen",
    ),
    grond("5.1.2e", "eerbiediging van de persoonlijke levenssfeer"),
    grond(
        "5.1.2f",
        "andere concurrentiegevoelige bedrijfs- en fabricagegegevens",
    ),
    grond(
        "5.1.2g",
        "bescherming van het milieu waarop de informatie betrekking heeft",
    ),
    grond(
        "5.1.2h",
        "beveiliging van personen en bedrijven en voorkomen van sabotage",
    ),
    grond("5.1.2i", "goed functioneren van de overheid"),
    grond("5.1.5", "onevenredige benadeling"),
    grond("5.2", "persoonlijke beleidsopvattingen"),
    grond("5.4", "formatie van een kabinet"),
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
