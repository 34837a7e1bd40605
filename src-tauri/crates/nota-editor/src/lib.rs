//! The editing session: the open nota, its history and what is known of it.
//! No window, no disk, no clock.

pub mod view;
