//! The public version of a nota, in every format that there is: the formats
//! get a nota in which nothing withheld is left, and no way to the other.

use nota_model::{Nota, is_weglating};
use nota_public::{
    Kind, NotProven, Proof, PublicNota, Refusal, Secrets, SecretsError, prove_absent,
};
use nota_template::{Registry, Template};

use crate::eml::file_name;
use crate::{ExportError, ExportOptions, Exported, Format, Job, Version};

/// Makes the public version of a nota in a format. Two notas that differ in
/// withheld text only give the same bytes.
///
/// # Errors
///
/// When the layout or a font of the organisation does not work.
pub fn export_public(
    format: Format,
    nota: &PublicNota,
    registry: &Registry,
    options: &ExportOptions<'_>,
) -> Result<Exported, ExportError> {
    format.make(&Job {
        version: Version::Public,
        nota: nota.nota(),
        template: nota.template(),
        registry,
        options,
    })
}

/// The formats in which what is withheld can be searched for, and so those of
/// a public version.
pub const PUBLIC_FORMATS: [Format; 2] = [Format::Pdf, Format::Markdown];

/// A public document of which it is proven that nothing withheld is in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Published {
    /// The bytes of the file.
    pub bytes: Vec<u8>,
    /// The name that is proposed for the file.
    pub name: String,
    /// What was searched, and for what.
    pub proof: Proof,
}

/// Why there is no public document.
#[derive(Debug, thiserror::Error)]
pub enum Unpublished {
    /// It is not certain what is withheld.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The document could not be made.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// Something withheld was found in the document.
    #[error("{0}")]
    Found(Box<Proof>),
    /// The document could not be searched.
    #[error("{0}")]
    NotProven(#[from] NotProven),
}

/// Makes the public version of a nota in a format and searches it for all
/// that is withheld. There is no other way to a public file: what comes out
/// has been proven.
///
/// # Errors
///
/// When there is no such document, or something was found in it.
pub fn publish(
    format: Format,
    nota: &Nota,
    template: &Template,
    registry: &Registry,
    options: &ExportOptions<'_>,
) -> Result<Published, Unpublished> {
    let public = PublicNota::new(nota, template)?;
    let bytes = export_public(format, &public, registry, options)?.bytes;
    let secrets = Secrets::of(nota, template).map_err(|error| match error {
        SecretsError::Refused(refusal) => Unpublished::Refused(refusal),
        SecretsError::NotProven(error) => Unpublished::NotProven(error),
    })?;
    let kind = Kind::of(&bytes).unwrap_or(Kind::Text);
    let proof = prove_absent(&secrets, &bytes, kind)?;
    if !proof.holds() {
        return Err(Unpublished::Found(Box::new(proof)));
    }
    Ok(Published {
        bytes,
        name: public_file_name(&public, format),
        proof,
    })
}

/// The name that is proposed for the file of a public version: the subject
/// and `-openbaar`. Not that of the nota's own file, which may name persons.
pub fn public_file_name(nota: &PublicNota, format: Format) -> String {
    let subject = nota.nota().field_text("onderwerp").unwrap_or_default();
    let subject = match is_weglating(subject) {
        true => "",
        false => subject,
    };
    format!("{}-openbaar.{}", file_name(subject), format.extension())
}

#[cfg(test)]
mod tests {
    use nota_template::Registry;

    use super::*;

    fn name(front: &str) -> String {
        let text = format!("---\n{front}\n---\n");
        let parsed = nota_markdown::parse(&text, Registry::builtin());
        let public = PublicNota::new(&parsed.nota, &parsed.template).expect("is public");
        public_file_name(&public, Format::Pdf)
    }

    #[test]
    fn the_name_of_the_file_is_the_public_subject() {
        assert_eq!(
            name("onderwerp: Beslisnota Kamerbrief"),
            "Beslisnota Kamerbrief-openbaar.pdf"
        );
        assert_eq!(name("datum: 2024-03-15"), "nota-openbaar.pdf");
        let withheld = "onderwerp: x\nlakken:\n  - veld: onderwerp\n    grond: 5.1.2e";
        assert_eq!(name(withheld), "nota-openbaar.pdf");
    }
}
