//! The desk as the window uses it, with a world of memory around it.

mod files;
mod glance;
mod import;
mod pages;
mod public;
mod templates;
mod world;
