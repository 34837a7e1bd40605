//! Several notas in one PDF, in the order of their dates, with a leeswijzer in
//! front. Of a public one each nota is proven by itself, and the whole again.

use chrono::NaiveDate;
use nota_model::{Nota, is_weglating};
use nota_public::{Drawings, Kind, NotProven, Proof, PublicNota, Secrets, prove_absent_beside};
use nota_sheet::{in_words, parse_date};
use nota_template::{FieldRole, Registry, Template};
use nota_typeset::{Bundled, Leeswijzer, LeeswijzerRij};

use crate::public::secrets;
use crate::{ExportError, ExportOptions, Format, Unpublished, of_house_style, publish};

/// A nota that is to be bundled.
#[derive(Debug, Clone, Copy)]
pub struct Part<'a> {
    /// The nota.
    pub nota: &'a Nota,
    /// Its template.
    pub template: &'a Template,
}

/// A public bundle, of which it is proven that nothing is in it that one of its
/// notas withholds.
#[derive(Debug, Clone, PartialEq)]
pub struct PublishedBundle {
    /// The bytes of the file.
    pub bytes: Vec<u8>,
    /// What was searched for in the whole: a proof for each nota, in the order
    /// in which they were given.
    pub proofs: Vec<Proof>,
}

/// Why there is no public bundle, and the index of the nota that bars it.
#[derive(Debug, thiserror::Error)]
#[error("{reason}")]
pub struct UnpublishedBundle {
    /// Which of the notas; none when it is the bundle itself.
    pub nota: Option<usize>,
    /// Whether it was found in the whole only: another nota says it openly.
    pub elsewhere: bool,
    /// Why.
    pub reason: Unpublished,
}

