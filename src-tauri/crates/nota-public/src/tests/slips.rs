//! A nota in which a name is withheld in every way, with slips of the pen in
//! it: refused, or free of the name.

use nota_markdown::{parse, print};
use nota_template::Registry;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::PublicNota;

/// The lines of the nota, each of which may be left out. The name stands in
/// withheld places only.
const LINES: &[&str] = &[
    "---\nsjabloon: jenv/beslisnota\nonderwerp: Beslisnota\ndirectie: Directie Zwartjes\nopgesteld-door: K. Zwartjes\nlakken:\n  - veld: directie\n    grond: 5.1.2h\n---\n\n",
    "## 1. Aanleiding\n\nTekst.\n\n",
    "## 3. Kernpunten\n\n",
    "Met [K. Zwartjes]{.lak grond=\"5.1.2e\"} besproken.\n\n",
    "Mail [K. [Zwartjes]{.lak grond=\"5.1.2e\"}](mailto:k.zwartjes@x.nl) of [bel](tel:1).\n\n",
    "- **Ook [Zwartjes]{.lak grond=\"5.1.2e\"}** en meer.[^1]\n\n",
    "::: {.lak grond=\"5.1.2b\"}\nZwartjes vraagt twaalf miljoen.\n:::\n\n",
    "| Wie | Wat |\n| --- | --- |\n| [Zwartjes]{.lak grond=\"5.1.2e\"} | overleg |\n\n",
    "## 5. Informatie die niet openbaar gemaakt kan worden\n\n### 5.1 Toelichting\n\nNamen zijn weg.\n\n",
    "### 5.2 Informatie die niet openbaar gemaakt kan worden\n\nZwartjes wil meer.\n\n",
    "[^1]: Volgens [K. Zwartjes]{.lak grond=\"5.1.2e\"}.\n",
];

/// What a slip does to the text at a place.
#[derive(Debug, Clone)]
enum Slip {
    Drop,
    Twice,
    Swap,
    Put(&'static str),
    Case,
    LookAlike,
}

fn slip() -> impl Strategy<Value = Slip> {
    let put = select(
        &[
            " ", "\u{a0}", "\u{200b}", ":", ".", ",", ")", "]", "[", "{", "}", "#", "*", "-", "\n",
            "x",
        ][..],
    );
    prop_oneof![
        3 => Just(Slip::Drop),
        1 => Just(Slip::Twice),
        2 => Just(Slip::Swap),
        3 => put.prop_map(Slip::Put),
        1 => Just(Slip::Case),
        1 => Just(Slip::LookAlike),
    ]
}

/// The characters of a text at which a slip can happen: not those of the name,
/// which would be another name then.
fn apply(text: &str, at: Index, slip: &Slip) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    let lower: String = text.to_lowercase();
    let name: Vec<usize> = lower
        .match_indices("zwartjes")
        .map(|(at, _)| lower.get(..at).map_or(0, |own| own.chars().count()))
        .collect();
    let places: Vec<usize> = (0..chars.len())
        .filter(|own| !name.iter().any(|start| (*start..=start + 8).contains(own)))
        .collect();
    if places.is_empty() {
        return text.to_owned();
    }
    let at = places[at.index(places.len())];
    match slip {
        Slip::Drop => drop(chars.remove(at)),
        Slip::Twice => chars.insert(at, chars[at]),
        Slip::Swap if at + 1 < chars.len() && places.contains(&(at + 1)) => chars.swap(at, at + 1),
        Slip::Swap => {}
        Slip::Put(own) => chars.splice(at..at, own.chars()).for_each(drop),
        Slip::Case => chars[at] = chars[at].to_ascii_uppercase(),
        Slip::LookAlike => {
            chars[at] = match chars[at] {
                'a' => 'а',
                'e' => 'е',
                '{' => '｛',
                '[' => '［',
                ':' => '：',
                '.' => '․',
                '5' => '５',
                '"' => '”',
                '-' => '–',
                other => other,
            }
        }
    }
    chars.into_iter().collect()
}

/// The public nota as text, when there is one.
fn public(text: &str) -> Option<String> {
    let parsed = parse(text, Registry::builtin());
    let public = PublicNota::new(&parsed.nota, &parsed.template).ok()?;
    Some(format!("{}{:?}", print(public.nota()), public.nota()))
}

#[test]
fn without_slips_there_is_a_public_version() {
    let text = LINES.concat();
    let public = public(&text).expect("has a public version");
    assert!(!public.to_lowercase().contains("zwartjes"), "{public}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn a_nota_with_a_slip_is_refused_or_free_of_the_name(
        kept in prop::collection::vec(prop::bool::weighted(0.8), LINES.len()),
        at in any::<Index>(),
        slip in slip(),
    ) {
        let lines = LINES.iter().zip(kept).filter(|(_, kept)| *kept);
        let text: String = lines.map(|(line, _)| *line).collect();
        let slipped = apply(&text, at, &slip);
        if let Some(public) = public(&slipped) {
            prop_assert!(!public.to_lowercase().contains("zwartjes"), "{}\n---->\n{}", slipped, public);
        }
    }

    /// Parts in another order.
    #[test]
    fn a_nota_in_another_order_is_refused_or_free_of_the_name(
        order in Just((1..LINES.len()).collect::<Vec<_>>()).prop_shuffle(),
        levels in prop::collection::vec(1..5_usize, 4),
    ) {
        let mut text = LINES[0].to_owned();
        let mut levels = levels.into_iter();
        for index in order {
            let line = LINES[index];
            match line.strip_prefix("### ").or(line.strip_prefix("## ")) {
                Some(rest) => text.push_str(&format!("{} {rest}", "#".repeat(levels.next().unwrap_or(2)))),
                None => text.push_str(line),
            }
        }
        if let Some(public) = public(&text) {
            prop_assert!(!public.to_lowercase().contains("zwartjes"), "{}\n---->\n{}", text, public);
        }
    }
}
