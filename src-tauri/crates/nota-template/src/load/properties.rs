//! Whatever stands in `template.toml`, loading it ends with a template and with
//! faults that have a place in the file.

use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::tests::load_text;

/// Templates of the size of a real one, one character away from it.
fn slip() -> impl Strategy<Value = String> {
    let ids = select(vec!["jenv", "ienw"]);
    (ids, any::<Index>(), any::<char>(), 0..4_usize).prop_map(|(id, at, new, cut)| {
        let text = match id {
            "jenv" => include_str!("../../../../templates/jenv/beslisnota/template.toml"),
            _ => include_str!("../../../../templates/ienw/beslisnota/template.toml"),
        };
        let mut letters: Vec<char> = text.chars().collect();
        let from = at.index(letters.len());
        let to = (from + cut).min(letters.len());
        letters.splice(from..to, [new]);
        letters.into_iter().collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_text_makes_loading_fail(text in any::<String>()) {
        let (_, faults) = load_text(&text);
        prop_assert!(!faults.is_empty());
    }

    #[test]
    fn toml_that_is_no_template_has_faults(text in r#"(\[{1,2}(veld|sectie|kolom|regels)\]{1,2}|[a-z-]{1,8} ?= ?("x"|\['y'\]|3|true|\{a=1\})|\n){0,20}"#) {
        let (_, faults) = load_text(&text);
        prop_assert!(!faults.is_empty());
    }

    #[test]
    fn a_slip_in_a_real_template_is_survived(text in slip()) {
        let lines = text.lines().count() + 1;
        let (_, faults) = load_text(&text);
        for fault in faults {
            prop_assert!((1..=lines).contains(&fault.line));
        }
    }
}
