//! The front page: the fields as they are printed, and the metadata.

use chrono::{Datelike, NaiveDate};
use nota_model::{GROND_PERSOONLIJK, Nota, Value};
use nota_template::{ColumnItem, FieldKind, FieldRole, FieldSpec, Template};

use super::VIEW_VERSION;
use super::glue::HOLD;
use super::inlines::{line, plain};
use super::kinds::{ColumnPart, Datum, Paraaf, Regel, Run, Voorblad};
use super::parafen::captions;
use crate::clean::clean;
use crate::datum::{in_words, parse_date};
use crate::metrics::width;
use crate::{Fonts, HouseStyle};

/// The date in the metadata of a nota without one: fixed, so that the same
/// nota gives the same bytes, and clearly no real date of a nota.
const NO_DATE: Datum = Datum {
    jaar: 2000,
    maand: 1,
    dag: 1,
};

/// The width of a line in the margin, in ems of its text: the body column in
/// 6.5 points.
const MARGIN_LINE: f64 = 57.0;

/// Metadata longer than this is cut: a PDF has a limit on strings.
const MAX_METADATA: usize = 1000;

/// Everything but the body.
pub(crate) fn voorblad(
    nota: &Nota,
    template: &Template,
    fonts: &Fonts,
    style: &HouseStyle,
) -> Voorblad {
    let fields = Fields {
        nota,
        template,
        fonts,
    };
    let onderwerp = fields.single(FieldRole::Titel).unwrap_or_else(|| {
        let name = if template.naam.trim().is_empty() {
            "Nota"
        } else {
            &template.naam
        };
        line(name, false, fonts)
    });
    let ministry = template
        .ministry(nota)
        .map(|name| format!("Ministerie van {name}"));
    let auteur = ministry
        .clone()
        .or_else(|| fields.text(template.key_for(FieldRole::Onderdeel)?))
        .unwrap_or_default();
    let documentwoord = clean(template.documentwoord.trim(), fonts).into_owned();
    let (rubricering, rubricering_voluit) = fields.rubricering();
    Voorblad {
        versie: VIEW_VERSION,
        titel: metadata(&plain(&onderwerp)),
        auteur: metadata(&clean(&auteur, fonts)),
        datum: fields.date(),
        lettertypen: fonts.text_families().to_vec(),
        koplettertype: fonts.heading_family().to_owned(),
        logo: style.logo_svg.is_some(),
        woordmerk: style
            .wordmark
            .clone()
            .unwrap_or_else(|| {
                let lines = ministry.into_iter();
                lines
                    .map(|name| name.replace(" en ", " en\u{a0}"))
                    .collect()
            })
            .iter()
            .map(|text| clean(text, fonts).into_owned())
            .collect(),
        documentwoord_wit: fonts.heading_bearing(&documentwoord),
        documentwoord,
        onderwerp,
        aan: template
            .key_for(FieldRole::Aan)
            .and_then(|key| fields.lines(key))
            .unwrap_or_default(),
        rubricering,
        rubricering_voluit,
        kolom: fields.column(&template.kolom_eerste),
        kolom_volgende: fields.column(&template.kolom_volgende),
        paraaflabel: fields.paraaf_label(),
        parafen: fields.parafen(),
        delen: 0,
    }
}

struct Fields<'a> {
    nota: &'a Nota,
    template: &'a Template,
    fonts: &'a Fonts,
}

