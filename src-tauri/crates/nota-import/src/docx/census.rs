//! Counts the characters of a part, apart from the reading: every text of
//! every run, but what was deleted and the second of two alternatives.

use crate::xml::{Child, Element, Ns};

/// Adds the characters of a part.
pub(crate) fn add(own: Element<'_>, out: &mut String) {
    let has_choice = own.is(Ns::Mc, "AlternateContent") && own.child(Ns::Mc, "Choice").is_some();
    let mut taken = false;
    for child in own.children() {
        let Child::Element(child) = child else {
            continue;
        };
        match child.name() {
            (Ns::W, "del" | "moveFrom" | "pPr" | "rPr" | "instrText" | "delText") => {}
            (Ns::Mc, "Fallback") if has_choice => {}
            (Ns::Mc, "Choice") if taken => {}
            (Ns::Mc, "Choice") => {
                taken = true;
                add(child, out);
            }
            (Ns::W | Ns::M | Ns::A, "t") => out.push_str(&child.all_text()),
            (Ns::W, "p") | (Ns::A, "p") => {
                add(child, out);
                out.push('\n');
            }
            _ => add(child, out),
        }
    }
}
