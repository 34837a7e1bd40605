//! The settings: one readable file in the platform's folder for
//! configuration.

use nota_editor::view::{HostError, Settings};
use nota_herstel::failure;
use nota_store::Kept;

/// The file, in the folder of the program.
const FILE: &str = "instellingen.json";

/// The settings; the defaults, with a message, when the file is damaged. The
/// damaged file is kept beside it.
pub fn load() -> Settings {
    let Some(kept) = Kept::configuration(FILE) else {
        return Settings::default();
    };
    match kept.read() {
        Ok(settings) => settings.unwrap_or_default(),
        Err(nota_store::Damaged) => Settings {
            melding: Some(
                "Uw instellingen konden niet worden gelezen. U ziet nu de standaardinstellingen; \
                 het oude bestand is bewaard."
                    .to_owned(),
            ),
            ..Settings::default()
        },
    }
}

/// Keeps the settings.
pub fn store(settings: &Settings) -> Result<(), HostError> {
    let kept = Kept::configuration(FILE).ok_or_else(|| {
        HostError::new(
            "no-folder",
            "Er is geen map voor uw instellingen. Ze gelden tot u het programma sluit.",
        )
    })?;
    let settings = Settings {
        melding: None,
        ..settings.clone()
    };
    let text = serde_json::to_string_pretty(&settings)
        .map_err(|error| HostError::new("settings", error.to_string()))?;
    kept.write(&text).map_err(|error| failure(&error))
}
