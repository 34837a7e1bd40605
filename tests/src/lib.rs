//! Runners for the tests.
