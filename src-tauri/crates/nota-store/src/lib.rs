//! nota-store
