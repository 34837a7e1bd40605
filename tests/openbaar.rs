//! The public version as a whole: no reader finds anything withheld in it, it
//! does not change with what is withheld, it is as accessible as the internal
//! one, and boxes over text in files of other programs are seen through.
#![allow(
    clippy::disallowed_methods,
    reason = "an edge: these tests make and read files"
)]

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use nota_export::Format;
use nota_markdown::Parsed;
use nota_model::{Block, BlockKind, Inline, Mark};
use nota_public::{Kind, Proof, PublicNota, Secrets, prove_absent};
use nota_tests::expectation::write;
use nota_tests::runner::{Case, Verdict, run};
use nota_tests::{engine, files, foreign, pdf};

/// What is withheld in [`nota`], as someone would search for it.
const WITHHELD: &[&str] = &[
    "Abelsen",
    "Bernsen",
    "Cornelissen",
    "Dirksen",
    "Evertsen",
    "Fransen",
    "Gerritsen",
    "geheim.example",
    "0612345678",
    "twaalf miljoen",
    "noot-bij",
];

fn main() -> ExitCode {
    let mut cases = vec![
        Case::new("three readers find nothing withheld", |_| readers()),
        Case::new("other withheld text gives the same bytes", |_| {
            independent()
        }),
        Case::new("a file of the other version is recognised", |_| {
            recognised()
        }),
        Case::new("boxes of other programs are seen through", |_| boxes()),
        Case::new("veraPDF accepts the public versions", |_| valid()),
    ];
    cases.extend(files::notas().into_iter().map(|path| {
        let name = format!("no false alarm: {}", files::shown(&path));
        Case::new(name, move |_| no_false_alarm(&path))
    }));
    cases.extend(
        files::notas()
            .into_iter()
            .map(|path| Case::new(files::shown(&path), move |_| sound(&path))),
    );
    run("openbaar", cases)
}

/// The published nota that the project began from, with names in it.
fn nota(name: &str, price: &str) -> String {
    let seed = files::read(&files::example());
    let lak = |text: &str| format!("[{text}]{{.lak grond=\"5.1.2e\"}}");
    let fields = format!(
        "kenmerk: \"5254387\"\ndirectie: Directie Cornelissen\nopgesteld-door:\n  - {name} Abelsen\n  \
         - Bernsen, 06 12 34 56 78\nlakken:\n  - veld: directie\n    grond: 5.1.2h\n"
    );
    let end = format!(
        "\n### 5.2 Informatie die niet openbaar gemaakt kan worden\n\n{name} Fransen vraagt {price}.\n\n\
         [^noot-bij-{name}]: Volgens {name} Gerritsen.\n"
    );
    seed.replace("kenmerk: \"5254387\"\n", &fields)
        .replace(
            "voor een duur van twee jaar.",
            &format!(
                "voor een duur van twee jaar, aldus {} en {}.",
                lak(&format!("**{name}** [Dirksen](http://geheim.example/{name})[^noot-bij-{name}]")),
                lak("Evertsen"),
            ),
        )
        .replace(
            "## 4. Toelichting",
            &format!(
                "::: {{.lak grond=\"5.1.2b\"}}\nDe prijs is {price}.\n\n- {name}\n- {price}\n:::\n\n\
                 | Wie | Wat |\n| --- | --- |\n| {} | overleg |\n\n## 4. Toelichting",
                lak(name)
            ),
        ) + &end
}

fn internal() -> Parsed {
    engine::read(&nota("Jan", "twaalf miljoen euro"))
}

fn made(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("openbaar")
        .join(name)
}

fn readers() -> Verdict {
    let parsed = internal();
    let bytes = engine::public(Format::PDF, &parsed)?;
    let file = made("seed.pdf");
    write(&file, &bytes)?;
    let document = pdf::open(&bytes)?;
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    let markdown = engine::public(Format::MARKDOWN, &parsed)?;
    for (reader, text) in [
        ("poppler", pdf::text(&file)?),
        ("MuPDF", pdf::mupdf_text(&file)?),
        (
            "lopdf",
            document
                .extract_text(&pages)
                .map_err(|error| error.to_string())?,
        ),
        (
            "the tags",
            pdf::structure(&document).unwrap_or_default().full_text(" "),
        ),
        ("the bookmarks", pdf::bookmarks(&document).join("\n")),
        ("the bytes", String::from_utf8_lossy(&bytes).into_owned()),
        ("Markdown", String::from_utf8_lossy(&markdown).into_owned()),
    ] {
        let solid: String = text.split_whitespace().collect();
        for secret in WITHHELD {
            let wanted: String = secret.split_whitespace().collect();
            if solid.contains(&wanted) {
                return Err(format!("{reader} finds {secret:?}"));
            }
        }
        let placeholder = "[nietopenbaar:art.5.1,lid2,ondere,Woo]";
        let is_text = !matches!(reader, "the bytes" | "the bookmarks" | "lopdf");
        if is_text && !solid.replace('\\', "").contains(placeholder) {
            return Err(format!("{reader} does not read the placeholder:\n{text}"));
        }
    }
    for (format, bytes) in [(Format::PDF, bytes), (Format::MARKDOWN, markdown)] {
        let proof = prove(&parsed, &bytes)?;
        if !proof.holds() {
            return Err(format!("{format:?}: {proof}"));
        }
    }
    Ok(())
}

