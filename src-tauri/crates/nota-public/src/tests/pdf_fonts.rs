//! Fonts that mean more, or less, than they seem to: text is found through
//! every way to choose a font and to name its letters, and codes that stand
//! for no letter count as not read.

use lopdf::{Dictionary, Object, ObjectId, dictionary};

use super::leaks::{Pdf, packed, places, prove, unread};

const PAGE: &str = "in de tekst van bladzijde 1";

/// The codes of "Jansen" in the fonts below, from 1.
const LETTERS: [&str; 5] = ["J", "a", "n", "s", "e"];
const CODES: &str = "<010203040503>";

/// A font whose codes from 1 are glyphs with these names.
fn named(names: &[&str]) -> Dictionary {
    let names = names
        .iter()
        .map(|name| Object::Name(name.as_bytes().to_vec()));
    let differences: Vec<Object> = std::iter::once(Object::Integer(1)).chain(names).collect();
    dictionary! {
        "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "ABCDEF+Eigen",
        "Encoding" => dictionary! { "Type" => "Encoding", "Differences" => differences },
    }
}

/// A font with codes of two bytes and this map.
fn mapped(pdf: &mut Pdf, map: &str) -> ObjectId {
    let map = pdf.document.add_object(packed(Dictionary::new(), map));
    pdf.document.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "Type0", "BaseFont" => "ABCDEF+Eigen",
        "Encoding" => "Identity-H", "ToUnicode" => map,
    })
}

fn with_fonts(pdf: Pdf, fonts: Dictionary) -> Pdf {
    pdf.with("page", "Resources", dictionary! { "Font" => fonts })
}

fn found(name: &str, pdf: Pdf, place: &str) {
    let proof = prove(&pdf.bytes()).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert_eq!(places(&proof), place, "{name}: {proof}");
}

fn not_read(name: &str, pdf: Pdf) {
    let result = prove(&pdf.bytes());
    let what = unread(&result).unwrap_or_else(|| panic!("{name}: {result:?}"));
    assert!(
        what.contains("welke letters") && what.contains("bladzijde 1"),
        "{name}: {what}"
    );
}

#[test]
fn a_font_is_chosen_in_every_way_that_there_is() {
    let own = || named(&LETTERS);
    let plain = || {
        dictionary! {
            "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica",
            "Encoding" => "WinAnsiEncoding",
        }
    };
    let both = |content: &str| {
        with_fonts(Pdf::new(), dictionary! { "F1" => plain(), "F2" => own() }).draw(content)
    };
    for (name, content) in [
        (
            "taken back",
            format!("BT /F2 9 Tf q /F1 9 Tf (x ) Tj Q {CODES} Tj ET"),
        ),
        (
            "taken back outside the text",
            format!("/F2 9 Tf q /F1 9 Tf Q Q Q BT {CODES} Tj ET"),
        ),
        (
            "with an escape in its name",
            format!("BT /F#32 9 Tf {CODES} Tj ET"),
        ),
        ("with a quote", format!("BT /F2 9 Tf {CODES} ' ET")),
    ] {
        found(name, both(&content), PAGE);
    }
    let resources = dictionary! {
        "Font" => dictionary! { "F1" => plain() },
        "ExtGState" => dictionary! { "G" => dictionary! { "Font" => vec![own().into(), 9.into()] } },
    };
    let pdf = Pdf::new().with("page", "Resources", resources);
    found(
        "from parameters",
        pdf.draw(&format!("BT /G gs {CODES} Tj ET")),
        PAGE,
    );
}

