//! Keeps section 5.1 in step with what is withheld, until the drafter writes
//! something else there.

use nota_model::{Block, BlockKind, Change, Grond, Nota, Run, SectionRef, gronden};
use nota_template::{SectionRole, SectionSpec, Template};

use super::{NOTHING, Withheld, sentence};

/// What must change in section 5.1 after a nota has become another one: the
/// standing sentence of a ground comes when the first text is withheld on it
/// and goes with the last. None when there is nothing to change, or when the
/// section says anything in the drafter's own words: that is never touched.
///
/// What is withheld in each comes with it, so that a nota that is changed many
/// times is read once each time. The change withholds nothing and makes
/// nothing public.
pub fn keep_in_step(
    (before, old): (&Nota, &Withheld),
    (after, new): (&Nota, &Withheld),
    template: &Template,
) -> Option<Change> {
    let spec = section(after, template)?;
    let key = &spec.sleutel;
    let body = |nota: &Nota| nota.section(key).map(|own| own.body.blocks.clone());
    // What the drafter does in the section itself stands.
    if body(before) != body(after) {
        return None;
    }
    let present = body(after);
    let blocks = present.as_deref().unwrap_or_default();
    let proposed = if says_nothing(blocks, spec) {
        if new.count == 0 || (new.count <= old.count && new.codes == old.codes) {
            return None;
        }
        paragraphs(new.grounds())
    } else {
        let own = standing(blocks)?;
        let gone = |grond: &Grond| has(old, grond) && !has(new, grond);
        let came = |grond: &Grond| has(new, grond) && !has(old, grond);
        let kept = gronden().iter().filter(|grond| {
            let there = own.contains(&grond.code);
            (there && !gone(grond)) || came(grond)
        });
        let kept = paragraphs(kept);
        match kept.is_empty() && new.count == 0 {
            true => vec![Block::paragraph(NOTHING)],
            false => kept,
        }
    };
    if proposed.is_empty() || proposed == blocks {
        return None;
    }
    let mut changes = match present {
        Some(_) => Vec::new(),
        None => added(after, template, spec),
    };
    changes.push(Change::SetBody {
        section: SectionRef::Key(key.clone()),
        blocks: proposed,
    });
    Some(Change::All { changes })
}

fn has(withheld: &Withheld, grond: &Grond) -> bool {
    withheld.codes.contains(grond.code)
}

fn paragraphs<'g>(grounds: impl Iterator<Item = &'g Grond>) -> Vec<Block> {
    grounds.filter_map(sentence).map(Block::paragraph).collect()
}

/// The section for the sentences: the public part for the reason when the
/// nota has it or starts with it, else the section that it is a part of.
fn section<'t>(nota: &Nota, template: &'t Template) -> Option<&'t SectionSpec> {
    let whole = template.section_for(SectionRole::NietOpenbaar)?;
    let is_part = |spec: &&SectionSpec| {
        spec.onderdeel_van.as_ref() == Some(&whole.sleutel) && !spec.alleen_intern
    };
    let Some(part) = template.secties.iter().find(is_part) else {
        return Some(whole);
    };
    if nota.section(&part.sleutel).is_some() {
        return Some(part);
    }
    let own = nota.section(&whole.sleutel);
    let says_all = own.is_some_and(|own| !own.body.is_blank());
    Some(match part.in_nieuwe_nota && !says_all {
        true => part,
        false => whole,
    })
}

/// Whether a body is empty, or holds only the hint of its template.
fn says_nothing(blocks: &[Block], spec: &SectionSpec) -> bool {
    blocks.iter().all(|block| {
        let hint = spec.hint.as_deref();
        block.is_blank() || (hint.is_some() && plain(block) == hint)
    })
}

/// The codes of the grounds whose sentences a body consists of; none when
/// anything else stands in it.
fn standing(blocks: &[Block]) -> Option<Vec<&'static str>> {
    let mut codes = Vec::new();
    for block in blocks.iter().filter(|block| !block.is_blank()) {
        let text = plain(block)?;
        if text == NOTHING {
            continue;
        }
        let is_this = |grond: &&Grond| sentence(grond).as_deref() == Some(text);
        codes.push(gronden().iter().find(is_this)?.code);
    }
    Some(codes)
}

/// The text of a paragraph without any markup.
fn plain(block: &Block) -> Option<&str> {
    let BlockKind::Paragraph { inlines } = &block.kind else {
        return None;
    };
    match inlines.as_slice() {
        [only] if only.marks.is_empty() => match &only.run {
            Run::Text { text } => Some(text.trim()),
            _ => None,
        },
        _ => None,
    }
}

/// The section itself, and the one that it is a part of, as far as the nota
/// has them not.
fn added(nota: &Nota, template: &Template, spec: &SectionSpec) -> Vec<Change> {
    let parent = spec.onderdeel_van.as_deref();
    let parent = parent.and_then(|key| template.sectie(key));
    let missing = parent.filter(|own| nota.section(&own.sleutel).is_none());
    let index = place(nota, template, missing.unwrap_or(spec));
    let specs = missing.into_iter().chain(std::iter::once(spec));
    let changes = specs.enumerate().map(|(offset, spec)| Change::AddSection {
        key: Some(spec.sleutel.clone()),
        number: spec.printed_number(),
        title: spec.titel.clone(),
        level: template.level(spec),
        index: index + offset,
    });
    changes.collect()
}

