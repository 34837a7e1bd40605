//! What a document wears beside the sheet: the house style of the
//! organisation and how its template sets what differs between ministries.

/// The house style and the choices of a template.
#[derive(Debug, Clone, Default)]
pub struct Dress {
    /// The name of the template (`jenv/beslisnota`), kept in the document so
    /// that it is known again when it is opened as a nota.
    pub template: String,
    /// The lines beside the ribbon; none when the logo has its own.
    pub wordmark: Vec<String>,
    /// What stands in the place of the ribbon.
    pub logo: Option<Logo>,
    /// How the addressees stand.
    pub aan: Aan,
    /// How headings of parts of sections stand.
    pub subsection: Subsection,
}

/// A logo: the drawing, and the same as a picture for programs that do not
/// know drawings.
#[derive(Debug, Clone)]
pub struct Logo {
    /// The drawing, SVG.
    pub svg: Vec<u8>,
    /// The picture, PNG.
    pub png: Vec<u8>,
    /// Its width for a height of 1.
    pub aspect: f64,
}

/// How the addressees stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Aan {
    /// One under the other.
    #[default]
    Lines,
    /// After the label "Aan".
    Labelled,
}

/// How headings of parts of sections stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Subsection {
    /// In bold, as those of sections.
    #[default]
    Strong,
    /// In italics.
    Emphasis,
}
