//! N302: a decision that does not read as advice or a request.

use nota_model::{Carrier, Code, Finding, TextSite};
use nota_template::SectionRole;

use crate::phrase::{Pattern, has_word, pattern};
use crate::{Context, Findings, Rule};

/// See `besluit_niet_als_advies.md`.
pub struct BesluitNietAlsAdvies;

/// Words by which published notas advise, ask or say what is to be signed.
const ADVICE: [&str; 36] = [
    "aan te bieden",
    "adviseer",
    "adviseert",
    "adviseren",
    "akkoord",
    "beslist",
    "besluiten",
    "geadviseerd",
    "gevraagd",
    "goed te keuren",
    "goedkeuren",
    "goedkeuring",
    "in te stemmen",
    "instemmen",
    "instemming",
    "kennis nemen",
    "kennis te nemen",
    "kennisnemen",
    "kennisneming",
    "ondertekenen",
    "ondertekening",
    "te beslissen",
    "te sturen",
    "te tekenen",
    "te versturen",
    "te verzenden",
    "vast te stellen",
    "vaststellen",
    "verzocht",
    "verzoeke",
    "verzoeken",
    "voorgesteld",
    "voorstel",
    "voorstellen",
    "vraag",
    "vragen",
];

/// "stel u voor", "stellen wij u voor": asked only of a text with no other word
/// of advice, as letters of every alphabet are costly to look for.
static PROPOSAL: Pattern =
    Pattern::new(|| pattern(r"(?-u:\b)stel(?:len|t)? (?:\p{L}+ ){0,2}voor(?-u:\b)"));

/// An item of a list that is only what is to be done: "Verzenden van …",
/// "de brief te publiceren;".
static INFINITIVE: Pattern = Pattern::new(|| {
    pattern(r"^\s*(?:[Tt]e )?\p{L}+en(?-u:\b)|(?-u:\b)te \p{Ll}+[nr][.;,]?(?: en|, en)?\s*$")
});

impl Rule for BesluitNietAlsAdvies {
    fn code(&self) -> Code {
        Code(302)
    }

    fn page(&self) -> &'static str {
        include_str!("besluit_niet_als_advies.md")
    }

    fn check(&self, context: &Context, findings: &mut Findings) {
        for (index, section, spec) in context.sections() {
            if spec.is_none_or(|spec| spec.rol != Some(SectionRole::Besluit))
                || section.body.is_blank()
            {
                continue;
            }
            let texts = context.texts_of(Some(index));
            let mut body = texts.iter().filter(|text| text.carrier != Carrier::Title);
            if !body.any(is_advice) {
                let span = section.body.blocks.iter().find_map(|b| b.origin.span());
                findings.add(|| {
                    let mut place = context.heading(index).at(span);
                    place.path = vec![0];
                    Finding::new(self.code(), place)
                });
            }
        }
    }
}

fn is_advice(text: &TextSite) -> bool {
    let in_list = text.carrier == Carrier::Paragraph && text.place.path.len() > 2;
    let lower = text.text.to_lowercase();
    ADVICE.iter().any(|word| has_word(&lower, word))
        || lower.contains("stel") && PROPOSAL.is_match(&lower)
        || in_list && INFINITIVE.is_match(&text.text)
}
