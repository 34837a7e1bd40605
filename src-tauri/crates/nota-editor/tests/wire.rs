//! The committed TypeScript types are those of the Rust types.
#![cfg(feature = "wire")]

use expect_test::expect_file;

#[test]
fn the_window_is_compiled_against_these_types() {
    expect_file!["../../../../ui/src/wire/index.ts"]
        .assert_eq(&nota_editor::view::wire::typescript());
}
