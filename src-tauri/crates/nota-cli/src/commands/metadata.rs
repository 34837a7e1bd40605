//! The metadata that goes with an export (`--metadata`): what is asked for, what
//! the organisation chose, and what is said when something is missing.

use std::path::Path;

use chrono::{Local, NaiveDateTime};
use nota_export::{Companion, Companions, Document, Wanted};
use nota_metadata::{Metagegevens, Ontbreekt, Soort};
use nota_model::Nota;
use nota_store::{ErrorCode, Kept, shown};
use nota_template::Template;
use serde::Deserialize;

use crate::failure::Failure;

/// The file of settings, which the window writes.
const SETTINGS: &str = "instellingen.json";

/// What `--metadata` asks for; nothing without it.
#[derive(Debug, Default)]
pub(super) struct Metadata {
    kinds: Vec<Soort>,
    keuze: Metagegevens,
    moment: NaiveDateTime,
}

/// The settings as far as metadata needs them.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Settings {
    metagegevens: Metagegevens,
}

impl Metadata {
    /// What these kinds ask for, with what the organisation chose.
    ///
    /// # Errors
    ///
    /// When the settings are there and cannot be read: other choices than those
    /// of the organisation would look right.
    pub(super) fn of(kinds: &[Soort]) -> Result<Self, Failure> {
        if kinds.is_empty() {
            return Ok(Self::default());
        }
        Ok(Self {
            kinds: kinds.to_vec(),
            keuze: settings()?.metagegevens,
            moment: Local::now().naive_local(),
        })
    }

    /// What the check is to look for; nothing when no metadata is asked for.
    pub(super) fn keuze(&self) -> Option<&Metagegevens> {
        (!self.kinds.is_empty()).then_some(&self.keuze)
    }

    /// What the export is asked for.
    pub(super) fn wanted(&self) -> Wanted<'_> {
        Wanted {
            kinds: &self.kinds,
            keuze: &self.keuze,
            moment: self.moment,
        }
    }

    /// The metadata of an internal document, or why there is none.
    pub(super) fn internal(
        &self,
        document: &Document<'_>,
        nota: &Nota,
        template: &Template,
    ) -> Result<Vec<Companion>, String> {
        whole(nota_export::companions(
            document,
            nota,
            template,
            &self.wanted(),
        ))
    }
}

/// The files, or in Dutch what is missing.
pub(super) fn whole(made: Companions) -> Result<Vec<Companion>, String> {
    match made {
        Companions::Made(files) => Ok(files),
        Companions::Missing(missing) => {
            let names: Vec<String> = missing.iter().map(Ontbreekt::naam).collect();
            Err(format!(
                "Voor de metagegevens ontbreekt: {}. Vul het in, of laat ‘--metadata’ weg.",
                names.join(", ")
            ))
        }
    }
}

/// Where a companion of a document stands: `brief.mdto.xml` beside `brief.pdf`.
pub(super) fn beside(document: &Path, companion: &Companion) -> std::path::PathBuf {
    document.with_extension(companion.extension)
}

/// A kind of metadata, from the command line.
pub(super) fn kind(name: &str) -> Result<Soort, String> {
    Soort::parse(name).ok_or_else(|| "Kies mdto, diwoo of allebei: mdto,diwoo.".to_owned())
}

fn settings() -> Result<Settings, Failure> {
    let Some(kept) = Kept::configuration(SETTINGS) else {
        return Ok(Settings::default());
    };
    let text = match nota_store::read(kept.path()) {
        Ok(file) => file.text,
        Err(error) if error.code() == ErrorCode::NotFound => return Ok(Settings::default()),
        Err(error) => return Err(error.into()),
    };
    serde_json::from_str(&text).map_err(|_| {
        Failure::Usage(format!(
            "De instellingen in ‘{}’ zijn niet te lezen. Open het programma en sla ze opnieuw op.",
            shown(kept.path())
        ))
    })
}
