//! The PDF: PDF/A-2a for the archive and PDF/UA-1 for every reader, in one.

use nota_metadata::Bestandsformaat;
use nota_public::{Kind, prove_absent};

use crate::format::{Format, Openness, Traits};
use crate::{ExportError, Exported, Job, Version};

/// What is printed, sent and archived.
pub(crate) const PDF: Format = Format(&Traits {
    extension: "pdf",
    name: "Pdf",
    purpose: "Om te versturen, te archiveren en voor te lezen",
    making: "De pdf wordt gemaakt.",
    is_text: false,
    archive: Bestandsformaat {
        naam: "Acrobat PDF/A - Portable Document Format 2a",
        pronom: "fmt/476",
        filetype: Some("PDF"),
    },
    openness: Openness::Public(|secrets, bytes| prove_absent(secrets, bytes, Kind::Pdf)),
    make: pdf,
});

/// The nota as PDF.
pub(crate) fn pdf(job: &Job<'_>) -> Result<Exported, ExportError> {
    let typesetter = job.options.typesetter;
    let (nota, template, registry) = (job.nota, job.template, job.registry);
    let typeset = match (job.version, job.options.source) {
        (Version::Internal, Some(source)) => {
            typesetter.typeset_with_source(nota, template, registry, source)
        }
        (Version::Internal, None) => typesetter.typeset(nota, template, registry),
        (Version::Public, _) => typesetter.typeset(nota, template, registry).into_public(),
    };
    Ok(Exported {
        bytes: typeset.pdf()?,
        findings: typeset.findings(),
    })
}
