//! Remarks in the margin: who said what about which text, with the answers.

use std::collections::HashMap;

use crate::source::Comment;
use crate::xml::{Element, Ns, Tree};

/// How many remarks may be open over one text.
const MAX_OPEN: usize = 50;

#[derive(Debug, Default)]
struct Known {
    comment: Comment,
    /// The id of its last paragraph, by which answers name it.
    paragraph: String,
    /// Where its text begins and ends, in characters.
    range: Option<(usize, usize)>,
}

/// The remarks of a document.
#[derive(Debug, Default)]
pub(crate) struct Comments {
    ids: Vec<String>,
    known: HashMap<String, Known>,
    /// By paragraph: the paragraph that it answers, and whether it is done.
    extended: HashMap<String, (Option<String>, bool)>,
    has_extended: bool,
    open: Vec<(String, usize, String)>,
    /// How many characters were read.
    at: usize,
}

impl Comments {
    /// The remarks of these parts.
    pub(crate) fn new(part: &Option<Tree>, extended: &Option<Tree>) -> Self {
        let mut own = Self {
            has_extended: extended.is_some(),
            ..Self::default()
        };
        let elements = part.iter().flat_map(|tree| tree.root().elements());
        for element in elements.filter(|element| element.is(Ns::W, "comment")) {
            own.add(element);
        }
        let elements = extended.iter().flat_map(|tree| tree.root().elements());
        for element in elements {
            let attr = |local| element.attr(Ns::W14, local);
            if let Some(paragraph) = attr("paraId") {
                let parent = attr("paraIdParent").map(str::to_owned);
                let done = matches!(attr("done"), Some("1" | "true"));
                own.extended.insert(paragraph.to_owned(), (parent, done));
            }
        }
        own
    }

    fn add(&mut self, element: Element<'_>) {
        let Some(id) = element.w("id") else { return };
        let mut lines: Vec<String> = Vec::new();
        let mut paragraph = String::new();
        element.walk(&mut |own| {
            match own.name() {
                (Ns::W, "p") => {
                    lines.push(String::new());
                    own.attr(Ns::W14, "paraId")
                        .unwrap_or_default()
                        .clone_into(&mut paragraph);
                }
                (Ns::W, "t") => {
                    if let Some(last) = lines.last_mut() {
                        last.push_str(&own.all_text());
                    }
                }
                _ => {}
            }
            true
        });
        lines.retain(|line| !line.trim().is_empty());
        let comment = Comment {
            author: element.w("author").unwrap_or_default().to_owned(),
            date: element.w("date").unwrap_or_default().to_owned(),
            text: lines.join("\n"),
            ..Comment::default()
        };
        self.ids.push(id.to_owned());
        self.known.insert(
            id.to_owned(),
            Known {
                comment,
                paragraph,
                range: None,
            },
        );
    }

    /// The text of a remark begins.
    pub(crate) fn begin(&mut self, id: &str) {
        if self.open.len() < MAX_OPEN {
            self.open.push((id.to_owned(), self.at, String::new()));
        }
    }

    /// Text was read.
    pub(crate) fn say(&mut self, text: &str) {
        self.at += text.len();
        for (_, _, quote) in &mut self.open {
            quote.push_str(text);
        }
    }

    /// The text of a remark ends.
    pub(crate) fn end(&mut self, id: &str) {
        let Some(at) = self.open.iter().position(|own| own.0 == id) else {
            return;
        };
        let (id, from, quote) = self.open.remove(at);
        if let Some(own) = self.known.get_mut(&id) {
            own.comment.quote = quote.trim().to_owned();
            own.range = Some((from, self.at));
        }
    }

    /// The remarks with their answers, in the order of the part.
    pub(crate) fn threads(mut self) -> Vec<Comment> {
        let open: Vec<String> = self.open.iter().map(|own| own.0.clone()).collect();
        open.iter().for_each(|id| self.end(id));
        let parents: HashMap<String, String> = self
            .ids
            .iter()
            .filter_map(|id| Some((id.clone(), self.parent(id)?)))
            .collect();
        let mut roots: Vec<(String, Comment)> = Vec::new();
        for id in &self.ids {
            let Some(own) = self.known.get(id) else {
                continue;
            };
            let mut comment = own.comment.clone();
            comment.done = self
                .extended
                .get(&own.paragraph)
                .is_some_and(|(_, done)| *done);
            // An answer to an answer belongs to the same conversation.
            let mut root = id;
            for _ in 0..8 {
                root = parents.get(root).unwrap_or(root);
            }
            let parent = roots.iter_mut().find(|(own, _)| own == root && root != id);
            match parent {
                Some((_, parent)) => parent.replies.push(comment),
                None => roots.push((id.clone(), comment)),
            }
        }
        roots.into_iter().map(|(_, comment)| comment).collect()
    }

    /// The remark that this one answers.
    fn parent(&self, id: &str) -> Option<String> {
        let own = self.known.get(id)?;
        if self.has_extended {
            let parent = self.extended.get(&own.paragraph)?.0.as_ref()?;
            let found = self.ids.iter().find(|other| {
                let other = self.known.get(*other);
                other.is_some_and(|other| other.paragraph == *parent)
            });
            return found.cloned();
        }
        // Without the part that says it: answers have exactly the same text.
        let range = own.range.filter(|range| range.0 < range.1)?;
        let first = self.ids.iter().find(|other| {
            let other = self.known.get(*other);
            other.and_then(|other| other.range) == Some(range)
        })?;
        (first != id).then(|| first.clone())
    }
}
