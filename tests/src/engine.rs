//! The engine as the tests use it: the built-in templates, the embedded
//! fonts, a fixed day.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::NaiveDate;
use nota_check::{Surroundings, check, testing};
use nota_export::{ExportOptions, Format, Part, bundle, export, export_public};
use nota_markdown::{Parsed, parse};
use nota_model::{BlockKind, Cell, Diagnostic, Nota, Section, TextSite, plain_text};
use nota_public::PublicNota;
use nota_taal::{Onderdelen, Taal};
use nota_template::Registry;
use nota_typeset::{Fonts, HouseStyle, Typeset, Typesetter};
use similar::{ChangeTag, TextDiff};

/// The templates that are compiled in.
pub static REGISTRY: LazyLock<&Registry> = LazyLock::new(Registry::builtin);

/// A typesetter with the embedded fonts and no organisation's own style.
static TYPESETTER: LazyLock<Typesetter> =
    LazyLock::new(|| Typesetter::new(Fonts::embedded(), HouseStyle::default()));

/// The pages of a nota.
pub fn typeset(parsed: &Parsed) -> Typeset {
    TYPESETTER.typeset(&parsed.nota, &parsed.template, &REGISTRY)
}

/// The PDF of the nota in a text.
///
/// # Errors
///
/// When there is none, which no text should lead to.
pub fn pdf(text: &str) -> Result<Vec<u8>, String> {
    exported(Format::PDF, &read(text))
}

/// A nota in a format.
///
/// # Errors
///
/// When it cannot be made, which no text should lead to.
pub fn exported(format: Format, parsed: &Parsed) -> Result<Vec<u8>, String> {
    let options = ExportOptions::new(&TYPESETTER);
    export(format, &parsed.nota, &parsed.template, &REGISTRY, &options)
        .map(|exported| exported.bytes)
        .map_err(|error| error.to_string())
}

/// Notas as one PDF.
///
/// # Errors
///
/// When it cannot be made, which no text should lead to.
pub fn bundled(parts: &[Part<'_>]) -> Result<Vec<u8>, String> {
    let options = ExportOptions::new(&TYPESETTER);
    bundle(parts, &REGISTRY, &options).map_err(|error| error.to_string())
}

/// The public version of a nota in a format.
///
/// # Errors
///
/// When the nota has none.
pub fn public(format: Format, parsed: &Parsed) -> Result<Vec<u8>, String> {
    let nota = PublicNota::new(&parsed.nota, &parsed.template).map_err(|own| own.to_string())?;
    let options = ExportOptions::new(&TYPESETTER);
    export_public(format, &nota, &REGISTRY, &options)
        .map(|exported| exported.bytes)
        .map_err(|error| error.to_string())
}

/// The nota in a text, with the built-in templates.
pub fn read(text: &str) -> Parsed {
    parse(text, &REGISTRY)
}

/// The day on which the suite is checked, unless a case says another.
pub fn today() -> NaiveDate {
    testing::today()
}

/// All language checks, without lists of people.
pub static TAAL: LazyLock<Taal> = LazyLock::new(|| Taal::new(Onderdelen::ALL, Vec::new()));

/// What is said about a nota on a day, without its language.
pub fn diagnose(parsed: &Parsed, today: NaiveDate) -> Vec<Diagnostic> {
    diagnose_with(parsed, today, None)
}

/// What is said about a nota on a day, and by these language checks.
pub fn diagnose_with(parsed: &Parsed, today: NaiveDate, taal: Option<&Taal>) -> Vec<Diagnostic> {
    let fonts = Fonts::embedded();
    let surroundings = Surroundings {
        today,
        printable: &|c| fonts.is_printable(c),
        pages: None,
        taal,
        metagegevens: None,
    };
    check(
        &parsed.nota,
        &parsed.template,
        &parsed.findings,
        &surroundings,
    )
}

/// A diagnostic on a line: code, severity, line and column, message.
pub fn line(diagnostic: &Diagnostic, places: &Places) -> String {
    let place = diagnostic.place.span.map(|span| span.start);
    format!(
        "{} {} {} {}",
        diagnostic.code,
        diagnostic.severity.word(),
        place.map_or_else(|| "-".to_owned(), |byte| places.of(byte)),
        diagnostic.message
    )
}

/// Lines and columns in the text that a case shows.
pub struct Places<'a> {
    text: &'a str,
    /// The line in the case for a line in `text`, both from 0; none when the
    /// case shows the whole text.
    shown: Option<BTreeMap<usize, usize>>,
}

