//! The nota as a value: what it is made of, where its parts stand, what is
//! said about it and how it changes. No input or output, no parsing, no clock.

mod block;
mod change;
mod diagnostic;
pub mod dutch;
mod field_path;
mod front;
mod grond;
mod ignorable;
mod inline;
mod marked;
mod nota;
mod origin;
pub mod pairs;
mod place;
mod section;
mod text;

pub use block::{Align, Block, BlockKind, Cell, Item, Table};
pub use change::{Change, ChangeError, LAKKEN, SectionRef, is_language};
pub use diagnostic::{Code, Diagnostic, Finding, Fix, Related, Severity};
pub use field_path::{FieldPath, FieldStep};
pub use front::{Field, FieldParts, Front, Lakking, Value};
pub use grond::{GROND_PERSOONLIJK, Grond, NIET_OPENBAAR, find_grond, gronden, is_weglating};
pub use ignorable::is_ignorable;
pub use inline::{Inline, Mark, Run};
pub use marked::{PlainPart, placed_parts, plain_parts};
pub use nota::{FileStyle, Newline, Nota};
pub use origin::{Origin, Span};
pub use place::{Place, TextRange};
pub use section::{Body, Note, NoteSource, Section};
pub use text::{Carrier, LONGEST_WORD, TextSite, plain_text};
