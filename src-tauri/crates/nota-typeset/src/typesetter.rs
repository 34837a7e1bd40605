//! From nota to pages: puts the view and the layout into a closed world and
//! runs Typst. A template with a faulty layout falls back to the layout of
//! the house style, so that a draft always has pages.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use nota_model::Nota;
use nota_sheet::Sheet;
use nota_template::{Registry, Template};
use typst::diag::{SourceDiagnostic, Warned};
use typst::foundations::Bytes;
use typst::syntax::{DiagSpanKind, FileId, Source};
use typst::{World, WorldExt};
use typst_layout::PagedDocument;

use crate::footnotes;
use crate::patience::Endless;
use crate::typeset::Typeset;
use crate::view::{Nested, NotaView};
use crate::world::{ClosedWorld, Root};
use crate::{Fonts, HouseStyle};

/// The layout of a template that has none, or a faulty one.
const PLAIN_LAYOUT: &str = "#import \"/rijkshuisstijl/nota.typ\": nota\n#nota()\n";

/// How many runs an unused result of the typesetter is kept: enough for the
/// internal version, the public one and a PDF to take turns. Each key makes a
/// run, and the unused results of ten runs of 20 pages are some 80 MB.
pub(crate) const KEEP_RUNS: usize = 3;

/// Where the text of the nota stands in the closed world, and what the file in
/// the PDF is called.
const SOURCE: &str = "/bron.nota.md";

/// Where the layout of the template stands in the closed world.
pub(crate) const LAYOUT: &str = "/sjabloon/layout.typ";

/// Typesets notas with the same fonts and house style. May be used by several
/// threads at once, and is worth keeping: what did not change since the last
/// time is not done again.
#[derive(Debug)]
pub struct Typesetter {
    fonts: Fonts,
    style: HouseStyle,
    /// Layout files that were parsed before, by their identity. A new text for
    /// one takes the place of the old one.
    parsed: Mutex<HashMap<FileId, (Arc<str>, Source)>>,
    /// Layouts that never came to an end.
    pub(crate) endless: Endless,
}

impl Typesetter {
    /// A typesetter. The fonts of the house style, when it has any, win from
    /// the others.
    pub fn new(fonts: Fonts, style: HouseStyle) -> Self {
        Self {
            fonts: fonts.with_house_style(&style),
            style,
            parsed: Mutex::new(HashMap::new()),
            endless: Endless::default(),
        }
    }

    /// The fonts that are used, those of the house style included.
    pub fn fonts(&self) -> &Fonts {
        &self.fonts
    }

    /// The house style of the pages.
    pub fn house_style(&self) -> &HouseStyle {
        &self.style
    }

    /// Typesets a nota. The registry gives the files that templates share.
    /// Never fails: what cannot be typeset gives no pages, and
    /// [`Typeset::pdf`] then says so.
    pub fn typeset(&self, nota: &Nota, template: &Template, registry: &Registry) -> Typeset {
        self.typeset_beside(nota, template, registry, None)
    }

    /// As [`Self::typeset`], with the text of the nota as a file in the PDF.
    /// Never for a public version.
    pub fn typeset_with_source(
        &self,
        nota: &Nota,
        template: &Template,
        registry: &Registry,
        source: &str,
    ) -> Typeset {
        self.typeset_beside(nota, template, registry, Some(source))
    }

    fn typeset_beside(
        &self,
        nota: &Nota,
        template: &Template,
        registry: &Registry,
        source: Option<&str>,
    ) -> Typeset {
        let sheet = Sheet::new(nota, template);
        let measures = template.layout.measures;
        let view = |nested| {
            let mut view = NotaView::with(&sheet, measures, &self.fonts, &self.style, nested);
            view.voorblad.bron = source.is_some();
            view
        };
        let usual = view(Nested::InPlace);
        let (document, fault) = self.attempts(&usual, template, registry, source);
        let is_lost = |document: &PagedDocument| {
            usual.has_nested && footnotes::placed(document) < sheet.footnotes.len()
        };
        if document.as_ref().is_some_and(is_lost) {
            let view = view(Nested::AtEnd);
            let (document, fault) = self.attempts(&view, template, registry, source);
            return Typeset::new(document, &view.voorblad, fault);
        }
        Typeset::new(document, &usual.voorblad, fault)
    }

    /// The first attempt that succeeds, and why the one before it did not.
    fn attempts(
        &self,
        view: &NotaView,
        template: &Template,
        registry: &Registry,
        source: Option<&str>,
    ) -> (Option<PagedDocument>, Option<String>) {
        let mut fault = None;
        for attempt in ATTEMPTS {
            if attempt.without_logo && !view.voorblad.logo {
                continue;
            }
            let Some(mut world) = self.world(view, template, registry, attempt) else {
                continue;
            };
            if let Some(source) = source {
                let bytes = Bytes::new(source.as_bytes().to_vec());
                add_bytes(&mut world, Root::Project, SOURCE, bytes);
            }
            let made = match attempt.plain_layout {
                true => compile(&world),
                false => self.endless.compile(world, &[template], registry),
            };
            match made {
                Ok(done) => return (Some(done), fault),
                Err(message) => {
                    fault.get_or_insert(message);
                }
            }
        }
        (None, fault)
    }

