//! What may stand in a public file: the public nota, what the template and
//! the layouts add to it, and the words of the file formats themselves.

use std::collections::HashSet;
use std::sync::LazyLock;

use nota_model::dutch::MONTHS;
use nota_model::{Mark, Nota, Run, Section, gronden};
use nota_template::Template;

/// What the layouts and exports add to every nota.
const CHROME: &[&str] = &[
    "Pagina van",
    "Datum/eindparaaf",
    "Datum/paraaf",
    "Bijlagen",
    "Volgnummer Naam Informatie",
    "Gegeven Inhoud",
    "Adres",
    "Paraaf",
    "Aan",
    "Nota",
    "Beslisnota",
    "Ministerie van",
    "Voetnoot",
    "Note 1",
    "Tabel met",
    "Datum en paraaf",
    "Parafen",
    "Voetnoten",
    "Terug naar verwijzing",
    "Logo",
    "Lint",
];

/// Words of the file formats, a line each: names of the PDF and XMP standards
/// and of the programs and fonts that a public file is made with.
const VOCABULARY: &str = include_str!("vocabulary.txt");

static WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let lines = VOCABULARY.lines().filter(|line| !line.starts_with('#'));
    lines.collect()
});

/// The same in small letters, as readers of markup give names.
static SMALL: LazyLock<HashSet<String>> =
    LazyLock::new(|| WORDS.iter().map(|word| word.to_lowercase()).collect());

/// Whether a word of a file is one of the file formats, as it is written.
pub(crate) fn is_format_word(word: &str) -> bool {
    WORDS.contains(word)
}

/// Whether a word in small letters is one of the file formats.
pub(crate) fn is_small_format_word(word: &str) -> bool {
    SMALL.contains(word)
}

/// The texts that may be read, each by itself.
pub(super) fn texts(public: &Nota, template: &Template) -> Vec<String> {
    let mut out: Vec<String> = CHROME.iter().map(|text| (*text).to_owned()).collect();
    out.extend(gronden().iter().map(|grond| grond.placeholder()));
    out.push(nota_model::NIET_OPENBAAR.to_owned());
    for site in public.field_texts() {
        out.extend(in_words(&site.text));
        out.push(site.text);
    }
    for section in &public.sections {
        out.push(section.heading_text());
        out.extend(template_heading(section, template));
    }
    for site in public.texts() {
        for inline in site.inlines {
            for mark in &inline.marks {
                if let Mark::Link { href } = mark {
                    out.push(href.clone());
                }
            }
            // A word that is set in two ways is two words to a reader of the
            // file, so each run counts by itself as well.
            if let Run::Text { text } = &inline.run {
                out.push(text.clone());
            }
        }
        out.push(site.text);
    }
    out.extend(of_template(template));
    out
}

/// The heading as it is printed, with the number of the template.
fn template_heading(section: &Section, template: &Template) -> Option<String> {
    let spec = template.sectie(section.key.as_deref()?)?;
    Some(format!("{} {}", spec.printed_number()?, section.title))
}

/// A date as it is printed: "15 maart 2024" for `2024-03-15`.
fn in_words(text: &str) -> Option<String> {
    let mut parts = text.trim().split('-');
    let year = parts.next()?;
    let month: usize = parts.next()?.parse().ok()?;
    let day: u32 = parts.next()?.parse().ok()?;
    let name = MONTHS.get(month.checked_sub(1)?)?;
    Some(format!("{day} {name} {year}"))
}

fn of_template(template: &Template) -> Vec<String> {
    let mut out = vec![
        template.naam.clone(),
        template.ministerie.clone(),
        template.documentwoord.clone(),
        template.adres.web.clone(),
    ];
    out.extend(template.adres.regels.iter().cloned());
    out.push(template.adres.regels.join(" "));
    for veld in &template.velden {
        out.extend([veld.naam.clone(), veld.opschrift.clone()]);
        out.extend(veld.rijen.iter().cloned());
    }
    out.extend(template.public_sections().map(|spec| spec.titel.clone()));
    out
}
