//! The fonts: DejaVu Sans for the text and Fira Sans for the word "nota" are
//! compiled in; Verdana, which the house style asks for but which may not be
//! shipped, takes their place when the edges found it on the system.

use std::sync::{Arc, LazyLock};

use typst::foundations::Bytes;
use typst::text::{Font, FontBook, FontStretch, FontStyle, FontVariant, FontWeight};
use typst::utils::LazyHash;

use crate::clean::{Fate, fate};
use crate::house_style::HouseStyle;

/// The family that the house style asks for.
const VERDANA: &str = "Verdana";
/// The family that is always there.
const DEJAVU: &str = "DejaVu Sans";
/// The family of the word "nota".
const FIRA: &str = "Fira Sans";

static FIRA_SANS_LIGHT: &[u8] = include_bytes!("../fonts/FiraSans-Light.ttf");

/// The fonts to typeset with. Cheap to clone.
#[derive(Clone)]
pub struct Fonts {
    inner: Arc<Inner>,
}

struct Inner {
    faces: Vec<Font>,
    book: LazyHash<FontBook>,
    text_families: Vec<String>,
    heading_family: String,
    /// The families of the text in the order in which a character is looked
    /// for.
    sets: Vec<FaceSet>,
}

/// What a family's four faces (regular, bold, italic, bold italic) have.
struct FaceSet {
    /// A bit for each code point that all four have.
    covered: Vec<u64>,
    /// The advances of the first [`TABLE`] code points in ems: regular, bold.
    advances: [Vec<f64>; 2],
}

/// The code points whose advances are kept: Latin letters and punctuation.
const TABLE: u32 = 0x250;

/// What other characters are taken to be wide, in ems: most are narrower.
const WIDE: f64 = 1.0;

impl std::fmt::Debug for Fonts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Fonts")
            .field(&self.inner.text_families)
            .finish()
    }
}

impl Fonts {
    /// The fonts that are compiled in and nothing else: the same pages and
    /// the same bytes on every computer.
    pub fn embedded() -> Self {
        static EMBEDDED: LazyLock<Fonts> =
            LazyLock::new(|| Fonts::build(Vec::new(), &HouseStyle::default()));
        EMBEDDED.clone()
    }

    /// The embedded fonts with those that were found on the system. Of these
    /// only a Verdana that is whole (regular, bold, italic, bold italic) and
    /// may be embedded is used; anything else is passed over in silence, as a
    /// computer may hold any file.
    pub fn with_faces(found: Vec<Vec<u8>>) -> Self {
        let faces = read_faces(found, Some(VERDANA));
        if faces.is_empty() {
            return Self::embedded();
        }
        Self::build(faces, &HouseStyle::default())
    }

    /// These fonts with those of an organisation's house style in front.
    #[must_use]
    pub fn with_house_style(&self, style: &HouseStyle) -> Self {
        if style.text_faces.is_empty() && style.heading_face.is_none() {
            return self.clone();
        }
        let own: Vec<Font> = self
            .inner
            .faces
            .iter()
            .filter(|face| face.info().family == VERDANA)
            .cloned()
            .collect();
        Self::build(own, style)
    }

    fn build(verdana: Vec<Font>, style: &HouseStyle) -> Self {
        let own = read_faces(style.text_faces.clone(), None);
        let own_family = own.first().map(|face| face.info().family.to_string());
        let heading = read_faces(style.heading_face.iter().cloned().collect(), None);
        let heading_family = heading
            .first()
            .map_or_else(|| FIRA.to_owned(), |face| face.info().family.to_string());
        let mut faces = own;
        faces.extend(verdana);
        for bytes in [
            dejavu::sans::regular(),
            dejavu::sans::bold(),
            dejavu::sans::oblique(),
            dejavu::sans::bold_oblique(),
            FIRA_SANS_LIGHT,
        ] {
            faces.extend(Font::iter(Bytes::new(bytes)));
        }
        faces.extend(heading);
        let book = FontBook::from_fonts(&faces);
        let mut text_families = Vec::new();
        let mut sets = Vec::new();
        for family in own_family
            .iter()
            .map(String::as_str)
            .chain([VERDANA, DEJAVU])
        {
            if let Some(set) = face_set(&faces, &book, family) {
                sets.push(set);
                text_families.push(family.to_owned());
            }
        }
        Self {
            inner: Arc::new(Inner {
                faces,
                book: LazyHash::new(book),
                text_families,
                heading_family,
                sets,
            }),
        }
    }

    /// Whether a character is printed as it is (white space and characters
    /// that only steer their neighbours count as printed). One that is not is
    /// shown as a box.
    pub fn is_printable(&self, c: char) -> bool {
        fate(c, |c| self.has_glyph(c)) != Fate::Replaced
    }

    /// Whether one of the text's families has a glyph for the character in
    /// all four faces: the drafter may make any text bold or italic.
    pub(crate) fn has_glyph(&self, c: char) -> bool {
        self.inner.sets.iter().any(|set| set.covers(c))
    }

    /// The advance of a character in ems, close enough to see what fits.
    pub fn advance(&self, c: char, bold: bool) -> f64 {
        let code = u32::from(c);
        if code >= TABLE {
            return WIDE;
        }
        let set = self.inner.sets.iter().find(|set| set.covers(c));
        set.and_then(|set| set.advances.get(usize::from(bold)))
            .and_then(|table| table.get(code as usize))
            .copied()
            .unwrap_or(WIDE)
    }

    /// The families of the text, the first choice first.
    pub(crate) fn text_families(&self) -> &[String] {
        &self.inner.text_families
    }

