//! The Markdown export before other eyes: pandoc sees the same headings,
//! lists, tables, footnotes and links as the model, for the examples of the
//! templates, the corpus and the nota with everything; the examples are golden
//! as well.

use std::process::ExitCode;
use std::sync::Arc;

use nota_export::markdown;
use nota_markdown::Parsed;
use nota_model::{
    Align, Block, BlockKind, Body, Cell, Inline, Item, Mark, Nota, PlainPart, Run, Section, Table,
    Value, plain_parts,
};
use nota_template::{ColumnItem, Registry, Template};
use nota_tests::engine;
use nota_tests::expectation::{compare, difference};
use nota_tests::files;
use nota_tests::pandoc::{self, line, plain};
use nota_tests::runner::{Case, Verdict, run};

fn main() -> ExitCode {
    let mut cases = vec![Case::new("texts appear literally", |_| literally())];
    for template in Registry::builtin().all() {
        let name = template.id.replace('/', "-");
        let text = Arc::clone(&template.voorbeeld);
        cases.push(golden(name.clone(), Arc::clone(&text)));
        cases.extend(readers(&name, text));
    }
    for folder in ["tests/corpus", "tests/goldens"] {
        for path in files::below(&files::root().join(folder), ".nota.md") {
            let text = files::read(&path);
            cases.extend(readers(&files::stem(&path, ".nota.md"), text.into()));
        }
    }
    run("markdown", cases)
}

fn golden(name: String, text: Arc<str>) -> Case {
    Case::new(format!("golden {name}"), move |mode| {
        let path = files::root().join(format!("tests/goldens/{name}.md"));
        compare(&name, &path, &export(&engine::read(&text)), mode)
    })
}

fn readers(name: &str, text: Arc<str>) -> [Case; 2] {
    let other = Arc::clone(&text);
    [
        Case::new(format!("pandoc {name}"), move |_| as_pandoc_reads(&text)),
        Case::new(format!("gfm {name}"), move |_| as_gfm(&other)),
    ]
}

fn export(parsed: &Parsed) -> String {
    markdown(&parsed.nota, &parsed.template)
}

/// Pandoc's own dialect has everything: it must see all that the model has.
fn as_pandoc_reads(text: &str) -> Verdict {
    let parsed = engine::read(text);
    let seen = pandoc::outline(&export(&parsed), "markdown")?;
    same(&expected(&parsed), &body(seen)?)
}

/// GitHub's dialect has no spans and divisions: paragraphs are left out.
fn as_gfm(text: &str) -> Verdict {
    let structure = |lines: Vec<String>| -> Vec<String> {
        let kept = lines.into_iter().filter(|line| {
            let line = line.trim_start();
            !line.starts_with("alinea") && !line.starts_with("lak ")
        });
        kept.map(|line| line.trim_start().to_owned()).collect()
    };
    let parsed = engine::read(text);
    let seen = pandoc::outline(&export(&parsed), "gfm")?;
    same(&structure(expected(&parsed)), &structure(body(seen)?))
}

/// Texts that some dialect of Markdown would take for markup.
const HOSTILE: [&str; 24] = [
    "a) eerst",
    "B. Jansen",
    "iv. eerst",
    "(1) eerst",
    "#. eerst",
    "(@bron) eerst",
    ": uitleg",
    "| regel",
    "$5 en $6, $x$",
    "m^2^ en H~2~O",
    "1. eerst",
    "- eerst",
    "# kop",
    "> citaat",
    "::: {.lak}",
    "*ster* _streep_ `code`",
    "[tekst](https://example.nl) [^1] [Aanleiding]",
    "<script>alert(1)</script> &amp;",
    "\\alpha \\begin{x}",
    "#import \"@preview/x\" #read(\"/etc/passwd\")",
    "![plaatje](x.png){width=1}",
    "---",
    "===",
    "https://example.nl/a_b_c en a@example.nl",
];

