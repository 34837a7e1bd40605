//! The same text made into a PDF by others, in the same run: WeasyPrint from
//! HTML and LibreOffice from a text document, both tagged.

use super::whole::{EXAMPLE, folder, memory_and_seconds, nota, times};
use crate::program::{Failure, Program};

/// Measures the makers beside each other, as a table.
pub fn measure() -> Result<String, Failure> {
    let nota = nota()?.display().to_string();
    let folder = folder("others")?;
    let place = |name: &str| folder.join(name).display().to_string();
    let markdown = place("nota.md");
    Program::new(&nota)
        .args(["export", EXAMPLE, "--to", "md", "-o"])
        .args([&markdown])
        .run()?;
    for output in ["nota.html", "nota.odt"] {
        Program::new("pandoc")
            .args(["--standalone", "--metadata", "title=Beslisnota"])
            .args(["--metadata", "lang=nl-NL", &markdown, "-o", &place(output)])
            .run()?;
    }
    let filter = r#"pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}"#;
    let makers: [(&str, Vec<String>); 3] = [
        (
            "nota",
            words(&[
                &nota,
                "export",
                EXAMPLE,
                "--to",
                "pdf",
                "-o",
                &place("nota.pdf"),
            ]),
        ),
        (
            "WeasyPrint, PDF/UA-1",
            words(&[
                "weasyprint",
                "--pdf-variant",
                "pdf/ua-1",
                &place("nota.html"),
                &place("weasyprint.pdf"),
            ]),
        ),
        (
            "LibreOffice, tagged",
            words(&[
                "soffice",
                "--headless",
                "--convert-to",
                filter,
                "--outdir",
                &place("lo"),
                &place("nota.odt"),
            ]),
        ),
    ];
    let mut out = String::from("| maker | mean | longest | peak memory |\n|---|--:|--:|--:|\n");
    for (name, command) in makers {
        let quoted: Vec<String> = command.iter().map(|word| format!("'{word}'")).collect();
        let times = times(&quoted.join(" "))?;
        let (megabytes, _) = memory_and_seconds(&command)?;
        out.push_str(&format!(
            "| {name} | {:.0} ms | {:.0} ms | {megabytes:.0} MB |\n",
            times.mean, times.longest
        ));
    }
    Ok(out)
}

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}
