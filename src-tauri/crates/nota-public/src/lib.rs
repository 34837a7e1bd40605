//! The public version of a nota: what is withheld is taken out of the model
//! before anything is made of it, and a published file is searched to prove
//! that it is not in there. Pure: values and bytes in, values out.

mod certain;
mod elsewhere;
mod explanation;
mod fold;
mod gelakt;
mod needles;
mod obstacle;
mod office;
mod pdf;
mod proof;
mod public;
mod raw;
mod redact;
mod secrets;
mod text;

#[cfg(test)]
mod tests;

pub use certain::{Lakfout, doubts, lakfouten, withholds};
pub use elsewhere::{Echo, Elsewhere, same_letters, says_nothing};
pub use explanation::{Withheld, explanation, keep_in_step};
pub use gelakt::{Gelakt, gelakt};
pub use needles::Extent;
pub use obstacle::{Obstacle, Reason, Refusal, bars_publication, is_doubt, is_not_understood};
pub use proof::{
    Drawings, Fingerprint, Hit, Kind, NotProven, Proof, Report, Searched, Spot, Tally, Unread,
    Verdict, drawings, prove_absent, prove_absent_beside, prove_parts_absent,
};
pub use public::PublicNota;
pub use redact::is_name_of_paraaf;
pub use secrets::{Secret, SecretKind, Secrets, SecretsError, Sought};