#[test]
fn a_form_has_the_font_of_who_shows_it() {
    let bounds = || vec![0.into(), 0.into(), 9.into(), 9.into()];
    let form = |resources: Option<Dictionary>, content: &str| {
        let mut dict = dictionary! { "Subtype" => "Form", "BBox" => bounds() };
        if let Some(resources) = resources {
            dict.set("Resources", resources);
        }
        packed(dict, content)
    };
    for (name, resources, inside) in [
        ("the font itself", None, format!("BT {CODES} Tj ET")),
        (
            "the name of the font",
            None,
            format!("BT /F2 9 Tf {CODES} Tj ET"),
        ),
        (
            "a name that it has not",
            Some(dictionary! { "Font" => Dictionary::new() }),
            format!("BT /F2 9 Tf {CODES} Tj ET"),
        ),
    ] {
        let mut pdf = Pdf::new();
        let form = pdf.document.add_object(form(resources, &inside));
        let resources = dictionary! {
            "Font" => dictionary! { "F2" => named(&LETTERS) },
            "XObject" => dictionary! { "X" => form },
        };
        let pdf = pdf.with("page", "Resources", resources);
        found(name, pdf.draw("/F2 9 Tf /X Do"), PAGE);
    }
}

#[test]
fn glyphs_go_by_the_names_of_adobe() {
    for names in [
        ["uni004A", "uni0061", "uni006E", "uni0073", "uni0065"],
        ["u004A", "u0061", "u006E", "u00073", "u000065"],
        ["J.sc", "a.alt", "n.oldstyle", "s.001", "e.fina"],
        ["J", "a_n", "s", "s.x", "e"],
    ] {
        let pdf = with_fonts(Pdf::new(), dictionary! { "F1" => named(&names) });
        let codes = if names[1] == "a_n" {
            "<0102030503>"
        } else {
            CODES
        };
        let pdf = pdf.draw(&format!("BT /F1 9 Tf {codes} Tj ET"));
        let proof = prove(&pdf.bytes()).expect("is read");
        if names[1] == "a_n" {
            // "Jan" + "s" + "e" + "s": another name.
            assert!(proof.hits.is_empty() && proof.holds(), "{proof}");
        } else {
            assert_eq!(places(&proof), PAGE, "{names:?}: {proof}");
        }
    }
    let pdf = with_fonts(
        Pdf::new(),
        dictionary! { "F1" => named(&["J_a_n.liga", "s_e", "n"]) },
    );
    found("ligatures", pdf.draw("BT /F1 9 Tf <010203> Tj ET"), PAGE);
}

#[test]
fn codes_without_a_letter_are_not_read() {
    let shown = "BT /F2 9 Tf <000100020003> Tj ET";
    let map = |pairs: &str| {
        format!(
            "1 begincodespacerange <0000> <ffff> endcodespacerange 9 beginbfchar {pairs} endbfchar"
        )
    };
    for (name, pairs) in [
        ("some are missing", "<0001> <0041>"),
        ("one is missing", "<0001> <0041> <0002> <0042>"),
        (
            "for private use",
            "<0001> <E001> <0002> <E002> <0003> <E003>",
        ),
        ("replacement", "<0001> <FFFD> <0002> <FFFD> <0003> <FFFD>"),
        ("nothing", "<0001> <0000> <0002> <0000> <0003> <0000>"),
        ("empty", "<0001> <> <0002> <> <0003> <>"),
        (
            "one of them private",
            "<0001> <0041> <0002> <0042E001> <0003> <0043>",
        ),
    ] {
        let mut pdf = Pdf::new();
        let font = mapped(&mut pdf, &map(pairs));
        not_read(
            name,
            with_fonts(pdf, dictionary! { "F2" => font }).draw(shown),
        );
    }
    let mut pdf = Pdf::new();
    let blanks =
        "<0001> <0020> <0002> <00A0> <0003> <0020> <0004> <200B> <0005> <0020> <0006> <00AD>";
    let font = mapped(&mut pdf, &map(blanks));
    let pdf = with_fonts(pdf, dictionary! { "F2" => font });
    not_read(
        "only blanks",
        pdf.draw("BT /F2 9 Tf <000100020003000400050006> Tj ET"),
    );
    for (name, font) in [
        (
            "names without a meaning",
            named(&["xa", "xb", "xc", "xd", "xe"]),
        ),
        ("numbers for names", named(&["g1", "g2", "g3", "g4", "g5"])),
        ("no glyph", named(&["J", "a", "n", ".notdef", "e"])),
        (
            "outside the encoding",
            dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "X" },
        ),
        ("a drawn font", {
            let mut font = named(&["xa", "xb", "xc", "xd", "xe"]);
            font.set("Subtype", "Type3");
            font
        }),
    ] {
        let pdf = with_fonts(Pdf::new(), dictionary! { "F2" => font });
        not_read(name, pdf.draw(&format!("BT /F2 9 Tf {CODES} Tj ET")));
    }
    not_read(
        "no font at all",
        Pdf::new().draw(&format!("BT /Fx 9 Tf {CODES} Tj ET")),
    );
}

