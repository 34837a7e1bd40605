//! Paragraphs of an ODT, with what stands in them.

use super::Walker;
use crate::own;
use crate::refusal::Refusal;
use crate::runs::{Look, Runs};
use crate::source::{Comment, Content, Line, ListPlace, Loss, Piece, SourceNote, Story};
use crate::xml::{Child, Element, Ns};

/// How many blanks one element can stand for.
const MAX_BLANKS: usize = 100;

/// A paragraph in the making.
#[derive(Default)]
struct Paragraph {
    runs: Runs,
    boxes: Vec<Piece>,
    is_page_number: bool,
    /// The bookmark around the place of a note, while it is open: there the
    /// text does not refer to the note.
    place: Option<String>,
}

impl Walker<'_> {
    /// Reads `text:p` or `text:h`.
    pub(super) fn paragraph(&mut self, element: Element<'_>) -> Result<(), Refusal> {
        self.source.count_block()?;
        let style = element.attr(Ns::Text, "style-name").unwrap_or_default();
        let heading = match element.is(Ns::Text, "h") {
            true => {
                let level = element.attr(Ns::Text, "outline-level");
                level.and_then(|own| own.parse().ok()).or(Some(1))
            }
            false => self.styles.heading(style),
        };
        let look = match heading {
            Some(_) => Look::default(),
            None => self.styles.look("paragraph", style, &Look::default()),
        };
        let mut paragraph = Paragraph::default();
        self.inline(element, &look, &mut paragraph)?;
        let line = Line {
            inlines: paragraph.runs.inlines,
            heading,
            style: self.styles.name(style),
            is_page_number: paragraph.is_page_number,
            named: paragraph.runs.named,
            align: self.styles.align(style),
        };
        let text = nota_model::plain_text(&line.inlines);
        let what = own::paragraph(&line.style);
        let is_drawn = what == own::Paragraph::Cut && own::is_cut(&text)
            || what == own::Paragraph::Ground && self.withhold(&text);
        if is_drawn {
            self.source.left_out.push_str(&text);
        } else if !line.is_blank() || self.source.keeps_blank(self.place.as_ref()) {
            let after_item = self.pieces().last().is_some_and(|own| own.list.is_some());
            let continued = match what {
                own::Paragraph::Continued(level) if after_item => Some(ListPlace {
                    level,
                    marker: None,
                }),
                _ => None,
            };
            let list = self.place.clone().or(continued);
            let list = list.filter(|_| heading.is_none());
            if let Some(place) = &mut self.place {
                place.marker = None;
            }
            self.emit(Piece {
                story: self.story,
                list,
                quote: u8::from(what == own::Paragraph::Quote),
                content: Content::Line(line),
            });
        }
        for piece in paragraph.boxes {
            self.emit(piece);
        }
        Ok(())
    }

    /// A bookmark: of our own documents, it may begin withheld blocks.
    fn bookmark(&mut self, own: Element<'_>) {
        let here = (self.gathering.len(), self.pieces().len());
        let name = own.attr(Ns::Text, "name").unwrap_or_default();
        self.withholding.begin(name, here);
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

    fn inline(
        &mut self,
        element: Element<'_>,
        look: &Look,
        paragraph: &mut Paragraph,
    ) -> Result<(), Refusal> {
        for child in element.children() {
            match child {
                Child::Text(text) => {
                    let text = text.replace(['\n', '\r', '\t'], " ");
                    paragraph.runs.text(&text, look, self.source);
                }
                Child::Element(own) => self.inline_one(own, look, paragraph)?,
            }
        }
        Ok(())
    }

    fn inline_one(
        &mut self,
        own: Element<'_>,
        look: &Look,
        paragraph: &mut Paragraph,
    ) -> Result<(), Refusal> {
        match own.name() {
            (Ns::Text, "s") => {
                let count = own.attr(Ns::Text, "c").and_then(|own| own.parse().ok());
                let count: usize = count.unwrap_or(1);
                let blanks = " ".repeat(count.min(MAX_BLANKS));
                paragraph.runs.text(&blanks, look, self.source);
            }
            (Ns::Text, "tab") => paragraph.runs.text("\t", look, self.source),
            (Ns::Text, "line-break") => paragraph.runs.line_end(look),
            // Before the place of a note stands a blank of ours.
            (Ns::Text, "span") if paragraph.place.is_some() && own.all_text().trim().is_empty() => {
            }
            (Ns::Text, "span") => {
                let style = own.attr(Ns::Text, "style-name").unwrap_or_default();
                if self.styles.is_ground(style) && paragraph.runs.ends_withheld() {
                    self.source.left_out.push_str(&own.all_text());
                    return Ok(());
                }
                let mut look = self.styles.look("text", style, look);
                if self.source.template.is_none() {
                    look.language = None;
                }
                self.inline(own, &look, paragraph)?;
            }
            (Ns::Text, "a") => {
                let mut look = look.clone();
                look.href = own.attr(Ns::Xlink, "href").map(str::to_owned).or(look.href);
                self.inline(own, &look, paragraph)?;
            }
            (Ns::Text, "page-number" | "page-count") => {
                paragraph.is_page_number = true;
                self.inline(own, look, paragraph)?;
            }
            (Ns::Text, "note") => self.note(own, look, paragraph)?,
            (Ns::Text, "note-ref") => {
                self.source.left_out.push_str(&own.all_text());
                let label = self.label(own.attr(Ns::Text, "ref-name"));
                paragraph.runs.note(&label, look);
            }
            (Ns::Office, "annotation") => self.annotation(own),
            (Ns::Draw, _) => {
                let boxes = self.frame(own)?;
                paragraph.boxes.extend(boxes);
            }
            (Ns::Text, "bookmark-start") => {
                self.bookmark(own);
                let name = own.attr(Ns::Text, "name").unwrap_or_default();
                if let Some(field) = own::field(name) {
                    paragraph.runs.begin_field(field);
                }
                if own::is_place(name) {
                    paragraph.place = Some(name.to_owned());
                }
            }
            (Ns::Text, "bookmark-end") => {
                let name = own.attr(Ns::Text, "name");
                paragraph.place = paragraph.place.take().filter(|own| Some(&**own) != name);
            }
            (Ns::Text, "soft-page-break" | "tracked-changes") => {}
            (Ns::Text, "ruby-text") => {
                self.source.added.push_str("()");
                paragraph.runs.text(" (", look, self.source);
                self.inline(own, look, paragraph)?;
                paragraph.runs.text(")", look, self.source);
            }
            _ => self.inline(own, look, paragraph)?,
        }
        Ok(())
    }

    /// The label of the note with this id, which may be still to come.
    fn label(&mut self, id: Option<&str>) -> String {
        let next = (self.labels.len() + 1).to_string();
        let id = id.map_or_else(|| format!("zonder id {next}"), str::to_owned);
        self.labels.entry(id).or_insert(next).clone()
    }

    fn note(
        &mut self,
        own: Element<'_>,
        look: &Look,
        paragraph: &mut Paragraph,
    ) -> Result<(), Refusal> {
        let Some(body) = own.child(Ns::Text, "note-body") else {
            return Ok(());
        };
        if self.in_note {
            // A note to a note: the nota has none, so it is told in place.
            let pieces = self.gathered(|walker| walker.blocks(body))?;
            paragraph.boxes.extend(pieces);
            return Ok(());
        }
        let label = self.label(own.attr(Ns::Text, "id"));
        if paragraph.place.is_none() {
            paragraph.runs.note(&label, look);
        }
        let at = self.notes.len();
        self.notes.push(SourceNote {
            label,
            pieces: Vec::new(),
        });
        self.in_note = true;
        let pieces = self.gathered(|walker| walker.blocks(body));
        self.in_note = false;
        let pieces = pieces?;
        if let Some(note) = self.notes.get_mut(at) {
            note.pieces = pieces;
        }
        Ok(())
    }

    fn annotation(&mut self, own: Element<'_>) {
        let dc = |local| own.child(Ns::Dc, local).map(Element::all_text);
        let lines: Vec<String> = own
            .elements()
            .filter(|child| child.name().0 == Ns::Text)
            .map(Element::all_text)
            .collect();
        self.comments.push(Comment {
            author: dc("creator").unwrap_or_default(),
            date: dc("date").unwrap_or_default(),
            text: lines.join("\n"),
            ..Comment::default()
        });
    }

    /// Reads a frame: a box with text, or a picture with its description.
    pub(super) fn frame(&mut self, element: Element<'_>) -> Result<Vec<Piece>, Refusal> {
        let describe = |local| element.child(Ns::Svg, local).map(Element::all_text);
        let alt = describe("desc")
            .or_else(|| describe("title"))
            .unwrap_or_default();
        let alt = alt.trim();
        let mut has_text = false;
        let mut has_picture = false;
        let mut has_object = false;
        element.walk(&mut |own| {
            match own.name() {
                (Ns::Text, "p" | "h") => has_text = true,
                (Ns::Draw, "image") => has_picture = true,
                (Ns::Draw, "object" | "object-ole" | "plugin") => has_object = true,
                _ => {}
            }
            !matches!(own.name(), (Ns::Text, _))
        });
        let outer = self.story;
        if outer == Story::Body {
            self.story = Story::Box;
        }
        let mut pieces = Vec::new();
        if has_picture || has_object {
            let loss = if has_object {
                Loss::Object
            } else {
                Loss::Picture
            };
            self.source.lose(loss, alt);
            if self.story == Story::Box && (!has_text || !alt.is_empty()) {
                let words = match alt.is_empty() {
                    true => "[Afbeelding]".to_owned(),
                    false => format!("[Afbeelding: {alt}]"),
                };
                self.source.added.push_str(&words);
                let mut piece = Piece::line(Line::text(words));
                piece.story = self.story;
                pieces.push(piece);
            }
        }
        if has_text {
            self.source.lose(Loss::Box, "");
            pieces.extend(self.gathered(|walker| walker.blocks(element))?);
        }
        self.story = outer;
        Ok(pieces)
    }
}
