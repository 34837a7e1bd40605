//! What stands in a paragraph: runs, links, fields, references, and all that
//! may be wrapped round them.

use super::drawings::{self, alternative};
use super::fields::{self, NoteKind};
use super::relations::Relations;
use super::styles::Switches;
use super::walk::Walker;
use crate::own;
use crate::raised::Height;
use crate::refusal::Refusal;
use crate::runs::{Look, Runs};
use crate::source::{Loss, Piece};
use crate::symbols;
use crate::xml::{Element, Ns};

/// A paragraph in the making.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    /// Its text.
    pub(super) runs: Runs,
    /// The boxes that hang on it.
    pub(super) boxes: Vec<Piece>,
    /// Whether it says which page this is.
    pub(super) is_page_number: bool,
    /// The look that its style gives.
    pub(super) look: Switches,
    /// How many lists deep it stands, when a document of our own says so.
    pub(super) item: Option<u8>,
    /// The bookmark around the place of a note, while it is open: there the
    /// text does not refer to the note.
    place: Option<String>,
}

impl Walker<'_> {
    /// What stands in a paragraph or in a wrapper in one.
    pub(super) fn inline(
        &mut self,
        element: Element<'_>,
        relations: &Relations,
        href: Option<&str>,
        paragraph: &mut Paragraph,
    ) -> Result<(), Refusal> {
        for own in element.elements() {
            self.inline_one(own, relations, href, paragraph)?;
        }
        Ok(())
    }

    /// One run or wrapper.
    pub(super) fn inline_one(
        &mut self,
        own: Element<'_>,
        relations: &Relations,
        href: Option<&str>,
        paragraph: &mut Paragraph,
    ) -> Result<(), Refusal> {
        match own.name() {
            (Ns::W, "r") => self.run(own, relations, href, paragraph)?,
            (Ns::W, "t") => self.say(&own.all_text(), &Look::default(), paragraph),
            (Ns::W, "pPr" | "rPr" | "sdtPr" | "sdtEndPr" | "rubyPr" | "smartTagPr") => {}
            (Ns::W, "del" | "moveFrom") => self.deleted(own),
            (Ns::W, "ins" | "moveTo") => {
                self.source.changes += 1;
                self.inline(own, relations, href, paragraph)?;
            }
            (Ns::W, "hyperlink") => {
                let id = own.attr(Ns::R, "id").and_then(|id| relations.find(id));
                let link = id.filter(|own| own.is_external).map(|own| &*own.target);
                self.inline(own, relations, link.or(href), paragraph)?;
            }
            (Ns::W, "fldSimple") => {
                let instruction = own.w("instr").unwrap_or_default();
                if let Some(id) = own::note_again(instruction) {
                    self.source.left_out.push_str(&own.all_text());
                    let label = self.label(NoteKind::Foot, id);
                    let look = own
                        .elements()
                        .next()
                        .map(|run| self.look(run, None, paragraph));
                    paragraph.runs.note(&label, &look.unwrap_or_default());
                    return Ok(());
                }
                paragraph.is_page_number |= fields::is_page(instruction);
                let link = fields::href(instruction);
                self.inline(own, relations, link.as_deref().or(href), paragraph)?;
            }
            (Ns::W, "bookmarkStart") => {
                self.bookmark(own);
                let name = own.w("name").unwrap_or_default();
                if let Some(field) = own::field(name) {
                    paragraph.runs.begin_field(field);
                }
                paragraph.item = own::depth(name).or(paragraph.item);
                if own::is_place(name) {
                    paragraph.place = own.w("id").map(str::to_owned);
                }
            }
            (Ns::W, "bookmarkEnd") if own.w("id") == paragraph.place.as_deref() => {
                paragraph.place = None;
            }
            (Ns::W, "commentRangeStart") => self.comments.begin(own.w("id").unwrap_or_default()),
            (Ns::W, "commentRangeEnd") => self.comments.end(own.w("id").unwrap_or_default()),
            (Ns::Mc, "AlternateContent") => {
                if let Some(own) = alternative(own) {
                    self.inline(own, relations, href, paragraph)?;
                }
            }
            (Ns::M, "oMath" | "oMathPara") => self.formula(own, paragraph),
            _ => self.inline(own, relations, href, paragraph)?,
        }
        Ok(())
    }

    /// Text that was deleted with changes tracked: told, not read.
    fn deleted(&mut self, element: Element<'_>) {
        self.source.changes += 1;
        let mut text = String::new();
        element.walk(&mut |own| {
            match own.name() {
                (Ns::W, "delText" | "t") => text.push_str(&own.all_text()),
                (Ns::W, "commentRangeStart") => {
                    self.comments.begin(own.w("id").unwrap_or_default());
                }
                (Ns::W, "commentRangeEnd") => self.comments.end(own.w("id").unwrap_or_default()),
                _ => {}
            }
            true
        });
        self.comments.say(&text);
        if !text.trim().is_empty() {
            self.source.lose(Loss::Deleted, &text);
        }
    }

    fn formula(&mut self, element: Element<'_>, paragraph: &mut Paragraph) {
        let mut text = String::new();
        element.walk(&mut |own| {
            if own.is(Ns::M, "t") || own.is(Ns::W, "t") {
                text.push_str(&own.all_text());
            }
            true
        });
        self.source.lose(Loss::Formula, &text);
        self.say(&text, &Look::default(), paragraph);
    }

    fn run(
        &mut self,
        element: Element<'_>,
        relations: &Relations,
        href: Option<&str>,
        paragraph: &mut Paragraph,
    ) -> Result<(), Refusal> {
        let properties = element.child(Ns::W, "rPr");
        let style = properties.and_then(|own| own.child(Ns::W, "rStyle"));
        let is_ground = own::is_ground(&self.styles.run_name(style.and_then(Element::val)));
        if is_ground && paragraph.runs.ends_withheld() {
            // The visible mark of what is withheld is no text of the drafter.
            self.source.left_out.push_str(&element.all_text());
            return Ok(());
        }
        let look = self.look(element, href, paragraph);
        self.run_content(element, relations, &look, paragraph)
    }

    fn run_content(
        &mut self,
        element: Element<'_>,
        relations: &Relations,
        look: &Look,
        paragraph: &mut Paragraph,
    ) -> Result<(), Refusal> {
        for own in element.elements() {
            match own.name() {
                // Before the place of a note stands a blank of ours.
                (Ns::W, "t") if paragraph.place.is_some() && own.all_text() == " " => {}
                (Ns::W, "t") => self.say(&own.all_text(), look, paragraph),
                (Ns::W, "rPr" | "delText" | "footnoteRef" | "endnoteRef" | "annotationRef") => {}
                (Ns::W, "lastRenderedPageBreak" | "softHyphen" | "separator") => {}
                (Ns::W, "tab" | "ptab") => paragraph.runs.text("\t", look, self.source),
                (Ns::W, "cr") => paragraph.runs.line_end(look),
                (Ns::W, "br") => match own.w("type") {
                    Some("page" | "column") => {
                        paragraph.runs.text(" ", &Look::default(), self.source);
                    }
                    _ => paragraph.runs.line_end(look),
                },
                (Ns::W, "noBreakHyphen") => {
                    self.source.added.push('-');
                    paragraph.runs.text("-", look, self.source);
                }
                (Ns::W, "sym") => self.symbol(own, look, paragraph),
                (Ns::W, "fldChar") => self.field_mark(own, paragraph),
                (Ns::W, "instrText") => self.fields.instruct(&own.all_text()),
                (Ns::W, "footnoteReference") => {
                    self.note_reference(own, NoteKind::Foot, look, paragraph);
                }
                (Ns::W, "endnoteReference") => {
                    self.note_reference(own, NoteKind::End, look, paragraph);
                }
                (Ns::W, "commentReference") => {
                    let id = own.w("id").unwrap_or_default();
                    self.comments.end(id);
                }
                (Ns::W, "pgNum") => paragraph.is_page_number = true,
                (Ns::W, "drawing" | "pict" | "object") => {
                    drawings::read(self, own, relations, paragraph)?;
                }
                (Ns::Mc, "AlternateContent") => {
                    if let Some(own) = alternative(own) {
                        self.run_content(own, relations, look, paragraph)?;
                    }
                }
                (Ns::W, "r") => self.run(own, relations, look.href.as_deref(), paragraph)?,
                (Ns::W, "ruby") => self.ruby(own, relations, look, paragraph)?,
                _ => self.run_content(own, relations, look, paragraph)?,
            }
        }
        Ok(())
    }

    /// Text with its pronunciation above it, which comes in brackets behind it.
    fn ruby(
        &mut self,
        element: Element<'_>,
        relations: &Relations,
        look: &Look,
        paragraph: &mut Paragraph,
    ) -> Result<(), Refusal> {
        let href = look.href.as_deref();
        if let Some(base) = element.child(Ns::W, "rubyBase") {
            self.inline(base, relations, href, paragraph)?;
        }
        if let Some(above) = element.child(Ns::W, "rt") {
            self.source.added.push_str("()");
            paragraph.runs.text(" (", look, self.source);
            self.inline(above, relations, href, paragraph)?;
            paragraph.runs.text(")", look, self.source);
        }
        Ok(())
    }

    /// Text of a run.
    pub(super) fn say(&mut self, text: &str, look: &Look, paragraph: &mut Paragraph) {
        if self.fields.in_instruction() {
            self.source.left_out.push_str(text);
            self.source.lose(Loss::FieldCode, text);
            return;
        }
        paragraph.is_page_number |= self.fields.is_page();
        self.comments.say(text);
        paragraph.runs.text(text, look, self.source);
    }

    fn symbol(&mut self, own: Element<'_>, look: &Look, paragraph: &mut Paragraph) {
        let font = own.w("font").and_then(symbols::Font::named);
        let code = own
            .w("char")
            .and_then(|code| u32::from_str_radix(code, 16).ok());
        let sign = code.and_then(|code| match font {
            Some(font) => font.sign(code),
            None => char::from_u32(code).filter(|c| !matches!(*c, '\u{e000}'..='\u{f8ff}')),
        });
        let sign = sign.unwrap_or_else(|| {
            let about = format!(
                "{} {}",
                own.w("font").unwrap_or_default(),
                own.w("char").unwrap_or_default()
            );
            self.source.lose(Loss::Symbol, &about);
            '□'
        });
        let look = Look {
            symbols: None,
            ..look.clone()
        };
        self.source.added.push(sign);
        self.say(sign.encode_utf8(&mut [0; 4]), &look, paragraph);
    }

    fn field_mark(&mut self, own: Element<'_>, paragraph: &mut Paragraph) {
        let kind = own.w("fldCharType").unwrap_or_default();
        if kind == "begin"
            && let Some(check) = own.path(Ns::W, &["ffData", "checkBox"])
        {
            let state = |local| check.child(Ns::W, local).map(super::styles::is_on);
            let checked = state("checked").or(state("default")).unwrap_or(false);
            let sign = if checked { "☒" } else { "☐" };
            self.source.added.push_str(sign);
            paragraph.runs.text(sign, &Look::default(), self.source);
        }
        self.fields.mark(kind);
    }

    fn note_reference(
        &mut self,
        own: Element<'_>,
        kind: NoteKind,
        look: &Look,
        paragraph: &mut Paragraph,
    ) {
        if self.in_note {
            // A note to a note: the nota has none, its text comes at the end.
            return;
        }
        let label = self.label(kind, own.w("id").unwrap_or_default());
        if paragraph.place.is_none() {
            paragraph.runs.note(&label, look);
        }
    }

    /// The look of a run: its own properties, its style, that of the paragraph.
    fn look(&self, element: Element<'_>, href: Option<&str>, paragraph: &Paragraph) -> Look {
        let properties = element.child(Ns::W, "rPr");
        let val = |local| properties.and_then(|own| own.child(Ns::W, local));
        let style = val("rStyle").and_then(Element::val);
        let switches = Switches::of(properties)
            .or(self.styles.run_look(style))
            .or(paragraph.look);
        let on = |local| val(local).is_some_and(super::styles::is_on);
        let fonts = val("rFonts");
        let font = fonts.and_then(|own| own.w("ascii").or_else(|| own.w("hAnsi")));
        Look {
            bold: switches.bold.unwrap_or(false),
            italic: switches.italic.unwrap_or(false),
            hidden: switches.hidden.unwrap_or(false),
            href: self.fields.href().or_else(|| href.map(str::to_owned)),
            lak: own::withheld(&self.styles.run_name(style)),
            height: match val("vertAlign").and_then(Element::val) {
                Some("superscript") => Some(Height::Super),
                Some("subscript") => Some(Height::Sub),
                _ => None,
            },
            struck: on("strike") || on("dstrike"),
            underlined: on("u"),
            coloured: is_coloured(&val),
            language: val("lang")
                .and_then(Element::val)
                .filter(|_| self.source.template.is_some())
                .and_then(own::language),
            symbols: font.and_then(symbols::Font::named),
        }
    }
}

/// Whether a run has a colour of its own, or stands on one.
fn is_coloured<'t>(val: &impl Fn(&'static str) -> Option<Element<'t>>) -> bool {
    let plain = |value: &str| {
        matches!(
            value.to_ascii_lowercase().as_str(),
            "auto" | "000000" | "ffffff" | "none" | ""
        )
    };
    let colour = val("color").and_then(Element::val);
    let highlight = val("highlight").and_then(Element::val);
    let shade = val("shd").and_then(|own| own.w("fill"));
    [colour, highlight, shade]
        .into_iter()
        .flatten()
        .any(|value| !plain(value))
}