    fn world(
        &self,
        view: &NotaView,
        template: &Template,
        registry: &Registry,
        attempt: Attempt,
    ) -> Option<ClosedWorld> {
        let mut world = ClosedWorld::new(self.fonts.clone(), Root::Project.file(LAYOUT)?);
        self.fill(&mut world, Root::Project, view, template, registry, attempt);
        Some(world)
    }

    /// Puts a nota and the layout of its template into a world, at this root.
    pub(crate) fn fill(
        &self,
        world: &mut ClosedWorld,
        root: Root,
        view: &NotaView,
        template: &Template,
        registry: &Registry,
        attempt: Attempt,
    ) {
        for (path, text) in shared(registry) {
            self.add_source(world, root, &format!("/{path}"), text);
        }
        let own = template.layout.files.iter();
        let has_entry = template
            .layout
            .files
            .iter()
            .any(|(path, _)| path == "layout.typ");
        if has_entry && !attempt.plain_layout {
            for (path, text) in own {
                self.add_source(world, root, &format!("/sjabloon/{path}"), text);
            }
        } else {
            self.add_source(world, root, LAYOUT, &Arc::from(PLAIN_LAYOUT));
        }
        let mut front = view.voorblad.clone();
        front.logo &= !attempt.without_logo;
        add_json(world, root, "/nota/voorblad.json", &front);
        add_json(world, root, "/nota/maten.json", &view.maten);
        for (index, part) in view.delen.iter().enumerate() {
            add_json(world, root, &format!("/nota/deel-{index}.json"), part);
        }
        if let Some(svg) = &self.style.logo_svg {
            let svg = Bytes::new(Arc::clone(svg));
            add_bytes(world, root, "/huisstijl/logo.svg", svg);
        }
    }

    pub(crate) fn add_source(
        &self,
        world: &mut ClosedWorld,
        root: Root,
        path: &str,
        text: &Arc<str>,
    ) {
        let Some(id) = root.file(path) else { return };
        let mut parsed = self.parsed.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((own, source)) = parsed.get(&id)
            && own == text
        {
            world.source(source.clone());
            return;
        }
        let source = Source::new(id, text.to_string());
        parsed.insert(id, (Arc::clone(text), source.clone()));
        world.source(source);
    }

    pub(crate) fn style(&self) -> &HouseStyle {
        &self.style
    }
}

/// A way to get pages, when an earlier one fails.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Attempt {
    /// The layout of the house style in the place of the template's.
    pub(crate) plain_layout: bool,
    /// The ribbon in the place of the organisation's logo.
    pub(crate) without_logo: bool,
}

const ATTEMPTS: [Attempt; 4] = [
    Attempt {
        plain_layout: false,
        without_logo: false,
    },
    Attempt {
        plain_layout: false,
        without_logo: true,
    },
    Attempt {
        plain_layout: true,
        without_logo: false,
    },
    Attempt {
        plain_layout: true,
        without_logo: true,
    },
];

/// Runs Typst; the first fault for who wrote the layout, with its file, line and
/// column when it has them.
pub(crate) fn compile(world: &ClosedWorld) -> Result<PagedDocument, String> {
    let Warned { output, .. } = typst::compile::<PagedDocument>(world);
    comemo::evict(KEEP_RUNS);
    output.map_err(|errors| {
        let Some(error) = errors.first() else {
            return String::new();
        };
        let place = place(world, error).unwrap_or_default();
        format!("{place}{}", error.message)
    })
}

/// Where a fault is: "sjabloon/layout.typ:3:1: ".
fn place(world: &ClosedWorld, error: &SourceDiagnostic) -> Option<String> {
    let id = match error.span.get() {
        DiagSpanKind::Detached => return None,
        DiagSpanKind::Number { id, .. } | DiagSpanKind::Range { id, .. } => id,
    };
    let range = world.range(error.span)?;
    let source = world.source(id).ok()?;
    let (line, column) = source.lines().byte_to_line_column(range.start)?;
    let path = id.get().vpath().get_without_slash();
    Some(format!("{path}:{}:{}: ", line + 1, column + 1))
}

/// The files that templates share; those of the program when a folder of
/// templates has none.
pub(crate) fn shared(registry: &Registry) -> &[(String, Arc<str>)] {
    match registry.shared() {
        [] => Registry::builtin().shared(),
        own => own,
    }
}

