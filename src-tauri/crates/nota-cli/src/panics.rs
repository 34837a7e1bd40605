//! A fault in the program itself stays with the file it came up in. What the
//! program has to say about it holds no text of the nota.

use std::any::Any;
use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe};

thread_local! {
    static PLACE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// From now on a panic prints nothing: its message may quote the nota. Only
/// the place in the source is kept.
pub(crate) fn keep_quiet() {
    panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(|place| {
            let file = place.file().rsplit(['/', '\\']).next().unwrap_or_default();
            format!("{file}:{}", place.line())
        });
        PLACE.with(|own| *own.borrow_mut() = place);
    }));
}

/// What `work` returns, or where in the source it panicked.
pub(crate) fn guard<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    panic::catch_unwind(AssertUnwindSafe(work)).map_err(|_: Box<dyn Any + Send>| {
        let place = PLACE.with(|own| own.borrow_mut().take());
        place.unwrap_or_else(|| "plaats onbekend".to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_its_place_and_not_its_words() {
        keep_quiet();
        let place = guard(|| panic!("vertrouwelijke tekst")).expect_err("panicked");
        assert!(place.starts_with("panics.rs:"), "{place}");
        assert_eq!(guard(|| 1), Ok(1));
    }
}