    /// The family of the word "nota" and of the wordmark.
    pub(crate) fn heading_family(&self) -> &str {
        &self.inner.heading_family
    }

    /// The white before the ink of the first letter in the heading font, in
    /// ems.
    pub(crate) fn heading_bearing(&self, text: &str) -> f64 {
        let bearing = || {
            let faces = &self.inner.faces;
            let face = faces
                .iter()
                .find(|face| face.info().family == self.inner.heading_family)?;
            let parsed = ttf_parser::Face::parse(face.data(), face.index()).ok()?;
            let glyph = parsed.glyph_index(text.chars().next()?)?;
            let bearing = f64::from(parsed.glyph_hor_side_bearing(glyph)?);
            Some(bearing / f64::from(parsed.units_per_em().max(1)))
        };
        bearing().unwrap_or(0.0)
    }

    pub(crate) fn book(&self) -> &LazyHash<FontBook> {
        &self.inner.book
    }

    pub(crate) fn face(&self, index: usize) -> Option<Font> {
        self.inner.faces.get(index).cloned()
    }
}

/// The faces in these files that may stand in a PDF, of one family if asked.
fn read_faces(files: Vec<Vec<u8>>, family: Option<&str>) -> Vec<Font> {
    files
        .into_iter()
        .flat_map(|bytes| Font::iter(Bytes::new(bytes)).collect::<Vec<_>>())
        .filter(|face| family.is_none_or(|family| face.info().family == family))
        // PDF/A may not hold a font whose licence forbids embedding.
        .filter(|face| {
            let parsed = ttf_parser::Face::parse(face.data(), face.index());
            parsed.is_ok_and(|parsed| {
                parsed.permissions() != Some(ttf_parser::Permissions::Restricted)
            })
        })
        .collect()
}

/// Regular, bold, italic and bold italic of a family, when it has them all.
fn face_set(faces: &[Font], book: &FontBook, family: &str) -> Option<FaceSet> {
    let face = |style, weight| {
        let variant = FontVariant::new(style, weight, FontStretch::NORMAL);
        let index = book.select(&family.to_lowercase(), variant)?;
        let face = faces.get(index)?;
        let own = face.info().variant;
        let upright = own.style == FontStyle::Normal;
        let fits = upright == (style == FontStyle::Normal)
            && (own.weight >= FontWeight::SEMIBOLD) == (weight == FontWeight::BOLD);
        fits.then(|| face.clone())
    };
    let faces = [
        face(FontStyle::Normal, FontWeight::REGULAR)?,
        face(FontStyle::Normal, FontWeight::BOLD)?,
        face(FontStyle::Italic, FontWeight::REGULAR)?,
        face(FontStyle::Italic, FontWeight::BOLD)?,
    ];
    let [regular, bold, ..] = &faces;
    Some(FaceSet {
        covered: covered(&faces),
        advances: [advances(regular), advances(bold)],
    })
}

/// A bit for each code point that all faces have.
fn covered(faces: &[Font]) -> Vec<u64> {
    let bits = |face: &Font| {
        let mut bits = vec![0_u64; (char::MAX as usize >> 6) + 1];
        for code in face.info().coverage.iter() {
            if let Some(word) = bits.get_mut(code as usize >> 6) {
                *word |= 1 << (code & 63);
            }
        }
        bits
    };
    let all = faces.iter().map(bits).reduce(|mut all, own| {
        all.iter_mut().zip(own).for_each(|(all, own)| *all &= own);
        all
    });
    all.unwrap_or_default()
}

fn advances(face: &Font) -> Vec<f64> {
    let Ok(parsed) = ttf_parser::Face::parse(face.data(), face.index()) else {
        return Vec::new();
    };
    let em = f64::from(parsed.units_per_em().max(1));
    let advance = |code| {
        let glyph = parsed.glyph_index(char::from_u32(code)?)?;
        Some(f64::from(parsed.glyph_hor_advance(glyph)?) / em)
    };
    (0..TABLE)
        .map(|code| advance(code).unwrap_or(WIDE))
        .collect()
}

impl FaceSet {
    fn covers(&self, c: char) -> bool {
        let code = u32::from(c);
        let word = self.covered.get(code as usize >> 6);
        word.is_some_and(|word| word & (1 << (code & 63)) != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_fonts_have_what_dutch_notas_use() {
        let fonts = Fonts::embedded();
        for c in "aZ09 é ë ï € § – — ‘ ’ “ ” … • ☐ ☒ ² ½ □ ✓".chars()
        {
            assert!(fonts.is_printable(c), "{c:?}");
        }
        for c in ['🦀', '会', '\0', '\u{e000}', '\u{fffc}', '\u{fffe}'] {
            assert!(!fonts.is_printable(c), "{c:?}");
        }
    }

    #[test]
    fn files_that_are_no_verdana_change_nothing() {
        let fonts = Fonts::with_faces(vec![vec![1, 2, 3], dejavu::serif::regular().to_vec()]);
        assert_eq!(fonts.text_families(), [DEJAVU]);
    }

    #[test]
    fn an_organisation_puts_its_own_faces_in_front() {
        let style = HouseStyle {
            text_faces: vec![
                dejavu::serif::regular().to_vec(),
                dejavu::serif::bold().to_vec(),
                dejavu::serif::italic().to_vec(),
                dejavu::serif::bold_italic().to_vec(),
            ],
            heading_face: Some(dejavu::sans_mono::regular().to_vec()),
            ..HouseStyle::default()
        };
        let fonts = Fonts::embedded().with_house_style(&style);
        assert_eq!(fonts.text_families(), ["DejaVu Serif", DEJAVU]);
        assert_eq!(fonts.heading_family(), "DejaVu Sans Mono");
    }
}
