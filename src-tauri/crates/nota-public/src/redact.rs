//! Takes out what is withheld. Everything in the public nota is built anew
//! from what may be read; nothing is copied that is not looked at.

mod fields;
mod footnotes;
mod plain;
mod runs;

use nota_model::{
    Block, BlockKind, Body, Carrier, Cell, FileStyle, Inline, Item, NIET_OPENBAAR, Nota, Origin,
    Place, Section, Table, find_grond,
};
use nota_template::{SectionSpec, Template};

use crate::obstacle::{Obstacle, Reason};
use footnotes::Footnotes;

pub(crate) use plain::{Part, parts};

/// What came of a nota.
pub(crate) struct Redacted {
    /// The public nota. Where a ground is missing it is "\[niet openbaar]".
    pub nota: Nota,
    /// What makes it uncertain whether everything was taken out.
    pub obstacles: Vec<Obstacle>,
}

/// The public version of a nota, as far as it can be told.
pub(crate) fn redact(nota: &Nota, template: &Template) -> Redacted {
    let mut redactor = Redactor {
        template,
        footnotes: Footnotes::new(nota),
        obstacles: Vec::new(),
        place: Place::nota(),
    };
    redactor.look_at_the_file(nota);
    let front = redactor.front(nota);
    let preamble = redactor.body(&nota.preamble);
    let mut sections = Vec::new();
    for (index, section) in nota.sections.iter().enumerate() {
        redactor.place = Place {
            section: section.key.clone(),
            index: Some(index),
            ..Place::default()
        };
        if !is_internal(section, template) {
            sections.push(redactor.section(section));
        }
    }
    let mut public = Nota {
        front,
        preamble,
        sections,
        style: FileStyle::default(),
    };
    let notes = redactor.notes();
    let last = public.sections.last_mut().map(|last| &mut last.body);
    last.unwrap_or(&mut public.preamble).notes = notes;
    Redacted {
        nota: public,
        obstacles: redactor.obstacles,
    }
}

/// Whether a section is internal only.
pub(crate) fn is_internal(section: &Section, template: &Template) -> bool {
    let key = section.key.as_deref();
    key.and_then(|key| template.sectie(key))
        .is_some_and(|spec| spec.alleen_intern)
}

struct Redactor<'a> {
    template: &'a Template,
    footnotes: Footnotes<'a>,
    obstacles: Vec<Obstacle>,
    /// The section or footnote that is being looked at.
    place: Place,
}

impl<'a> Redactor<'a> {
    fn doubt(&mut self, reason: Reason, place: Place) {
        self.obstacles.push(Obstacle { reason, place });
    }

    fn look_at_the_file(&mut self, nota: &Nota) {
        if nota.front.unreadable.is_some() {
            self.doubt(Reason::Front, Place::nota());
        }
        let named = nota.sjabloon().filter(|name| *name != self.template.id);
        if named.is_some() {
            self.doubt(Reason::Template, Place::field("sjabloon"));
        }
    }

    /// The placeholder for something that is withheld on a ground, as written.
    fn placeholder(&mut self, code: &str, place: Place) -> String {
        match find_grond(code) {
            Some(grond) => grond.placeholder(),
            None => {
                self.doubt(Reason::Grond, place);
                format!("[{NIET_OPENBAAR}]")
            }
        }
    }

    fn section(&mut self, section: &'a Section) -> Section {
        let place = self.place.clone().at(section.heading.span());
        self.look_at_heading(&section.heading_text(), &place);
        Section {
            key: section.key.clone(),
            title: self.plain(&section.title, &place),
            number: section.number.as_ref().map(|own| self.plain(own, &place)),
            level: section.level,
            body: self.body(&section.body),
            heading: Origin::none(),
        }
    }

    fn body(&mut self, body: &'a Body) -> Body {
        Body {
            blocks: self.blocks(&body.blocks),
            notes: Vec::new(),
            source: None,
        }
    }

