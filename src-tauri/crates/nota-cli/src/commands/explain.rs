//! `nota explain`: the page of a rule, by its code or its name.

use std::io::{self, Write};

use clap::Args;
use nota_check::{RulePage, without_placeholders};
use nota_model::Code;

use crate::failure::Failure;
use crate::outcome::Outcome;
use crate::output::Output;

/// The arguments of `nota explain`.
#[derive(Debug, Args)]
#[command(about = "Leg een regel uit", override_usage = "nota explain N101")]
pub(crate) struct Explain {
    /// The rule.
    #[arg(
        value_name = "REGEL",
        help = "De code (N101) of de naam (sectie-ontbreekt) van de regel. Zonder regel volgt de lijst"
    )]
    rule: Option<String>,
}

impl Explain {
    /// Prints the page, or the list of rules.
    pub(crate) fn run(&self, out: &mut Output) -> Result<Outcome, Failure> {
        let Some(wanted) = &self.rule else {
            for rule in nota_check::rules() {
                let severity = rule.severity.word();
                writeln!(out, "{}  {severity:6}  {}", rule.code, rule.name)?;
            }
            return Ok(Outcome::Fine);
        };
        let code = Code::parse(wanted);
        let rule = nota_check::rules()
            .iter()
            .find(|rule| Some(rule.code) == code || rule.name.eq_ignore_ascii_case(wanted));
        let Some(rule) = rule else {
            return Err(Failure::Usage(format!(
                "De regel ‘{wanted}’ bestaat niet. Alle regels staan in: nota explain"
            )));
        };
        page(rule, out)?;
        Ok(Outcome::Fine)
    }
}

fn page(rule: &RulePage, out: &mut dyn Write) -> io::Result<()> {
    let severity = rule.severity.word();
    writeln!(
        out,
        "{} {} ({severity}, {})\n",
        rule.code, rule.name, rule.group
    )?;
    writeln!(out, "  {}", without_placeholders(rule.message))?;
    writeln!(out, "  {}\n", without_placeholders(&rule.whole_help()))?;
    writeln!(out, "{}", rule.whole_explanation())?;
    for (heading, examples) in [("Fout", &rule.wrong), ("Goed", &rule.right)] {
        for example in examples {
            writeln!(out, "\n{heading}:\n")?;
            for line in example.text.lines() {
                writeln!(out, "{}", format!("    {line}").trim_end())?;
            }
        }
    }
    Ok(())
}
