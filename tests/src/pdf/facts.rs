//! What veraPDF does not see: header cells, bookmarks, the title in the
//! window's bar, the order of the tab key, the reading order.

use lopdf::{Dictionary, Document, Object};
use nota_model::Nota;

use super::{Node, dict_in, entry, name_in, structure, text_in};
use crate::engine::{as_printed, visible_words, words};

/// Everything that is wrong with the PDF of a nota; nothing when it is good.
pub fn faults(document: &Document, nota: &Nota) -> Vec<String> {
    let mut faults = Vec::new();
    let mut demand = |holds: bool, fault: String| {
        if !holds {
            faults.push(fault);
        }
    };
    let Ok(catalog) = document.catalog() else {
        return vec!["the PDF has no catalogue".to_owned()];
    };
    let preferences = dict_in(document, catalog, "ViewerPreferences");
    let shows_title = preferences
        .and_then(|preferences| entry(document, preferences, "DisplayDocTitle"))
        .is_some_and(|value| matches!(value, Object::Boolean(true)));
    demand(
        shows_title,
        "the window would not show the title".to_owned(),
    );
    let language = text_in(document, catalog, "Lang");
    demand(
        language.as_deref() == Some("nl-NL"),
        format!("the language is {language:?}"),
    );
    for (number, page) in document.get_pages() {
        let tabs = document
            .get_dictionary(page)
            .ok()
            .and_then(|page| name_in(document, page, "Tabs"));
        demand(
            tabs.as_deref() == Some("S"),
            format!("the tab key follows {tabs:?} on page {number}"),
        );
    }
    let titles = bookmarks(document);
    for section in &nota.sections {
        let title = squeeze(&section.title);
        demand(
            titles.iter().any(|own| squeeze(own).ends_with(&title)),
            format!("no bookmark leads to {:?}", section.title),
        );
    }
    match structure(document) {
        None => faults.push("the PDF has no tags".to_owned()),
        Some(tree) => {
            faults.extend(tables(&tree));
            faults.extend(reading_order(&tree, nota));
        }
    }
    faults
}

/// The titles of the bookmarks, parts after their whole.
pub fn bookmarks(document: &Document) -> Vec<String> {
    let mut titles = Vec::new();
    let outlines = document
        .catalog()
        .ok()
        .and_then(|catalog| dict_in(document, catalog, "Outlines"));
    if let Some(outlines) = outlines {
        collect(document, outlines, &mut titles);
    }
    titles
}

fn collect(document: &Document, parent: &Dictionary, titles: &mut Vec<String>) {
    let mut next = dict_in(document, parent, "First");
    while let Some(item) = next {
        titles.push(text_in(document, item, "Title").unwrap_or_default());
        collect(document, item, titles);
        next = dict_in(document, item, "Next");
    }
}

/// Tables without header cells: neither is the first row that of heads of
/// columns, nor has each row a head of its own.
fn tables(tree: &Node) -> Vec<String> {
    let is_head = |cell: &Node, scope: &str| {
        cell.tag == "TH" && cell.properties.iter().any(|own| own == scope)
    };
    let has_heads = |table: &Node| {
        let rows = table.all("TR");
        let columns = rows.first().is_some_and(|row| {
            !row.kids.is_empty() && row.kids.iter().all(|cell| is_head(cell, "Scope=Column"))
        });
        let mut first_cells = rows.iter().map(|row| row.kids.first());
        let own = first_cells.all(|cell| cell.is_some_and(|cell| is_head(cell, "Scope=Row")));
        columns || (own && !rows.is_empty())
    };
    tree.all("Table")
        .iter()
        .filter(|table| !has_heads(table))
        .map(|table| format!("a table without header cells: {:?}", table.full_text(" ")))
        .collect()
}

/// The words of the sections must stand in the tree in the order of the
/// model. Footnotes stand where they are referred to.
fn reading_order(tree: &Node, nota: &Nota) -> Option<String> {
    let read = squeeze(&tree.full_text(" "));
    let mut from = 0;
    for site in as_printed(nota).texts() {
        if site.place.note.is_some() {
            continue;
        }
        for word in words(&site).iter().map(|word| squeeze(word)) {
            let Some(at) = read.get(from..)?.find(&word) else {
                return Some(format!(
                    "{word:?} of {:?} is not read, or not in its place",
                    site.text
                ));
            };
            from += at + word.len();
        }
    }
    let missing = visible_words(nota)
        .into_iter()
        .find(|word| !read.contains(&squeeze(word)));
    missing.map(|word| format!("{word:?} is not read"))
}

/// Without spaces and places to break, which are the typesetter's to put in.
fn squeeze(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !nota_model::is_ignorable(*c))
        .collect()
}
