//! Reads the files of one template. Never fails: what cannot be read is left
//! out and reported, and the rest of the template can be used.

mod column;
pub(crate) mod field;
mod opmaak;
mod role;
mod section;

pub(crate) use field::is_key;

use std::collections::BTreeMap;
use std::sync::Arc;

use nota_model::{Code, Severity};
use toml::de::{DeTable, DeValue};

use crate::fault::{Faults, TemplateFault};
use crate::keys::{ADRES, KOLOM, OPMAAK, SECTIE, TOP, VELD, Values, ZIN, shorten};
use crate::role::FieldRole;
use crate::spec::{Adres, Layout, SeverityRule, Standaardzin, Template};
use crate::standaard;

/// The file that makes a folder a template.
pub(crate) const TEMPLATE_FILE: &str = "template.toml";

/// The layout's entry.
pub(crate) const LAYOUT_FILE: &str = "layout.typ";

/// The example nota of a template.
pub(crate) const EXAMPLE_FILE: &str = "voorbeeld.nota.md";

/// The greatest size of `template.toml` in bytes, ten times the largest real
/// one.
const MAX_BYTES: usize = 200_000;

/// The number of pages above which a nota is long, when the template does not
/// say: 94 % of the notas of 2024 have at most four.
const DEFAULT_MAX_PAGES: usize = 4;

/// Reads the files of a template, whose paths are relative to its own folder.
pub(crate) fn load(id: &str, files: &[(String, Arc<str>)]) -> (Template, Vec<TemplateFault>) {
    let find = |name: &str| files.iter().find(|(path, _)| path == name).map(|(_, t)| t);
    let source = find(TEMPLATE_FILE)
        .map(|text| text.as_ref())
        .unwrap_or_default();
    let file = format!("{id}/{TEMPLATE_FILE}");
    let mut faults = Faults::new(&file, source);
    let mut template = read(id, source, &mut faults);
    template.voorbeeld = find(EXAMPLE_FILE).cloned().unwrap_or_default();
    template.layout = Layout {
        files: layout_files(files),
        ..Layout::default()
    };
    (template, faults.into_sorted())
}

/// The files of a template that its layout needs.
pub(crate) fn layout_files(files: &[(String, Arc<str>)]) -> Vec<(String, Arc<str>)> {
    let own = files.iter();
    own.filter(|(path, _)| !is_prose(path) && path != TEMPLATE_FILE)
        .cloned()
        .collect()
}

/// Whether a file of the folder is for people, not for the layout.
fn is_prose(path: &str) -> bool {
    path.ends_with(".md")
}

/// Reads `template.toml`.
fn read<'a>(id: &str, source: &'a str, faults: &mut Faults<'a>) -> Template {
    let mut template = Template {
        id: id.to_owned(),
        naam: id.to_owned(),
        documentwoord: "nota".to_owned(),
        max_paginas: DEFAULT_MAX_PAGES,
        ..Template::default()
    };
    if source.len() > MAX_BYTES {
        faults.add(
            &(0..0),
            "Dit bestand is groter dan 200 kB. Maak het kleiner: een sjabloon is een lijst van velden en secties.",
        );
        return template;
    }
    let (document, errors) = DeTable::parse_recoverable(source);
    // What follows from a slip in the writing is noise beside the slip itself.
    let mut noise = Faults::new("", source);
    let heard = if errors.is_empty() {
        faults
    } else {
        for error in &errors {
            let span = error.span().unwrap_or_default();
            faults.add(&span, syntax_message(error.message()));
        }
        &mut noise
    };
    let top = Values::open(document.get_ref(), 0..0, TOP, heard);
    fill(&mut template, &top, heard);
    template
}

