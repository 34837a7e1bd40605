//! MDTO 1.0.1, the metadata of the archive: the nota as `informatieobject` and
//! the document as `bestand`. The order of the elements is that of the schema.

use nota_model::Grond;

use crate::diwoo::VERWIJST_NAAR;
use crate::xml::{Element, group, text};
use crate::{Beslissing, Bestand, Gegevens, Metagegevens, Organisatie, Versie, Waardering};

/// The namespace of MDTO.
const NAMESPACE: &str = "https://www.nationaalarchief.nl/mdto";

/// Where the schema is.
const SCHEMA: &str =
    "https://www.nationaalarchief.nl/mdto https://www.nationaalarchief.nl/mdto/MDTO-XML1.0.1.xsd";

/// What the register of organisations is called.
const REGISTER: &str = "Register van overheidsorganisaties (TOOI)";

/// The metadata of the nota, as XML.
pub fn informatieobject(
    gegevens: &Gegevens,
    keuze: &Metagegevens,
    document: &Bestand<'_>,
) -> String {
    nota(gegevens, keuze, document).file()
}

/// The metadata of the document, as XML.
pub fn bestand(gegevens: &Gegevens, keuze: &Metagegevens, document: &Bestand<'_>) -> String {
    of_document(gegevens, keuze, document).file()
}

pub(crate) fn nota(gegevens: &Gegevens, keuze: &Metagegevens, document: &Bestand<'_>) -> Element {
    let elements = vec![
        Some(identificatie("identificatie", gegevens, keuze, document)),
        Some(text("naam", &gegevens.titel)),
        Some(begrip(
            "aggregatieniveau",
            ("Archiefstuk", None),
            "Begrippenlijst Aggregatieniveaus MDTO",
        )),
        Some(begrip(
            "classificatie",
            ("beslisnota", Some("c_2977c34f")),
            "TOOI-waardelijst documentsoorten (ccw_plooi_documentsoorten)",
        )),
        Some(text("taal", "nl")),
        Some(creatie(gegevens)),
        gegevens
            .beslissing
            .as_ref()
            .map(|own| beslissing(own, gegevens)),
        Some(waardering(keuze.waardering)),
        bewaartermijn(keuze),
        categorie(keuze),
        Some(group(
            "heeftRepresentatie",
            [
                Some(text("verwijzingNaam", document.naam)),
                Some(of_file(
                    "verwijzingIdentificatie",
                    gegevens,
                    keuze,
                    document,
                )),
            ],
        )),
        gegevens.kamerbrief.as_deref().map(kamerbrief),
        Some(actor("archiefvormer", &gegevens.organisatie)),
    ];
    let restrictions = beperkingen(gegevens).into_iter().map(Some);
    root(group(
        "informatieobject",
        elements.into_iter().chain(restrictions),
    ))
}

pub(crate) fn of_document(
    gegevens: &Gegevens,
    keuze: &Metagegevens,
    document: &Bestand<'_>,
) -> Element {
    let checksum = group(
        "checksum",
        [
            Some(begrip(
                "checksumAlgoritme",
                ("SHA256", None),
                "Begrippenlijst ChecksumAlgoritme MDTO",
            )),
            Some(text("checksumWaarde", document.sha256)),
            Some(text(
                "checksumDatum",
                document.gemaakt.format("%Y-%m-%dT%H:%M:%S").to_string(),
            )),
        ],
    );
    root(group(
        "bestand",
        [
            Some(of_file("identificatie", gegevens, keuze, document)),
            Some(text("naam", document.naam)),
            Some(text("omvang", document.omvang.to_string())),
            Some(begrip(
                "bestandsformaat",
                (document.formaat.naam, Some(document.formaat.pronom)),
                "PRONOM-register",
            )),
            Some(checksum),
            Some(group(
                "isRepresentatieVan",
                [
                    Some(text("verwijzingNaam", &gegevens.titel)),
                    Some(identificatie(
                        "verwijzingIdentificatie",
                        gegevens,
                        keuze,
                        document,
                    )),
                ],
            )),
        ],
    ))
}

