//! The real window, used as a person uses it: every journey starts the
//! program on a screen of its own, in folders of its own, and finds what is
//! on the screen by Dutch labels. Pictures of what it saw are left in
//! `tests/rapport/e2e`.
#![allow(
    clippy::disallowed_methods,
    reason = "an edge: the tests start programs and read what they wrote"
)]

mod accessible;
mod bad_input;
mod closed;
mod closing;
mod conflict;
mod context;
mod desk;
mod documents;
mod drop;
mod faults;
mod fields;
mod finding;
mod flow;
mod guide;
mod hand;
mod herstel;
mod importing;
mod keyboard;
mod keys;
mod large_text;
mod lines;
mod links;
mod long_nota;
mod mail;
mod mouse;
mod new_nota;
mod openbaar;
mod out;
mod pages;
mod panes;
mod paste;
mod person;
mod program;
mod public_out;
mod read_only;
mod repair;
mod schermlezer;
mod screen;
mod seed;
mod selecting;
mod settings;
mod stage;
mod system_look;
mod taal;
mod two_starts;
