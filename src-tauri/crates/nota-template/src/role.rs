//! What a field or a section is for. Code asks a template for the field of a
//! role and never for a key, so that a ministry can call its subject "Betreft".

use nota_model::{Nota, Section, Value};

use crate::spec::{FieldKind, FieldSpec, SectionSpec, Template};

/// What a field is for, to everything that does more with it than print it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FieldRole {
    /// The title of the nota and of what is made of it (`titel`).
    Titel,
    /// Who decides (`aan`).
    Aan,
    /// The day that the nota bears (`datum`).
    Datum,
    /// The reference number (`kenmerk`).
    Kenmerk,
    /// The classification, above and below every page (`rubricering`).
    Rubricering,
    /// The ministry, in a template for more than one (`ministerie`).
    Ministerie,
    /// The part of the ministry that sends the nota (`onderdeel`).
    Onderdeel,
    /// The directie of who drafts, which the settings know (`directie`).
    Directie,
    /// The name of who drafts, which the settings know (`opsteller`).
    Opsteller,
    /// Name, telephone and address of who drafts, which the settings know
    /// (`contactpersoon`).
    Contactpersoon,
    /// The last day on which a decision is in time (`beslistermijn`).
    Beslistermijn,
    /// What is asked of who decides (`actie`).
    Actie,
    /// Who signs, by function: the closing line, in capitals (`ondertekenaar`).
    Ondertekenaar,
    /// On whose behalf the nota goes as well, under the parafen
    /// (`mede-namens`).
    MedeNamens,
    /// What was decided on the nota (`beslissing`).
    Beslissing,
    /// The day of the decision (`beslissing-datum`).
    BeslissingDatum,
    /// Who decided, by function (`beslissing-door`).
    BeslissingDoor,
    /// What was remarked with the decision (`beslissing-opmerking`).
    BeslissingOpmerking,
    /// The letter to parliament that the nota goes with, by its number or its
    /// address (`kamerbrief`).
    Kamerbrief,
}

impl FieldRole {
    /// All roles, in the order in which they are explained.
    pub const ALL: [FieldRole; 19] = [
        FieldRole::Titel,
        FieldRole::Aan,
        FieldRole::Datum,
        FieldRole::Kenmerk,
        FieldRole::Rubricering,
        FieldRole::Ministerie,
        FieldRole::Onderdeel,
        FieldRole::Directie,
        FieldRole::Opsteller,
        FieldRole::Contactpersoon,
        FieldRole::Beslistermijn,
        FieldRole::Actie,
        FieldRole::Ondertekenaar,
        FieldRole::MedeNamens,
        FieldRole::Beslissing,
        FieldRole::BeslissingDatum,
        FieldRole::BeslissingDoor,
        FieldRole::BeslissingOpmerking,
        FieldRole::Kamerbrief,
    ];

    /// The roles of the decision on the nota, which is filled in afterwards, in
    /// the order in which it is printed.
    pub const DECISION: [FieldRole; 4] = [
        FieldRole::Beslissing,
        FieldRole::BeslissingDatum,
        FieldRole::BeslissingDoor,
        FieldRole::BeslissingOpmerking,
    ];

    /// The roles that every template must give to a field.
    pub const REQUIRED: [FieldRole; 1] = [FieldRole::Titel];

    /// The word that templates write.
    pub fn word(self) -> &'static str {
        match self {
            FieldRole::Titel => "titel",
            FieldRole::Aan => "aan",
            FieldRole::Datum => "datum",
            FieldRole::Kenmerk => "kenmerk",
            FieldRole::Rubricering => "rubricering",
            FieldRole::Ministerie => "ministerie",
            FieldRole::Onderdeel => "onderdeel",
            FieldRole::Directie => "directie",
            FieldRole::Opsteller => "opsteller",
            FieldRole::Contactpersoon => "contactpersoon",
            FieldRole::Beslistermijn => "beslistermijn",
            FieldRole::Actie => "actie",
            FieldRole::Ondertekenaar => "ondertekenaar",
            FieldRole::MedeNamens => "mede-namens",
            FieldRole::Beslissing => "beslissing",
            FieldRole::BeslissingDatum => "beslissing-datum",
            FieldRole::BeslissingDoor => "beslissing-door",
            FieldRole::BeslissingOpmerking => "beslissing-opmerking",
            FieldRole::Kamerbrief => "kamerbrief",
        }
    }

    /// The role with this word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.word() == word)
    }

    /// The kinds of field that can have the role, by the words of templates.
    pub(crate) fn kinds(self) -> &'static [&'static str] {
        match self {
            FieldRole::Datum | FieldRole::Beslistermijn | FieldRole::BeslissingDatum => &["datum"],
            FieldRole::Titel | FieldRole::Kenmerk | FieldRole::Kamerbrief => &["tekst"],
            FieldRole::Beslissing => &["keuze"],
            FieldRole::BeslissingOpmerking => &["lijst", "tekst"],
            FieldRole::Aan => &["adressaten", "lijst", "tekst", "keuze"],
            FieldRole::Rubricering
            | FieldRole::Ministerie
            | FieldRole::Onderdeel
            | FieldRole::Directie
            | FieldRole::Opsteller
            | FieldRole::Contactpersoon
            | FieldRole::Actie
            | FieldRole::Ondertekenaar
            | FieldRole::MedeNamens
            | FieldRole::BeslissingDoor => &["tekst", "keuze", "lijst"],
        }
    }
}

