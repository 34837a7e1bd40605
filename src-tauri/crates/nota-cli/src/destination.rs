//! Where exports go: each nota gets its own file, no two the same, and never
//! the file of a nota.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use nota_store::{create_folder, identity, is_folder, shown};

use crate::failure::Failure;

/// Where the exports go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Destination {
    /// Standard output (`-o -`).
    Standard,
    /// Beside each nota.
    Beside,
    /// This file.
    File(PathBuf),
    /// This folder.
    Folder(PathBuf),
}

impl Destination {
    /// What `-o` means for this many notas. A folder that is not there yet is
    /// made when several notas go there, or when its name ends in a slash.
    ///
    /// # Errors
    ///
    /// When several notas would go to one file or to standard output, or the
    /// folder cannot be made.
    pub(crate) fn choose(output: Option<&Path>, notas: usize) -> Result<Self, Failure> {
        let Some(output) = output else {
            return Ok(Destination::Beside);
        };
        if output == Path::new("-") {
            return match notas {
                1 => Ok(Destination::Standard),
                _ => Err(Failure::Usage(
                    "Met ‘-o -’ kan er maar één nota tegelijk. Geef een map op: -o MAP/".to_owned(),
                )),
            };
        }
        if is_folder(output) {
            return Ok(Destination::Folder(output.to_owned()));
        }
        let slash = output.as_os_str().as_encoded_bytes().last();
        let named_folder = slash.is_some_and(|last| matches!(last, b'/' | b'\\'));
        if notas == 1 && !named_folder {
            return Ok(Destination::File(output.to_owned()));
        }
        create_folder(output)?;
        Ok(Destination::Folder(output.to_owned()))
    }

    /// The folder in which the export of a nota comes under a name of our own;
    /// none when the user named the file, or there is none.
    pub(crate) fn folder(&self, nota: &Path) -> Option<PathBuf> {
        match self {
            Destination::Standard | Destination::File(_) => None,
            Destination::Beside => Some(nota.parent().unwrap_or(nota).to_owned()),
            Destination::Folder(folder) => Some(folder.clone()),
        }
    }

    /// The file of each nota, with the name that `name` proposes for it, by its
    /// number in the list; none on standard output. A target that is the file of a nota, or already
    /// that of another, is refused with the reason.
    pub(crate) fn targets(
        &self,
        notas: &[PathBuf],
        name: impl Fn(usize, &Path) -> PathBuf,
    ) -> Vec<Result<Option<PathBuf>, Failure>> {
        let inputs: HashMap<PathBuf, &PathBuf> =
            notas.iter().map(|nota| (identity(nota), nota)).collect();
        let mut taken: HashMap<PathBuf, &PathBuf> = HashMap::new();
        notas
            .iter()
            .enumerate()
            .map(|(index, nota)| {
                let Some(target) = self.target(nota, || name(index, nota)) else {
                    return Ok(None);
                };
                let own = identity(&target);
                if let Some(input) = inputs.get(&own) {
                    return Err(Failure::Usage(format!(
                        "‘{}’ is niet geëxporteerd: dat zou de nota ‘{}’ overschrijven. Geef met -o een andere naam of map op.",
                        shown(nota),
                        shown(input)
                    )));
                }
                if let Some(other) = taken.insert(own, nota) {
                    return Err(Failure::Usage(format!(
                        "‘{}’ is niet geëxporteerd: ‘{}’ krijgt dezelfde naam ‘{}’. Geef een van de nota’s een andere naam of exporteer ze naar verschillende mappen.",
                        shown(nota),
                        shown(other),
                        shown(&target)
                    )));
                }
                Ok(Some(target))
            })
            .collect()
    }

    fn target(&self, nota: &Path, name: impl FnOnce() -> PathBuf) -> Option<PathBuf> {
        match self {
            Destination::Standard => None,
            Destination::Beside => Some(nota.with_file_name(name())),
            Destination::File(file) => Some(file.clone()),
            Destination::Folder(folder) => Some(folder.join(name())),
        }
    }
}

/// `brief.nota.md` becomes `brief.pdf`.
pub(crate) fn export_name(nota: &Path, extension: &str) -> PathBuf {
    let stem = nota.file_stem().unwrap_or_default();
    let stem = Path::new(stem);
    let stem = match stem.extension() {
        Some(inner) if inner == "nota" => stem.file_stem().unwrap_or_default(),
        _ => stem.as_os_str(),
    };
    let mut name = stem.to_owned();
    name.push(".");
    name.push(extension);
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn targets(destination: &Destination, notas: &[&str], extension: &str) -> Vec<Option<PathBuf>> {
        let notas: Vec<_> = notas.iter().map(PathBuf::from).collect();
        let targets = destination.targets(&notas, |_, nota| export_name(nota, extension));
        targets
            .into_iter()
            .map(|target| target.ok().flatten())
            .collect()
    }

    fn some(path: &str) -> Option<PathBuf> {
        Some(PathBuf::from(path))
    }

    #[test]
    fn an_export_stands_beside_its_nota_with_its_own_extension() {
        let notas = ["a/x.nota.md", "y.md", "z.v2.nota.md", "geen"];
        assert_eq!(
            targets(&Destination::Beside, &notas, "pdf"),
            [
                some("a/x.pdf"),
                some("y.pdf"),
                some("z.v2.pdf"),
                some("geen.pdf")
            ]
        );
    }

    #[test]
    fn two_notas_never_share_a_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let destination = Destination::Folder(folder.path().to_owned());
        let found = targets(
            &destination,
            &["a/x.nota.md", "b/x.nota.md", "b/y.md"],
            "pdf",
        );
        assert_eq!(
            found,
            [
                Some(folder.path().join("x.pdf")),
                None,
                Some(folder.path().join("y.pdf"))
            ]
        );
    }

    #[test]
    fn a_nota_is_never_overwritten() {
        let notas = ["x.nota.md", "./x.md", "y.md"];
        assert_eq!(
            targets(&Destination::Beside, &notas, "md"),
            [None, None, None]
        );
    }

    #[test]
    fn several_notas_need_a_folder() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("x.pdf");
        assert_eq!(
            Destination::choose(Some(&file), 1).expect("fine"),
            Destination::File(file)
        );
        assert!(Destination::choose(Some(Path::new("-")), 2).is_err());
        let new = folder.path().join("uit");
        assert_eq!(
            Destination::choose(Some(&new), 2).expect("fine"),
            Destination::Folder(new.clone())
        );
        assert!(new.is_dir());
    }
}
