//! The front page: the letterhead of the sheet, and the metadata.

use chrono::{Datelike, NaiveDate};
use nota_sheet::{ColumnPart as SheetPart, Entry, Labelled, Line, Sheet};
use nota_template::Measures;

use super::VIEW_VERSION;
use super::blocks::{Builder, Nested};
use super::glue::HOLD;
use super::inlines::{Setting, label, plain};
use super::kinds::{Adresrij, ColumnPart, Datum, Paraaf, Regel, Voorblad};
use crate::clean::clean;
use crate::metrics::width;
use crate::{Fonts, HouseStyle};

/// The date in the metadata of a nota without one: fixed, so that the same
/// nota gives the same bytes, and clearly no real date of a nota.
const NO_DATE: Datum = Datum {
    jaar: 2000,
    maand: 1,
    dag: 1,
};

/// The width of a line in the margin, in ems of its text: the body column in
/// 6.5 points.
const MARGIN_LINE: f64 = 57.0;

/// Metadata longer than this is cut: a PDF has a limit on strings.
const MAX_METADATA: usize = 1000;

/// Everything but the body.
pub(crate) fn voorblad(
    sheet: &Sheet<'_>,
    measures: Measures,
    fonts: &Fonts,
    style: &HouseStyle,
) -> Voorblad {
    let own = &sheet.letterhead;
    let mut fields = Builder::new(sheet, measures, fonts, Nested::InPlace);
    let onderwerp = fields.runs(&own.title.stretches, Setting::PARAGRAPH);
    let documentwoord = clean(own.document_word, fonts).into_owned();
    let (rubricering, rubricering_voluit) = match &own.classification {
        Some(line) => rubricering(line, &mut fields),
        None => (None, Vec::new()),
    };
    let wordmark = || {
        if !own.opmaak.woordmerk.is_empty() {
            return own.opmaak.woordmerk.clone();
        }
        let ministry = own.ministry.map(|name| format!("Ministerie van {name}"));
        let lines = ministry.into_iter();
        lines
            .map(|name| name.replace(" en ", " en\u{a0}"))
            .collect()
    };
    let parafen = own.parafen.as_ref();
    let rows = parafen.map(|own| own.rows.as_slice()).unwrap_or_default();
    let who = fields.lines(rows.iter().map(|row| &row.who));
    let addressees = own.addressees.iter().flat_map(|own| &own.lines);
    Voorblad {
        versie: VIEW_VERSION,
        titel: metadata(&plain(&onderwerp)),
        auteur: metadata(&clean(&own.author, fonts)),
        datum: date(own.date),
        lettertypen: fonts.text_families().to_vec(),
        koplettertype: fonts.heading_family().to_owned(),
        logo: style.logo_svg.is_some(),
        woordmerk: style
            .wordmark
            .clone()
            .unwrap_or_else(wordmark)
            .iter()
            .map(|text| clean(text, fonts).into_owned())
            .collect(),
        documentwoord_wit: fonts.heading_bearing(&documentwoord),
        documentwoord,
        onderwerp,
        opmaak: own.opmaak.into(),
        aan: fields.lines(addressees),
        rijen: rows_of(&own.rows, &mut fields),
        actie: fields.lines(own.action.iter().flat_map(|own| &own.lines)),
        mede_namens: fields.lines(own.behalf.iter().flat_map(|own| &own.lines)),
        rubricering,
        rubricering_voluit,
        kolom: column(&own.column, &mut fields),
        kolom_volgende: column(&own.column_next, &mut fields),
        paraaflabel: parafen.map_or_else(Vec::new, |own| label(&own.label, fonts)),
        parafen: who
            .into_iter()
            .zip(rows)
            .map(|(functie, row)| Paraaf {
                functie,
                opschrift: row.caption,
                mede: row.is_beside,
                gegeven: (row.given.as_ref()).map_or_else(Vec::new, |own| {
                    fields.runs(&own.stretches, Setting::PARAGRAPH)
                }),
            })
            .collect(),
        bron: false,
        delen: 0,
    }
}

/// The classification on a line of the margin, and in full when that is not
/// enough.
fn rubricering(line: &Line<'_>, fields: &mut Builder<'_, '_>) -> (Option<String>, Regel) {
    let fonts = fields.fonts;
    let capitals = clean(&line.text().to_uppercase(), fonts).into_owned();
    if width(&capitals, true, fonts) <= MARGIN_LINE {
        return (Some(capitals), Vec::new());
    }
    let mut cut = String::new();
    let mut used = 0.0;
    for c in capitals.chars() {
        used += fonts.advance(c, true);
        if used > MARGIN_LINE - 1.0 {
            break;
        }
        cut.push(c);
    }
    let in_full = fields.runs(&line.stretches, Setting::BOLD);
    (Some(cut + "…"), in_full)
}

fn date(date: Option<NaiveDate>) -> Datum {
    date.filter(|date| (1900..=2999).contains(&date.year()))
        .map_or(NO_DATE, |date| Datum {
            jaar: date.year(),
            maand: date.month(),
            dag: date.day(),
        })
}

fn rows_of(entries: &[Entry<'_>], fields: &mut Builder<'_, '_>) -> Vec<Adresrij> {
    let row = |entry: &Entry<'_>| Adresrij {
        label: label(&entry.label, fields.fonts),
        regels: fields.lines(entry.lines.iter()),
    };
    entries.iter().map(row).collect()
}

fn column(parts: &[SheetPart<'_>], fields: &mut Builder<'_, '_>) -> Vec<ColumnPart> {
    let part = |part: &SheetPart<'_>| match part {
        SheetPart::Entry(entry) => column_part(entry, fields),
        SheetPart::Gap => ColumnPart::Ruimte,
    };
    parts.iter().map(part).collect()
}

fn column_part(entry: &Entry<'_>, fields: &mut Builder<'_, '_>) -> ColumnPart {
    let regels = fields.lines(entry.lines.iter());
    match entry.labelled {
        Labelled::Above => ColumnPart::Veld {
            label: label(&entry.label, fields.fonts),
            vrij: entry.free,
            aaneen: entry.is_tight,
            regels,
        },
        Labelled::Bold => ColumnPart::Vet {
            regels,
            aaneen: entry.is_tight,
        },
        Labelled::Plain => ColumnPart::Gewoon { regels },
    }
}

fn metadata(text: &str) -> String {
    let text = text.replace(HOLD, " ");
    let text: String = text.trim().chars().take(MAX_METADATA).collect();
    if text.is_empty() {
        "Nota".to_owned()
    } else {
        text
    }
}
