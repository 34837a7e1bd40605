//! The files of the templates that are compiled in, found by `build.rs`.

include!(concat!(env!("OUT_DIR"), "/builtin_files.rs"));
