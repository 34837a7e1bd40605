//! What only a page of our own says: which text the nota draws by itself, what is
//! withheld, which field a text is of, and the language that it is in.

use super::Walker;
use crate::own;
use crate::refusal::Refusal;
use crate::runs::Look;

impl Walker<'_> {
    /// Whether an element holds what the nota writes by itself.
    pub(super) fn is_drawn(&self, id: usize) -> bool {
        let node = self.page.node(id);
        let is_ours = self.source.template.is_some();
        match node.name.as_str() {
            // What is said to who hears the page: the table says it.
            "caption" => node.has_class("nota-verborgen"),
            // Above the footnotes.
            "h2" => is_ours && node.attr("id") == Some("noten"),
            _ if node.has_class("nota-interne-lijn") => own::is_cut(&self.page.all_text(id)),
            // The visible mark of what is withheld.
            _ => node.has_class("nota-grond") && self.runs.ends_withheld(),
        }
    }

    /// From here on it may be the value of a field.
    pub(super) fn begin_field(&mut self, id: usize) {
        let node = self.page.node(id);
        if node.name == "span"
            && let Some(field) = node.attr("data-veld")
        {
            self.runs.begin_field(field);
        }
    }

    /// The look with the language that an element says.
    pub(super) fn with_language(&self, id: usize, look: Look) -> Look {
        let node = self.page.node(id);
        let is_ours = self.source.template.is_some() && node.name == "span";
        match node.attr("lang").filter(|_| is_ours) {
            Some(code) => Look {
                language: own::language(code),
                ..look
            },
            None => look,
        }
    }

    /// Withheld blocks of a page of our own, with the line that names their
    /// ground.
    pub(super) fn withheld(&mut self, id: usize, look: &Look) -> Result<(), Refusal> {
        self.flush()?;
        let page = self.page;
        let mut line = String::new();
        let mut inner = Vec::new();
        for child in &page.node(id).children {
            if page.node(*child).has_class("nota-lakgrond") {
                line = self.leave_out(*child);
            } else {
                inner.extend(self.gathered(|walker| walker.node(*child, look))?);
            }
        }
        if line.is_empty() {
            let grond = page.node(id).attr("data-grond").unwrap_or_default();
            line = format!(": {grond}");
        }
        let piece = own::block(inner, &line, &mut self.source);
        self.emit(piece.content)
    }
}
