//! Reads web pages, and what Word, Outlook, LibreOffice, Google Docs and
//! browsers put on the clipboard. Scripts are never run and nothing is ever
//! fetched.

mod lists;
mod looks;
mod notes;
mod ours;
mod tables;
mod tree;

use nota_model::{Align, Inline, Run};

use crate::kind::Kind;
use crate::own;
use crate::refusal::Refusal;
use crate::runs::{Look, Runs};
use crate::source::{Content, Line, ListPlace, Loss, Marker, Piece, Source, SourceNote};

use lists::Open;
use notes::Notes;
use tree::Page;

/// The longest mark of a note, in characters: "[12]", "terug".
const LONGEST_MARK: usize = 16;

/// What a page is read for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Use {
    /// A file, of which the places of pictures are shown.
    File,
    /// What was copied, of which they are told.
    Paste,
}

/// Elements of which nothing is text.
const SKIP: [&str; 20] = [
    "style", "script", "meta", "link", "head", "title", "xml", "template", "object", "iframe",
    "noscript", "button", "input", "select", "textarea", "w:sdtpr", "noembed", "noframes",
    "datalist", "colgroup",
];

const PICTURES: [&str; 9] = [
    "img",
    "picture",
    "svg",
    "video",
    "audio",
    "canvas",
    "v:shape",
    "v:imagedata",
    "embed",
];

/// Elements that are a paragraph, or stand on lines of their own.
const PARAGRAPHS: [&str; 34] = [
    "p",
    "div",
    "address",
    "dt",
    "dd",
    "figcaption",
    "caption",
    "summary",
    "section",
    "article",
    "main",
    "header",
    "footer",
    "nav",
    "aside",
    "figure",
    "dl",
    "details",
    "center",
    "form",
    "body",
    "html",
    "fieldset",
    "legend",
    "dialog",
    "hgroup",
    "search",
    "tr",
    "td",
    "th",
    "thead",
    "tbody",
    "tfoot",
    "option",
];

/// Reads a page.
///
/// # Errors
///
/// When it has more than fits in a nota.
pub(crate) fn read(html: &str, used: Use) -> Result<Source, Refusal> {
    let page = Page::parse(html)?;
    let mut walker = Walker {
        page: &page,
        source: Source::new(Kind::Html),
        notes: Notes::of(&page),
        used,
        gathering: Vec::new(),
        runs: Runs::default(),
        heading: None,
        style: String::new(),
        place: None,
        lists: Vec::new(),
        quote: 0,
        pre: Pre::No,
        in_header: false,
        align: Align::None,
    };
    if used == Use::File {
        walker.source.template = page.named(own::TEMPLATE).map(str::to_owned);
    }
    walker.children(0, &Look::default())?;
    walker.flush()?;
    let mut source = walker.finish()?;
    census(&page, 0, &mut source.census);
    Ok(source)
}

/// Whether nothing of an element is text that a reader sees.
fn is_skipped(node: &tree::Node) -> bool {
    let name = node.name.as_str();
    SKIP.contains(&name) || PICTURES.contains(&name) || looks::is_hidden(node)
}

/// Counts the characters of a page, apart from the reading.
fn census(page: &Page, id: usize, out: &mut String) {
    let node = page.node(id);
    if is_skipped(node) {
        return;
    }
    out.push_str(&node.text);
    for child in &node.children {
        census(page, *child, out);
    }
    if PARAGRAPHS.contains(&node.name.as_str()) || node.name == "li" {
        out.push('\n');
    }
}

/// Whether an element is a tab of Word, which fills it with blanks.
fn is_tab(page: &Page, id: usize) -> bool {
    page.node(id).says("mso-tab-count").is_some() && page.all_text(id).trim().is_empty()
}

/// What becomes of line ends in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pre {
    /// Blanks.
    No,
    /// Line ends, and a blank line is a new paragraph.
    Wrap,
    /// Each a new paragraph.
    Lines,
}

