//! Footnotes in the order in which they are read, whatever their labels were.

use std::collections::HashMap;

use nota_model::{Block, BlockKind, Inline, Nota, Note, NoteSource, Origin, Run};

/// Hands out the numbers of footnotes and, afterwards, their texts.
pub struct Numbers<'a> {
    /// All footnotes, in the order of the file.
    notes: Vec<&'a Note>,
    /// Where each label stands in `notes`; of two with one label the first.
    by_label: HashMap<&'a str, usize>,
    /// The number of each footnote, from 1.
    numbers: Vec<Option<usize>>,
    /// The footnotes in the order of their numbers.
    queue: Vec<usize>,
    /// How many texts were handed out.
    printed: usize,
    /// The first footnote that may still be without number.
    unread: usize,
}

impl<'a> Numbers<'a> {
    /// The footnotes of this nota.
    pub fn new(nota: &'a Nota) -> Self {
        let notes: Vec<&Note> = nota.notes().collect();
        let mut by_label = HashMap::new();
        for (index, note) in notes.iter().enumerate() {
            by_label.entry(note.label.as_str()).or_insert(index);
        }
        Self {
            numbers: vec![None; notes.len()],
            notes,
            by_label,
            queue: Vec::new(),
            printed: 0,
            unread: 0,
        }
    }

    /// The blocks with numbers for labels. A reference to a footnote that is
    /// not there becomes the text that stood in the file.
    pub fn renumber(&mut self, blocks: &[Block]) -> Vec<Block> {
        let mut blocks = blocks.to_vec();
        self.renumber_all(&mut blocks);
        blocks
    }

    fn renumber_all(&mut self, blocks: &mut [Block]) {
        for block in blocks {
            match &mut block.kind {
                BlockKind::Paragraph { inlines } | BlockKind::Heading { inlines, .. } => {
                    self.renumber_runs(inlines);
                }
                BlockKind::List { items, .. } => {
                    for item in items {
                        self.renumber_all(&mut item.blocks);
                    }
                }
                BlockKind::Table(table) => {
                    for cell in table.head.iter_mut().chain(table.rows.iter_mut().flatten()) {
                        self.renumber_runs(&mut cell.inlines);
                    }
                }
                BlockKind::Quote { blocks } | BlockKind::Lak { blocks, .. } => {
                    self.renumber_all(blocks);
                }
            }
        }
    }

    fn renumber_runs(&mut self, inlines: &mut [Inline]) {
        for inline in inlines {
            if let Run::Note { label } = &inline.run {
                inline.run = match self.number(label) {
                    Some(number) => Run::Note {
                        label: number.to_string(),
                    },
                    None => Run::Text {
                        text: format!("[^{label}]"),
                    },
                };
            }
        }
    }

    fn number(&mut self, label: &str) -> Option<usize> {
        let index = *self.by_label.get(label)?;
        self.assign(index)
    }

    fn assign(&mut self, index: usize) -> Option<usize> {
        let number = self.numbers.get_mut(index)?;
        if number.is_none() {
            self.queue.push(index);
            *number = Some(self.queue.len());
        }
        *number
    }

    /// The next footnote that was not printed, with its number for a label. A
    /// text that refers to other footnotes gives them the numbers that follow.
    /// Footnotes that nothing refers to come last, so that no text is lost.
    pub fn next_note(&mut self) -> Option<Note> {
        while self.printed == self.queue.len() && self.unread < self.notes.len() {
            self.assign(self.unread);
            self.unread += 1;
        }
        let note = *self.notes.get(*self.queue.get(self.printed)?)?;
        self.printed += 1;
        Some(Note {
            label: self.printed.to_string(),
            blocks: self.renumber(&note.blocks),
            source: NoteSource::Edited,
            origin: Origin::none(),
        })
    }
}
