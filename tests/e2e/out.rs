//! Ways out beside the PDF: Markdown, the folder of what was made, the printer;
//! and an export that takes a while.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use nota_tests::{files, pdf};

use crate::documents::with_example;

fn rights(path: &Path) -> u32 {
    let known = std::fs::metadata(path).expect("it is there");
    known.permissions().mode() & 0o777
}

#[test]
fn markdown_is_exported_opened_and_shown_in_its_folder() {
    with_example("uit", |person| {
        person.presses("Ctrl+E");
        person.clicks("Markdown");
        person.will_choose(&person.document("nota.md"));
        person.clicks("Exporteren");
        person.sees("nota.md is gemaakt");
        person.meets_no_bar("markdown");
        let golden = files::read(&files::root().join("tests/goldens/jenv-beslisnota.md"));
        assert_eq!(person.reads_text("nota.md"), golden);
        // A desktop without a file manager that can point out a file.
        person.clicks("Map tonen");
        assert_eq!(person.sees_opened("documenten"), person.document(""));
        person.has_a_desktop_that_shows_files();
        person.clicks("Map tonen");
        let shown = person.sees_opened("nota.md");
        let place = format!("file://{}", person.document("nota.md").display());
        assert_eq!(shown, Path::new(&place));
        person.clicks("Openen");
        person.sees_no("nota.md is gemaakt");
        assert_eq!(person.sees_opened("documenten/nota.md"), shown);
    });
}

#[test]
fn notas_are_bundled_or_it_is_said_which_bars_it() {
    with_example("bundel", |person| {
        let folder = person.document("stapel");
        std::fs::create_dir_all(&folder).expect("a folder");
        let example = files::read(&files::example());
        std::fs::write(folder.join("b.nota.md"), &example).expect("a nota");
        let older = example.replace("datum: 2024-03-15", "datum: 2023-11-01");
        std::fs::write(folder.join("a.nota.md"), older).expect("a nota");
        person.chooses("Bestand", "Bundel maken…");
        person.look("bundel");
        person.meets_no_bar("bundel");
        person.will_choose(&folder);
        person.clicks("Nota’s kiezen…");
        person.sees("Bundel.pdf is gemaakt");
        let text = pdf::text(&folder.join("Bundel.pdf")).expect("a PDF");
        assert!(
            text.contains("Leeswijzer") && text.contains("1 november 2023"),
            "{text}"
        );
        person.clicks("Sluiten");
        let open = example.replace("## 1. Aanleiding\n", "## 1. Aanleiding\n\n[x]{.lak}\n");
        std::fs::write(folder.join("c.nota.md"), open).expect("a nota");
        person.chooses("Bestand", "Bundel maken…");
        person.clicks("Openbaar");
        person.clicks("Nota’s kiezen…");
        person.sees("Er is geen bundel gemaakt");
        person.sees("c.nota.md:");
        person.meets_no_bar("geweigerd");
    });
}

#[test]
fn documents_for_word_libreoffice_and_the_web_are_exported() {
    with_example("word", |person| {
        for (format, name, start) in [
            ("Word", "nota.docx", "PK"),
            ("OpenDocument", "nota.odt", "PK"),
            ("Webpagina", "nota.html", "<!DOCTYPE html>"),
        ] {
            person.presses("Ctrl+E");
            person.clicks(format);
            person.look(format);
            person.will_choose(&person.document(name));
            person.clicks("Exporteren");
            person.sees(&format!("{name} is gemaakt"));
            let bytes = std::fs::read(person.document(name)).expect("a document");
            assert!(bytes.starts_with(start.as_bytes()), "{name}");
            person.clicks("Sluiten");
        }
    });
}

