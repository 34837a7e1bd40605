//! What is found out about the nota in the background: problems and pages.

use nota_model::Diagnostic;
use serde::{Deserialize, Serialize};

use super::{Barrier, Version};

/// The event `problems`: all that is said about a revision of the nota.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct Problems {
    /// The opening of a nota that it belongs to.
    pub document: u64,
    /// The revision that was checked.
    pub revision: u64,
    /// The diagnostics, in the order of the nota.
    pub diagnostics: Vec<Diagnostic>,
}

/// The event `pages`: the pages of a revision were set.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct PagesView {
    /// The opening of a nota that it belongs to.
    pub document: u64,
    /// The revision that was set.
    pub revision: u64,
    /// Which version they are of.
    pub versie: Version,
    /// The pages, in order; none when something bars the public version.
    pub pages: Vec<PageView>,
    /// What stands in the way of the public version, when that is shown.
    pub bezwaren: Vec<Barrier>,
    /// The number of words that the drafter wrote: subject, sections and
    /// footnotes, without the titles of sections.
    pub words: u32,
}

/// A page; its picture is asked for when its hash is new.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct PageView {
    /// Its position, from 0.
    pub index: u32,
    /// Changes when the picture changes, and only then.
    pub hash: String,
    /// The width in points.
    pub width_pt: f64,
    /// The height in points.
    pub height_pt: f64,
    /// The text of the page in reading order, lines apart: the alternative
    /// for a screen reader. Empty when it could not be had.
    pub tekst: String,
}

/// A point on a page, in points from its top left corner.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS))]
pub struct PagePoint {
    /// The page, from 0.
    pub page: u32,
    /// From the left edge.
    pub x: f64,
    /// From the top edge: of a line, its top.
    pub y: f64,
    /// The height of the line.
    pub height: f64,
}
