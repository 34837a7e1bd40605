//! The public version on the command line: made and proven in one go, refused
//! when it is not certain what is withheld, and files of others looked through.

use crate::harness::{Folder, GOOD};

/// A nota in which a name is withheld, and why.
fn withheld() -> String {
    GOOD.replace(
        "De evaluatie is positief.",
        "De evaluatie is positief, zegt [J. Jansen]{.lak grond=\"5.1.2e\"}.",
    )
    .replace(
        "Niet van toepassing.",
        "De persoonsgegevens van de ambtenaren zijn niet openbaar.",
    )
}

const NAME: &str = "Beslisnota Kamerbrief evaluatie noodhulp-openbaar";

#[test]
fn a_public_version_comes_with_its_proof() {
    let folder = Folder::with(withheld());
    for (extension, report) in [("pdf", "bewijs.txt"), ("md", "bewijs.json")] {
        let export = format!("export a.nota.md --to {extension} --public --report {report}");
        let file = format!("{NAME}.{extension}");
        folder
            .nota(&export)
            .ended(0)
            .told(&format!("Gemaakt: {file}"));
        let bytes = folder.read(&file);
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("Jansen"), "{text}");
    }
    let report = String::from_utf8(folder.read("bewijs.txt")).expect("text");
    assert!(
        report.contains("\nNiets van wat is gelakt, staat in dit bestand.\n"),
        "{report}"
    );
    let heading =
        format!("Verslag bij ‘{NAME}.pdf’. Bewaar het in uw dossier; publiceer het niet.\n");
    assert!(report.starts_with(&heading), "{report}");
    let json: serde_json::Value =
        serde_json::from_slice(&folder.read("bewijs.json")).expect("JSON");
    assert_eq!(json["grounds"]["5.1.2e"]["withheld"], 1);
    assert_eq!(json["verdict"], "proven");
    assert_eq!(json["file"]["name"], format!("{NAME}.md"));
    let sum = |bytes: &[u8]| nota_public::Fingerprint::of(None, bytes).sha256;
    assert_eq!(
        json["file"]["sha256"],
        sum(&folder.read(&format!("{NAME}.md")))
    );
    assert_eq!(json["nota"]["sha256"], sum(&folder.read("a.nota.md")));
    assert!(json["nota"].get("name").is_none());
    assert_eq!(json["hits"], serde_json::json!([]));
    assert!(!report.contains("Jansen") && !json.to_string().contains("Jansen"));
    folder
        .run(crate::harness::nota().args(["verify-public", "a.nota.md", &format!("{NAME}.pdf")]))
        .ended(0);
}

#[test]
fn other_withheld_text_gives_the_same_file() {
    let folder = Folder::with(withheld());
    folder.write(
        "b.nota.md",
        withheld().replace("J. Jansen", "een **heel** andere\\\nnaam[^1]") + "\n[^1]: noot\n",
    );
    for to in ["pdf", "md"] {
        for (nota, file) in [("a", "een"), ("b", "twee")] {
            let export =
                format!("export {nota}.nota.md --to {to} --public -o {file} --fonts embedded");
            folder.nota(&export).ended(0);
        }
        assert_eq!(folder.read("een"), folder.read("twee"));
    }
}

#[test]
fn what_is_not_certain_is_not_made() {
    for (text, code) in [
        (withheld().replace(" grond=\"5.1.2e\"", ""), "N501"),
        (withheld().replace("5.1.2e", "5.1.2z"), "N502"),
        (
            withheld().replace(
                "De persoonsgegevens van de ambtenaren zijn niet openbaar.",
                "N.v.t.",
            ),
            "N503",
        ),
        (
            withheld().replace("[J. Jansen]{.lak", "[J. Jansen] {.lak"),
            "N508",
        ),
        (
            withheld().replace("[J. Jansen]{.lak", "[J. Jansen]{.LAK"),
            "N508",
        ),
        (withheld().replace("jenv/beslisnota", "er/niet"), "N001"),
    ] {
        let folder = Folder::with(&text);
        let ran = folder.nota("export a.nota.md --to pdf --public");
        ran.ended(1).told(&format!(
            "geen openbare versie gemaakt. Los eerst deze meldingen op: {code}"
        ));
        assert!(ran.stdout.contains(code), "{}", ran.stdout);
        assert_eq!(folder.names(), ["a.nota.md"]);
    }
}

