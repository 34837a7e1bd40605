//! What holds for every text and every nota.

use nota_model::{Block, BlockKind, Nota, Origin, Span};
use nota_template::Registry;
use proptest::prelude::*;

use crate::testing::{notas, texts};
use crate::{normalize, parse, print};

fn read(text: &str) -> Nota {
    parse(text, Registry::builtin()).nota
}

/// Failures become named cases in `cases.rs`, not files of seeds.
fn config() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_text_is_written_back_byte_for_byte(text in texts()) {
        prop_assert_eq!(print(&read(&text)), text);
    }

    #[test]
    fn what_is_read_is_in_its_normal_form(text in texts()) {
        let nota = read(&text);
        let mut bare = nota.clone();
        bare.front.opening = None;
        bare.front.closing = None;
        for field in &mut bare.front.fields {
            field.source = None;
        }
        bare.preamble.source = None;
        for section in &mut bare.sections {
            section.body.source = None;
        }
        let bodies = std::iter::once(&mut bare.preamble)
            .chain(bare.sections.iter_mut().map(|section| &mut section.body));
        for note in bodies.flat_map(|body| &mut body.notes) {
            note.source = nota_model::NoteSource::Edited;
        }
        let normal = normalize(&nota);
        bare.style = normal.style;
        bare.front.unreadable.clone_from(&normal.front.unreadable);
        prop_assert_eq!(bare, normal);
    }

    #[test]
    fn a_nota_that_is_printed_reads_the_same(nota in notas()) {
        let text = print(&nota);
        prop_assert_eq!(normalize(&read(&text)), nota, "{}", text);
    }

    #[test]
    fn printing_anew_is_a_fixed_point(text in texts()) {
        let anew = print(&normalize(&read(&text)));
        let again = normalize(&read(&anew));
        prop_assert_eq!(print(&again), anew);
    }

    #[test]
    fn an_edited_section_leaves_the_others_as_they_read(
        text in texts(),
        edited in any::<proptest::sample::Index>(),
        other in notas(),
    ) {
        let mut nota = read(&text);
        if nota.front.unreadable.is_some() {
            // A front matter that was not closed is closed then.
            return Ok(());
        }
        let index = edited.index(nota.sections.len() + 1);
        let body = match index.checked_sub(1) {
            Some(index) => &mut nota.sections[index].body,
            None => &mut nota.preamble,
        };
        body.blocks = other.preamble.blocks;
        body.touch();
        let mut found = normalize(&read(&print(&nota)));
        let mut wanted = normalize(&nota);
        found.style = wanted.style;
        // Text that is a heading to another reader may be one to the template.
        prop_assume!(found.sections.len() == wanted.sections.len());
        for (found, wanted) in found.sections.iter_mut().zip(&mut wanted.sections) {
            found.key.clone_from(&wanted.key);
        }
        prop_assert_eq!(found, wanted);
    }

    #[test]
    fn every_place_lies_inside_the_text(text in texts()) {
        let parsed = parse(&text, Registry::builtin());
        let inside = |span: Span| text.get(span.range()).is_some();
        for site in parsed.nota.texts().iter().chain(&parsed.nota.field_texts()) {
            prop_assert!(site.place.span.is_none_or(inside), "{:?}", site);
            for (start, c) in site.text.char_indices() {
                let place = site.part(start..start + c.len_utf8());
                prop_assert!(place.span.is_none_or(inside), "{:?}", place);
            }
        }
        for (_, body) in parsed.nota.bodies() {
            prop_assert!(spans(&body.blocks).into_iter().all(inside));
            for note in &body.notes {
                prop_assert!(note.origin.span().is_none_or(inside));
                prop_assert!(spans(&note.blocks).into_iter().all(inside));
            }
        }
        for finding in &parsed.findings {
            prop_assert!(finding.place.span.is_none_or(inside), "{:?}", finding);
        }
    }
}

fn spans(blocks: &[Block]) -> Vec<Span> {
    let mut out = Vec::new();
    for block in blocks {
        out.extend(block.origin.span());
        let inner = |origin: &Origin| origin.span();
        match &block.kind {
            BlockKind::Paragraph { inlines } | BlockKind::Heading { inlines, .. } => {
                out.extend(inlines.iter().filter_map(|inline| inner(&inline.origin)));
            }
            BlockKind::List { items, .. } => {
                out.extend(items.iter().flat_map(|item| spans(&item.blocks)));
            }
            BlockKind::Table(table) => {
                let cells = table.head.iter().chain(table.rows.iter().flatten());
                let inlines = cells.flat_map(|cell| &cell.inlines);
                out.extend(inlines.filter_map(|inline| inner(&inline.origin)));
            }
            BlockKind::Quote { blocks } | BlockKind::Lak { blocks, .. } => {
                out.extend(spans(blocks));
            }
        }
    }
    out
}
