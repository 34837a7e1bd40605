//! The proof in words, for the file that goes with the decision to publish.

use std::fmt;

use nota_model::find_grond;

use super::{Kind, Proof};

impl fmt::Display for Proof {
    /// What was searched, for what, and what was found; several lines, the
    /// last with a line end.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.holds() {
            true => writeln!(f, "Niets van wat is gelakt, staat in dit bestand.")?,
            false => writeln!(f, "In dit bestand staat tekst die is gelakt.")?,
        }
        self.searched(f)?;
        self.grounds(f)?;
        for hit in &self.gevonden {
            let grond = match hit.grond.as_str() {
                "" => String::new(),
                code => format!(", {}", article(code)),
            };
            writeln!(
                f,
                "Gevonden: nummer {} ({}{grond}): {}, {}.",
                hit.nummer,
                hit.soort.word(),
                hit.gevonden.word(),
                hit.plaats
            )?;
        }
        if self.meer_gevonden > 0 {
            writeln!(f, "En op nog {} plaatsen.", self.meer_gevonden)?;
        }
        Ok(())
    }
}

impl Proof {
    fn searched(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let own = &self.doorzocht;
        if self.bestand == Kind::Tekst {
            return writeln!(f, "Doorzocht: alle tekst ({} bytes).", own.bytes);
        }
        writeln!(
            f,
            "Doorzocht: {} bladzijden, {} objecten (waarvan {} verborgen of uit een eerdere versie), {} stromen, {} losse tekenreeksen, {} bijlagen.",
            own.bladzijden,
            own.objecten,
            own.verborgen_objecten,
            own.stromen,
            own.tekenreeksen,
            own.bijlagen
        )?;
        if own.afbeeldingen > 0 {
            writeln!(
                f,
                "Let op: de PDF heeft {} afbeeldingen. Tekst in een afbeelding kan dit programma niet lezen.",
                own.afbeeldingen
            )?;
        }
        Ok(())
    }

    fn grounds(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.gronden.is_empty() {
            return writeln!(f, "In de nota is niets gelakt.");
        }
        for (code, tally) in &self.gronden {
            let grond = match code.as_str() {
                "" => "alleen intern".to_owned(),
                code => article(code),
            };
            write!(
                f,
                "{grond}: {} gelakt, {} gevonden",
                tally.gelakt, tally.gevonden
            )?;
            if tally.te_kort > 0 {
                write!(f, ", {} te kort om te zoeken", tally.te_kort)?;
            }
            if tally.deels_gezocht > 0 {
                write!(
                    f,
                    ", {} alleen deels gezocht (dezelfde letters zijn ook openbaar, of de tekst is lang)",
                    tally.deels_gezocht
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
