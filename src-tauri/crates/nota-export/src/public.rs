//! The public version of a nota, in every format that there is: the formats
//! get a nota in which nothing withheld is left, and no way to the other.

use nota_model::{Finding, Nota};
use nota_public::{
    Drawings, Kind, NotProven, Proof, PublicNota, Refusal, Report, Secrets, SecretsError, drawings,
    prove_absent, prove_absent_beside,
};
use nota_template::{Registry, Template};

use crate::eml::{Words, draft};
use crate::name::PublicName;
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

/// A public document of which it is proven that nothing withheld is in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Published {
    /// The bytes of the file.
    pub bytes: Vec<u8>,
    /// The name that is proposed for the file.
    pub name: String,
    /// What was searched, and for what.
    pub proof: Proof,
    /// What making it showed about the nota.
    pub findings: Vec<Finding>,
}

impl Published {
    /// The report on the file, to be kept apart from it: under the name that it
    /// got, with the text of the nota and the day (`2026-11-20`).
    pub fn report(&self, name: &str, nota: &str, date: &str) -> Report<'_> {
        Report::new(&self.proof, (name, &self.bytes), nota, date)
    }
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
    /// The format is for the organisation itself.
    #[error("In deze vorm is er geen openbare versie.")]
    NoPublicFormat,
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
    let proving = format.proving().ok_or(Unpublished::NoPublicFormat)?;
    let public = PublicNota::new(nota, template)?;
    let Exported { bytes, findings } = export_public(format, &public, registry, options)?;
    let secrets = secrets(nota, template)?;
    let mut proof = proving(&secrets, &bytes)?;
    if proof.hits.is_empty() && !proof.unread.is_empty() && format == Format::PDF {
        // A logo may be a drawing that nobody can read.
        let known = of_house_style(format, &secrets, template, registry, options);
        proof = prove_absent_beside(&secrets, &bytes, Kind::Pdf, &known)?;
    }
    if !proof.hits.is_empty() {
        return Err(Unpublished::Found(Box::new(proof)));
    }
    if let Some(unread) = proof.unread.first() {
        let part = format!("{}, {}", unread.what, unread.spot);
        return Err(NotProven::Opaque(part).into());
    }
    Ok(Published {
        bytes,
        name: PublicName::of(&public).file(format),
        proof,
        findings,
    })
}

/// The drawings that every nota under a template has, such as a logo: those of
/// an empty one, in which nothing is withheld. None when it cannot be made.
pub fn of_house_style(
    format: Format,
    secrets: &Secrets,
    template: &Template,
    registry: &Registry,
    options: &ExportOptions<'_>,
) -> Drawings {
    let Ok(empty) = PublicNota::new(&Nota::default(), template) else {
        return Drawings::default();
    };
    match export_public(format, &empty, registry, options) {
        Ok(made) => drawings(secrets, &made.bytes),
        Err(_) => Drawings::default(),
    }
}

/// Makes a draft e-mail with the proven PDF of the public version. What stands
/// in the draft beside it comes from the public version too, and is searched as
/// well: its subject, its text and the name of the attachment.
///
/// # Errors
///
/// As [`publish`].
pub fn publish_mail(
    nota: &Nota,
    template: &Template,
    registry: &Registry,
    options: &ExportOptions<'_>,
) -> Result<Published, Unpublished> {
    let document = publish(Format::PDF, nota, template, registry, options)?;
    let public = PublicNota::new(nota, template)?;
    let words = Words::of(public.nota(), public.template(), document.name);
    let proof = prove_absent(
        &secrets(nota, template)?,
        words.readable().as_bytes(),
        Kind::Text,
    )?;
    if !proof.holds() {
        return Err(Unpublished::Found(Box::new(proof)));
    }
    Ok(Published {
        bytes: draft(&words, &document.bytes),
        name: PublicName::of(&public).file(Format::EML),
        proof: document.proof,
        findings: document.findings,
    })
}

pub(crate) fn secrets(nota: &Nota, template: &Template) -> Result<Secrets, Unpublished> {
    Secrets::of(nota, template).map_err(|error| match error {
        SecretsError::Refused(refusal) => Unpublished::Refused(refusal),
        SecretsError::NotProven(error) => Unpublished::NotProven(error),
    })
}

#[cfg(test)]
mod tests {
    use nota_template::Registry;

    use super::*;

    fn name(front: &str) -> String {
        let text = format!("---\n{front}\n---\n");
        let parsed = nota_markdown::parse(&text, Registry::builtin());
        let public = PublicNota::new(&parsed.nota, &parsed.template).expect("is public");
        PublicName::of(&public).file(Format::PDF)
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

    #[test]
    fn without_a_public_version_the_name_is_known_all_the_same() {
        let name = |front: &str| {
            let text = format!("---\n{front}\n---\n## 3. Kernpunten\n\n[x]{{.lak}}\n");
            let parsed = nota_markdown::parse(&text, Registry::builtin());
            PublicName::expected(&parsed.nota, &parsed.template).file(Format::PDF)
        };
        assert_eq!(name("onderwerp: Brief"), "Brief-openbaar.pdf");
        let lakken = "lakken:\n  - veld: kenmerk\n    grond: onzin";
        assert_eq!(
            name(&format!("onderwerp: Brief\n{lakken}")),
            "Brief-openbaar.pdf"
        );
        let withheld = lakken.replace("kenmerk", "onderwerp");
        assert_eq!(
            name(&format!("onderwerp: Geheim\n{withheld}")),
            "nota-openbaar.pdf"
        );
    }

    #[test]
    fn a_public_mail_holds_the_public_pdf_and_no_withheld_word() {
        let front = "onderwerp: Brief\nkenmerk: \"5301122\"\nlakken:\n  - veld: onderwerp\n    grond: 5.1.2e";
        let text = format!(
            "---\n{front}\n---\n## 3. Kernpunten\n\nMet [Zwartjes]{{.lak grond=\"5.1.2e\"}}.\n"
        );
        let parsed = nota_markdown::parse(&text, Registry::builtin());
        let typesetter = nota_typeset::Typesetter::new(
            nota_typeset::Fonts::embedded(),
            nota_typeset::HouseStyle::default(),
        );
        let options = ExportOptions::new(&typesetter);
        let (nota, template, registry) = (&parsed.nota, &parsed.template, Registry::builtin());
        let mail = publish_mail(nota, template, registry, &options).expect("is public");
        assert_eq!(mail.name, "nota-openbaar.eml");
        let draft = String::from_utf8(mail.bytes).expect("ASCII");
        assert!(draft.contains("nota-openbaar.pdf"), "{draft}");
        assert!(!draft.contains("Brief") && !draft.contains("Zwartjes"));
        let internal = crate::export(Format::EML, nota, template, registry, &options);
        let internal = String::from_utf8(internal.expect("is made").bytes).expect("ASCII");
        assert!(internal.contains("Brief.pdf"), "the test sees the name");
    }
}
