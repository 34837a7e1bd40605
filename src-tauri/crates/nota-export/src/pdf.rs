//! The PDF: PDF/A-2a for the archive and PDF/UA-1 for every reader, in one.

use crate::{ExportError, Exported, Job, Version};

/// The nota as PDF.
pub(crate) fn pdf(job: &Job<'_>) -> Result<Exported, ExportError> {
    let typesetter = job.options.typesetter;
    let typeset = typesetter.typeset(job.nota, job.template, job.registry);
    let typeset = match job.version {
        Version::Internal => typeset,
        Version::Public => typeset.into_public(),
    };
    Ok(Exported {
        bytes: typeset.pdf()?,
        findings: typeset.findings,
    })
}
