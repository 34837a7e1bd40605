//! The documents of a journey: those it begins with, those that the program
//! writes, and what the dialogs and the desktop do with them.

use std::path::{Path, PathBuf};

use nota_tests::files;

use crate::person::{NOTA, Person, journey, prepared_journey, wait_until};

/// The path of the example, as an argument of the program.
pub fn example() -> String {
    files::example().to_string_lossy().into_owned()
}

/// Plays a journey with the example, when its pages are there.
pub fn with_example(name: &str, act: impl FnOnce(&mut Person)) {
    journey(name, &[&example()], |person| {
        person.sees("2 pagina’s");
        act(person);
    });
}

/// Plays a journey with the small nota in a file of its own.
pub fn with_nota(name: &str, act: impl FnOnce(&mut Person)) {
    with_text(name, NOTA, act);
}

/// Plays a journey with the nota of a text, in a file of its own.
pub fn with_text(name: &str, text: &str, act: impl FnOnce(&mut Person)) {
    let prepare = |folder: &Path| {
        let file = folder.join("proef.nota.md");
        std::fs::write(&file, text).expect("the nota");
        vec![file.to_string_lossy().into_owned()]
    };
    prepared_journey(name, prepare, |person| {
        person.sees("1 pagina");
        act(person);
    });
}

impl Person {
    /// What the next dialog for files will choose.
    pub fn will_choose(&self, path: &Path) {
        std::fs::write(self.stage.answer(), path.to_string_lossy().as_bytes())
            .expect("the answer of the dialog");
    }

    /// The next dialog for files will be cancelled.
    pub fn will_cancel(&self) {
        let _ = std::fs::remove_file(self.stage.answer());
    }

    /// Where a document of this journey stands.
    pub fn document(&self, name: &str) -> PathBuf {
        self.stage.documents().join(name)
    }

    /// Waits for a document and reads it.
    pub fn reads(&self, name: &str) -> Vec<u8> {
        let path = self.document(name);
        wait_until(&format!("{name} is there"), || path.is_file());
        std::fs::read(path).expect("the document")
    }

    /// Waits for a document of text and reads it.
    pub fn reads_text(&self, name: &str) -> String {
        String::from_utf8(self.reads(name)).expect("text")
    }

    /// Waits until the desktop was asked to open a document of this name, and
    /// gives its path.
    pub fn sees_opened(&self, name: &str) -> PathBuf {
        let mut found = None;
        wait_until(&format!("{name} is opened"), || {
            let opened = self.stage.opened();
            found = opened.into_iter().find(|path| path.ends_with(name));
            found.is_some()
        });
        found.map(PathBuf::from).unwrap_or_default()
    }

    /// What the desktop was asked to open or show, in its order.
    pub fn opened(&self) -> Vec<String> {
        self.stage.opened()
    }

    /// From now on the desktop has no program for any file.
    pub fn has_no_programs(&self) {
        self.stage.without_programs();
    }
}
