//! The dictionary: that of OpenTaal with the words of the ministries beside
//! it. Unpacked and read when the first word is looked up.

use std::collections::HashSet;
use std::io::Read as _;
use std::sync::LazyLock;

use flate2::read::ZlibDecoder;
use spellbook::Dictionary;

use crate::lijst::{Pairs, Words, rows};

static AFF: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/nl.aff.z"));
static DIC: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/nl.dic.z"));

/// Words of the ministries that OpenTaal does not have.
pub(crate) static RIJK: LazyLock<Words> = LazyLock::new(|| {
    rows(include_str!("../data/woorden.txt"))
        .map(|row| row[0])
        .collect()
});

/// Words that are wrong, each with the right one.
pub(crate) static WRONG: LazyLock<Pairs> = LazyLock::new(|| {
    let rows = rows(include_str!("../data/fout.tsv"));
    rows.filter_map(|row| Some((*row.first()?, *row.get(1)?)))
        .collect()
});

static DICTIONARY: LazyLock<Option<Dictionary>> = LazyLock::new(|| {
    let (aff, dic) = (unpacked(AFF), unpacked(DIC));
    Dictionary::new(&aff, &dic).ok()
});

/// The words that stand in the dictionary as such, without what is made of
/// them: each once, in the order of the file.
pub(crate) static LISTED: LazyLock<Listed> = LazyLock::new(Listed::read);

/// See [`LISTED`].
pub(crate) struct Listed {
    /// The words, a line each.
    text: String,
    /// Their hashes, to find one at once without the memory of all.
    set: HashSet<u32>,
}

impl Listed {
    fn read() -> Self {
        let dic = unpacked(DIC);
        let mut text = String::with_capacity(dic.len());
        for line in dic.lines().skip(1) {
            let word = line.split(['/', '\t']).next().unwrap_or_default();
            if !word.is_empty() {
                text.push_str(&word.replace('ĳ', "ij"));
                text.push('\n');
            }
        }
        text.shrink_to_fit();
        let set = text.lines().map(hash).collect();
        Self { text, set }
    }

    /// The words.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        self.text.lines()
    }

    /// Whether a word is in it. Once in very many times it says yes to a word
    /// that is not; who needs to be sure asks [`exists`] too.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.set.contains(&hash(word))
    }
}

/// The hash of Fowler, Noll and Vo.
fn hash(word: &str) -> u32 {
    let bytes = word.bytes();
    bytes.fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

fn unpacked(packed: &[u8]) -> String {
    let mut text = String::new();
    // What the build packed can be unpacked; the tests look up words in it.
    let _ = ZlibDecoder::new(packed).read_to_string(&mut text);
    text
}

/// The longest word that is looked up, in bytes. What is longer is no word.
const LONGEST: usize = 100;

/// Whether the dictionary of OpenTaal knows a word, by itself or as one that
/// is made of others.
pub(crate) fn exists(word: &str) -> bool {
    let dictionary = DICTIONARY.as_ref();
    word.len() <= LONGEST && dictionary.is_some_and(|own| own.check(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dictionary_knows_dutch() {
        for word in [
            "beleid",
            "Beleid",
            "beleidsmedewerker",
            "België",
            "thema's",
            "ijs",
        ] {
            assert!(exists(word), "{word}");
        }
        for word in ["beleit", "Belgie", "veiligheidregio"] {
            assert!(!exists(word), "{word}");
        }
        assert!(LISTED.has("beleid") && !LISTED.has("beleit"));
        assert!(RIJK.len() > 900 && WRONG.len() > 40);
    }
}
