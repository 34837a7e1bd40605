//! What every command needs to look at a nota: the templates, the day of
//! today and which characters can be printed.

use std::borrow::Cow;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;
use nota_check::Surroundings;
use nota_markdown::Parsed;
use nota_metadata::Metagegevens;
use nota_model::{Diagnostic, Finding, Nota};
use nota_taal::Taal;
use nota_template::{Registry, Template};
use nota_typeset::{Fonts, HouseStyle};

use crate::checked::Checked;
use crate::failure::Failure;
use crate::output::tell;

/// Whether every font of the house style surely has a character: a letter of
/// western Europe, and the dashes, quotation marks, dots and amounts that Dutch
/// is typed with. All others are looked up in the fonts, which are read then.
fn is_common(char: char) -> bool {
    let typed = matches!(char, '\u{2009}' | '\u{202f}' | '\u{2013}' | '\u{2014}'
        | '\u{2018}'..='\u{201a}' | '\u{201c}'..='\u{201e}' | '\u{2022}' | '\u{2026}' | '€');
    !char.is_control() && (char <= '\u{ff}' || typed)
}

/// The fonts that are compiled in, with those of the house style that the
/// system has. One that cannot be read is the same as one that is not there.
pub(crate) fn system_fonts() -> Fonts {
    let files = nota_store::system_font_files();
    let faces = files
        .iter()
        .filter_map(|path| nota_store::read_bytes(path).ok());
    Fonts::with_faces(faces.collect())
}

/// The house style of the user's organisation.
///
/// # Errors
///
/// When its folder or a file in it cannot be read.
pub(crate) fn house_style() -> Result<HouseStyle, Failure> {
    Ok(match nota_store::house_style_folder() {
        None => HouseStyle::default(),
        Some(dir) => HouseStyle::from_files(&nota_store::read_house_style(&dir)?),
    })
}

/// The engine behind the commands.
#[derive(Debug)]
pub(crate) struct Engine {
    /// The templates that there are.
    pub(crate) registry: Cow<'static, Registry>,
    /// The day of today.
    pub(crate) today: NaiveDate,
    /// The language checks; none for a command without.
    pub(crate) taal: Option<Taal>,
    /// What the organisation chose for metadata, in a command that makes it.
    pub(crate) metagegevens: Option<Metagegevens>,
    /// The fonts to ask what is printable; read when a nota has an unusual
    /// character, because that takes longer than all the rest of a check.
    fonts: OnceLock<Fonts>,
}

impl Engine {
    /// An engine with the templates of a folder beside those compiled in.
    /// Faults in those templates are told, and do not stop the work.
    pub(crate) fn new(templates: Option<&Path>) -> Result<Self, Failure> {
        let registry = match templates {
            None => Cow::Borrowed(Registry::builtin()),
            Some(dir) => {
                let files = nota_store::read_template_folder(dir)?;
                let (registry, faults) = Registry::builtin().with_files(&files);
                for fault in &faults {
                    tell(&format!(
                        "sjabloon: {}:{}:{}: {}",
                        nota_store::template_root(dir).join(&fault.file).display(),
                        fault.line,
                        fault.column,
                        fault.message
                    ));
                }
                Cow::Owned(registry)
            }
        };
        Ok(Self {
            registry,
            today: chrono::Local::now().date_naive(),
            taal: None,
            metagegevens: None,
            fonts: OnceLock::new(),
        })
    }

    /// The template with this name.
    ///
    /// # Errors
    ///
    /// When there is none; the sentence names those that there are.
    pub(crate) fn template(&self, name: &str) -> Result<Arc<Template>, Failure> {
        self.registry.find(name).ok_or_else(|| {
            let all: Vec<_> = self
                .registry
                .all()
                .iter()
                .map(|own| own.id.as_str())
                .collect();
            Failure::Usage(format!(
                "Het sjabloon ‘{name}’ bestaat niet. Er zijn: {}.",
                all.join(", ")
            ))
        })
    }

    /// The text of a file, and the nota that it is.
    pub(crate) fn read(&self, path: &Path) -> Result<(String, Parsed), Failure> {
        let text = nota_store::read(path)?.text;
        let parsed = self.parse(&text);
        Ok((text, parsed))
    }

    /// The nota that a text is.
    pub(crate) fn parse(&self, text: &str) -> Parsed {
        nota_markdown::parse(text, &self.registry)
    }

    /// Reads and checks a nota in a file.
    pub(crate) fn check_file(&self, path: &Path) -> Result<Checked, Failure> {
        let (text, parsed) = self.read(path)?;
        let printable = |char| self.is_printable(char);
        let diagnostics = self.check(&parsed.nota, &parsed.template, &parsed.findings, &printable);
        Ok(Checked::new(path, text, parsed.nota, diagnostics))
    }

    /// Checks a nota, with which characters the fonts can print.
    pub(crate) fn check(
        &self,
        nota: &Nota,
        template: &Template,
        findings: &[Finding],
        printable: &dyn Fn(char) -> bool,
    ) -> Vec<Diagnostic> {
        let surroundings = Surroundings {
            today: self.today,
            printable,
            // Estimated in `check`, and so in `export` too: both say the same.
            pages: None,
            taal: self.taal.as_ref(),
            metagegevens: self.metagegevens.as_ref(),
        };
        nota_check::check(nota, template, findings, &surroundings)
    }

    /// Whether the embedded fonts can print a character.
    fn is_printable(&self, char: char) -> bool {
        is_common(char) || self.fonts.get_or_init(Fonts::embedded).is_printable(char)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_common_is_in_the_fonts() {
        let fonts = Fonts::embedded();
        let lacking: Vec<char> = ('\0'..='\u{ffff}')
            .filter(|char| is_common(*char) && !fonts.is_printable(*char))
            .collect();
        assert!(lacking.is_empty(), "{lacking:?}");
        assert!(!is_common('👍'));
    }
}
