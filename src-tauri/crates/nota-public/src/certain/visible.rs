//! The texts of a nota that everyone may read, with a wall in the place of
//! what is withheld in them.

use nota_model::{Carrier, Mark, Nota, PlainPart, Run, TextSite, placed_parts};
use nota_template::{Template, Withholding};

use crate::certain::internal_sections;
use crate::secrets::Readers;

/// Stands in the place of withheld text.
pub(super) const WALL: char = '\u{fffc}';

/// A public text.
pub(super) struct Visible<'n> {
    /// The whole text that it is of.
    pub site: TextSite<'n>,
    /// What may be read of it, and walls.
    pub text: String,
    /// Offsets (in `text`, in the whole text) from where both run on in step.
    steps: Vec<(usize, usize)>,
    /// The addresses of the links that may be read, with where each begins.
    pub links: Vec<(usize, &'n str)>,
    /// The end of the bold text that it begins with.
    pub bold: usize,
}

impl Visible<'_> {
    /// The place of a part of it, given in bytes of `text`.
    pub fn place(&self, start: usize, end: usize) -> nota_model::Place {
        let whole = |at: usize| {
            let after = self.steps.partition_point(|(own, _)| *own <= at);
            let step = after.checked_sub(1).and_then(|index| self.steps.get(index));
            step.map_or(at, |(own, other)| other + at - own)
        };
        let last = self.site.text.len();
        let (start, end) = (whole(start).min(last), whole(end).min(last));
        self.site.part(start..end.max(start))
    }

    /// What carries it.
    pub fn carrier(&self) -> Carrier {
        self.site.carrier
    }
}

/// The public texts of the fields and of the bodies, in order.
pub(super) fn texts<'n>(
    nota: &'n Nota,
    template: &Template,
    sites: &[TextSite<'n>],
) -> Vec<Visible<'n>> {
    let withholding = Withholding::new(nota, template);
    let fields = nota.field_texts().into_iter().filter(|site| {
        let path = site.place.field.as_deref().unwrap_or_default();
        let key = nota.key_of(path);
        template.veld(key).is_some() && withholding.field(key).is_none()
    });
    let readers = Readers::of(internal_sections(nota, template), sites);
    let seen = sites.iter().filter(|site| readers.see(site)).cloned();
    fields.chain(seen).map(visible).collect()
}

fn visible(site: TextSite<'_>) -> Visible<'_> {
    match site.carrier {
        Carrier::Field | Carrier::Title => plain(site),
        Carrier::Heading | Carrier::Paragraph | Carrier::Cell => running(site),
    }
}

fn plain(site: TextSite<'_>) -> Visible<'_> {
    let mut text = String::new();
    let mut steps = Vec::new();
    for (from, part) in placed_parts(&site.text) {
        match part {
            PlainPart::Public(own) => {
                steps.push((text.len(), from));
                text.push_str(own);
            }
            PlainPart::Withheld { .. } => text.push(WALL),
        }
    }
    Visible {
        text,
        steps,
        links: Vec::new(),
        bold: 0,
        site,
    }
}

fn running(site: TextSite<'_>) -> Visible<'_> {
    let mut own = Visible {
        text: String::new(),
        steps: Vec::new(),
        links: Vec::new(),
        bold: 0,
        site,
    };
    let mut from = 0;
    for inline in own.site.inlines {
        let part = match &inline.run {
            Run::Text { text } => text.as_str(),
            Run::Break => "\n",
            Run::Note { .. } => "",
        };
        if inline.grond().is_some() {
            if !own.text.ends_with(WALL) {
                own.text.push(WALL);
            }
        } else {
            let is_bold = inline.marks.contains(&Mark::Sterk);
            if own.bold == own.text.len() && is_bold {
                own.bold += part.len();
            }
            for mark in &inline.marks {
                if let Mark::Link { href } = mark {
                    own.links.push((own.text.len(), href));
                }
            }
            own.steps.push((own.text.len(), from));
            own.text.push_str(part);
        }
        from += part.len();
    }
    own
}
