//! Tests of the whole: text of a nota in, public text or proof out.

mod independence;
mod leaks;
mod machine;
mod pdf_fonts;
mod pdf_order;
mod pdf_unread;
mod pdf_work;
mod redaction;
mod robustness;
mod slips;
mod texts;
mod variation;
