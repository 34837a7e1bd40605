//! nota-cli
