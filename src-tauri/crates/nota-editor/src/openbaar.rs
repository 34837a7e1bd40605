//! The public version in the window: what is withheld and what might have to
//! be, with the words around it, and what stands in the way. Pure: a nota in,
//! views out.

mod barriers;
mod excerpt;
mod places;
mod suggestions;
mod withheld;

pub(crate) use barriers::{found, of_diagnostics, of_metadata, of_refusal};
pub(crate) use places::{to_internal, to_public};
pub(crate) use suggestions::suggestions;
pub(crate) use withheld::withheld;
