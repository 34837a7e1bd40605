//! `nota export`: where documents go, what is reported, many notas.

use crate::harness::{Folder, GOOD, faulty};

#[test]
fn a_pdf_stands_beside_its_nota() {
    let folder = Folder::with(GOOD);
    let ran = folder.nota("export a.nota.md --to pdf --fonts embedded");
    ran.ended(0).told("nota: Gemaakt: a.pdf\n");
    assert!(folder.read("a.pdf").starts_with(b"%PDF-"));
    assert_eq!(folder.names(), ["a.nota.md", "a.pdf"]);
}

#[test]
fn a_nota_with_a_fault_is_exported_and_ends_with_one() {
    let folder = Folder::with(faulty());
    let ran = folder.nota("export a.nota.md --to pdf");
    ran.ended(1);
    assert!(ran.stdout.contains("fout[N101]"), "{}", ran.stdout);
    assert!(folder.read("a.pdf").starts_with(b"%PDF-"));
}

#[test]
fn the_same_nota_gives_the_same_bytes() {
    let folder = Folder::with(GOOD);
    for name in ["een.pdf", "twee.pdf"] {
        let export = "export a.nota.md --to pdf --fonts embedded -o";
        folder.nota(&format!("{export} {name}")).ended(0);
    }
    assert_eq!(folder.read("een.pdf"), folder.read("twee.pdf"));
}

#[test]
fn an_export_is_made_anew_over_an_old_one() {
    let folder = Folder::with(GOOD);
    folder.write("a.md", "oud");
    folder.nota("export a.nota.md --to md").ended(0);
    assert_ne!(folder.read("a.md"), b"oud");
}

#[test]
fn on_standard_output_stands_the_document_and_nothing_else() {
    let folder = Folder::with(faulty());
    let ran = folder.nota("export a.nota.md --to pdf -o -");
    ran.ended(1).told("fout[N101]");
    assert!(ran.bytes.starts_with(b"%PDF-") && ran.bytes.trim_ascii_end().ends_with(b"%%EOF"));
    assert_eq!(folder.names(), ["a.nota.md"]);
    folder.write("b.nota.md", GOOD);
    folder
        .nota("export a.nota.md b.nota.md --to pdf -o -")
        .ended(2)
        .told("maar één nota tegelijk");
}

#[test]
fn a_nota_is_never_overwritten() {
    let folder = Folder::new();
    folder.write("a.md", GOOD);
    folder.write("b.nota.md", GOOD);
    folder.write("b.md", GOOD);
    for args in [
        "export a.md --to md",
        "export a.md --to pdf -o a.md",
        "export b.nota.md b.md --to md",
    ] {
        folder.nota(args).ended(2).told("overschrijven");
    }
    for name in ["a.md", "b.md", "b.nota.md"] {
        assert_eq!(folder.read(name), GOOD.as_bytes(), "{name}");
    }
}

#[test]
fn two_notas_with_one_name_do_not_overwrite_each_other() {
    let folder = Folder::new();
    folder.write("een/a.nota.md", GOOD);
    folder.write("twee/a.nota.md", faulty());
    folder.write("twee/b.nota.md", GOOD);
    let ran = folder.nota("export een/a.nota.md twee/a.nota.md twee/b.nota.md --to md -o uit/");
    ran.ended(2)
        .told("‘twee/a.nota.md’ is niet geëxporteerd: ‘een/a.nota.md’ krijgt dezelfde naam ‘uit/a.md’.")
        .told("Gemaakt: 2 van de 3 documenten")
        .told("1 van de 3 bestanden is niet gelukt: twee/a.nota.md");
    let first = folder.read("uit/a.md");
    assert!(String::from_utf8_lossy(&first).contains("Kernpunten"));
    let made = folder
        .names()
        .into_iter()
        .filter(|name| name.starts_with("uit/"));
    assert_eq!(made.collect::<Vec<_>>(), ["uit/a.md", "uit/b.md"]);
}

#[test]
fn one_bad_nota_does_not_stop_the_others() {
    let folder = Folder::new();
    let mut names: Vec<_> = (0..20).map(|n| format!("{n}.nota.md")).collect();
    for name in &names {
        folder.write(name, GOOD);
    }
    folder.write("x.nota.md", b"\xff");
    names.insert(7, "x.nota.md".to_owned());
    let ran = folder.nota(&format!(
        "export {} --to pdf -o uit --jobs 3",
        names.join(" ")
    ));
    ran.ended(2)
        .told("Gemaakt: 20 van de 21 documenten")
        .told("1 van de 21 bestanden is niet gelukt: x.nota.md");
    let made = folder
        .names()
        .into_iter()
        .filter(|name| name.ends_with(".pdf"));
    assert_eq!(made.count(), 20);
}

#[test]
fn the_house_style_folder_of_the_user_is_looked_at() {
    let folder = Folder::with(GOOD);
    folder
        .nota("export a.nota.md --to pdf --fonts embedded -o gewoon.pdf")
        .ended(0);
    folder.write(
        ".geen/beslisnota/huisstijl/woordmerk.txt",
        "Dienst Eigen Merk\n",
    );
    folder
        .nota("export a.nota.md --to pdf --fonts embedded -o eigen.pdf")
        .ended(0);
    assert_ne!(folder.read("gewoon.pdf"), folder.read("eigen.pdf"));
}
