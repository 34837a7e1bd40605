//! No word of a text is lost: each is a text of the nota, or what a finding
//! points at.

use std::collections::BTreeMap;

use nota_model::{Block, BlockKind, Mark, Run};
use nota_template::Registry;
use proptest::prelude::*;

use crate::testing::texts;
use crate::{Parsed, normalize, parse, print};

/// Words of markup that is understood, and of numbers that lists count anew.
const MARKUP: [&str; 6] = ["lak", "grond", "br", "1", "2", "23"];

/// The words of a text that is not in the nota, with how often they lack.
pub(super) fn lost(text: &str) -> BTreeMap<String, usize> {
    let parsed = parse(text, Registry::builtin());
    let seen = letters(&everything(text, &parsed));
    let mut wanted: BTreeMap<String, usize> = BTreeMap::new();
    for word in without_entities(text).split(|c: char| !c.is_alphanumeric()) {
        if !word.is_empty() && !MARKUP.contains(&word) {
            *wanted.entry(word.to_owned()).or_default() += 1;
        }
    }
    wanted.retain(|word, count| seen.matches(word.as_str()).count() < *count);
    wanted
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Character references are other letters in the nota than in the file.
fn without_entities(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let name = after.find(|c: char| !c.is_ascii_alphanumeric() && c != '#');
        rest = match name {
            Some(end) if after[end..].starts_with(';') => &after[end + 1..],
            _ => after,
        };
        out.push(' ');
    }
    out + rest
}

/// All that a reader sees of a nota, the addresses of its links, and what the
/// findings point at.
fn everything(text: &str, parsed: &Parsed) -> String {
    let nota = &parsed.nota;
    let front = &nota.front;
    let mut parts: Vec<&str> = [&front.unreadable, &front.opening, &front.closing]
        .into_iter()
        .filter_map(Option::as_deref)
        .chain(front.fields.iter().filter_map(|own| own.source.as_deref()))
        .collect();
    let texts = nota.texts();
    parts.extend(texts.iter().map(|site| site.text.as_str()));
    for inline in texts.iter().flat_map(|site| site.inlines) {
        if let Run::Note { label } = &inline.run {
            parts.push(label);
        }
        parts.extend(inline.marks.iter().filter_map(|mark| match mark {
            Mark::Link { href } => Some(href.as_str()),
            Mark::Lak { grond } => Some(grond.as_str()),
            Mark::Sterk | Mark::Nadruk | Mark::Taal { .. } => None,
        }));
    }
    parts.extend(nota.notes().map(|note| note.label.as_str()));
    parts.extend(nota.sections.iter().filter_map(|own| own.number.as_deref()));
    let spans = parsed.findings.iter().filter_map(|one| one.place.span);
    parts.extend(spans.filter_map(|span| text.get(span.range())));
    let mut out = parts.join(" ");
    for (_, body) in nota.bodies() {
        grounds_and_numbers(&body.blocks, &mut out);
        for note in &body.notes {
            grounds_and_numbers(&note.blocks, &mut out);
        }
    }
    out
}

fn grounds_and_numbers(blocks: &[Block], out: &mut String) {
    for block in blocks {
        match &block.kind {
            BlockKind::List { start, items, .. } => {
                for (number, item) in (*start..).zip(items) {
                    out.push_str(&format!(" {number} "));
                    grounds_and_numbers(&item.blocks, out);
                }
            }
            BlockKind::Quote { blocks } => grounds_and_numbers(blocks, out),
            BlockKind::Lak { grond, blocks } => {
                out.push_str(grond);
                grounds_and_numbers(blocks, out);
            }
            _ => {}
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 1000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn every_word_is_seen_or_named(text in texts()) {
        prop_assert_eq!(lost(&text), BTreeMap::new(), "{:?}", text);
    }

    #[test]
    fn every_word_is_there_after_the_nota_is_printed_anew(text in texts()) {
        // What a finding points at may be left out when it is printed anew.
        let parsed = parse(&text, Registry::builtin());
        let nota = normalize(&parsed.nota);
        let seen = |text: &str| {
            let nota = parse(text, Registry::builtin()).nota;
            let texts: Vec<String> = nota.texts().into_iter().map(|site| site.text).collect();
            letters(&texts.concat())
        };
        let wanted: Vec<String> = nota.texts().into_iter().map(|site| site.text).collect();
        prop_assert_eq!(seen(&print(&nota)), letters(&wanted.concat()));
    }
}

#[test]
fn what_markdown_takes_out_of_the_text_stays_in_it() {
    for text in [
        "[Bron]: CBS\n\n[Streefdatum]: 1-7-2026\n",
        "[een\ntwee]: drie\n'vier\nvijf'\n",
        "> [bron]: https://x.nl \"titel\"\n",
        "- [bron]: <a b>\n  (titel)\n",
        "[^1]: [bron]: https://x.nl\n",
        "zie [bron] en [tekst][bron]\n\n[bron]: https://x.nl\n[bron]: https://y.nl\n",
        "[tekst](https://x.nl \"de titel\")\n",
        "![foto](x.png \"de titel\")\n",
        "```taal rest van de regel\ncode\n```\n",
        "<!-- verborgen\n\nopmerking -->\n",
        "<?php echo 1 ?>\n\n<![CDATA[ data ]]>\n",
        "| a |\n| - |\n| b | c | d |\n",
        "kop\n===\n\nkop twee\n---\n",
        "a\\\n",
        "a\0b\tc\n",
        "&nbsp;&#0;x\n",
        "2024. Een jaar\n\n7) zeven\n\n12345678901. geen lijst\n",
        "[^a]: een\n[^a]: twee\n",
        "[^1]:\n\n    blok\n",
        "tekst[^geen]\n",
    ] {
        assert_eq!(lost(text), BTreeMap::new(), "{text:?}");
    }
}
