//! `nota templates compare`: two folders of templates, or a folder and those of
//! the program, as one HTML page for who decides on the house style: the pages
//! of every example nota, old, new and their difference, and what changed in
//! words.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use nota_export::side_by_side::{escaped, page_start, picture, row, text_row};
use nota_markdown::parse;
use nota_store::{create_folder, read_template_folder, shown, template_root, write_together};
use nota_template::Registry;
use nota_typeset::{Typeset, Typesetter};

use super::export::{FontChoice, typesetter};
use crate::failure::Failure;
use crate::output::tell;

/// The name for the templates of the program, in the place of a folder.
const BUILTIN: &str = "ingebouwd";

/// Pixels per point of the pictures: 108 dots per inch.
const SCALE: f64 = 1.5;

/// The page, and the pictures that go with it.
#[derive(Default)]
struct Made {
    html: String,
    pictures: Vec<(String, Vec<u8>)>,
    changed: usize,
}

/// Compares two folders and writes the page.
///
/// # Errors
///
/// When a folder or nota cannot be read, or the page cannot be written.
pub(super) fn compare(
    old: &str,
    new: &str,
    notas: &[PathBuf],
    target: &Path,
) -> Result<(), Failure> {
    let (before, after) = (templates(old)?, templates(new)?);
    let typesetter = typesetter(FontChoice::Embedded)?;
    let mut texts: Vec<(String, String)> = Vec::new();
    let all = before.all().iter().chain(after.all());
    let ids: BTreeSet<String> = all.map(|own| own.id.clone()).collect();
    for id in ids {
        let example = after.find(&id).or_else(|| before.find(&id));
        if let Some(example) = example {
            texts.push((id, example.voorbeeld.to_string()));
        }
    }
    for path in notas {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        texts.push((name.into_owned(), nota_store::read(path)?.text));
    }
    let mut made = Made::default();
    for (index, (name, text)) in texts.iter().enumerate() {
        let old = typeset(&typesetter, &before, text);
        let new = typeset(&typesetter, &after, text);
        made.html.push_str(&format!("<h2>{}</h2>\n", escaped(name)));
        let is_known = |registry: &Registry| {
            let named = parse(text, registry).nota;
            named
                .sjabloon()
                .is_none_or(|id| registry.find(id).is_some())
        };
        for (registry, said) in [
            (&before, "Dit sjabloon is nieuw."),
            (&after, "Dit sjabloon is weg."),
        ] {
            if !is_known(registry) {
                made.html.push_str(&format!(
                    "<p>{said} De andere kant is met het gewone sjabloon gemaakt.</p>\n"
                ));
            }
        }
        made.nota(&format!("{} {name}", index + 1), name, &old, &new);
    }
    create_folder(target)?;
    let title = format!("Sjablonen vergeleken: {old} en {new}");
    let summary = format!(
        "<p>{} van de {} nota’s zien er anders uit.</p>\n",
        made.changed,
        texts.len()
    );
    let page = format!("{}{summary}{}", page_start(&title), made.html);
    let mut files: Vec<(PathBuf, Vec<u8>)> = made
        .pictures
        .into_iter()
        .map(|(name, bytes)| (target.join(name), bytes))
        .collect();
    files.push((target.join("index.html"), page.into_bytes()));
    let files: Vec<(&Path, &[u8])> = files
        .iter()
        .map(|(path, bytes)| (path.as_path(), bytes.as_slice()))
        .collect();
    write_together(&files)?;
    tell(&format!(
        "Gemaakt: {}. {} van de {} nota’s zien er anders uit.",
        shown(&target.join("index.html")),
        made.changed,
        texts.len()
    ));
    Ok(())
}

/// The templates of a folder beside those of the program, or the latter alone.
fn templates(name: &str) -> Result<Cow<'static, Registry>, Failure> {
    if name == BUILTIN {
        return Ok(Cow::Borrowed(Registry::builtin()));
    }
    let dir = Path::new(name);
    let files = read_template_folder(dir)?;
    let (registry, faults) = Registry::builtin().with_files(&files);
    for fault in &faults {
        tell(&format!(
            "sjabloon: {}:{}:{}: {}",
            template_root(dir).join(&fault.file).display(),
            fault.line,
            fault.column,
            fault.message
        ));
    }
    Ok(Cow::Owned(registry))
}

fn typeset(typesetter: &Typesetter, registry: &Registry, text: &str) -> Typeset {
    let parsed = parse(text, registry);
    typesetter.typeset(&parsed.nota, &parsed.template, registry)
}

impl Made {
    /// `file` begins the names of the pictures.
    fn nota(&mut self, file: &str, name: &str, old: &Typeset, new: &Typeset) {
        let pages = old.page_count().max(new.page_count());
        let differs: Vec<usize> = (0..pages)
            .filter(|page| old.page_png(*page, SCALE) != new.page_png(*page, SCALE))
            .collect();
        for (which, own) in [("oud", old), ("nieuw", new)] {
            if let Some(fault) = &own.layout_fault {
                let fault = escaped(fault);
                self.html
                    .push_str(&format!("<p>De opmaak werkt niet ({which}): {fault}</p>\n"));
            }
        }
        if differs.is_empty() {
            self.html.push_str("<p>Geen verschil.</p>\n");
            return;
        }
        self.changed += 1;
        for page in differs {
            self.page(file, name, page, old, new);
        }
        let words = |own: &Typeset| -> String {
            (0..own.page_count())
                .map(|page| own.page_text(page) + "\n")
                .collect()
        };
        let (old, new) = (words(old), words(new));
        match old == new {
            true => self
                .html
                .push_str("<p>In woorden is er niets veranderd.</p>\n"),
            false => self
                .html
                .push_str(&text_row(&format!("{name}, in woorden"), &old, &new)),
        }
    }

    fn page(&mut self, file: &str, name: &str, page: usize, old: &Typeset, new: &Typeset) {
        let title = format!("{name}, pagina {}", page + 1);
        let parts = [
            ("oud", old.page_png(page, SCALE)),
            ("nieuw", new.page_png(page, SCALE)),
            ("verschil", old.page_difference(page, new, SCALE)),
        ];
        let shown = parts.map(|(which, png)| {
            let file: String = format!("{file} pagina {} {which}.png", page + 1)
                .chars()
                .map(|c| {
                    if c.is_alphanumeric() || c == '.' {
                        c
                    } else {
                        '-'
                    }
                })
                .collect();
            let what = format!("{title}, {which}");
            let html = picture(png.is_some().then_some(file.as_str()), &what);
            self.pictures.extend(png.map(|png| (file, png)));
            html
        });
        self.html.push_str(&row(&title, shown));
    }
}
