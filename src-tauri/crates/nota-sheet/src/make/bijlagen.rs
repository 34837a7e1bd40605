//! The list of bijlagen as a table, when something is said about one of them.
//! Mere names stand in the letterhead.

use nota_model::{Align, Place, Value};
use nota_template::FieldKind;

use super::Maker;
use super::front::{Item, items};
use crate::{Line, Part, Piece, PieceKind, Rank, Table};

/// The key of a section that holds the list itself.
const BIJLAGEN: &str = "bijlagen";

/// The columns of the list.
const HEAD: [&str; 3] = ["Volgnummer", "Naam", "Informatie"];

/// The level of the heading above it.
const LEVEL: u8 = 2;

impl<'n> Maker<'n> {
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
        if self.nota.section(BIJLAGEN).is_some() || !items.iter().any(told) {
            return None;
        }
        let place = Place::field(key);
        let cell = |value: Option<&Value>, place: Place| {
            let line = Line::made(super::front::on_one_line(value), place);
            match self.withholding.field(key) {
                Some(grond) => line.withhold(grond),
                None => line,
            }
        };
        let rows = items.iter().enumerate().map(|(index, item)| {
            let (naam, own) = item.part_or_all("naam");
            vec![
                Line::made((index + 1).to_string(), Place::field(item.path.clone())),
                cell(Some(naam), own),
                cell(
                    item.value.part("informatie"),
                    Place::field(format!("{}.informatie", item.path)),
                ),
            ]
        });
        let table = Table {
            align: vec![Align::None; HEAD.len()],
            rows: rows.collect(),
            head: HEAD.map(|title| Line::given(title)).to_vec(),
        };
        let title = Line::given("Bijlagen");
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
