//! Notas of a wanted length, for the measurements.

use nota_markdown::Parsed;
use nota_model::{Block, BlockKind, Change, Inline, Item, SectionRef};

use crate::engine;

/// Sentences of some fifteen words, as notas have them.
const SENTENCES: [&str; 5] = [
    "Met deze maatregel krijgt de aanpak van ondermijnende criminaliteit een vaste plaats in de regio.",
    "De samenwerkende partners hebben in het voorjaar ingestemd met de voorgestelde verdeling van de middelen.",
    "Uit de evaluatie blijkt dat de uitvoering sneller verloopt wanneer gemeenten vroeg zijn aangesloten.",
    "De kosten blijven binnen de begroting van het ministerie en leiden niet tot een nieuwe claim.",
    "Over de gevolgen voor de uitvoering is overleg gevoerd met de politie en het Openbaar Ministerie.",
];

/// The example nota with so many paragraphs and lists in its Kernpunten that
/// it has about this number of pages.
///
/// # Panics
///
/// When the example of the first template has no section Kernpunten.
pub fn with_pages(pages: usize) -> Parsed {
    let mut parsed = engine::read(&engine::REGISTRY.fallback().voorbeeld);
    // The example itself is two pages; a page holds some five of the blocks.
    let blocks = (0..pages.saturating_sub(2) * 5).map(block).collect();
    if pages > 2 {
        let change = Change::SetBody {
            section: SectionRef::Key("kernpunten".to_owned()),
            blocks,
        };
        let longer = parsed.nota.apply(&change);
        parsed.nota = longer.expect("the example has Kernpunten");
    }
    parsed
}

/// No two blocks are the same: the typesetter would remember the first.
fn block(index: usize) -> Block {
    if index % 7 == 6 {
        let item = |number: usize| Item {
            blocks: vec![Block::paragraph(format!(
                "Punt {index}.{number}: {}",
                SENTENCES[number]
            ))],
        };
        return Block::new(BlockKind::List {
            ordered: false,
            start: 1,
            items: (0..4).map(item).collect(),
        });
    }
    let mut text = format!("Onderdeel {index}. ");
    for sentence in 0..6 {
        text.push_str(SENTENCES[(index + sentence) % SENTENCES.len()]);
        text.push(' ');
    }
    Block::new(BlockKind::Paragraph {
        inlines: vec![Inline::text(text.trim_end())],
    })
}
