//! What an organisation puts in the place of the neutral house style: its
//! logo, its wordmark and its fonts. The files are read by the edges; see
//! `docs/huisstijl.md`.

use std::sync::Arc;

/// The house style of an organisation; empty means the neutral one.
#[derive(Debug, Clone, Default)]
pub struct HouseStyle {
    /// `logo.svg`: stands in the place of the ribbon, at its width and height
    /// or wider to the right, with its own wordmark if it has one.
    pub logo_svg: Option<Arc<[u8]>>,
    /// `woordmerk.txt`: the lines beside the ribbon. None prints "Ministerie
    /// van ..." from the template, an empty list prints nothing.
    pub wordmark: Option<Vec<String>>,
    /// `koplettertype.ttf` or `.otf`: the font of the word "nota" and of the
    /// wordmark.
    pub heading_face: Option<Vec<u8>>,
    /// `tekst*.ttf` or `.otf`: the four faces (regular, bold, italic, bold
    /// italic) of the text.
    pub text_faces: Vec<Vec<u8>>,
}

/// The names of the files in the folder of a house style.
impl HouseStyle {
    /// The logo.
    pub const LOGO: &'static str = "logo.svg";
    /// The wordmark, a line of text per line.
    pub const WORDMARK: &'static str = "woordmerk.txt";
    /// How the file name of the font for the word "nota" starts.
    pub const HEADING_FACE: &'static str = "koplettertype";
    /// How the file names of the fonts for the text start.
    pub const TEXT_FACE: &'static str = "tekst";

    /// A house style from the files of its folder, by name. Files with other
    /// names do not count.
    pub fn from_files(files: &[(String, Vec<u8>)]) -> Self {
        let mut style = Self::default();
        for (name, bytes) in files {
            let is_font = name.ends_with(".ttf") || name.ends_with(".otf");
            if name == Self::LOGO {
                style.logo_svg = Some(Arc::from(bytes.as_slice()));
            } else if name == Self::WORDMARK {
                let text = String::from_utf8_lossy(bytes);
                let lines = text.lines().map(|line| line.trim().to_owned());
                style.wordmark = Some(lines.filter(|line| !line.is_empty()).collect());
            } else if is_font && name.starts_with(Self::HEADING_FACE) {
                style.heading_face = Some(bytes.clone());
            } else if is_font && name.starts_with(Self::TEXT_FACE) {
                style.text_faces.push(bytes.clone());
            }
        }
        style
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_of_a_folder_are_known_by_their_names() {
        let files = [
            ("logo.svg".to_owned(), b"<svg/>".to_vec()),
            (
                "woordmerk.txt".to_owned(),
                "Dienst X\r\n\r\nRegio Y\n".into(),
            ),
            ("tekst-vet.ttf".to_owned(), vec![1]),
            ("foto.png".to_owned(), vec![2]),
        ];
        let style = HouseStyle::from_files(&files);
        assert_eq!(
            style.wordmark,
            Some(vec!["Dienst X".into(), "Regio Y".into()])
        );
        assert_eq!(style.text_faces, [vec![1]]);
        assert!(style.logo_svg.is_some() && style.heading_face.is_none());
    }
}
