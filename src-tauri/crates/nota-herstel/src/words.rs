//! The lists of words of people: read, and the drafter's own added to.

use std::path::{Path, PathBuf};

use nota_editor::view::HostError;
use nota_store::{Replace, create_folder, shown, write_atomic};
use nota_taal::Woordenlijst;

use crate::failure;

/// The lists that there are, and what was wrong with them, in Dutch.
#[derive(Debug, Default)]
pub struct Lists {
    /// The drafter's own.
    pub own: Woordenlijst,
    /// Those of the organisation.
    pub organisation: Vec<Woordenlijst>,
    /// What could not be read, and what to do.
    pub remarks: Vec<String>,
}

/// Reads the lists of words: the drafter's own, and those of the organisation
/// in its house style (that of the platform without a folder) and in a folder
/// with templates. What cannot be read is said, and left out.
pub fn lists(house_style: Option<&Path>, templates: Option<&Path>) -> Lists {
    let mut lists = Lists::default();
    if let Some(path) = nota_store::own_words().filter(|path| nota_store::is_there(path)) {
        lists.own = read(&path, &mut lists.remarks);
    }
    for path in nota_store::words_of_organisation(house_style, templates) {
        let list = read(&path, &mut lists.remarks);
        lists.organisation.push(list);
    }
    lists
}

fn read(path: &Path, remarks: &mut Vec<String>) -> Woordenlijst {
    let text = match nota_store::read(path) {
        Ok(file) => file.text,
        Err(error) => {
            remarks.push(format!("Een woordenlijst doet niet mee. {error}"));
            return Woordenlijst::default();
        }
    };
    let (list, skipped) = Woordenlijst::read(&text);
    if skipped > 0 {
        remarks.push(format!(
            "Van de woordenlijst ‘{}’ zijn {skipped} regels overgeslagen. Op een regel hoort één woord, en een lijst heeft er hooguit {}.",
            shown(path),
            nota_taal::MOST_WORDS
        ));
    }
    list
}

/// Adds words to the drafter's own list, all or none, and says where it is;
/// none when they all stood in it.
///
/// # Errors
///
/// With the sentence that the user reads: what is no word, and what the disk
/// refuses.
pub fn add_words(words: &[String]) -> Result<Option<PathBuf>, HostError> {
    let (path, mut text) = own()?;
    let (mut list, _) = Woordenlijst::read(&text);
    let before = text.len();
    for word in words {
        let word = word.trim();
        if list.words().contains(&word) {
            continue;
        }
        if !list.add(word) {
            let shown: String = word.chars().take(60).collect();
            return Err(HostError::new(
                "no-word",
                format!(
                    "Er is niets toegevoegd: ‘{shown}’ is niet één woord, of de lijst is vol. Geef elk woord apart op."
                ),
            ));
        }
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        text.push_str(word);
        text.push('\n');
    }
    if text.len() == before {
        return Ok(None);
    }
    write(&path, &text)?;
    Ok(Some(path))
}

/// Takes a word from the drafter's own list.
///
/// # Errors
///
/// With the sentence that the user reads, when the disk refuses.
pub fn remove_word(word: &str) -> Result<(), HostError> {
    let (path, text) = own()?;
    let word = word.trim();
    let kept: Vec<&str> = text.lines().filter(|line| line.trim() != word).collect();
    let kept: String = kept.iter().map(|line| format!("{line}\n")).collect();
    if kept.len() < text.len() {
        write(&path, &kept)?;
    }
    Ok(())
}

/// Where the drafter's own list is, and its text.
fn own() -> Result<(PathBuf, String), HostError> {
    let path = nota_store::own_words().ok_or_else(|| {
        HostError::new(
            "no-folder",
            "Dit systeem heeft geen map voor uw eigen woordenlijst.",
        )
    })?;
    let text = match nota_store::is_there(&path) {
        true => {
            nota_store::read(&path)
                .map_err(|error| failure(&error))?
                .text
        }
        false => String::new(),
    };
    Ok((path, text))
}

fn write(path: &Path, text: &str) -> Result<(), HostError> {
    let made = path.parent().map_or(Ok(()), create_folder);
    let written = made.and_then(|()| write_atomic(path, text.as_bytes(), Replace::Yes));
    written.map_err(|error| failure(&error))
}
