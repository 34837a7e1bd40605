//! Why a nota has no public version: what is withheld is not certain.

use std::fmt;

use nota_model::{Code, Diagnostic, Place, Severity};

/// The group of rules about openness.
const OPENNESS: u16 = 5;

/// What the reader of the file says of a nota that it did not understand as a
/// whole: the template is unknown (N001), the front matter cannot be read
/// (N002), a limit was passed (N004), the format is a newer one (N005). What
/// is withheld is then not certain.
const NOT_UNDERSTOOD: [Code; 4] = [Code(1), Code(2), Code(4), Code(5)];

/// Whether a nota of which this is said has no public version: a `fout` about
/// openness, or a sign that the nota was not understood as a whole.
pub fn bars_publication(diagnostic: &Diagnostic) -> bool {
    let openness = diagnostic.code.group() == OPENNESS && diagnostic.severity == Severity::Fout;
    openness || is_not_understood(diagnostic.code)
}

/// Whether a finding of this rule means that the nota was not understood as a
/// whole.
pub fn is_not_understood(code: Code) -> bool {
    NOT_UNDERSTOOD.contains(&code)
}

/// The rules that say what was not recognised with certainty (see `certain`).
const DOUBTS: [Code; 7] = [
    Code(501),
    Code(502),
    Code(507),
    Code(508),
    Code(510),
    Code(511),
    Code(512),
];

/// Whether the findings of this rule are what [`crate::doubts`] finds in the
/// nota itself. No template can make such a rule lighter: the public version is
/// refused whatever the template says.
pub fn is_doubt(code: Code) -> bool {
    DOUBTS.contains(&code)
}

/// A place in the nota that stands in the way of a public version.
#[derive(Debug, Clone, PartialEq)]
pub struct Obstacle {
    /// What is the matter.
    pub reason: Reason,
    /// Where.
    pub place: Place,
}

impl Obstacle {
    /// Something that stands in the way at a place.
    pub(crate) fn new(reason: Reason, place: Place) -> Self {
        Self { reason, place }
    }
}

/// What can stand in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reason {
    /// Something is withheld without a ground, or on one that the Woo does
    /// not have. Rules N501 and N502 say it in full.
    Grond,
    /// A line of `lakken:` that withholds nothing, or a field that may have
    /// been meant as `lakken:`. Rule N507 says it in full.
    Lakveld,
    /// Markup of withheld text without a beginning or an end, so that it
    /// withholds nothing. Rule N508 says it in full, as the two that follow.
    Markup,
    /// Text that looks like the markup of withheld text and is none.
    NearMarkup,
    /// A bracket that is left open beside withheld text, so that perhaps more
    /// was to be withheld.
    Bracket,
    /// A heading or line of the internal part that is not recognised as one,
    /// or public text after that part. Rule N510 says it in full.
    Heading,
    /// An internal part under a template that has none. Rule N510 says it in
    /// full.
    NoInternal,
    /// Fields that stand in the text, so that none of them counts. Rule N511
    /// says it in full.
    Fields,
    /// A remark as other programs hide it, in HTML or code, which is printed as
    /// text. Rule N512 says it in full.
    Remark,
    /// The nota names a template that there is not: which fields and sections
    /// stay internal is not known. Rule N001 says it in full.
    Template,
    /// The front matter cannot be read: which fields are withheld is not
    /// known. Rule N002 says it in full.
    Front,
}

impl Reason {
    /// In Dutch, with what to do.
    pub fn sentence(self) -> &'static str {
        match self {
            Reason::Grond => {
                "Bij iets dat is gelakt staat geen grond van de Woo. Noem een grond, bijvoorbeeld 5.1.2e."
            }
            Reason::Lakveld => {
                "Boven aan de nota staat een regel om een veld te lakken, maar er wordt niets gelakt. Schrijf “lakken”, en daaronder de naam van een veld dat de nota heeft."
            }
            Reason::Markup | Reason::NearMarkup => {
                "Hier staat een lakking die het programma niet herkent. De tekst zou daardoor openbaar worden. Schrijf [tekst]{.lak grond=\"5.1.2e\"}, of voor hele alinea’s een regel ::: {.lak grond=\"5.1.2e\"} ervoor en een regel ::: erna."
            }
            Reason::Bracket => {
                "Bij gelakte tekst staat een haak zonder tegenhanger, of een haak die om de lakking heen staat. Misschien moet er meer weg. Zet de haken goed, of haal ze weg."
            }
            Reason::Heading => {
                "Hier staat iets dat bij het deel kan horen dat alleen intern is, maar het programma herkent het niet zo. Geef de kop het niveau, het nummer en de titel uit het sjabloon, en zet er geen openbare tekst onder."
            }
            Reason::NoInternal => {
                "Dit sjabloon heeft geen deel dat alleen intern is. Wat hier staat, zou openbaar worden. Lak de tekst, of haal haar weg."
            }
            Reason::Fields => {
                "Hier staan velden in de tekst. Zij tellen niet als veld en zouden openbaar worden. Zet ze boven aan de nota, tussen twee regels met drie streepjes, of haal ze weg."
            }
            Reason::Remark => {
                "Hier staat een opmerking zoals andere programma’s die verbergen. Zij zou als gewone tekst openbaar worden. Haal haar weg."
            }
            Reason::Template => {
                "De nota noemt een sjabloon dat er niet is. Daardoor is niet zeker wat intern moet blijven. Verbeter de naam van het sjabloon."
            }
            Reason::Front => {
                "De velden boven aan de nota zijn niet te lezen. Daardoor is niet zeker wat niet openbaar is. Verbeter ze eerst."
            }
        }
    }

    /// Whether it leaves open what is to be withheld. A missing ground does
    /// not: the text is marked.
    pub(crate) fn hides_secrets(self) -> bool {
        self != Reason::Grond
    }
}

/// The nota has no public version, for at least one reason.
#[derive(Debug, Clone, PartialEq)]
pub struct Refusal {
    /// The reasons, in the order of the nota; never empty.
    pub obstacles: Vec<Obstacle>,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut seen = Vec::new();
        for Obstacle { reason, .. } in &self.obstacles {
            if seen.contains(reason) {
                continue;
            }
            if !seen.is_empty() {
                f.write_str(" ")?;
            }
            f.write_str(reason.sentence())?;
            seen.push(*reason);
        }
        Ok(())
    }
}

impl std::error::Error for Refusal {}
