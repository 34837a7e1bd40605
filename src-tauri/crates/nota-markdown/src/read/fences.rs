//! Withheld blocks between fences: `::: {.lak grond="5.1.2e"}` and `:::`.

use std::collections::HashMap;

use nota_model::{Block, BlockKind, Origin};
use pulldown_cmark::Event;

use super::blocks::Reader;
use super::literal;
use super::mask::Fence;

impl<'a> Reader<'a> {
    /// The fence that a node is.
    pub fn fence(&self, node: usize) -> Option<&'a Fence> {
        let (Event::Rule, range) = self.events.at(node)? else {
            return None;
        };
        let index = self
            .fences
            .binary_search_by_key(&range.start, |fence| fence.range.start);
        self.fences.get(index.ok()?)
    }

    /// The positions of fences in `nodes` with those of the fences that close
    /// them. A fence inside does not count by itself, only with its own end.
    pub fn fence_pairs(&self, nodes: &[usize]) -> HashMap<usize, usize> {
        let mut pairs = HashMap::new();
        let mut open = Vec::new();
        for (index, node) in nodes.iter().enumerate() {
            match self.fence(*node) {
                Some(Fence { opens: Some(_), .. }) => open.push(index),
                Some(_) => {
                    pairs.extend(open.pop().map(|open| (open, index)));
                }
                None => {}
            }
        }
        pairs
    }

    /// Withheld blocks between two fences.
    pub fn lak(&mut self, open: usize, inner: &[usize], close: Option<&usize>) -> Option<Block> {
        let fence = self.fence(open)?;
        let attributes = fence.opens.as_ref()?;
        let end = close.and_then(|close| self.fence(*close));
        let end = end.map_or(fence.range.end, |end| end.range.end);
        if attributes.extra {
            self.unsupported("extra kenmerken bij een lakking", fence.range.clone());
        }
        self.take(1);
        self.depth += 1;
        self.lak = Some(attributes.grond.clone());
        let mut blocks = Vec::new();
        for node in inner {
            if self.is_full() {
                let from = self.line_of(*node);
                let until = close.map_or(end, |close| self.line_of(*close));
                self.stop(from);
                blocks.push(literal::paragraph(self.text, from..until));
                break;
            }
            self.place.path.truncate(1);
            self.place.path.push(blocks.len());
            blocks.extend(self.block(*node));
        }
        self.depth -= 1;
        self.lak = None;
        Some(Block {
            kind: BlockKind::Lak {
                grond: attributes.grond.clone(),
                blocks,
            },
            origin: Origin::at(fence.range.start..end),
        })
    }
}
