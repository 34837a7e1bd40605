//! Several notas as one document: a leeswijzer in front, and each nota with the
//! layout of its own template, in a root of its own of the closed world.

use std::sync::Arc;

use nota_model::Nota;
use nota_sheet::{Line, Sheet};
use nota_template::{Registry, Template};
use serde::Serialize;
use typst::ecow::EcoString;
use typst::foundations::{Bytes, Datetime, Smart};
use typst_layout::PagedDocument;

use crate::typeset::Typeset;
use crate::typesetter::{Attempt, LAYOUT, add_bytes, add_json, shared};
use crate::view::{Nested, NotaView, Regel, line};
use crate::world::{ClosedWorld, Root};
use crate::{Fonts, Typesetter};

/// Where the document itself stands in the closed world.
const MAIN: &str = "/bundel.typ";

/// A nota of a bundle.
#[derive(Debug, Clone, Copy)]
pub struct Bundled<'a> {
    /// The nota.
    pub nota: &'a Nota,
    /// Its template.
    pub template: &'a Template,
}

/// What stands in front of a bundle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leeswijzer {
    /// The title of the document.
    pub titel: String,
    /// The sentence above the table.
    pub inleiding: String,
    /// A row for each nota, in their order.
    pub rijen: Vec<LeeswijzerRij>,
}

/// What the leeswijzer says of a nota.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeeswijzerRij {
    /// Its date, as it is printed.
    pub datum: String,
    /// Its title.
    pub naam: String,
    /// What it is about.
    pub toelichting: String,
}

/// The leeswijzer as its layout gets it.
#[derive(Serialize)]
struct View<'a> {
    lettertypen: &'a [String],
    inleiding: Regel,
    rijen: Vec<RowView>,
}

#[derive(Serialize)]
struct RowView {
    datum: Regel,
    naam: Regel,
    toelichting: Regel,
}

impl Typesetter {
    /// Typesets notas as one document, in this order. Never fails: a nota of
    /// which the layout does not work has that of the house style, as when it is
    /// typeset alone.
    pub fn bundle(
        &self,
        notas: &[Bundled<'_>],
        leeswijzer: &Leeswijzer,
        registry: &Registry,
    ) -> Typeset {
        let views: Vec<NotaView> = notas
            .iter()
            .map(|own| {
                let sheet = Sheet::new(own.nota, own.template);
                let measures = own.template.layout.measures;
                // One that is lost would show in none of the others.
                let nested = Nested::AtEnd;
                NotaView::with(&sheet, measures, self.fonts(), self.style(), nested)
            })
            .collect();
        let whole = Attempt {
            plain_layout: false,
            without_logo: false,
        };
        let mut attempts = vec![whole; notas.len()];
        let mut made = self.compile_bundle(notas, &views, leeswijzer, registry, &attempts);
        let fault = made.as_ref().err().cloned();
        if fault.is_some() {
            // Which of them it is shows when each is typeset alone.
            for (own, attempt) in notas.iter().zip(&mut attempts) {
                let alone = self.typeset(own.nota, own.template, registry);
                let is_faulty = alone.layout_fault.is_some();
                attempt.plain_layout = is_faulty;
                attempt.without_logo = is_faulty;
            }
            made = self.compile_bundle(notas, &views, leeswijzer, registry, &attempts);
        }
        let document = made
            .ok()
            .map(|document| titled(document, leeswijzer, &views));
        Typeset::bundle(document, leeswijzer.titel.clone(), fault)
    }

    fn compile_bundle(
        &self,
        notas: &[Bundled<'_>],
        views: &[NotaView],
        leeswijzer: &Leeswijzer,
        registry: &Registry,
        attempts: &[Attempt],
    ) -> Result<PagedDocument, String> {
        let main = Root::Project.file(MAIN).ok_or("no such path")?;
        let mut world = ClosedWorld::new(self.fonts().clone(), main);
        for (path, text) in shared(registry) {
            self.add_source(&mut world, Root::Project, &format!("/{path}"), text);
        }
        let mut included = String::new();
        for (index, own) in notas.iter().enumerate() {
            let (Some(view), Some(attempt)) = (views.get(index), attempts.get(index)) else {
                continue;
            };
            let root = Root::Nota(index + 1);
            self.fill(&mut world, root, view, own.template, registry, *attempt);
            let (name, manifest) = Root::package(index + 1, LAYOUT);
            add_bytes(
                &mut world,
                root,
                "/typst.toml",
                Bytes::from_string(manifest),
            );
            included.push_str(&format!("  include \"{name}\",\n"));
        }
        let text = format!(
            "#import \"/rijkshuisstijl/bundel.typ\": bundel\n#bundel(json(\"/nota/leeswijzer.json\"), (\n{included}))\n"
        );
        self.add_source(&mut world, Root::Project, MAIN, &Arc::from(text));
        // The measures are those of the house style.
        if let Some(view) = views.first() {
            add_json(&mut world, Root::Project, "/nota/maten.json", &view.maten);
        }
        let view = view(leeswijzer, self.fonts());
        add_json(&mut world, Root::Project, "/nota/leeswijzer.json", &view);
        let own = notas.iter().zip(attempts);
        let own = own.filter(|(_, attempt)| !attempt.plain_layout);
        let templates: Vec<&Template> = own.map(|(nota, _)| nota.template).collect();
        self.endless.compile(world, &templates, registry)
    }
}

/// The document with the title of the bundle, whatever its layouts say, and the
/// ministries that made the notas.
fn titled(
    mut document: PagedDocument,
    leeswijzer: &Leeswijzer,
    views: &[NotaView],
) -> PagedDocument {
    let mut authors: Vec<EcoString> = Vec::new();
    for view in views {
        let author = EcoString::from(view.voorblad.auteur.as_str());
        if !author.is_empty() && !authors.contains(&author) {
            authors.push(author);
        }
    }
    let last = views.iter().map(|view| view.voorblad.datum);
    let last = last.max_by_key(|own| (own.jaar, own.maand, own.dag));
    let info = document.info_mut();
    info.title = Some(leeswijzer.titel.as_str().into());
    info.author = authors;
    info.date = Smart::Custom(last.and_then(|own| {
        let part = |number: u32| u8::try_from(number).ok();
        Datetime::from_ymd(own.jaar, part(own.maand)?, part(own.dag)?)
    }));
    document
}

fn given(text: &str, fonts: &Fonts) -> Regel {
    line(&Line::given(text.trim()), fonts)
}

fn view<'a>(leeswijzer: &Leeswijzer, fonts: &'a Fonts) -> View<'a> {
    let rows = leeswijzer.rijen.iter().map(|own| RowView {
        datum: given(&own.datum, fonts),
        naam: given(&own.naam, fonts),
        toelichting: given(&own.toelichting, fonts),
    });
    View {
        lettertypen: fonts.text_families(),
        inleiding: given(&leeswijzer.inleiding, fonts),
        rijen: rows.collect(),
    }
}
