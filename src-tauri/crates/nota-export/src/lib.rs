//! nota-export
