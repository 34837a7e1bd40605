//! The text of a paragraph in the making.

use nota_model::{Inline, Mark, Run, is_ignorable};

use crate::raised::{self, Height};
use crate::source::{Loss, Named, Source};
use crate::symbols;

/// How a run looks, as far as a reader asks.
#[derive(Debug, Clone, Default)]
pub(crate) struct Look {
    /// Bold.
    pub(crate) bold: bool,
    /// Italic.
    pub(crate) italic: bool,
    /// The address of its link.
    pub(crate) href: Option<String>,
    /// The ground on which it is withheld in the public version.
    pub(crate) lak: Option<String>,
    /// Above or below the line.
    pub(crate) height: Option<Height>,
    /// Struck through.
    pub(crate) struck: bool,
    /// Underlined.
    pub(crate) underlined: bool,
    /// Coloured, or on a colour.
    pub(crate) coloured: bool,
    /// Hidden.
    pub(crate) hidden: bool,
    /// The language that it is in, when a document of our own says so.
    pub(crate) language: Option<String>,
    /// Its font, when that is one of symbols.
    pub(crate) symbols: Option<symbols::Font>,
}

/// The runs of a paragraph in the making.
#[derive(Debug, Clone, Default)]
pub(crate) struct Runs {
    /// What there is.
    pub(crate) inlines: Vec<Inline>,
    /// The field that it is a value of.
    pub(crate) named: Option<Named>,
}

impl Runs {
    /// From here on it is a value of a field; the first name holds.
    pub(crate) fn begin_field(&mut self, field: &str) {
        let inlines = &self.inlines;
        self.named.get_or_insert_with(|| Named {
            field: field.to_owned(),
            before: nota_model::plain_text(inlines),
        });
    }

    /// Adds text with its look. What a nota cannot keep of it is said.
    pub(crate) fn text(&mut self, text: &str, look: &Look, source: &mut Source) {
        if text.is_empty() {
            return;
        }
        self.say_losses(text, look, source);
        let own = match look.symbols {
            Some(font) => {
                let (signs, unknown) = font.translate(text);
                source.left_out.push_str(text);
                source.added.push_str(&signs);
                if unknown {
                    source.lose(Loss::Symbol, &signs);
                }
                signs
            }
            None => text.chars().filter(|c| !is_ignorable(*c)).collect(),
        };
        let own = match look.height {
            Some(height) => {
                let raised = raised::letters(&own, height, self.ends_with_digit());
                if raised.changed {
                    source.lose(Loss::Raised, &own);
                }
                raised.text
            }
            None => own,
        };
        self.push(Run::Text { text: own }, look);
    }

    fn say_losses(&self, text: &str, look: &Look, source: &mut Source) {
        if text.trim().is_empty() {
            return;
        }
        for (is, loss) in [
            (look.struck, Loss::Strike),
            (look.coloured, Loss::Colour),
            (look.hidden, Loss::Hidden),
            (look.underlined && look.href.is_none(), Loss::Underline),
        ] {
            if is {
                source.lose(loss, text);
            }
        }
    }

    /// Adds a line end that the writer asked for; of its look only that it is
    /// withheld is kept.
    pub(crate) fn line_end(&mut self, look: &Look) {
        self.bare(Inline::new(Run::Break), look);
    }

    /// Adds a reference to a note; of its look only that it is withheld is kept.
    pub(crate) fn note(&mut self, label: &str, look: &Look) {
        self.bare(Inline::note(label), look);
    }

    fn bare(&mut self, own: Inline, look: &Look) {
        self.inlines.push(match &look.lak {
            Some(grond) => own.with(Mark::Lak {
                grond: grond.clone(),
            }),
            None => own,
        });
    }

    fn push(&mut self, run: Run, look: &Look) {
        let mut inline = Inline::new(run);
        if let Some(href) = look.href.as_ref().filter(|href| is_address(href)) {
            inline = inline.with(Mark::Link { href: href.clone() });
        }
        if let Some(grond) = &look.lak {
            inline = inline.with(Mark::Lak {
                grond: grond.clone(),
            });
        }
        if let Some(code) = &look.language {
            inline = inline.with(Mark::Taal { code: code.clone() });
        }
        if look.bold {
            inline = inline.with(Mark::Sterk);
        }
        if look.italic {
            inline = inline.with(Mark::Nadruk);
        }
        self.inlines.push(inline);
    }

    /// Whether the last text is withheld: then what follows can be its ground.
    pub(crate) fn ends_withheld(&self) -> bool {
        let is_text = |own: &&Inline| own.as_text().is_none_or(|text| !text.trim().is_empty());
        let mut last = self.inlines.iter().rev();
        let found = last.find(|own| own.grond().is_some() || is_text(own));
        found.is_some_and(|own| own.grond().is_some())
    }

    fn ends_with_digit(&self) -> bool {
        let last = self.inlines.last().and_then(Inline::as_text);
        last.and_then(|text| text.chars().next_back())
            .is_some_and(|c| c.is_ascii_digit())
    }
}

/// Whether a nota links to it: the web and mail, nothing on a disk.
pub(crate) fn is_address(href: &str) -> bool {
    let lower = href
        .trim()
        .get(..8)
        .unwrap_or(href.trim())
        .to_ascii_lowercase();
    ["http://", "https://", "mailto:"]
        .iter()
        .any(|start| lower.starts_with(start))
}
