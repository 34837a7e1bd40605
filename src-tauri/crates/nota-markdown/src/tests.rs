//! Cases and properties of reading and printing.

mod corpus;