struct Walker<'p> {
    page: &'p Page,
    source: Source,
    notes: Notes,
    used: Use,
    gathering: Vec<Vec<Piece>>,
    runs: Runs,
    heading: Option<u8>,
    style: String,
    /// The list that the next paragraph is in.
    place: Option<ListPlace>,
    lists: Vec<Open>,
    quote: u8,
    pre: Pre,
    /// In the head of the page.
    in_header: bool,
    /// How text in the cell that is read stands between its edges.
    align: Align,
}

impl Walker<'_> {
    /// Leaves out what stands in an element; its text.
    fn leave_out(&mut self, id: usize) -> String {
        let mut text = String::new();
        census(self.page, id, &mut text);
        self.notes.forget_in(self.page, id);
        self.source.left_out.push_str(&text);
        text
    }

    fn children(&mut self, id: usize, look: &Look) -> Result<(), Refusal> {
        let page = self.page;
        for child in &page.node(id).children {
            self.node(*child, look)?;
        }
        Ok(())
    }

    fn node(&mut self, id: usize, look: &Look) -> Result<(), Refusal> {
        let node = self.page.node(id);
        let name = node.name.as_str();
        if name.is_empty() {
            return self.text(&node.text, look);
        }
        if SKIP.contains(&name) || looks::is_hidden(node) {
            return Ok(());
        }
        if PICTURES.contains(&name) {
            self.picture(id);
            return Ok(());
        }
        if looks::is_comment(self.page, id) {
            let text = self.leave_out(id);
            self.source.lose(Loss::Comment, &text);
            return Ok(());
        }
        if looks::is_deleted(node) {
            let text = self.leave_out(id);
            if !text.trim().is_empty() {
                self.source.lose(Loss::Deleted, &text);
            }
            return Ok(());
        }
        if lists::is_sign(node) {
            self.leave_out(id);
            return Ok(());
        }
        if self.notes.is_text(id) {
            return Ok(());
        }
        if self.is_drawn(id) {
            self.leave_out(id);
            return Ok(());
        }
        if node.has_class("nota-lak") {
            return self.withheld(id, look);
        }
        self.begin_field(id);
        let own = self.with_language(id, looks::look(self.page, id, look));
        match name {
            "br" => self.line_end(id, look),
            "hr" => self.flush()?,
            "header" => {
                let outer = std::mem::replace(&mut self.in_header, true);
                self.block(id, &own)?;
                self.in_header = outer;
            }
            "ul" | "ol" => self.list(id, &own)?,
            "li" => self.item(id, &own)?,
            "blockquote" => {
                self.flush()?;
                self.quote = self.quote.saturating_add(1);
                self.children(id, &own)?;
                self.flush()?;
                self.quote -= 1;
            }
            "table" => self.table(id, &own)?,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading(id, look)?,
            "pre" => self.within(id, &own, Pre::Lines)?,
            "a" => self.link(id, &own)?,
            "q" => self.quoted(id, &own)?,
            _ if PARAGRAPHS.contains(&name) => self.block(id, &own)?,
            _ if is_tab(self.page, id) => self.text("\t", &own)?,
            _ => self.children(id, &own)?,
        }
        Ok(())
    }

    /// A quotation in the text, with the marks that a browser draws.
    fn quoted(&mut self, id: usize, look: &Look) -> Result<(), Refusal> {
        self.source.added.push_str("“”");
        self.text("“", look)?;
        self.children(id, look)?;
        self.text("”", look)
    }

    /// A paragraph, or what stands on lines of its own.
    fn block(&mut self, id: usize, look: &Look) -> Result<(), Refusal> {
        self.flush()?;
        let node = self.page.node(id);
        let wrap = node
            .says("white-space")
            .is_some_and(|own| own.starts_with("pre"));
        let in_item = !self.lists.is_empty();
        if let Some(place) = lists::word_item(self.page, id).filter(|_| !in_item) {
            if let Some(Marker::Words(words)) = &place.marker {
                self.source.lose(Loss::ListLetters, words);
            }
            self.place = Some(place);
            self.children(id, look)?;
            self.flush()?;
            self.place = None;
            return Ok(());
        }
        node.attr("class")
            .unwrap_or_default()
            .to_lowercase()
            .clone_into(&mut self.style);
        match wrap {
            true => self.within(id, look, Pre::Wrap)?,
            false => self.children(id, look)?,
        }
        self.flush()?;
        self.style.clear();
        Ok(())
    }

    fn within(&mut self, id: usize, look: &Look, pre: Pre) -> Result<(), Refusal> {
        self.flush()?;
        let outer = std::mem::replace(&mut self.pre, pre);
        self.children(id, look)?;
        self.flush()?;
        self.pre = outer;
        Ok(())
    }

    fn heading(&mut self, id: usize, look: &Look) -> Result<(), Refusal> {
        self.flush()?;
        let name = self.page.node(id).name.as_bytes();
        if self.in_header && self.used == Use::File && name == b"h1" {
            // The title of the whole page, and no section.
            let style = std::mem::replace(&mut self.style, "titel".to_owned());
            self.children(id, look)?;
            self.flush()?;
            self.style = style;
            return Ok(());
        }
        self.heading = name.get(1).map(|digit| digit.saturating_sub(b'0'));
        let class = self.page.node(id).attr("class").unwrap_or_default();
        let style = std::mem::replace(&mut self.style, class.to_lowercase());
        self.children(id, look)?;
        self.flush()?;
        self.style = style;
        self.heading = None;
        Ok(())
    }

    fn list(&mut self, id: usize, look: &Look) -> Result<(), Refusal> {
        self.flush()?;
        if self.source.keeps_blank(self.place.as_ref()) {
            self.emit(Content::default())?;
        }
        let outer = self.place.take();
        self.lists.push(Open::of(self.page.node(id)));
        self.children(id, look)?;
        self.flush()?;
        self.lists.pop();
        // What follows in the item goes on in it.
        self.place = outer.map(|place| ListPlace {
            marker: None,
            ..place
        });
        Ok(())
    }

    fn item(&mut self, id: usize, look: &Look) -> Result<(), Refusal> {
        self.flush()?;
        let node = self.page.node(id);
        let depth = u8::try_from(self.lists.len().saturating_sub(1)).unwrap_or(u8::MAX);
        let said = node
            .attr("data-aria-level")
            .and_then(|own| own.parse::<u8>().ok());
        let level = said.map_or(depth, |own| own.saturating_sub(1));
        let value = node.attr("value").and_then(|own| own.parse().ok());
        if let (Some(value), Some(list)) = (value, self.lists.last_mut()) {
            list.next = value;
        }
        let marker = self.lists.last().map_or(Marker::Bullet, Open::marker);
        let outer = self.place.replace(ListPlace {
            level,
            marker: Some(marker),
        });
        self.children(id, look)?;
        self.flush()?;
        if self.source.keeps_blank(self.place.as_ref()) {
            self.emit(Content::default())?;
        }
        let is_used = self
            .place
            .as_ref()
            .is_none_or(|place| place.marker.is_none());
        self.place = outer;
        if let (true, Some(list)) = (is_used, self.lists.last_mut()) {
            list.next = list.next.saturating_add(1);
        }
        Ok(())
    }

    fn link(&mut self, id: usize, look: &Look) -> Result<(), Refusal> {
        let node = self.page.node(id);
        let href = node.attr("href").unwrap_or_default();
        if self.page.all_text(id).trim().chars().count() > LONGEST_MARK {
            // What goes wrong round a whole text is no mark of a note.
            return self.children(id, look);
        }
        if self.notes.is_back(href, node) {
            self.leave_out(id);
            return Ok(());
        }
        match self.notes.label(href) {
            Some(label) => {
                self.leave_out(id);
                self.runs.note(&label, look);
            }
            None if notes::is_reference(href) => {
                // Its text was not copied: its number stays as text.
                let text = self.page.all_text(id);
                self.source.lose(Loss::NoteWithoutText, &text);
                self.children(id, look)?;
            }
            None => self.children(id, look)?,
        }
        Ok(())
    }

    fn picture(&mut self, id: usize) {
        let node = self.page.node(id);
        let alt = node.attr("alt").unwrap_or_default().trim();
        self.source.lose(Loss::Picture, alt);
        if self.used == Use::File && !alt.is_empty() {
            let words = format!("[Afbeelding: {alt}]");
            self.source.added.push_str(&words);
            self.runs.inlines.push(Inline::text(words));
        }
    }

    fn line_end(&mut self, id: usize, look: &Look) {
        let is_page = self.page.node(id).says("page-break-before") == Some("always");
        if !is_page {
            self.runs.line_end(look);
        }
    }

    fn text(&mut self, text: &str, look: &Look) -> Result<(), Refusal> {
        match self.pre {
            Pre::No => {
                let text = text.replace(['\n', '\r', '\u{c}'], " ");
                self.runs.text(&text, look, &mut self.source);
            }
            Pre::Lines | Pre::Wrap => {
                let text = text.replace("\r\n", "\n").replace('\r', "\n");
                for (index, line) in text.split('\n').enumerate() {
                    if index > 0 {
                        let again = self
                            .runs
                            .inlines
                            .last()
                            .is_some_and(|own| own.run == Run::Break);
                        match self.pre == Pre::Lines || again {
                            true => self.flush()?,
                            false => self.runs.line_end(look),
                        }
                    }
                    self.runs.text(line, look, &mut self.source);
                }
            }
        }
        Ok(())
    }

    /// The paragraph that is open is ready.
    fn flush(&mut self) -> Result<(), Refusal> {
        let runs = std::mem::take(&mut self.runs);
        let line = Line {
            inlines: runs.inlines,
            heading: self.heading,
            style: self.style.clone(),
            is_page_number: false,
            named: runs.named,
            align: self.align,
        };
        if line.is_blank() {
            return Ok(());
        }
        self.emit(Content::Line(line))
    }

    fn emit(&mut self, content: Content) -> Result<(), Refusal> {
        self.source.count_block()?;
        let is_heading = matches!(&content, Content::Line(line) if line.heading.is_some());
        let list = self.place.clone().filter(|_| !is_heading);
        if let Some(place) = &mut self.place {
            place.marker = None;
        }
        let piece = Piece {
            list,
            quote: self.quote,
            content,
            ..Piece::default()
        };
        match self.gathering.last_mut() {
            Some(inner) => inner.push(piece),
            None => self.source.pieces.push(piece),
        }
        Ok(())
    }

    /// What `read` gives, apart from the rest.
    fn gathered(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<(), Refusal>,
    ) -> Result<Vec<Piece>, Refusal> {
        let place = self.place.take();
        let lists = std::mem::take(&mut self.lists);
        let quote = std::mem::take(&mut self.quote);
        self.gathering.push(Vec::new());
        let done = read(self).and_then(|()| self.flush());
        let pieces = self.gathering.pop().unwrap_or_default();
        self.place = place;
        self.lists = lists;
        self.quote = quote;
        done.map(|()| pieces)
    }

    /// The source, with the texts of its notes.
    fn finish(mut self) -> Result<Source, Refusal> {
        if self.source.template.is_some() {
            self.notes.keep_all();
        }
        for (id, label) in self.notes.take() {
            let pieces = match label {
                Some(_) => self.gathered(|walker| walker.children(id, &Look::default()))?,
                // A note that nothing refers to is text.
                None => {
                    self.children(id, &Look::default())?;
                    self.flush()?;
                    continue;
                }
            };
            let label = label.unwrap_or_default();
            self.source.notes.push(SourceNote { label, pieces });
        }
        Ok(self.source)
    }
}
