//! nota-markdown