#[test]
fn many_notas_get_public_versions_side_by_side() {
    let folder = Folder::with(withheld());
    folder.write("b.nota.md", withheld().replace("noodhulp", "toezicht"));
    folder.write("c.nota.md", withheld().replace(" grond=\"5.1.2e\"", ""));
    let ran = folder.nota("export a.nota.md b.nota.md c.nota.md --to md --public -o uit/");
    ran.ended(1).told("Gemaakt: 2 van de 3 documenten");
    let names = folder.names();
    let made = names.iter().filter(|name| name.ends_with("-openbaar.md"));
    assert_eq!(made.count(), 2, "{names:?}");
    folder
        .nota("export a.nota.md b.nota.md --to md --public --report x.txt")
        .ended(2)
        .told("maar één nota tegelijk");
    folder
        .nota("export a.nota.md --to md --report x.txt")
        .ended(2);
}

#[test]
fn a_published_file_with_a_withheld_name_is_found_out() {
    let folder = Folder::with(withheld());
    folder
        .nota("export a.nota.md --to pdf -o intern.pdf")
        .ended(0);
    folder.write("schoon.md", "De evaluatie is positief.");
    let ran = folder.nota("verify-public a.nota.md intern.pdf schoon.md");
    ran.ended(1);
    assert!(
        ran.stdout
            .contains("intern.pdf\nIn dit bestand staat tekst die is gelakt."),
        "{}",
        ran.stdout
    );
    assert!(
        ran.stdout.contains("in de tekst van bladzijde 1"),
        "{}",
        ran.stdout
    );
    assert!(
        ran.stdout.contains("schoon.md\nNiets van wat is gelakt"),
        "{}",
        ran.stdout
    );
    assert!(!ran.stdout.contains("Jansen"));
    let ran = folder.nota("verify-public a.nota.md intern.pdf schoon.md --format json");
    let rows: serde_json::Value = serde_json::from_str(&ran.ended(1).stdout).expect("JSON");
    assert_eq!(rows[0]["proven"], false);
    assert_eq!(rows[0]["proof"]["hits"][0]["grond"], "5.1.2e");
    assert_eq!(rows[1]["proven"], true);
}

#[test]
fn a_file_is_proven_only_when_all_of_it_is_read() {
    let folder = Folder::with(withheld());
    folder.write(
        "mail.eml",
        "From: a@b.nl\nSubject: x\n\nbegin 644 nota.doc\nM1234\n",
    );
    let ran = folder.nota("verify-public a.nota.md mail.eml");
    ran.ended(2);
    assert!(
        ran.stdout.contains("Er is niets bewezen")
            && ran.stdout.contains("Niet gelezen: een bestand in uuencode"),
        "{}",
        ran.stdout
    );
    let ran = folder.nota("verify-public a.nota.md mail.eml --format json");
    let rows: serde_json::Value = serde_json::from_str(&ran.ended(2).stdout).expect("JSON");
    assert_eq!(rows[0]["proven"], false);
    assert_eq!(rows[0]["verdict"], "not-proven");
    assert_eq!(
        rows[0]["proof"]["unread"][0]["what"],
        "een bestand in uuencode"
    );
    // What is found in the rest, is found.
    folder.write(
        "mail.eml",
        "From: a@b.nl\nSubject: =?utf-8?Q?J=2E_Jansen?=\n\nbegin 644 nota.doc\n",
    );
    folder.nota("verify-public a.nota.md mail.eml").ended(1);
}

