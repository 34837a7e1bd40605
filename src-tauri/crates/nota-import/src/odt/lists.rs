//! Lists of an ODT, counted as LibreOffice counts.

use std::collections::HashMap;

use super::Walker;
use super::styles::Level;
use crate::docx::written;
use crate::refusal::Refusal;
use crate::source::{ListPlace, Loss, Marker};
use crate::xml::{Element, Ns};

/// A list that is open.
#[derive(Debug, Clone)]
pub(super) struct Open {
    style: String,
    next: u64,
}

/// The lists that are open, and where each has come.
#[derive(Debug, Default)]
pub(super) struct Lists {
    pub(super) open: Vec<Open>,
    /// By id of a list, or its style: its next number.
    reached: HashMap<String, u64>,
}

impl Walker<'_> {
    /// Reads `text:list`.
    pub(super) fn list(&mut self, element: Element<'_>) -> Result<(), Refusal> {
        let above = self.lists.open.last().map(|own| own.style.clone());
        let style = element.attr(Ns::Text, "style-name").map(str::to_owned);
        let style = style.or(above).or_else(|| self.list_of_style(element));
        let style = style.unwrap_or_default();
        let at = self.lists.open.len();
        let level = self.styles.level(&style, at);
        let start = level.map_or(1, |level| level.start);
        let text = |local| element.attr(Ns::Text, local);
        let goes_on = text("continue-list")
            .map(str::to_owned)
            .or_else(|| (text("continue-numbering") == Some("true")).then(|| style.clone()));
        let next = goes_on.and_then(|own| self.lists.reached.get(&own).copied());
        let outer = self.place.take();
        self.lists.open.push(Open {
            style: style.clone(),
            next: next.unwrap_or(start),
        });
        for own in element.elements() {
            match own.name() {
                (Ns::Text, "list-item") => self.item(own)?,
                // It has no number, and is a paragraph.
                (Ns::Text, "list-header") => {
                    self.place = None;
                    self.blocks(own)?;
                }
                _ => self.block(own)?,
            }
        }
        if let Some(done) = self.lists.open.pop()
            && at == 0
        {
            let id = element.attr(Ns::Other, "id").map(str::to_owned);
            for key in id.into_iter().chain([style]) {
                self.lists.reached.insert(key, done.next);
            }
        }
        self.place = outer.map(|place| ListPlace {
            marker: None,
            ..place
        });
        Ok(())
    }

    /// The list that the style of the first paragraph names.
    fn list_of_style(&self, element: Element<'_>) -> Option<String> {
        let items = element.elements().flat_map(Element::elements);
        let mut styles = items.filter_map(|own| own.attr(Ns::Text, "style-name"));
        self.styles.list(styles.next()?).map(str::to_owned)
    }

    fn item(&mut self, element: Element<'_>) -> Result<(), Refusal> {
        let at = self.lists.open.len().saturating_sub(1);
        let start = element
            .attr(Ns::Text, "start-value")
            .and_then(|own| own.parse().ok());
        let Some(open) = self.lists.open.last_mut() else {
            return self.blocks(element);
        };
        if let Some(start) = start {
            open.next = start;
        }
        let number = open.next;
        let level = self.styles.level(&open.style, at).cloned();
        let level = level.unwrap_or(Level {
            is_bullet: true,
            ..Level::default()
        });
        let marker = marker(&level, number);
        if let Some(Marker::Words(words)) = &marker {
            self.source.lose(Loss::ListLetters, words);
        }
        let is_item = marker.is_some();
        self.place = marker.map(|marker| ListPlace {
            level: u8::try_from(at).unwrap_or(u8::MAX),
            marker: Some(marker),
        });
        self.blocks(element)?;
        let is_used = self
            .place
            .as_ref()
            .is_some_and(|place| place.marker.is_none());
        if is_item
            && is_used
            && let Some(open) = self.lists.open.last_mut()
        {
            open.next = open.next.saturating_add(1);
        }
        self.place = None;
        Ok(())
    }
}

/// What stands before an item; none for a level that shows nothing.
fn marker(level: &Level, number: u64) -> Option<Marker> {
    if level.is_bullet {
        return Some(Marker::Bullet);
    }
    let format = match level.format.as_str() {
        "" => return None,
        "1" => {
            let has_words = level.prefix.chars().any(char::is_alphabetic);
            if !has_words {
                return Some(Marker::Number(number));
            }
            "decimal"
        }
        "a" => "lowerLetter",
        "A" => "upperLetter",
        "i" => "lowerRoman",
        "I" => "upperRoman",
        _ => "decimal",
    };
    let words = format!(
        "{}{}{}",
        level.prefix,
        written(number, format),
        level.suffix
    );
    Some(Marker::Words(words.trim().to_owned()))
}
