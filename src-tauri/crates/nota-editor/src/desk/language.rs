//! What the desk does with words: what was meant by one, one that is right in
//! this nota, one that is replaced wherever it stands.

use nota_check::{leesbaarheid, replace_everywhere};
use nota_model::{Change, Value};
use nota_template::WOORDEN;

use super::Desk;
use crate::guard::guarded;
use crate::host::Host;
use crate::view::{Applied, HostError, Readability};

impl<H: Host> Desk<H> {
    /// The switches or the lists of words are others.
    pub fn renew_language(&self) {
        self.reader.renew();
    }

    /// What was probably meant by a word: at most five, the most likely first,
    /// within half a second.
    ///
    /// # Errors
    ///
    /// When the program stumbles over the word.
    pub fn word_suggestions(&self, word: &str) -> Result<Vec<String>, HostError> {
        guarded(&*self.host, || self.reader.suggest(word))
    }

    /// How hard the open nota is to read, and what moves that.
    ///
    /// # Errors
    ///
    /// When nothing is open.
    pub fn readability(&self) -> Result<Readability, HostError> {
        let (nota, template) = self.open_nota()?;
        guarded(&*self.host, || leesbaarheid(&nota, &template).into())
    }

    /// Has a word be right in this nota: one step of undo.
    ///
    /// # Errors
    ///
    /// When nothing is open or it may not be changed.
    pub fn ignore_word(&self, word: &str) -> Result<Applied, HostError> {
        let word = word.trim();
        let change = self.with(|session| {
            let words = session.nota().field(WOORDEN).map(Value::items);
            let mut words = words.unwrap_or_default().to_vec();
            if !words.iter().any(|own| own.as_text() == Some(word)) {
                words.push(Value::text(word));
            }
            let (path, value) = (WOORDEN.to_owned(), Value::List(words));
            Ok(Change::SetField { path, value })
        })?;
        self.apply(&change, None)
    }

    /// Puts another word wherever a word stands as a whole: one step of undo.
    ///
    /// # Errors
    ///
    /// When nothing is open, it may not be changed, or the word stands nowhere
    /// any more.
    pub fn replace_everywhere(&self, word: &str, by: &str) -> Result<Applied, HostError> {
        let change = self.with(|session| Ok(replace_everywhere(session.nota(), word, by)))?;
        let stale = || HostError::new("stale", "Dit woord staat nergens meer in de nota.");
        self.apply(&change.ok_or_else(stale)?, None)
    }
}