fn independent() -> Verdict {
    let one = internal();
    let other = "een bedrag van 7 miljard, te betalen in vele termijnen die niemand kent";
    let other = engine::read(&nota("Wilhelmina-Alexandrina van der", other));
    for format in Format::public() {
        if engine::public(format, &one)? != engine::public(format, &other)? {
            return Err(format!("{format:?} differs"));
        }
        if engine::public(format, &one)? == engine::exported(format, &one)? {
            return Err(format!("{format:?} is the internal version"));
        }
    }
    let (one, other) = (
        engine::public(Format::PDF, &one)?,
        engine::exported(Format::PDF, &one)?,
    );
    let ident = |bytes: &[u8]| pdf::open(bytes).map(|own| own.trailer.get(b"ID").ok().cloned());
    if ident(&one)? == ident(&other)? {
        return Err("both versions call themselves the same document".to_owned());
    }
    Ok(())
}

/// The internal versions are what leaks most.
fn recognised() -> Verdict {
    let parsed = internal();
    for format in Format::public() {
        let proof = prove(&parsed, &engine::exported(format, &parsed)?)?;
        let missed = proof.grounds.iter().find(|(_, own)| own.found == 0);
        if let Some((grond, _)) = missed {
            return Err(format!(
                "{format:?}: nothing is found on ground {grond:?}\n{proof}"
            ));
        }
    }
    Ok(())
}

/// Words that are also, or are in, words of the file formats.
const WORDS: &[&str] = &[
    "achten",
    "adobe",
    "adviseer",
    "agent",
    "Arents",
    "basel",
    "Borders",
    "conform",
    "document",
    "donderde",
    "Eline",
    "extern",
    "Ferenc",
    "format",
    "formatie",
    "Intern",
    "intern",
    "internal",
    "ISO",
    "lichting",
    "management",
    "Marke",
    "Media",
    "media",
    "mijnen",
    "Name",
    "Neede",
    "Ommen",
    "Orman",
    "Part",
    "part",
    "proef",
    "Proper",
    "punten",
    "resource",
    "shift",
    "source",
    "specifica",
    "start",
    "Stout",
    "stream",
    "Strong",
    "Text",
    "Titel",
    "verte",
    "verzend",
    "viseer",
    "Voetnoot",
    "werking",
    "Writer",
];

/// The variable that names a file with a word on each line, for all words of a
/// language: `NOTA_WOORDEN=/usr/share/dict/dutch cargo test --workspace --test
/// openbaar -- "no false alarm"`.
const MORE_WORDS: &str = "NOTA_WOORDEN";

/// Words that are searched for at once.
const AT_ONCE: usize = 10_000;

/// A public file is never refused for a usual amount or an ordinary word: the
/// file does not depend on what is withheld, so it is made once and searched
/// for each of them.
fn no_false_alarm(path: &Path) -> Verdict {
    let parsed = engine::read(&files::read(path));
    let made = withholding(&parsed, &["q".to_owned()]);
    let units = [
        1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 15, 20, 24, 25, 30, 35, 40, 45, 50, 60, 75, 80, 90,
    ];
    let sizes = [1_000, 10_000, 100_000, 1_000_000, 10_000_000_u64];
    let amounts = units.iter().flat_map(|own| sizes.map(|size| own * size));
    let mut words: Vec<String> = amounts
        .flat_map(|own| [own.to_string(), format!("€ {}", with_points(own))])
        .collect();
    words.extend(WORDS.iter().map(|own| (*own).to_owned()));
    if let Some(file) = std::env::var_os(MORE_WORDS) {
        words.extend(files::read(Path::new(&file)).lines().map(str::to_owned));
    }
    for format in Format::public() {
        let bytes = engine::public(format, &made)?;
        let mut alarms = Vec::new();
        for words in words.chunks(AT_ONCE) {
            gather_alarms(&parsed, &bytes, words, &mut alarms)?;
        }
        if !alarms.is_empty() {
            return Err(format!("{format:?}: {}", alarms.join(", ")));
        }
    }
    Ok(())
}

