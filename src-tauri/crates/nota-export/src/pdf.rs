//! The PDF: PDF/A-2a for the archive and PDF/UA-1 for every reader, in one.

use crate::{ExportError, Exported, Job, Version};

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
        findings: typeset.findings,
    })
}
