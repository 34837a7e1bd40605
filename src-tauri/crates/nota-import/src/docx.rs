//! Reads DOCX, also Strict, of Word and of the programs that write it too. All
//! parts with text are read by one walker that knows what to skip and reads
//! everything else, so that no wrapper hides its words.

mod census;
mod comments;
mod drawings;
mod fields;
mod numbering;
mod relations;
mod runs;
mod styles;
mod tables;
mod walk;

use crate::kind::Kind;
use crate::own;
use crate::package::Package;
use crate::refusal::Refusal;
use crate::source::{Loss, Source, SourceNote, Story};
use crate::xml::{Element, Ns, Tree};

pub(crate) use numbering::written;
pub(crate) use styles::heading_named;

use comments::Comments;
use numbering::Numbering;
use relations::Relations;
use styles::Styles;
use walk::Walker;

/// Reads a document.
///
/// # Errors
///
/// When it is damaged, has no document or is over a limit.
pub(crate) fn read(package: &mut Package<'_>) -> Result<Source, Refusal> {
    let root = Relations::of(package, "")?;
    let main = root.of_kind("officeDocument").next();
    let main = main.ok_or(Refusal::NoDocument)?.target.clone();
    let document = package.xml(&main)?.ok_or(Refusal::NoDocument)?;
    if !document.root().is(Ns::W, "document") {
        return Err(other(document.root()));
    }
    let relations = Relations::of(package, &main)?;
    let parts = Parts::read(package, &relations)?;
    let mut source = Source::new(Kind::Docx);
    source.template = named_template(package, &root)?;
    if package
        .names()
        .iter()
        .any(|name| name.ends_with("vbaProject.bin"))
    {
        source.lose(Loss::Macro, "");
    }
    let comments = Comments::new(&parts.comments, &parts.comments_extended);
    let mut walker = Walker::new(&mut source, &parts.styles, &parts.numbering, comments);
    for (tree, relations) in &parts.headers {
        walker.story(tree.root(), relations, Story::Header)?;
    }
    walker.story(document.root(), &relations, Story::Body)?;
    for (tree, relations) in &parts.footers {
        walker.story(tree.root(), relations, Story::Footer)?;
    }
    let wanted = walker.wanted_notes();
    let notes = notes(&mut walker, &parts, wanted)?;
    let comments = walker.finish();
    source.comments = comments;
    source.notes = notes;
    for tree in parts.stories().chain([&document]) {
        census::add(tree.root(), &mut source.census);
    }
    Ok(source)
}

/// The template that a document of our own names in its properties.
fn named_template(package: &mut Package<'_>, root: &Relations) -> Result<Option<String>, Refusal> {
    let Some(tree) = first(package, root, "custom-properties")? else {
        return Ok(None);
    };
    let mut all = tree.root().elements();
    let found = all.find(|found| found.attr(Ns::None, "name") == Some(own::TEMPLATE));
    Ok(found.map(|found| found.all_text().trim().to_owned()))
}

/// What a package is that has no text document in it.
fn other(root: Element<'_>) -> Refusal {
    match root.name().1 {
        "workbook" => Refusal::OtherOffice("rekenblad (Excel)"),
        "presentation" => Refusal::OtherOffice("presentatie (PowerPoint)"),
        _ => Refusal::NoDocument,
    }
}

/// The parts beside the document itself.
#[derive(Default)]
struct Parts {
    styles: Styles,
    numbering: Numbering,
    headers: Vec<(Tree, Relations)>,
    footers: Vec<(Tree, Relations)>,
    footnotes: Option<(Tree, Relations)>,
    endnotes: Option<(Tree, Relations)>,
    comments: Option<Tree>,
    comments_extended: Option<Tree>,
}

impl Parts {
    fn read(package: &mut Package<'_>, relations: &Relations) -> Result<Self, Refusal> {
        let mut parts = Parts::default();
        if let Some(tree) = first(package, relations, "styles")? {
            parts.styles = Styles::read(tree.root());
        }
        if let Some(tree) = first(package, relations, "numbering")? {
            parts.numbering = Numbering::read(tree.root(), &parts.styles);
        }
        parts.headers = several(package, relations, "header")?;
        parts.footers = several(package, relations, "footer")?;
        parts.footnotes = several(package, relations, "footnotes")?.into_iter().next();
        parts.endnotes = several(package, relations, "endnotes")?.into_iter().next();
        parts.comments = first(package, relations, "comments")?;
        parts.comments_extended = first(package, relations, "commentsExtended")?;
        Ok(parts)
    }

    /// The parts with text, but the document.
    fn stories(&self) -> impl Iterator<Item = &Tree> {
        let notes = self.footnotes.iter().chain(&self.endnotes);
        let margins = self.headers.iter().chain(&self.footers);
        margins.chain(notes).map(|(tree, _)| tree)
    }
}

fn first(
    package: &mut Package<'_>,
    relations: &Relations,
    kind: &str,
) -> Result<Option<Tree>, Refusal> {
    let target = relations.of_kind(kind).next().map(|own| own.target.clone());
    match target {
        Some(target) => package.xml(&target),
        None => Ok(None),
    }
}

fn several(
    package: &mut Package<'_>,
    relations: &Relations,
    kind: &str,
) -> Result<Vec<(Tree, Relations)>, Refusal> {
    let mut out = Vec::new();
    let targets: Vec<String> = relations
        .of_kind(kind)
        .map(|own| own.target.clone())
        .collect();
    for target in targets {
        if let Some(tree) = package.xml(&target)? {
            let relations = Relations::of(package, &target)?;
            out.push((tree, relations));
        }
    }
    Ok(out)
}

/// The notes, those without a reference last: their text goes nowhere else.
fn notes(
    walker: &mut Walker<'_>,
    parts: &Parts,
    wanted: Vec<(fields::NoteKind, String, String)>,
) -> Result<Vec<SourceNote>, Refusal> {
    let mut out = Vec::new();
    let mut seen = Vec::new();
    for (kind, id, label) in wanted {
        let part = match kind {
            fields::NoteKind::Foot => &parts.footnotes,
            fields::NoteKind::End => &parts.endnotes,
        };
        let own = part.as_ref().and_then(|(tree, relations)| {
            let all = tree.root().elements();
            let mut all = all.filter(|own| own.w("id") == Some(&id));
            Some((all.next()?, relations))
        });
        let pieces = match own {
            Some((element, relations)) => {
                seen.push(element.id);
                walker.note(element, relations)?
            }
            None => Vec::new(),
        };
        out.push(SourceNote { label, pieces });
    }
    let all = parts.footnotes.iter().chain(&parts.endnotes);
    for (tree, relations) in all {
        for own in tree.root().elements() {
            let is_rule = own.w("type").is_some_and(|kind| kind != "normal");
            if !is_rule && !seen.contains(&own.id) && !own.all_text().trim().is_empty() {
                walker.loose_note(own, relations)?;
            }
        }
    }
    Ok(out)
}
