//! What a nota itself says that archive and publication want, by the roles that
//! its template gives to the fields.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use nota_model::{Grond, Inline, Nota, find_grond, is_weglating};
use nota_template::{FieldRole, FieldSpec, Template, Withholding};

use crate::{Metagegevens, Organisatie, Waardering};

/// Which version of the nota the document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Versie {
    /// For the organisation itself.
    Intern,
    /// For everyone. The nota is then its public version, in which nothing that
    /// is withheld is left.
    Openbaar,
}

/// What a nota says. Only what is here can come into the metadata.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gegevens {
    /// The title.
    pub titel: String,
    /// The reference number; none when it is withheld.
    pub kenmerk: Option<String>,
    /// The day of the nota.
    pub datum: NaiveDate,
    /// Who made it and answers for it.
    pub organisatie: Organisatie,
    /// Why not all of it is for everyone: the grounds of the Woo, in the order
    /// of their codes.
    pub gronden: Vec<&'static Grond>,
    /// The classification, such as "Departementaal VERTROUWELIJK".
    pub rubricering: Option<String>,
    /// Which version it is.
    pub versie: Versie,
    /// What was decided on it; none while it is not, or when that is withheld.
    pub beslissing: Option<Beslissing>,
    /// The letter to parliament that it goes with: its number or its address.
    pub kamerbrief: Option<String>,
}

/// A decision on a nota.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beslissing {
    /// What was decided: "akkoord".
    pub besluit: String,
    /// The day on which.
    pub datum: NaiveDate,
}

/// A value that the standards ask for and that is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ontbreekt {
    /// A field of the nota: its key, and its name on the form.
    Veld {
        /// The key in the front matter.
        sleutel: String,
        /// The name on the form.
        naam: String,
    },
    /// The years that a nota is kept, which the settings say.
    Bewaartermijn,
}

impl Ontbreekt {
    /// What it is called, in Dutch: "het veld Kenmerk".
    pub fn naam(&self) -> String {
        match self {
            Ontbreekt::Veld { naam, .. } => format!("het veld {naam}"),
            Ontbreekt::Bewaartermijn => "de bewaartermijn (bij Instellingen)".to_owned(),
        }
    }
}

impl Gegevens {
    /// What a nota says; of a public one give the public nota.
    ///
    /// # Errors
    ///
    /// What the standards ask for and is not there; never empty.
    pub fn of(
        nota: &Nota,
        template: &Template,
        keuze: &Metagegevens,
        versie: Versie,
    ) -> Result<Self, Vec<Ontbreekt>> {
        let ontbrekend = ontbrekend(nota, template, keuze);
        let read = |role| read(nota, template, role);
        let datum = read(FieldRole::Datum).and_then(date);
        let ministerie = template.ministry(nota);
        let (Some(datum), Some(ministerie), true) = (datum, ministerie, ontbrekend.is_empty())
        else {
            return Err(ontbrekend);
        };
        let shown = |role| read(role).filter(|text| !is_weglating(text));
        let titel = shown(FieldRole::Titel).map_or_else(|| template.naam.clone(), line);
        let gronden = match versie {
            Versie::Intern => gronden(nota, template),
            Versie::Openbaar => Vec::new(),
        };
        Ok(Self {
            titel,
            kenmerk: shown(FieldRole::Kenmerk).map(line),
            datum,
            organisatie: Organisatie::ministerie(ministerie),
            gronden,
            rubricering: shown(FieldRole::Rubricering).map(line),
            versie,
            beslissing: (shown(FieldRole::Beslissing).map(line))
                .zip(read(FieldRole::BeslissingDatum).and_then(date))
                .map(|(besluit, datum)| Beslissing { besluit, datum }),
            kamerbrief: shown(FieldRole::Kamerbrief).map(line),
        })
    }
}

/// What the standards ask for and is not there. A title or a number that is
/// withheld is there.
pub fn ontbrekend(nota: &Nota, template: &Template, keuze: &Metagegevens) -> Vec<Ontbreekt> {
    let read = |role| read(nota, template, role);
    let mut out = Vec::new();
    let mut ask = |role| {
        // A template without the field has nothing to fill in.
        out.extend(template.field_for(role).map(missing));
    };
    for role in [FieldRole::Titel, FieldRole::Kenmerk] {
        if read(role).is_none() {
            ask(role);
        }
    }
    if read(FieldRole::Datum).and_then(date).is_none() {
        ask(FieldRole::Datum);
    }
    if template.ministry(nota).is_none_or(is_weglating) {
        ask(FieldRole::Ministerie);
    }
    if keuze.waardering == Waardering::Vernietigen && keuze.bewaartermijn == 0 {
        out.push(Ontbreekt::Bewaartermijn);
    }
    out
}

fn missing(spec: &FieldSpec) -> Ontbreekt {
    Ontbreekt::Veld {
        sleutel: spec.sleutel.clone(),
        naam: spec.naam.clone(),
    }
}

fn read<'n>(nota: &'n Nota, template: &Template, role: FieldRole) -> Option<&'n str> {
    template.text_for(role, nota)
}

/// A date as files have it, `JJJJ-MM-DD`.
fn date(text: &str) -> Option<NaiveDate> {
    (text.len() == "JJJJ-MM-DD".len()).then(|| text.parse().ok())?
}

/// A text on one line.
fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The grounds on which something is withheld.
fn gronden(nota: &Nota, template: &Template) -> Vec<&'static Grond> {
    let mut codes: BTreeSet<String> = BTreeSet::new();
    for site in nota.texts() {
        codes.extend(site.grond.map(str::to_owned));
        let parts = site.stretches(Inline::grond).into_iter();
        codes.extend(parts.map(|(_, grond)| grond.to_owned()));
    }
    let withholding = Withholding::new(nota, template);
    for key in template.velden.iter().map(|veld| &veld.sleutel) {
        let filled = nota.field(key).is_some_and(|own| !own.is_blank());
        let grond = withholding.field(key).filter(|_| filled);
        codes.extend(grond.map(str::to_owned));
    }
    // One ground may be written in several ways.
    let found = codes.iter().filter_map(|code| find_grond(code));
    let by_code: std::collections::BTreeMap<_, _> = found.map(|own| (own.code, own)).collect();
    by_code.into_values().collect()
}