impl<'a> Places<'a> {
    /// Places in a text that is shown as it is.
    pub fn whole(text: &'a str) -> Self {
        Self { text, shown: None }
    }

    /// Places in a text of which only `part` is shown.
    pub fn in_part(text: &'a str, part: &str) -> Self {
        let diff = TextDiff::from_lines(part, text);
        let shown = diff
            .iter_all_changes()
            .filter(|change| change.tag() == ChangeTag::Equal)
            .filter_map(|change| Some((change.new_index()?, change.old_index()?)))
            .collect();
        Self {
            text,
            shown: Some(shown),
        }
    }

    /// Line and column of a byte, from 1, columns in characters; `-` in a
    /// line that is not shown.
    pub fn of(&self, byte: usize) -> String {
        let before = self.text.get(..byte).unwrap_or(self.text);
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let line = before.matches('\n').count();
        let column = before[start..].chars().count() + 1;
        let line = match &self.shown {
            None => Some(line),
            Some(shown) => shown.get(&line).copied(),
        };
        line.map_or_else(|| "-".to_owned(), |line| format!("{}:{column}", line + 1))
    }
}

/// The nota as it is printed: without the column for information about the
/// bijlagen that nobody filled in. All else is printed as it was written.
pub fn as_printed(nota: &Nota) -> Nota {
    let mut nota = nota.clone();
    let is_list = |own: &&mut Section| own.key.as_deref() == Some("bijlagen");
    let lists = nota.sections.iter_mut().filter(is_list);
    for block in lists.flat_map(|own| &mut own.body.blocks) {
        let BlockKind::Table(table) = &mut block.kind else {
            continue;
        };
        let says = |cell: &Cell| plain_text(&cell.inlines).trim().to_owned();
        let is_form = table.head.len() == 3 && says(&table.head[2]) == "Informatie";
        let mut cells = table.rows.iter().filter_map(|row| row.get(2));
        if is_form && cells.all(|cell| says(cell).is_empty()) {
            let rows = table.rows.iter_mut().chain([&mut table.head]);
            rows.for_each(|row| row.truncate(2));
        }
    }
    nota
}

/// Every word that a reader of the nota must see: of the titles, the bodies
/// and all footnotes, also those that nothing refers to, in the order of the
/// model.
pub fn visible_words(nota: &Nota) -> Vec<String> {
    as_printed(nota).texts().iter().flat_map(words).collect()
}

/// The words of one text. The number of a footnote separates words, because
/// it may stand inside one, and so does the ground behind withheld text.
pub fn words(site: &TextSite) -> Vec<String> {
    if site.inlines.is_empty() {
        return site.text.split_whitespace().map(str::to_owned).collect();
    }
    let mut text = String::new();
    let mut grond = None;
    for inline in site.inlines {
        if inline.grond() != grond {
            grond = inline.grond();
            text.push(' ');
        }
        text.push_str(inline.as_text().unwrap_or(" "));
    }
    text.split_whitespace().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_start_at_one() {
        let places = Places::whole("één\ntwee");
        assert_eq!(places.of(0), "1:1");
        assert_eq!(places.of(5), "1:4");
        assert_eq!(places.of(6), "2:1");
    }

    #[test]
    fn a_place_in_a_part_is_that_of_the_part() {
        let places = Places::in_part("basis\n\n## Kern\n\nTekst.\n", "\n## Kern\n\nTekst.\n");
        assert_eq!(places.of(0), "-");
        assert_eq!(places.of(16), "4:1");
    }
}