/// Takes over what stands in the file.
fn fill(template: &mut Template, top: &Values<'_, '_>, faults: &mut Faults<'_>) {
    if let Some(naam) = top.required_text("naam", faults) {
        template.naam = naam.into_inner();
    }
    if let Some(ministerie) = top.text("ministerie", faults) {
        template.ministerie = ministerie.into_inner();
    }
    if let Some(omschrijving) = top.text("omschrijving", faults) {
        template.omschrijving = omschrijving.into_inner();
    }
    template.voorheen = plain(top.texts("voorheen", faults));
    if let Some(woord) = top.text("documentwoord", faults) {
        template.documentwoord = woord.into_inner();
    }
    if let Some(pages) = top.count("max-paginas", faults) {
        template.max_paginas = pages;
    }
    template.velden = field::read_fields(&top.tables("veld", VELD, faults), faults);
    standaard::add(&mut template.velden);
    template.secties = section::read_sections(&top.tables("sectie", SECTIE, faults), faults);
    let asks = template.field_for(FieldRole::Ministerie);
    let asked = asks.is_some_and(|veld| veld.verplicht);
    if template.ministerie.trim().is_empty() && !asked {
        faults.add(
            &top.span_of("ministerie"),
            "‘ministerie’ ontbreekt boven de eerste tabel. Vul het in. Of geef een verplicht veld de rol ‘ministerie’: dan vult de schrijver het in.",
        );
    }
    role::require(&template.velden, top, faults);
    if template.secties.is_empty() {
        faults.add(
            &top.span(),
            "Dit sjabloon heeft geen secties. Voeg er ten minste een toe met [[sectie]].",
        );
    }
    if let Some(adres) = top.table("adres", ADRES, faults) {
        template.adres = Adres {
            regels: plain(adres.texts("regels", faults)),
            web: adres.text("web", faults).map(plain_one).unwrap_or_default(),
        };
    }
    if let Some(opmaak) = top.table("opmaak", OPMAAK, faults) {
        template.opmaak = opmaak::read_opmaak(&opmaak, template, faults);
    }
    if let Some(kolom) = top.table("kolom", KOLOM, faults) {
        template.kolom_eerste = column::read_column(&kolom, "eerste", template, faults);
        template.kolom_volgende = column::read_column(&kolom, "volgende", template, faults);
    }
    for zin in &top.tables("standaardzinnen", ZIN, faults) {
        if let Some(own) = read_sentence(zin, template, faults) {
            template.standaardzinnen.push(own);
        }
    }
    template.regels = read_rules(top, faults);
}

/// A sentence to insert; a section that the template has not is a fault.
fn read_sentence(
    zin: &Values<'_, '_>,
    template: &Template,
    faults: &mut Faults<'_>,
) -> Option<Standaardzin> {
    let naam = zin.required_text("naam", faults);
    let tekst = zin.required_text("tekst", faults);
    let mut secties = Vec::new();
    for key in zin.texts("secties", faults) {
        if template.sectie(key.get_ref()).is_some() {
            secties.push(plain_one(key));
            continue;
        }
        let shown = shorten(key.get_ref());
        faults.add(
            &key.span(),
            format!(
                "De sectie ‘{shown}’ is er niet. Noem de sleutel van een sectie van dit sjabloon."
            ),
        );
    }
    Some(Standaardzin {
        naam: naam?.into_inner(),
        tekst: tekst?.into_inner(),
        secties,
    })
}

/// The severities of `[regels]`, whose keys are the codes of rules.
fn read_rules(top: &Values<'_, '_>, faults: &mut Faults<'_>) -> BTreeMap<Code, SeverityRule> {
    let mut rules = BTreeMap::new();
    let Some(value) = top.find("regels") else {
        return rules;
    };
    let DeValue::Table(table) = value.get_ref() else {
        faults.add(
            &value.span(),
            "‘regels’ moet een tabel zijn: schrijf [regels] erboven.",
        );
        return rules;
    };
    for (key, value) in table.iter() {
        let Some(code) = Code::parse(key.get_ref()) else {
            let key_text = shorten(key.get_ref());
            let message = format!(
                "‘{key_text}’ is geen code van een regel. Een code is een N met drie cijfers, zoals N204."
            );
            faults.add(&key.span(), message);
            continue;
        };
        let severity = match value.get_ref().as_str() {
            Some("uit") => Some(SeverityRule::Off),
            Some(word) => Severity::parse(word).map(SeverityRule::Is),
            None => None,
        };
        match severity {
            Some(severity) => {
                rules.insert(code, severity);
            }
            None => faults.add(
                &value.span(),
                format!("De ernst van {code} moet \"fout\", \"let-op\", \"tip\" of \"uit\" zijn."),
            ),
        }
    }
    rules
}

/// The texts without their places.
fn plain(texts: Vec<crate::keys::Text>) -> Vec<String> {
    texts.into_iter().map(plain_one).collect()
}

fn plain_one(text: crate::keys::Text) -> String {
    text.into_inner()
}

/// A sentence for what the TOML reader stumbled over. Its own messages are
/// English; those that an author meets most have a Dutch one.
fn syntax_message(english: &str) -> String {
    if english.contains("duplicate key") {
        "Deze sleutel staat hier al eerder. Haal er een weg.".to_owned()
    } else {
        "Hier klopt de schrijfwijze van TOML niet. Kijk of alle aanhalingstekens en haken gesloten zijn, en of er ‘sleutel = waarde’ staat.".to_owned()
    }
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
