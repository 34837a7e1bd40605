//! What a field gets of the lines that were found for it.

use nota_model::{Value, dutch};
use nota_template::{FieldKind, FieldSpec};

use super::titles::folded;

/// A value for a field, and the texts that stand for others in it: what was
/// written, and what the nota says instead.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Filled {
    /// The value.
    pub(crate) value: Value,
    /// What was written, and what stands there now.
    pub(crate) instead: Option<(String, String)>,
}

/// The value that lines make.
pub(crate) fn value(spec: &FieldSpec, lines: &[String]) -> Filled {
    if spec.soort == FieldKind::Bijlagen
        && let Some(names) = without_numbers(lines)
    {
        return Filled {
            instead: Some((lines.join("\n"), names.join("\n"))),
            ..value(spec, &names)
        };
    }
    let joined = lines.join(" ");
    let one = |text: String| Filled {
        value: Value::text(text),
        instead: None,
    };
    match &spec.soort {
        FieldKind::Datum => match date(&joined) {
            Some(date) => Filled {
                value: Value::text(date.clone()),
                instead: Some((joined, date)),
            },
            None => one(joined),
        },
        FieldKind::Keuze(choices) => {
            let wanted = folded(&joined);
            let known = choices.iter().find(|own| folded(own) == wanted);
            match known {
                Some(choice) => Filled {
                    value: Value::text(choice.clone()),
                    instead: Some((joined, choice.clone())),
                },
                None => one(joined),
            }
        }
        FieldKind::Tekst => one(joined),
        FieldKind::Lijst | FieldKind::Adressaten | FieldKind::Parafen | FieldKind::Bijlagen => {
            let items = lines.iter().map(|line| Value::text(line.clone()));
            Filled {
                value: Value::List(items.collect()),
                instead: None,
            }
        }
    }
}

/// The lines of a list that is numbered from 1, without their numbers: the nota
/// numbers its bijlagen itself.
fn without_numbers(lines: &[String]) -> Option<Vec<String>> {
    let name = |(at, line): (usize, &String)| {
        let rest = line.strip_prefix(&format!("{}. ", at + 1))?;
        Some(rest.trim_start().to_owned())
    };
    let names: Option<Vec<String>> = lines.iter().enumerate().map(name).collect();
    names.filter(|own| !own.is_empty())
}

/// Whether a field takes more than one line.
pub(crate) fn takes_lines(kind: &FieldKind) -> bool {
    matches!(
        kind,
        FieldKind::Lijst | FieldKind::Adressaten | FieldKind::Parafen | FieldKind::Bijlagen
    )
}

/// A day as the nota writes it, of a day as people write it: "15 maart 2024",
/// "15-03-2024", "2024-03-15". None for anything else.
pub(crate) fn date(text: &str) -> Option<String> {
    let parts: Vec<&str> = text
        .split([' ', '-', '/', '.', '\u{a0}', ','])
        .filter(|part| !part.is_empty())
        .collect();
    let days = [
        "maandag",
        "dinsdag",
        "woensdag",
        "donderdag",
        "vrijdag",
        "zaterdag",
        "zondag",
    ];
    let parts = match parts.as_slice() {
        [day, rest @ ..] if days.contains(&day.to_lowercase().as_str()) => rest,
        all => all,
    };
    let [first, second, third] = parts else {
        return None;
    };
    let number = |text: &str| text.parse::<u32>().ok();
    let month = |text: &str| {
        let lower = text.to_lowercase();
        let named = dutch::MONTHS
            .iter()
            .position(|own| *own == lower || lower.chars().count() == 3 && own.starts_with(&lower));
        named.map(|at| at as u32 + 1).or_else(|| number(text))
    };
    let (year, month, day) = match first.len() {
        4 => (number(first)?, month(second)?, number(third)?),
        _ => (number(third)?, month(second)?, number(first)?),
    };
    let is_day =
        (1900..=2200).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    is_day.then(|| format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::date;

    #[test]
    fn a_day_is_read_as_people_write_it() {
        for (text, day) in [
            ("15 maart 2024", Some("2024-03-15")),
            ("Vrijdag 15 maart 2024", Some("2024-03-15")),
            ("5-3-2024", Some("2024-03-05")),
            ("2024-03-15", Some("2024-03-15")),
            ("1 mrt 2024", None),
            ("maart 2024", None),
            ("32-01-2024", None),
        ] {
            assert_eq!(date(text).as_deref(), day, "{text}");
        }
    }
}
