//! Which language checks the user asks for, and the lists of words that go
//! with them.

use std::path::Path;

use nota_store::shown;
use nota_taal::{Onderdelen, Taal, Woordenlijst};

use crate::output::tell;

/// The checks that the user names: on, off, or parts with commas.
pub(crate) fn parts(text: &str) -> Result<Onderdelen, String> {
    let mut on = Onderdelen::NONE;
    for part in text.split(',') {
        match part.trim() {
            "on" => on = Onderdelen::ALL,
            "off" => on = Onderdelen::NONE,
            "spelling" => on.spelling = true,
            "grammar" => on.grammar = true,
            "plain" => on.plain = true,
            "craft" => on.craft = true,
            _ => {
                return Err(
                    "Kies on, off, of een of meer van spelling, grammar, plain en craft, met komma's ertussen."
                        .to_owned(),
                );
            }
        }
    }
    Ok(on)
}

/// The language checks, with the lists of the drafter and the organisation. A
/// list that cannot be read is told, and the checks go on without it.
pub(crate) fn checks(on: Onderdelen, templates: Option<&Path>) -> Option<Taal> {
    if on == Onderdelen::NONE {
        return None;
    }
    let own = nota_store::own_words().filter(|path| path.exists());
    let paths = nota_store::words_of_organisation(templates)
        .into_iter()
        .chain(own);
    let lists = match on.spelling {
        true => paths.filter_map(|path| read(&path)).collect(),
        false => Vec::new(),
    };
    Some(Taal::new(on, lists))
}

fn read(path: &Path) -> Option<Woordenlijst> {
    let text = match nota_store::read(path) {
        Ok(file) => file.text,
        Err(error) => {
            tell(&format!("woordenlijst: {error}"));
            return None;
        }
    };
    let (list, skipped) = Woordenlijst::read(&text);
    if skipped > 0 {
        tell(&format!(
            "woordenlijst: {skipped} regels van ‘{}’ zijn overgeslagen. Op een regel hoort één woord, en een lijst heeft er hooguit {}.",
            shown(path),
            nota_taal::MOST_WORDS
        ));
    }
    Some(list)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_named_with_commas() {
        assert_eq!(parts("on"), Ok(Onderdelen::ALL));
        assert_eq!(parts("off"), Ok(Onderdelen::NONE));
        let two = parts("spelling, craft").expect("two parts");
        assert!(two.spelling && two.craft && !two.grammar && !two.plain);
        assert!(parts("grammatica").is_err() && parts("").is_err());
    }
}
