//! What is searched for: the withheld texts, pieces of the long ones, and the
//! words in them that stand out, each in the form in which texts are compared.

pub(crate) mod amounts;
mod form;
mod hosts;
pub(crate) mod words;

use std::collections::{HashMap, HashSet};

use aho_corasick::AhoCorasick;

use crate::fold::{Blanks, Letters};
pub use form::Extent;
pub(crate) use form::{Form, Needle};
use hosts::Hosts;

/// The shortest text that is searched for, in letters and digits.
pub(crate) const SHORTEST: usize = 3;

/// A longer text is searched for in pieces only: lines, pages and columns may
/// have come between its words.
const LONGEST_WHOLE: usize = 200;

/// The number of words in a piece.
const PIECE: usize = 4;

/// Shorter pieces are turns of phrase.
const SHORTEST_PIECE: usize = 12;

/// From this length on a text counts inside a longer word too.
const ANYWHERE: usize = 5;

/// From this length on it counts also when it starts in one word and ends in
/// another.
const ACROSS: usize = 7;

/// The bytes of all needles together; more pieces than fit are left out
/// evenly, so that the memory stays within bounds.
pub(crate) const MOST_BYTES: usize = 8 << 20;

/// All needles, to be looked for at once.
pub(crate) struct Needles {
    needles: Vec<Needle>,
    patterns: Vec<Vec<u8>>,
    automaton: Option<AhoCorasick>,
    /// For each withheld text whether the whole of it is searched for.
    wholes: Vec<bool>,
    /// The public words that needles stand in.
    hosts: Hosts,
}

impl Needles {
    /// The needles of texts, in their order. One that also stands in `allowed`
    /// as words by themselves is left out; the check says so at its place.
    /// One that stands there inside a longer word counts from then on as a
    /// word by itself only: "Visser" is sought beside "visserij".
    ///
    /// # Errors
    ///
    /// When there are too many to search for within bounds.
    pub fn new(secrets: &[&str], allowed: &[Letters]) -> Result<Self, TooMuch> {
        let public = Self::all(secrets, MOST_BYTES)?;
        let mut seen = vec![false; public.needles.len()];
        let mut hosts = Hosts::default();
        for letters in allowed {
            public.each(
                letters,
                &mut |index, start, end| match letters.are_words(start, end) {
                    true => seen[index] = true,
                    false => hosts.add(public.pattern(index), letters, start, end),
                },
            );
        }
        let all = public.patterns.into_iter().zip(public.needles).zip(seen);
        let left = all.filter_map(|(own, seen)| (!seen).then_some(own));
        let mut needles = Self::build(left.collect())?;
        needles.hosts = hosts;
        let sought: HashSet<&[u8]> = needles.patterns.iter().map(Vec::as_slice).collect();
        let wholes = secrets.iter().map(|text| {
            let letters = Letters::of(text).bytes;
            sought.contains(letters.as_slice())
        });
        needles.wholes = wholes.collect();
        Ok(needles)
    }

    /// The needles of texts, in their order, also those that are public, in at
    /// most so many bytes.
    ///
    /// # Errors
    ///
    /// When there are too many to search for within bounds.
    pub fn all(secrets: &[&str], most_bytes: usize) -> Result<Self, TooMuch> {
        let mut found: HashMap<Vec<u8>, Needle> = HashMap::new();
        for (secret, text) in secrets.iter().enumerate() {
            whole(secret, text, &mut found);
        }
        let mut room = most_bytes.saturating_sub(found.keys().map(Vec::len).sum());
        if room == 0 {
            return Err(TooMuch);
        }
        let words: usize = secrets
            .iter()
            .map(|text| text.split_whitespace().count())
            .sum();
        // A word comes back in four pieces, of some six letters each.
        let step = 1 + words * PIECE * PIECE * 6 / most_bytes;
        for (secret, text) in secrets.iter().enumerate() {
            pieces(secret, text, step, &mut room, &mut found);
        }
        let mut all: Vec<(Vec<u8>, Needle)> = found.into_iter().collect();
        all.sort_by(|(a, own), (b, other)| (own.secret, a).cmp(&(other.secret, b)));
        Self::build(all)
    }

