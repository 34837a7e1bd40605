//! Fields: an instruction and the text that it gave. Only the text is read.

/// Which notes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoteKind {
    /// At the foot of the page.
    Foot,
    /// At the end.
    End,
}

/// A field that is open.
#[derive(Debug, Clone, Default)]
struct Field {
    instruction: String,
    /// Whether its text has begun.
    is_result: bool,
}

/// The fields that are open, the innermost last.
#[derive(Debug, Default)]
pub(crate) struct Fields(Vec<Field>);

impl Fields {
    /// `w:fldChar`.
    pub(crate) fn mark(&mut self, kind: &str) {
        match kind {
            "begin" => self.0.push(Field::default()),
            "separate" => {
                if let Some(last) = self.0.last_mut() {
                    last.is_result = true;
                }
            }
            "end" => {
                self.0.pop();
            }
            _ => {}
        }
    }

    /// A piece of an instruction.
    pub(crate) fn instruct(&mut self, text: &str) {
        if let Some(last) = self.0.last_mut()
            && last.instruction.len() < 2_000
        {
            last.instruction.push_str(text);
        }
    }

    /// Forgets those that were never closed.
    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }

    /// Whether text here belongs to an instruction.
    pub(crate) fn in_instruction(&self) -> bool {
        self.0.iter().any(|own| !own.is_result)
    }

    /// The address of the link that text here is in.
    pub(crate) fn href(&self) -> Option<String> {
        let open = self.0.iter().rev();
        open.filter(|own| own.is_result)
            .find_map(|own| href(&own.instruction))
    }

    /// Whether text here is the number of a page.
    pub(crate) fn is_page(&self) -> bool {
        self.0
            .iter()
            .any(|own| own.is_result && is_page(&own.instruction))
    }
}

/// Whether an instruction gives the number of a page or of all pages.
pub(crate) fn is_page(instruction: &str) -> bool {
    let word = instruction.split_whitespace().next().unwrap_or_default();
    matches!(
        word.to_ascii_uppercase().as_str(),
        "PAGE" | "NUMPAGES" | "SECTIONPAGES"
    )
}

/// The address in `HYPERLINK "..."`.
pub(crate) fn href(instruction: &str) -> Option<String> {
    let rest = instruction.trim();
    let word = rest.get(..9)?;
    if !word.eq_ignore_ascii_case("HYPERLINK") {
        return None;
    }
    let rest = rest.get(9..)?.trim_start();
    let address = match rest.strip_prefix('"') {
        Some(rest) => rest.split('"').next()?,
        None => rest.split_whitespace().next()?,
    };
    (!address.starts_with('\\') && !address.is_empty()).then(|| address.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_of_a_link_is_in_its_instruction() {
        let known = href(" HYPERLINK \"https://voorbeeld.nl\" \\o \"tip\" ");
        assert_eq!(known.as_deref(), Some("https://voorbeeld.nl"));
        assert_eq!(href("HYPERLINK \\l \"_Toc1\""), None);
        assert_eq!(href("DATE \\@ \"d MMMM\""), None);
    }

    #[test]
    fn a_field_in_an_instruction_is_instruction() {
        let mut fields = Fields::default();
        for kind in ["begin", "begin", "separate"] {
            fields.mark(kind);
        }
        assert!(fields.in_instruction());
        fields.mark("end");
        fields.mark("separate");
        assert!(!fields.in_instruction());
    }
}
