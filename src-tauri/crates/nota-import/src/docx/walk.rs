//! The way through a story: paragraphs and tables, and all that may be wrapped
//! round them. What is not known is gone into.

use nota_model::Align;

use super::comments::Comments;
use super::drawings::alternative;
use super::fields::{Fields, NoteKind};
use super::numbering::{Counters, Numbering};
use super::relations::Relations;
use super::runs::Paragraph;
use super::styles::{self, Styles, Switches};
use crate::own;
use crate::refusal::Refusal;
use crate::source::{Comment, Content, Line, ListPlace, Loss, Marker, Piece, Source, Story};
use crate::xml::{Element, Ns};

/// Reads stories into a [`Source`].
pub(super) struct Walker<'a> {
    pub(super) source: &'a mut Source,
    pub(super) styles: &'a Styles,
    numbering: &'a Numbering,
    counters: Counters,
    pub(super) comments: Comments,
    pub(super) fields: Fields,
    pub(super) story: Story,
    pub(super) in_note: bool,
    /// What is gathered for cells, boxes and notes; the innermost last.
    gathering: Vec<Vec<Piece>>,
    /// A paragraph whose end was deleted: it goes on in the next one.
    unended: Option<Paragraph>,
    notes: Vec<(NoteKind, String, String)>,
    /// Where withheld blocks begin, among the pieces of the same depth.
    withholding: own::Withholding,
    /// How many lists deep the next table stands, when a document of our own says
    /// so.
    pub(super) item: Option<u8>,
}

impl<'a> Walker<'a> {
    /// A walker that has seen nothing.
    pub(super) fn new(
        source: &'a mut Source,
        styles: &'a Styles,
        numbering: &'a Numbering,
        comments: Comments,
    ) -> Self {
        Self {
            source,
            styles,
            numbering,
            counters: Counters::default(),
            comments,
            fields: Fields::default(),
            story: Story::Body,
            in_note: false,
            gathering: Vec::new(),
            unended: None,
            notes: Vec::new(),
            withholding: own::Withholding::default(),
            item: None,
        }
    }

    /// Reads a part.
    pub(super) fn story(
        &mut self,
        root: Element<'_>,
        relations: &Relations,
        story: Story,
    ) -> Result<(), Refusal> {
        self.story = story;
        self.blocks(root, relations)?;
        self.fields.clear();
        Ok(())
    }

    /// Reads a note.
    pub(super) fn note(
        &mut self,
        element: Element<'_>,
        relations: &Relations,
    ) -> Result<Vec<Piece>, Refusal> {
        self.story = Story::Body;
        self.in_note = true;
        let pieces = self.gathered(|walker| walker.blocks(element, relations));
        self.in_note = false;
        self.fields.clear();
        pieces
    }

    /// Reads a note that nothing refers to.
    pub(super) fn loose_note(
        &mut self,
        element: Element<'_>,
        relations: &Relations,
    ) -> Result<(), Refusal> {
        let mut pieces = self.note(element, relations)?;
        for piece in &mut pieces {
            piece.story = Story::Footer;
        }
        self.source.pieces.extend(pieces);
        Ok(())
    }

    /// Reads a box.
    pub(super) fn in_box(
        &mut self,
        element: Element<'_>,
        relations: &Relations,
    ) -> Result<Vec<Piece>, Refusal> {
        let own = self.box_story();
        let outer = std::mem::replace(&mut self.story, own);
        let fields = std::mem::take(&mut self.fields);
        let pieces = self.gathered(|walker| walker.blocks(element, relations));
        self.fields = fields;
        self.story = outer;
        pieces
    }

    /// In which story a box here stands.
    pub(super) fn box_story(&self) -> Story {
        match self.story {
            Story::Body => Story::Box,
            other => other,
        }
    }

    /// The notes that were referred to: kind, id in the file, label. They keep
    /// these labels, by which their texts may refer to them too.
    pub(super) fn wanted_notes(&self) -> Vec<(NoteKind, String, String)> {
        self.notes.clone()
    }

    /// The label of a note in the nota.
    pub(super) fn label(&mut self, kind: NoteKind, id: &str) -> String {
        let known = self
            .notes
            .iter()
            .find(|own| own.0 == kind && own.1 == id)
            .map(|own| own.2.clone());
        known.unwrap_or_else(|| {
            let label = (self.notes.len() + 1).to_string();
            self.notes.push((kind, id.to_owned(), label.clone()));
            label
        })
    }

