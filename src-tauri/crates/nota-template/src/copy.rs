//! A template that starts as a copy of another one, with its own name in every
//! file that says it.

use std::sync::Arc;

use crate::builtin::BUILTIN_FILES;
use crate::load::{EXAMPLE_FILE, TEMPLATE_FILE, is_key};
use crate::registry::TemplateFiles;

/// The file in which a template says where its choices come from.
const README: &str = "LEESMIJ.md";

/// Whether `id` can be the name of a template: two words of small letters,
/// figures and hyphens (`min/beslisnota`).
pub fn is_template_name(id: &str) -> bool {
    let Some((ministry, name)) = id.split_once('/') else {
        return false;
    };
    is_key(ministry) && is_key(name)
}

/// The files of a template that is compiled in, by their paths in its folder;
/// empty when there is none with this name.
pub fn builtin_files(id: &str) -> TemplateFiles {
    // A ministry alone is the folder above its templates.
    let files = BUILTIN_FILES.iter().filter(|_| is_template_name(id));
    let own = files.filter_map(|(path, text)| {
        let inner = path.strip_prefix(id)?.strip_prefix('/')?;
        Some((inner.to_owned(), Arc::from(*text)))
    });
    own.collect()
}

/// The files of a copy of a template, by their paths in its folder. The example
/// nota names the new template, the opening remark of `template.toml` too, and
/// `LEESMIJ.md` begins anew: the sources of the one are not those of the other.
pub fn copied(files: &TemplateFiles, from: &str, to: &str) -> TemplateFiles {
    let mut out: TemplateFiles = files
        .iter()
        .filter(|(path, _)| path != README)
        .map(|(path, text)| {
            let text = match path.as_str() {
                TEMPLATE_FILE => with_opening(text, from, to),
                EXAMPLE_FILE => with_name(text, to),
                _ => text.to_string(),
            };
            (path.clone(), Arc::from(text))
        })
        .collect();
    let readme = format!(
        "# {to}\n\nGemaakt van {from}. Schrijf hier waar elke keuze vandaan komt: uit welke nota, welke brief of welk\ngesprek. Wat u niet zeker weet, zegt u erbij.\n"
    );
    out.push((README.to_owned(), Arc::from(readme)));
    out.sort();
    out
}

/// The text with another remark in front.
fn with_opening(text: &str, from: &str, to: &str) -> String {
    let mut rest = text;
    while let Some(line) = rest
        .split_inclusive('\n')
        .next()
        .filter(|own| own.starts_with('#'))
    {
        rest = rest.get(line.len()..).unwrap_or_default();
    }
    format!(
        "# {to}, gemaakt van {from}. Verander eerst naam, ministerie, omschrijving en adres;\n# docs/sjabloon-schrijven.md legt alle sleutels uit.\n{rest}"
    )
}

/// The example with the name of the new template in its front matter.
fn with_name(text: &str, to: &str) -> String {
    let mut is_named = false;
    let lines = text.split_inclusive('\n').map(|line| {
        if is_named || !line.starts_with("sjabloon:") {
            return line.to_owned();
        }
        is_named = true;
        format!("sjabloon: {to}\n")
    });
    lines.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check_files;

    #[test]
    fn a_copy_is_a_template_without_faults_under_its_own_name() {
        for from in ["jenv/beslisnota", "ienw/beslisnota"] {
            let made = copied(&builtin_files(from), from, "toverkunst/nota");
            let in_folder: TemplateFiles = made
                .iter()
                .map(|(path, text)| (format!("toverkunst/nota/{path}"), Arc::clone(text)))
                .collect();
            assert_eq!(check_files(&in_folder), []);
            let text = |name: &str| {
                let file = made.iter().find(|(path, _)| path == name);
                file.map_or("", |(_, text)| text)
            };
            assert!(text("template.toml").starts_with("# toverkunst/nota, gemaakt van"));
            assert!(text(EXAMPLE_FILE).contains("\nsjabloon: toverkunst/nota\n"));
            assert!(!text(EXAMPLE_FILE).contains(from));
            assert!(text(README).contains(from));
        }
        assert!(builtin_files("jenv").is_empty());
    }

    #[test]
    fn a_name_has_two_words() {
        for (name, right) in [
            ("min/beslisnota", true),
            ("a-b/c2", true),
            ("min", false),
            ("Min/nota", false),
            ("min/nota/x", false),
            ("/x", false),
        ] {
            assert_eq!(is_template_name(name), right, "{name}");
        }
    }
}
