//! The craft of a nota: what the texts show, beside the date of the nota and
//! beside each other.

use chrono::{Datelike, NaiveDate};
use nota_model::{Carrier, Code, Finding, TextSite};
use nota_taal::{Ambacht, Datum, Slordigheid, Teken, Verwijzing};
use nota_template::FieldRole;

use crate::phrase::{guess_date, quote, read_date};
use crate::taal::{is_open, offer, on, part, seen};
use crate::{Context, Findings};

/// The texts of the sections that are the drafter's own words, each with what
/// it shows. Nothing when the craft is not checked.
pub(crate) fn texts<'c>(
    context: &'c Context<'_>,
) -> impl Iterator<Item = (&'c TextSite<'c>, &'c Ambacht)> {
    let is_on = on(context, |own| own.craft).is_some();
    seen(context)
        .filter(move |_| is_on)
        .filter(|(text, own)| !own.quoted && text.carrier != Carrier::Field)
        .map(|(text, own)| (text, &own.found.craft))
}

/// The dates of all texts that everyone may read.
pub(crate) fn dates<'c>(
    context: &'c Context<'_>,
) -> impl Iterator<Item = (&'c TextSite<'c>, &'c Datum)> {
    texts(context).flat_map(|(text, own)| {
        let open = own.dates.iter().filter(|own| is_open(text, &own.range));
        open.map(move |own| (text, own))
    })
}

/// The day that the nota bears.
pub(crate) fn day(context: &Context) -> Option<NaiveDate> {
    let text = context.template.text_for(FieldRole::Datum, context.nota)?;
    read_date(text).or_else(|| guess_date(text))
}

/// The day that a date means in a nota of this day: with its own year, or in
/// the year in which it comes nearest, on the side that "jl." or "a.s." says.
/// None when it does not exist.
pub(crate) fn meant(date: &Datum, day: Option<NaiveDate>) -> Option<NaiveDate> {
    let in_year = |year: i32| NaiveDate::from_ymd_opt(year, date.month, date.day);
    if let Some(year) = date.year {
        return in_year(year);
    }
    let day = day?;
    let near = (-1..=1).filter_map(|more| in_year(day.year() + more));
    match date.relative {
        None => near.min_by_key(|own| (*own - day).num_days().abs()),
        Some(Verwijzing::Jongstleden) => near.filter(|own| *own <= day).max(),
        Some(Verwijzing::Aanstaande) => near.filter(|own| *own >= day).min(),
    }
}

/// The findings of one kind of carelessness.
pub(crate) fn careless(context: &Context, findings: &mut Findings, code: Code, soort: Slordigheid) {
    for (text, own) in texts(context) {
        for sign in own.signs.iter().filter(|own| own.soort == soort) {
            if is_open(text, &sign.range) {
                findings.add(|| of_sign(code, text, sign));
            }
        }
    }
}

fn of_sign(code: Code, text: &TextSite, sign: &Teken) -> Finding {
    let better = sign.better.as_deref();
    let advice = better.map_or_else(String::new, |own| format!("Schrijf “{own}”."));
    let finding = Finding::new(code, text.part(sign.range.clone()))
        .arg("tekst", quote(part(text, &sign.range)))
        .arg("beter", advice);
    let words: Vec<&str> = better.into_iter().collect();
    offer(finding, text, &sign.range, &words)
}