    /// The remarks in the margin; the walk is over.
    pub(super) fn finish(self) -> Vec<Comment> {
        let comments = self.comments.threads();
        for comment in &comments {
            self.source.lose(Loss::Comment, &comment.text);
        }
        comments
    }

    /// What `read` gives, apart from the rest.
    pub(super) fn gathered(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<(), Refusal>,
    ) -> Result<Vec<Piece>, Refusal> {
        let unended = self.unended.take();
        self.gathering.push(Vec::new());
        let done = read(self);
        let pieces = self.gathering.pop().unwrap_or_default();
        let here = (self.gathering.len(), self.pieces().len());
        self.withholding.leave(here);
        self.unended = unended;
        done.map(|()| pieces)
    }

    /// A piece is ready.
    pub(super) fn emit(&mut self, piece: Piece) {
        match self.gathering.last_mut() {
            Some(inner) => inner.push(piece),
            None => self.source.pieces.push(piece),
        }
    }

    /// The blocks in an element.
    pub(super) fn blocks(
        &mut self,
        element: Element<'_>,
        relations: &Relations,
    ) -> Result<(), Refusal> {
        for own in element.elements() {
            self.block(own, relations)?;
        }
        self.end_unended()
    }

    /// One block, or a wrapper round blocks.
    pub(super) fn block(&mut self, own: Element<'_>, relations: &Relations) -> Result<(), Refusal> {
        match own.name() {
            (Ns::W, "p") => self.paragraph(own, relations),
            (Ns::W, "tbl") => {
                self.end_unended()?;
                self.table(own, relations)
            }
            (Ns::W, "sectPr" | "sdtPr" | "sdtEndPr" | "tcPr" | "customXmlPr") => Ok(()),
            (Ns::W, "bookmarkStart") => {
                self.bookmark(own);
                self.item = own::depth(own.w("name").unwrap_or_default()).or(self.item);
                Ok(())
            }
            (Ns::W, "commentRangeStart") => {
                self.comments.begin(own.w("id").unwrap_or_default());
                Ok(())
            }
            (Ns::W, "commentRangeEnd") => {
                self.comments.end(own.w("id").unwrap_or_default());
                Ok(())
            }
            (Ns::W, "r" | "t" | "hyperlink" | "fldSimple") | (Ns::M, "oMath" | "oMathPara") => {
                // A run outside a paragraph is against the rules, not lost.
                let mut paragraph = Paragraph::default();
                self.inline_one(own, relations, None, &mut paragraph)?;
                self.done(paragraph, None)
            }
            (Ns::Mc, "AlternateContent") => match alternative(own) {
                Some(own) => self.wrapped(own, relations),
                None => Ok(()),
            },
            _ => self.wrapped(own, relations),
        }
    }

    fn wrapped(&mut self, element: Element<'_>, relations: &Relations) -> Result<(), Refusal> {
        for own in element.elements() {
            self.block(own, relations)?;
        }
        Ok(())
    }

    fn paragraph(&mut self, element: Element<'_>, relations: &Relations) -> Result<(), Refusal> {
        let properties = element.child(Ns::W, "pPr");
        let style = properties.and_then(|own| own.child(Ns::W, "pStyle"));
        let style = style.and_then(Element::val);
        let mut paragraph = self.unended.take().unwrap_or_default();
        let heading = self.heading(properties, style);
        paragraph.look = match heading {
            // A heading is bold by its style; that is not said again.
            Some(_) => Switches::default(),
            None => self.styles.look(style),
        };
        self.inline(element, relations, None, &mut paragraph)?;
        let mark = properties.and_then(|own| own.child(Ns::W, "rPr"));
        let is_gone = mark.is_some_and(|own| {
            own.child(Ns::W, "del").is_some() || own.child(Ns::W, "moveFrom").is_some()
        });
        let frame = properties.and_then(|own| own.child(Ns::W, "framePr"));
        let is_capital =
            frame.is_some_and(|own| own.w("dropCap").is_some_and(|kind| kind != "none"));
        if is_gone || is_capital {
            self.unended = Some(paragraph);
            return Ok(());
        }
        self.done(
            paragraph,
            Some(Properties {
                properties,
                style,
                heading,
                is_framed: frame.is_some(),
            }),
        )
    }

    /// A paragraph whose end was deleted and that has none after it.
    fn end_unended(&mut self) -> Result<(), Refusal> {
        match self.unended.take() {
            Some(paragraph) => self.done(paragraph, None),
            None => Ok(()),
        }
    }

