//! „Een sjabloon toevoegen” as CONTRIBUTING.md describes it: a copied and
//! changed folder is a template, without a line of code.

use std::path::PathBuf;
use std::sync::Arc;

use nota_markdown::parse;
use nota_template::{Registry, TemplateFiles, check_files};
use nota_tests::{engine, files};
use nota_typeset::{Fonts, HouseStyle, Typesetter};

/// The name of the new template.
const NEW: &str = "ocw/beslisnota";

/// The folder of the JenV template, copied to another name and changed: the
/// ministry, the address, and a section of its own.
fn copied() -> TemplateFiles {
    let folder = files::root().join("src-tauri/templates/jenv/beslisnota");
    let mut copied = TemplateFiles::new();
    for path in files::below(&folder, "") {
        let name = path.strip_prefix(&folder).map(PathBuf::from);
        let name = name.unwrap_or_default().to_string_lossy().into_owned();
        let text = match name.as_str() {
            "template.toml" => changed(&files::read(&path)),
            "voorbeeld.nota.md" => files::read(&path).replace("jenv/beslisnota", NEW),
            _ => files::read(&path),
        };
        copied.push((format!("{NEW}/{name}"), Arc::from(text)));
    }
    copied
}

fn changed(toml: &str) -> String {
    let toml = toml
        .replace("Justitie en Veiligheid", "Onderwijs, Cultuur en Wetenschap")
        .replace("www.rijksoverheid.nl/jenv", "www.rijksoverheid.nl/ocw");
    format!(
        "{toml}\n[[sectie]]\nsleutel = \"leeswijzer\"\ntitel = \"Leeswijzer\"\nhulp = \"Hoe de nota is opgebouwd.\"\n"
    )
}

#[test]
fn a_copied_folder_is_a_template() {
    let files = copied();
    assert_eq!(check_files(&files), [], "the folder has no faults");
    let (registry, faults) = Registry::builtin().with_files(&files);
    assert_eq!(faults, []);
    let template = registry.find(NEW).expect("it is in the list");
    assert_eq!(template.ministerie, "Onderwijs, Cultuur en Wetenschap");
    assert!(template.sectie("leeswijzer").is_some());

    // Its own example is a nota that goes out.
    let parsed = parse(&template.voorbeeld, &registry);
    assert_eq!(parsed.template.id, NEW);
    let said = engine::diagnose(&parsed, engine::today());
    let faults: Vec<_> = said
        .iter()
        .filter(|diagnostic| diagnostic.severity == nota_model::Severity::Fout)
        .collect();
    assert!(faults.is_empty(), "{faults:?}");
    let typesetter = Typesetter::new(Fonts::embedded(), HouseStyle::default());
    let pages = typesetter.typeset(&parsed.nota, &template, &registry);
    assert_eq!(pages.layout_fault, None);
    assert!(pages.page_count() >= 1);
    assert!(pages.pdf().is_ok());
}

#[test]
fn a_faulty_folder_says_where_and_stops_nothing() {
    let mut files = copied();
    for (path, text) in &mut files {
        if path.ends_with("template.toml") {
            *text = Arc::from(text.replacen("naam = ", "nam = ", 1));
        }
    }
    let (registry, faults) = Registry::builtin().with_files(&files);
    let fault = faults.iter().find(|fault| fault.message.contains("‘nam’"));
    let fault = fault.unwrap_or_else(|| panic!("the fault is not found: {faults:?}"));
    assert_eq!(fault.file, format!("{NEW}/template.toml"));
    assert!(fault.line > 1, "{fault:?}");
    assert!(registry.find(NEW).is_some(), "the rest can be used");
}
