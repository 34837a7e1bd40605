//! The files of the templates that are compiled in, found by `build.rs`.

include!(concat!(env!("OUT_DIR"), "/builtin_files.rs"));

/// Whether a text is that of a file that is compiled in: a layout of such files
/// is known to come to an end.
pub fn is_builtin_file(text: &str) -> bool {
    BUILTIN_FILES.iter().any(|(_, own)| *own == text)
}
