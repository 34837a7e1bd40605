//! nota-check
