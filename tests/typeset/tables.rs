//! Tables as other readers see them: numbers and short words are whole, long
//! words are broken with a hyphen, and no letter crosses a line.

use nota_model::dutch::number;
use nota_sheet::Sheet;
use nota_tests::engine;
use nota_tests::pdf::{Letters, letters};
use nota_tests::runner::{Case, Verdict};
use nota_typeset::{Blok, Fonts, HouseStyle, NotaView};

use crate::{made, verdict};

/// Millimetres in a point.
const MM: f64 = 25.4 / 72.0;

/// The left edge of the body and its width, in points.
const LEFT: f64 = 79.09;
const WIDTH: f64 = 375.0;

/// So many random tables are tried.
const TRIED: u64 = 60;

pub fn cases() -> Vec<Case> {
    let mut cases = vec![Case::new(
        "tables: random numbers and compounds are whole",
        |_| random(),
    )];
    for (name, table, whole) in GIVEN {
        cases.push(Case::new(format!("tables: {name}"), move |_| {
            let words: Vec<&str> = whole.split_whitespace().collect();
            verdict(faults(name, table, &words)?)
        }));
    }
    cases
}

/// Tables that drafters reported, with words of them that must be whole.
const GIVEN: &[(&str, &str, &str)] = &[
    (
        "years and amounts",
        "| Jaar | Uitgaven | Ontvangsten | Saldo | Dekking | Toelichting op de dekking |\n\
         | --- | --: | --: | --: | --: | --- |\n\
         | 2026 | 1.250.000 | 310.000 | -940.000 | 940.000 | begrotingsreserve |\n\
         | 2027 | 12.500.000 | 3.100.000 | -9.400.000 | 9.400.000 | Voorjaarsnotabesluitvorming |\n",
        "2026 2027 1.250.000 12.500.000 -9.400.000 9.400.000 Jaar Uitgaven Saldo",
    ),
    (
        "words of an organisation",
        "| Onderwerp | Uitvoeringsorganisatie | Verantwoordingsinformatie | Informatiehuishouding | Beleidsverantwoordelijkheid | Rechtshandhaving |\n\
         | --- | --- | --- | --- | --- | --- |\n\
         | Wijziging van de Vergunningverleningssystematiek | Rijkswaterstaat | Nee | Op orde | Gezamenlijk | Inspectie Leefomgeving en Transport |\n\
         | Stikstof | BIJ12 | Ja | Verbetertraject gestart in 2024 | LVVN | Omgevingsdiensten |\n",
        "Nee BIJ12 Ja LVVN 2024 Stikstof Transport",
    ),
    (
        "ten columns",
        "| Jaar | Noord | Oost | Zuid | West | Utrecht | Amsterdam | Rotterdam | Den Haag | Totaal |\n\
         |---|---|---|---|---|---|---|---|---|---|\n\
         | 2026 | 1.250.000 | 310.000 | 12.500.000 | 980.000 | 75.000 | 12.500.000 | 9.400.000 | 3.100.000 | 52.515.000 |\n",
        "2026 1.250.000 12.500.000 52.515.000 Amsterdam Rotterdam Utrecht",
    ),
    (
        "an address and a compound",
        "| Naam | Adres | Opmerking |\n|---|---|---|\n\
         | Jansen | een.heel.lang.adres.van.iemand@beleidsdirectie.minjenv.voorbeeld.nl | Arbeidsongeschiktheidsverzekeringsmaatschappijen |\n\
         | De Vries | kort@voorbeeld.nl | € 12,5 miljoen |\n",
        "Jansen Vries kort@voorbeeld.nl",
    ),
    (
        "bold in a row",
        "| a | b | c | d | e | f | g | h |\n|---|---|---|---|---|---|---|---|\n\
         | **Amsterdam** | **12.500.000** | **Rotterdam** | **1.250.000** | **Groningen** | **980.000** | **Leeuwarden** | **2026** |\n",
        "Amsterdam 12.500.000 Rotterdam 1.250.000 Groningen 980.000 Leeuwarden 2026",
    ),
];

