//! The keys that a `template.toml` may have, by table, and the reading of
//! their values. `docs/sjabloon-schrijven.md` explains each of them to the
//! author of a template; a test compares the two.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::fault::Faults;

/// A table of `template.toml`: how it is written, and the keys it may have.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Group {
    /// How the author writes it: `[[veld]]`. Empty for what stands above the
    /// first table.
    pub(crate) name: &'static str,
    /// Its keys.
    pub(crate) keys: &'static [&'static str],
}

impl Group {
    /// Where its keys stand, in words.
    fn place(&self) -> String {
        match self.name {
            "" => "boven de eerste tabel".to_owned(),
            name => format!("bij {name}"),
        }
    }
}

/// What stands above the first table.
pub(crate) const TOP: Group = Group {
    name: "",
    keys: &[
        "naam",
        "ministerie",
        "omschrijving",
        "voorheen",
        "documentwoord",
        "max-paginas",
        "veld",
        "sectie",
        "kolom",
        "adres",
        "opmaak",
        "regels",
        "standaardzinnen",
    ],
};

/// A sentence that a drafter can insert.
pub(crate) const ZIN: Group = Group {
    name: "[[standaardzinnen]]",
    keys: &["naam", "tekst", "secties"],
};

/// A field of the front matter.
pub(crate) const VELD: Group = Group {
    name: "[[veld]]",
    keys: &[
        "sleutel",
        "naam",
        "opschrift",
        "rol",
        "soort",
        "keuzes",
        "rijen",
        "verplicht",
        "hulp",
        "voorbeeld",
        "patroon",
        "patroon-uitleg",
        "max-tekens",
        "lak",
        "weglating",
        "altijd",
        "witregels",
        "aaneen",
        "standaard",
    ],
};

/// A section of the nota.
pub(crate) const SECTIE: Group = Group {
    name: "[[sectie]]",
    keys: &[
        "sleutel",
        "titel",
        "rol",
        "nummer",
        "onderdeel-van",
        "verplicht",
        "synoniemen",
        "hulp",
        "hint",
        "in-nieuwe-nota",
        "max-tekens",
        "blokken",
        "alleen-intern",
    ],
};

/// The reference column.
pub(crate) const KOLOM: Group = Group {
    name: "[kolom]",
    keys: &["eerste", "volgende"],
};

/// How the letterhead stands on paper.
pub(crate) const OPMAAK: Group = Group {
    name: "[opmaak]",
    keys: &[
        "aan",
        "rijen",
        "actie",
        "parafen",
        "documentwoord",
        "koppen",
        "onderdelen",
        "lint",
        "woordmerk",
        "woordmerk-rest",
        "opsomming",
        "beslissing",
    ],
};

/// The addresses.
pub(crate) const ADRES: Group = Group {
    name: "[adres]",
    keys: &["regels", "web"],
};

/// How many fields or sections a template can have, five times what the
/// largest real one has. It bounds the time that patterns take.
const MAX_TABLES: usize = 100;

/// A text of the file and where it stands.
pub(crate) type Text = Spanned<String>;

/// The values of one table. Whatever is not as it should be is a fault, and
/// reads as absent.
pub(crate) struct Values<'a, 'i> {
    table: &'a DeTable<'i>,
    span: Range<usize>,
    group: Group,
}

impl<'a, 'i> Values<'a, 'i> {
    /// Opens a table; keys that it may not have are faults.
    pub(crate) fn open(
        table: &'a DeTable<'i>,
        span: Range<usize>,
        group: Group,
        faults: &mut Faults<'_>,
    ) -> Self {
        for key in table.keys() {
            let name = key.get_ref().as_ref();
            if !group.keys.contains(&name) {
                faults.add(
                    &key.span(),
                    format!(
                        "De sleutel ‘{}’ bestaat niet {}. Kies uit: {}.",
                        shorten(name),
                        group.place(),
                        group.keys.join(", ")
                    ),
                );
            }
        }
        Self { table, span, group }
    }

    /// Where the table begins.
    pub(crate) fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// Where the value of a key stands; the table itself when it is absent.
    pub(crate) fn span_of(&self, key: &str) -> Range<usize> {
        self.find(key).map_or(self.span(), |value| value.span())
    }

    /// The value of a key of this group.
    pub(crate) fn find(&self, key: &str) -> Option<&'a Spanned<DeValue<'i>>> {
        debug_assert!(self.group.keys.contains(&key), "{key} is not documented");
        self.table.get(key)
    }

    /// A text.
    pub(crate) fn text(&self, key: &str, faults: &mut Faults<'_>) -> Option<Text> {
        let value = self.find(key)?;
        let text = value.get_ref().as_str();
        if text.is_none() {
            let message = format!("‘{key}’ moet een tekst tussen aanhalingstekens zijn.");
            faults.add(&value.span(), message);
        }
        text.map(|text| Spanned::new(value.span(), text.to_owned()))
    }

