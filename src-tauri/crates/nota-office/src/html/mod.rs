//! The page of the web: one file without script and without anything from
//! elsewhere, that says by its elements what each part is.

mod body;
mod front;
mod runs;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use nota_sheet::Sheet;
use sha2::{Digest, Sha256};

use crate::dress::Dress;
use crate::xml::Xml;
use body::Page;

/// How the page looks, on the screen and on paper.
const STYLE: &str = include_str!("style.css");

/// The longest title of a window or tab, in characters; the whole of it stands
/// on the page.
const LONGEST_TITLE: usize = 70;

/// The page of the web (HTML) of a sheet.
pub fn html(sheet: &Sheet<'_>, dress: &Dress) -> Vec<u8> {
    let mut page = Page::new(sheet, dress);
    let mut xml = Xml::page();
    xml.element("html", &[("lang", &"nl")], |xml| {
        xml.newline();
        xml.element("head", &[], |xml| head(xml, sheet, dress));
        xml.newline();
        xml.element("body", &[], |xml| {
            xml.newline();
            xml.element("header", &[], |xml| page.header(xml));
            xml.newline();
            xml.element("main", &[], |xml| page.main(xml));
            xml.newline();
        });
        xml.newline();
    });
    xml.newline();
    xml.into_bytes()
}

fn head(xml: &mut Xml, sheet: &Sheet<'_>, dress: &Dress) {
    let letterhead = &sheet.letterhead;
    let hash = BASE64_STANDARD.encode(Sha256::digest(STYLE));
    let images = if dress.logo.is_some() {
        "; img-src data:"
    } else {
        ""
    };
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{hash}'{images}; base-uri 'none'; form-action 'none'"
    );
    xml.newline();
    xml.void("meta", &[("charset", &"utf-8")]);
    xml.newline();
    xml.void(
        "meta",
        &[
            ("http-equiv", &"Content-Security-Policy"),
            ("content", &policy),
        ],
    );
    xml.newline();
    let mut named = vec![("viewport", "width=device-width, initial-scale=1".to_owned())];
    if !letterhead.author.is_empty() {
        named.push(("author", letterhead.author.to_string()));
    }
    if let Some(date) = letterhead.date {
        named.push(("dcterms.date", date.format("%Y-%m-%d").to_string()));
    }
    named.push(("nota-sjabloon", dress.template.clone()));
    for (name, content) in named {
        xml.void("meta", &[("name", &name), ("content", &content)]);
        xml.newline();
    }
    xml.line("title", &[], &short(&letterhead.title.text()));
    xml.newline();
    xml.element("style", &[], |xml| xml.raw(STYLE));
    xml.newline();
}

/// A title that fits a tab: it ends after a whole word.
fn short(title: &str) -> String {
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    if title.chars().count() <= LONGEST_TITLE {
        return title;
    }
    let start: String = title.chars().take(LONGEST_TITLE - 1).collect();
    let whole = start.rfind(' ').map_or(&*start, |end| &start[..end]);
    format!("{}…", whole.trim_end_matches([',', ';', ':', '.', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_title_ends_after_a_whole_word() {
        assert_eq!(short(" Nota  over x "), "Nota over x");
        let long = "Beslisnota Kamerbrief Nationale Samenwerking tegen Ondermijnende Criminaliteit";
        assert_eq!(
            short(long),
            "Beslisnota Kamerbrief Nationale Samenwerking tegen Ondermijnende…"
        );
        assert_eq!(short(&"é".repeat(90)).chars().count(), 70);
    }
}
