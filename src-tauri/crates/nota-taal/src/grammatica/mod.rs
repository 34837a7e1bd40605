//! Faults of grammar that a pattern with closed lists finds, with hardly any
//! false alarm. What needs the analysis of a sentence is left out.

mod geslacht;
mod lijsten;
mod samenstelling;
mod uitdrukking;
mod werkwoord;

use std::ops::Range;

pub(crate) use uitdrukking::is_whole;

use crate::citaat::Citaten;
use crate::soorten::is_capitalised;
use crate::zin::Delen;

/// A kind of fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Patroon {
    /// "de brief word verzonden".
    ZonderT,
    /// "wordt behandelt".
    DeelwoordMetT,
    /// "de minister beantwoord de vragen".
    PersoonsvormMetD,
    /// "dit gebeurd".
    Gebeurd,
    /// "u ben", "u heb".
    UBen,
    /// "deze advies", "dit brief".
    AanwijzendWoord,
    /// "het evaluatie", "de nieuwe beleid".
    Lidwoord,
    /// "een nieuwe wetsvoorstel".
    Verbuiging,
    /// "het rapport die".
    HetDie,
    /// "beleids medewerker".
    LosseS,
    /// "kosten neutraal".
    LosPaar,
    /// "concept brief".
    LosVoorvoegsel,
    /// "EU lidstaten".
    AfkortingLos,
    /// "Tweede Kamer leden".
    KamerLos,
    /// "tenminste twee", "teveel geld".
    Tenminste,
    /// "dient worden besloten".
    TeOntbreekt,
    /// "de de".
    Dubbel,
    /// "de afronden van".
    HeelWerkwoord,
    /// "hun hebben".
    Hun,
    /// "even groot dan", "hoger als geraamd".
    AlsDan,
    /// "Ook gaat in op".
    OnderwerpOntbreekt,
    /// "er uit zien".
    EruitZien,
    /// "ten alle tijden".
    Uitdrukking,
}

/// A fault of grammar in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taalfout {
    /// The kind.
    pub patroon: Patroon,
    /// What is wrong and is replaced, in bytes of the text.
    pub range: Range<usize>,
    /// What it must be. Mostly one; the first is the usual one.
    pub better: Vec<String>,
}

/// What is found so far.
pub(crate) struct Gevonden<'t> {
    pub(crate) delen: Delen<'t>,
    faults: Vec<Taalfout>,
}

impl Gevonden<'_> {
    /// Adds a fault from one part to another. What takes the place of a word
    /// with a capital gets a capital.
    fn add(&mut self, patroon: Patroon, (from, to): (usize, usize), better: &str) {
        let better = match is_capitalised(self.delen.text(from)) {
            true => capitalised(better),
            false => better.to_owned(),
        };
        let range = self.delen.range(from, to);
        self.faults.push(Taalfout {
            patroon,
            range,
            better: vec![better],
        });
    }

    /// Adds another way to mend the fault that was added last.
    fn or(&mut self, better: &str) {
        if let Some(last) = self.faults.last_mut() {
            last.better.push(better.to_owned());
        }
    }
}

pub(crate) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// The faults of grammar in a text, in order. What stands between quotation
/// marks is of someone else and is left alone.
pub fn grammatica(text: &str) -> Vec<Taalfout> {
    let mut found = Gevonden {
        delen: Delen::new(text),
        faults: Vec::new(),
    };
    for at in 0..found.delen.len() {
        werkwoord::find(&mut found, at);
        geslacht::find(&mut found, at);
        samenstelling::find(&mut found, at);
        uitdrukking::find(&mut found, at);
    }
    let mut faults = found.faults;
    uitdrukking::find_fixed(text, &mut faults);
    let citaten = Citaten::of(text);
    faults.retain(|fault| !citaten.hold(&fault.range));
    faults.sort_by_key(|fault| (fault.range.start, fault.range.end));
    faults.dedup_by(|next, own| next.range.start < own.range.end);
    faults
}

#[cfg(test)]
mod tests;