    /// A text that must be there and not be blank.
    pub(crate) fn required_text(&self, key: &str, faults: &mut Faults<'_>) -> Option<Text> {
        let Some(value) = self.find(key) else {
            let message = format!("‘{key}’ ontbreekt {}.", self.group.place());
            faults.add(&self.span, message);
            return None;
        };
        let text = self.text(key, faults)?;
        if text.get_ref().trim().is_empty() {
            faults.add(&value.span(), format!("‘{key}’ is leeg. Vul een tekst in."));
            return None;
        }
        Some(text)
    }

    /// `true` or `false`; none when absent.
    pub(crate) fn flag(&self, key: &str, faults: &mut Faults<'_>) -> Option<bool> {
        let value = self.find(key)?;
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            let message = format!("‘{key}’ moet true of false zijn, zonder aanhalingstekens.");
            faults.add(&value.span(), message);
        }
        flag
    }

    /// A whole number of at least 1.
    pub(crate) fn count(&self, key: &str, faults: &mut Faults<'_>) -> Option<usize> {
        let value = self.find(key)?;
        let count = value
            .get_ref()
            .as_integer()
            .and_then(|number| usize::from_str_radix(number.as_str(), number.radix()).ok())
            .filter(|count| *count > 0);
        if count.is_none() {
            let message = format!("‘{key}’ moet een heel getal van 1 of meer zijn.");
            faults.add(&value.span(), message);
        }
        count
    }

    /// A number within these bounds.
    pub(crate) fn number(
        &self,
        key: &str,
        least: f64,
        most: f64,
        faults: &mut Faults<'_>,
    ) -> Option<f64> {
        let value = self.find(key)?;
        let whole = value.get_ref().as_integer().map(|own| own.as_str());
        let broken = value.get_ref().as_float().map(|own| own.as_str());
        let number = whole
            .or(broken)
            .and_then(|text| text.replace('_', "").parse::<f64>().ok())
            .filter(|number| (least..=most).contains(number));
        if number.is_none() {
            let message = format!("‘{key}’ moet een getal van {least} tot en met {most} zijn.");
            faults.add(&value.span(), message);
        }
        number
    }

    /// A list of texts; empty when absent.
    pub(crate) fn texts(&self, key: &str, faults: &mut Faults<'_>) -> Vec<Text> {
        let Some(value) = self.find(key) else {
            return Vec::new();
        };
        let message =
            || format!("‘{key}’ moet een lijst van teksten zijn, zoals [\"een\", \"twee\"].");
        let Some(items) = value.get_ref().as_array() else {
            faults.add(&value.span(), message());
            return Vec::new();
        };
        let mut texts = Vec::new();
        for item in items.iter() {
            match item.get_ref().as_str() {
                Some(text) => texts.push(Spanned::new(item.span(), text.to_owned())),
                None => faults.add(&item.span(), message()),
            }
        }
        texts
    }

    /// The tables of `[[key]]`, opened as `group`.
    pub(crate) fn tables(
        &self,
        key: &str,
        group: Group,
        faults: &mut Faults<'_>,
    ) -> Vec<Values<'a, 'i>> {
        let Some(value) = self.find(key) else {
            return Vec::new();
        };
        let message = || format!("Schrijf hier {} boven elk onderdeel.", group.name);
        let Some(items) = value.get_ref().as_array() else {
            faults.add(&value.span(), message());
            return Vec::new();
        };
        if let Some(first) = items.get(MAX_TABLES) {
            let message = format!(
                "Een sjabloon heeft ten hoogste {MAX_TABLES} keer {}.",
                group.name
            );
            faults.add(&first.span(), message);
        }
        let mut tables = Vec::new();
        for item in items.iter().take(MAX_TABLES) {
            match item.get_ref().as_table() {
                Some(table) => tables.push(Values::open(table, item.span(), group, faults)),
                None => faults.add(&item.span(), message()),
            }
        }
        tables
    }

    /// The table `[key]`, opened as `group`.
    pub(crate) fn table(
        &self,
        key: &str,
        group: Group,
        faults: &mut Faults<'_>,
    ) -> Option<Values<'a, 'i>> {
        let value = self.find(key)?;
        let Some(table) = value.get_ref().as_table() else {
            let message = format!(
                "‘{key}’ moet een tabel zijn: schrijf {} erboven.",
                group.name
            );
            faults.add(&value.span(), message);
            return None;
        };
        Some(Values::open(table, value.span(), group, faults))
    }
}

/// A text from the file, short enough to quote in a sentence.
pub(crate) fn shorten(text: &str) -> String {
    const MAX: usize = 40;
    let line = text.lines().next().unwrap_or_default();
    if line.chars().count() <= MAX && line.len() == text.len() {
        return line.to_owned();
    }
    let mut short: String = line.chars().take(MAX).collect();
    short.push('…');
    short
}