fn root(element: Element) -> Element {
    group("MDTO", [Some(element)])
        .with("xmlns", NAMESPACE)
        .with("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
        .with("xsi:schemaLocation", SCHEMA)
}

/// By which number the nota is known, and where. A number that is withheld
/// cannot be it; the name of the document then is.
fn identificatie(
    name: &'static str,
    gegevens: &Gegevens,
    keuze: &Metagegevens,
    document: &Bestand<'_>,
) -> Element {
    match &gegevens.kenmerk {
        Some(kenmerk) => number(name, kenmerk, source(gegevens, keuze)),
        None => number(name, document.naam, "Bestandsnaam"),
    }
}

/// By which number the document is known: that of the nota with its own name.
fn of_file(
    name: &'static str,
    gegevens: &Gegevens,
    keuze: &Metagegevens,
    document: &Bestand<'_>,
) -> Element {
    match &gegevens.kenmerk {
        Some(kenmerk) => {
            let whole = format!("{kenmerk}/{}", document.naam);
            number(name, &whole, source(gegevens, keuze))
        }
        None => number(name, document.naam, "Bestandsnaam"),
    }
}

fn number(name: &'static str, kenmerk: &str, bron: &str) -> Element {
    group(
        name,
        [
            Some(text("identificatieKenmerk", kenmerk)),
            Some(text("identificatieBron", bron)),
        ],
    )
}

/// Where the numbers of notas come from.
fn source<'a>(gegevens: &'a Gegevens, keuze: &'a Metagegevens) -> &'a str {
    match keuze.bron.trim() {
        "" => &gegevens.organisatie.naam,
        bron => bron,
    }
}

/// A notion: its words and its code, from a list.
fn begrip(name: &'static str, (label, code): (&str, Option<&str>), lijst: &str) -> Element {
    group(
        name,
        [
            Some(text("begripLabel", label)),
            code.map(|code| text("begripCode", code)),
            Some(group(
                "begripBegrippenlijst",
                [Some(text("verwijzingNaam", lijst))],
            )),
        ],
    )
}

/// An organisation, never a person.
fn actor(name: &'static str, organisatie: &Organisatie) -> Element {
    let tooi = organisatie.tooi.as_deref();
    group(
        name,
        [
            Some(text("verwijzingNaam", &organisatie.naam)),
            tooi.map(|tooi| number("verwijzingIdentificatie", tooi, REGISTER)),
        ],
    )
}

/// That the nota was made.
fn creatie(gegevens: &Gegevens) -> Element {
    group(
        "event",
        [
            Some(begrip(
                "eventType",
                ("Creatie", None),
                "Begrippenlijst EventTypeLijst MDTO",
            )),
            Some(text("eventTijd", gegevens.datum.to_string())),
            Some(actor("eventVerantwoordelijkeActor", &gegevens.organisatie)),
        ],
    )
}

/// That was decided on the nota. MDTO has no word of its own for it, and lets
/// an organisation use another list.
fn beslissing(own: &Beslissing, gegevens: &Gegevens) -> Element {
    group(
        "event",
        [
            Some(begrip(
                "eventType",
                ("Beslissing", None),
                "Handelingen bij een beslisnota",
            )),
            Some(text("eventTijd", own.datum.to_string())),
            Some(actor("eventVerantwoordelijkeActor", &gegevens.organisatie)),
            Some(text("eventResultaat", &own.besluit)),
        ],
    )
}

/// The letter to parliament that the nota goes with. The kind of relation is
/// that of DiWoo.
fn kamerbrief(brief: &str) -> Element {
    let (code, label) = VERWIJST_NAAR;
    group(
        "gerelateerdInformatieobject",
        [
            Some(group(
                "gerelateerdInformatieobjectVerwijzing",
                [Some(text("verwijzingNaam", brief))],
            )),
            Some(begrip(
                "gerelateerdInformatieobjectTypeRelatie",
                (label, Some(code)),
                "TOOI-waardelijst documentrelaties (scw_documentrelatie)",
            )),
        ],
    )
}

fn waardering(own: Waardering) -> Element {
    let (label, code) = own.begrip();
    let lijst = "Begrippenlijst Waarderingen MDTO";
    begrip("waardering", (label, Some(code)), lijst)
}

/// How long it is kept, when it is not kept for ever.
fn bewaartermijn(keuze: &Metagegevens) -> Option<Element> {
    let ends = keuze.waardering == Waardering::Vernietigen;
    let years = || format!("P{}Y", keuze.bewaartermijn);
    ends.then(|| group("bewaartermijn", [Some(text("termijnLooptijd", years()))]))
}

/// The category in the selection list of the organisation, when it named both.
fn categorie(keuze: &Metagegevens) -> Option<Element> {
    let (lijst, code) = (keuze.selectielijst.trim(), keuze.categorie.trim());
    let known = !lijst.is_empty() && !code.is_empty();
    known.then(|| begrip("informatiecategorie", (code, Some(code)), lijst))
}

/// Who may not read all of it, and why; at least one element, as MDTO asks.
fn beperkingen(gegevens: &Gegevens) -> Vec<Element> {
    let restriction = |label: &str, code: Option<&str>, lijst: &str, words: Option<&str>| {
        group(
            "beperkingGebruik",
            [
                Some(begrip("beperkingGebruikType", (label, code), lijst)),
                words.map(|words| text("beperkingGebruikNadereBeschrijving", words)),
            ],
        )
    };
    let of_ground = |grond: &&Grond| {
        restriction(
            &grond.artikel(),
            Some(grond.code),
            "Uitzonderingsgronden Wet open overheid",
            Some(grond.omschrijving),
        )
    };
    let mut out: Vec<Element> = gegevens.gronden.iter().map(of_ground).collect();
    if let Some(rubricering) = &gegevens.rubricering {
        out.push(restriction(
            rubricering,
            None,
            "Besluit voorschrift informatiebeveiliging rijksdienst bijzondere informatie",
            None,
        ));
    }
    if out.is_empty() {
        let words = match gegevens.versie {
            Versie::Intern => "Er is niets gelakt.",
            Versie::Openbaar => "Dit is de openbare versie.",
        };
        let lijst = "Openbaarheid volgens de Wet open overheid";
        out.push(restriction("Geen beperking", None, lijst, Some(words)));
    }
    out
}