    /// The public blocks. Withheld ones become a paragraph; several that
    /// follow one another on the same ground become one.
    fn blocks(&mut self, blocks: &'a [Block]) -> Vec<Block> {
        let mut out = Vec::with_capacity(blocks.len());
        let mut last: Option<String> = None;
        for block in blocks {
            if let BlockKind::Lak { grond, .. } = &block.kind {
                let place = self.place.clone().at(block.origin.span());
                let placeholder = self.placeholder(grond, place);
                if last.as_ref() != Some(&placeholder) {
                    out.push(Block::paragraph(&placeholder));
                }
                last = Some(placeholder);
            } else {
                last = None;
                out.push(Block::new(self.block(block)));
            }
        }
        out
    }

    fn block(&mut self, block: &'a Block) -> BlockKind {
        match &block.kind {
            BlockKind::Paragraph { inlines } => BlockKind::Paragraph {
                inlines: self.runs(inlines, Carrier::Paragraph),
            },
            BlockKind::Heading { level, inlines } => {
                let place = self.place.clone().at(block.origin.span());
                self.look_at_heading(&nota_model::plain_text(inlines), &place);
                BlockKind::Heading {
                    level: *level,
                    inlines: self.runs(inlines, Carrier::Heading),
                }
            }
            BlockKind::List {
                ordered,
                start,
                items,
            } => BlockKind::List {
                ordered: *ordered,
                start: *start,
                items: items
                    .iter()
                    .map(|item| Item {
                        blocks: self.blocks(&item.blocks),
                    })
                    .collect(),
            },
            BlockKind::Table(table) => BlockKind::Table(Table {
                align: table.align.clone(),
                head: self.cells(&table.head),
                rows: table.rows.iter().map(|row| self.cells(row)).collect(),
            }),
            // `blocks` has seen to withheld ones; here they are treated alike.
            BlockKind::Quote { blocks } | BlockKind::Lak { blocks, .. } => BlockKind::Quote {
                blocks: self.blocks(blocks),
            },
        }
    }

    fn cells(&mut self, cells: &'a [Cell]) -> Vec<Cell> {
        let mut cell = |inlines: &'a [Inline]| self.runs(inlines, Carrier::Cell);
        let cells = cells.iter().map(|own| Cell {
            inlines: cell(&own.inlines),
        });
        cells.collect()
    }

    /// A heading that has the number of an internal section, or its title
    /// where no public section has it, belongs to a section that the reader
    /// of the file did not take for internal.
    fn look_at_heading(&mut self, heading: &str, place: &Place) {
        let spec = place.section.as_deref();
        let own = spec.and_then(|key| self.template.sectie(key));
        let suspect = self.template.secties.iter().any(|spec| {
            spec.alleen_intern
                && own.is_none_or(|own| own.sleutel != spec.sleutel)
                && (has_number(heading, spec) || self.has_title(heading, spec))
        });
        if suspect {
            self.doubt(Reason::Heading, place.clone());
        }
    }

    fn has_title(&self, heading: &str, spec: &SectionSpec) -> bool {
        let title = without_number(heading);
        let is_of = |spec: &SectionSpec| {
            let mut titles = spec.synoniemen.iter().chain(std::iter::once(&spec.titel));
            titles.any(|own| own.trim().eq_ignore_ascii_case(title))
        };
        let mut others = self.template.secties.iter();
        is_of(spec) && !others.any(|other| !other.alleen_intern && is_of(other))
    }
}

fn has_number(heading: &str, spec: &SectionSpec) -> bool {
    let number = spec.nummer.as_deref().map(|own| own.trim_end_matches('.'));
    let rest = number.and_then(|number| heading.trim_start().strip_prefix(number));
    let next = rest.map(|rest| rest.trim_start_matches('.').chars().next());
    next.is_some_and(|next| next.is_none_or(char::is_whitespace))
}

fn without_number(heading: &str) -> &str {
    let digit_or_dot = |c: char| c.is_ascii_digit() || c == '.' || c.is_whitespace();
    heading.trim_start_matches(digit_or_dot).trim_end()
}
