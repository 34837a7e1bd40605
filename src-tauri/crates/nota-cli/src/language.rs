//! Which language checks the user asks for, and the lists of words that go
//! with them.

use std::path::Path;

use nota_taal::{Onderdelen, Taal};

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
    let mut lists = Vec::new();
    if on.spelling {
        let read = nota_herstel::lists(None, templates);
        for remark in &read.remarks {
            tell(&format!("woordenlijst: {remark}"));
        }
        lists.push(read.own);
        lists.extend(read.organisation);
    }
    Some(Taal::new(on, lists))
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
