//! The fields that every template has without naming them: the decision on the
//! nota, and the letter to parliament that it goes with. A template that gives
//! such a role to a field of its own has that one instead.

use std::sync::LazyLock;

use toml::de::DeTable;

use crate::fault::Faults;
use crate::keys::{TOP, VELD, Values};
use crate::load::field::read_fields;
use crate::spec::FieldSpec;

/// The decision that asks for a remark.
pub const MET_OPMERKING: &str = "akkoord met opmerking";

/// The fields, as a template would write them.
const SOURCE: &str = include_str!("standaard.toml");

static FIELDS: LazyLock<Vec<FieldSpec>> = LazyLock::new(|| {
    let mut faults = Faults::new("", SOURCE);
    let (document, _) = DeTable::parse_recoverable(SOURCE);
    let top = Values::open(document.get_ref(), 0..0, TOP, &mut faults);
    read_fields(&top.tables("veld", VELD, &mut faults), &mut faults)
});

/// Adds those of which a template has neither the role nor the key.
pub(crate) fn add(fields: &mut Vec<FieldSpec>) {
    for own in FIELDS.iter() {
        let is_there = |field: &FieldSpec| field.rol == own.rol || field.sleutel == own.sleutel;
        if !fields.iter().any(is_there) {
            fields.push(own.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{TEMPLATE_FILE, load};
    use crate::{FieldKind, FieldRole, Registry};

    #[test]
    fn every_template_has_them_once_and_asks_for_none() {
        let registry = Registry::builtin();
        assert!(registry.all().len() > 12, "all templates are looked at");
        for template in registry.all() {
            let id = &template.id;
            for role in FieldRole::DECISION
                .into_iter()
                .chain([FieldRole::Kamerbrief])
            {
                let field = template.field_for(role).expect("every template has it");
                assert!(
                    !field.verplicht && field.standaard.is_none(),
                    "{id} {}",
                    field.sleutel
                );
            }
            let fresh = template.new_text("2024-03-15");
            assert!(
                !fresh.contains("\nbeslissing") && !fresh.contains("kamerbrief"),
                "{id}"
            );
        }
    }

    #[test]
    fn the_decision_that_asks_for_a_remark_is_among_the_choices() {
        let decision = FIELDS
            .iter()
            .find(|own| own.rol == Some(FieldRole::Beslissing));
        let Some(FieldKind::Keuze(choices)) = decision.map(|own| &own.soort) else {
            panic!("the decision is a choice");
        };
        let all = ["akkoord", MET_OPMERKING, "niet akkoord", "bespreken"];
        assert_eq!(choices, &all);
    }

    #[test]
    fn a_field_of_the_template_itself_goes_before() {
        let text = "naam = \"N\"\nministerie = \"M\"\n[[veld]]\nsleutel = \"o\"\nnaam = \"O\"\nrol = \"titel\"\n[[veld]]\nsleutel = \"besluit-mp\"\nnaam = \"Besluit\"\nrol = \"beslissing\"\nsoort = \"keuze\"\nkeuzes = [\"ja\", \"nee\"]\n[[veld]]\nsleutel = \"kamerbrief\"\nnaam = \"Brief\"\n[[sectie]]\nsleutel = \"a\"\ntitel = \"A\"\n";
        let (template, faults) = load("x/y", &[(TEMPLATE_FILE.to_owned(), text.into())]);
        assert_eq!(faults, []);
        assert_eq!(template.key_for(FieldRole::Beslissing), Some("besluit-mp"));
        assert_eq!(
            template.key_for(FieldRole::Kamerbrief),
            None,
            "its key is taken"
        );
        let keys: Vec<_> = template
            .velden
            .iter()
            .map(|own| own.sleutel.as_str())
            .collect();
        let rest = [
            "beslissing-datum",
            "beslissing-door",
            "beslissing-opmerking",
        ];
        assert_eq!(
            keys,
            [&["o", "besluit-mp", "kamerbrief"][..], &rest].concat()
        );
    }
}
