//! Gathers what is withheld in a nota, for the proof that it is absent.
//!
//! This is a second opinion. Which fields and sections are withheld is worked
//! out here anew, from the nota and the template, and not asked of
//! `nota_template::Withholding`, which decided what was left out: a fault there
//! must not hide from the search what it let through.

use std::collections::{HashMap, HashSet};

use nota_model::{
    Carrier, Inline, Mark, Nota, Place, PlainPart, Run, TextSite, find_grond, plain_parts,
};
use nota_template::{SectionSpec, Template};

use super::{Secret, SecretKind};
use crate::redact::is_name_of_paraaf;

/// All that is withheld, in the order of the fields and of the file.
pub(crate) fn gather(nota: &Nota, template: &Template) -> Vec<Secret> {
    let texts = nota.texts();
    let mut gathered = Gathered {
        nota,
        template,
        secrets: Vec::new(),
    };
    gathered.fields();
    let readers = Readers::of(internal(nota, template), &texts);
    for site in &texts {
        match readers.cover(site) {
            Cover::None => gathered.marked(site),
            Cover::Unseen => {}
            Cover::Whole(grond, kind) => gathered.whole(site, &grond, kind),
        }
    }
    gathered.secrets
}

/// What covers a text as a whole.
enum Cover {
    /// Nothing: marks may cover parts.
    None,
    /// Nothing, and no reader sees it.
    Unseen,
    /// All of it is withheld, on this ground.
    Whole(String, SecretKind),
}

struct Gathered<'a> {
    nota: &'a Nota,
    template: &'a Template,
    secrets: Vec<Secret>,
}

impl Gathered<'_> {
    /// Adds a text, line by line.
    fn add(&mut self, text: &str, grond: &str, kind: SecretKind, place: &Place) {
        let grond = find_grond(grond).map_or(grond, |own| own.code).to_owned();
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            self.secrets.push(Secret {
                grond: grond.clone(),
                kind,
                place: place.clone(),
                text: line.to_owned(),
            });
        }
    }

    fn fields(&mut self) {
        let lakken = self.nota.lakken();
        for site in self.nota.field_texts() {
            let path = site.place.field.as_deref().unwrap_or_default();
            let key = self.nota.key_of(path);
            let by_drafter = lakken.iter().find(|own| own.veld == key);
            let by_template = self.template.veld(key).and_then(|spec| spec.lak.as_deref());
            match by_drafter.map(|own| own.grond.as_str()).or(by_template) {
                Some(grond) => self.add(&site.text, grond, SecretKind::Field, &site.place),
                None if is_name_of_paraaf(self.template, key, path) => {
                    self.add(&site.text, "", SecretKind::Field, &site.place);
                }
                None => self.plain(&site, SecretKind::Field),
            }
        }
    }

    fn plain(&mut self, site: &TextSite<'_>, kind: SecretKind) {
        for part in plain_parts(&site.text) {
            if let PlainPart::Withheld { grond, text } = part {
                self.add(text, grond, kind, &site.place);
            }
        }
    }

    /// A text that is withheld as a whole, with the addresses in it.
    fn whole(&mut self, site: &TextSite<'_>, grond: &str, kind: SecretKind) {
        self.add(&site.text, grond, kind, &site.place);
        self.links(site.inlines, grond, &site.place);
    }

    /// The withheld stretches of a text.
    fn marked(&mut self, site: &TextSite<'_>) {
        if site.carrier == Carrier::Title {
            return self.plain(site, SecretKind::Text);
        }
        let mut rest = site.inlines;
        let mut at = 0;
        while let Some(first) = rest.first() {
            let grond = first.grond();
            let count = rest.iter().take_while(|own| own.grond() == grond).count();
            let (stretch, after) = rest.split_at(count);
            let text = nota_model::plain_text(stretch);
            if let Some(grond) = grond {
                let place = site.part(at..at + text.len());
                self.add(&text, grond, SecretKind::Text, &place);
                self.links(stretch, grond, &place);
            }
            at += text.len();
            rest = after;
        }
    }

    fn links(&mut self, inlines: &[Inline], grond: &str, place: &Place) {
        for mark in inlines.iter().flat_map(|inline| &inline.marks) {
            if let Mark::Link { href } = mark {
                self.add(href, grond, SecretKind::Link, place);
            }
        }
    }
}

