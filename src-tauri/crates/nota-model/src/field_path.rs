//! A place in the value of a field, as places write it:
//! `bijlagen[1].informatie`. Read and written here only.

use std::fmt;

/// A step into a value: an item of a list, or a part of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldStep<'p> {
    /// An item, counted from 0.
    Item(usize),
    /// A part, by its name.
    Part(&'p str),
}

impl fmt::Display for FieldStep<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FieldStep::Item(index) => write!(out, "[{index}]"),
            FieldStep::Part(name) => write!(out, ".{name}"),
        }
    }
}

/// A field and the way into its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FieldPath<'p> {
    /// The key of the field.
    pub key: &'p str,
    rest: &'p str,
}

impl<'p> FieldPath<'p> {
    /// Reads a path. A key that somebody made up may have a full stop or a
    /// bracket in it, so the longest of the `keys` that there are wins; in a
    /// field that is none of them, all before the first of those is the key.
    pub fn read<'k>(path: &'p str, keys: impl IntoIterator<Item = &'k str>) -> Self {
        let own = keys.into_iter().filter(|key| Self::leads_into(path, key));
        let end = own.map(str::len).max().or_else(|| path.find(['[', '.']));
        let (key, rest) = end
            .and_then(|end| path.split_at_checked(end))
            .unwrap_or((path, ""));
        Self { key, rest }
    }

    /// Whether a path is that of another, or of a place inside it.
    pub fn leads_into(path: &str, outer: &str) -> bool {
        let rest = path.strip_prefix(outer);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['[', '.']))
    }

    /// The steps from the field's value on; none when they cannot be read.
    pub fn steps(&self) -> Option<Vec<FieldStep<'p>>> {
        let mut steps = Vec::new();
        let mut rest = self.rest;
        while !rest.is_empty() {
            let step;
            if let Some(inner) = rest.strip_prefix('[') {
                let (index, after) = inner.split_once(']')?;
                step = FieldStep::Item(index.parse().ok()?);
                rest = after;
            } else {
                let name = rest.strip_prefix('.')?;
                let end = name.find(['[', '.']).unwrap_or(name.len());
                let (name, after) = name.split_at_checked(end)?;
                step = FieldStep::Part(name);
                rest = after;
            }
            steps.push(step);
        }
        Some(steps)
    }

    /// The name of the part that the path leads to or into: `naam` in
    /// `parafen[0].naam`.
    pub fn part(&self) -> Option<&'p str> {
        self.steps()?.into_iter().find_map(|step| match step {
            FieldStep::Part(name) => Some(name),
            FieldStep::Item(_) => None,
        })
    }

    /// The path of a step further in.
    pub fn write(path: &str, step: FieldStep<'_>) -> String {
        format!("{path}{step}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_may_have_a_full_stop_or_a_bracket_in_it() {
        for (path, keys, key, steps) in [
            ("datum", &[][..], "datum", ""),
            ("b.v.[0].titel", &["b.v.", "b"], "b.v.", "[0].titel"),
            ("b.v", &["b", "b.v.w"], "b", ".v"),
            ("bijlagen[2]", &["bij"], "bijlagen", "[2]"),
            ("a[x]", &["a[x]"], "a[x]", ""),
            (".naam", &[], "", ".naam"),
        ] {
            let read = FieldPath::read(path, keys.iter().copied());
            let written: String = read
                .steps()
                .expect("it can be read")
                .iter()
                .map(FieldStep::to_string)
                .collect();
            assert_eq!((read.key, &*written), (key, steps), "{path}");
        }
    }

    #[test]
    fn steps_that_lead_nowhere_are_none() {
        for path in ["a[", "a[x]", "a[1]b", "a[-1]"] {
            assert_eq!(FieldPath::read(path, ["a"]).steps(), None, "{path}");
        }
        let part = |path| FieldPath::read(path, ["a"]).part();
        assert_eq!((part("a[1].naam"), part("a[1]")), (Some("naam"), None));
    }
}