    fn build(all: Vec<(Vec<u8>, Needle)>) -> Result<Self, TooMuch> {
        let (patterns, needles): (Vec<_>, Vec<_>) = all.into_iter().unzip();
        let automaton = match patterns.is_empty() {
            true => None,
            false => Some(AhoCorasick::new(&patterns).map_err(|_| TooMuch)?),
        };
        Ok(Self {
            needles,
            patterns,
            automaton,
            wholes: Vec::new(),
            hosts: Hosts::default(),
        })
    }

    /// Whether the whole of a text is searched for.
    pub fn seeks_whole(&self, secret: usize) -> bool {
        self.wholes.get(secret).copied().unwrap_or_default()
    }

    /// The letters of a needle.
    pub fn pattern(&self, index: usize) -> &[u8] {
        self.patterns.get(index).map_or(&[], Vec::as_slice)
    }

    /// Hands each needle that is in the letters of a text with such blanks to
    /// `found`, with its index.
    pub fn search(&self, letters: &Letters, blanks: Blanks, found: &mut dyn FnMut(usize, Needle)) {
        self.each(letters, &mut |index, start, end| {
            if let Some(needle) = self.needles.get(index)
                && counts(needle, letters, start, end)
                && !is_of_two_words(needle, blanks, letters, start, end)
                && !self.hosts.explain(self.pattern(index), letters, start, end)
            {
                found(index, *needle);
            }
        });
    }

    /// Whether a longer word holds a withheld text and is public: "visserij" for
    /// "Visser".
    pub fn is_public_word(&self, text: &str, word: &str) -> bool {
        self.hosts
            .holds(&Letters::of(text).bytes, &Letters::of(word).bytes)
    }

    /// The needle with an index.
    pub fn get(&self, index: usize) -> Option<&Needle> {
        self.needles.get(index)
    }

    /// Whether a needle at this place is no chance.
    pub fn counts(&self, index: usize, letters: &Letters, start: usize, end: usize) -> bool {
        let needle = self.get(index);
        needle.is_some_and(|needle| counts(needle, letters, start, end))
    }

    /// Hands over each place where the letters of a needle stand: its index,
    /// and the bytes of the letters.
    pub fn each(&self, letters: &Letters, found: &mut dyn FnMut(usize, usize, usize)) {
        let hits = self
            .automaton
            .iter()
            .flat_map(|own| own.find_overlapping_iter(&letters.bytes));
        for hit in hits {
            found(hit.pattern().as_usize(), hit.start(), hit.end());
        }
    }
}

/// Withheld texts that are too long to search for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TooMuch;

/// Whether a needle at this place is no chance. A short one must be a word by
/// itself, perhaps with blanks or hyphens in it; a long one never is chance.
fn counts(needle: &Needle, letters: &Letters, start: usize, end: usize) -> bool {
    if letters.are_words(start, end) {
        return true;
    }
    let length = end - start;
    // Numbers that stand beside each other are no number; the last digits of
    // a telephone number may follow on a code of the country.
    if needle.digits && letters.has_gap(start, end) {
        let is_tail = needle.form == Form::Name && length == words::TELEPHONE;
        return is_tail && letters.is_edge(end);
    }
    let anywhere = match (needle.extent, needle.digits) {
        (Extent::Word, _) => ANYWHERE + 2,
        (_, true) => ACROSS,
        (_, false) => ANYWHERE,
    };
    length >= ACROSS || length >= anywhere && !letters.has_gap(start, end)
}

