//! How the letterhead of a template stands on paper: the choices of
//! `[opmaak]`. Positions and sizes are measures, and stand in `maten.toml`.

/// A choice that a template makes by a word.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$own:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
        pub enum $name {
            $($(#[$own])* $variant,)+
        }

        impl Choice for $name {
            const ALL: &'static [(&'static str, Self)] = &[$(($word, $name::$variant)),+];
        }

        impl $name {
            /// The word that templates write.
            pub fn word(self) -> &'static str {
                match self {
                    $($name::$variant => $word,)+
                }
            }
        }
    };
}

/// A closed list of words.
pub(crate) trait Choice: Copy + 'static {
    /// The words with what they mean, the default first.
    const ALL: &'static [(&'static str, Self)];
}

choice! {
    /// How the addressees stand above the title.
    Adressering {
        /// Their lines, without label.
        #[default]
        Regels = "regels",
        /// "Aan de Minister …", each line.
        AanDe = "aan-de",
        /// "Aan" on a line of its own when there are several, and otherwise
        /// before the only one.
        Kop = "aan-kop",
        /// "Aan: MOCW".
        Dubbelepunt = "dubbele-punt",
        /// Rows of a label and a value: those of `rijen`.
        Tabel = "tabel",
    }
}

choice! {
    /// Where the action word stands.
    Actie {
        /// In the reference column, where the template names its field.
        #[default]
        Kolom = "kolom",
        /// On the left, directly above the addressee.
        BovenAan = "boven-aan",
        /// On the left under the document word.
        OnderWoord = "onder-documentwoord",
    }
}

choice! {
    /// The shape of the parafen.
    ParafenVorm {
        /// A table of functions with room for date and paraaf.
        #[default]
        Tabel = "tabel",
        /// A route: two rows of three cells between dotted lines.
        Route = "route",
        /// One row of three cells between dotted lines: line, others, the rest.
        LijnMede = "lijn-mede",
        /// One row between solid lines.
        Regel = "regel",
    }
}

choice! {
    /// The face of the document word or of headings.
    Letter {
        /// That of the text, in bold.
        #[default]
        Vet = "vet",
        /// That of the text.
        Gewoon = "gewoon",
        /// That of the text, in italics.
        Cursief = "cursief",
        /// The one of the wordmark.
        Kop = "kopletter",
    }
}

choice! {
    /// The colour of the ribbon.
    Lint {
        /// The blue of the house style.
        #[default]
        Blauw = "blauw",
        /// Black.
        Zwart = "zwart",
    }
}

choice! {
    /// The sign of a list.
    Opsommingsteken {
        /// •
        #[default]
        Punt = "punt",
        /// -
        Streepje = "streepje",
    }
}

choice! {
    /// Where the decision on the nota stands, when there is one.
    BeslissingPlaats {
        /// Before the text, under the parafen.
        #[default]
        Vooraan = "vooraan",
        /// Behind the text that everyone may read.
        Achteraan = "achteraan",
    }
}

/// How the letterhead of a template stands on paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opmaak {
    /// How the addressees stand.
    pub aan: Adressering,
    /// The fields of the rows of the addressees, at [`Adressering::Tabel`].
    pub rijen: Vec<String>,
    /// Where the action word stands.
    pub actie: Actie,
    /// The shape of the parafen.
    pub parafen: ParafenVorm,
    /// The face of the document word.
    pub documentwoord: Letter,
    /// The face of the headings of sections.
    pub koppen: Letter,
    /// The face of the headings of parts.
    pub onderdelen: Letter,
    /// The colour of the ribbon.
    pub lint: Lint,
    /// The lines of the wordmark; those of the ministry when there are none.
    pub woordmerk: Vec<String>,
    /// The face of the lines of the wordmark after the first.
    pub woordmerk_rest: Letter,
    /// The sign of a list.
    pub opsomming: Opsommingsteken,
    /// Where the decision on the nota stands.
    pub beslissing: BeslissingPlaats,
}

impl Default for Opmaak {
    fn default() -> Self {
        Self {
            aan: Adressering::default(),
            rijen: Vec::new(),
            actie: Actie::default(),
            parafen: ParafenVorm::default(),
            documentwoord: Letter::Kop,
            koppen: Letter::Vet,
            onderdelen: Letter::Vet,
            lint: Lint::default(),
            woordmerk: Vec::new(),
            woordmerk_rest: Letter::Gewoon,
            opsomming: Opsommingsteken::default(),
            beslissing: BeslissingPlaats::default(),
        }
    }
}
