//! A text as a nota, with its template and what was found on the way.

use std::sync::Arc;

use nota_model::{Block, Body, Code, FileStyle, Finding, Nota, Place, Span, dutch};
use nota_template::{Registry, Template};

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
    let mut parent: Option<String> = None;
    let bodies = read::bodies(text, front.end, &mut |seen| {
        role(&template, &mut parent, seen)
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

/// What a heading outside lists and quotations is. A heading of level 1 or 2
/// is a section, known or not; a deeper one only when the template has it as
/// a part of the section that it stands in.
fn role(template: &Template, parent: &mut Option<String>, seen: &HeadingSeen) -> Role {
    let part = |parent: &Option<String>| {
        let parent = parent.as_deref()?;
        let part = template.match_heading(seen.title, Some(parent))?;
        Some(part.sleutel.clone())
    };
    if seen.level > 2 {
        return match part(parent) {
            Some(key) => Role::Section(Some(key)),
            None => Role::Free,
        };
    }
    if let Some(own) = template.match_heading(seen.title, None) {
        *parent = Some(own.sleutel.clone());
        return Role::Section(parent.clone());
    }
    let key = part(parent);
    if key.is_none() {
        *parent = None;
    }
    Role::Section(key)
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
