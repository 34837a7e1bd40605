//! PDFs of other programs with boxes over the text, as people make them when
//! they withhold afterwards. Made while testing, by the programs that are
//! installed.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A program that makes a PDF of a web page.
struct Maker {
    name: &'static str,
    make: fn(html: &Path, pdf: &Path) -> Command,
}

const MAKERS: &[Maker] = &[
    Maker {
        name: "weasyprint",
        make: |html, pdf| {
            let mut command = Command::new("weasyprint");
            command.arg(html).arg(pdf);
            command
        },
    },
    Maker {
        name: "chromium",
        make: |html, pdf| {
            let mut print = std::ffi::OsString::from("--print-to-pdf=");
            print.push(pdf);
            let mut command = Command::new("chromium");
            command
                .args(["--headless", "--no-sandbox", "--disable-gpu"])
                .arg(print)
                .arg(html);
            command
        },
    },
    Maker {
        name: "libreoffice",
        make: |html, pdf| {
            let folder = pdf.parent().unwrap_or(pdf);
            let mut profile = std::ffi::OsString::from("-env:UserInstallation=file://");
            profile.push(folder.join("libreoffice"));
            let mut command = Command::new("soffice");
            command
                .arg(profile)
                .args(["--headless", "--infilter=HTML (StarWriter)"]);
            command.args(["--convert-to", "pdf:writer_pdf_Export", "--outdir"]);
            command.arg(folder).arg(html);
            command
        },
    },
];

/// Programs that write a PDF anew, with what becomes of its insides.
const EDITORS: &[(&str, &[&str])] = &[
    ("qpdf", &["--object-streams=generate", "--linearize"]),
    ("qpdf", &["--qdf", "--object-streams=disable"]),
    ("mutool", &["clean", "-gggg", "-z"]),
];

/// The PDFs of a web page, with what made each. Programs that are not there
/// are left out, and named.
pub fn pdfs(html: &str, folder: &Path, name: &str) -> Vec<(String, PathBuf)> {
    let page = folder.join(format!("{name}.html"));
    if std::fs::create_dir_all(folder).is_err() || std::fs::write(&page, html).is_err() {
        return Vec::new();
    }
    let mut made = Vec::new();
    for maker in MAKERS {
        // LibreOffice names the file itself.
        let own = folder.join(maker.name);
        let pdf = own.join(format!("{name}.pdf"));
        let ready = std::fs::create_dir_all(&own).is_ok();
        if ready && runs(&mut (maker.make)(&page, &pdf)) && pdf.is_file() {
            made.push((maker.name.to_owned(), pdf));
        } else {
            println!("{} makes no PDF here: its boxes are not tried", maker.name);
        }
    }
    let originals = made.clone();
    for (maker, pdf) in &originals {
        for (number, (editor, options)) in EDITORS.iter().enumerate() {
            let edited = pdf.with_extension(format!("{number}.pdf"));
            if runs(Command::new(editor).args(*options).arg(pdf).arg(&edited)) {
                made.push((format!("{maker}, {editor} {}", options.join(" ")), edited));
            }
        }
    }
    made
}

fn runs(command: &mut Command) -> bool {
    let quiet = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}
