//! The list of bijlagen as a table, when something is said about one of them.
//! Mere names stand in the reference column.

use nota_model::{Align, Cell, Inline, Mark, Nota, Table, Value};
use nota_template::{FieldKind, SectionRole, Template};

/// The table, unless there is nothing to say or a section says it already.
pub(crate) fn table(nota: &Nota, template: &Template) -> Option<Table> {
    let mut fields = template.velden.iter();
    let field = fields.find(|veld| veld.soort == FieldKind::Bijlagen)?;
    let items: Vec<&Value> = nota
        .field(&field.sleutel)?
        .items()
        .iter()
        .filter(|item| !item.is_blank())
        .collect();
    let told = |item: &&Value| item.part("informatie").is_some_and(|part| !part.is_blank());
    if template.written_for(SectionRole::Bijlagen, nota).is_some() || !items.iter().any(told) {
        return None;
    }
    let lakken = nota.lakken();
    let by_drafter = lakken.iter().find(|lak| lak.veld == field.sleutel);
    let grond = by_drafter.map(|lak| lak.grond.as_str());
    let grond = grond.or(field.lak.as_deref());
    let text = |value: Option<&Value>| {
        let text = value.map(Value::texts).unwrap_or_default().join(", ");
        let inline = Inline::text(text);
        let inline = match grond {
            Some(grond) => inline.with(Mark::Lak {
                grond: grond.to_owned(),
            }),
            None => inline,
        };
        Cell {
            inlines: vec![inline],
        }
    };
    let head = ["Volgnummer", "Naam", "Informatie"].map(|title| Cell {
        inlines: vec![Inline::text(title)],
    });
    let rows = items.iter().enumerate().map(|(index, item)| {
        let number = Cell {
            inlines: vec![Inline::text((index + 1).to_string())],
        };
        let naam = item.part("naam").or(Some(*item));
        vec![number, text(naam), text(item.part("informatie"))]
    });
    Some(Table {
        align: vec![Align::None; 3],
        head: head.to_vec(),
        rows: rows.collect(),
    })
}
