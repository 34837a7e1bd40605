//! Commands about words: those that are right, and what was meant by others.

use nota_editor::view::{Applied, Readability, WordLists};

use super::{Answer, Asked};

impl Asked {
    pub fn word_suggestions(&self, word: String) -> Answer<Vec<String>> {
        self.desk().word_suggestions(&word)
    }

    pub fn replace_everywhere(&self, word: String, by: String) -> Answer<Applied> {
        self.desk().replace_everywhere(&word, &by)
    }

    pub fn readability(&self) -> Answer<Readability> {
        self.desk().readability()
    }

    pub fn ignore_word(&self, word: String) -> Answer<Applied> {
        self.desk().ignore_word(&word)
    }

    pub fn add_word(&self, word: String) -> Answer<()> {
        nota_herstel::add_words(&[word])?;
        self.desk().renew_language();
        Ok(())
    }

    pub fn remove_word(&self, word: String) -> Answer<()> {
        nota_herstel::remove_word(&word)?;
        self.desk().renew_language();
        Ok(())
    }

    pub fn word_lists(&self) -> Answer<WordLists> {
        let lists = self.shell().word_lists();
        let words = lists.organisation.iter().flat_map(|list| list.words());
        let mut organisatie: Vec<String> = words.map(str::to_owned).collect();
        organisatie.sort_unstable();
        organisatie.dedup();
        Ok(WordLists {
            eigen: lists.own.words().into_iter().map(str::to_owned).collect(),
            organisatie,
            bezwaren: lists.remarks,
        })
    }
}
