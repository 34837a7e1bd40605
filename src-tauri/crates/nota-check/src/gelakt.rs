//! What the drafter withholds, as the rules speak of it.

use std::ops::Range;

use nota_model::{Carrier, Inline, Place, PlainPart, TextSite, placed_parts};

pub(crate) use nota_public::Gelakt;

use crate::Context;

/// The parts of a text that are withheld, in order, each with its ground as
/// written. Neighbouring runs on the same ground are one part. Nothing for a
/// text in blocks that are withheld as a whole. In a title or a field, which
/// has no runs, it is the mark with its signs.
pub(crate) fn ranges<'t>(text: &'t TextSite<'_>) -> Vec<(Range<usize>, &'t str)> {
    if !matches!(text.carrier, Carrier::Field | Carrier::Title) {
        return text.stretches(Inline::grond);
    }
    let parts = placed_parts(&text.text);
    let ends = parts.iter().skip(1).map(|(start, _)| *start);
    let ends = ends.chain([text.text.len()]);
    let all = parts.iter().zip(ends);
    all.filter_map(|((start, part), end)| match part {
        PlainPart::Withheld { grond, .. } => Some((*start..end, *grond)),
        PlainPart::Public(_) => None,
    })
    .collect()
}

/// Where it stands.
pub(crate) fn place(own: &Gelakt<'_>, context: &Context) -> Place {
    own.place(context.nota, &context.texts)
}

/// What it is, in Dutch, without what stands there: a diagnostic may be read
/// by more people than the nota.
pub(crate) fn what(own: &Gelakt<'_>, context: &Context) -> String {
    match own {
        Gelakt::Text { .. } | Gelakt::Plain { .. } => "deze gelakte tekst".to_owned(),
        Gelakt::Block { .. } => "dit gelakte blok".to_owned(),
        Gelakt::Field { veld, .. } => match veld {
            Some(veld) => format!("het gelakte veld {}", field_name(context, veld)),
            None => "deze regel onder “lakken”".to_owned(),
        },
    }
}

/// The name of a field on the form, or its key when the template has no such
/// field.
pub(crate) fn field_name<'c>(context: &'c Context, key: &'c str) -> &'c str {
    context
        .template
        .veld(key)
        .map_or(key, |spec| spec.naam.as_str())
}

/// Whether a field is withheld, by the template or by the drafter.
pub(crate) fn is_field_withheld(context: &Context, key: &str) -> bool {
    context.withholding.field(key).is_some()
}
