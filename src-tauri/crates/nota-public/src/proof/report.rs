//! The proof in words, for the file that goes with the decision to publish.

use std::fmt;

use nota_model::find_grond;

use super::{Kind, Proof, Verdict};

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
        if self.kind == Kind::Text {
            return writeln!(f, "Doorzocht: alle tekst ({} bytes).", own.bytes);
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