/// Adds a value as JSON. What a layout gets of a nota in a bundle has its number
/// there too.
pub(crate) fn add_json<T: serde::Serialize>(
    world: &mut ClosedWorld,
    root: Root,
    path: &str,
    value: &T,
) {
    let made = match root.number() {
        None => serde_json::to_vec(value),
        Some(number) => serde_json::to_value(value).and_then(|mut value| {
            if let Some(parts) = value.as_object_mut() {
                parts.insert("bundel".to_owned(), format!("{number}").into());
            }
            serde_json::to_vec(&value)
        }),
    };
    if let Ok(bytes) = made {
        add_bytes(world, root, path, Bytes::new(bytes));
    }
}

pub(crate) fn add_bytes(world: &mut ClosedWorld, root: Root, path: &str, bytes: Bytes) {
    if let Some(id) = root.file(path) {
        world.bytes(id, bytes);
    }
}

#[cfg(test)]
mod tests {
    use nota_model::{Block, Body, Section};

    use super::*;

    fn nota(paragraphs: &[&str]) -> Nota {
        Nota {
            sections: vec![Section {
                key: Some("aanleiding".to_owned()),
                title: "Aanleiding".to_owned(),
                level: 2,
                body: Body {
                    blocks: paragraphs
                        .iter()
                        .map(|text| Block::paragraph(*text))
                        .collect(),
                    ..Body::default()
                },
                ..Section::default()
            }],
            ..Nota::default()
        }
    }

    fn with_layout(text: &str) -> Template {
        let mut template = (*Registry::builtin().fallback()).clone();
        template.layout.files = vec![("layout.typ".to_owned(), Arc::from(text))];
        template
    }

    fn typeset(style: HouseStyle, template: &Template) -> Typeset {
        let typesetter = Typesetter::new(Fonts::embedded(), style);
        typesetter.typeset(&nota(&["Tekst."]), template, Registry::builtin())
    }

    #[test]
    fn a_faulty_layout_gives_the_pages_of_the_house_style_and_says_why() {
        for faulty in [
            "#panic()",
            "#import \"weg.typ\": x",
            "#let x = ",
            "#read(\"/etc/passwd\")",
            "#import \"@preview/cetz:0.3.4\": *",
            "#datetime.today()",
        ] {
            let typeset = typeset(HouseStyle::default(), &with_layout(faulty));
            assert_eq!(typeset.page_count(), 1, "{faulty}");
            let fault = typeset.layout_fault.clone().unwrap_or_default();
            assert!(
                fault.starts_with("sjabloon/layout.typ:1:"),
                "{faulty}: {fault}"
            );
            assert!(typeset.pdf().is_ok(), "{faulty}");
        }
    }

    /// Whether something on the first page has the colour of the ribbon.
    fn is_blue_anywhere(typeset: &Typeset) -> bool {
        let page = typeset.page(0).expect("a page");
        let (_, _, colours) = crate::picture::draw(page, 1.0);
        colours.chunks(3).any(|colour| colour == [0x15, 0x42, 0x73])
    }

    #[test]
    fn the_logo_of_an_organisation_is_shown_unless_it_cannot_be_read() {
        let template = Registry::builtin().fallback();
        let page = |svg: Option<&str>| {
            let style = HouseStyle {
                logo_svg: svg.map(|svg| Arc::from(svg.as_bytes())),
                ..HouseStyle::default()
            };
            let typeset = typeset(style, &template);
            assert!(typeset.pdf().is_ok(), "{svg:?}");
            (is_blue_anywhere(&typeset), typeset.layout_fault)
        };
        let logo = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\">\
            <rect width=\"10\" height=\"10\" fill=\"#ff0000\"/></svg>";
        let (ribbon, _) = page(None);
        let (with_logo, fault) = page(Some(logo));
        assert_eq!(fault, None);
        assert!(ribbon && !with_logo);
        let (broken, fault) = page(Some("<svg"));
        assert!(broken && fault.is_some());
    }

    #[test]
    fn an_edit_changes_the_page_that_it_is_on_and_no_other() {
        let typesetter = Typesetter::new(Fonts::embedded(), HouseStyle::default());
        let template = Registry::builtin().fallback();
        let long = "Een zin die lang genoeg is om een paar regels te vullen. ".repeat(12);
        let mut texts = vec![long.as_str(); 12];
        let hashes = |texts: &[&str]| {
            let typeset = typesetter.typeset(&nota(texts), &template, Registry::builtin());
            (0..typeset.page_count())
                .map(|page| typeset.page_hash(page))
                .collect::<Vec<_>>()
        };
        let before = hashes(&texts);
        let edited = long.replacen("lang genoeg", "ruim genoeg", 1);
        texts[11] = &edited;
        let after = hashes(&texts);
        assert!(before.len() > 1);
        let last = before.len() - 1;
        assert_eq!(before[..last], after[..last]);
        assert_ne!(before[last], after[last]);
    }

    #[test]
    fn other_typesetters_give_the_same_bytes() {
        let template = Registry::builtin().fallback();
        let pdf = || {
            typeset(HouseStyle::default(), &template)
                .pdf()
                .expect("a PDF")
        };
        assert!(pdf() == pdf());
    }
}
