//! Tests of the whole: text of a nota in, public text or proof out.

mod independence;
mod leaks;
mod redaction;
mod robustness;
mod slips;
mod variation;
