//! What goes along with a document: the metadata for archive and publication, as
//! files beside it. Of a public document they are searched as the document is.

use chrono::NaiveDateTime;
use nota_metadata::{
    Bestand, Gegevens, Metagegevens, Ontbreekt, Soort, Versie, bestand, diwoo, informatieobject,
    vaste_teksten,
};
use nota_model::Nota;
use nota_public::{Fingerprint, Kind, Proof, PublicNota, Secrets, SecretsError, prove_absent};
use nota_template::Template;

use crate::{Format, Unpublished};

/// The metadata that is asked for with a document.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// The kinds; none when no metadata is asked for.
    pub kinds: &'a [Soort],
    /// What the organisation chose.
    pub keuze: &'a Metagegevens,
    /// The moment of the export, in local time.
    pub moment: NaiveDateTime,
}

/// A document for which metadata is made.
#[derive(Debug, Clone, Copy)]
pub struct Document<'a> {
    /// The name of its file, without folder.
    pub name: &'a str,
    /// Its format.
    pub format: Format,
    /// Its bytes.
    pub bytes: &'a [u8],
}

/// A file that goes beside a document: with it, or neither.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Companion {
    /// The end of its name, in the place of that of the document: `mdto.xml`.
    pub extension: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What came of making metadata.
#[derive(Debug)]
pub enum Companions {
    /// The files, in the order in which they are written.
    Made(Vec<Companion>),
    /// The standards ask for what the nota does not say; never empty.
    Missing(Vec<Ontbreekt>),
}

/// The metadata of an internal document.
pub fn companions(
    document: &Document<'_>,
    nota: &Nota,
    template: &Template,
    wanted: &Wanted<'_>,
) -> Companions {
    make(document, nota, template, wanted, Versie::Intern)
}

/// The metadata of a public document, of which it is proven that nothing
/// withheld is in it.
///
/// # Errors
///
/// When there is no public version, or something withheld was found: then the
/// document is not to be written either.
pub fn public_companions(
    document: &Document<'_>,
    nota: &Nota,
    template: &Template,
    wanted: &Wanted<'_>,
) -> Result<Companions, Unpublished> {
    let public = PublicNota::new(nota, template)?;
    let made = make(
        document,
        public.nota(),
        public.template(),
        wanted,
        Versie::Openbaar,
    );
    let Companions::Made(files) = &made else {
        return Ok(made);
    };
    let hash = Fingerprint::of(None, document.bytes).sha256;
    // The name of the file is the user's own, and is searched like the rest.
    let nameless = Document {
        name: "",
        ..*document
    };
    let fixed = vaste_teksten(wanted.keuze, &facts(&nameless, &hash, wanted));
    let secrets = Secrets::beside(nota, template, &fixed).map_err(|error| match error {
        SecretsError::Refused(refusal) => Unpublished::Refused(refusal),
        SecretsError::NotProven(error) => Unpublished::NotProven(error),
    })?;
    for file in files {
        let proof: Proof = prove_absent(&secrets, &file.bytes, Kind::Text)?;
        if !proof.holds() {
            return Err(Unpublished::Found(Box::new(proof)));
        }
    }
    Ok(made)
}

fn make(
    document: &Document<'_>,
    nota: &Nota,
    template: &Template,
    wanted: &Wanted<'_>,
    versie: Versie,
) -> Companions {
    let keuze = wanted.keuze;
    if wanted.kinds.is_empty() {
        return Companions::Made(Vec::new());
    }
    let gegevens = match Gegevens::of(nota, template, keuze, versie) {
        Ok(gegevens) => gegevens,
        Err(missing) => return Companions::Missing(missing),
    };
    let hash = Fingerprint::of(None, document.bytes).sha256;
    let facts = facts(document, &hash, wanted);
    let mut files = Vec::new();
    let mut add = |extension, text: String| {
        let bytes = text.into_bytes();
        files.push(Companion { extension, bytes });
    };
    for kind in Soort::ALL {
        match kind {
            _ if !wanted.kinds.contains(&kind) => {}
            Soort::Mdto => {
                add("mdto.xml", informatieobject(&gegevens, keuze, &facts));
                add("bestand.mdto.xml", bestand(&gegevens, keuze, &facts));
            }
            Soort::Diwoo => add("diwoo.xml", diwoo(&gegevens, keuze, &facts)),
        }
    }
    Companions::Made(files)
}

fn facts<'a>(document: &Document<'a>, hash: &'a str, wanted: &Wanted<'_>) -> Bestand<'a> {
    Bestand {
        naam: document.name,
        omvang: document.bytes.len(),
        sha256: hash,
        formaat: document.format.0.archive,
        gemaakt: wanted.moment,
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use nota_template::Registry;

    use super::*;

    const NOTA: &str = "---
onderwerp: Beslisnota over geld
datum: 2024-03-15
kenmerk: \"5254387\"
lakken:
  - veld: kenmerk
    grond: 5.1.2b
---
## 3. Kernpunten

Met [K. Zwartjes]{.lak grond=\"5.1.2e\"}, [vaststelling]{.lak grond=\"5.1.2b\"}.
";

    fn public(name: &str) -> Result<Companions, Unpublished> {
        let parsed = nota_markdown::parse(NOTA, Registry::builtin());
        let day = NaiveDate::from_ymd_opt(2024, 3, 16).expect("a day");
        let wanted = Wanted {
            kinds: &Soort::ALL,
            keuze: &Metagegevens::default(),
            moment: day.and_hms_opt(9, 5, 7).expect("a time"),
        };
        let document = Document {
            name,
            format: Format::PDF,
            bytes: b"abc",
        };
        public_companions(&document, &parsed.nota, &parsed.template, &wanted)
    }

    #[test]
    fn public_metadata_holds_nothing_withheld_and_its_own_words_do_not_bar() {
        let Ok(Companions::Made(files)) = public("nota-openbaar.pdf") else {
            panic!("the metadata is made");
        };
        let names: Vec<_> = files.iter().map(|own| own.extension).collect();
        assert_eq!(names, ["mdto.xml", "bestand.mdto.xml", "diwoo.xml"]);
        for file in &files {
            let text = String::from_utf8_lossy(&file.bytes);
            assert!(
                !text.contains("5254387") && !text.contains("Zwartjes"),
                "{text}"
            );
        }
        let hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        let of_file = String::from_utf8_lossy(&files[1].bytes).into_owned();
        assert!(of_file.contains(hash), "{of_file}");
    }

    #[test]
    fn a_withheld_name_in_the_name_of_the_file_bars_the_metadata() {
        let made = public("nota Zwartjes.pdf");
        assert!(matches!(made, Err(Unpublished::Found(_))), "{made:?}");
    }
}
