//! A thing that is made from the settings when it is first needed, because it
//! reads files, and made again when the settings are others.

use std::sync::{Arc, Mutex, PoisonError};

/// The thing in use and how to make another.
pub(crate) struct Made<T> {
    make: Box<dyn Fn() -> T + Send + Sync>,
    current: Mutex<Option<Arc<T>>>,
}

impl<T> Made<T> {
    pub(crate) fn new(make: impl Fn() -> T + Send + Sync + 'static) -> Self {
        Self {
            make: Box::new(make),
            current: Mutex::new(None),
        }
    }

    /// The one in use. Who asks while it is being made, waits.
    pub(crate) fn current(&self) -> Arc<T> {
        let mut current = self.current.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(current.get_or_insert_with(|| Arc::new((self.make)())))
    }

    /// Makes another one the next time.
    pub(crate) fn renew(&self) {
        *self.current.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}
