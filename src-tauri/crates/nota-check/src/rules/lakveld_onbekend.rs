//! N507: a line by which a field was to be withheld and that withholds
//! nothing: an entry of `lakken:` without a field, or `lakken:` misspelt.

use nota_model::{Change, Code, FieldPath, FieldStep, Finding, Place, Value};
use nota_public::{Lakfout, lakfouten};

use crate::gelakt::field_name;
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
        for own in lakfouten(context.nota, context.template) {
            let place = own.place(context.nota);
            findings.add(|| match own {
                Lakfout::Entry { entry, veld } => self.entry(context, entry, veld, place),
                Lakfout::Key { key } => self.key(context, key, place),
                Lakfout::Beside { key } => self.beside(context, key, place),
            });
        }
    }
}

impl LakveldOnbekend {
    fn entry(&self, context: &Context, entry: usize, veld: Option<&str>, place: Place) -> Finding {
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
        let finding = Finding::new(self.code(), place)
            .arg("wat", what)
            .arg("advies", advice)
            .arg("bestand", "Schrijf onder „lakken:” bij „veld:” de naam van een veld dat boven aan de nota staat.");
        // Without a field that is meant there is no repair: to take the entry
        // away would take away what the drafter wanted.
        match right {
            Some(key) => finding.fix(
                "Naam van het veld verbeteren",
                Change::SetField {
                    path: FieldPath::write(
                        &FieldPath::write("lakken", FieldStep::Item(entry)),
                        FieldStep::Part("veld"),
                    ),
                    value: Value::text(key),
                },
            ),
            None => finding,
        }
    }

    /// A field with a word of withholding beside its value.
    fn beside(&self, context: &Context, key: &str, place: Place) -> Finding {
        let name = field_name(context, key);
        Finding::new(self.code(), place)
            .arg("wat", format!("bij het veld {name} staat dat alleen erbij"))
            .arg("advies", "Lak het veld op het formulier, en haal weg wat erbij staat.")
            .arg("bestand", "Schrijf „lakken:”, en daaronder bij „veld:” de naam van het veld en bij „grond:” de grond.")
    }

    /// A field that may have been meant as `lakken:`. What it holds goes there
    /// when it has the form, and never away.
    fn key(&self, context: &Context, key: &str, place: Place) -> Finding {
        let finding = Finding::new(self.code(), place)
            .arg("wat", format!("het woord “{}” kent het programma niet", quote(key)))
            .arg("advies", "Lak het veld op het formulier.")
            .arg("bestand", "Schrijf „lakken:”, en daaronder bij „veld:” de naam van het veld en bij „grond:” de grond.");
        let value = context.nota.field(key);
        let entries = value.map(Value::items).unwrap_or_default();
        let has_form =
            |entry: &Value| entry.part("veld").is_some() && entry.part("grond").is_some();
        if entries.is_empty() || !entries.iter().all(has_form) {
            return finding;
        }
        let present = context.nota.field("lakken").map(Value::items);
        let all = present.unwrap_or_default().iter().chain(entries).cloned();
        let changes = vec![
            Change::SetField {
                path: "lakken".to_owned(),
                value: Value::List(all.collect()),
            },
            Change::RemoveField {
                key: key.to_owned(),
            },
        ];
        finding.fix("Veranderen in “lakken”", Change::All { changes })
    }
}
