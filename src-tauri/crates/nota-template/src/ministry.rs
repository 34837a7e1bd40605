//! Which ministry a nota is of: the one that the drafter names, or the
//! template's own.

use nota_model::Nota;

use crate::{FieldRole, Template};

/// What a drafter may write before the name.
const PREFIX: &str = "ministerie van ";

impl Template {
    /// The ministry in words, without "Ministerie van"; none when neither the
    /// nota nor the template says it.
    pub fn ministry<'a>(&'a self, nota: &'a Nota) -> Option<&'a str> {
        let named = self.text_for(FieldRole::Ministerie, nota);
        let named = named.map(without_prefix).filter(|name| !name.is_empty());
        let own = self.ministerie.trim();
        named.or((!own.is_empty()).then_some(own))
    }
}

fn without_prefix(name: &str) -> &str {
    match name.split_at_checked(PREFIX.len()) {
        Some((start, rest)) if start.eq_ignore_ascii_case(PREFIX) => rest.trim_start(),
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use nota_model::{Field, Value};

    use super::*;
    use crate::Registry;

    fn nota(ministry: &str) -> Nota {
        let mut nota = Nota::default();
        nota.front.fields = vec![Field {
            key: "ministerie".to_owned(),
            value: Value::text(ministry),
            ..Field::default()
        }];
        nota
    }

    #[test]
    fn the_drafter_names_the_ministry_or_else_the_template_does() {
        let jenv = Registry::builtin().fallback();
        for (named, ministry) in [
            ("", "Justitie en Veiligheid"),
            ("Asiel en Migratie", "Asiel en Migratie"),
            ("Ministerie van Asiel en Migratie", "Asiel en Migratie"),
            ("ministerie van ", "ministerie van"),
        ] {
            assert_eq!(jenv.ministry(&nota(named)), Some(ministry), "{named:?}");
        }
        let none = Template::default();
        assert_eq!(none.ministry(&nota("Defensie")), None);
    }
}