/// A logo as an organisation has it: letters that are drawn, and a picture.
const LOGO: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40" width="120" height="40">
<path fill="#154273" d="M4 4c6-3 14 2 13 9s-8 9-13 7V4zm20 2q9-2 10 6t-8 9q-7 1-6-7t4-8zm18 0c8-4 13 4 9 9s-13 4-12-2 1-6 3-7z"/>
<path fill="#154273" d="M60 6c7-3 11 5 7 9s-11 3-11-3 2-5 4-6zm18 0q8-3 9 5t-7 8q-7 1-6-6t4-7zm18 1c7-2 9 5 5 9s-9 2-9-3 2-5 4-6z"/>
<image x="4" y="24" width="12" height="12" href="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAANElEQVR42mMQERGRk5MDklFRUUBy2rRpQPLSpUsMQABk2djYAMmKigoguWXLFiDJMCh1AADmZy7haCFsOQAAAABJRU5ErkJggg=="/>
</svg>"##;

#[test]
fn the_logo_of_the_organisation_is_known_when_a_file_is_verified() {
    let folder = Folder::with(withheld());
    let logo = folder.write(".geen/beslisnota/huisstijl/logo.svg", LOGO);
    folder
        .nota("export a.nota.md --to pdf --public -o openbaar.pdf")
        .ended(0);
    let verified = folder.nota("verify-public a.nota.md openbaar.pdf");
    verified.ended(0);
    assert!(
        verified
            .stdout
            .contains("Niets van wat is gelakt, staat in dit bestand."),
        "{}",
        verified.stdout
    );
    // To who does not have that logo it is a drawing that nobody can read.
    std::fs::remove_file(logo).expect("can be removed");
    let verified = folder.nota("verify-public a.nota.md openbaar.pdf");
    verified.ended(2);
    assert!(
        verified.stdout.contains("Niet gelezen: "),
        "{}",
        verified.stdout
    );
}

#[test]
fn a_nota_that_withholds_nothing_proves_nothing() {
    let folder = Folder::with(crate::harness::GOOD);
    folder.write("x.md", "Tekst.");
    for nota in ["a.nota.md", "x.md"] {
        folder
            .nota(&format!("verify-public {nota} x.md"))
            .ended(2)
            .told("is niets gelakt, dus er is niets om naar te zoeken");
    }
}

#[test]
fn what_cannot_be_read_proves_nothing() {
    let folder = Folder::with(withheld());
    folder.write("x.zip", b"PK\x03\x04\0\0\0\0");
    folder.write("x.png", b"\x89PNG\r\n\x1a\n\0\0\0\xff\xd8");
    folder.write("x.pdf", "%PDF-1.7\nniets");
    for (file, reason) in [
        ("x.zip", "het pakket is niet heel"),
        (
            "x.png",
            "Dit soort bestand kan het programma niet doorzoeken",
        ),
        ("x.pdf", "beschadigd"),
        ("weg.pdf", "bestaat niet"),
    ] {
        let ran = folder.nota(&format!("verify-public a.nota.md {file}"));
        ran.ended(2).told(reason);
        assert_eq!(ran.stdout, "");
    }
    folder.write(
        "b.nota.md",
        withheld().replace("jenv/beslisnota", "er/niet"),
    );
    folder
        .nota("verify-public b.nota.md a.nota.md")
        .ended(2)
        .told("is niet zeker wat niet openbaar is");
}

