//! `nota templates new` and `show --pdf`: a template of one's own without
//! programming, and how it looks.

use std::path::Path;

use nota_export::{ExportOptions, Format};
use nota_store::{create_folder, is_folder, read_template_folder, shown, write_together};
use nota_template::{Registry, Template, TemplateFiles, builtin_files, copied, is_template_name};

use super::export::{FontChoice, typesetter};
use crate::engine::Engine;
use crate::failure::Failure;
use crate::output::tell;

/// Copies a template to a folder of its own.
///
/// # Errors
///
/// When there is no such template, the folder is no place for one or has files
/// already, or the disk refuses.
pub(super) fn new(from: &str, to: &Path) -> Result<(), Failure> {
    let id = name_of(to)?;
    if to.join("template.toml").exists() {
        return Err(Failure::Usage(format!(
            "In ‘{}’ staat al een sjabloon. Kies een andere map.",
            shown(to)
        )));
    }
    let (from, files) = source(from)?;
    create_folder(to)?;
    let made = copied(&files, &from, &id);
    let mut targets = Vec::with_capacity(made.len());
    for (path, text) in &made {
        let target = to.join(path);
        if let Some(folder) = target.parent() {
            create_folder(folder)?;
        }
        targets.push((target, text));
    }
    let files: Vec<(&Path, &[u8])> = targets
        .iter()
        .map(|(path, text)| (path.as_path(), text.as_bytes()))
        .collect();
    write_together(&files)?;
    tell(&format!(
        "Het sjabloon {id} staat in ‘{}’. Verander template.toml, en controleer het met: nota templates check {}",
        shown(to),
        shown(to)
    ));
    Ok(())
}

/// The name of a template that stands in a folder: the last two parts of its
/// path.
fn name_of(to: &Path) -> Result<String, Failure> {
    let parts: Vec<_> = to
        .iter()
        .rev()
        .take(2)
        .map(|own| own.to_string_lossy())
        .collect();
    let id = match parts.as_slice() {
        [name, ministry] => format!("{ministry}/{name}"),
        _ => String::new(),
    };
    match is_template_name(&id) {
        true => Ok(id),
        false => Err(Failure::Usage(format!(
            "‘{}’ is geen plaats voor een sjabloon. Geef een map op die eindigt op MINISTERIE/NAAM, met kleine letters, cijfers en streepjes, bijvoorbeeld sjablonen/min/beslisnota.",
            shown(to)
        ))),
    }
}

/// The name and the files of the template to copy: one that is compiled in, or a
/// folder with one.
fn source(from: &str) -> Result<(String, TemplateFiles), Failure> {
    let folder = Path::new(from);
    if !is_folder(folder) {
        let files = builtin_files(from);
        return match files.is_empty() {
            false => Ok((from.to_owned(), files)),
            true => Err(Failure::Usage(format!(
                "Het sjabloon ‘{from}’ bestaat niet. Kies er een uit ‘nota templates list’, of geef een map met een sjabloon op."
            ))),
        };
    }
    let id = name_of(folder)?;
    let prefix = format!("{id}/");
    let files: TemplateFiles = read_template_folder(folder)?
        .into_iter()
        .filter_map(|(path, text)| Some((path.strip_prefix(&prefix)?.to_owned(), text)))
        .collect();
    match files.iter().any(|(path, _)| path == "template.toml") {
        true => Ok((id, files)),
        false => Err(Failure::Usage(format!(
            "In ‘{from}’ staat geen sjabloon: het bestand template.toml ontbreekt."
        ))),
    }
}

/// What is wrong with the layouts of these templates: each is tried on its
/// example nota.
///
/// # Errors
///
/// When the house style cannot be read.
pub(super) fn faulty_layouts(files: &TemplateFiles) -> Result<Vec<String>, Failure> {
    let (registry, _) = Registry::builtin().with_files(files);
    let typesetter = typesetter(FontChoice::Embedded)?;
    let is_own = |template: &Template| {
        let folder = format!("{}/", template.id);
        files.iter().any(|(path, _)| path.starts_with(&folder))
    };
    let own = registry.all().iter().filter(|template| is_own(template));
    let faults = own.filter_map(|template| {
        let nota = nota_markdown::parse(&template.voorbeeld, &registry).nota;
        let fault = typesetter
            .typeset(&nota, template, &registry)
            .layout_fault?;
        let fault = match fault.strip_prefix("sjabloon/") {
            Some(inside) => format!("{}/{inside}", template.id),
            None => format!("{}/layout.typ: {fault}", template.id),
        };
        Some(format!(
            "{fault} (De opmaak werkt niet; de bladzijden krijgen die van de huisstijl.)"
        ))
    });
    Ok(faults.collect())
}

/// Shows a template as a PDF of its example nota, or of a new nota when it has
/// none.
///
/// # Errors
///
/// When it cannot be made or written.
pub(super) fn pdf(engine: &Engine, template: &Template, target: &Path) -> Result<(), Failure> {
    let text = match template.voorbeeld.trim() {
        "" => template.new_text(&engine.today.format("%Y-%m-%d").to_string()),
        _ => template.voorbeeld.to_string(),
    };
    let nota = engine.parse(&text).nota;
    let typesetter = typesetter(FontChoice::System)?;
    let options = ExportOptions::new(&typesetter);
    let made = nota_export::export(Format::PDF, &nota, template, &engine.registry, &options);
    let made = made.map_err(|source| Failure::Export {
        file: template.id.clone(),
        source,
    })?;
    write_together(&[(target, &made.bytes)])?;
    tell(&format!("Gemaakt: {}", shown(target)));
    Ok(())
}