#[test]
fn what_is_usual_is_read() {
    let mut sign = named(&["J"]);
    sign.set("BaseFont", "ABCDEF+Wingdings-Regular");
    let mut pdf = Pdf::new();
    let point = mapped(&mut pdf, "1 beginbfchar <00b7> <F0B7> endbfchar");
    let symbol = pdf.document.get_dictionary_mut(point).expect("is there");
    symbol.set("BaseFont", "ABCDEF+SymbolMT");
    let plain = dictionary! {
        "Type" => "Font", "Subtype" => "TrueType", "BaseFont" => "Arial",
        "Encoding" => "WinAnsiEncoding",
    };
    let pdf = with_fonts(
        pdf,
        dictionary! { "F1" => plain, "F2" => point, "F3" => sign },
    );
    let pdf =
        pdf.draw("BT /F2 9 Tf <00b7> Tj /F1 9 Tf (Ren\\351e\\240\\205 \\n) Tj /F3 9 Tf (l) Tj ET");
    let proof = prove(&pdf.bytes()).expect("is read");
    assert!(proof.holds(), "{proof}");
}

#[test]
fn maps_are_read_whatever_lengths_they_name() {
    let pairs = "<0001> <004A> <0002> <0061> <0003> <006E> <0004> <0073> <0005> <0065>";
    let short = "<01> <004A> <02> <0061> <03> <006E> <04> <0073> <05> <0065>";
    for (space, pairs) in [
        ("<00> <ff>", pairs),
        ("<0000> <ffff>", short),
        ("<00> <ff>", short),
        ("<000000> <ffffff>", pairs),
    ] {
        let mut pdf = Pdf::new();
        let map = format!(
            "1 begincodespacerange {space} endcodespacerange 5 beginbfchar {pairs} endbfchar"
        );
        let font = mapped(&mut pdf, &map);
        let pdf = with_fonts(pdf, dictionary! { "F2" => font });
        found(
            space,
            pdf.draw("BT /F2 9 Tf <000100020003000400050003> Tj ET"),
            PAGE,
        );
    }
}

#[test]
fn many_fonts_with_one_name_are_kept_apart() {
    // The secret is in a form without resources, beside twelve fonts that turn
    // its codes into other letters.
    let mut pdf = Pdf::new();
    let turned = |by: usize| {
        let mut names = LETTERS;
        names.rotate_left(by % 5);
        named(&names)
    };
    for by in (0..12).rev() {
        let resources = dictionary! { "Font" => dictionary! { "F7" => turned(by) } };
        let dict = dictionary! { "Subtype" => "Form", "BBox" => vec![0.into(); 4], "Resources" => resources };
        pdf.document
            .add_object(packed(dict, "BT /F7 9 Tf <01> Tj ET"));
    }
    let dict = dictionary! { "Subtype" => "Form", "BBox" => vec![0.into(); 4] };
    pdf.document
        .add_object(packed(dict, &format!("BT /F7 9 Tf {CODES} Tj ET")));
    let proof = prove(&pdf.bytes()).expect("is read");
    assert!(places(&proof).contains("buiten de bladzijden"), "{proof}");
}
