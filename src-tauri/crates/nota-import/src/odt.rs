//! Reads ODT, of LibreOffice and of the programs that write it too. What is
//! not known is gone into, so that no wrapper hides its words.

mod census;
mod lists;
mod paragraphs;
mod styles;
mod tables;

use std::collections::HashMap;

use crate::kind::Kind;
use crate::own::{TEMPLATE, Withholding};
use crate::package::Package;
use crate::refusal::Refusal;
use crate::source::{Comment, ListPlace, Loss, Piece, Source, SourceNote, Story};
use crate::xml::{Element, Ns, Tree};

use lists::Lists;
use styles::Styles;

/// Reads a document.
///
/// # Errors
///
/// When it is damaged, has a password, has no document or is over a limit.
pub(crate) fn read(package: &mut Package<'_>) -> Result<Source, Refusal> {
    if let Some(manifest) = package.xml("META-INF/manifest.xml")? {
        let mut is_encrypted = false;
        manifest.root().walk(&mut |own| {
            is_encrypted |= own.is(Ns::Manifest, "encryption-data");
            true
        });
        if is_encrypted {
            return Err(Refusal::Encrypted);
        }
    }
    let content = package.xml("content.xml")?.ok_or(Refusal::NoDocument)?;
    let styles_part = package.xml("styles.xml")?;
    let body = content.root().path(Ns::Office, &["body", "text"]);
    let body = body.ok_or(Refusal::NoDocument)?;
    let parts: Vec<&Tree> = styles_part.iter().chain([&content]).collect();
    let styles = Styles::read(&parts);
    let mut source = Source::new(Kind::Odt);
    source.template = named_template(package)?;
    if package
        .names()
        .iter()
        .any(|name| name.starts_with("Basic/"))
    {
        source.lose(Loss::Macro, "");
    }
    let margins = styles_part.as_ref().map(margins).unwrap_or_default();
    let mut walker = Walker {
        source: &mut source,
        styles: &styles,
        lists: Lists::default(),
        story: Story::Header,
        gathering: Vec::new(),
        place: None,
        comments: Vec::new(),
        notes: Vec::new(),
        labels: HashMap::new(),
        in_note: false,
        withholding: Withholding::default(),
    };
    for (story, own) in margins.iter().filter(|own| own.0 == Story::Header) {
        walker.story = *story;
        walker.blocks(*own)?;
    }
    walker.story = Story::Body;
    walker.blocks(body)?;
    for (story, own) in margins.iter().filter(|own| own.0 == Story::Footer) {
        walker.story = *story;
        walker.blocks(*own)?;
    }
    let (notes, comments) = (walker.notes, walker.comments);

    source.notes = notes;
    for comment in &comments {
        source.lose(Loss::Comment, &comment.text);
    }
    source.comments = comments;
    for own in margins.iter().map(|own| own.1).chain([body]) {
        census::add(own, &mut source.census);
    }
    Ok(source)
}

/// The template that a document of our own names in its properties.
fn named_template(package: &mut Package<'_>) -> Result<Option<String>, Refusal> {
    let Some(tree) = package.xml("meta.xml")? else {
        return Ok(None);
    };
    let mut found = None;
    tree.root().walk(&mut |own| {
        if own.is(Ns::Meta, "user-defined") && own.attr(Ns::Meta, "name") == Some(TEMPLATE) {
            found = Some(own.all_text().trim().to_owned());
        }
        true
    });
    Ok(found)
}

/// The heads and feet of pages.
fn margins(tree: &Tree) -> Vec<(Story, Element<'_>)> {
    let mut out = Vec::new();
    tree.root().walk(&mut |own| {
        let story = match own.name() {
            (Ns::Style, name) if name.starts_with("header") && !name.contains("-style") => {
                Story::Header
            }
            (Ns::Style, name) if name.starts_with("footer") && !name.contains("-style") => {
                Story::Footer
            }
            _ => return true,
        };
        let is_shown = own.attr(Ns::Style, "display") != Some("false");
        if is_shown {
            out.push((story, own));
        }
        false
    });
    out
}

/// Reads a document into a [`Source`].
struct Walker<'a> {
    source: &'a mut Source,
    styles: &'a Styles,
    lists: Lists,
    story: Story,
    gathering: Vec<Vec<Piece>>,
    /// The place in a list of the next paragraph.
    place: Option<ListPlace>,
    comments: Vec<Comment>,
    notes: Vec<SourceNote>,
    /// By id of a note: its label in the nota.
    labels: HashMap<String, String>,
    in_note: bool,
    /// Where withheld blocks begin, among the pieces of the same depth.
    withholding: Withholding,
}

impl Walker<'_> {
    /// The blocks in an element.
    fn blocks(&mut self, element: Element<'_>) -> Result<(), Refusal> {
        for own in element.elements() {
            self.block(own)?;
        }
        Ok(())
    }

    fn block(&mut self, own: Element<'_>) -> Result<(), Refusal> {
        match own.name() {
            (Ns::Text, "p" | "h") => self.paragraph(own),
            (Ns::Text, "list") => self.list(own),
            (Ns::Table, "table") => self.table(own),
            (Ns::Text, "tracked-changes") => {
                self.tracked(own);
                Ok(())
            }
            (Ns::Text, "sequence-decls" | "variable-decls" | "user-field-decls")
            | (Ns::Office, "forms" | "annotation") => Ok(()),
            (Ns::Draw, "frame" | "custom-shape" | "g") => {
                let boxes = self.frame(own)?;
                boxes.into_iter().for_each(|piece| self.emit(piece));
                Ok(())
            }
            _ => self.blocks(own),
        }
    }

    /// What was deleted with changes tracked: told, not read.
    fn tracked(&mut self, element: Element<'_>) {
        for region in element.elements() {
            self.source.changes += 1;
            let Some(deleted) = region.child(Ns::Text, "deletion") else {
                continue;
            };
            let mut text = String::new();
            for own in deleted.elements().filter(|own| own.name().0 == Ns::Text) {
                text.push_str(&own.all_text());
                text.push(' ');
            }
            if !text.trim().is_empty() {
                self.source.lose(Loss::Deleted, &text);
            }
        }
    }

    fn emit(&mut self, piece: Piece) {
        self.pieces().push(piece);
    }

    /// The pieces of the depth that is read now.
    fn pieces(&mut self) -> &mut Vec<Piece> {
        match self.gathering.last_mut() {
            Some(inner) => inner,
            None => &mut self.source.pieces,
        }
    }

    /// What `read` gives, apart from the rest.
    fn gathered(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<(), Refusal>,
    ) -> Result<Vec<Piece>, Refusal> {
        let place = self.place.take();
        let lists = std::mem::take(&mut self.lists.open);
        self.gathering.push(Vec::new());
        let done = read(self);
        let pieces = self.gathering.pop().unwrap_or_default();
        let here = (self.gathering.len(), self.pieces().len());
        self.withholding.leave(here);
        self.place = place;
        self.lists.open = lists;
        done.map(|()| pieces)
    }
}
