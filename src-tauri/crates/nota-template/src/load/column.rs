//! Reads the reference column: which fields stand in it, and how.

use crate::fault::Faults;
use crate::keys::{Values, shorten};
use crate::spec::{ColumnItem, FieldKind, Template};

/// The items of `eerste` or `volgende`, from top to bottom. Items that name a
/// field that does not exist are faults, and left out.
pub(super) fn read_column(
    kolom: &Values<'_, '_>,
    key: &str,
    template: &Template,
    faults: &mut Faults<'_>,
) -> Vec<ColumnItem> {
    let mut items = Vec::new();
    for text in kolom.texts(key, faults) {
        let item = parse_item(text.get_ref());
        match problem(&item, template) {
            Some(message) => faults.add(&text.span(), message),
            None => items.push(item),
        }
    }
    items
}

fn parse_item(text: &str) -> ColumnItem {
    if text == "@adres" {
        ColumnItem::Adres
    } else if text == "@ruimte" {
        ColumnItem::Gap
    } else if let Some(field) = text.strip_suffix('!') {
        ColumnItem::Bold(field.to_owned())
    } else if let Some(field) = text.strip_suffix('.') {
        ColumnItem::Plain(field.to_owned())
    } else if let Some(field) = text.strip_suffix('#') {
        ColumnItem::Count(field.to_owned())
    } else {
        ColumnItem::Field(text.to_owned())
    }
}

fn problem(item: &ColumnItem, template: &Template) -> Option<String> {
    match item {
        ColumnItem::Gap => None,
        ColumnItem::Adres if template.adres.regels.is_empty() && template.adres.web.is_empty() => {
            Some("‘@adres’ staat in de kolom, maar onder [adres] staat geen adres.".to_owned())
        }
        ColumnItem::Adres => None,
        ColumnItem::Count(key)
            if (template.veld(key)).is_some_and(|veld| veld.soort != FieldKind::Bijlagen) =>
        {
            let key = shorten(key);
            Some(format!(
                "‘{key}#’ telt bijlagen, maar ‘{key}’ is geen veld van soort = \"bijlagen\"."
            ))
        }
        ColumnItem::Field(key)
        | ColumnItem::Bold(key)
        | ColumnItem::Plain(key)
        | ColumnItem::Count(key) => template.veld(key).is_none().then(|| {
            let key = shorten(key);
            format!(
                "De kolom noemt ‘{key}’, maar dat veld is er niet. Noem een veld van dit sjabloon, ‘@adres’ of ‘@ruimte’."
            )
        }),
    }
}
