//! The letterhead: title, fields of the reference column and table of
//! parafen, as blocks whose texts appear literally.

use nota_model::{Block, BlockKind, Cell, GROND_PERSOONLIJK, Inline, Mark, Nota, Table, Value};
use nota_template::{ColumnItem, FieldKind, FieldRole, FieldSpec, SectionRole, Template};
use nota_typeset::{in_words, parse_date};

/// What the fields of a nota become.
pub struct Letterhead<'a> {
    nota: &'a Nota,
    template: &'a Template,
    rubricering: Vec<Block>,
}

impl<'a> Letterhead<'a> {
    /// The fields of a nota under a template.
    pub fn new(nota: &'a Nota, template: &'a Template) -> Self {
        let mut letterhead = Self {
            nota,
            template,
            rubricering: Vec::new(),
        };
        letterhead.rubricering = letterhead
            .value_for(FieldRole::Rubricering)
            .map(|inline| paragraph(inline.with(Mark::Sterk)))
            .into_iter()
            .collect();
        letterhead
    }

    /// The classification as a paragraph, when there is one: it stands above
    /// and below the nota.
    pub fn rubricering(&self) -> &[Block] {
        &self.rubricering
    }

    /// The title, never empty.
    pub fn title(&self) -> Inline {
        let name = Some(self.template.naam.trim()).filter(|name| !name.is_empty());
        self.value_for(FieldRole::Titel)
            .unwrap_or_else(|| Inline::text(name.unwrap_or("Nota")))
    }

    /// What stands between title and body: the table of the fields and that
    /// of the parafen.
    pub fn opening(&self) -> Vec<Block> {
        table(&["Gegeven", "Inhoud"], self.rows())
            .into_iter()
            .chain(self.parafen())
            .collect()
    }

    /// The addressee and the reference column of page 1, a row per field.
    fn rows(&self) -> Vec<Vec<Inline>> {
        let column = &self.template.kolom_eerste;
        let aan = self.template.key_for(FieldRole::Aan);
        let aan = aan.map(|key| ColumnItem::Field(key.to_owned()));
        let first = aan.filter(|aan| !column.contains(aan));
        first
            .iter()
            .chain(column)
            .filter_map(|item| match item {
                ColumnItem::Field(key) | ColumnItem::Plain(key) => {
                    Some(vec![self.label(key), self.value(key)?])
                }
                ColumnItem::Bold(key) => {
                    Some(vec![self.label(key), self.value(key)?.with(Mark::Sterk)])
                }
                ColumnItem::Adres => self.address(),
                ColumnItem::Gap => None,
            })
            .collect()
    }

    fn label(&self, key: &str) -> Inline {
        Inline::text(self.template.veld(key).map_or(key, |veld| &veld.opschrift))
    }

    fn address(&self) -> Option<Vec<Inline>> {
        let adres = &self.template.adres;
        let lines: Vec<&str> = adres
            .regels
            .iter()
            .chain(std::iter::once(&adres.web))
            .map(|line| line.trim())
            .filter(|line| !line.is_empty())
            .collect();
        (!lines.is_empty()).then(|| vec![Inline::text("Adres"), Inline::text(lines.join(", "))])
    }

    fn value_for(&self, role: FieldRole) -> Option<Inline> {
        self.value(self.template.key_for(role)?)
    }

    /// The value of a field on one line; none when there is nothing to see.
    fn value(&self, key: &str) -> Option<Inline> {
        let value = self.nota.field(key)?;
        let kind = self.template.veld(key).map(|veld| &veld.soort);
        let text = match (kind, value) {
            (Some(FieldKind::Bijlagen), _) => {
                let names = value.items().iter().map(|item| one_line(name(item)));
                let names: Vec<String> = names.filter(|name| !name.is_empty()).collect();
                names.join("; ")
            }
            (Some(FieldKind::Datum), Value::Text(text)) => {
                parse_date(text).map_or_else(|| one_line(value), in_words)
            }
            _ => one_line(value),
        };
        (!text.is_empty()).then(|| self.withhold(Inline::text(text), key))
    }

    /// The text, marked when the field is withheld in the public version.
    fn withhold(&self, inline: Inline, key: &str) -> Inline {
        let lakken = self.nota.lakken();
        let by_drafter = lakken.iter().find(|lak| lak.veld == key);
        let by_template = self.template.veld(key).and_then(|veld| veld.lak.as_deref());
        match by_drafter.map(|lak| lak.grond.as_str()).or(by_template) {
            Some(grond) => inline.with(Mark::Lak {
                grond: grond.to_owned(),
            }),
            None => inline,
        }
    }