/// Hostile texts in a field, a title, a paragraph, a list and a cell.
fn literally() -> Verdict {
    let mut faults = Vec::new();
    for text in HOSTILE {
        let front = format!("---\nonderwerp: {}\n---\n", serde_json::json!(text));
        let mut parsed = engine::read(&front);
        let cell = Cell {
            inlines: vec![Inline::text(text)],
        };
        parsed.nota.sections.push(Section {
            title: text.to_owned(),
            level: 2,
            body: Body {
                blocks: vec![
                    Block::paragraph(text),
                    Block::new(BlockKind::List {
                        ordered: false,
                        start: 1,
                        items: vec![Item {
                            blocks: vec![Block::paragraph(text)],
                        }],
                    }),
                    Block::new(BlockKind::Table(Table {
                        align: vec![Align::None],
                        head: vec![cell.clone()],
                        rows: vec![vec![cell]],
                    })),
                ],
                ..Body::default()
            },
            ..Section::default()
        });
        let seen = pandoc::outline(&export(&parsed), "markdown")?;
        let title = format!("kop 1 {}", plain(text));
        if !seen.contains(&title) {
            faults.push(format!("no {title:?} in {seen:?}"));
        }
        if let Err(fault) = body(seen).and_then(|seen| same(&expected(&parsed), &seen)) {
            faults.push(fault);
        }
    }
    match faults.is_empty() {
        true => Ok(()),
        false => Err(faults.join("\n")),
    }
}

fn same(expected: &[String], seen: &[String]) -> Verdict {
    if expected == seen {
        return Ok(());
    }
    let lines = |list: &[String]| list.join("\n") + "\n";
    Err(format!(
        "pandoc sees something else (- in the model, + seen):\n{}",
        difference(&lines(expected), &lines(seen))
    ))
}

/// What follows the letterhead, which must be the title and a table.
fn body(seen: Vec<String>) -> Result<Vec<String>, String> {
    let start = seen.iter().position(|line| line.starts_with("kop 2"));
    let start = start.unwrap_or(seen.len());
    let head: Vec<&String> = seen[..start]
        .iter()
        .filter(|line| line.starts_with(|c: char| c != ' '))
        .collect();
    match head[..] {
        [title, letterhead, ..]
            if title.starts_with("kop 1 ") && letterhead == "tabel met 2 kolommen" =>
        {
            Ok(seen[start..].to_vec())
        }
        _ => Err(format!("the letterhead is no title and table: {head:?}")),
    }
}

fn expected(parsed: &Parsed) -> Vec<String> {
    let nota = engine::as_printed(&parsed.nota);
    let mut reader = Reader {
        nota: &nota,
        template: &parsed.template,
        lines: Vec::new(),
    };
    reader.beslissing();
    for section in &nota.sections {
        reader.section(section);
    }
    reader.signing();
    reader.bijlagen();
    reader.lines
}

/// Goes through the model and notes what pandoc should see.
struct Reader<'a> {
    nota: &'a Nota,
    template: &'a Template,
    lines: Vec<String>,
}

