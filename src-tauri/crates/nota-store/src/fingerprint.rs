//! Whether two contents are byte for byte the same, without keeping both.

use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The SHA-256 of a content. Two that are equal have the same bytes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Fingerprint([u8; 32]);

impl Fingerprint {
    /// The fingerprint of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// Its first eight hexadecimal digits, for names of files.
    pub(crate) fn short(&self) -> String {
        self.to_string().chars().take(8).collect()
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.short())
    }
}

impl From<Fingerprint> for String {
    fn from(fingerprint: Fingerprint) -> Self {
        fingerprint.to_string()
    }
}

impl TryFrom<String> for Fingerprint {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let mut bytes = [0; 32];
        let digits = text.as_bytes();
        if digits.len() != 64 || !text.is_ascii() {
            return Err("a fingerprint has 64 hexadecimal digits");
        }
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks(2)) {
            let pair = std::str::from_utf8(pair).unwrap_or_default();
            *byte = u8::from_str_radix(pair, 16).map_err(|_| "no hexadecimal digit")?;
        }
        Ok(Self(bytes))
    }
}

/// A random name of so many bytes, in hexadecimal digits: of a document, a
/// draft or a temporary file.
pub fn random_name(bytes: usize) -> String {
    let mut random = vec![0; bytes];
    if getrandom::fill(&mut random).is_err() {
        // A system without randomness: the place in memory and the process
        // differ at least between programs that run at the same time.
        let seed = format!("{:p} {}", &random, std::process::id());
        let digest: [u8; 32] = Sha256::digest(seed.as_bytes()).into();
        random
            .iter_mut()
            .zip(digest)
            .for_each(|(to, from)| *to = from);
    }
    random.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_crosses_as_text() {
        let own = Fingerprint::of(b"nota");
        let text = serde_json::to_string(&own).expect("prints");
        assert_eq!(text.len(), 66);
        assert_eq!(serde_json::from_str::<Fingerprint>(&text).ok(), Some(own));
        assert!(serde_json::from_str::<Fingerprint>("\"zz\"").is_err());
        assert_ne!(own, Fingerprint::of(b"nota "));
    }

    #[test]
    fn random_names_differ() {
        assert_eq!(random_name(8).len(), 16);
        assert_ne!(random_name(8), random_name(8));
    }
}
