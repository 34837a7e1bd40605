//! Counts the characters of a document, apart from the reading: every text of
//! every paragraph, but what was deleted, remarks, and the numbers of notes.

use crate::xml::{Child, Element, Ns};

/// Adds the characters of an element.
pub(super) fn add(own: Element<'_>, out: &mut String) {
    count(own, false, out);
}

fn count(own: Element<'_>, in_text: bool, out: &mut String) {
    let skip = matches!(
        own.name(),
        (
            Ns::Text,
            "tracked-changes"
                | "note-citation"
                | "sequence-decls"
                | "variable-decls"
                | "user-field-decls"
                | "ruby-text-style"
        ) | (Ns::Office, "annotation" | "forms" | "binary-data")
            | (Ns::Svg | Ns::Table, "title" | "desc")
    );
    if skip {
        return;
    }
    let is_paragraph = matches!(own.name(), (Ns::Text, "p" | "h"));
    for child in own.children() {
        match child {
            Child::Text(text) if in_text || is_paragraph => out.push_str(text),
            Child::Text(_) => {}
            Child::Element(child) => count(child, in_text || is_paragraph, out),
        }
    }
    if is_paragraph {
        out.push('\n');
    }
}
