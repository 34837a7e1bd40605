//! N202: a field whose value is not what the template asks for.

use nota_model::{Change, Code, FieldPath, Finding, Place, TextSite, Value};
use nota_template::{FieldKind, FieldSpec};

use crate::phrase::{alternatives, datum, guess_date, quote, read_date};
use crate::{Context, Findings, Rule};

/// See `veld_ongeldig.md`.
pub struct VeldOngeldig;

/// What is wrong with a value.
struct Wrong {
    /// What was found, in Dutch.
    reden: String,
    /// What is expected, in Dutch.
    verwacht: String,
    /// How that is written in the file, in a Dutch sentence; mostly empty.
    bestand: &'static str,
    /// The value that was probably meant.
    meant: Option<String>,
}

impl Rule for VeldOngeldig {
    fn code(&self) -> Code {
        Code(202)
    }

    fn page(&self) -> &'static str {
        include_str!("veld_ongeldig.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        for spec in &context.template.velden {
            let Some(field) = context.nota.front.find(&spec.sleutel) else {
                continue;
            };
            if let Some(wrong) = wrong_shape(spec, &field.value) {
                let place = Place::field(field.key.clone()).at(field.origin.span());
                findings.add(|| self.finding(spec, place, wrong));
                continue;
            }
            let texts = context.field_texts.iter();
            for text in texts.filter(|text| belongs(text, &field.key)) {
                if let Some(wrong) = wrong_text(spec, text) {
                    findings.add(|| self.finding(spec, text.place.clone(), wrong));
                }
            }
        }
    }
}

impl VeldOngeldig {
    fn finding(&self, spec: &FieldSpec, place: Place, wrong: Wrong) -> Finding {
        let path = place.field.clone();
        let finding = Finding::new(self.code(), place)
            .arg("veld", spec.naam.clone())
            .arg("reden", wrong.reden)
            .arg("verwacht", wrong.verwacht)
            .arg("bestand", wrong.bestand);
        match (path, wrong.meant) {
            (Some(path), Some(text)) => finding.fix(
                format!(
                    "Veranderen in {}",
                    read_date(&text).map_or_else(|| text.clone(), datum)
                ),
                Change::SetField {
                    path,
                    value: Value::Text(text),
                },
            ),
            _ => finding,
        }
    }
}

/// Whether a text of the front matter is part of this field.
fn belongs(text: &TextSite, key: &str) -> bool {
    let path = text.place.field.as_deref().unwrap_or_default();
    FieldPath::leads_into(path, key)
}

/// What is wrong with the shape of a value: a list where one text belongs, or
/// a record where a line belongs.
fn wrong_shape(spec: &FieldSpec, value: &Value) -> Option<Wrong> {
    let wrong = |reden: &str, verwacht: &str, bestand: &'static str| {
        Some(Wrong {
            reden: reden.to_owned(),
            verwacht: verwacht.to_owned(),
            bestand,
            meant: None,
        })
    };
    let is_line = |item: &Value| matches!(item, Value::Text(_) | Value::Empty);
    let has_part = |item: &Value, name: &str| is_line(item) || item.part(name).is_some();
    const ONE: &str = "In het bestand staat die achter de dubbele punt.";
    match (&spec.soort, value) {
        (_, Value::Empty) => None,
        (FieldKind::Tekst | FieldKind::Datum | FieldKind::Keuze(_), value) => match value {
            Value::Text(_) => None,
            Value::List(_) => wrong("hier staat een lijst", "hier één waarde", ONE),
            _ => wrong("hier staan namen met waarden", "hier één waarde", ONE),
        },
        (FieldKind::Lijst | FieldKind::Adressaten, value) if !value.items().iter().all(is_line) => {
            wrong(
                "een regel bestaat uit meer delen",
                "elke regel als één tekst",
                "In het bestand staat die achter een streepje.",
            )
        }
        (FieldKind::Parafen, value)
            if !value.items().iter().all(|item| has_part(item, "functie")) =>
        {
            wrong(
                "bij een paraaf staat geen functie",
                "bij elke paraaf de functie",
                "In het bestand is een rij „- functie: Minister”.",
            )
        }
        (FieldKind::Bijlagen, value)
            if !value.items().iter().all(|item| has_part(item, "naam")) =>
        {
            wrong(
                "bij een bijlage staat geen naam",
                "bij elke bijlage de naam",
                "In het bestand staat die achter een streepje, of als „- naam: …”.",
            )
        }
        _ => None,
    }
}

/// What is wrong with one text of a field.
fn wrong_text(spec: &FieldSpec, text: &TextSite) -> Option<Wrong> {
    let value = text.text.trim();
    if value.is_empty() {
        return None;
    }
    let quoted = quote(value);
    match &spec.soort {
        FieldKind::Datum if read_date(value).is_none() => {
            let guess = guess_date(value);
            return Some(Wrong {
                reden: match guess {
                    Some(_) => format!("{quoted} heeft niet de vaste vorm van een datum"),
                    None => format!("de datum {quoted} bestaat niet"),
                },
                verwacht: "bijvoorbeeld 15 maart 2024".to_owned(),
                bestand: "In het bestand staat een datum als 2024-03-15.",
                meant: guess.map(|date| date.format("%Y-%m-%d").to_string()),
            });
        }
        FieldKind::Keuze(choices) if !choices.iter().any(|own| own == value) => {
            let lower = value.to_lowercase();
            let same = choices.iter().find(|own| own.to_lowercase() == lower);
            return Some(Wrong {
                reden: format!("“{quoted}” is geen keuze uit de lijst"),
                verwacht: alternatives(choices),
                bestand: "",
                meant: same.cloned(),
            });
        }
        _ => {}
    }
    if let Some(patroon) = &spec.patroon
        && !patroon.regex.is_match(value)
    {
        return Some(Wrong {
            reden: format!("“{quoted}” heeft niet de vaste vorm"),
            verwacht: patroon.uitleg.clone(),
            bestand: "",
            meant: None,
        });
    }
    let most = spec.max_tekens?;
    let count = value.chars().count();
    (count > most).then(|| Wrong {
        reden: format!("de tekst telt {count} tekens"),
        verwacht: format!("hooguit {most} tekens"),
        bestand: "",
        meant: None,
    })
}
