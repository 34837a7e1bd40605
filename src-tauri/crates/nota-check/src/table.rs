//! The table of all rules, for `docs/regels.md`.

use std::fmt::Write;

use crate::rules;

/// All rules as Markdown: a heading per group, and under it a table with code,
/// name, severity and message. Generated into `docs/regels.md`.
pub fn rules_table() -> String {
    let mut out = String::new();
    let mut group = None;
    for page in rules() {
        if group != Some(page.code.group()) {
            group = Some(page.code.group());
            let start = if out.is_empty() { "" } else { "\n" };
            let _ = write!(
                out,
                "{start}## N{}xx: {}\n\n| code | naam | ernst | melding | hulp |\n|---|---|---|---|---|\n",
                page.code.group(),
                page.group
            );
        }
        let cell = |text: &str| text.replace('|', "\\|");
        let _ = writeln!(
            out,
            "| {} | {} | {} | {} | {} |",
            page.code,
            page.name,
            page.severity.word(),
            cell(page.message),
            cell(&page.whole_help())
        );
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_rule_has_one_row() {
        let table = super::rules_table();
        for page in crate::rules() {
            let start = format!("| {} | {} |", page.code, page.name);
            assert_eq!(table.matches(&start).count(), 1, "{start}");
        }
    }
}