/// Where a section comes: after the last one that precedes it in the
/// template.
fn place(nota: &Nota, template: &Template, spec: &SectionSpec) -> usize {
    let own = template.position(&spec.sleutel);
    let precedes = |key: Option<&str>| key.and_then(|key| template.position(key)) < own;
    let before =
        |section: &nota_model::Section| section.key.is_some() && precedes(section.key.as_deref());
    nota.sections
        .iter()
        .rposition(before)
        .map_or(0, |last| last + 1)
}

#[cfg(test)]
mod tests {
    use nota_markdown::{Parsed, parse, print};
    use nota_template::Registry;

    use super::*;

    const NAMES: &str = "De persoonsgegevens van de ambtenaren zijn niet openbaar ter bescherming van de persoonlijke levenssfeer.";
    const TALKS: &str = "Een deel van de nota is niet openbaar ter bescherming van de economische of financiële belangen van de overheid (art. 5.1, lid 2, onder b, Woo).";

    fn change(before: &Parsed, after: &Parsed) -> Option<Change> {
        let template = &after.template;
        let [old, new] = [before, after].map(|own| Withheld::of(&own.nota, template));
        keep_in_step((&before.nota, &old), (&after.nota, &new), template)
    }

    /// What section 5 says once the text of section 3 was replaced; a dash
    /// when nothing was changed there.
    fn after(section: &str, before: &str, after: &str) -> String {
        let of = |text: &str| {
            parse(
                &format!("## 3. Kernpunten\n\n{text}\n{section}"),
                Registry::builtin(),
            )
        };
        let (before, after) = (of(before), of(after));
        let change = change(&before, &after);
        let Some(change) = change else {
            return "-".to_owned();
        };
        let nota = after.nota.apply(&change).expect("applies");
        let text = print(&nota);
        let from = text.find("### 5.1").expect("there is a 5.1");
        let text = text[from..]
            .trim_start_matches("### 5.1 Toelichting")
            .trim();
        text.replace("\n\n", "|")
    }

    fn with(body: &str) -> String {
        format!(
            "\n## 5. Informatie die niet openbaar gemaakt kan worden\n\n### 5.1 Toelichting\n\n{body}\n"
        )
    }

    const NAME: &str = "[a]{.lak grond=\"5.1.2e\"}";
    const PRICE: &str = "[b]{.lak grond=\"5.1.2b\"}";

    #[test]
    fn the_sentences_come_and_go_with_their_grounds() {
        let both = format!("{NAME} {PRICE}");
        for (body, from, to, expected) in [
            ("", "a", NAME, NAMES.to_owned()),
            (
                "[Leg uit wat niet openbaar wordt en waarom, of schrijf: Niet van toepassing.]",
                "a",
                &both,
                format!("{TALKS}|{NAMES}"),
            ),
            ("Niet van toepassing.", "a", PRICE, TALKS.to_owned()),
            (NAMES, NAME, &both, format!("{TALKS}|{NAMES}")),
            (NAMES, NAME, "a", "Niet van toepassing.".to_owned()),
            // The names in the routing slip are not in the file.
            (NAMES, "a", PRICE, format!("{TALKS}|{NAMES}")),
            (
                NAMES,
                NAME,
                &format!("{NAME} [c]{{.lak grond=\"5.1.2e\"}}"),
                "-".to_owned(),
            ),
            (NAMES, "a", "b", "-".to_owned()),
            ("", "a", "b", "-".to_owned()),
            ("", "a", "[c]{.lak}", "-".to_owned()),
        ] {
            assert_eq!(
                after(&with(body), from, to),
                expected,
                "{body:?} {from} {to}"
            );
        }
    }

    #[test]
    fn what_the_drafter_wrote_stays() {
        for own in [
            "Namen zijn weggelaten.".to_owned(),
            format!("{NAMES} Meer niet."),
            format!("{NAMES}\n\nEn verder."),
            format!("**{NAMES}**"),
            "- Niet van toepassing.".to_owned(),
        ] {
            assert_eq!(after(&with(&own), "a", NAME), "-", "{own}");
        }
    }

    #[test]
    fn the_section_is_added_when_it_is_not_there() {
        assert_eq!(after("", "a", NAME), NAMES);
        let whole = "\n## 5. Informatie die niet openbaar gemaakt kan worden\n";
        assert_eq!(after(whole, "a", NAME), NAMES);
        // What already says it stays where it is.
        let said = format!("{whole}\nNamen zijn weggelaten.\n");
        assert_eq!(after(&said, "a", NAME), "-");
    }

    #[test]
    fn a_change_in_the_section_itself_is_left_alone() {
        let of = |name: &str, body: &str| {
            parse(
                &format!("## 3. Kernpunten\n\n{name}\n{}", with(body)),
                Registry::builtin(),
            )
        };
        let (before, after) = (of("a", NAMES), of(NAME, ""));
        assert_eq!(change(&before, &after), None);
    }
}