    fn done(&mut self, paragraph: Paragraph, said: Option<Properties<'_>>) -> Result<(), Refusal> {
        self.source.count_block()?;
        let style = said.as_ref().and_then(|said| said.style);
        let mut line = Line {
            inlines: paragraph.runs.inlines,
            heading: said.as_ref().and_then(|said| said.heading),
            style: self.styles.name(style),
            is_page_number: paragraph.is_page_number,
            named: paragraph.runs.named,
            align: said.as_ref().map_or(Align::None, Properties::align),
        };
        if line.style.starts_with("toc ") {
            line.heading = None;
        }
        let what = match paragraph.item.and_then(|depth| depth.checked_sub(1)) {
            Some(level) => own::Paragraph::Continued(level),
            None => own::paragraph(&line.style),
        };
        let text = nota_model::plain_text(&line.inlines);
        let is_drawn = match what {
            own::Paragraph::Cut => own::is_cut(&text),
            own::Paragraph::Ground => self.withhold(&text),
            _ => false,
        };
        if is_drawn {
            self.source.left_out.push_str(&text);
        } else if !line.is_blank() || self.source.template.is_some() {
            let list = match (line.heading, what) {
                // Word numbers headings; our numbers are the template's.
                (Some(_), _) => None,
                (None, own::Paragraph::Continued(level)) if self.after_item() => Some(ListPlace {
                    level,
                    marker: None,
                }),
                (None, _) => self.list(said.as_ref(), style),
            };
            let is_framed = said.is_some_and(|said| said.is_framed);
            let story = if is_framed {
                self.box_story()
            } else {
                self.story
            };
            if !line.is_blank() || self.source.keeps_blank(list.as_ref()) {
                self.emit(Piece {
                    story,
                    list,
                    quote: u8::from(what == own::Paragraph::Quote),
                    content: Content::Line(line),
                });
            }
        }
        for piece in paragraph.boxes {
            self.emit(piece);
        }
        Ok(())
    }

    /// The pieces of the depth that is read now.
    fn pieces(&mut self) -> &mut Vec<Piece> {
        match self.gathering.last_mut() {
            Some(inner) => inner,
            None => &mut self.source.pieces,
        }
    }

    /// Whether the last piece stands in a list.
    pub(super) fn after_item(&mut self) -> bool {
        self.pieces().last().is_some_and(|own| own.list.is_some())
    }

    /// A bookmark: of our own documents, it may begin withheld blocks.
    pub(super) fn bookmark(&mut self, own: Element<'_>) {
        let here = (self.gathering.len(), self.pieces().len());
        self.withholding
            .begin(own.w("name").unwrap_or_default(), here);
    }

    /// The blocks since the bookmark are withheld on the ground that this line
    /// names. False when it is not known which blocks: the line stays then, and
    /// bars the public version.
    fn withhold(&mut self, line: &str) -> bool {
        let mut withholding = std::mem::take(&mut self.withholding);
        let Some(inner) = withholding.end(self.gathering.len(), self.pieces()) else {
            return false;
        };
        let piece = own::block(inner, line, self.source);
        self.emit(piece);
        true
    }

    fn heading(&self, properties: Option<Element<'_>>, style: Option<&str>) -> Option<u8> {
        match properties.and_then(styles::outline) {
            Some(level) if level < 9 => Some(level + 1),
            Some(_) => None,
            None => self.styles.heading(style),
        }
    }

    fn list(&mut self, own: Option<&Properties<'_>>, style: Option<&str>) -> Option<ListPlace> {
        let properties = own.and_then(|own| own.properties);
        let (id, level) = properties.map(styles::num).unwrap_or_default();
        let (style_id, style_level) = self.styles.num(style);
        let id = id.or_else(|| style_id.map(str::to_owned))?;
        if id == "0" {
            return None;
        }
        let level = level.or(style_level).unwrap_or(0);
        let marker = self.numbering.next(&mut self.counters, &id, level)?;
        if let Marker::Words(words) = &marker {
            self.source.lose(Loss::ListLetters, words);
        }
        Some(ListPlace {
            level,
            marker: Some(marker),
        })
    }
}

/// What the properties of a paragraph say.
struct Properties<'t> {
    properties: Option<Element<'t>>,
    style: Option<&'t str>,
    heading: Option<u8>,
    is_framed: bool,
}

impl Properties<'_> {
    /// How the paragraph stands between its edges.
    fn align(&self) -> Align {
        let own = self.properties.and_then(|own| own.child(Ns::W, "jc"));
        match own.and_then(Element::val) {
            Some("right" | "end") => Align::Right,
            Some("center") => Align::Center,
            _ => Align::None,
        }
    }
}
