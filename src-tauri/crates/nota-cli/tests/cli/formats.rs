//! `nota check --format json` and `--format sarif`: what programs read.

use expect_test::expect;
use serde_json::Value;

use crate::harness::{Folder, GOOD, Ran, TODAY, faulty};

fn check(folder: &Folder, files: &str, format: &str) -> Ran {
    folder.nota(&format!("check {files} --format {format} --today {TODAY}"))
}

#[test]
fn the_json_has_the_fields_of_the_description() {
    let folder = Folder::with(GOOD.replace("De evaluatie is", "één `code` is"));
    let ran = check(&folder, "a.nota.md", "json");
    ran.ended(0);
    expect![[r#"
        [
        {"file":"a.nota.md","code":"N006","name":"opmaak-niet-ondersteund","severity":"let-op","section":"kernpunten","field":null,"line":22,"column":5,"end_line":22,"end_column":11,"message":"Een nota kent deze opmaak niet: code.","help":"Schrijf het als gewone tekst, lijst of tabel. De tekens staan nu letterlijk in de nota.","fix":null,"fixes":[]}
        ]
    "#]].assert_eq(&ran.stdout);
}

#[test]
fn without_diagnostics_the_json_is_an_empty_array() {
    let folder = Folder::with(GOOD);
    let ran = check(&folder, "a.nota.md", "json");
    ran.ended(0);
    assert_eq!(ran.stdout, "[]\n");
}

#[test]
fn many_files_are_one_array() {
    let folder = Folder::with(faulty());
    folder.write("b.nota.md", GOOD);
    folder.write("c.nota.md", faulty());
    let ran = check(&folder, "a.nota.md weg.nota.md b.nota.md c.nota.md", "json");
    ran.ended(2).told("weg.nota.md");
    let rows: Vec<Value> = serde_json::from_str(&ran.stdout).expect("one array");
    let files: Vec<_> = rows.iter().filter_map(|row| row["file"].as_str()).collect();
    assert_eq!(files, ["a.nota.md", "c.nota.md"]);
    for row in &rows {
        let at = |name: &str| row[name].as_u64().expect("a number");
        assert!(at("line") >= 1 && at("column") >= 1, "{row}");
        let (start, end) = (
            (at("line"), at("column")),
            (at("end_line"), at("end_column")),
        );
        assert!(start <= end, "{row}");
    }
}

#[test]
fn a_file_whose_name_is_unusual_is_named_as_it_is() {
    let folder = Folder::new();
    folder.write("één #1.md", faulty());
    let mut command = crate::harness::nota();
    command.args(["check", "één #1.md", "--today", TODAY, "--format"]);
    let ran = folder.run(command.arg("json"));
    let rows: Value = serde_json::from_str(&ran.stdout).expect("JSON");
    assert_eq!(rows[0]["file"], "één #1.md");
}

#[test]
fn the_sarif_has_what_the_standard_requires() {
    let folder = Folder::with(faulty().replace("de uitkomst", "de `uitkomst`"));
    folder.write("b.nota.md", faulty());
    let ran = check(&folder, "a.nota.md weg.nota.md b.nota.md", "sarif");
    ran.ended(2);
    let log: Value = serde_json::from_str(&ran.stdout).expect("JSON");
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let driver = &run["tool"]["driver"];
    assert_eq!(driver["name"], "nota");
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let invocation = &run["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    let notice = &invocation["toolExecutionNotifications"][0]["message"]["text"];
    assert!(notice.as_str().expect("a text").contains("weg.nota.md"));
    let rules = driver["rules"].as_array().expect("rules");
    let results = run["results"].as_array().expect("results");
    assert_eq!(results.len(), 3, "{results:#?}");
    for result in results {
        let rule = &rules[result["ruleIndex"].as_u64().expect("an index") as usize];
        assert_eq!(rule["id"], result["ruleId"]);
        for text in ["shortDescription", "fullDescription", "help"] {
            let text = rule[text]["text"].as_str().expect("a text");
            assert!(!text.is_empty() && !text.contains('{'), "{text}");
        }
        assert!(
            !result["message"]["text"]
                .as_str()
                .expect("a text")
                .is_empty()
        );
        let level = result["level"].as_str().expect("a level");
        assert!(["error", "warning", "note"].contains(&level), "{level}");
        let location = &result["locations"][0]["physicalLocation"];
        assert!(location["artifactLocation"]["uri"].is_string());
        assert!(location["region"]["startLine"].as_u64() >= Some(1));
        assert!(location["region"]["startColumn"].as_u64() >= Some(1));
    }
}

#[test]
fn a_clean_run_is_a_successful_sarif_without_results() {
    let ran = check(&Folder::with(GOOD), "a.nota.md", "sarif");
    ran.ended(0);
    let log: Value = serde_json::from_str(&ran.stdout).expect("JSON");
    let run = &log["runs"][0];
    assert_eq!(run["results"], Value::Array(Vec::new()));
    assert_eq!(run["invocations"][0]["executionSuccessful"], true);
}
