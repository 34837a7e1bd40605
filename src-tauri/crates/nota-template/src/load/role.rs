//! Reads the roles of fields and sections, and sees that each is given once.

use crate::fault::Faults;
use crate::keys::{Values, shorten};
use crate::role::{FieldRole, SectionRole};
use crate::spec::{FieldSpec, SectionSpec};

/// Gives a field its role. A role of another field, of another kind of field
/// or that does not exist is a fault, and not given.
pub(super) fn read_field_role(
    field: &mut FieldSpec,
    others: &[FieldSpec],
    table: &Values<'_, '_>,
    faults: &mut Faults<'_>,
) {
    let Some(text) = table.text("rol", faults) else {
        return;
    };
    let Some(role) = FieldRole::parse(text.get_ref()) else {
        let known = FieldRole::ALL.map(FieldRole::word).join(", ");
        let message = unknown(text.get_ref(), "veld", &known);
        faults.add(&text.span(), message);
        return;
    };
    let word = role.word();
    if let Some(other) = others.iter().find(|other| other.rol == Some(role)) {
        faults.add(&text.span(), given(word, "Het veld", &other.sleutel));
    } else if !role.kinds().contains(&field.soort.word()) {
        let message = format!(
            "De rol ‘{word}’ kan niet bij soort = \"{}\". Kies een soort uit: {}.",
            field.soort.word(),
            role.kinds().join(", ")
        );
        faults.add(&text.span(), message);
    } else {
        field.rol = Some(role);
    }
}

/// Gives a section its role, like [`read_field_role`].
pub(super) fn read_section_role(
    others: &[SectionSpec],
    table: &Values<'_, '_>,
    faults: &mut Faults<'_>,
) -> Option<SectionRole> {
    let text = table.text("rol", faults)?;
    let Some(role) = SectionRole::parse(text.get_ref()) else {
        let known = SectionRole::ALL.map(SectionRole::word).join(", ");
        faults.add(&text.span(), unknown(text.get_ref(), "sectie", &known));
        return None;
    };
    if let Some(other) = others.iter().find(|other| other.rol == Some(role)) {
        faults.add(
            &text.span(),
            given(role.word(), "De sectie", &other.sleutel),
        );
        return None;
    }
    Some(role)
}

/// Names the roles that every template gives and this one does not.
pub(super) fn require(fields: &[FieldSpec], top: &Values<'_, '_>, faults: &mut Faults<'_>) {
    for role in FieldRole::REQUIRED {
        if fields.iter().any(|field| field.rol == Some(role)) {
            continue;
        }
        let word = role.word();
        let message = format!(
            "Geen veld heeft de rol ‘{word}’. Elk sjabloon heeft er een nodig. Zet bij dat veld: rol = \"{word}\"."
        );
        faults.add(&top.span(), message);
    }
}

fn unknown(word: &str, what: &str, known: &str) -> String {
    format!(
        "De rol ‘{}’ bestaat niet voor een {what}. Kies uit: {known}.",
        shorten(word)
    )
}

fn given(word: &str, what: &str, key: &str) -> String {
    format!(
        "{what} ‘{}’ heeft de rol ‘{word}’ al. Geef een rol aan één ervan.",
        shorten(key)
    )
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use crate::load::tests::{check, load_text};
    use crate::{FieldRole, SectionRole};

    #[test]
    fn each_role_is_given_once_to_what_can_have_it() {
        check(
            "rol = \"besluit\"\n[[sectie]]\nsleutel = \"b\"\ntitel = \"B\"\nrol = \"besluit\"\n[[sectie]]\nsleutel = \"c\"\ntitel = \"C\"\nrol = \"titel\"\n[[veld]]\nsleutel = \"kop\"\nnaam = \"Kop\"\nrol = \"titel\"\n[[veld]]\nsleutel = \"dag\"\nnaam = \"Dag\"\nrol = \"datum\"\n[[veld]]\nsleutel = \"x\"\nnaam = \"X\"\nrol = \"baas\"\n",
            expect![[r#"
                5:7 De sectie ‘toelichting’ heeft de rol ‘besluit’ al. Geef een rol aan één ervan.
                9:7 De rol ‘titel’ bestaat niet voor een sectie. Kies uit: besluit, niet-openbaar, bijlagen.
                13:7 Het veld ‘onderwerp’ heeft de rol ‘titel’ al. Geef een rol aan één ervan.
                17:7 De rol ‘datum’ kan niet bij soort = "tekst". Kies een soort uit: datum.
                21:7 De rol ‘baas’ bestaat niet voor een veld. Kies uit: titel, aan, datum, kenmerk, rubricering, ministerie, onderdeel, directie, opsteller, contactpersoon, beslistermijn, actie, ondertekenaar, mede-namens, beslissing, beslissing-datum, beslissing-door, beslissing-opmerking, kamerbrief.
            "#]],
        );
    }

    #[test]
    fn a_template_without_a_required_role_says_which() {
        let text = "naam = \"N\"\nministerie = \"M\"\n[[veld]]\nsleutel = \"onderwerp\"\nnaam = \"O\"\n[[sectie]]\nsleutel = \"a\"\ntitel = \"A\"\n";
        let (template, faults) = load_text(text);
        let told: Vec<_> = faults.iter().map(|own| own.message.as_str()).collect();
        expect![[r#"Geen veld heeft de rol ‘titel’. Elk sjabloon heeft er een nodig. Zet bij dat veld: rol = "titel"."#]].assert_eq(&told.join("\n"));
        assert_eq!(template.key_for(FieldRole::Titel), None, "a key is no role");
    }

    #[test]
    fn a_template_is_asked_by_role() {
        let text = "naam = \"N\"\nministerie = \"M\"\n[[veld]]\nsleutel = \"betreft\"\nnaam = \"Betreft\"\nrol = \"titel\"\n[[sectie]]\nsleutel = \"advies\"\ntitel = \"Advies\"\nrol = \"besluit\"\n";
        let (template, faults) = load_text(text);
        assert_eq!(faults, []);
        assert_eq!(template.key_for(FieldRole::Titel), Some("betreft"));
        let section = template.section_for(SectionRole::Besluit);
        assert_eq!(section.map(|own| own.titel.as_str()), Some("Advies"));
        assert_eq!(template.key_for(FieldRole::Datum), None);
    }
}