#[test]
fn notas_with_one_subject_get_names_apart_whatever_the_threads_do() {
    let folder = Folder::new();
    let mut names = Vec::new();
    for number in 0..60 {
        let kenmerk = 5_301_000 + number / 2;
        let text = withheld().replace("5254387", &kenmerk.to_string());
        let name = format!("geheim-{number}.nota.md");
        folder.write(&name, text);
        names.push(name);
    }
    for jobs in ["1", "7"] {
        let mut command = crate::harness::nota();
        command.arg("export").args(&names);
        command.args(["--to", "md", "--public", "--jobs", jobs, "-o"]);
        let out = format!("uit{jobs}/");
        folder
            .run(command.args([&*out, "--report", &format!("bewijs{jobs}/")]))
            .ended(0)
            .told("Gemaakt: 60 van de 60 documenten");
    }
    let of = |start: &str| -> Vec<String> {
        let all = folder.names().into_iter();
        all.filter_map(|name| Some(name.strip_prefix(start)?.to_owned()))
            .collect()
    };
    let made = of("uit1/");
    assert_eq!(made.len(), 60);
    assert_eq!(made, of("uit7/"));
    assert!(made.iter().all(|name| !name.contains("geheim")), "{made:?}");
    let subject = "Beslisnota Kamerbrief evaluatie noodhulp";
    assert!(
        made.contains(&format!("{subject} 5301029-openbaar.md")),
        "{made:?}"
    );
    assert!(
        made.contains(&format!("{subject} 5301029 (2)-openbaar.md")),
        "{made:?}"
    );
    // A report for people and one for programs, with the name of the file.
    assert_eq!(of("bewijs1/").len(), 120);
    assert!(of("bewijs1/").contains(&format!("{subject} 5301029-openbaar.md.bewijs.json")));
}

#[test]
fn the_public_file_is_never_that_of_a_nota() {
    let folder = Folder::new();
    let own = format!("{NAME}.md");
    folder.write(&own, withheld());
    let mut command = crate::harness::nota();
    let ran = folder.run(command.args(["export", &own, "--to", "md", "--public"]));
    ran.ended(0);
    assert_eq!(
        folder.names(),
        [
            "Beslisnota Kamerbrief evaluatie noodhulp (2)-openbaar.md",
            &own
        ]
        .map(str::to_owned)
        .into_iter()
        .collect::<std::collections::BTreeSet<_>>()
        .into_iter()
        .collect::<Vec<_>>()
    );
}

#[test]
fn a_refused_export_leaves_nothing_new_and_names_what_is_old() {
    let folder = Folder::with(withheld());
    folder
        .nota("export a.nota.md --to pdf --public --report dossier/bewijs.txt")
        .ended(2)
        .told("dossier");
    assert_eq!(
        folder.names(),
        ["a.nota.md"],
        "not the document without its report"
    );
    let export = "export a.nota.md --to pdf --public --report bewijs.txt";
    folder
        .nota(export)
        .ended(0)
        .told("Verslag van het bewijs: bewijs.txt. Het is voor uw dossier; publiceer het niet.");
    let before = (
        folder.read(&format!("{NAME}.pdf")),
        folder.read("bewijs.txt"),
    );
    folder.write("a.nota.md", withheld().replace("5.1.2e", "5.1.2z"));
    let ran = folder.nota(export);
    ran.ended(1)
        .told("geen openbare versie gemaakt")
        .told(&format!("Let op: ‘{NAME}.pdf’ van "))
        .told("Let op: ‘bewijs.txt’ van ")
        .told("Dat is een oudere versie: gebruik die niet als de nieuwe.");
    let after = (
        folder.read(&format!("{NAME}.pdf")),
        folder.read("bewijs.txt"),
    );
    assert!(before == after, "nothing of the user is taken away");
    assert_eq!(folder.names().len(), 3, "{:?}", folder.names());
    // Where nothing stands nothing is said.
    let ran = folder.nota("export a.nota.md --to md --public");
    assert!(!ran.ended(1).stderr.contains("Let op: ‘"), "{}", ran.stderr);
}

#[test]
fn a_report_replaces_no_nota_and_no_document() {
    let folder = Folder::with(withheld());
    folder
        .nota("export a.nota.md --to md --public --report a.nota.md")
        .ended(2)
        .told("overschrijven");
    folder
        .nota("export a.nota.md --to md --public -o x.md --report x.md")
        .ended(2)
        .told("zouden beide ‘x.md’ heten");
    assert_eq!(folder.names(), ["a.nota.md"]);
    assert_eq!(
        String::from_utf8(folder.read("a.nota.md")).expect("text"),
        withheld()
    );
}
