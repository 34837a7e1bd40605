//! Tests of the whole: text of a nota in, public text or proof out.

mod independence;
mod leaks;
mod red;
mod redaction;
mod robustness;
mod variation;
