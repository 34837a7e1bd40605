//! Text in another language: a screen reader is told which.

use std::collections::BTreeSet;

use lopdf::content::Content;
use lopdf::{Dictionary, Document};
use nota_tests::runner::{Case, Verdict};
use nota_tests::{engine, pdf};

const NOTA: &str = "\
---
sjabloon: jenv/beslisnota
versie: 1
onderwerp: Beslisnota taal
---

## 1. Aanleiding

De commissie schreef: [the **safe** harbour]{lang=\"en\"}, en [de hûs]{lang=\"fy-NL\"}.
";

pub fn cases() -> Vec<Case> {
    vec![
        Case::new("text in another language says which", |_| {
            says(NOTA, &["en", "fy-NL", "nl-NL"])
        }),
        Case::new("a nota in Dutch says no other language", |_| {
            let dutch = NOTA
                .replace("{lang=\"en\"}", "")
                .replace("{lang=\"fy-NL\"}", "");
            says(&dutch, &["nl-NL"])
        }),
    ]
}

fn says(text: &str, wanted: &[&str]) -> Verdict {
    let document = pdf::open(&engine::pdf(text)?)?;
    let found = languages(&document);
    let found: Vec<&str> = found.iter().map(String::as_str).collect();
    if found == wanted {
        return Ok(());
    }
    Err(format!("the PDF says {found:?} instead of {wanted:?}"))
}

/// The languages that the structure and the pages name.
fn languages(document: &Document) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut take = |dict: &Dictionary| {
        if let Ok(Ok(text)) = dict.get(b"Lang").map(|own| own.as_str()) {
            found.insert(String::from_utf8_lossy(text).into_owned());
        }
    };
    for object in document.objects.values() {
        if let Ok(dict) = object.as_dict() {
            take(dict);
        }
    }
    for page in document.page_iter() {
        let content = Content::decode(&document.get_page_content(page));
        for operation in content.map(|own| own.operations).unwrap_or_default() {
            for operand in &operation.operands {
                if let Ok(dict) = operand.as_dict() {
                    take(dict);
                }
            }
        }
    }
    found
}