impl Fields<'_> {
    /// All scalars of a field, trimmed; none when there is nothing to see.
    fn texts(&self, key: &str) -> Option<Vec<&str>> {
        let texts: Vec<&str> = self
            .nota
            .field(key)?
            .texts()
            .into_iter()
            .map(str::trim)
            .filter(|text| !text.is_empty())
            .collect();
        (!texts.is_empty()).then_some(texts)
    }

    fn text(&self, key: &str) -> Option<String> {
        Some(self.texts(key)?.join(", "))
    }

    /// The field with a role on one line.
    fn single(&self, role: FieldRole) -> Option<Regel> {
        let key = self.template.key_for(role)?;
        let runs = line(&self.text(key)?, false, self.fonts);
        (!runs.is_empty()).then(|| self.withhold(runs, key))
    }

    /// A field as it is printed, a line per item.
    fn lines(&self, key: &str) -> Option<Vec<Regel>> {
        let texts = self.texts(key)?;
        let kind = self.template.veld(key).map(|veld| &veld.soort);
        let items = self.nota.field(key).map(Value::items).unwrap_or_default();
        let printed: Vec<String> = match kind {
            Some(FieldKind::Datum) => texts
                .iter()
                .map(|text| parse_date(text).map_or_else(|| (*text).to_owned(), in_words))
                .collect(),
            Some(FieldKind::Bijlagen) => numbered(items),
            _ => items
                .iter()
                .map(|item| item.texts().join(", "))
                .filter(|text| !text.trim().is_empty())
                .collect(),
        };
        let lines: Vec<Regel> = printed
            .iter()
            .flat_map(|text| text.lines())
            .map(|text| line(text, false, self.fonts))
            .filter(|runs| !runs.is_empty())
            .collect();
        (!lines.is_empty()).then(|| self.withhold_lines(lines, key))
    }

    /// The lines of a field, marked when it is withheld: the ground stands
    /// once, after the last line.
    fn withhold_lines(&self, lines: Vec<Regel>, key: &str) -> Vec<Regel> {
        let Some(grond) = self.ground(key) else {
            return lines;
        };
        let last = lines.len().saturating_sub(1);
        let mark = |(index, runs)| {
            let own = if index == last { grond.as_str() } else { "" };
            vec![Run::withheld(runs, own)]
        };
        lines.into_iter().enumerate().map(mark).collect()
    }

    /// The ground on which the public version withholds a field.
    fn ground(&self, key: &str) -> Option<String> {
        let lakken = self.nota.lakken();
        let by_drafter = lakken.iter().find(|lak| lak.veld == key);
        let by_template = self.template.veld(key).and_then(|veld| veld.lak.as_deref());
        let grond = by_drafter.map(|lak| lak.grond.as_str()).or(by_template)?;
        Some(clean(grond, self.fonts).into_owned())
    }

    /// The runs, marked when the field is withheld in the public version.
    fn withhold(&self, runs: Regel, key: &str) -> Regel {
        match self.ground(key) {
            Some(grond) if !runs.is_empty() => vec![Run::withheld(runs, &grond)],
            _ => runs,
        }
    }

    /// The classification on a line of the margin, and in full when that is
    /// not enough.
    fn rubricering(&self) -> (Option<String>, Regel) {
        let key = self.template.key_for(FieldRole::Rubricering);
        let Some(text) = key.and_then(|key| self.text(key)) else {
            return (None, Vec::new());
        };
        let capitals = clean(&text.to_uppercase(), self.fonts).into_owned();
        if width(&capitals, true, self.fonts) <= MARGIN_LINE {
            return (Some(capitals), Vec::new());
        }
        let mut cut = String::new();
        let mut used = 0.0;
        for c in capitals.chars() {
            used += self.fonts.advance(c, true);
            if used > MARGIN_LINE - 1.0 {
                break;
            }
            cut.push(c);
        }
        (Some(cut + "…"), line(&text, true, self.fonts))
    }

    fn date(&self) -> Datum {
        self.template
            .text_for(FieldRole::Datum, self.nota)
            .and_then(parse_date)
            .filter(|date: &NaiveDate| (1900..=2999).contains(&date.year()))
            .map_or(NO_DATE, |date| Datum {
                jaar: date.year(),
                maand: date.month(),
                dag: date.day(),
            })
    }

    fn column(&self, items: &[ColumnItem]) -> Vec<ColumnPart> {
        let mut out = Vec::new();
        for item in items {
            let part = match item {
                ColumnItem::Field(key) => self.lines(key).map(|regels| ColumnPart::Veld {
                    label: self.label(key),
                    regels,
                }),
                ColumnItem::Bold(key) => self.lines(key).map(|regels| ColumnPart::Vet { regels }),
                ColumnItem::Plain(key) => {
                    self.lines(key).map(|regels| ColumnPart::Gewoon { regels })
                }
                ColumnItem::Adres => self.address(),
                ColumnItem::Gap => Some(ColumnPart::Ruimte),
            };
            let doubled = matches!(part, Some(ColumnPart::Ruimte))
                && matches!(out.last(), None | Some(ColumnPart::Ruimte));
            if !doubled {
                out.extend(part);
            }
        }
        while matches!(out.last(), Some(ColumnPart::Ruimte)) {
            out.pop();
        }
        out
    }

    fn label(&self, key: &str) -> Regel {
        let text = self.template.veld(key).map_or(key, |veld| {
            if veld.opschrift.is_empty() {
                &veld.naam
            } else {
                &veld.opschrift
            }
        });
        line(text, true, self.fonts)
    }

    fn address(&self) -> Option<ColumnPart> {
        let adres = &self.template.adres;
        let regels: Vec<Regel> = adres
            .regels
            .iter()
            .chain(std::iter::once(&adres.web))
            .map(|text| line(text, false, self.fonts))
            .filter(|runs| !runs.is_empty())
            .collect();
        (!regels.is_empty()).then_some(ColumnPart::Gewoon { regels })
    }

    fn paraaf_field(&self) -> Option<&FieldSpec> {
        let mut fields = self.template.velden.iter();
        fields.find(|veld| veld.soort == FieldKind::Parafen)
    }

    fn paraaf_label(&self) -> Regel {
        let field = self.paraaf_field();
        field.map_or_else(Vec::new, |field| self.label(&field.sleutel))
    }

    /// The function of who initials and, behind it, the name, which the public
    /// version leaves out.
    fn paraaf(&self, item: &Value, key: &str) -> Regel {
        let text = |value: Option<&Value>| {
            let text = value.map(|value| value.texts().join(", "));
            text.map_or_else(Vec::new, |text| line(&text, false, self.fonts))
        };
        let is_record = matches!(item, Value::Record(_));
        let mut runs = text(if is_record {
            item.part("functie")
        } else {
            Some(item)
        });
        let name = text(item.part("naam"));
        if name.is_empty() {
            return runs;
        }
        if !runs.is_empty() {
            runs.push(Run::Tekst(", ".to_owned()));
        }
        // Where the whole field is withheld, its rows are marked as a whole.
        match self.ground(key) {
            Some(_) => runs.extend(name),
            None => runs.push(Run::withheld(name, GROND_PERSOONLIJK)),
        }
        runs
    }

    fn parafen(&self) -> Vec<Paraaf> {
        let Some(field) = self.paraaf_field() else {
            return Vec::new();
        };
        let items = self
            .nota
            .field(&field.sleutel)
            .map(Value::items)
            .unwrap_or_default();
        let mut rows: Vec<Regel> = items
            .iter()
            .map(|item| self.paraaf(item, &field.sleutel))
            .filter(|runs| !runs.is_empty())
            .collect();
        rows = self.withhold_lines(rows, &field.sleutel);
        if rows.is_empty() {
            let given = field.rijen.iter();
            rows = given.map(|text| line(text, false, self.fonts)).collect();
        }
        let offices: Vec<String> = rows.iter().map(|runs| plain(runs)).collect();
        rows.into_iter()
            .zip(captions(&offices))
            .map(|(functie, opschrift)| Paraaf { functie, opschrift })
            .collect()
    }
}

/// The names of bijlagen; numbered when there are several, because a name may
/// take more than one line.
fn numbered(items: &[Value]) -> Vec<String> {
    let names: Vec<String> = items
        .iter()
        .map(|item| item.part("naam").unwrap_or(item).texts().join(", "))
        .filter(|name| !name.trim().is_empty())
        .collect();
    if names.len() < 2 {
        return names;
    }
    let number = |(index, name): (usize, &String)| format!("{}. {name}", index + 1);
    names.iter().enumerate().map(number).collect()
}

fn metadata(text: &str) -> String {
    let text = text.replace(HOLD, " ");
    let text: String = text.trim().chars().take(MAX_METADATA).collect();
    if text.is_empty() {
        "Nota".to_owned()
    } else {
        text
    }
}