/// Whether one word is found that begins or ends inside another and has a blank
/// of the writer in it: "donderde" in "gebied onder de". Who writes a name
/// with a blank in it parts it from the words beside it as well.
fn is_of_two_words(
    needle: &Needle,
    blanks: Blanks,
    letters: &Letters,
    start: usize,
    end: usize,
) -> bool {
    blanks == Blanks::Written
        && needle.one_word
        && letters.has_blank(start, end)
        && !letters.are_words(start, end)
}

fn add(
    found: &mut HashMap<Vec<u8>, Needle>,
    bytes: Vec<u8>,
    (secret, one_word): (usize, bool),
    extent: Extent,
    form: Form,
) {
    if bytes.len() < SHORTEST {
        return;
    }
    let digits = bytes.iter().all(u8::is_ascii_digit);
    let needle = Needle {
        secret,
        extent,
        form,
        digits,
        one_word,
    };
    let own = found.entry(bytes).or_insert(needle);
    own.extent = own.extent.min(extent);
    own.form = own.form.min(form);
    own.one_word &= one_word;
}

fn whole(secret: usize, text: &str, found: &mut HashMap<Vec<u8>, Needle>) {
    let letters = Letters::of(text);
    let one_word = !letters.has_gap(0, letters.bytes.len());
    if (SHORTEST..=LONGEST_WHOLE).contains(&letters.bytes.len()) {
        let own = (secret, one_word);
        add(found, letters.bytes, own, Extent::Whole, Form::Text);
    }
    for (word, form) in words::standing_out(text) {
        add(found, word, (secret, true), Extent::Word, form);
    }
    let sentences = text.split_inclusive(['.', '!', '?', ';']);
    for sentence in sentences.filter(|own| !words::is_short(own)) {
        let letters = Letters::of(sentence).bytes;
        if (SHORTEST_PIECE..=LONGEST_WHOLE).contains(&letters.len()) {
            add(found, letters, (secret, false), Extent::Piece, Form::Text);
        }
    }
}

