//! The model of a nota as an indented outline: what a person compares in the
//! suite. It shows everything that makes two notas equal, and nothing else.

use nota_model::{Block, BlockKind, Body, Inline, Mark, Nota, Run, Table, Value};

/// The outline of a whole nota.
pub fn outline(nota: &Nota) -> String {
    let mut out = Outline::default();
    if nota.front.unreadable.is_some() {
        out.line(0, "voorblad onleesbaar");
    }
    for field in &nota.front.fields {
        out.value(0, &format!("{}:", field.key), &field.value);
    }
    if !nota.preamble.blocks.is_empty() || !nota.preamble.notes.is_empty() {
        out.line(0, "voor de eerste sectie");
        out.body(&nota.preamble);
    }
    for section in &nota.sections {
        let key = section.key.as_deref().unwrap_or("(onbekend)");
        let number = section.number.as_deref().map_or(String::new(), |number| {
            format!(" nummer {}", quoted(number))
        });
        out.line(
            0,
            &format!(
                "sectie {key} niveau {}{number} {}",
                section.level,
                quoted(&section.title)
            ),
        );
        out.body(&section.body);
    }
    out.text
}

#[derive(Default)]
struct Outline {
    text: String,
}

impl Outline {
    fn line(&mut self, depth: usize, text: &str) {
        self.text.push_str(&"  ".repeat(depth));
        self.text.push_str(text);
        self.text.push('\n');
    }

    fn value(&mut self, depth: usize, label: &str, value: &Value) {
        match value {
            Value::Text(text) => self.line(depth, &format!("{label} {}", quoted(text))),
            Value::Empty => self.line(depth, &format!("{label} niets")),
            Value::List(items) => {
                self.line(depth, label);
                for item in items {
                    self.value(depth + 1, "-", item);
                }
            }
            Value::Record(parts) => {
                self.line(depth, label);
                for (name, part) in parts {
                    self.value(depth + 1, &format!("{name}:"), part);
                }
            }
        }
    }

    fn body(&mut self, body: &Body) {
        self.blocks(1, &body.blocks);
        for note in &body.notes {
            self.line(1, &format!("voetnoot {}", quoted(&note.label)));
            self.blocks(2, &note.blocks);
        }
    }

    fn blocks(&mut self, depth: usize, blocks: &[Block]) {
        for block in blocks {
            match &block.kind {
                BlockKind::Paragraph { inlines } => self.inlines(depth, "alinea", inlines),
                BlockKind::Heading { level, inlines } => {
                    self.inlines(depth, &format!("tussenkop niveau {level}"), inlines);
                }
                BlockKind::List {
                    ordered,
                    start,
                    items,
                } => {
                    self.line(
                        depth,
                        &match ordered {
                            true => format!("nummering vanaf {start}"),
                            false => "opsomming".to_owned(),
                        },
                    );
                    for item in items {
                        self.line(depth + 1, "punt");
                        self.blocks(depth + 2, &item.blocks);
                    }
                }
                BlockKind::Table(table) => self.table(depth, table),
                BlockKind::Quote { blocks } => {
                    self.line(depth, "citaat");
                    self.blocks(depth + 1, blocks);
                }
                BlockKind::Lak { grond, blocks } => {
                    self.line(depth, &format!("lak {}", quoted(grond)));
                    self.blocks(depth + 1, blocks);
                }
            }
        }
    }

    fn table(&mut self, depth: usize, table: &Table) {
        self.line(depth, &format!("tabel {:?}", table.align).to_lowercase());
        for (index, row) in std::iter::once(&table.head).chain(&table.rows).enumerate() {
            self.line(depth + 1, if index == 0 { "kop" } else { "rij" });
            for cell in row {
                self.inlines(depth + 2, "cel", &cell.inlines);
            }
        }
    }

    /// Plain text stands behind the label; anything more gets a line a run.
    fn inlines(&mut self, depth: usize, label: &str, inlines: &[Inline]) {
        match inlines {
            [] => self.line(depth, &format!("{label} leeg")),
            [one] if one.marks.is_empty() => self.line(depth, &format!("{label} {}", run(one))),
            several => {
                self.line(depth, label);
                for inline in several {
                    self.line(depth + 1, &run(inline));
                }
            }
        }
    }
}

fn run(inline: &Inline) -> String {
    let mut out = match &inline.run {
        Run::Text { text } => quoted(text),
        Run::Note { label } => format!("noot {}", quoted(label)),
        Run::Break => "regeleinde".to_owned(),
    };
    for mark in &inline.marks {
        out.push(' ');
        out.push_str(&match mark {
            Mark::Lak { grond } => format!("lak={}", quoted(grond)),
            Mark::Taal { code } => format!("taal={}", quoted(code)),
            Mark::Link { href } => format!("link={}", quoted(href)),
            Mark::Sterk => "sterk".to_owned(),
            Mark::Nadruk => "nadruk".to_owned(),
        });
    }
    out
}

/// Between double quotes, with what cannot be seen written out.
fn quoted(text: &str) -> String {
    let mut out = String::from('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\u{a0}' | '\u{feff}' | '\u{200b}'..='\u{200f}' => {
                out.push_str(&c.escape_unicode().to_string());
            }
            c if c.is_control() => out.push_str(&c.escape_unicode().to_string()),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use nota_model::Section;

    #[test]
    fn the_outline_shows_marks_and_what_cannot_be_seen() {
        let nota = Nota {
            sections: vec![Section {
                key: Some("kern".to_owned()),
                title: "Kern".to_owned(),
                level: 2,
                body: Body {
                    blocks: vec![
                        Block::paragraph("a\u{a0}b"),
                        Block::new(BlockKind::Paragraph {
                            inlines: vec![Inline::text("c").with(Mark::Sterk)],
                        }),
                    ],
                    ..Body::default()
                },
                ..Section::default()
            }],
            ..Nota::default()
        };
        assert_eq!(
            outline(&nota),
            "sectie kern niveau 2 \"Kern\"\n  alinea \"a\\u{a0}b\"\n  alinea\n    \"c\" sterk\n"
        );
    }
}