impl Reader<'_> {
    fn section(&mut self, section: &Section) {
        let spec = section
            .key
            .as_deref()
            .and_then(|key| self.template.sectie(key));
        let (level, number) = match spec {
            Some(spec) => (self.template.level(spec), spec.printed_number()),
            None => (section.level, section.number.clone()),
        };
        if spec.is_some_and(|spec| spec.alleen_intern) {
            self.push(0, "lijn");
        }
        let title = format!("{} {}", number.unwrap_or_default(), section.title);
        self.push(0, &format!("kop {level} {}", plain(&title)));
        self.blocks(0, &section.body.blocks);
    }

    /// The decision, before all else. Its remark has marks, which are read as in
    /// running text.
    fn beslissing(&mut self) {
        let nota = self.nota;
        let Some(decided) = nota.field_text("beslissing") else {
            return;
        };
        self.push(0, "kop 2 Beslissing");
        self.push(0, &format!("alinea {decided}"));
        let day = nota.field_text("beslissing-datum");
        let day = day
            .and_then(nota_sheet::parse_date)
            .map(nota_sheet::in_words);
        let by = nota.field_text("beslissing-door").map(str::to_owned);
        let remark = nota.field("beslissing-opmerking").map(Value::texts);
        let remark = remark.unwrap_or_default().into_iter().map(marked);
        let labels = ["Datum: ", "Door: ", "Opmerking: "]
            .into_iter()
            .chain(std::iter::repeat(""));
        let all = day.into_iter().chain(by).chain(remark);
        for (label, text) in labels.zip(all) {
            self.push(0, &format!("alinea {label}{text}"));
        }
    }

    /// The closing line: who signs, in capitals.
    fn signing(&mut self) {
        if let Some(who) = self.nota.field_text("ondertekenaar") {
            self.push(0, &format!("alinea {}", who.to_uppercase()));
        }
    }

    /// The table of the bijlagen, when the field says more than their names.
    fn bijlagen(&mut self) {
        let named = self.nota.section("bijlagen").is_some();
        let field = self.nota.field("bijlagen").filter(|_| !named);
        let items = field.map(Value::items).unwrap_or_default();
        let is_told = items.iter().any(|item| item.part("informatie").is_some());
        let column = self.template.kolom_eerste.iter();
        let is_counted = column
            .clone()
            .any(|own| matches!(own, ColumnItem::Count(_)))
            && !column
                .clone()
                .any(|own| *own == ColumnItem::Field("bijlagen".to_owned()));
        // A number says how many there are, and names none.
        let is_number = |item: &Value| {
            let text = item.as_text().unwrap_or_default().trim();
            text.parse::<u32>().is_ok()
        };
        if items.iter().all(is_number) || !is_told && !is_counted {
            return;
        }
        self.push(0, "kop 2 Bijlagen");
        let (count, more) = if is_told {
            (3, " | Informatie")
        } else {
            (2, "")
        };
        self.push(0, &format!("tabel met {count} kolommen"));
        self.push(1, &format!("kop Volgnummer | Naam{more}"));
        for (index, item) in items.iter().enumerate() {
            let mut cells = item.texts();
            cells.resize(count - 1, "");
            self.push(1, &format!("rij {} | {}", index + 1, cells.join(" | ")));
        }
    }

    fn push(&mut self, depth: usize, text: &str) {
        self.lines.push(line(depth, text));
    }

    fn blocks(&mut self, depth: usize, blocks: &[Block]) {
        for block in blocks {
            match &block.kind {
                BlockKind::Paragraph { inlines } => self.text(depth, "alinea", inlines),
                BlockKind::Heading { level, inlines } => {
                    self.text(0, &format!("kop {level}"), inlines);
                }
                BlockKind::List {
                    ordered,
                    start,
                    items,
                } => {
                    let name = match ordered {
                        true => format!("nummering vanaf {start}"),
                        false => "opsomming".to_owned(),
                    };
                    self.push(depth, &name);
                    for Item { blocks } in items {
                        self.push(depth + 1, "punt");
                        self.blocks(depth + 2, blocks);
                    }
                }
                BlockKind::Table(table) => {
                    let columns = table.head.len();
                    self.push(depth, &format!("tabel met {columns} kolommen"));
                    self.row(depth, "kop", &table.head);
                    for row in &table.rows {
                        self.row(depth, "rij", row);
                    }
                }
                BlockKind::Quote { blocks } => {
                    self.push(depth, "citaat");
                    self.blocks(depth + 1, blocks);
                }
                BlockKind::Lak { grond, blocks } => {
                    self.push(depth, &format!("lak {grond}"));
                    self.blocks(depth + 1, blocks);
                }
            }
        }
    }

    fn row(&mut self, depth: usize, name: &str, cells: &[Cell]) {
        let cells: Vec<String> = cells.iter().map(|cell| running(&cell.inlines)).collect();
        self.push(depth + 1, &format!("{name} {}", cells.join(" | ")));
    }

    fn text(&mut self, depth: usize, name: &str, inlines: &[Inline]) {
        self.push(depth, &format!("{name} {}", running(inlines)));
        for inline in inlines {
            if let Run::Note { label } = &inline.run
                && let Some(note) = self.nota.note(label)
            {
                self.push(depth, "voetnoot");
                self.blocks(depth + 1, &note.blocks);
            }
        }
    }
}

/// A text of a field with its marks, as [`running`] writes them.
fn marked(text: &str) -> String {
    let parts = plain_parts(text).into_iter().map(|part| match part {
        PlainPart::Public(text) => text.to_owned(),
        PlainPart::Withheld { grond, text } => format!("lak {grond}: {text}"),
    });
    parts.collect()
}

fn running(inlines: &[Inline]) -> String {
    let mut out = String::new();
    let mut open = &[] as &[Mark];
    for inline in inlines {
        for mark in inline.marks.iter().filter(|mark| !open.contains(mark)) {
            match mark {
                Mark::Lak { grond } => out.push_str(&format!("lak {grond}: ")),
                Mark::Link { href } => out.push_str(&format!("<{href}>")),
                Mark::Sterk | Mark::Nadruk | Mark::Taal { .. } => {}
            }
        }
        open = &inline.marks;
        match &inline.run {
            Run::Text { text } => out.push_str(text),
            Run::Note { .. } => out.push_str("[^]"),
            Run::Break => out.push(' '),
        }
    }
    plain(&out)
}
