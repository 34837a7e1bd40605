//! What a new nota takes over from an earlier one: who sends it, to whom it
//! goes and along which desks. Never its text, its day or its number.

use nota_model::{LAKKEN, Nota, Value};
use nota_template::{FieldKind, FieldRole, FieldSpec, Template};

/// The fields that say from whom and to whom a nota goes.
const ROUTE: [FieldRole; 8] = [
    FieldRole::Aan,
    FieldRole::Ministerie,
    FieldRole::Onderdeel,
    FieldRole::Directie,
    FieldRole::Opsteller,
    FieldRole::Contactpersoon,
    FieldRole::Ondertekenaar,
    FieldRole::MedeNamens,
];

/// The parts of a paraaf that are of one nota only.
const OF_ONE_NOTA: [&str; 2] = ["datum", "akkoord"];

/// The fields of a new nota under the same template, with their values. What was
/// withheld of them stays withheld.
pub(crate) fn kept(earlier: &Nota, template: &Template) -> Vec<(String, Value)> {
    let is_route = |spec: &&FieldSpec| {
        spec.soort == FieldKind::Parafen || spec.rol.is_some_and(|rol| ROUTE.contains(&rol))
    };
    let mut out: Vec<(String, Value)> = Vec::new();
    for spec in template.velden.iter().filter(is_route) {
        let Some(value) = earlier.field(&spec.sleutel).filter(|own| !own.is_blank()) else {
            continue;
        };
        let value = match spec.soort {
            FieldKind::Parafen => route(value),
            _ => value.clone(),
        };
        out.push((spec.sleutel.clone(), value));
    }
    let marks = earlier.field(LAKKEN).map_or(&[][..], Value::items);
    let stays = |mark: &&Value| {
        let path = mark.part("veld").and_then(Value::as_text);
        path.is_some_and(|path| out.iter().any(|(key, _)| key == earlier.key_of(path)))
    };
    let marks: Vec<Value> = marks.iter().filter(stays).cloned().collect();
    if !marks.is_empty() {
        out.push((LAKKEN.to_owned(), Value::List(marks)));
    }
    out
}

/// The rows of parafen without what was filled in on the way.
fn route(value: &Value) -> Value {
    let row = |row: &Value| match row {
        Value::Record(parts) => {
            let parts = parts.iter();
            let kept = parts.filter(|(part, _)| !OF_ONE_NOTA.contains(&part.as_str()));
            Value::Record(kept.cloned().collect())
        }
        own => own.clone(),
    };
    match value {
        Value::List(rows) => Value::List(rows.iter().map(row).collect()),
        own => own.clone(),
    }
}

#[cfg(test)]
mod tests {
    use nota_template::Registry;

    use super::*;

    #[test]
    fn sender_and_route_are_kept_and_nothing_of_the_nota_itself() {
        let text = "---\nsjabloon: jenv/beslisnota\nonderwerp: Beslisnota oud\naan:\n  - Minister\n\
            onderdeel: DGPenV\ndatum: 2024-03-15\nkenmerk: \"1\"\nparafen:\n  - functie: SG\n    naam: K. Bos\n\
            \x20   datum: 2024-03-16\n    akkoord: ja\n  - functie: DG\nlakken:\n  - veld: parafen[0].naam\n\
            \x20   grond: 5.1.2e\n  - veld: kenmerk\n    grond: 5.1.2b\n---\n\n## 1. Aanleiding\n\nGeheim.\n";
        let parsed = nota_markdown::parse(text, Registry::builtin());
        let mut new = Nota::default();
        for (key, value) in kept(&parsed.nota, &parsed.template) {
            let change = nota_model::Change::SetField { path: key, value };
            new = new.apply(&change).expect("can be set");
        }
        expect_test::expect![[r#"
            ---
            aan:
              - Minister
            onderdeel: DGPenV
            parafen:
              - functie: SG
                naam: K. Bos
              - functie: DG
            lakken:
              - veld: parafen[0].naam
                grond: "5.1.2e"
            ---

        "#]]
        .assert_eq(&nota_markdown::print(&new));
    }
}
