//! The one who decides among those who initial: with that row stands
//! "Datum/eindparaaf".

/// What stands in the row of the one who decides.
const DECIDES: &str = "Datum/eindparaaf";

/// What stands in the other rows.
const ADVISES: &str = "Datum/paraaf";

/// The words that name an office, by rank: those who decide last of all first.
const RANKS: &[&[&str]] = &[
    &[
        "minister",
        "ministers",
        "minister-president",
        "mp",
        "staatssecretaris",
        "staatssecretarissen",
        "stas",
        "bewindspersoon",
        "bewindspersonen",
    ],
    &["secretaris-generaal", "sg", "psg"],
    &[
        "directeur-generaal",
        "dg",
        "inspecteur-generaal",
        "ig",
        "thesaurier-generaal",
        "programma-directeur-generaal",
    ],
    &["hoofddirecteur", "directeur", "hdir"],
    &["afdelingshoofd", "hoofd", "teamleider", "coördinator"],
];

/// Words that say that somebody stands in for another.
const DEPUTY: &[&str] = &["plv", "plaatsvervangend", "wnd", "waarnemend", "loco"];

/// What stands in each row, for these offices in the order of the table. Those
/// of ministers decide; without one the highest office, and among equals, or
/// where none is known, the last: the rows follow the line upwards.
pub(crate) fn captions(offices: &[String]) -> Vec<&'static str> {
    let ranks: Vec<usize> = offices.iter().map(|office| rank(office)).collect();
    let highest = ranks.iter().copied().min().unwrap_or_default();
    let last = ranks.iter().rposition(|own| *own == highest);
    let decides = |(index, own): (usize, &usize)| {
        if *own == 0 || (highest > 0 && Some(index) == last) {
            DECIDES
        } else {
            ADVISES
        }
    };
    ranks.iter().enumerate().map(decides).collect()
}

/// 0 for a minister, more for lower offices.
fn rank(office: &str) -> usize {
    let lower = office.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !(c.is_alphanumeric() || c == '-'))
        .filter(|word| !word.is_empty())
        .collect();
    // The office comes first: "Directeur bij de minister" is a director.
    let own = words
        .iter()
        .find_map(|word| RANKS.iter().position(|names| names.contains(word)));
    let short = words.first().is_some_and(|word| is_minister(office, word));
    let rank = own.or(short.then_some(0)).unwrap_or(RANKS.len());
    let deputy = words.iter().any(|word| DEPUTY.contains(word));
    // A deputy comes after the office itself.
    2 * rank + usize::from(deputy)
}

/// "MJenV", "SZW" is no minister but "MSZW" and "SJenV" are: an M, or an S
/// before a ministry that is written with small letters as well.
fn is_minister(office: &str, first: &str) -> bool {
    let word: String = office.trim().chars().take(first.chars().count()).collect();
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    let small = word.chars().any(char::is_lowercase);
    capitals >= 2
        && (word.starts_with("Min")
            || (word.starts_with('M') && word.chars().count() > 2)
            || (word.starts_with('S') && small))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn deciding(offices: &[&str]) -> Vec<usize> {
        let offices: Vec<String> = offices.iter().map(|own| (*own).to_owned()).collect();
        let captions = captions(&offices);
        let decides = |(index, own): (usize, &&str)| (*own == DECIDES).then_some(index);
        captions.iter().enumerate().filter_map(decides).collect()
    }

    #[test]
    fn the_one_who_decides_has_the_last_word() {
        for (offices, wanted) in [
            (&["Minister", "SG"][..], &[0][..]),
            (&["Afdelingshoofd", "Directeur", "DG"], &[2]),
            (&["SG", "DG", "Directeur"], &[0]),
            (&["DG", "plv. SG", "SG"], &[2]),
            (&["Directeur", "Minister", "Staatssecretaris"], &[1, 2]),
            (&["Directeur A", "Directeur B"], &[1]),
            (&["iemand", "een ander"], &[1]),
            (&["DGPenV", "MJenV"], &[1]),
            (&["MBZK", "DG"], &[0]),
            (&["DG"], &[0]),
        ] {
            assert_eq!(deciding(offices), wanted, "{offices:?}");
        }
        assert!(deciding(&[]).is_empty());
    }
}
