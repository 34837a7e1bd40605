//! nota-typeset
