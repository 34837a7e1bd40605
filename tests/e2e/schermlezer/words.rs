//! What the bus of accessibility calls by number, in the words of the goldens.

/// What something on the screen is.
pub fn role(number: u32) -> String {
    let word = match number {
        2 => "waarschuwing",
        7 => "vinkje",
        11 => "keuzelijst",
        16 => "venster",
        23 => "programma",
        27 => "beeld",
        29 => "tekst",
        31 | 98 => "lijst",
        32 => "punt",
        33 => "menu",
        34 => "menubalk",
        35 => "menukeuze",
        39 | 99 => "groep",
        43 => "knop",
        44 => "keuzerondje",
        53 => "rand",
        54 => "statusbalk",
        56 => "cel",
        61 | 79 => "invoerveld",
        62 => "schakelaar",
        73 => "alinea",
        83 => "kop",
        85 => "deel",
        88 => "link",
        95 => "pagina",
        101 => "melding",
        110 => "gebied",
        other => return format!("rol {other}"),
    };
    word.to_owned()
}

/// What is the matter with it, as far as a screen reader says so.
pub fn states(set: &[u32]) -> impl Iterator<Item = &'static str> {
    let is = |bit: u32| {
        let word = set.get((bit / 32) as usize).copied().unwrap_or(0);
        word >> (bit % 32) & 1 == 1
    };
    let mut words = Vec::new();
    for (bit, word) in [
        (33, "verplicht"),
        (36, "onjuist"),
        (43, "alleen lezen"),
        (4, "aan"),
        (20, "ingedrukt"),
        (23, "gekozen"),
    ] {
        if is(bit) {
            words.push(word);
        }
    }
    if is(9) {
        words.push(if is(10) { "uitgeklapt" } else { "ingeklapt" });
    }
    words.into_iter()
}