    fn field(&self, kind: &FieldKind) -> Option<&'a FieldSpec> {
        self.template.velden.iter().find(|veld| veld.soort == *kind)
    }

    /// The table of parafen. The first row decides, the others advise.
    fn parafen(&self) -> Option<Block> {
        let field = self.field(&FieldKind::Parafen)?;
        let items = self.nota.field(&field.sleutel).map(Value::items);
        let mut names: Vec<Vec<Inline>> = items
            .unwrap_or_default()
            .iter()
            .map(|item| self.paraaf(item, &field.sleutel))
            .filter(|inlines| !inlines.is_empty())
            .collect();
        if names.is_empty() {
            let given = field.rijen.iter();
            names = given.map(|text| vec![Inline::text(text)]).collect();
        }
        let rows = names.into_iter().enumerate().map(|(index, name)| {
            let what = match index {
                0 => "Datum/eindparaaf:",
                _ => "Datum/paraaf:",
            };
            vec![name, vec![Inline::text(what)]]
        });
        table_of(&[&field.opschrift, "Paraaf"], rows.collect())
    }

    /// The function of who initials and, behind it, the name, which the public
    /// version leaves out.
    fn paraaf(&self, item: &Value, key: &str) -> Vec<Inline> {
        let (functie, name) = match item {
            Value::Record(_) => (item.part("functie"), item.part("naam")),
            _ => (Some(item), None),
        };
        let text = |value: Option<&Value>| value.map(one_line).filter(|text| !text.is_empty());
        let mut out = Vec::new();
        out.extend(text(functie).map(|text| self.withhold(Inline::text(text), key)));
        if let Some(name) = text(name) {
            if !out.is_empty() {
                out.push(Inline::text(", "));
            }
            out.push(Inline::text(name).with(Mark::Lak {
                grond: GROND_PERSOONLIJK.to_owned(),
            }));
        }
        out
    }

    /// The table of bijlagen, when something is said about one of them and no
    /// section has it already. Mere names stand in the letterhead.
    pub fn bijlagen(&self) -> Option<Block> {
        let field = self.field(&FieldKind::Bijlagen)?;
        if self
            .template
            .written_for(SectionRole::Bijlagen, self.nota)
            .is_some()
        {
            return None;
        }
        let said = |item: &Value| item.part("informatie").map(one_line).unwrap_or_default();
        let items = self.nota.field(&field.sleutel)?.items();
        if items.iter().all(|item| said(item).is_empty()) {
            return None;
        }
        let named = items.iter().filter(|item| !item.is_blank());
        let rows = named.enumerate().map(|(index, item)| {
            let texts = [one_line(name(item)), said(item)];
            let texts = texts.map(|text| self.withhold(Inline::text(text), &field.sleutel));
            std::iter::once(Inline::text((index + 1).to_string()))
                .chain(texts)
                .collect()
        });
        table(&["Volgnummer", "Naam", "Informatie"], rows.collect())
    }
}

/// The name of a bijlage; all that is written of it when it has none.
fn name(item: &Value) -> &Value {
    item.part("naam").unwrap_or(item)
}

/// All scalars of a value on one line.
fn one_line(value: &Value) -> String {
    let lines: Vec<String> = value
        .texts()
        .iter()
        .flat_map(|text| text.split(char::is_control))
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|line| !line.is_empty())
        .collect();
    lines.join("; ")
}

fn paragraph(inline: Inline) -> Block {
    Block::new(BlockKind::Paragraph {
        inlines: vec![inline],
    })
}

/// A table with one run in each cell; none without rows.
fn table(head: &[&str], rows: Vec<Vec<Inline>>) -> Option<Block> {
    let cells = |row: Vec<Inline>| row.into_iter().map(|inline| vec![inline]).collect();
    table_of(head, rows.into_iter().map(cells).collect())
}

/// A table; none without rows.
fn table_of(head: &[&str], rows: Vec<Vec<Vec<Inline>>>) -> Option<Block> {
    let cell = |inlines: Vec<Inline>| Cell {
        inlines: Inline::normalize(inlines),
    };
    let titles = head.iter().map(|text| cell(vec![Inline::text(*text)]));
    (!rows.is_empty()).then(|| {
        Block::new(BlockKind::Table(Table {
            align: vec![nota_model::Align::None; head.len()],
            head: titles.collect(),
            rows: rows
                .into_iter()
                .map(|row| row.into_iter().map(cell).collect())
                .collect(),
        }))
    })
}
