//! Why a command could not be carried out, as a Dutch sentence with what to
//! do. Every failure ends with exit status 2.

use std::io;

use nota_export::ExportError;
use nota_store::StoreError;

/// A command, or its work on one file, that could not be carried out.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// The arguments ask for something that cannot be.
    #[error("{0}")]
    Usage(String),
    /// The disk said no.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// No document came out.
    #[error("‘{file}’ is niet geëxporteerd. {source}")]
    Export {
        /// The nota, as the user named it.
        file: String,
        /// Why.
        source: ExportError,
    },
    /// No nota came of a file.
    #[error("‘{file}’ is niet geïmporteerd. {source}")]
    Import {
        /// The file, as the user named it.
        file: String,
        /// Why.
        source: nota_import::Refusal,
    },
    /// What is withheld in a nota is not certain.
    #[error("Van ‘{file}’ is niet zeker wat niet openbaar is. {reason}")]
    Unclear {
        /// The nota, as the user named it.
        file: String,
        /// Why, and what to do.
        reason: String,
    },
    /// There is nothing to search for.
    #[error(
        "In ‘{file}’ is niets gelakt, dus er is niets om naar te zoeken. Geef eerst de interne nota en dan de openbare bestanden."
    )]
    NothingWithheld {
        /// The nota, as the user named it.
        file: String,
    },
    /// A published file could not be searched.
    #[error("Over ‘{file}’ is niets bewezen. {reason}")]
    NotProven {
        /// The published file, as the user named it.
        file: String,
        /// Why.
        reason: String,
    },
    /// No public file came, and one from before is still there.
    #[error("{source} {older}")]
    Older {
        /// Why none came.
        source: Box<Failure>,
        /// What is said of the older one.
        older: String,
    },
    /// The program itself stumbled over a file.
    #[error(
        "‘{file}’ is niet verwerkt: er zit een fout in het programma nota zelf ({place}). Meld dit aan de beheerder."
    )]
    Panicked {
        /// The nota, as the user named it.
        file: String,
        /// Where in the source code.
        place: String,
    },
    /// Standard output took no more.
    #[error("De uitvoer is niet geschreven. Controleer of de schijf vol is.")]
    Output(#[source] io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Failure::Output(error)
    }
}
