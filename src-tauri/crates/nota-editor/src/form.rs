//! The form: the template's fields and sections with what the nota has of
//! them.

use nota_model::{Diagnostic, Nota, Severity, Value};
use nota_template::{FieldKind, FieldRole, FieldSpec, SectionSpec, Template, Withholding};

use crate::view::{FieldSort, FieldView, NoteView, Phrase, SectionStatus, SectionView, Settings};

/// The fields in the order of the form.
pub(crate) fn fields(nota: &Nota, template: &Template, problems: &[Diagnostic]) -> Vec<FieldView> {
    let wrong = |key: &str| {
        problems.iter().any(|problem| {
            let field = problem.place.field.as_deref();
            let own = field.map(|path| nota.key_of(path));
            problem.severity == Severity::Fout && own == Some(key)
        })
    };
    let withholding = Withholding::new(nota, template);
    let specs = template.velden.iter();
    specs
        .map(|spec| FieldView {
            sleutel: spec.sleutel.clone(),
            naam: spec.naam.clone(),
            titel: spec.rol == Some(FieldRole::Titel),
            beslissing: spec.is_of_decision(),
            soort: sort(spec),
            keuzes: match &spec.soort {
                FieldKind::Keuze(choices) => choices.clone(),
                _ => Vec::new(),
            },
            verplicht: spec.verplicht,
            hulp: spec.hulp.clone(),
            voorbeeld: spec.voorbeeld.clone(),
            max_tekens: spec.max_tekens.and_then(|most| u32::try_from(most).ok()),
            lak: withholding.field(&spec.sleutel).map(str::to_owned),
            lak_vast: template.withholds(&spec.sleutel).is_some(),
            value: nota.field(&spec.sleutel).cloned().unwrap_or_default(),
            geldig: !wrong(&spec.sleutel),
        })
        .collect()
}

/// The sentences of the template that can be inserted.
pub(crate) fn phrases(template: &Template) -> Vec<Phrase> {
    let own = template.standaardzinnen.iter();
    own.map(|zin| Phrase {
        naam: zin.naam.clone(),
        tekst: zin.tekst.clone(),
        secties: zin.secties.clone(),
    })
    .collect()
}

fn sort(spec: &FieldSpec) -> FieldSort {
    match spec.soort {
        FieldKind::Tekst => FieldSort::Tekst,
        FieldKind::Datum => FieldSort::Datum,
        FieldKind::Keuze(_) => FieldSort::Keuze,
        FieldKind::Lijst => FieldSort::Lijst,
        FieldKind::Adressaten => FieldSort::Adressaten,
        FieldKind::Parafen => FieldSort::Parafen,
        FieldKind::Bijlagen => FieldSort::Bijlagen,
    }
}

/// The sections of the nota in their order, with those that the template
/// offers besides in their place: after the last one that precedes them in
/// the template.
pub(crate) fn sections(nota: &Nota, template: &Template) -> Vec<SectionView> {
    let mut views: Vec<SectionView> = (0..nota.sections.len())
        .map(|index| used(nota, template, index))
        .collect();
    for (position, spec) in template.secties.iter().enumerate() {
        let is_this = |view: &SectionView| view.sleutel.as_deref() == Some(&spec.sleutel);
        if views.iter().any(is_this) {
            continue;
        }
        let precedes = |view: &SectionView| {
            let own = view
                .sleutel
                .as_deref()
                .and_then(|key| template.position(key));
            own.is_some_and(|own| own < position)
        };
        let at = views.iter().rposition(precedes).map_or(0, |last| last + 1);
        views.insert(at, view(spec, template));
    }
    views
}

/// A section that the template offers and the nota does not have.
fn view(spec: &SectionSpec, template: &Template) -> SectionView {
    SectionView {
        sleutel: Some(spec.sleutel.clone()),
        index: None,
        nummer: spec.printed_number(),
        titel: spec.titel.clone(),
        verplicht: spec.verplicht,
        onderdeel_van: spec.onderdeel_van.clone(),
        hulp: spec.hulp.clone(),
        hint: shown_hint(spec),
        alleen_intern: template.is_internal(Some(&spec.sleutel)),
        blokken: spec
            .blokken
            .iter()
            .map(|name| name.word().to_owned())
            .collect(),
        max_tekens: spec.max_tekens.and_then(|most| u32::try_from(most).ok()),
        blocks: Vec::new(),
        staat: SectionStatus::Ongebruikt,
    }
}

