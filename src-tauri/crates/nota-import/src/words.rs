//! The report in words for the drafter: what was found, what was guessed, what
//! a nota cannot keep.

use std::collections::BTreeMap;

use nota_template::Template;

use crate::report::{Certainty, Dropped, Landing, Report, Target};
use crate::source::Loss;

/// How many places of one loss are named.
const NAMED: usize = 5;

impl Loss {
    /// What a drafter calls it.
    pub fn words(self) -> &'static str {
        match self {
            Loss::Picture => "afbeeldingen",
            Loss::Object => "tekeningen en grafieken",
            Loss::Colour => "kleuren",
            Loss::Underline => "onderstreping",
            Loss::Strike => "doorhaling",
            Loss::Raised => "hoge en lage letters",
            Loss::Hidden => "verborgen tekst; die staat nu gewoon in de nota",
            Loss::Deleted => "verwijderde tekst",
            Loss::Comment => "opmerkingen",
            Loss::MergedCells => "samengevoegde cellen; de tekst staat in de eerste cel",
            Loss::NestedTable => "een tabel in een tabel; die is tekst geworden",
            Loss::Symbol => "tekens uit een symboollettertype; er staat nu □",
            Loss::ListLetters => "een lijst met letters of woorden; die is gewone tekst geworden",
            Loss::NoteWithoutText => "een verwijzing naar een noot die er niet is",
            Loss::FieldCode => "de code van een veld",
            Loss::Box => "een tekstvak; de tekst staat na de alinea waar het bij hoort",
            Loss::Macro => "macro's; die zijn niet uitgevoerd",
            Loss::External => "iets van buiten het bestand; dat is niet opgehaald",
            Loss::Formula => "een formule; de tekens staan er achter elkaar",
            Loss::Form => "invulvelden van een webpagina",
            Loss::PageNumber => "het paginanummer; de nota nummert zelf",
            Loss::Repeated => "herhaalde regels boven of onder aan de bladzijde",
            Loss::Order => "de volgorde van de tekst; controleer die",
        }
    }
}

impl Loss {
    /// The same in a notice of a few words.
    pub fn notice(self) -> &'static str {
        let words = self.words();
        match self {
            Loss::Symbol => "tekens uit een symboollettertype",
            Loss::NoteWithoutText => "de tekst van een noot",
            _ => words.split(';').next().unwrap_or(words),
        }
    }
}

impl Report {
    /// The report, a line each.
    pub fn lines(&self, template: &Template) -> Vec<String> {
        let mut out = vec![format!(
            "{}, sjabloon {}{}",
            self.kind.name(),
            self.template,
            if self.proposed { " (voorgesteld)" } else { "" }
        )];
        if !self.missing.is_empty() {
            out.push(format!(
                "FOUT IN DIT PROGRAMMA: deze woorden zijn niet overgekomen: {}. Meld dit aan de beheerder en neem ze zelf over.",
                self.missing.join(" ")
            ));
        }
        out.push(format!(
            "{} van de {} tekens staan in een sectie of veld, {} in ‘Overige tekst’.",
            self.characters.placed, self.characters.read, self.characters.rest
        ));
        let found = |sure: Certainty| {
            let own = self.found.iter().filter(move |own| own.sure == sure);
            own.filter_map(|own| name(own, template))
        };
        let certain: Vec<String> = found(Certainty::Sure).collect();
        if !certain.is_empty() {
            out.push(format!("Gevonden: {}.", unique(certain).join(", ")));
        }
        for own in &self.found {
            if let (true, Some(name)) = (own.sure != Certainty::Sure, name(own, template)) {
                let how = match own.sure {
                    Certainty::Likely => "Waarschijnlijk",
                    _ => "Misschien",
                };
                out.push(format!(
                    "{how} {name}: ‘{}’ (alinea {}).",
                    own.text,
                    own.piece + 1
                ));
            }
        }
        out.extend(self.losses());
        out
    }

    /// What the file has and the nota not, or otherwise, a line each.
    pub fn losses(&self) -> Vec<String> {
        let mut out = Vec::new();
        if self.changes > 0 {
            out.push(format!(
                "Bijgehouden wijzigingen: {}, overgenomen alsof ze zijn aanvaard.",
                self.changes
            ));
        }
        out.extend(losses(&self.dropped));
        for comment in &self.comments {
            out.push(format!(
                "Opmerking bij ‘{}’: {}",
                comment.quote,
                comment.text.replace('\n', " ")
            ));
        }
        out
    }
}

/// What a find is, in words; none for what is no find.
fn name(own: &Landing, template: &Template) -> Option<String> {
    match &own.target {
        Target::Section { key } => {
            let titel = template.sectie(key).map(|own| own.titel.clone());
            Some(format!("sectie {}", titel.unwrap_or_else(|| key.clone())))
        }
        Target::Field { key } if !key.is_empty() => {
            let naam = template.veld(key).map(|own| own.naam.clone());
            Some(format!("veld {}", naam.unwrap_or_else(|| key.clone())))
        }
        Target::Heading => Some("tussenkop".to_owned()),
        _ => None,
    }
}

fn unique(mut all: Vec<String>) -> Vec<String> {
    let mut seen = std::collections::HashSet::new();
    all.retain(|own| seen.insert(own.clone()));
    all
}

/// What was lost, by kind, with the places.
fn losses(all: &[Dropped]) -> Vec<String> {
    let mut by_kind: BTreeMap<Loss, Vec<&Dropped>> = BTreeMap::new();
    for own in all {
        by_kind.entry(own.what).or_default().push(own);
    }
    by_kind
        .into_iter()
        .map(|(loss, all)| {
            let places: Vec<String> = all
                .iter()
                .take(NAMED)
                .map(|own| match own.text.is_empty() {
                    true => format!("alinea {}", own.paragraph),
                    false => format!(
                        "alinea {}: ‘{}’",
                        own.paragraph,
                        crate::assign::first_words(&own.text)
                    ),
                })
                .collect();
            let more = match all.len().saturating_sub(NAMED) {
                0 => String::new(),
                more => format!(" en nog {more}"),
            };
            format!(
                "Niet overgenomen of anders: {} ({}{more}).",
                loss.words(),
                places.join("; ")
            )
        })
        .collect()
}