/// The order of notas in a bundle: by date, those of one day as they were given,
/// those without a date last.
pub fn order(notas: &[Part<'_>]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..notas.len()).collect();
    let date = |index: &usize| notas.get(*index).and_then(date);
    order.sort_by_key(|index| (date(index).is_none(), date(index)));
    order
}

/// Makes one PDF of notas. The same notas give the same bytes.
///
/// # Errors
///
/// When it cannot be made.
pub fn bundle(
    notas: &[Part<'_>],
    registry: &Registry,
    options: &ExportOptions<'_>,
) -> Result<Vec<u8>, ExportError> {
    Ok(typeset(notas, registry, options).pdf()?)
}

/// Makes one public PDF of notas. Each is made and proven by itself first, and
/// then the whole is searched for what each of them withholds.
///
/// # Errors
///
/// When a nota has no public version, or something that is withheld in one of
/// them stands in the bundle.
pub fn publish_bundle(
    notas: &[Part<'_>],
    registry: &Registry,
    options: &ExportOptions<'_>,
) -> Result<PublishedBundle, UnpublishedBundle> {
    let of = |nota: usize| {
        move |reason| UnpublishedBundle {
            nota: Some(nota),
            elsewhere: false,
            reason,
        }
    };
    let mut public = Vec::with_capacity(notas.len());
    for (index, own) in notas.iter().enumerate() {
        publish(Format::PDF, own.nota, own.template, registry, options).map_err(of(index))?;
        let nota = PublicNota::new(own.nota, own.template);
        public.push(nota.map_err(|refusal| of(index)(refusal.into()))?);
    }
    let parts: Vec<Part<'_>> = public
        .iter()
        .map(|own| Part {
            nota: own.nota(),
            template: own.template(),
        })
        .collect();
    let made = typeset(&parts, registry, options).into_public().pdf();
    let bytes = made.map_err(|error| UnpublishedBundle {
        nota: None,
        elsewhere: false,
        reason: Unpublished::Export(error.into()),
    })?;
    let mut proofs = Vec::with_capacity(notas.len());
    for (index, own) in notas.iter().enumerate() {
        let proof = prove(own, &bytes, registry, options).map_err(|reason| UnpublishedBundle {
            nota: Some(index),
            elsewhere: true,
            reason,
        })?;
        proofs.push(proof);
    }
    Ok(PublishedBundle { bytes, proofs })
}

/// Searches a bundle for what one of its notas withholds.
fn prove(
    own: &Part<'_>,
    bytes: &[u8],
    registry: &Registry,
    options: &ExportOptions<'_>,
) -> Result<Proof, Unpublished> {
    let secrets: Secrets = secrets(own.nota, own.template)?;
    let mut proof = prove_absent_beside(&secrets, bytes, Kind::Pdf, &Drawings::default())?;
    if proof.hits.is_empty() && !proof.unread.is_empty() {
        // A logo may be a drawing that nobody can read.
        let known = of_house_style(Format::PDF, &secrets, own.template, registry, options);
        proof = prove_absent_beside(&secrets, bytes, Kind::Pdf, &known)?;
    }
    if !proof.hits.is_empty() {
        return Err(Unpublished::Found(Box::new(proof)));
    }
    if let Some(unread) = proof.unread.first() {
        let part = format!("{}, {}", unread.what, unread.spot);
        return Err(NotProven::Opaque(part).into());
    }
    Ok(proof)
}

fn typeset(
    notas: &[Part<'_>],
    registry: &Registry,
    options: &ExportOptions<'_>,
) -> nota_typeset::Typeset {
    let order = order(notas);
    let sorted: Vec<&Part<'_>> = order.iter().filter_map(|index| notas.get(*index)).collect();
    let leeswijzer = leeswijzer(&sorted);
    let bundled: Vec<Bundled<'_>> = sorted
        .iter()
        .map(|own| Bundled {
            nota: own.nota,
            template: own.template,
        })
        .collect();
    options.typesetter.bundle(&bundled, &leeswijzer, registry)
}

fn date(own: &Part<'_>) -> Option<NaiveDate> {
    parse_date(own.template.text_for(FieldRole::Datum, own.nota)?)
}

/// What stands in front of the notas, from their fields.
fn leeswijzer(notas: &[&Part<'_>]) -> Leeswijzer {
    let dates: Vec<NaiveDate> = notas.iter().filter_map(|own| date(own)).collect();
    let days = match (dates.iter().min(), dates.iter().max()) {
        (Some(first), Some(last)) if first == last => format!(" van {}", in_words(*first)),
        (Some(first), Some(last)) => {
            format!(" van {} tot en met {}", in_words(*first), in_words(*last))
        }
        _ => String::new(),
    };
    let count = match notas.len() {
        1 => "1 nota".to_owned(),
        count => format!("{count} nota’s"),
    };
    Leeswijzer {
        titel: format!("Bundel: {count}{days}"),
        inleiding: format!("Deze bundel bevat {count}{days}, in de volgorde van hun datum."),
        rijen: notas.iter().map(|own| row(own)).collect(),
    }
}

fn row(own: &Part<'_>) -> LeeswijzerRij {
    let text = |role| own.template.text_for(role, own.nota);
    LeeswijzerRij {
        datum: match date(own) {
            Some(date) => in_words(date),
            None => text(FieldRole::Datum).unwrap_or("Geen datum").to_owned(),
        },
        naam: text(FieldRole::Titel)
            .unwrap_or(&own.template.naam)
            .to_owned(),
        toelichting: explanation(own),
    }
}

/// For whom the nota is, and its number: "Aan de Minister van Financiën. Kenmerk
/// 5254387."
fn explanation(own: &Part<'_>) -> String {
    let shown = |text: &&str| !text.trim().is_empty() && !is_weglating(text);
    let aan = own.template.value_for(FieldRole::Aan, own.nota);
    let aan: Vec<&str> = aan.map(|own| own.texts()).unwrap_or_default();
    let aan: Vec<&str> = aan.into_iter().map(str::trim).filter(shown).collect();
    let kenmerk = own.template.text_for(FieldRole::Kenmerk, own.nota);
    let mut sentences = Vec::new();
    if !aan.is_empty() {
        sentences.push(format!("Aan: {}.", aan.join("; ")));
    }
    if let Some(kenmerk) = kenmerk.filter(|own| shown(own)) {
        sentences.push(format!("Kenmerk: {kenmerk}."));
    }
    sentences.join(" ")
}

#[cfg(test)]
mod tests {
    use nota_markdown::{Parsed, parse};
    use nota_typeset::{Fonts, HouseStyle, Typesetter};

    use super::*;

    fn read(front: &str, body: &str) -> Parsed {
        let text = format!("---\n{front}\n---\n## 3. Kernpunten\n\n{body}\n");
        parse(&text, Registry::builtin())
    }

    fn parts(notas: &[Parsed]) -> Vec<Part<'_>> {
        let part = notas.iter().map(|own| Part {
            nota: &own.nota,
            template: &own.template,
        });
        part.collect()
    }

    #[test]
    fn notas_come_in_the_order_of_their_dates() {
        let notas = [
            read("datum: 2024-05-01", ""),
            read("onderwerp: zonder", ""),
            read("datum: 2023-12-31", ""),
            read("datum: 2024-05-01\nkenmerk: tweede", ""),
        ];
        assert_eq!(order(&parts(&notas)), [2, 0, 3, 1]);
    }

    #[test]
    fn the_leeswijzer_says_date_name_and_for_whom() {
        let notas = [
            read(
                "datum: 2024-05-01\nonderwerp: Tweede\naan:\n  - Minister van X\nkenmerk: \"12\"",
                "",
            ),
            read("datum: 2023-12-31\nonderwerp: Eerste", ""),
        ];
        let parts = parts(&notas);
        let made = leeswijzer(&[&parts[1], &parts[0]]);
        assert_eq!(
            made.titel,
            "Bundel: 2 nota’s van 31 december 2023 tot en met 1 mei 2024"
        );
        assert_eq!(made.rijen[1].datum, "1 mei 2024");
        assert_eq!(made.rijen[1].naam, "Tweede");
        assert_eq!(
            made.rijen[1].toelichting,
            "Aan: Minister van X. Kenmerk: 12."
        );
        assert_eq!(made.rijen[0].toelichting, "");
    }

    #[test]
    fn what_one_nota_withholds_may_not_stand_in_another() {
        let typesetter = Typesetter::new(Fonts::embedded(), HouseStyle::default());
        let options = ExportOptions::new(&typesetter);
        let publish =
            |notas: &[Parsed]| publish_bundle(&parts(notas), Registry::builtin(), &options);
        let withholds = read("onderwerp: A", "Met [K. Zwartjes]{.lak grond=\"5.1.2e\"}.");
        let fine = [withholds.clone(), read("onderwerp: B", "Tekst.")];
        assert_eq!(publish(&fine).expect("is made").proofs.len(), 2);
        let says = [withholds, read("onderwerp: B", "Met K. Zwartjes.")];
        let refused = publish(&says).expect_err("it says the name");
        assert_eq!((refused.nota, refused.elsewhere), (Some(0), true));
        let unsure = [
            read("onderwerp: A", "Met [x]{.lak}."),
            read("onderwerp: B", "x"),
        ];
        let refused = publish(&unsure).expect_err("no ground");
        assert_eq!((refused.nota, refused.elsewhere), (Some(0), false));
    }
}
