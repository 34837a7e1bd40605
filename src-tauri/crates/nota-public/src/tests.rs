//! Tests of the whole: text of a nota in, public text or proof out.

mod independence;
mod leaks;
mod machine;
mod redaction;
mod robustness;
mod texts;
mod variation;
