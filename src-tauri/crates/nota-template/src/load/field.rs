//! Reads the fields of a template.

use std::collections::HashSet;

use nota_model::find_grond;
use regex::{Regex, RegexBuilder};

use super::role;
use crate::fault::Faults;
use crate::keys::{Text, Values, shorten};
use crate::spec::{FieldKind, FieldSpec, Patroon, RESERVED_FIELDS, TODAY};

/// The greatest number of bytes of a pattern. With the memory it bounds the
/// time that reading one takes.
const MAX_PATTERN_LENGTH: usize = 200;

/// The memory that a compiled pattern may take, in bytes: plenty for the
/// pattern of a long reference, and little enough that a pattern like
/// `(\w{999}){999}` is refused at once.
const MAX_PATTERN_BYTES: usize = 1 << 18;

/// The greatest number of lines that are kept free in the column.
const MAX_FREE_LINES: usize = 10;

/// Reads the fields; one without a usable key is left out.
pub(crate) fn read_fields(tables: &[Values<'_, '_>], faults: &mut Faults<'_>) -> Vec<FieldSpec> {
    let mut seen = HashSet::new();
    let mut fields = Vec::new();
    for table in tables {
        let Some(key) = read_key(table, faults) else {
            continue;
        };
        let span = table.span_of("sleutel");
        if RESERVED_FIELDS.contains(&key.as_str()) {
            faults.add(
                &span,
                format!("‘{key}’ heeft elke nota al, en kan geen veld van een sjabloon zijn."),
            );
        } else if seen.insert(key.clone()) {
            let mut field = read_field(key, table, faults);
            role::read_field_role(&mut field, &fields, table, faults);
            fields.push(field);
        } else {
            let message = format!("Er is al een veld ‘{key}’. Kies een andere sleutel.");
            faults.add(&span, message);
        }
    }
    fields
}

/// The value of `sleutel`, in the form that a key must have.
pub(super) fn read_key(table: &Values<'_, '_>, faults: &mut Faults<'_>) -> Option<String> {
    let key = table.required_text("sleutel", faults)?;
    if is_key(key.get_ref()) {
        return Some(key.into_inner());
    }
    let message = format!(
        "De sleutel ‘{}’ kan niet. Gebruik kleine letters, cijfers en streepjes, en begin met een letter.",
        shorten(key.get_ref())
    );
    faults.add(&key.span(), message);
    None
}

