//! What the desk does for the public version: it shows it, says what might
//! have to be withheld, lays both versions beside each other, and makes the
//! file with its proof.

use std::sync::{Arc, PoisonError};

use nota_export::{ExportOptions, Format, PublicName, Published, Unpublished};
use nota_model::Nota;
use nota_public::PublicNota;
use nota_template::Template;
use nota_typeset::Typeset;

use super::Desk;
use crate::guard::guarded;
use crate::host::Host;
use crate::openbaar;
use crate::preview::page_views;
use crate::view::{Barrier, Bericht, Comparison, HostError, SuggestionView, Version};

/// What came of making a public file.
#[derive(Debug)]
pub enum Publishing {
    /// The file, proven.
    Proven(Box<Published>),
    /// There is none, for these reasons; never empty.
    Barred(Vec<Barrier>),
}

impl<H: Host> Desk<H> {
    /// Shows the pages of a version from now on.
    pub fn show_version(&self, version: Version) {
        self.preview.choose(version);
        if let Some(session) = self.session().as_ref() {
            self.show(session);
        }
    }

    /// The version whose pages are shown.
    pub fn version(&self) -> Version {
        self.preview.version()
    }

    /// What might have to be withheld.
    ///
    /// # Errors
    ///
    /// When nothing is open.
    pub fn suggestions(&self) -> Result<Vec<SuggestionView>, HostError> {
        let (nota, template) = self.open_nota()?;
        guarded(&*self.host, || openbaar::suggestions(&nota, &template))
    }

    /// Both versions beside each other. Their pages are to be had by their
    /// hashes until the next comparison.
    ///
    /// # Errors
    ///
    /// When nothing is open.
    pub fn compare(&self) -> Result<Comparison, HostError> {
        let (nota, template) = self.open_nota()?;
        guarded(&*self.host, || self.lay_beside(&nota, &template))?
    }

    fn lay_beside(&self, nota: &Nota, template: &Template) -> Result<Comparison, HostError> {
        let typesetter = self.typesetters.current();
        let bezwaren = self.barriers(nota, template)?;
        let intern = typesetter.typeset(nota, template, self.stock().registry());
        let public = PublicNota::new(nota, template).ok();
        let public = public
            .filter(|_| bezwaren.is_empty())
            .map(|own| typesetter.typeset(own.nota(), own.template(), self.stock().registry()));
        let comparison = Comparison {
            intern: page_views(&intern),
            openbaar: public.as_ref().map(page_views).unwrap_or_default(),
            gronden: openbaar::withheld(nota, template),
            bezwaren,
            ouder: Vec::new(),
        };
        let all: Vec<Typeset> = std::iter::once(intern).chain(public).collect();
        *self.compared.lock().unwrap_or_else(PoisonError::into_inner) = all;
        Ok(comparison)
    }

    /// What stands in the way of a public version: what the rules say of it,
    /// else what the redaction is not certain of.
    fn barriers(&self, nota: &Nota, template: &Template) -> Result<Vec<Barrier>, HostError> {
        let surroundings = self.surroundings();
        let diagnostics = self.with(|session| Ok(session.problems(&surroundings)))?;
        let barriers = openbaar::of_diagnostics(&diagnostics);
        if !barriers.is_empty() {
            return Ok(barriers);
        }
        Ok(match PublicNota::new(nota, template) {
            Ok(_) => Vec::new(),
            Err(refusal) => openbaar::of_refusal(&refusal),
        })
    }

    /// Makes a public file and proves that nothing withheld is in it. Nothing
    /// is written here.
    ///
    /// # Errors
    ///
    /// When nothing is open, the format cannot be made, or the file cannot be
    /// searched.
    pub fn publish(&self, format: Format) -> Result<Publishing, HostError> {
        let (nota, template) = self.open_nota()?;
        let barriers = self.barriers(&nota, &template)?;
        if !barriers.is_empty() {
            return Ok(Publishing::Barred(barriers));
        }
        self.operate("De openbare versie wordt gemaakt en doorzocht.", || {
            self.prove(format, &nota, &template)
        })
    }

    /// What goes with the PDF of a version, for who writes the message himself; of
    /// the public one from the nota in which what is withheld is not there.
    ///
    /// # Errors
    ///
    /// When nothing is open, or with code `barred` when there is no public version.
    pub fn message(&self, version: Version) -> Result<Bericht, HostError> {
        let (nota, template) = self.open_nota()?;
        let own = match version {
            Version::Intern => nota_export::message(&nota, &template),
            Version::Openbaar => {
                let public = PublicNota::new(&nota, &template).map_err(|_| barred())?;
                nota_export::message(public.nota(), public.template())
            }
        };
        Ok(Bericht {
            onderwerp: own.subject,
            tekst: own.text,
        })
    }

    fn prove(
        &self,
        format: Format,
        nota: &Nota,
        template: &Template,
    ) -> Result<Publishing, HostError> {
        let typesetter = self.typesetters.current();
        let options = ExportOptions::new(&typesetter);
        let stock = self.stock();
        let registry = stock.registry();
        let published = match format == Format::EML {
            // An e-mail goes out with the proven PDF in it.
            true => nota_export::publish_mail(nota, template, registry, &options),
            false => nota_export::publish(format, nota, template, registry, &options),
        };
        match published {
            Ok(published) => Ok(Publishing::Proven(Box::new(published))),
            Err(Unpublished::Refused(refusal)) => {
                Ok(Publishing::Barred(openbaar::of_refusal(&refusal)))
            }
            Err(Unpublished::Found(proof)) => Ok(Publishing::Barred(openbaar::found(&proof))),
            Err(Unpublished::Export(error)) => {
                self.host.log(&format!("{error:?}"));
                Err(HostError::new("export", error.to_string()))
            }
            Err(error @ Unpublished::NoPublicFormat) => {
                Err(HostError::new("no-format", error.to_string()))
            }
            Err(Unpublished::NotProven(error)) => Err(HostError::new(
                "not-proven",
                format!(
                    "Er is geen openbare versie gemaakt, omdat niet te bewijzen is dat alles weg is. {error}"
                ),
            )),
        }
    }

    /// The name that the public file has, or would have: to look for an older
    /// one. Nothing that is withheld is in it.
    ///
    /// # Errors
    ///
    /// When nothing is open.
    pub fn public_name(&self, format: Format) -> Result<String, HostError> {
        let (nota, template) = self.open_nota()?;
        Ok(PublicName::expected(&nota, &template).file(format))
    }

    pub(super) fn open_nota(&self) -> Result<(Nota, Arc<Template>), HostError> {
        self.with(|session| Ok((session.nota().clone(), Arc::clone(session.template()))))
    }
}

fn barred() -> HostError {
    HostError::new(
        "barred",
        "Er is geen openbare versie. Kijk bij de problemen wat haar tegenhoudt.",
    )
}
