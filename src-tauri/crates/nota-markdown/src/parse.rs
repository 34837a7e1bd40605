//! A text as a nota, with its template and what was found on the way.

use std::sync::Arc;

use nota_model::{Block, Body, Code, FileStyle, Finding, Nota, Place, Span, dutch};
use nota_template::{Registry, SectionSpec, Template};

use crate::limits::{MAX_BYTES, VERSION};
use crate::read::{HeadingSeen, Role};
use crate::{front, lines, read};

/// A text that was read.
#[derive(Debug, Clone)]
pub struct Parsed {
    /// The nota.
    pub nota: Nota,
    /// The template that it names, or the registry's fallback.
    pub template: Arc<Template>,
    /// What was found while reading (N001, N002, N004, N005, N006).
    pub findings: Vec<Finding>,
    /// Whether the file must not be overwritten: it is of a newer version of
    /// the format, or so large that a part of it is kept as plain text.
    pub read_only: bool,
}

/// Reads a nota. Takes any text, in time linear in its length.
pub fn parse(text: &str, registry: &Registry) -> Parsed {
    let style = lines::style(text);
    if text.len() > MAX_BYTES {
        return too_large(text, style, registry);
    }
    let start = if style.bom { '\u{feff}'.len_utf8() } else { 0 };
    let front = front::read(text, start);
    let mut findings: Vec<Finding> = front.finding.into_iter().collect();
    let mut nota = Nota {
        front: front.front,
        style,
        ..Nota::default()
    };
    let template = find_template(&nota, registry, &mut findings);
    let is_newer = is_newer(&nota, &mut findings);
    let bodies = read::bodies(text, front.end, &|| {
        let mut above = Above::default();
        let template = &template;
        Box::new(move |seen: &HeadingSeen<'_>| role(template, &mut above, seen))
    });
    nota.preamble = bodies.preamble;
    nota.sections = bodies.sections;
    findings.extend(bodies.findings);
    Parsed {
        nota,
        template,
        findings,
        read_only: is_newer || bodies.is_cut,
    }
}

/// The sections above a heading.
#[derive(Debug, Default)]
struct Above {
    /// The key of the last section of level 1 or 2, when the template knows it.
    parent: Option<String>,
    /// The position in the template and the level of the part that is internal
    /// only, while the headings stand in it.
    internal: Option<(usize, u8)>,
}

impl Above {
    /// A part of the section above begins.
    fn enter(&mut self, template: &Template, part: &SectionSpec, level: u8) {
        let position = template.position(&part.sleutel);
        self.internal = position
            .filter(|_| template.is_internal(Some(&part.sleutel)))
            .map(|position| (position, level));
    }

    /// Whether a part that the template has is a subheading here: one that
    /// lies deeper than the heading of the internal part does not end it, unless
    /// the template puts it later.
    fn covers(&self, template: &Template, part: &SectionSpec, level: u8) -> bool {
        let position = template.position(&part.sleutel);
        self.internal
            .is_some_and(|(own, above)| level > above && position <= Some(own))
    }
}

/// What a heading outside lists and quotations is. A heading of level 1 or 2
/// is a section, known or not; a deeper one only when the template has it as
/// a part of the section that it stands in.
fn role(template: &Template, above: &mut Above, seen: &HeadingSeen) -> Role {
    let part =
        |parent: &Option<String>| template.match_heading(seen.title, Some(parent.as_deref()?));
    if seen.level > 2 {
        return match part(&above.parent) {
            Some(own) if !above.covers(template, own, seen.level) => {
                above.enter(template, own, seen.level);
                Role::Section(Some(own.sleutel.clone()))
            }
            _ => Role::Free,
        };
    }
    if let Some(own) = template.match_heading(seen.title, None) {
        above.parent = Some(own.sleutel.clone());
        above.enter(template, own, seen.level);
        return Role::Section(above.parent.clone());
    }
    let Some(own) = part(&above.parent) else {
        *above = Above::default();
        return Role::Section(None);
    };
    above.enter(template, own, seen.level);
    Role::Section(Some(own.sleutel.clone()))
}

fn find_template(nota: &Nota, registry: &Registry, findings: &mut Vec<Finding>) -> Arc<Template> {
    let Some(name) = nota.sjabloon() else {
        return registry.fallback();
    };
    registry.find(name).unwrap_or_else(|| {
        let place = field_place(nota, "sjabloon");
        findings.push(Finding::new(Code(1), place).arg("sjabloon", name));
        registry.fallback()
    })
}

fn is_newer(nota: &Nota, findings: &mut Vec<Finding>) -> bool {
    let Some(text) = nota.field_text("versie") else {
        return false;
    };
    #[allow(clippy::cast_precision_loss)]
    let newer = text.parse::<f64>().is_ok_and(|own| own > VERSION as f64);
    if newer {
        let place = field_place(nota, "versie");
        findings.push(Finding::new(Code(5), place).arg("versie", text));
    }
    newer
}

fn field_place(nota: &Nota, key: &str) -> Place {
    let site = nota.field_texts().into_iter().find(|site| {
        let field = site.place.field.as_deref();
        field == Some(key)
    });
    site.map_or_else(|| Place::field(key), |site| site.place)
}

/// A file past the limit is kept as it is, and only its start is shown.
fn too_large(text: &str, style: FileStyle, registry: &Registry) -> Parsed {
    const SHOWN: usize = 2_000;
    let shown: String = text.chars().take(SHOWN).collect();
    let blocks = vec![Block::paragraph(
        shown.replace(['\n', '\r', '\u{feff}'], " "),
    )];
    let start = if style.bom { '\u{feff}'.len_utf8() } else { 0 };
    let tenths = text.len() / (MAX_BYTES / 100);
    let place = Place::nota().at(Some(Span::new(0, 0)));
    let finding = Finding::new(Code(4), place).arg("grens", "10 MB").arg(
        "waarde",
        format!("{},{} MB", dutch::number(tenths / 10), tenths % 10),
    );
    Parsed {
        nota: Nota {
            preamble: Body {
                blocks: crate::normal::blocks(blocks),
                source: Some(text.get(start..).unwrap_or_default().to_owned()),
                ..Body::default()
            },
            style,
            ..Nota::default()
        },
        template: registry.fallback(),
        findings: vec![finding],
        read_only: true,
    }
}
