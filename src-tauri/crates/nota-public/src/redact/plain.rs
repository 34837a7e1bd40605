//! Plain texts, such as a title and the value of a field, without what is
//! withheld in them.

use nota_model::{PlainPart, plain_parts};

use super::placeholder;

/// A plain text without what stands in it as withheld.
pub(super) fn plain(text: &str) -> String {
    let parts = plain_parts(text).into_iter();
    let public = parts.map(|part| match part {
        PlainPart::Public(text) => text.to_owned(),
        PlainPart::Withheld { grond, .. } => placeholder(grond),
    });
    public.collect()
}
