//! How hard the nota is to read, and what moves that: for who asks, beside the
//! rules. Nothing of it is a fault.

use nota_model::{Carrier, Nota, Place, TextSite};
use nota_taal::{Band, Maat, eenvoudig_genoemd, zinnen};
use nota_template::Template;

use crate::taal::{is_open, is_quoted};

/// How hard a nota is to read.
#[derive(Debug, Clone, PartialEq)]
pub struct Leesbaarheid {
    /// What was counted: running text, without headings, tables, quotations and
    /// fields.
    pub maat: Maat,
    /// The band; none for a nota of fewer than a hundred words.
    pub band: Option<Band>,
    /// The longest sentences, the longest first: each with its words.
    pub longest: Vec<(Place, String, usize)>,
    /// How many sentences are passive.
    pub passive: usize,
    /// Phrases that can mostly be plainer: the phrase, and what is plainer.
    pub phrases: Vec<(Place, String, String)>,
}

/// The words from which a sentence is listed; from
/// [`nota_taal::LONG_SENTENCE`] on it is marked as well.
const LONG: usize = 30;

/// The most sentences and phrases that are listed.
const MOST: usize = 12;

/// Works out how hard a nota is to read.
pub fn leesbaarheid(nota: &Nota, template: &Template) -> Leesbaarheid {
    let mut own = Leesbaarheid {
        maat: Maat::default(),
        band: None,
        longest: Vec::new(),
        passive: 0,
        phrases: Vec::new(),
    };
    let texts = nota.texts();
    let running = texts
        .iter()
        .filter(|text| text.carrier == Carrier::Paragraph && text.grond.is_none())
        .filter(|text| !is_quoted(nota, &text.place) && !is_internal(template, text));
    for text in running {
        own.add(text);
    }
    own.longest
        .sort_by_key(|(_, _, words)| std::cmp::Reverse(*words));
    own.longest.truncate(MOST);
    own.phrases.truncate(MOST);
    own.band = own.maat.band();
    own
}

impl Leesbaarheid {
    fn add(&mut self, text: &TextSite) {
        self.maat = self.maat.and(Maat::of(&text.text));
        for zin in zinnen(&text.text) {
            self.passive += usize::from(zin.is_passive);
            if zin.words > LONG && is_open(text, &zin.range) {
                let words = text.text.get(zin.range.clone()).unwrap_or_default();
                self.longest
                    .push((text.part(zin.range.clone()), words.to_owned(), zin.words));
            }
        }
        for frase in eenvoudig_genoemd(&text.text) {
            if is_open(text, &frase.range) {
                let words = text.text.get(frase.range.clone()).unwrap_or_default();
                let better = frase.better.to_owned();
                self.phrases
                    .push((text.part(frase.range.clone()), words.to_owned(), better));
            }
        }
    }
}

fn is_internal(template: &Template, text: &TextSite) -> bool {
    template.is_internal(text.place.section.as_deref())
}
