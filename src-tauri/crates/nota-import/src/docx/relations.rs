//! Which part refers to which: the relations beside a part.

use crate::package::Package;
use crate::refusal::Refusal;
use crate::xml::Ns;

/// A relation.
#[derive(Debug, Clone)]
pub(crate) struct Relation {
    /// Its id in the part.
    pub(crate) id: String,
    /// The last word of its type: "styles", "header".
    pub(crate) kind: String,
    /// The part, from the root of the package; an address when it is external.
    pub(crate) target: String,
    /// Whether it leads out of the file.
    pub(crate) is_external: bool,
}

/// The relations of a part.
#[derive(Debug, Default)]
pub(crate) struct Relations(Vec<Relation>);

impl Relations {
    /// Those of a part; of the package for an empty name.
    ///
    /// # Errors
    ///
    /// When they are damaged.
    pub(crate) fn of(package: &mut Package<'_>, part: &str) -> Result<Self, Refusal> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let folder = if folder.is_empty() {
            String::new()
        } else {
            format!("{folder}/")
        };
        let Some(tree) = package.xml(&format!("{folder}_rels/{name}.rels"))? else {
            return Ok(Self::default());
        };
        let relations = tree.root().elements().filter_map(|own| {
            let attr = |local| own.attr(Ns::None, local);
            let kind = attr("Type")?;
            let is_external = attr("TargetMode") == Some("External");
            let target = attr("Target")?;
            Some(Relation {
                id: attr("Id").unwrap_or_default().to_owned(),
                kind: kind.rsplit('/').next().unwrap_or(kind).to_owned(),
                target: match is_external {
                    true => target.to_owned(),
                    false => resolve(&folder, target),
                },
                is_external,
            })
        });
        Ok(Self(relations.collect()))
    }

    /// Those of a kind that lead to a part.
    pub(crate) fn of_kind(&self, kind: &str) -> impl Iterator<Item = &Relation> {
        self.0
            .iter()
            .filter(move |own| own.kind == kind && !own.is_external)
    }

    /// The one with this id.
    pub(crate) fn find(&self, id: &str) -> Option<&Relation> {
        self.0.iter().find(|own| own.id == id)
    }
}

/// The name of a part that is named from a folder.
fn resolve(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let whole = match target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None => format!("{folder}{target}"),
    };
    let mut parts: Vec<&str> = Vec::new();
    for part in whole.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::resolve;

    #[test]
    fn a_part_is_found_from_where_it_is_named() {
        for (folder, target, part) in [
            ("word/", "styles.xml", "word/styles.xml"),
            ("word/", "/word/document2.xml", "word/document2.xml"),
            ("word/", "../customXml/item1.xml", "customXml/item1.xml"),
            ("", "../../elders", "elders"),
        ] {
            assert_eq!(resolve(folder, target), part);
        }
    }
}
