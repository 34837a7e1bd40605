//! The public version of a nota, in every format that there is: the formats
//! get a nota in which nothing withheld is left, and no way to the other.

use nota_model::NIET_OPENBAAR;
use nota_public::PublicNota;
use nota_template::Registry;

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

/// The name that is proposed for the file of a public version: the subject
/// and `-openbaar`. Not that of the nota's own file, which may name persons.
pub fn public_file_name(nota: &PublicNota, format: Format) -> String {
    let subject = nota.nota().field_text("onderwerp").unwrap_or_default();
    let subject = match subject {
        NIET_OPENBAAR => "",
        subject => subject,
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