/// Tables of random numbers, short words and long compounds.
fn random() -> Verdict {
    let mut faults = Vec::new();
    for seed in 0..TRIED {
        let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) + 1);
        let columns = 2 + dice.under(11);
        let mut text = String::new();
        let mut whole = Vec::new();
        for row in 0..3 + dice.under(3) {
            let cells: Vec<String> = (0..columns)
                .map(|_| {
                    let cell = dice.cell();
                    if cell.chars().count() < 8 || cell.starts_with(|c: char| c.is_ascii_digit()) {
                        whole.push(cell.clone());
                    }
                    cell
                })
                .collect();
            text.push_str(&format!("| {} |\n", cells.join(" | ")));
            if row == 0 {
                text.push_str(&format!("|{}\n", "---|".repeat(columns)));
            }
        }
        let words: Vec<&str> = whole.iter().map(String::as_str).collect();
        let own = self::faults(&format!("random-{seed}"), &text, &words)?;
        faults.extend(
            own.into_iter()
                .map(|fault| format!("table {seed}: {fault}\n{text}")),
        );
        if faults.len() > 3 {
            break;
        }
    }
    verdict(faults)
}

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn under(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % most.max(1) as u64) as usize
    }

    fn cell(&mut self) -> String {
        const BEGIN: [&str; 6] = [
            "beleids",
            "verantwoordings",
            "informatie",
            "begrotings",
            "uitvoerings",
            "rechts",
        ];
        const END: [&str; 5] = [
            "organisatie",
            "huishouding",
            "besluitvorming",
            "ondersteuning",
            "handhaving",
        ];
        match self.under(6) {
            0 => (2_000 + self.under(60)).to_string(),
            1 => number(self.under(99_999_999)),
            2 => format!("{},{}", self.under(900), self.under(90) + 10),
            3 => ["Ja", "Nee", "Zuid", "n.v.t.", "2e"][self.under(5)].to_owned(),
            _ => {
                let begin = BEGIN[self.under(6)];
                let middle = BEGIN[self.under(6)];
                format!("{begin}{middle}{}", END[self.under(5)])
            }
        }
    }
}

/// What is wrong with a table on the page.
fn faults(name: &str, table: &str, whole: &[&str]) -> Result<Vec<String>, String> {
    let text = format!("{HEAD}{table}\n## 5. Informatie die niet openbaar gemaakt kan worden\n");
    let path = made(&format!("table-{}", name.replace(' ', "-")), &text)?;
    let lines = letters(&path)?;
    let start = lines
        .iter()
        .position(|line| line.text.starts_with("3. Kern"));
    let end = lines
        .iter()
        .position(|line| line.text.starts_with("5. Inf"));
    let own = start
        .zip(end)
        .and_then(|(start, end)| lines.get(start + 1..end));
    let own: Vec<&Letters> = own
        .ok_or("the headings are not there")?
        .iter()
        .filter(|line| line.x < 160.0)
        .collect();
    let mut faults = Vec::new();
    for word in whole {
        let is_whole = |line: &&&Letters| line.text.split_whitespace().any(|part| part == *word);
        let wanted = table
            .split(['|', ' ', '\n', '*'])
            .filter(|part| part == word)
            .count();
        let found = own
            .iter()
            .map(|line| {
                line.text
                    .split_whitespace()
                    .filter(|part| part == word)
                    .count()
            })
            .sum::<usize>();
        if found < wanted.max(1) || !own.iter().any(|line| is_whole(&line)) {
            faults.push(format!("{word:?} stands {found} times, not {wanted}"));
        }
    }
    // Without the hyphens at the ends of lines every word of the table is there.
    let solid: String = own
        .iter()
        .flat_map(|line| {
            let text = line.text.trim_end();
            let joined = text.ends_with(['\u{ad}', '-']);
            let text = if joined {
                text.trim_end_matches(['\u{ad}', '-'])
            } else {
                text
            };
            text.chars()
                .chain((!joined).then_some(' '))
                .collect::<Vec<_>>()
        })
        .collect();
    for word in table
        .split(['|', ' ', '\n', '*'])
        .filter(|word| word.len() > 7 && !word.contains(['@', '-']))
    {
        if !solid.contains(word) {
            faults.push(format!("{word:?} is broken without a hyphen: {solid}"));
        }
    }
    faults.extend(crossings(&text, &own));
    Ok(faults)
}

/// Lines of text that do not stand in one column of the only table.
fn crossings(text: &str, lines: &[&Letters]) -> Vec<String> {
    let parsed = engine::read(text);
    let fonts = Fonts::embedded();
    let sheet = Sheet::new(&parsed.nota, &parsed.template);
    let measures = parsed.template.layout.measures;
    let view = NotaView::new(&sheet, measures, &fonts, &HouseStyle::default());
    let tables: Vec<&Vec<f64>> = view
        .delen
        .iter()
        .flatten()
        .filter_map(|blok| match blok {
            Blok::Tabel { breedtes, .. } => Some(breedtes),
            _ => None,
        })
        .collect();
    let [shares] = tables.as_slice() else {
        return Vec::new();
    };
    let mut edges = vec![LEFT];
    for share in *shares {
        edges.push(edges.last().copied().unwrap_or_default() + share * WIDTH);
    }
    let inside = |line: &&Letters| {
        edges
            .windows(2)
            .any(|edge| line.x >= edge[0] * MM - 0.1 && line.end <= edge[1] * MM + 0.1)
    };
    let words: Vec<Letters> = lines.iter().flat_map(|line| line.words()).collect();
    let crossing = words.iter().filter(|word| !inside(word));
    crossing
        .map(|line| {
            format!(
                "{:?} crosses a line at {:.1}-{:.1}",
                line.text, line.x, line.end
            )
        })
        .collect()
}

const HEAD: &str = "---\nsjabloon: jenv/beslisnota\nversie: 1\nonderwerp: Beslisnota proef\n\
aan:\n  - Minister\nonderdeel: DG\ndatum: 2026-03-12\nkenmerk: \"5301122\"\n---\n\n## 3. Kernpunten\n\n";
