//! For systems that gather findings: SARIF 2.1.0 (OASIS), with the rules that
//! were broken and their help.

use std::collections::BTreeMap;
use std::io::{self, Write};

use nota_check::without_placeholders;
use nota_model::{Code, Diagnostic, Severity};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use super::Report;
use crate::checked::Checked;
use crate::failure::Failure;
use crate::lines::Region;
use crate::tally::Tally;

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// What may stand in the address of a file as it is.
const PATH: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'/')
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~');

/// The SARIF format: one document, written at the end.
#[derive(Debug, Default)]
pub(super) struct Sarif {
    results: Vec<Finding>,
    failures: Vec<Notification>,
    /// The position of each rule that was broken.
    rules: BTreeMap<Code, usize>,
}

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool,
    language: &'static str,
    column_kind: &'static str,
    invocations: [Invocation<'a>; 1],
    results: &'a [Finding],
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
struct Driver {
    name: &'static str,
    version: &'static str,
    language: &'static str,
    rules: Vec<Rule>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule {
    id: Code,
    name: &'static str,
    short_description: Message,
    full_description: Message,
    help: Message,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Debug, Serialize)]
struct Message {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation<'a> {
    execution_successful: bool,
    tool_execution_notifications: &'a [Notification],
}

#[derive(Debug, Serialize)]
struct Notification {
    level: &'static str,
    message: Message,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Finding {
    rule_id: Code,
    rule_index: usize,
    level: &'static str,
    message: Message,
    locations: [Location; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: PhysicalLocation,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    logical_locations: Vec<LogicalLocation>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    region: SarifRegion,
}

#[derive(Debug, Serialize)]
struct ArtifactLocation {
    uri: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifRegion {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

/// A section or a field, by its key.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct LogicalLocation {
    name: String,
    kind: &'static str,
}

impl Sarif {
    fn result(&mut self, checked: &Checked, diagnostic: &Diagnostic) -> Finding {
        let next = self.rules.len();
        let place = &diagnostic.place;
        let section = place.section.iter().map(|name| ("section", name));
        let field = place.field.iter().map(|name| ("field", name));
        let related = diagnostic.related.iter().map(|related| Location {
            physical_location: physical(&checked.path, checked.region(&related.place)),
            logical_locations: Vec::new(),
            message: Some(message(&related.message)),
        });
        Finding {
            rule_id: diagnostic.code,
            rule_index: *self.rules.entry(diagnostic.code).or_insert(next),
            level: level(diagnostic.severity),
            message: message(&format!(
                "{} {}",
                diagnostic.message,
                diagnostic.whole_help()
            )),
            locations: [Location {
                physical_location: physical(&checked.path, checked.region(place)),
                logical_locations: section
                    .chain(field)
                    .map(|(kind, name)| LogicalLocation {
                        name: name.clone(),
                        kind,
                    })
                    .collect(),
                message: None,
            }],
            related_locations: related.collect(),
        }
    }

    /// The rules that were broken, at their positions.
    fn rules(&self) -> Vec<Rule> {
        let mut codes: Vec<_> = self.rules.iter().collect();
        codes.sort_by_key(|(_, position)| **position);
        codes
            .into_iter()
            .filter_map(|(code, _)| nota_check::rule(*code))
            .map(|rule| Rule {
                id: rule.code,
                name: rule.name,
                short_description: message(&without_placeholders(rule.message)),
                full_description: message(&rule.whole_explanation()),
                help: message(&without_placeholders(&rule.whole_help())),
                default_configuration: Configuration {
                    level: level(rule.severity),
                },
            })
            .collect()
    }
}

impl Report for Sarif {
    fn add(&mut self, checked: &Checked, _: &mut dyn Write) -> io::Result<()> {
        for diagnostic in &checked.diagnostics {
            let result = self.result(checked, diagnostic);
            self.results.push(result);
        }
        Ok(())
    }

    fn add_failed(&mut self, failure: &Failure) {
        self.failures.push(Notification {
            level: "error",
            message: message(&failure.to_string()),
        });
    }

    fn finish(&mut self, _: &Tally, out: &mut dyn Write) -> io::Result<()> {
        let log = Log {
            schema: SCHEMA,
            version: "2.1.0",
            runs: [Run {
                tool: Tool {
                    driver: Driver {
                        name: "nota",
                        version: env!("CARGO_PKG_VERSION"),
                        language: "nl-NL",
                        rules: self.rules(),
                    },
                },
                language: "nl-NL",
                column_kind: "unicodeCodePoints",
                invocations: [Invocation {
                    execution_successful: self.failures.is_empty(),
                    tool_execution_notifications: &self.failures,
                }],
                results: &self.results,
            }],
        };
        serde_json::to_writer_pretty(&mut *out, &log)?;
        writeln!(out)
    }
}

fn message(text: &str) -> Message {
    Message {
        text: text.trim().to_owned(),
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Fout => "error",
        Severity::LetOp => "warning",
        Severity::Tip => "note",
    }
}

fn physical(file: &str, region: Region) -> PhysicalLocation {
    PhysicalLocation {
        artifact_location: ArtifactLocation { uri: address(file) },
        region: SarifRegion {
            start_line: region.line,
            start_column: region.column,
            end_line: region.end_line,
            end_column: region.end_column,
        },
    }
}

/// The file as an address: relative as the user named it, or `file://` when
/// the path is absolute.
fn address(file: &str) -> String {
    let path = if cfg!(windows) {
        file.replace('\\', "/")
    } else {
        file.to_owned()
    };
    let encoded = utf8_percent_encode(&path, PATH).to_string();
    match path.as_bytes() {
        [b'/', ..] => format!("file://{encoded}"),
        [_, b':', ..] if cfg!(windows) => format!("file:///{}", encoded.replacen("%3A", ":", 1)),
        _ => encoded,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_becomes_an_address() {
        assert_eq!(
            address("map/één nota.nota.md"),
            "map/%C3%A9%C3%A9n%20nota.nota.md"
        );
        assert_eq!(address("/a#b"), "file:///a%23b");
    }
}
