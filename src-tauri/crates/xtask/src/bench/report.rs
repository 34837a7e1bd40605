//! The report `docs/metingen.md`: a part per measurement, each with the
//! machine and the date, so that parts can be measured apart.

use std::path::Path;

use super::{PARTS, Part, machine};
use crate::program::{Failure, root};

const HEAD: &str = "# Metingen\n\nWritten by `cargo xtask bench`; the numbers of one part were \
                    measured in one run.\n";

/// Puts the text of a part into the report, in place of what it said before.
///
/// # Errors
///
/// When the disk refuses.
pub fn write(part: &Part, text: &str) -> Result<(), Failure> {
    let path = root().join("docs/metingen.md");
    let old = std::fs::read_to_string(&path).unwrap_or_default();
    let mut new = HEAD.to_owned();
    for own in PARTS {
        let heading = format!("\n## {}\n", own.title);
        let body = if own.name == part.name {
            Some(format!("\n{}\n\n{}\n", machine::sentence(), text.trim()))
        } else {
            part_of(&old, &heading)
        };
        if let Some(body) = body {
            new.push_str(&heading);
            new.push_str(&body);
        }
    }
    put(&path, &new)
}

/// Writes a picture that the report shows.
///
/// # Errors
///
/// When the disk refuses.
pub fn write_picture(name: &str, svg: &str) -> Result<(), Failure> {
    put(&root().join("docs/beeld").join(name), svg)
}

/// What stands under a heading, up to the next of its level.
fn part_of(report: &str, heading: &str) -> Option<String> {
    let (_, rest) = report.split_once(heading)?;
    let end = rest.find("\n## ").unwrap_or(rest.len());
    rest.get(..end).map(str::to_owned)
}

fn put(path: &Path, text: &str) -> Result<(), Failure> {
    let failed = |error| Failure::Missing(format!("{} cannot be written: {error}", path.display()));
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(failed)?;
    }
    std::fs::write(path, text).map_err(failed)
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_part_ends_where_the_next_begins() {
        let report = "# M\n\n## A\n\neen\n\n## B\n\ntwee\n";
        assert_eq!(
            super::part_of(report, "\n## A\n").as_deref(),
            Some("\neen\n")
        );
        assert_eq!(
            super::part_of(report, "\n## B\n").as_deref(),
            Some("\ntwee\n")
        );
        assert_eq!(super::part_of(report, "\n## C\n"), None);
    }
}
