//! The sentences above the form.

use crate::view::{Banner, BannerAction, Tone};

impl Banner {
    /// The nota is of a newer version of the format: it is shown, and cannot
    /// be changed or overwritten.
    pub fn newer_version() -> Self {
        Self {
            toon: Tone::LetOp,
            tekst: "Deze nota is gemaakt met een nieuwere versie van het programma. U kunt haar lezen, \
                    afdrukken en onder een andere naam bewaren."
                .to_owned(),
            acties: vec![action("save-as", "Opslaan als")],
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
            acties: vec![action("save-as", "Opslaan als")],
        }
    }
}

fn action(id: &str, label: &str) -> BannerAction {
    BannerAction {
        id: id.to_owned(),
        label: label.to_owned(),
    }
}
