//! The page with the templates: for each its ministry, when it is chosen, under
//! which names it is found, what it consists of, and its first page. The
//! pictures are those of the goldens, which show what is made now.

use std::fmt::Write as _;

use nota_template::{Registry, Template};
use nota_tests::files;

/// The page.
pub(crate) fn page() -> Result<String, String> {
    let mut out = String::from(
        "# Sjablonen\n\n\
         De sjablonen die het programma meebrengt, met de eerste bladzijde van hun voorbeeld. Waar de \
         keuzes vandaan komen, staat in de LEESMIJ van elk sjabloon. Hoe u zelf een sjabloon maakt, \
         leest u in [sjabloon-schrijven.md](sjabloon-schrijven.md). Deze bladzijde is gemaakt uit de \
         sjablonen zelf (`cargo xtask docs`).\n",
    );
    for template in Registry::builtin().all() {
        add(template, &mut out)?;
    }
    Ok(out)
}

fn add(template: &Template, out: &mut String) -> Result<(), String> {
    let id = &template.id;
    let ministry = match template.ministerie.trim() {
        "" => "Elk ministerie",
        own => own,
    };
    let picture = format!("tests/goldens/{}.png", id.replace('/', "-"));
    if !files::root().join(&picture).is_file() {
        return Err(format!("there is no picture of {id}: {picture}"));
    }
    let _ = write!(
        out,
        "\n## {ministry}\n\n`{id}`: {}\n",
        template.omschrijving
    );
    if !template.voorheen.is_empty() {
        let _ = write!(
            out,
            "\nOok te vinden onder: {}.\n",
            template.voorheen.join(", ")
        );
    }
    let titles = template.secties.iter();
    let titles = titles.filter(|own| own.onderdeel_van.is_none());
    let titles: Vec<&str> = titles.map(|own| own.titel.as_str()).collect();
    let _ = write!(
        out,
        "\nSecties: {}.\n\nBron: [LEESMIJ](../src-tauri/templates/{id}/LEESMIJ.md)\n\n\
         ![Eerste bladzijde van het voorbeeld van {id}](../{picture})\n",
        titles.join(" · ")
    );
    Ok(())
}
