//! `nota templates`: which templates there are, what one asks for, and
//! whether those in a folder are right.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use nota_store::{read_template_folder, shown};
use nota_template::{Registry, SectionSpec, Template, check_files};

use super::{templates_compare, templates_make};
use crate::engine::Engine;
use crate::failure::Failure;
use crate::outcome::Outcome;
use crate::output::Output;

/// The arguments of `nota templates`.
#[derive(Debug, Args)]
#[command(
    about = "Toon of controleer sjablonen",
    override_usage = "nota templates [list | check DIR | show NAME [--pdf FILE] | new FROM TO | compare OLD NEW -o DIR]",
    disable_help_subcommand = true
)]
pub(crate) struct Templates {
    /// What about them; the list when nothing is said.
    #[command(subcommand)]
    about: Option<About>,
}

/// What there is to say about templates.
#[derive(Debug, Subcommand)]
enum About {
    /// The list.
    #[command(about = "Som de sjablonen op", override_usage = "nota templates list")]
    List,
    /// Whether the templates in a folder are right.
    #[command(
        about = "Controleer de sjablonen in een map",
        override_usage = "nota templates check DIR"
    )]
    Check {
        /// The folder.
        #[arg(value_name = "DIR", help = "De map met sjablonen, of met één sjabloon")]
        dir: PathBuf,
    },
    /// What a template asks for.
    #[command(
        about = "Toon de velden en secties van een sjabloon",
        override_usage = "nota templates show NAME [--pdf FILE]"
    )]
    Show {
        /// The template.
        #[arg(
            value_name = "NAME",
            help = "Het sjabloon, bijvoorbeeld jenv/beslisnota"
        )]
        name: String,
        /// Where its example goes as a PDF.
        #[arg(
            long,
            value_name = "FILE",
            help = "Maak een PDF van de voorbeeldnota van dit sjabloon"
        )]
        pdf: Option<PathBuf>,
    },
    /// A template of one's own.
    #[command(
        about = "Begin een eigen sjabloon als kopie van een ander",
        override_usage = "nota templates new FROM TO"
    )]
    New {
        /// The template to copy.
        #[arg(
            value_name = "FROM",
            help = "Het sjabloon dat u kopieert: een naam zoals jenv/beslisnota, of een map met een sjabloon"
        )]
        from: String,
        /// Where to.
        #[arg(
            value_name = "TO",
            help = "De nieuwe map, die eindigt op MINISTERIE/NAAM"
        )]
        to: PathBuf,
    },
    /// What changed between two folders of templates.
    #[command(
        about = "Vergelijk twee mappen met sjablonen bladzijde voor bladzijde",
        override_usage = "nota templates compare OLD NEW [NOTA...] -o DIR"
    )]
    Compare {
        /// The folder as it was.
        #[arg(
            value_name = "OLD",
            help = "De map met sjablonen zoals die was; ‘ingebouwd’ zijn die van het programma"
        )]
        old: String,
        /// The folder as it is.
        #[arg(value_name = "NEW", help = "De map met sjablonen zoals die nu is")]
        new: String,
        /// Notas besides the examples.
        #[arg(
            value_name = "NOTA",
            help = "Nota's om ook te vergelijken, naast de voorbeelden"
        )]
        notas: Vec<PathBuf>,
        /// Where the page goes.
        #[arg(
            short,
            long,
            value_name = "DIR",
            help = "De map waarin de pagina index.html komt"
        )]
        output: PathBuf,
    },
}

impl Templates {
    /// Prints what is asked.
    pub(crate) fn run(
        &self,
        engine: impl Fn() -> Result<Engine, Failure>,
        out: &mut Output,
    ) -> Result<Outcome, Failure> {
        match &self.about {
            None | Some(About::List) => list(&engine()?.registry, out)?,
            Some(About::Show { name, pdf }) => {
                let engine = engine()?;
                let template = engine.template(name)?;
                match pdf {
                    Some(target) => templates_make::pdf(&engine, &template, target)?,
                    None => show(&template, out)?,
                }
            }
            Some(About::New { from, to }) => templates_make::new(from, to)?,
            Some(About::Compare {
                old,
                new,
                notas,
                output,
            }) => templates_compare::compare(old, new, notas, output)?,
            Some(About::Check { dir }) => return check(dir, out),
        }
        Ok(Outcome::Fine)
    }
}

fn list(registry: &Registry, out: &mut dyn Write) -> io::Result<()> {
    let templates = registry.all();
    let width = templates
        .iter()
        .map(|template| template.id.chars().count())
        .max();
    let width = width.unwrap_or_default();
    for Template {
        id,
        naam,
        ministerie,
        omschrijving,
        ..
    } in templates.iter().map(AsRef::as_ref)
    {
        writeln!(out, "{id:width$}  {naam} ({ministerie})")?;
        writeln!(out, "{:width$}  {omschrijving}", "")?;
    }
    Ok(())
}

fn show(template: &Template, out: &mut dyn Write) -> io::Result<()> {
    writeln!(
        out,
        "{}: {} ({})",
        template.id, template.naam, template.ministerie
    )?;
    writeln!(out, "{}", template.omschrijving)?;
    writeln!(out, "\nVelden (* is verplicht)")?;
    for veld in &template.velden {
        let star = if veld.verplicht { '*' } else { ' ' };
        writeln!(out, "  {star} {:20}  {}", veld.sleutel, veld.naam)?;
        put_help(&veld.hulp, out)?;
    }
    writeln!(out, "\nSecties (* is verplicht)")?;
    for sectie in &template.secties {
        let star = if sectie.verplicht { '*' } else { ' ' };
        let level = if sectie.onderdeel_van.is_some() {
            "  "
        } else {
            ""
        };
        writeln!(out, "  {star} {level}{}", heading(sectie))?;
        put_help(&sectie.hulp, out)?;
    }
    Ok(())
}

fn heading(sectie: &SectionSpec) -> String {
    match sectie.printed_number() {
        Some(number) => format!("{number} {}", sectie.titel),
        None => sectie.titel.clone(),
    }
}

fn put_help(help: &str, out: &mut dyn Write) -> io::Result<()> {
    for line in help.lines().filter(|line| !line.trim().is_empty()) {
        writeln!(out, "        {}", line.trim())?;
    }
    Ok(())
}

/// Faults in the templates themselves, with their places.
fn check(dir: &Path, out: &mut dyn Write) -> Result<Outcome, Failure> {
    let files = read_template_folder(dir)?;
    let templates = files
        .iter()
        .filter(|(path, _)| path.ends_with("/template.toml"))
        .count();
    if templates == 0 {
        return Err(Failure::Usage(format!(
            "In ‘{}’ staat geen sjabloon. Een sjabloon is een map MINISTERIE/NAAM met daarin een template.toml.",
            shown(dir)
        )));
    }
    let faults = check_files(&files);
    for fault in &faults {
        writeln!(
            out,
            "{}:{}:{}: {}",
            fault.file, fault.line, fault.column, fault.message
        )?;
    }
    let layouts = templates_make::faulty_layouts(&files)?;
    for fault in &layouts {
        writeln!(out, "{fault}")?;
    }
    let faults = faults.len() + layouts.len();
    let count = |number: usize, one: &str, many: &str| {
        format!("{number} {}", if number == 1 { one } else { many })
    };
    writeln!(
        out,
        "{} in {}",
        count(faults, "fout", "fouten"),
        count(templates, "sjabloon", "sjablonen")
    )?;
    Ok(if faults == 0 {
        Outcome::Fine
    } else {
        Outcome::Faulty
    })
}
