//! The editing session: the open nota, its history, what is known of it and
//! what can be done to it. No window, no disk, no clock: those are behind
//! [`Host`].

mod banner;
mod border;
mod compare;
mod desk;
mod explain;
mod first_difference;
mod form;
mod guard;
mod history;
mod host;
mod journalled;
mod language;
mod length;
mod link;
mod made;
mod merge;
mod openbaar;
mod out;
mod paste;
mod preview;
mod previous;
mod replay;
mod restore;
mod retention;
mod session;
mod stock;
pub mod view;
mod words;

pub use border::Event;
pub use compare::{compare, differences};
pub use desk::{Beside, BundleNota, Bundling, Desk, Publishing};
pub use explain::explain;
pub use history::History;
pub use host::{Host, Keep, Origin};
pub use language::Language;
pub use link::may_open;
pub use out::formats;
pub use paste::read_paste;
pub use replay::{Ledger, Note, Replayed, replay};
pub use restore::restored;
pub use retention::{INTERVAL, surplus};
pub use session::{EditError, Effect, Session};
pub use stock::{Stock, TemplateFolder};
