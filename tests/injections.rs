//! Text of a nota that looks like a program (Typst, HTML, Markdown, PDF, YAML)
//! is text: it appears literally, and it does nothing.

use lopdf::{Document, Object};
use nota_export::Format;
use nota_markdown::Parsed;
use nota_model::{Block, BlockKind, Cell, Change, Inline, Mark, SectionRef, Table, Value};
use nota_tests::{engine, files, pdf};

/// What a mean drafter could write.
const INJECTIONS: &[&str] = &[
    "#import \"@preview/cetz:0.3.4\": *",
    "#import \"/sjabloon/layout.typ\": *",
    "#read(\"/etc/passwd\")",
    "#read(\"../../../../etc/passwd\")",
    "#include \"/nota/voorblad.json\"",
    "#image(\"/etc/hostname\")",
    "#json(\"/nota/voorblad.json\")",
    "#eval(\"1 + 1\")",
    "#panic(\"stop\")",
    "#while true {}",
    "#let x = 1; #x",
    "#sys.inputs",
    "#set page(width: 1pt)",
    "#show heading: none",
    "#place(top, rect(width: 100%))",
    "#metadata(\"x\") <label>",
    "@preview/cetz:0.3.4",
    "@kamerbrief",
    "<label>",
    "`raw`",
    "```typ #read(\"x\") ```",
    "$ sum_(i=1)^n i $",
    "$x$",
    "= Kop",
    "== Kop",
    "- punt",
    "+ punt",
    "/ term: uitleg",
    "\\u{0041}",
    "\\#read",
    "// commentaar",
    "/* commentaar */",
    "~ -- --- ... -?",
    "]#read(\"x\")[",
    "}#read(\"x\"){",
    "\")#read(\"x\")(\"",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<!-- weg -->",
    "<a href=\"javascript:alert(1)\">klik</a>",
    "&lt;b&gt;",
    "&#35;read",
    "![plaatje](/etc/passwd)",
    "**geen vet**",
    "[geen koppeling](http://example.org)",
    "[^geen-noot]",
    "| geen | tabel |",
    "::: {.lak grond=\"5.2\"}",
    "[weg]{.lak grond=\"5.1.2e\"}",
    "# Kop",
    "## 2. Geadviseerd besluit",
    "---",
    "sjabloon: anders/sjabloon",
    "{{ 7 * 7 }}",
    "${jndi:ldap://x}",
    ") Tj ET Q /JS (app.alert(1))",
    "%PDF-1.7",
    "endstream endobj",
];

/// The example with one injection in every kind of place.
fn with_injection(text: &str) -> Parsed {
    let mut parsed = engine::read(&files::read(&files::example()));
    let inlines = || vec![Inline::text(text)];
    let cell = || Cell { inlines: inlines() };
    let table = Table {
        align: vec![Default::default()],
        head: vec![cell()],
        rows: vec![vec![cell()]],
    };
    let blocks = vec![
        Block::paragraph(text),
        Block::new(BlockKind::Heading {
            level: 4,
            inlines: inlines(),
        }),
        Block::new(BlockKind::Quote {
            blocks: vec![Block::paragraph(text)],
        }),
        Block::new(BlockKind::Table(table)),
        Block::new(BlockKind::Paragraph {
            inlines: vec![Inline::text("Zie"), Inline::note("noot")],
        }),
    ];
    let set = |path: &str| Change::SetField {
        path: path.to_owned(),
        value: Value::text(text),
    };
    let change = Change::All {
        changes: vec![
            set("onderwerp"),
            set("aan[0]"),
            set("onderdeel"),
            set("kenmerk"),
            set("parafen[0].functie"),
            Change::SetBody {
                section: SectionRef::Key("kernpunten".to_owned()),
                blocks,
            },
            Change::SetNote {
                label: "noot".to_owned(),
                blocks: vec![Block::paragraph(text)],
            },
        ],
    };
    parsed.nota = parsed.nota.apply(&change).expect("the example has these");
    parsed
}

/// How often the text stands in the places of [`with_injection`].
const PLACES: usize = 10;

#[test]
fn injections_appear_literally() {
    for injection in INJECTIONS {
        let parsed = with_injection(injection);
        let bytes = engine::exported(Format::PDF, &parsed).expect("every text is printed");
        let document = pdf::open(&bytes).expect("a PDF");
        let tree = pdf::structure(&document).expect("tags");
        let read = solid(&tree.full_text(" "));
        let count = read.matches(&solid(injection)).count();
        assert!(
            count >= PLACES,
            "{injection:?} stands {count} times in {read}"
        );
        does_nothing(&document, injection);
    }
}

#[test]
fn injections_survive_saving() {
    for injection in INJECTIONS {
        let parsed = with_injection(injection);
        let again = engine::read(&nota_markdown::print(&parsed.nota));
        let texts = |parsed: &Parsed| {
            let nota = &parsed.nota;
            let sites = nota.texts().into_iter().chain(nota.field_texts());
            sites.map(|site| site.text).collect::<Vec<_>>()
        };
        assert_eq!(texts(&again), texts(&parsed), "{injection:?}");
    }
}

#[test]
fn a_link_leads_to_the_web_or_to_mail_and_nowhere_else() {
    for address in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "vbscript:x",
        "smb://server/share",
        "\\\\server\\share",
        "/etc/passwd",
    ] {
        let mut parsed = with_injection("x");
        let link = Inline::text("klik").with(Mark::Link {
            href: address.to_owned(),
        });
        let change = Change::SetBody {
            section: SectionRef::Key("kernpunten".to_owned()),
            blocks: vec![Block::new(BlockKind::Paragraph {
                inlines: vec![link],
            })],
        };
        parsed.nota = parsed.nota.apply(&change).expect("the section is there");
        let bytes = engine::exported(Format::PDF, &parsed).expect("printed");
        does_nothing(&pdf::open(&bytes).expect("a PDF"), address);
    }
}

/// No script, no file, no program, and only links to the web or to mail.
fn does_nothing(document: &Document, injection: &str) {
    for object in document.objects.values() {
        let dict = match object {
            Object::Dictionary(dict) => dict,
            Object::Stream(stream) => &stream.dict,
            _ => continue,
        };
        for key in [
            "JS",
            "JavaScript",
            "Launch",
            "AA",
            "EmbeddedFiles",
            "OpenAction",
        ] {
            assert!(!dict.has(key.as_bytes()), "{injection:?} made a {key}");
        }
        if let Ok(Object::String(address, _)) = dict.get(b"URI") {
            let address = String::from_utf8_lossy(address);
            let allowed = ["http://", "https://", "mailto:"];
            assert!(
                allowed.iter().any(|start| address.starts_with(start)),
                "{injection:?} made a link to {address}"
            );
        }
    }
}

fn solid(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && *c != '\u{ad}')
        .collect()
}
