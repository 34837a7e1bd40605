//! The sentences above the form.

use crate::view::{Banner, BannerAction, BannerChoice, Tone};

impl Banner {
    /// The nota is of a newer version of the format: it is shown, and cannot
    /// be changed or overwritten.
    pub fn newer_version() -> Self {
        Self {
            toon: Tone::LetOp,
            tekst: "Deze nota is gemaakt met een nieuwere versie van het programma. U kunt haar lezen, \
                    afdrukken en onder een andere naam bewaren."
                .to_owned(),
            acties: vec![action(BannerChoice::SaveAs, "Opslaan als")],
        }
    }

    /// The nota is larger than the editor shows as sections: a part of it is
    /// plain text, which must not be written back as if it were all.
    pub fn too_large() -> Self {
        Self {
            toon: Tone::LetOp,
            tekst: "Deze nota is te groot om in te werken. U kunt haar lezen en onder een andere \
                    naam bewaren. Deel haar op in kleinere nota's."
                .to_owned(),
            acties: vec![action(BannerChoice::SaveAs, "Opslaan als")],
        }
    }

    /// The file may not be written: what one changes needs another name.
    pub fn read_only_file() -> Self {
        Self {
            toon: Tone::LetOp,
            tekst: "Dit bestand is alleen-lezen. U kunt de nota lezen en veranderen; bewaar wat u verandert \
                    onder een andere naam."
                .to_owned(),
            acties: vec![action(BannerChoice::SaveAs, "Opslaan als")],
        }
    }

    /// Another program or window wrote the file.
    pub fn foreign() -> Self {
        Self {
            toon: Tone::LetOp,
            tekst: "Dit bestand is intussen buiten dit venster veranderd. Er is niets overschreven: uw \
                    tekst staat hier, de andere versie staat in het bestand."
                .to_owned(),
            acties: vec![
                action(BannerChoice::Conflict, "Vergelijken en kiezen"),
                action(BannerChoice::SaveAs, "Opslaan als"),
            ],
        }
    }

    /// The file is not there any more.
    pub fn gone() -> Self {
        Self {
            toon: Tone::LetOp,
            tekst: "Het bestand staat niet meer op zijn plaats. Uw tekst is er nog: sla haar opnieuw op."
                .to_owned(),
            acties: vec![action(BannerChoice::Save, "Opslaan"), action(BannerChoice::SaveAs, "Opslaan als")],
        }
    }

    /// Another window of this machine has the file open, since a time of day.
    pub fn in_other_window(since: &str) -> Self {
        Self {
            toon: Tone::Melding,
            tekst: format!(
                "Deze nota is op deze computer ook geopend in een ander venster, sinds {since}. Schrijf in een van \
                 de twee: wat u daar opslaat, meldt het andere venster."
            ),
            acties: vec![action(BannerChoice::SaveAs, "Opslaan als")],
        }
    }

    /// Someone else has the file open, on this machine since a time of day.
    pub fn in_use(machine: &str, since: &str) -> Self {
        Self {
            toon: Tone::Melding,
            tekst: format!(
                "Deze nota is ook geopend op computer {machine}, sinds {since}. Spreek af wie er schrijft."
            ),
            acties: vec![action(BannerChoice::SaveAs, "Opslaan als")],
        }
    }

    /// The user has no folder of their own, so that nothing is kept besides
    /// what they save.
    pub fn no_folder() -> Self {
        Self {
            toon: Tone::LetOp,
            tekst: "Op deze computer is geen eigen map voor u gevonden. Na een storing komt alleen terug \
                    wat u hebt opgeslagen. Sla daarom vaak op."
                .to_owned(),
            acties: vec![action(BannerChoice::Save, "Opslaan")],
        }
    }

    /// The journal cannot be written; `why` is a sentence.
    pub fn not_kept(why: &str) -> Self {
        Self {
            toon: Tone::Fout,
            tekst: format!("Uw tekst wordt nu niet voor herstel bewaard: sla vaak op. {why}"),
            acties: vec![action(BannerChoice::SaveAs, "Opslaan als")],
        }
    }
}

fn action(id: BannerChoice, label: &str) -> BannerAction {
    BannerAction {
        id,
        label: label.to_owned(),
    }
}
