//! The typesetter that is in use: made when it is first needed, because it
//! reads fonts, and made again when the house style is another one.

use std::sync::{Arc, Mutex, PoisonError};

use nota_typeset::Typesetter;

/// The typesetter in use and how to make another.
pub(crate) struct Typesetters {
    make: Box<dyn Fn() -> Typesetter + Send + Sync>,
    current: Mutex<Option<Arc<Typesetter>>>,
}

impl Typesetters {
    pub(crate) fn new(make: impl Fn() -> Typesetter + Send + Sync + 'static) -> Self {
        Self {
            make: Box::new(make),
            current: Mutex::new(None),
        }
    }

    /// The typesetter in use. Who asks while it is being made, waits.
    pub(crate) fn current(&self) -> Arc<Typesetter> {
        let mut current = self.current.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(current.get_or_insert_with(|| Arc::new((self.make)())))
    }

    /// Makes another one the next time.
    pub(crate) fn renew(&self) {
        *self.current.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}
