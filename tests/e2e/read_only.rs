//! A file that may not be written.

use std::os::unix::fs::PermissionsExt;

use crate::person::{NOTA, prepared_journey};

#[test]
fn a_read_only_file_says_so_at_opening_and_is_saved_elsewhere() {
    let prepare = |folder: &std::path::Path| {
        let file = folder.join("vast.nota.md");
        std::fs::write(&file, NOTA).expect("the nota");
        let rights = std::fs::Permissions::from_mode(0o444);
        std::fs::set_permissions(&file, rights).expect("read-only");
        vec![file.to_string_lossy().into_owned()]
    };
    prepared_journey("alleen-lezen", prepare, |person| {
        person.sees("Dit bestand is alleen-lezen.");
        person.look("geopend");
        person.presses("Ctrl+1");
        person.types("Toch. ");
        person.presses("Ctrl+S");
        person.sees("‘vast.nota.md’ is niet geschreven.");
        person.sees("Opslaan is niet gelukt");
        person.will_choose(&person.document("los.nota.md"));
        person.clicks("Opslaan als…");
        person.sees("Opgeslagen om");
        person.sees_no("Dit bestand is alleen-lezen.");
        assert!(person.reads_text("los.nota.md").contains("Toch. De proef"));
        assert_eq!(person.reads_text("vast.nota.md"), NOTA);
    });
}