/// What a section is for, to everything that does more with it than print it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SectionRole {
    /// What is advised to decide (`besluit`).
    Besluit,
    /// What is not made public, and why (`niet-openbaar`).
    NietOpenbaar,
    /// The list of bijlagen, when the drafter writes it (`bijlagen`).
    Bijlagen,
}

impl SectionRole {
    /// All roles, in the order in which they are explained.
    pub const ALL: [SectionRole; 3] = [
        SectionRole::Besluit,
        SectionRole::NietOpenbaar,
        SectionRole::Bijlagen,
    ];

    /// The word that templates write.
    pub fn word(self) -> &'static str {
        match self {
            SectionRole::Besluit => "besluit",
            SectionRole::NietOpenbaar => "niet-openbaar",
            SectionRole::Bijlagen => "bijlagen",
        }
    }

    /// The role with this word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.word() == word)
    }
}

impl FieldSpec {
    /// Whether it is part of the decision on the nota.
    pub fn is_of_decision(&self) -> bool {
        let own = self.rol;
        own.is_some_and(|role| FieldRole::DECISION.contains(&role))
    }

    /// Whether a part of its value can be withheld by a mark, as in text: a
    /// sentence of the remark with the decision, one of the bijlagen. Other fields
    /// are withheld as a whole.
    pub fn takes_marks(&self) -> bool {
        self.rol == Some(FieldRole::BeslissingOpmerking) || self.soort == FieldKind::Bijlagen
    }
}

impl FieldKind {
    /// The word that templates write.
    pub fn word(&self) -> &'static str {
        match self {
            FieldKind::Tekst => "tekst",
            FieldKind::Datum => "datum",
            FieldKind::Keuze(_) => "keuze",
            FieldKind::Lijst => "lijst",
            FieldKind::Adressaten => "adressaten",
            FieldKind::Parafen => "parafen",
            FieldKind::Bijlagen => "bijlagen",
        }
    }
}

impl Template {
    /// The field with a role, when the template gives the role to one.
    pub fn field_for(&self, role: FieldRole) -> Option<&FieldSpec> {
        self.velden.iter().find(|veld| veld.rol == Some(role))
    }

    /// The fields that are filled in before the decision on the nota, in the
    /// order of the form.
    pub fn written_before(&self) -> impl Iterator<Item = &FieldSpec> {
        let all = self.velden.iter();
        all.filter(|veld| !veld.is_of_decision())
    }

    /// What was decided on the nota, as written and trimmed; none when nothing
    /// was.
    pub fn decision<'n>(&self, nota: &'n Nota) -> Option<&'n str> {
        self.text_for(FieldRole::Beslissing, nota)
    }

    /// The key of the field with a role.
    pub fn key_for(&self, role: FieldRole) -> Option<&str> {
        Some(self.field_for(role)?.sleutel.as_str())
    }

    /// What a nota says in the field with a role.
    pub fn value_for<'n>(&self, role: FieldRole, nota: &'n Nota) -> Option<&'n Value> {
        nota.field(self.key_for(role)?)
    }

    /// The text of the field with a role, trimmed; none when it is absent,
    /// blank or no single text.
    pub fn text_for<'n>(&self, role: FieldRole, nota: &'n Nota) -> Option<&'n str> {
        nota.field_text(self.key_for(role)?)
    }

    /// The first field of a kind; of choices, whatever there is to choose.
    pub fn field_of(&self, kind: &FieldKind) -> Option<&FieldSpec> {
        let mut fields = self.velden.iter();
        fields.find(|veld| veld.soort.word() == kind.word())
    }

    /// The section with a role, when the template gives the role to one.
    pub fn section_for(&self, role: SectionRole) -> Option<&SectionSpec> {
        self.secties.iter().find(|sectie| sectie.rol == Some(role))
    }

    /// The section of a nota that has a role; the first when there are more.
    pub fn written_for<'n>(&self, role: SectionRole, nota: &'n Nota) -> Option<&'n Section> {
        nota.section(&self.section_for(role)?.sleutel)
    }
}