/// The hint without the brackets that mark it in a file as not yet written.
fn shown_hint(spec: &SectionSpec) -> String {
    let hint = spec.hint.as_deref().unwrap_or_default().trim();
    let bare = hint
        .strip_prefix('[')
        .and_then(|hint| hint.strip_suffix(']'));
    bare.unwrap_or(hint).to_owned()
}

fn used(nota: &Nota, template: &Template, index: usize) -> SectionView {
    let section = &nota.sections[index];
    let spec = section.key.as_deref().and_then(|key| template.sectie(key));
    let filled = !section.body.is_blank() || has_filled_part(nota, template, index);
    let state = match (spec, filled) {
        (None, _) => SectionStatus::Onbekend,
        (Some(_), true) => SectionStatus::Gevuld,
        (Some(_), false) => SectionStatus::Leeg,
    };
    let base = spec
        .map(|spec| view(spec, template))
        .unwrap_or_else(|| SectionView {
            sleutel: None,
            index: None,
            nummer: section.number.clone(),
            titel: String::new(),
            verplicht: false,
            onderdeel_van: None,
            hulp: String::new(),
            hint: String::new(),
            alleen_intern: false,
            blokken: Vec::new(),
            max_tekens: None,
            blocks: Vec::new(),
            staat: SectionStatus::Onbekend,
        });
    SectionView {
        index: u32::try_from(index).ok(),
        titel: section.title.clone(),
        blocks: section.body.blocks.clone(),
        staat: state,
        ..base
    }
}

/// Whether one of the parts that follow a section says something.
fn has_filled_part(nota: &Nota, template: &Template, index: usize) -> bool {
    let own = nota.sections[index].key.as_deref();
    let after = nota.sections.iter().skip(index + 1);
    after
        .take_while(|part| {
            let spec = part.key.as_deref().and_then(|key| template.sectie(key));
            own.is_some() && spec.is_some_and(|spec| spec.onderdeel_van.as_deref() == own)
        })
        .any(|part| !part.body.is_blank())
}

/// The footnotes in the order of the file.
pub(crate) fn notes(nota: &Nota) -> Vec<NoteView> {
    let notes = nota.notes();
    notes
        .map(|note| NoteView {
            label: note.label.clone(),
            blocks: note.blocks.clone(),
        })
        .collect()
}

/// What the settings know of a new nota: the ministry, the directie and who drafts, for the
/// fields that the template has.
pub(crate) fn known(settings: &Settings, template: &Template) -> Vec<(String, Value)> {
    let contact = &settings.contact;
    let reach = [&contact.naam, &contact.telefoon, &contact.email];
    let lines: Vec<&str> = reach
        .into_iter()
        .map(|part| part.trim())
        .filter(|part| !part.is_empty())
        .collect();
    let ministry = settings.ministerie.trim();
    let other = if ministry == template.ministerie {
        ""
    } else {
        ministry
    };
    let wanted = [
        (FieldRole::Ministerie, other.to_owned()),
        (FieldRole::Directie, settings.directie.trim().to_owned()),
        (FieldRole::Opsteller, contact.naam.trim().to_owned()),
        (FieldRole::Contactpersoon, lines.join(", ")),
    ];
    wanted
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .filter_map(|(role, text)| {
            let key = template.key_for(role)?;
            Some((key.to_owned(), Value::Text(text)))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use nota_template::Registry;

    use super::*;

    #[test]
    fn the_form_says_what_the_public_version_withholds() {
        let text = "---\nkenmerk: \"1\"\nlakken:\n  - veld: kenmerk\n    grond: 5.1.2b\n---\n";
        let parsed = nota_markdown::parse(text, Registry::builtin());
        let shown = fields(&parsed.nota, &parsed.template, &[]);
        let withheld: Vec<_> = shown
            .iter()
            .filter_map(|own| Some((own.sleutel.as_str(), own.lak.as_deref()?, own.lak_vast)))
            .collect();
        assert!(
            withheld.contains(&("kenmerk", "5.1.2b", false)),
            "{withheld:?}"
        );
        assert!(
            withheld.contains(&("opgesteld-door", "5.1.2e", true)),
            "{withheld:?}"
        );
        let sections = sections(&parsed.nota, &parsed.template);
        let internal = sections.iter().filter(|own| own.alleen_intern);
        let internal: Vec<_> = internal.filter_map(|own| own.sleutel.as_deref()).collect();
        assert_eq!(internal, ["niet-openbare-informatie"]);
    }
}
