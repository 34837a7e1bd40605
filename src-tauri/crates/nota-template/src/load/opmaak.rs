//! Reads `[opmaak]`: how the letterhead stands on paper.

use crate::fault::Faults;
use crate::keys::{Values, shorten};
use crate::opmaak::{Actie, Adressering, Choice, Opmaak};
use crate::role::FieldRole;
use crate::spec::Template;

/// Reads the choices; what cannot be is a fault, and stays as it is in the
/// shared layout.
pub(super) fn read_opmaak(
    table: &Values<'_, '_>,
    template: &Template,
    faults: &mut Faults<'_>,
) -> Opmaak {
    let plain = Opmaak::default();
    let own = Opmaak {
        aan: choice(table, "aan", faults).unwrap_or(plain.aan),
        rijen: rows(table, template, faults),
        actie: choice(table, "actie", faults).unwrap_or(plain.actie),
        parafen: choice(table, "parafen", faults).unwrap_or(plain.parafen),
        documentwoord: choice(table, "documentwoord", faults).unwrap_or(plain.documentwoord),
        koppen: choice(table, "koppen", faults).unwrap_or(plain.koppen),
        onderdelen: choice(table, "onderdelen", faults).unwrap_or(plain.onderdelen),
        lint: choice(table, "lint", faults).unwrap_or(plain.lint),
        woordmerk: super::plain(table.texts("woordmerk", faults)),
        woordmerk_rest: choice(table, "woordmerk-rest", faults).unwrap_or(plain.woordmerk_rest),
        opsomming: choice(table, "opsomming", faults).unwrap_or(plain.opsomming),
        beslissing: choice(table, "beslissing", faults).unwrap_or(plain.beslissing),
    };
    if own.aan == Adressering::Tabel && own.rijen.is_empty() {
        let message =
            "Bij aan = \"tabel\" hoort een lijst ‘rijen’ met velden, zoals [\"aan\", \"van\"].";
        faults.add(&table.span_of("aan"), message);
    }
    if own.aan != Adressering::Tabel && !own.rijen.is_empty() {
        let message = "‘rijen’ hoort alleen bij aan = \"tabel\".";
        faults.add(&table.span_of("rijen"), message);
    }
    if own.actie != Actie::Kolom && template.field_for(FieldRole::Actie).is_none() {
        let message =
            "‘actie’ zegt waar het actiewoord staat, maar geen veld heeft de rol ‘actie’.";
        faults.add(&table.span_of("actie"), message);
    }
    own
}

/// A word of a closed list.
fn choice<T: Choice>(table: &Values<'_, '_>, key: &str, faults: &mut Faults<'_>) -> Option<T> {
    let text = table.text(key, faults)?;
    let found = T::ALL.iter().find(|(word, _)| word == text.get_ref());
    if found.is_none() {
        let known: Vec<&str> = T::ALL.iter().map(|(word, _)| *word).collect();
        let message = format!(
            "‘{key}’ kan geen ‘{}’ zijn. Kies uit: {}.",
            shorten(text.get_ref()),
            known.join(", ")
        );
        faults.add(&text.span(), message);
    }
    found.map(|(_, choice)| *choice)
}

/// The fields of the addressee's rows that there are.
fn rows(table: &Values<'_, '_>, template: &Template, faults: &mut Faults<'_>) -> Vec<String> {
    let mut rows = Vec::new();
    for text in table.texts("rijen", faults) {
        if template.veld(text.get_ref()).is_some() {
            rows.push(text.into_inner());
        } else {
            let message = format!(
                "‘rijen’ noemt ‘{}’, maar dat veld is er niet.",
                shorten(text.get_ref())
            );
            faults.add(&text.span(), message);
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use crate::load::tests::check;

    #[test]
    fn a_wrong_choice_says_what_there_is_to_choose() {
        check(
            "[opmaak]\naan = \"tabel\"\nactie = \"boven-aan\"\nparafen = \"rondje\"\nlint = \"rood\"\nkoppen = 3\nopsomming = \"ster\"\ndocumentwoord = \"schuin\"\nonderdelen = \"x\"\nwoordmerk = \"een\"\nwoordmerk-rest = \"groot\"\nrijen = [\"weg\"]\n",
            expect![[r#"
                2:7 Bij aan = "tabel" hoort een lijst ‘rijen’ met velden, zoals ["aan", "van"].
                3:9 ‘actie’ zegt waar het actiewoord staat, maar geen veld heeft de rol ‘actie’.
                4:11 ‘parafen’ kan geen ‘rondje’ zijn. Kies uit: tabel, route, lijn-mede, regel.
                5:8 ‘lint’ kan geen ‘rood’ zijn. Kies uit: blauw, zwart.
                6:10 ‘koppen’ moet een tekst tussen aanhalingstekens zijn.
                7:13 ‘opsomming’ kan geen ‘ster’ zijn. Kies uit: punt, streepje.
                8:17 ‘documentwoord’ kan geen ‘schuin’ zijn. Kies uit: vet, gewoon, cursief, kopletter.
                9:14 ‘onderdelen’ kan geen ‘x’ zijn. Kies uit: vet, gewoon, cursief, kopletter.
                10:13 ‘woordmerk’ moet een lijst van teksten zijn, zoals ["een", "twee"].
                11:18 ‘woordmerk-rest’ kan geen ‘groot’ zijn. Kies uit: vet, gewoon, cursief, kopletter.
                12:10 ‘rijen’ noemt ‘weg’, maar dat veld is er niet.
            "#]],
        );
    }

    #[test]
    fn rows_belong_to_a_table() {
        check(
            "[opmaak]\nrijen = [\"onderwerp\"]\n",
            expect![[r#"
                2:9 ‘rijen’ hoort alleen bij aan = "tabel".
            "#]],
        );
    }
}
