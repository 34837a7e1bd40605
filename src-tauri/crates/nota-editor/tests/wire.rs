//! What the window is compiled against, and the rights that it has, are those
//! of the Rust definitions.
#![cfg(feature = "wire")]

use expect_test::expect_file;
use nota_editor::view::wire;

#[test]
fn the_window_is_compiled_against_these_types() {
    expect_file!["../../../../ui/src/wire/index.ts"].assert_eq(&wire::typescript());
}

#[test]
fn the_window_asks_and_hears_what_the_border_names() {
    expect_file!["../../../../ui/src/wire/border.ts"].assert_eq(&wire::border());
}

#[test]
fn the_window_may_call_the_commands_of_the_border() {
    expect_file!["../../../permissions/window.toml"].assert_eq(&wire::rights());
}
