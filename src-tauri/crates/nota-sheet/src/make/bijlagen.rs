//! The list of bijlagen as a table, when something is said about one of them.
//! Mere names stand in the letterhead.

use nota_model::{Align, FieldPath, FieldStep, Place, Value};
use nota_template::{ColumnItem, FieldKind, SectionRole};

use super::Maker;
use super::front::{Item, items};
use crate::{Line, Part, Piece, PieceKind, Rank, Table};

/// The columns of the list.
const HEAD: [&str; 3] = ["Volgnummer", "Naam", "Informatie"];

/// The level of the heading above it.
const LEVEL: u8 = 2;

/// Takes the last column from a table of bijlagen when it is that of the
/// information and nothing stands in it: a form that was not filled in. A column
/// with another name is the drafter's own, and stays.
pub(super) fn without_empty_column(piece: &mut Piece<'_>) {
    let PieceKind::Table(table) = &mut piece.kind else {
        return;
    };
    let kept = HEAD.len() - 1;
    let [_, _, head] = table.head.as_slice() else {
        return;
    };
    let is_empty = |row: &Vec<Line<'_>>| row.get(kept).is_none_or(Line::is_blank);
    if head.text().trim().eq_ignore_ascii_case(HEAD[kept]) && table.rows.iter().all(is_empty) {
        table.head.truncate(kept);
        table.align.truncate(kept);
        table.rows.iter_mut().for_each(|row| row.truncate(kept));
    }
}

impl<'n> Maker<'n> {
    /// Whether the column does not name the bijlagen, or says only how many
    /// there are: then their names stand in the list.
    fn names_none(&self, key: &str) -> bool {
        let column = &self.template.kolom_eerste;
        let value = self.nota.field(key);
        if value.and_then(super::front::number_of).is_some() {
            return false;
        }
        let has = |item: fn(String) -> ColumnItem| column.contains(&item(key.to_owned()));
        let names = [ColumnItem::Field, ColumnItem::Bold, ColumnItem::Plain];
        !names.into_iter().any(has)
    }

    /// The list under a heading of its own, unless there is nothing to say or a
    /// section says it already.
    pub(super) fn bijlagen(&mut self) -> Option<Part<'n>> {
        let mut fields = self.template.velden.iter();
        let field = fields.find(|veld| veld.soort == FieldKind::Bijlagen)?;
        let key = field.sleutel.as_str();
        let items: Vec<Item<'n>> = items(self.nota.field(key)?, key)
            .into_iter()
            .filter(|item| !item.value.is_blank())
            .collect();
        let told = |item: &Item| {
            let part = item.value.part("informatie");
            part.is_some_and(|part| !part.is_blank())
        };
        let written = self.template.written_for(SectionRole::Bijlagen, self.nota);
        let is_told = items.iter().any(told);
        let is_needed = is_told || self.names_none(key);
        if written.is_some() || items.is_empty() || !is_needed {
            return None;
        }
        let place = Place::field(key);
        let cell = |value: Option<&Value>, place: Place| {
            self.field_line(super::front::on_one_line(value).into(), place, key)
        };
        let rows = items.iter().enumerate().map(|(index, item)| {
            let (naam, own) = item.part_or_all("naam");
            vec![
                Line::made((index + 1).to_string(), Place::field(item.path.clone())),
                cell(Some(naam), own),
                cell(
                    item.value.part("informatie"),
                    Place::field(FieldPath::write(&item.path, FieldStep::Part("informatie"))),
                ),
            ]
        });
        // A column in which nothing stands is none.
        let columns = if is_told { HEAD.len() } else { HEAD.len() - 1 };
        let mut rows: Vec<Vec<Line<'n>>> = rows.collect();
        for row in &mut rows {
            row.truncate(columns);
        }
        let table = Table {
            align: vec![Align::None; columns],
            rows,
            head: HEAD.into_iter().take(columns).map(Line::given).collect(),
        };
        let title = Line::made("Bijlagen", place.clone());
        Some(Part {
            heading: self.heading(None, title, LEVEL, Rank::Section),
            pieces: vec![Piece {
                place: place.clone(),
                kind: PieceKind::Table(table),
            }],
            place,
            cut: None,
            is_internal: false,
        })
    }
}
