//! Why a file cannot be read as a nota, in a sentence that says what to do.

/// Why a file was not imported. The sentence is for the drafter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Nothing is in it.
    #[error("Dit bestand is leeg. Kies een ander bestand.")]
    Empty,
    /// Over [`MAX_FILE`](crate::limits::MAX_FILE).
    #[error(
        "Dit bestand is groter dan 20 MB. Haal er de afbeeldingen uit, of bewaar alleen de tekst, en probeer het opnieuw."
    )]
    TooLarge,
    /// The unpacked text is over a limit.
    #[error(
        "Dit bestand wordt uitgepakt veel te groot voor een nota. Open het in Word, kopieer de tekst naar een nieuw document en importeer dat."
    )]
    TooMuchInside,
    /// Over [`MAX_BLOCKS`](crate::limits::MAX_BLOCKS).
    #[error(
        "Dit bestand heeft meer dan 10.000 alinea's; dat past niet in een nota. Importeer een deel ervan."
    )]
    TooManyBlocks,
    /// Over [`MAX_DEPTH`](crate::limits::MAX_DEPTH).
    #[error(
        "In dit bestand staan te veel delen in elkaar. Open het in Word, kopieer de tekst naar een nieuw document en importeer dat."
    )]
    TooDeep,
    /// An old Word file.
    #[error(
        "Dit is een oud Word-bestand (.doc), of een bestand met een wachtwoord. Open het in Word en bewaar het als .docx, zonder wachtwoord."
    )]
    OldWord,
    /// A file with a password.
    #[error(
        "Dit bestand is beveiligd met een wachtwoord. Open het in Word of LibreOffice, haal het wachtwoord weg en bewaar het opnieuw."
    )]
    Encrypted,
    /// A file of Word's family that has no text.
    #[error(
        "Dit is geen tekstdocument maar een {0}. Kopieer wat u nodig hebt en plak het in de nota."
    )]
    OtherOffice(&'static str),
    /// A package without a document.
    #[error(
        "In dit bestand zit geen document. Controleer of u het goede bestand hebt, en bewaar het zo nodig opnieuw als .docx of .odt."
    )]
    NoDocument,
    /// Cut off or damaged.
    #[error(
        "Dit bestand is beschadigd of niet helemaal overgekomen. Haal het opnieuw op, of open het in Word en bewaar het opnieuw."
    )]
    Damaged,
    /// Two parts of one name.
    #[error(
        "In dit bestand staan twee documenten onder één naam, zodat niet zeker is welk het goede is. Open het in Word en bewaar het opnieuw."
    )]
    TwoOfOneName,
    /// XML with definitions of its own.
    #[error(
        "Dit bestand heeft eigen definities in zijn XML; dat hoort niet in een document en wordt niet gelezen. Open het in Word en bewaar het opnieuw."
    )]
    OwnDefinitions,
    /// RTF.
    #[error("Dit is een RTF-bestand. Open het in Word en bewaar het als .docx.")]
    Rtf,
    /// A picture, a sound, a program.
    #[error(
        "Dit bestand bevat geen tekst die als nota te lezen is. Kies een document of een tekstbestand."
    )]
    NotText,
    /// A PDF without text.
    #[error(
        "In deze PDF zit geen tekst: het is waarschijnlijk een scan. Zoek het oorspronkelijke document, of laat de tekst eerst herkennen (OCR)."
    )]
    Scan,
    /// A PDF with a password.
    #[error(
        "Deze PDF is beveiligd met een wachtwoord. Vraag om een PDF zonder wachtwoord, of kopieer de tekst."
    )]
    EncryptedPdf,
}
