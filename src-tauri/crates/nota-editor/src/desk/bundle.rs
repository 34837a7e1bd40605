//! Several notas as one PDF. They need not be on the desk: only its templates
//! and its typesetter are used.

use nota_check::check;
use nota_export::{ExportOptions, Part, Unpublished, bundle, publish_bundle};
use nota_markdown::{Parsed, parse};
use nota_model::Place;

use super::Desk;
use crate::host::Host;
use crate::openbaar;
use crate::view::{Barrier, HostError, Version};

/// A nota that is to be bundled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BundleNota {
    /// What its file is called, to say which it is.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// What came of making a bundle.
#[derive(Debug)]
pub enum Bundling {
    /// The PDF.
    Made(Vec<u8>),
    /// There is none, for these reasons; never empty.
    Barred(Vec<Barrier>),
}

impl<H: Host> Desk<H> {
    /// Makes one PDF of notas, in the order of their dates. A nota that has no
    /// public version bars a public bundle, and is named.
    ///
    /// # Errors
    ///
    /// When it cannot be made, or the user ended it.
    pub fn bundle(&self, notas: &[BundleNota], version: Version) -> Result<Bundling, HostError> {
        self.operate("De bundel wordt gemaakt.", || match version {
            Version::Intern => self.internal_bundle(notas),
            Version::Openbaar => self.public_bundle(notas),
        })
    }

    fn internal_bundle(&self, notas: &[BundleNota]) -> Result<Bundling, HostError> {
        let (stock, typesetter) = (self.stock(), self.typesetters.current());
        let read = read(notas, stock.registry());
        let options = ExportOptions::new(&typesetter);
        bundle(&parts(&read), stock.registry(), &options)
            .map(Bundling::Made)
            .map_err(|error| {
                self.host.log(&format!("{error:?}"));
                HostError::new("export", error.to_string())
            })
    }

    fn public_bundle(&self, notas: &[BundleNota]) -> Result<Bundling, HostError> {
        let (stock, typesetter) = (self.stock(), self.typesetters.current());
        let read = read(notas, stock.registry());
        let surroundings = self.surroundings();
        let mut barred = Vec::new();
        for (own, parsed) in notas.iter().zip(&read) {
            let found = check(
                &parsed.nota,
                &parsed.template,
                &parsed.findings,
                &surroundings,
            );
            let found = openbaar::of_diagnostics(&found);
            barred.extend(found.into_iter().map(|barrier| named(&own.name, barrier)));
        }
        if !barred.is_empty() {
            return Ok(Bundling::Barred(barred));
        }
        let options = ExportOptions::new(&typesetter);
        let refused = match publish_bundle(&parts(&read), stock.registry(), &options) {
            Ok(made) => return Ok(Bundling::Made(made.bytes)),
            Err(refused) => refused,
        };
        let own = refused.nota.and_then(|index| notas.get(index));
        let name = own.map_or("", |own| own.name.as_str());
        let barriers = match &refused.reason {
            Unpublished::Found(proof) => openbaar::found(proof),
            Unpublished::Refused(refusal) => openbaar::of_refusal(refusal),
            error => return Err(HostError::new("bundle", format!("{name}: {error}"))),
        };
        let barriers = barriers.into_iter().map(|own| named(name, own));
        Ok(Bundling::Barred(barriers.collect()))
    }
}

fn read(notas: &[BundleNota], registry: &nota_template::Registry) -> Vec<Parsed> {
    notas.iter().map(|own| parse(&own.text, registry)).collect()
}

fn parts(read: &[Parsed]) -> Vec<Part<'_>> {
    let part = read.iter().map(|own| Part {
        nota: &own.nota,
        template: &own.template,
    });
    part.collect()
}

/// The barrier with the nota that it is about; its place is in another nota than
/// the one on the desk.
fn named(name: &str, barrier: Barrier) -> Barrier {
    Barrier {
        tekst: format!("{name}: {}", barrier.tekst),
        place: Place::nota(),
        ..barrier
    }
}
