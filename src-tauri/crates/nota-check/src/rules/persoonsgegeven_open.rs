//! N505: personal data that is in the public version, and probably should
//! not be.

use std::collections::HashMap;

use nota_model::{Carrier, Change, Code, FieldPath, FieldStep, Finding, Place, Value};
use nota_template::MAG_OPENBAAR;

use crate::persoonsgegeven::Soort;
use crate::{Context, Findings, MOST_PER_RULE, Rule, open};

/// See `persoonsgegeven_open.md`.
pub struct PersoonsgegevenOpen;

/// A place that is reported, with what its ways to mend it need.
struct Spot {
    place: Place,
    soort: Soort,
    grond: String,
    number: Option<usize>,
    said: String,
    /// The title of a section is public: the drafter writes another.
    can_be_withheld: bool,
}

impl Rule for PersoonsgegevenOpen {
    fn code(&self) -> Code {
        Code(505)
    }

    fn page(&self) -> &'static str {
        include_str!("persoonsgegeven_open.md")
    }

    /// What was found is not in the message: a diagnostic may be read by more
    /// people than the nota.
    fn check(&self, context: &Context, findings: &mut Findings) {
        let mut spots = Vec::new();
        let mut more = Vec::new();
        open::each(context, &mut |text, range, found| {
            if spots.len() >= MOST_PER_RULE {
                more.push(found.number);
                return;
            }
            spots.push(Spot {
                place: text.part(range),
                soort: found.soort,
                grond: found.grond.to_owned(),
                number: found.number,
                said: found.said.to_owned(),
                can_be_withheld: text.carrier != Carrier::Title,
            });
        });
        // What says the same in too many places to list is withheld one by one.
        let mut together: HashMap<usize, Vec<&Spot>> = HashMap::new();
        for spot in &spots {
            if let Some(number) = spot.number
                && spot.can_be_withheld
            {
                together.entry(number).or_default().push(spot);
            }
        }
        for number in more.iter().flatten() {
            together.remove(number);
        }
        let next = context.nota.field(MAG_OPENBAAR).map(Value::items);
        let next = next.map_or(0, <[Value]>::len);
        for spot in &spots {
            let same = spot.number.and_then(|number| together.get(&number));
            let same = same.map(Vec::as_slice).unwrap_or_default();
            findings.add(|| self.finding(spot, same, next));
        }
        for _ in more {
            findings.add(|| Finding::new(self.code(), Place::nota()));
        }
    }
}

impl PersoonsgegevenOpen {
    fn finding(&self, spot: &Spot, same: &[&Spot], next: usize) -> Finding {
        let mut finding = Finding::new(self.code(), spot.place.clone())
            .arg("wat", spot.soort.word())
            .arg("grond", &spot.grond);
        if spot.can_be_withheld {
            let what = match spot.place.field {
                Some(_) => "Dit veld",
                None => "Deze tekst",
            };
            let label = format!("{what} niet openbaar maken (grond {})", spot.grond);
            finding = finding.fix(label, withheld(spot));
        }
        if same.len() > 1 && spot.can_be_withheld {
            let (count, grond) = (same.len(), &spot.grond);
            let label = format!("Overal niet openbaar maken ({count} plekken, grond {grond})");
            let changes = same.iter().map(|own| withheld(own)).collect();
            finding = finding.fix(label, Change::All { changes });
        }
        let meant = Change::SetField {
            path: FieldPath::write(MAG_OPENBAAR, FieldStep::Item(next)),
            value: Value::text(&spot.said),
        };
        finding.fix("Dit mag openbaar zijn", meant)
    }
}

fn withheld(spot: &Spot) -> Change {
    Change::SetLak {
        place: spot.place.clone(),
        grond: Some(spot.grond.clone()),
    }
}
