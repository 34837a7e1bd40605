//! The web view is trusted with nothing: a fault in it finds no memory for code
//! that is made while it runs.

use crate::documents::with_example;
use crate::program;

/// What the system's own libraries may have; that of a compiler of scripts is
/// a hundred megabytes.
const MOST: u64 = 64 * 1024;

#[test]
fn the_web_view_has_no_memory_for_compiled_scripts() {
    with_example("dicht", |person| {
        let web_view = "WebKitWebProces";
        let map = person.stage.memory_map_of(web_view, program::built());
        let mapped: Vec<(u64, &str)> = map.lines().filter_map(mapping).collect();
        assert!(
            mapped.iter().any(|(_, rights)| rights.contains('x')),
            "a map:\n{map}"
        );
        let writable_and_run = mapped
            .iter()
            .filter(|(_, rights)| rights.contains('w') && rights.contains('x'))
            .map(|(bytes, _)| bytes);
        assert!(writable_and_run.sum::<u64>() <= MOST, "{map}");
    });
}

/// How many bytes a line of a map is about, and what may be done with them.
fn mapping(line: &str) -> Option<(u64, &str)> {
    let mut words = line.split_whitespace();
    let (from, to) = words.next()?.split_once('-')?;
    let address = |text| u64::from_str_radix(text, 16).ok();
    Some((address(to)? - address(from)?, words.next()?))
}
