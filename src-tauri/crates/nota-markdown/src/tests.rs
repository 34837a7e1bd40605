//! Cases and properties of reading and printing.

mod cases;
mod corpus;
mod edits;
mod front;
mod hostile;
mod properties;
mod words;
