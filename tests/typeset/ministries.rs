//! Where the first page of each ministry has its parts, as measured in
//! published notas; of OCW and Defensie no page was seen, so that only what
//! stands in which order is held there.

use nota_tests::pdf::letters;
use nota_tests::runner::{Case, Verdict};

use super::{Measure, example_of, measures_of, verdict};

/// BZK, 13 December 2023; VRO has the same page.
const BZK: [Measure; 8] = [
    (1, "Aan", 28.0, 76.8, 9.0),
    (1, "MBZK", 66.9, 76.8, 9.0),
    (1, "Van", 28.0, 81.0, 9.0),
    (1, "CZW/CZ", 66.9, 81.0, 9.0),
    (1, "Oplegnota", 67.2, 96.6, 9.0),
    (1, "TER ONDERTEKENING", 164.48, 57.1, 6.5),
    (1, "Aanleiding", 27.9, 122.8, 9.0),
    (1, "Pagina 1 van 1", 164.48, 285.7, 6.5),
];

/// EZK, 11 January 2024, where a line stands under the parafen; LVVN and KGG
/// have the same page. Tops that were measured of small letters are 2.3 mm
/// above the baseline, of the heading 4.8 mm.
const EZK: [Measure; 11] = [
    (1, "Aan", 27.5, 63.4, 9.0),
    (1, "Kamerbrief vierde ronde", 75.0, 99.0, 9.0),
    (1, "Auteur", 161.8, 66.0, 6.5),
    (1, "TER BESLISSING", 161.8, 85.4, 6.5),
    (1, "Datum", 161.8, 88.6, 6.5),
    (1, "Kenmerk", 161.8, 96.6, 6.5),
    (1, "Kopie aan", 161.8, 110.9, 6.5),
    (1, "Bijlage(n)", 161.8, 120.4, 6.5),
    (1, "Parafenroute", 27.5, 128.0, 6.5),
    (1, "Aanleiding", 27.5, 169.8, 14.0),
    (1, "Pagina 1 van", 161.6, 284.6, 6.5),
];

/// AZ, from the picture of a page at 200 dots an inch. The ink of small
/// capitals begins 1.7 mm above the baseline.
const AZ: [Measure; 7] = [
    (1, "Aan de Minister-President", 27.6, 60.1, 9.0),
    (1, "Beslisnota", 28.1, 94.0, 20.0),
    (1, "Beantwoording Kamervragen", 66.9, 98.5, 9.0),
    (1, "Lijnparaaf", 27.7, 114.1, 6.5),
    (1, "Medeparaaf", 66.9, 114.1, 6.5),
    (1, "Aanleiding", 27.7, 139.6, 9.0),
    (1, "Pagina 1 van 1", 164.4, 280.4, 6.5),
];

/// A baseline that nobody measured: it is never far off.
const UNMEASURED: f64 = f64::NAN;

/// VWS in 2020, from a scan.
const VWS: [Measure; 6] = [
    (1, "de minister van Volksgezondheid", 66.9, 56.0, 9.0),
    (1, "(ter beslissing)", 28.0, 107.0, 9.0),
    (1, "het bericht", 75.0, 107.0, 9.0),
    (1, "1. Aanleiding", 28.0, UNMEASURED, 9.0),
    (1, "Bijgaand treft u", 35.3, UNMEASURED, 9.0),
    (1, "Pagina 1 van", 164.48, 285.7, 6.5),
];

/// What stands one under the other.
const OCW: [&str; 6] = [
    "TER ONDERTEKENING",
    "Aan: MOCW",
    "Beantwoording kamervragen",
    "Aanleiding",
    "Geadviseerd besluit",
    "Toelichting",
];

/// As [`OCW`].
const DEFENSIE: [&str; 7] = [
    "Aan",
    "Van",
    "Afgestemd met",
    "In afschrift aan",
    "Aanleiding",
    "Informatie die niet openbaar wordt gemaakt",
    "DE DIRECTEUR-GENERAAL BELEID",
];

pub(crate) fn cases() -> Vec<Case> {
    vec![
        Case::new("measures at BZK", |_| measures_of("bzk/beslisnota", &BZK)),
        Case::new("measures at EZK", |_| measures_of("ezk/beslisnota", &EZK)),
        Case::new("measures at AZ", |_| measures_of("az/beslisnota", &AZ)),
        Case::new("measures at VWS in 2020", |_| {
            measures_of("vws/nota-ter-beslissing", &VWS)
        }),
        Case::new("order at OCW", |_| order("ocw/beslisnota", &OCW)),
        Case::new("order at Defensie", |_| {
            order("defensie/beslisnota", &DEFENSIE)
        }),
    ]
}

/// The lines at the left of page 1 stand in this order.
fn order(template: &str, expected: &[&str]) -> Verdict {
    let lines = letters(&example_of(template)?)?;
    let mut faults = Vec::new();
    let mut above = 0.0;
    for text in expected {
        let found = lines.iter().find(|line| {
            line.page == 1 && line.x < 80.0 && line.baseline > above && line.text.starts_with(text)
        });
        match found {
            Some(line) => above = line.baseline,
            None => faults.push(format!("{text:?} does not stand below {above:.1} mm")),
        }
    }
    verdict(faults)
}
