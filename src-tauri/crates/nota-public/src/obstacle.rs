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

/// A place in the nota that stands in the way of a public version.
#[derive(Debug, Clone, PartialEq)]
pub struct Obstacle {
    /// What is the matter.
    pub reason: Reason,
    /// Where.
    pub place: Place,
}

/// What can stand in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Something is withheld without a ground, or on one that the Woo does
    /// not have. Rules N501 and N502 say it in full.
    Grond,
    /// An entry of `lakken:` that names no field of the nota, so that it
    /// withholds nothing. Rule N507 says it in full.
    Lakveld,
    /// Text that looks like the markup of withheld text and is none, so that
    /// it would become public.
    Markup,
    /// A heading of the internal part that is not recognised as one, so that
    /// what stands under it would become public.
    Heading,
    /// The nota names a template that there is not: which fields and sections
    /// stay internal is not known.
    Template,
    /// The front matter cannot be read: which fields are withheld is not
    /// known.
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
                "Een regel onder “lakken” noemt geen veld dat de nota heeft. Er wordt dus niets gelakt. Verbeter de naam van het veld."
            }
            Reason::Markup => {
                "Hier staat een lakking die het programma niet herkent. De tekst zou daardoor openbaar worden. Schrijf [tekst]{.lak grond=\"5.1.2e\"}, of voor hele alinea’s een regel ::: {.lak grond=\"5.1.2e\"} ervoor en een regel ::: erna."
            }
            Reason::Heading => {
                "Deze kop lijkt op die van het deel dat alleen intern is, maar het programma herkent hem niet zo. Geef de kop het niveau en de titel uit het sjabloon."
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
