//! The ministries as the government's register of organisations (TOOI) knows
//! them: the list `rwc_ministeries_compleet`, version 4 of July 2024.

/// The addresses of ministries in the register begin with it.
const MINISTERIE: &str = "https://identifier.overheid.nl/tooi/id/ministerie/";

/// The number of each ministry that writes notas, with its name and the names
/// that it had before. A ministry keeps its number when it is renamed.
const MINISTERIES: &[(&str, &[&str])] = &[
    ("mnre1010", &["Algemene Zaken"]),
    ("mnre1162", &["Asiel en Migratie"]),
    ("mnre1034", &["Binnenlandse Zaken en Koninkrijksrelaties"]),
    ("mnre1013", &["Buitenlandse Zaken"]),
    ("mnre1018", &["Defensie"]),
    (
        "mnre1045",
        &[
            "Economische Zaken",
            "Economische Zaken en Klimaat",
            "Economische Zaken, Landbouw en Innovatie",
        ],
    ),
    ("mnre1090", &["Financiën"]),
    (
        "mnre1130",
        &["Infrastructuur en Waterstaat", "Infrastructuur en Milieu"],
    ),
    (
        "mnre1058",
        &["Justitie en Veiligheid", "Veiligheid en Justitie"],
    ),
    ("mnre1182", &["Klimaat en Groene Groei"]),
    (
        "mnre1153",
        &[
            "Landbouw, Visserij, Voedselzekerheid en Natuur",
            "Landbouw, Natuur en Voedselkwaliteit",
        ],
    ),
    ("mnre1109", &["Onderwijs, Cultuur en Wetenschap"]),
    ("mnre1073", &["Sociale Zaken en Werkgelegenheid"]),
    ("mnre1025", &["Volksgezondheid, Welzijn en Sport"]),
    ("mnre1171", &["Volkshuisvesting en Ruimtelijke Ordening"]),
];

/// An organisation that makes notas.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisatie {
    /// Its name in full: "Ministerie van Justitie en Veiligheid".
    pub naam: String,
    /// Its address in the register; none for one that is not a ministry there.
    pub tooi: Option<String>,
}

impl Organisatie {
    /// The ministry with this name, without "Ministerie van".
    pub fn ministerie(naam: &str) -> Self {
        let known = MINISTERIES.iter().find(|(_, namen)| {
            let mut namen = namen.iter();
            namen.any(|own| same(own, naam))
        });
        Self {
            naam: format!("Ministerie van {}", naam.trim()),
            tooi: known.map(|(number, _)| format!("{MINISTERIE}{number}")),
        }
    }
}

/// Whether two names are one, whatever the capitals and the commas.
fn same(one: &str, other: &str) -> bool {
    let words = |name: &str| -> Vec<String> {
        let words = name.split(|char: char| char.is_whitespace() || char == ',');
        let words = words.filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect()
    };
    words(one) == words(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ministry_is_found_by_its_name_and_its_former_names() {
        for (name, number) in [
            ("Justitie en Veiligheid", Some("mnre1058")),
            ("volksgezondheid welzijn en sport", Some("mnre1025")),
            ("Economische Zaken en Klimaat", Some("mnre1045")),
            ("Landbouw, Natuur en Voedselkwaliteit", Some("mnre1153")),
            ("Toverkunst", None),
        ] {
            let found = Organisatie::ministerie(name).tooi;
            let wanted = number.map(|own| format!("{MINISTERIE}{own}"));
            assert_eq!(found, wanted, "{name}");
        }
    }
}
