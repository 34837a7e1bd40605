//! The pages in `docs/` that are made from the code: each must be what would
//! be made now. `cargo xtask docs` writes them.
#![allow(
    clippy::disallowed_methods,
    reason = "an edge: it reads files and the clock"
)]

mod licences;
mod sjablonen;

use std::process::ExitCode;

use nota_tests::expectation::compare;
use nota_tests::files;
use nota_tests::runner::{Case, run};

fn main() -> ExitCode {
    run(
        "generated",
        vec![
            page("docs/regels.md", || Ok(rules())),
            page("docs/licenties-derden.md", licences::page),
            page("docs/sjablonen.md", sjablonen::page),
        ],
    )
}

fn page(path: &'static str, make: fn() -> Result<String, String>) -> Case {
    Case::new(path, move |mode| {
        compare(path, &files::root().join(path), &make()?, mode)
    })
}

/// The table of all rules.
fn rules() -> String {
    format!(
        "# Regels\n\n\
         Wat de editor over een nota kan zeggen. `nota explain N101` geeft de uitleg en \
         voorbeelden van een regel. Deze bladzijde is gemaakt uit de regels zelf \
         (`cargo xtask docs`).\n\n{}",
        nota_check::rules_table()
    )
}