/// For each section whether it is internal only, with those behind one that the
/// template does not put later.
fn internal(nota: &Nota, template: &Template) -> Vec<bool> {
    let mut since: Option<usize> = None;
    let sections = nota.sections.iter().map(|section| {
        let is_own = |spec: &SectionSpec| section.key.as_ref() == Some(&spec.sleutel);
        let at = template.secties.iter().position(is_own);
        let spec = at.and_then(|at| template.secties.get(at));
        since = match spec {
            Some(spec) if spec.alleen_intern => at,
            _ => since.filter(|since| at.is_none_or(|at| at <= *since)),
        };
        since.is_some()
    });
    sections.collect()
}

fn covered_block(site: &TextSite<'_>) -> Cover {
    match site.grond {
        Some(grond) => Cover::Whole(grond.to_owned(), SecretKind::Block),
        None => Cover::None,
    }
}

/// What readers of the public version see of the texts of the bodies.
pub(crate) struct Readers<'a> {
    /// For each section whether it is internal only.
    internal: Vec<bool>,
    /// The footnotes that public text refers to.
    public: HashSet<&'a str>,
    /// The others that are referred to, with the ground on which each is
    /// withheld.
    withheld: HashMap<&'a str, &'a str>,
}

impl<'a> Readers<'a> {
    /// For these texts of a nota; `internal` says of each section whether it
    /// is internal only.
    pub fn of(internal: Vec<bool>, texts: &'a [TextSite<'_>]) -> Self {
        let mut own = Self {
            internal,
            public: HashSet::new(),
            withheld: HashMap::new(),
        };
        let mut of_notes: HashMap<&str, Vec<&'a TextSite<'_>>> = HashMap::new();
        let mut public = Vec::new();
        let mut withheld = Vec::new();
        for site in texts {
            match &site.place.note {
                Some(label) => of_notes.entry(label).or_default().push(site),
                None => {
                    let internal = own.is_internal(&site.place);
                    let cover = if internal { Some("") } else { site.grond };
                    references(site, cover, &mut public, &mut withheld);
                }
            }
        }
        while let Some(label) = public.pop() {
            if own.public.insert(label) {
                for site in of_notes.get(label).into_iter().flatten() {
                    references(site, site.grond, &mut public, &mut withheld);
                }
            }
        }
        while let Some((label, grond)) = withheld.pop() {
            if !own.public.contains(label) && !own.withheld.contains_key(label) {
                own.withheld.insert(label, grond);
                for site in of_notes.get(label).into_iter().flatten() {
                    references(site, Some(grond), &mut public, &mut withheld);
                }
            }
        }
        own
    }

    /// Whether readers see a text, apart from the marks in it.
    pub fn see(&self, site: &TextSite<'_>) -> bool {
        matches!(self.cover(site), Cover::None)
    }

    fn is_internal(&self, place: &Place) -> bool {
        let internal = place.index.and_then(|index| self.internal.get(index));
        internal.copied().unwrap_or_default()
    }

    fn cover(&self, site: &TextSite<'_>) -> Cover {
        if let Some(label) = &site.place.note {
            if self.public.contains(label.as_str()) {
                return covered_block(site);
            }
            return match self.withheld.get(label.as_str()) {
                Some(grond) => Cover::Whole((*grond).to_owned(), SecretKind::Footnote),
                None => Cover::Unseen,
            };
        }
        if self.is_internal(&site.place) {
            return Cover::Whole(
                site.grond.unwrap_or_default().to_owned(),
                SecretKind::Section,
            );
        }
        covered_block(site)
    }
}

/// The references in a text: those that a reader of the public version sees,
/// and the others with their ground.
fn references<'a>(
    site: &'a TextSite<'_>,
    cover: Option<&'a str>,
    public: &mut Vec<&'a str>,
    withheld: &mut Vec<(&'a str, &'a str)>,
) {
    for inline in site.inlines {
        if let Run::Note { label } = &inline.run {
            match cover.or_else(|| inline.grond()) {
                Some(grond) => withheld.push((label, grond)),
                None => public.push(label),
            }
        }
    }
}
