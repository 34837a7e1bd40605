//! N507: an entry of `lakken:` that names no field of the nota, so that it
//! withholds nothing.

use nota_model::{Change, Code, Finding, Value};

use crate::gelakt::{Gelakt, field_name};
use crate::phrase::{meant, quote};
use crate::{Context, Findings, Rule};

/// See `lakveld_onbekend.md`.
pub struct LakveldOnbekend;

impl Rule for LakveldOnbekend {
    fn code(&self) -> Code {
        Code(507)
    }

    fn page(&self) -> &'static str {
        include_str!("lakveld_onbekend.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        for own in &context.gelakt {
            let Gelakt::Field { veld, entry, .. } = own else {
                continue;
            };
            if veld.is_some_and(|key| context.nota.field(key).is_some()) {
                continue;
            }
            findings.add(|| {
                let fields = context.nota.front.fields.iter();
                let keys = fields.map(|field| field.key.as_str());
                let right = veld.and_then(|key| meant(key, keys));
                let advice = match right {
                    Some(key) => format!("Bedoelt u het veld {}?", field_name(context, key)),
                    None => "Lak het veld opnieuw op het formulier.".to_owned(),
                };
                let what = match veld {
                    Some(key) => format!("de nota heeft het veld “{}” niet", quote(key)),
                    None => "er staat niet bij welk veld".to_owned(),
                };
                Finding::new(self.code(), own.place(context))
                    .arg("wat", what)
                    .arg("advies", advice)
                    .fix(
                        match right {
                            Some(_) => "Naam van het veld verbeteren",
                            None => "Deze lakking weghalen",
                        },
                        mended(context, *entry, right),
                    )
            });
        }
    }
}

/// The entry with the field that is meant, or without any all entries but it:
/// it withholds nothing.
fn mended(context: &Context, entry: usize, right: Option<&str>) -> Change {
    if let Some(key) = right {
        return Change::SetField {
            path: format!("lakken[{entry}].veld"),
            value: Value::Text(key.to_owned()),
        };
    }
    let mut entries = context
        .nota
        .field("lakken")
        .map(|value| value.items().to_vec())
        .unwrap_or_default();
    if entry < entries.len() {
        entries.remove(entry);
    }
    let key = "lakken".to_owned();
    match entries.is_empty() {
        true => Change::RemoveField { key },
        false => Change::SetField {
            path: key,
            value: Value::List(entries),
        },
    }
}
