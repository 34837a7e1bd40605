//! What goes along with a document: the metadata for archive and publication.

use nota_check::Surroundings;
use nota_export::{Companion, Companions, Document, Unpublished, Wanted};
use nota_metadata::Metagegevens;

use super::Desk;
use crate::guard::guarded;
use crate::host::Host;
use crate::openbaar;
use crate::view::{Barrier, HostError, Version};

/// What came of making metadata.
#[derive(Debug)]
pub enum Beside {
    /// The files that go beside the document.
    Made(Vec<Companion>),
    /// There are none, for these reasons; never empty. The document does not go
    /// either.
    Barred(Vec<Barrier>),
}

impl<H: Host> Desk<H> {
    /// What the nota lacks for its metadata, with what the organisation chose.
    ///
    /// # Errors
    ///
    /// When nothing is open.
    pub fn lacking(&self, keuze: &Metagegevens) -> Result<Vec<Barrier>, HostError> {
        let surroundings = Surroundings {
            metagegevens: Some(keuze),
            ..self.surroundings()
        };
        let diagnostics = self.with(|session| Ok(session.problems(&surroundings)))?;
        Ok(openbaar::of_metadata(&diagnostics))
    }

    /// The metadata of a document that was made of a version.
    ///
    /// # Errors
    ///
    /// When nothing is open, or the metadata cannot be searched.
    pub fn companions(
        &self,
        version: Version,
        document: &Document<'_>,
        wanted: &Wanted<'_>,
    ) -> Result<Beside, HostError> {
        let (nota, template) = self.open_nota()?;
        let make = || match version {
            Version::Intern => Ok(nota_export::companions(document, &nota, &template, wanted)),
            Version::Openbaar => nota_export::public_companions(document, &nota, &template, wanted),
        };
        match guarded(&*self.host, make)? {
            Ok(Companions::Made(files)) => Ok(Beside::Made(files)),
            Ok(Companions::Missing(_)) => Ok(Beside::Barred(self.lacking(wanted.keuze)?)),
            Err(Unpublished::Found(proof)) => Ok(Beside::Barred(openbaar::found(&proof))),
            Err(Unpublished::Refused(refusal)) => {
                Ok(Beside::Barred(openbaar::of_refusal(&refusal)))
            }
            Err(error) => Err(HostError::new("metadata", error.to_string())),
        }
    }
}
