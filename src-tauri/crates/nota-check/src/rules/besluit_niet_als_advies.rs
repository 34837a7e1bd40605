//! N302: a decision that does not read as advice or a request.

use nota_model::{Carrier, Code, Finding, TextSite};
use nota_template::SectionRole;

use crate::phrase::{Pattern, pattern};
use crate::{Context, Findings, Rule};

/// See `besluit_niet_als_advies.md`.
pub struct BesluitNietAlsAdvies;

/// Words by which published notas advise, ask or say what is to be signed.
static ADVICE: Pattern = Pattern::new(|| {
    pattern(concat!(
        r"(?i-u)\b(?:geadviseerd|advise(?:er|ren)|verzo(?:cht|eken?)|gevraagd|vra(?:ag|gen)",
        r"|voorgesteld|voorstel(?:len)?|akkoord",
        r"|instem(?:men|ming)|in te stemmen|kennis (?:te )?nemen|kennisne(?:men|ming)",
        r"|ondertekenen|ondertekening|te tekenen|vast te stellen|vaststellen",
        r"|besluiten|te beslissen|beslist|goed te keuren|goedkeur(?:en|ing)",
        r"|te verzenden|te versturen|te sturen|aan te bieden)\b",
    ))
});

/// "stel u voor", "stellen wij u voor": asked only of a text with no other word
/// of advice, as letters of every alphabet are costly to look for.
static PROPOSAL: Pattern = Pattern::new(|| {
    pattern(r"(?i)(?-u:\b)stel(?:len|t)? (?:\p{L}+ ){0,2}voor(?-u:\b)")
});

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
    ADVICE.is_match(&text.text)
        || PROPOSAL.is_match(&text.text)
        || in_list && INFINITIVE.is_match(&text.text)
}
