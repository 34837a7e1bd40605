//! DiWoo 0.9.8, the metadata of publication under the Wet open overheid.

use crate::xml::{Element, group, text};
use crate::{Bestand, Gegevens, Metagegevens, Organisatie};

/// The namespace of DiWoo.
const NAMESPACE: &str = "https://standaarden.overheid.nl/diwoo/metadata/";

/// The notions of the government's thesaurus begin with it.
const BEGRIP: &str = "https://identifier.overheid.nl/tooi/def/thes/kern/";

/// The lists of the EU begin with it.
const EU: &str = "http://publications.europa.eu/resource/authority/";

/// The relation of a nota to the letter that it goes with, in the list of kinds
/// of relation (scw_documentrelatie).
pub(crate) const VERWIJST_NAAR: (&str, &str) = ("c_75fac459", "verwijst naar");

/// The metadata for publication, as XML.
pub fn diwoo(gegevens: &Gegevens, keuze: &Metagegevens, document: &Bestand<'_>) -> String {
    of_nota(gegevens, keuze, document).file()
}

pub(crate) fn of_nota(
    gegevens: &Gegevens,
    keuze: &Metagegevens,
    document: &Bestand<'_>,
) -> Element {
    let who = |name| organisatie(name, &gegevens.organisatie);
    let (category, words) = keuze.woo_categorie.begrip();
    let diwoo = group(
        "diwoo:DiWoo",
        [
            gegevens.kenmerk.as_ref().map(|kenmerk| {
                let own = text("diwoo:identifier", kenmerk);
                group("diwoo:identifiers", [Some(own)])
            }),
            Some(who("diwoo:publisher")),
            Some(who("diwoo:verantwoordelijke")),
            Some(who("diwoo:opsteller")),
            Some(group(
                "diwoo:titelcollectie",
                [Some(text("diwoo:officieleTitel", &gegevens.titel))],
            )),
            Some(group(
                "diwoo:classificatiecollectie",
                [
                    Some(group(
                        "diwoo:informatiecategorieen",
                        [Some(begrip("diwoo:informatiecategorie", category, words))],
                    )),
                    Some(group(
                        "diwoo:documentsoorten",
                        [Some(begrip(
                            "diwoo:documentsoort",
                            "c_2977c34f",
                            "beslisnota",
                        ))],
                    )),
                ],
            )),
            Some(text("diwoo:creatiedatum", gegevens.datum.to_string())),
            Some(
                text("diwoo:language", "Nederlands").with("resource", format!("{EU}language/NLD")),
            ),
            Some(
                text("diwoo:format", document.formaat.naam).with_some(
                    "resource",
                    document
                        .formaat
                        .filetype
                        .map(|own| format!("{EU}file-type/{own}")),
                ),
            ),
            Some(group(
                "diwoo:documenthandelingen",
                [Some(vaststelling(gegevens))],
            )),
            gegevens.kamerbrief.as_deref().map(kamerbrief),
        ],
    );
    group("diwoo:Document", [Some(diwoo)]).with("xmlns:diwoo", NAMESPACE)
}

fn begrip(name: &'static str, number: &str, label: &str) -> Element {
    text(name, label).with("resource", format!("{BEGRIP}{number}"))
}

fn organisatie(name: &'static str, organisatie: &Organisatie) -> Element {
    text(name, &organisatie.naam).with_some("resource", organisatie.tooi.clone())
}

/// What was done with the document, on the day of the nota.
fn vaststelling(gegevens: &Gegevens) -> Element {
    group(
        "diwoo:documenthandeling",
        [
            Some(begrip("diwoo:soortHandeling", "c_641ecd76", "vaststelling")),
            Some(text("diwoo:atTime", format!("{}T00:00:00", gegevens.datum))),
            Some(organisatie(
                "diwoo:wasAssociatedWith",
                &gegevens.organisatie,
            )),
        ],
    )
}

/// The letter to parliament that the nota goes with: by its address when it is
/// one, else by its number.
fn kamerbrief(brief: &str) -> Element {
    let is_address = brief.starts_with("https://") || brief.starts_with("http://");
    let (code, label) = VERWIJST_NAAR;
    let relation = group(
        "diwoo:documentrelatie",
        [
            Some(begrip("diwoo:role", code, label)),
            Some(
                text("diwoo:relation", brief)
                    .with_some("resource", is_address.then(|| brief.to_owned())),
            ),
        ],
    );
    group("diwoo:documentrelaties", [Some(relation)])
}
