//! Where the lines of a PDF stand, as MuPDF sees them.

use std::path::Path;
use std::process::Command;

/// Millimetres in a point.
const MM: f64 = 25.4 / 72.0;

/// A line of letters. Words far apart are lines of their own.
#[derive(Debug, Clone, PartialEq)]
pub struct Letters {
    /// From 1.
    pub page: usize,
    /// Where the first letter begins, in millimetres.
    pub x: f64,
    /// Where the last letter that is not white ends, in millimetres.
    pub end: f64,
    /// The baseline from the top of the page, in millimetres.
    pub baseline: f64,
    /// The size in points.
    pub size: f64,
    /// The letters.
    pub text: String,
    /// Each of them with its left and right edge in millimetres.
    edges: Vec<(String, f64, f64)>,
}

impl Letters {
    /// The words of the line, each as a line of its own. Cells beside one
    /// another may be one line, but are never one word.
    pub fn words(&self) -> Vec<Letters> {
        let parts = self.edges.split(|(letter, ..)| letter.trim().is_empty());
        parts
            .filter_map(|part| {
                let ((_, x, _), (_, _, end)) = (part.first()?, part.last()?);
                Some(Letters {
                    x: *x,
                    end: *end,
                    text: part.iter().map(|(letter, ..)| letter.as_str()).collect(),
                    edges: part.to_vec(),
                    ..self.clone()
                })
            })
            .collect()
    }
}

/// The lines of a PDF.
///
/// # Errors
///
/// When mutool is missing or cannot read the PDF.
pub fn letters(pdf: &Path) -> Result<Vec<Letters>, String> {
    let output = Command::new("mutool")
        .args(["draw", "-F", "stext", "-o", "-"])
        .arg(pdf)
        .output()
        .map_err(|error| format!("mutool: {error}; `cargo xtask test` installs it"))?;
    if !output.status.success() {
        return Err(format!(
            "mutool: {}",
            String::from_utf8_lossy(&output.stderr)
        ));
    }
    Ok(read(&String::from_utf8_lossy(&output.stdout)))
}

/// Each element stands on a line of its own.
fn read(xml: &str) -> Vec<Letters> {
    let mut lines: Vec<Letters> = Vec::new();
    let mut page = 0;
    let mut size = 0.0;
    for element in xml.lines() {
        if element.starts_with("<page ") {
            page += 1;
        } else if element.starts_with("<line ") {
            lines.push(Letters {
                page,
                x: 0.0,
                end: 0.0,
                baseline: 0.0,
                size: 0.0,
                text: String::new(),
                edges: Vec::new(),
            });
        } else if element.starts_with("<font ") {
            size = number(element, "size");
        } else if element.starts_with("<char ")
            && let Some(line) = lines.last_mut()
        {
            let letter = unescape(attribute(element, "c").unwrap_or_default());
            // A space at which no line is broken is a space to who reads.
            let letter = letter.replace('\u{a0}', " ");
            if line.text.is_empty() {
                line.x = number(element, "x") * MM;
                line.baseline = number(element, "y") * MM;
                line.size = size;
            }
            let quad = attribute(element, "quad").unwrap_or_default();
            let right = quad.split(' ').nth(2).and_then(|x| x.parse::<f64>().ok());
            let right = right.unwrap_or_default() * MM;
            if !letter.trim().is_empty() {
                line.end = line.end.max(right);
            }
            line.text.push_str(&letter);
            line.edges.push((letter, number(element, "x") * MM, right));
        }
    }
    lines.retain(|line| !line.text.is_empty());
    lines
}

fn number(element: &str, name: &str) -> f64 {
    let value = attribute(element, name).and_then(|value| value.parse().ok());
    value.unwrap_or_default()
}

fn attribute<'a>(element: &'a str, name: &str) -> Option<&'a str> {
    let start = element.find(&format!(" {name}=\""))? + name.len() + 3;
    let rest = element.get(start..)?;
    rest.split('"').next()
}

fn unescape(text: &str) -> String {
    let code = |hex: &str| {
        u32::from_str_radix(hex, 16)
            .ok()
            .and_then(char::from_u32)
            .map(String::from)
    };
    match text {
        "&lt;" => "<".to_owned(),
        "&gt;" => ">".to_owned(),
        "&amp;" => "&".to_owned(),
        "&quot;" => "\"".to_owned(),
        "&apos;" => "'".to_owned(),
        other => other
            .strip_prefix("&#x")
            .and_then(|rest| code(rest.trim_end_matches(';')))
            .unwrap_or_else(|| other.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_begins_and_ends_at_its_ink() {
        let xml = "<page id=\"page1\">\n<line bbox=\"0 0 1 1\">\n<font name=\"X\" size=\"9\">\n\
            <char quad=\"72 60 80 60 72 70 80 70\" x=\"72\" y=\"68\" c=\"&lt;\"/>\n\
            <char quad=\"80 60 84 60 80 70 84 70\" x=\"80\" y=\"68\" c=\" \"/>\n";
        let lines = read(xml);
        assert_eq!(lines[0].text, "< ");
        assert!((lines[0].x - 25.4).abs() < 0.01);
        assert!((lines[0].end - 80.0 * MM).abs() < 0.01);
        assert_eq!((lines[0].page, lines[0].size), (1, 9.0));
    }
}