fn with_points(amount: u64) -> String {
    let digits = amount.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

/// The nota with more texts withheld, each in a paragraph by itself.
fn withholding(parsed: &Parsed, texts: &[String]) -> Parsed {
    let mut parsed = parsed.clone();
    let marked = texts.iter().map(|text| {
        let mark = Mark::Lak {
            grond: "5.1.2b".to_owned(),
        };
        let inlines = vec![Inline::text(text).with(mark)];
        Block::new(BlockKind::Paragraph { inlines })
    });
    if let Some(section) = parsed.nota.sections.first_mut() {
        section.body.blocks.extend(marked);
    }
    parsed
}

/// Adds the words for which the file would be refused.
fn gather_alarms(
    parsed: &Parsed,
    bytes: &[u8],
    words: &[String],
    alarms: &mut Vec<String>,
) -> Verdict {
    let proof = prove(&withholding(parsed, words), bytes)?;
    let Some(hit) = proof.hits.first() else {
        return Ok(());
    };
    if let [word] = words {
        alarms.push(format!("{word} ({})", hit.spot));
        return Ok(());
    }
    let (one, other) = words.split_at(words.len() / 2);
    gather_alarms(parsed, bytes, one, alarms)?;
    gather_alarms(parsed, bytes, other, alarms)
}

fn prove(parsed: &Parsed, bytes: &[u8]) -> Result<Proof, String> {
    let secrets = Secrets::of(&parsed.nota, &parsed.template).map_err(|error| error.to_string())?;
    let kind = Kind::of(bytes).ok_or("the file is of no kind")?;
    prove_absent(&secrets, bytes, kind).map_err(|error| error.to_string())
}

fn boxes() -> Verdict {
    let page = |name: &str, also: &str| {
        format!(
            "<!doctype html><html lang=nl><meta charset=utf-8><title>Beslisnota</title>\
             <style>.lak {{ background: #000; color: #000 }} .wit {{ color: #fff }}</style>\
             <p>Afgestemd met <span class=lak>{name}</span> en <span class=wit>{also}</span>.</p>\
             <p style='position: relative'>Ook met {name}.<span style='position: absolute; left: 0; \
             top: 0; width: 100%; height: 100%; background: #888'></span></p>\
             <p style='width: 6cm; text-align: justify'>De persoonsgegevens van de ambtenaren zijn \
             niet openbaar, en dit is een regel die wordt uitgevuld.</p></html>"
        )
    };
    let parsed = internal();
    let folder = made("anderen");
    let found = foreign::pdfs(&page("Jan Dirksen", "Evertsen"), &folder, "balken");
    let clean = foreign::pdfs(&page("XXXXXX", "XXXX"), &folder, "schoon");
    if found.is_empty() {
        return Err("no program on this machine makes a PDF with boxes".to_owned());
    }
    if found.len() != clean.len() {
        return Err("a program made only one of two files".to_owned());
    }
    for (expected, (maker, file)) in found
        .iter()
        .map(|own| (1, own))
        .chain(clean.iter().map(|own| (0, own)))
    {
        let bytes = std::fs::read(file).map_err(|error| error.to_string())?;
        let proof = prove(&parsed, &bytes)?;
        let on_page = proof
            .hits
            .iter()
            .filter(|hit| hit.spot == nota_public::Spot::Page(1));
        if on_page.count().min(1) != expected {
            return Err(format!("{maker} ({}): {proof}", file.display()));
        }
    }
    Ok(())
}

fn sound(path: &Path) -> Verdict {
    let parsed = engine::read(&files::read(path));
    let public = PublicNota::new(&parsed.nota, &parsed.template).map_err(|own| own.to_string())?;
    let bytes = engine::public(Format::PDF, &parsed)?;
    let file = made(&files::shown(path).replace('/', "-")).with_extension("pdf");
    write(&file, &bytes)?;
    pdf::qpdf_check(&file)?;
    let faults = pdf::faults(&pdf::open(&bytes)?, public.nota());
    if !faults.is_empty() {
        return Err(faults.join("\n"));
    }
    for format in Format::public() {
        let proof = prove(&parsed, &engine::public(format, &parsed)?)?;
        if !proof.holds() {
            return Err(proof.to_string());
        }
    }
    Ok(())
}

/// All in one run: starting the validator takes longer than a PDF.
fn valid() -> Verdict {
    let mut pdfs = Vec::new();
    let texts = files::notas().into_iter().map(|path| files::read(&path));
    let mut parsed: Vec<Parsed> = texts.map(|text| engine::read(&text)).collect();
    parsed.push(internal());
    for (number, parsed) in parsed.iter().enumerate() {
        let file = made(&format!("{number}.vera.pdf"));
        write(&file, &engine::public(Format::PDF, parsed)?)?;
        pdfs.push(file);
    }
    pdf::validate(&pdfs)
}