#[test]
fn a_pdf_carries_its_nota_when_that_is_asked_for() {
    with_example("bron", |person| {
        for (asked, sources) in [(false, 0), (true, 1)] {
            person.presses("Ctrl+E");
            if asked {
                person.clicks("De nota zelf meenemen in de pdf");
                person.look("bron");
            }
            let name = format!("nota{sources}.pdf");
            person.will_choose(&person.document(&name));
            person.clicks("Exporteren");
            person.sees(&format!("{name} is gemaakt"));
            person.clicks("Sluiten");
            let bytes = std::fs::read(person.document(&name)).expect("a PDF");
            let document = pdf::open(&bytes).expect("is read");
            let is_source = |object: &&lopdf::Object| {
                let dict = object.as_dict().ok();
                dict.is_some_and(|own| own.has(b"AFRelationship"))
            };
            let found = document.objects.values().filter(is_source).count();
            assert_eq!(found, sources, "{name}");
        }
    });
}

#[test]
fn metadata_goes_along_with_an_export_or_it_is_said_what_is_missing() {
    with_example("metagegevens", |person| {
        person.chooses("Bestand", "Instellingen…");
        person.fills("Archiefsysteem waar het kenmerk vandaan komt", "Digijust");
        person.selects("Waardering", "Tijdelijk bewaren");
        person.fills("Bewaartermijn in jaren", "7");
        person.look("instellingen");
        person.clicks("Opslaan");
        person.presses("Ctrl+E");
        person.clicks("MDTO");
        person.clicks("DiWoo");
        person.look("exporteren");
        person.will_choose(&person.document("nota.pdf"));
        person.clicks("Exporteren");
        person.sees("nota.pdf is gemaakt");
        let nota = person.reads_text("nota.mdto.xml");
        assert!(nota.contains("Digijust") && nota.contains("P7Y"), "{nota}");
        assert!(
            person
                .reads_text("nota.bestand.mdto.xml")
                .contains("fmt/476")
        );
        assert!(person.reads_text("nota.diwoo.xml").contains("mnre1058"));
        person.clicks("Sluiten");
        person.clicks("Gegevens wijzigen");
        person.goes_to("Ons kenmerk");
        person.presses("Ctrl+A");
        person.presses("Backspace");
        person.presses("Ctrl+E");
        person.clicks("MDTO");
        person.clicks("Exporteren");
        person.sees("Er is niets geëxporteerd");
        person.meets_no_bar("onvolledig");
        person.clicks("Voor de metagegevens ontbreekt het veld Ons kenmerk.");
        person.is_at("Ons kenmerk");
    });
}

#[test]
fn printing_hands_our_own_pdf_to_the_viewer_from_a_folder_of_the_user() {
    with_example("afdrukken", |person| {
        person.chooses("Bestand", "Afdrukken");
        let opened = person.sees_opened(".pdf");
        let own = person.document("../thuis/data/beslisnota/uit");
        let own = own.canonicalize().expect("the folder of what goes out");
        assert_eq!(opened.parent(), Some(own.as_path()));
        assert_eq!((rights(&own), rights(&opened)), (0o700, 0o600));
        let golden = files::read(&files::root().join("tests/goldens/jenv-beslisnota.txt"));
        assert_eq!(pdf::text(&opened).expect("a PDF"), golden);
    });
}

#[test]
fn an_export_that_takes_a_while_says_so_and_can_be_ended() {
    with_example("voortgang", |person| {
        person.has_bad_luck();
        person.will_choose(&person.document("nota.md"));
        person.presses("Ctrl+E");
        person.clicks("Markdown");
        person.clicks("Exporteren");
        person.sees("Het Markdown-bestand wordt gemaakt.");
        person.meets_no_bar("bezig");
        person.clicks("Annuleren");
        person.sees_no("Het Markdown-bestand wordt gemaakt.");
        person.has_good_luck();
        // The next one ends after the one before, of which nothing came.
        person.will_choose(&person.document("nota.pdf"));
        person.presses("Ctrl+E");
        person.clicks("Pdf");
        person.clicks("Exporteren");
        person.sees("nota.pdf is gemaakt");
        assert!(!person.document("nota.md").exists());
    });
}