/// Whether a text can be a key: `geadviseerd-besluit`.
pub(crate) fn is_key(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

fn read_field(sleutel: String, table: &Values<'_, '_>, faults: &mut Faults<'_>) -> FieldSpec {
    let naam = table
        .required_text("naam", faults)
        .map_or_else(|| sleutel.clone(), Text::into_inner);
    let opschrift = table.text("opschrift", faults).map(Text::into_inner);
    let field = FieldSpec {
        opschrift: opschrift.unwrap_or_else(|| naam.clone()),
        rol: None,
        soort: read_kind(table, faults),
        verplicht: table.flag("verplicht", faults).unwrap_or(false),
        hulp: read_plain(table, "hulp", faults),
        voorbeeld: read_plain(table, "voorbeeld", faults),
        patroon: read_pattern(table, faults),
        rijen: super::plain(table.texts("rijen", faults)),
        max_tekens: table.count("max-tekens", faults),
        lak: read_ground(table, faults),
        weglating: table.text("weglating", faults).map(Text::into_inner),
        altijd: table.flag("altijd", faults).unwrap_or(false),
        witregels: table
            .count("witregels", faults)
            .unwrap_or(0)
            .min(MAX_FREE_LINES),
        aaneen: table.flag("aaneen", faults).unwrap_or(false),
        standaard: table.text("standaard", faults).map(Text::into_inner),
        sleutel,
        naam,
    };
    if !field.rijen.is_empty() && field.soort != FieldKind::Parafen {
        let message = "‘rijen’ hoort alleen bij soort = \"parafen\".";
        faults.add(&table.span_of("rijen"), message);
    }
    check_default(&field, table, faults);
    field
}

fn read_plain(table: &Values<'_, '_>, key: &str, faults: &mut Faults<'_>) -> String {
    let text = table.text(key, faults);
    text.map(Text::into_inner).unwrap_or_default()
}

fn read_kind(table: &Values<'_, '_>, faults: &mut Faults<'_>) -> FieldKind {
    let choices = table.texts("keuzes", faults);
    let kind = table.text("soort", faults);
    let word = kind
        .as_ref()
        .map_or("tekst", |kind| kind.get_ref().as_str());
    if word != "keuze" && table.find("keuzes").is_some() {
        let message = "‘keuzes’ hoort alleen bij soort = \"keuze\".";
        faults.add(&table.span_of("keuzes"), message);
    }
    match word {
        "tekst" => FieldKind::Tekst,
        "datum" => FieldKind::Datum,
        "lijst" => FieldKind::Lijst,
        "adressaten" => FieldKind::Adressaten,
        "parafen" => FieldKind::Parafen,
        "bijlagen" => FieldKind::Bijlagen,
        "keuze" => {
            if choices.is_empty() {
                let message = "Bij soort = \"keuze\" hoort een lijst ‘keuzes’.";
                faults.add(&table.span_of("soort"), message);
            }
            FieldKind::Keuze(super::plain(choices))
        }
        other => {
            let message = format!(
                "De soort ‘{}’ bestaat niet. Kies uit: tekst, datum, keuze, lijst, adressaten, parafen, bijlagen.",
                shorten(other)
            );
            faults.add(&table.span_of("soort"), message);
            FieldKind::Tekst
        }
    }
}

fn read_pattern(table: &Values<'_, '_>, faults: &mut Faults<'_>) -> Option<Patroon> {
    let explanation = table.text("patroon-uitleg", faults).map(Text::into_inner);
    let Some(pattern) = table.text("patroon", faults) else {
        if explanation.is_some() {
            let message = "‘patroon-uitleg’ staat er zonder ‘patroon’.";
            faults.add(&table.span_of("patroon-uitleg"), message);
        }
        return None;
    };
    let Some(regex) = compile(pattern.get_ref()) else {
        let message = "Dit patroon is niet te lezen of te groot. Schrijf het tussen enkele aanhalingstekens, zoals '[0-9]{7}'.";
        faults.add(&pattern.span(), message);
        return None;
    };
    if explanation.is_none() {
        let message = "Zeg met ‘patroon-uitleg’ in gewone woorden wat er verwacht wordt, zoals \"zeven cijfers\".";
        faults.add(&pattern.span(), message);
    }
    Some(Patroon {
        regex,
        uitleg: explanation.unwrap_or_default(),
    })
}

/// Compiles a pattern so that the whole value must match. The pattern is read
/// on its own first: `a)|(b` is only one between the brackets added here.
fn compile(pattern: &str) -> Option<Regex> {
    let build = |pattern: &str| {
        RegexBuilder::new(pattern)
            .size_limit(MAX_PATTERN_BYTES)
            .dfa_size_limit(MAX_PATTERN_BYTES)
            .build()
            .ok()
    };
    if pattern.len() > MAX_PATTERN_LENGTH {
        return None;
    }
    build(pattern)?;
    build(&format!("^(?:{pattern})$"))
}

fn read_ground(table: &Values<'_, '_>, faults: &mut Faults<'_>) -> Option<String> {
    let ground = table.text("lak", faults)?;
    if find_grond(ground.get_ref()).is_none() {
        let message = format!(
            "De Woo kent geen grond ‘{}’. Schrijf bijvoorbeeld \"5.1.2e\".",
            shorten(ground.get_ref())
        );
        faults.add(&ground.span(), message);
        return None;
    }
    Some(ground.into_inner())
}

/// A default that the rules would refuse helps nobody.
fn check_default(field: &FieldSpec, table: &Values<'_, '_>, faults: &mut Faults<'_>) {
    let Some(default) = &field.standaard else {
        return;
    };
    let span = table.span_of("standaard");
    match &field.soort {
        FieldKind::Keuze(choices) if !choices.contains(default) => {
            faults.add(&span, "‘standaard’ is geen van de keuzes.");
        }
        FieldKind::Datum if default != TODAY => {
            let message = format!("Bij een datum kan ‘standaard’ alleen \"{TODAY}\" zijn.");
            faults.add(&span, message);
        }
        FieldKind::Tekst | FieldKind::Keuze(_) | FieldKind::Datum => {}
        FieldKind::Lijst | FieldKind::Adressaten => {}
        FieldKind::Parafen | FieldKind::Bijlagen => {
            faults.add(&span, "Dit soort veld kan geen ‘standaard’ hebben.");
        }
    }
    if let Some(pattern) = &field.patroon
        && !pattern.regex.is_match(default)
    {
        faults.add(&span, "‘standaard’ past niet bij het eigen ‘patroon’.");
    }
}
