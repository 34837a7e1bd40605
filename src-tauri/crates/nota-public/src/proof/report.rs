//! The proof in words, and the report: the proof with the file and the nota
//! that it is about. It is kept with the decision to publish, apart from what is
//! published, and has nothing withheld in it.

use std::fmt::{self, Write};

use nota_model::find_grond;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::{Kind, Proof, Verdict};

/// What a report is about: a file, by its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fingerprint {
    /// The name of the file, without its folder; none for the nota, of which
    /// the name may say what is withheld.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// How many bytes it has.
    pub bytes: usize,
    /// Their SHA-256, in hexadecimal digits.
    pub sha256: String,
}

impl Fingerprint {
    /// The fingerprint of a file.
    pub fn of(name: Option<&str>, bytes: &[u8]) -> Self {
        let mut sha256 = String::with_capacity(64);
        for byte in Sha256::digest(bytes) {
            // Writing to a string does not fail.
            let _ = write!(sha256, "{byte:02x}");
        }
        Self {
            name: name.map(str::to_owned),
            bytes: bytes.len(),
            sha256,
        }
    }
}

/// A proof with what it is about, to be kept apart from the public file.
/// `Display` is the report for people, `Serialize` that for programs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report<'p> {
    /// The public file.
    pub file: Fingerprint,
    /// The text of the nota that it was made of, as it was then.
    pub nota: Fingerprint,
    /// The day on which it was proven: `2026-11-20`.
    pub date: String,
    /// What is proven.
    pub verdict: Verdict,
    /// What was searched, and for what.
    #[serde(flatten)]
    pub proof: &'p Proof,
}

impl<'p> Report<'p> {
    /// The report on a file with this name and these bytes, made of the nota
    /// with this text.
    pub fn new(proof: &'p Proof, file: (&str, &[u8]), nota: &str, date: &str) -> Self {
        Self {
            file: Fingerprint::of(Some(file.0), file.1),
            nota: Fingerprint::of(None, nota.as_bytes()),
            date: date.to_owned(),
            verdict: proof.verdict(),
            proof,
        }
    }
}

impl fmt::Display for Report<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.file.name.as_deref().unwrap_or_default();
        writeln!(
            f,
            "Verslag bij ‘{name}’. Bewaar het in uw dossier; publiceer het niet."
        )?;
        writeln!(f)?;
        writeln!(f, "Datum: {}", self.date)?;
        writeln!(f, "Bestand: {name} ({} bytes)", self.file.bytes)?;
        writeln!(f, "SHA-256 van het bestand: {}", self.file.sha256)?;
        writeln!(f, "SHA-256 van de nota: {}", self.nota.sha256)?;
        writeln!(f)?;
        write!(f, "{}", self.proof)
    }
}

impl fmt::Display for Proof {
    /// What was searched, for what, and what was found; several lines, the
    /// last with a line end.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.verdict() {
            Verdict::Proven => writeln!(f, "Niets van wat is gelakt, staat in dit bestand.")?,
            Verdict::NotProven => writeln!(
                f,
                "Er is niets bewezen: wat is gelezen en gezocht is in orde, maar dat was niet alles."
            )?,
            Verdict::Found => writeln!(f, "In dit bestand staat tekst die is gelakt.")?,
        }
        self.unread(f)?;
        self.searched(f)?;
        self.grounds(f)?;
        for hit in &self.hits {
            let grond = match hit.grond.as_str() {
                "" => String::new(),
                code => format!(", {}", article(code)),
            };
            writeln!(
                f,
                "Gevonden: nummer {} ({}{grond}): {}, {}.",
                hit.number,
                hit.kind.word(),
                hit.extent.word(),
                hit.spot
            )?;
        }
        if self.more_hits > 0 {
            writeln!(f, "En op nog {} plaatsen.", self.more_hits)?;
        }
        Ok(())
    }
}

impl Proof {
    fn searched(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let own = &self.searched;
        match self.kind {
            Kind::Text => return writeln!(f, "Doorzocht: alle tekst ({} bytes).", own.bytes),
            Kind::Package => {
                return writeln!(
                    f,
                    "Doorzocht: alle onderdelen van het document ({} met tekst, {} bytes), ook verwijderde en verborgen tekst, opmerkingen en eigenschappen.",
                    own.strings, own.bytes
                );
            }
            Kind::Pdf => {}
        }
        writeln!(
            f,
            "Doorzocht: {} bladzijden, {} objecten (waarvan {} verborgen of uit een eerdere versie), {} stromen, {} losse tekenreeksen, {} bijlagen.",
            own.pages, own.objects, own.hidden_objects, own.streams, own.strings, own.attachments
        )?;
        if own.pictures > 0 {
            writeln!(
                f,
                "De PDF heeft {} afbeeldingen. Tekst in een afbeelding kan dit programma niet lezen.",
                own.pictures
            )?;
        }
        Ok(())
    }

    /// What was not read, and that it must be looked at.
    fn unread(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.unread.is_empty() {
            return Ok(());
        }
        writeln!(
            f,
            "Let op: niet alles is te lezen, er kan meer in staan. Kijk dit zelf na:"
        )?;
        for own in &self.unread {
            writeln!(f, "Niet gelezen: {}, {}.", own.what, own.spot)?;
        }
        if self.more_unread > 0 {
            writeln!(f, "En nog {} andere delen niet.", self.more_unread)?;
        }
        Ok(())
    }

    fn grounds(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.grounds.is_empty() {
            return writeln!(f, "In de nota is niets gelakt.");
        }
        for (code, tally) in &self.grounds {
            let grond = match code.as_str() {
                "" => "alleen intern".to_owned(),
                code => article(code),
            };
            write!(
                f,
                "{grond}: {} gelakt, {} gevonden",
                tally.withheld, tally.found
            )?;
            if tally.too_short > 0 {
                write!(f, ", {} te kort om te zoeken", tally.too_short)?;
            }
            if tally.not_sought > 0 {
                write!(
                    f,
                    ", {} niet gezocht (dezelfde woorden zijn ook openbaar)",
                    tally.not_sought
                )?;
            }
            if tally.partly_sought > 0 {
                write!(
                    f,
                    ", {} alleen deels gezocht (dezelfde letters zijn ook openbaar, of de tekst is lang)",
                    tally.partly_sought
                )?;
            }
            writeln!(f, ".")?;
        }
        Ok(())
    }
}

fn article(code: &str) -> String {
    find_grond(code).map_or_else(|| format!("grond {code}"), |grond| grond.artikel())
}
