//! N201: a field that the template asks for is absent or empty.

use nota_model::{Code, Finding, Place, Span, Value};
use nota_template::FieldSpec;

use crate::phrase::{datum, read_date};
use crate::{Context, Findings, Rule};

/// See `veld_ontbreekt.md`.
pub struct VeldOntbreekt;

impl Rule for VeldOntbreekt {
    fn code(&self) -> Code {
        Code(201)
    }

    fn page(&self) -> &'static str {
        include_str!("veld_ontbreekt.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        // A front matter that cannot be read is one fault, not ten.
        if context.nota.front.unreadable.is_some() {
            return;
        }
        for spec in &context.template.velden {
            let value = context.nota.field(&spec.sleutel);
            if spec.verplicht && value.is_none_or(Value::is_blank) {
                findings.add(|| {
                    let (voorbeeld, vorm) = example(spec);
                    Finding::new(self.code(), place(context, spec))
                        .arg("veld", spec.naam.clone())
                        .arg("sleutel", spec.sleutel.clone())
                        .arg("voorbeeld", voorbeeld)
                        .arg("vorm", vorm)
                });
            }
        }
    }
}

/// The template's example as people write it, and what is to be said of its
/// form in the file when that is another one.
fn example(spec: &FieldSpec) -> (String, String) {
    match read_date(&spec.voorbeeld) {
        Some(date) => (
            datum(date),
            format!(" en staat de datum als {}", spec.voorbeeld),
        ),
        None => (spec.voorbeeld.clone(), String::new()),
    }
}

/// The entry of the field. When there is none the end of the fields, and when
/// there are no fields the start of the file.
fn place(context: &Context, spec: &FieldSpec) -> Place {
    let front = &context.nota.front;
    let span = match (front.find(&spec.sleutel), front.fields.last()) {
        (Some(own), _) => own.origin.span(),
        (None, Some(last)) => last.origin.span().map(|span| Span::new(span.end, span.end)),
        (None, None) => context.end().map(|_| Span::new(0, 0)),
    };
    Place::field(spec.sleutel.clone()).at(span)
}
