//! What is withheld, by ground.

use nota_model::{Nota, gronden};
use nota_public::{Secret, SecretKind, Secrets};
use nota_template::Template;

use super::excerpt::Excerpts;
use crate::view::{WithheldGroup, WithheldView};

/// What is shown of a withheld text, in characters.
const SHOWN: usize = 60;

/// What is withheld in a nota, in the order of the law, with what is internal
/// only at the end. Nothing when the nota leaves open what is withheld.
pub(crate) fn withheld(nota: &Nota, template: &Template) -> Vec<WithheldGroup> {
    let Ok(secrets) = Secrets::of(nota, template) else {
        return Vec::new();
    };
    let excerpts = Excerpts::of(nota);
    let mut groups: Vec<WithheldGroup> = Vec::new();
    let mut last: Option<&Secret> = None;
    for own in secrets.all() {
        // The address in a withheld text goes with the text, and the title of
        // a section with the section.
        let is_title = own.kind == SecretKind::Section && own.place.path.is_empty();
        let is_part = is_title || own.kind == SecretKind::Link;
        if is_part || last.is_some_and(|last| is_one(nota, last, own)) {
            continue;
        }
        last = Some(own);
        let view = WithheldView {
            soort: own.kind.word().to_owned(),
            begin: begin(&excerpts.at(&own.place).text),
            place: own.place.clone(),
        };
        match groups.iter_mut().find(|group| group.grond == own.grond) {
            Some(group) => group.gelakt.push(view),
            None => groups.push(WithheldGroup {
                grond: own.grond.clone(),
                gelakt: vec![view],
            }),
        }
    }
    let rank = |code: &str| {
        let known = gronden().iter().position(|grond| grond.code == code);
        known.unwrap_or(usize::MAX)
    };
    groups.sort_by_key(|group| rank(&group.grond));
    groups
}

/// Whether two texts are of one thing that was withheld: a block, a field, a
/// section, a footnote.
fn is_one(nota: &Nota, last: &Secret, own: &Secret) -> bool {
    let key = |path: &Option<String>| path.as_deref().map(|path| nota.key_of(path).to_owned());
    let (a, b) = (&last.place, &own.place);
    let alike = last.kind == own.kind && last.grond == own.grond && a.index == b.index;
    alike
        && match own.kind {
            SecretKind::Block => a.note == b.note && a.path.first() == b.path.first(),
            SecretKind::Field => key(&a.field) == key(&b.field),
            SecretKind::Section => true,
            SecretKind::Footnote => a.note == b.note,
            SecretKind::Text | SecretKind::Link => false,
        }
}

fn begin(text: &str) -> String {
    let start: String = text.chars().take(SHOWN).collect();
    match start.len() < text.len() {
        true => start.trim_end().to_owned() + " …",
        false => start,
    }
}

#[cfg(test)]
mod tests {
    use nota_template::Registry;

    use super::*;

    #[test]
    fn what_is_withheld_is_counted_as_the_drafter_marked_it() {
        let parsed = nota_markdown::parse(
            "---\nopgesteld-door:\n  - J. Jansen\n  - P. Bos\ndirectie: Team Zuid\nlakken:\n  \
             - veld: directie\n    grond: 5.1.2h\n---\n\n## 3. Kernpunten\n\n\
             Met [Bernsen](http://b.example) en [[C. **Cor**](http://c.example)]{.lak grond=\"5.1.2e\"}.\n\n\
             ::: {.lak grond=\"5.1.2b\"}\nEen.\n\n- twee\n- drie\n:::\n\n## 5. Informatie die niet openbaar gemaakt kan worden\n\n\
             ### 5.2 Informatie die niet openbaar gemaakt kan worden\n\nGeheim.\n\nNog meer.\n",
            Registry::builtin(),
        );
        let mut lines = Vec::new();
        for group in withheld(&parsed.nota, &parsed.template) {
            for own in group.gelakt {
                lines.push(format!("{} {}: {}", group.grond, own.soort, own.begin));
            }
        }
        assert_eq!(
            lines,
            [
                "5.1.2b een gelakt blok: Een.",
                "5.1.2e een gelakt veld: J. Jansen",
                "5.1.2e een gelakte tekst: C. Cor",
                "5.1.2h een gelakt veld: Team Zuid",
                " een deel dat alleen intern is: Geheim.",
            ]
        );
    }
}