/// The pieces of a text of many words: every row of [`PIECE`] words, or with
/// very much text one row in `step`.
fn pieces(
    secret: usize,
    text: &str,
    step: usize,
    room: &mut usize,
    found: &mut HashMap<Vec<u8>, Needle>,
) {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() <= PIECE {
        return;
    }
    for row in words.windows(PIECE).step_by(step) {
        let letters = Letters::of(&row.concat()).bytes;
        if letters.len() >= SHORTEST_PIECE && letters.len() <= *room {
            *room -= letters.len();
            add(found, letters, (secret, false), Extent::Piece, Form::Row);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(secret: &str, allowed: &str, text: &str) -> Option<Extent> {
        let needles = Needles::new(&[secret], &[Letters::of(allowed)]).expect("within bounds");
        let mut best: Option<Extent> = None;
        needles.search(&Letters::of(text), Blanks::Guessed, &mut |_, needle| {
            best = Some(best.map_or(needle.extent, |own| own.min(needle.extent)));
        });
        best
    }

    #[test]
    fn a_text_is_found_however_it_is_cut_up() {
        for text in [
            "met J. Jansen besproken",
            "met J JANSEN",
            "met j. jan-\nsen",
            "J a n s e n: J. J a n s e n",
            "metJ.Jansenbesproken",
        ] {
            assert_eq!(finds("J. Jansen", "", text), Some(Extent::Whole), "{text}");
        }
        assert_eq!(finds("J. Jansen", "", "mevrouw Jansen"), Some(Extent::Word));
        assert_eq!(finds("J. Jansen", "", "mevrouw Smit"), None);
    }

    #[test]
    fn a_short_name_is_not_found_in_other_words() {
        assert_eq!(finds("Bos", "", "in het bos."), Some(Extent::Whole));
        assert_eq!(finds("Bos", "", "b o s"), Some(Extent::Whole));
        for text in ["Bosch", "heb ook", "over een abos", "heb os"] {
            assert_eq!(finds("Bos", "", text), None, "{text}");
        }
        assert_eq!(finds("12", "", "12"), None);
        assert_eq!(finds("hij @ werk", "", "[^1]"), None);
        assert_eq!(finds("2024", "", "12024"), None);
        assert_eq!(finds("111222333", "", "x111222333x"), Some(Extent::Whole));
    }

    #[test]
    fn a_name_in_a_longer_public_word_is_sought_as_a_word() {
        for (name, public) in [
            ("Visser", "De visserij groeit."),
            ("Groen", "de groene stroom"),
            ("Bakker", "een bakkerij, geen stokbakkers"),
            ("Zwartjes", "de Zwartjesgroep"),
        ] {
            let with = format!("mevrouw {name} zegt");
            assert_eq!(finds(name, public, &with), Some(Extent::Whole), "{name}");
            assert_eq!(finds(name, public, public), None, "{name}");
        }
        // Also when the public word is cut at the end of a line.
        assert_eq!(finds("Visser", "De visserij groeit.", "visser-\nij"), None);
    }

    #[test]
    fn a_word_is_not_found_in_two_that_are_written_apart() {
        let finds = |secret: &str, text: &str| {
            let needles = Needles::new(&[secret], &[]).expect("within bounds");
            let mut found = [false; 2];
            for (own, blanks) in found.iter_mut().zip([Blanks::Written, Blanks::Guessed]) {
                needles.search(&Letters::of(text), blanks, &mut |_, _| *own = true);
            }
            found
        };
        assert_eq!(finds("donderde", "gebied onder de"), [false, true]);
        assert_eq!(finds("donderde", "gebied\nonder de"), [false, true]);
        assert_eq!(finds("Zwartjes", "met k Zwart jesse"), [false, true]);
        for text in [
            "met Zwart jes besproken",
            "metZwartjes besproken",
            "metZwart-\njes besproken",
            "met Z w a r t j e s.",
            "metZwart\u{2009}jes",
        ] {
            assert_eq!(finds("Zwartjes", text), [true, true], "{text}");
        }
        assert_eq!(finds("K. Zwartjes", "metK. Zwartjesbesproken"), [true; 2]);
    }

    #[test]
    fn numbers_beside_each_other_are_no_number() {
        let xref = "0000002000 00000 n";
        assert_eq!(finds("€ 2.000.000", "", xref), None);
        assert_eq!(finds("€ 200.000.000", "", xref), None);
        assert_eq!(
            finds("€ 2.000.000", "", "op 2 000 000 gezet"),
            Some(Extent::Whole)
        );
        assert_eq!(finds("€ 2.000.000", "", "2 mln."), Some(Extent::Word));
        assert_eq!(
            finds("06-12345678", "", "+31 6 1234 5678"),
            Some(Extent::Word)
        );
    }

    #[test]
    fn what_is_public_elsewhere_is_not_searched_for() {
        assert_eq!(finds("Jansen", "de wet-Jansen", "Jansen"), None);
        assert_eq!(finds("Jansen", "Jans en", "Jansen"), None);
        assert_eq!(
            finds("J. Jansen", "mevrouw Jansen", "J. Jansen"),
            Some(Extent::Whole)
        );
    }

    #[test]
    fn a_long_text_is_found_by_a_part_of_it() {
        let secret = "De onderhandelingen met de leverancier zijn op 12 mei vastgelopen door geld.";
        let part = "dat de onderhandelingen met de leverancier stroef gaan";
        assert_eq!(finds(secret, "", part), Some(Extent::Piece));
        assert_eq!(finds(secret, part, part), None);
        assert_eq!(finds(secret, "", "de leverancier is vastgelopen"), None);
    }

    #[test]
    fn very_much_text_stays_within_bounds() {
        let secret: String = (0..400_000)
            .map(|number| format!("woord{number} "))
            .collect();
        let needles = Needles::new(&[&secret], &[]).expect("within bounds");
        let bytes: usize = needles.patterns.iter().map(Vec::len).sum();
        assert!(bytes <= 2 * MOST_BYTES, "{bytes}");
        assert!(!needles.patterns.is_empty());
    }
}
