//! The TypeScript of all that crosses: the types that the window is compiled
//! against, and what it can ask and hear; and the rights that it needs for that.

mod border;

use nota_model::{
    Align, Block, BlockKind, Cell, Change, Diagnostic, Fix, GROND_PERSOONLIJK, Grond, Inline, Item,
    Mark, Note, Place, Related, Run, SectionRef, Severity, Table, TextRange, Value, gronden,
};
use ts_rs::{Config, TS};

pub use border::{border, rights};

use super::{
    Applied, Banner, BannerAction, BannerChoice, Barrier, Bron, Comparison, Contact, Differences,
    DraftView, Dragging, Explanation, Exported, FaultyTemplate, FieldSort, FieldView, FormatId,
    FormatView, Glance, HostError, ImportCertainty, ImportChoice, ImportKind, ImportPart,
    ImportPiece, ImportPlace, ImportView, KeptText, LanguageSwitches, LanguageView, MailWay,
    MetadataKind, Metagegevens, NotaState, NoteView, OpenRequest, OtherText, PagePoint, PageView,
    PagesView, Panes, PartDifference, PartState, PasteView, Phrase, PieceState, Problems, Progress,
    Publication, Readability, ReadabilityBand, ReadabilitySpot, RecentFile, Report, SaveState,
    SaveStatus, SectionStatus, SectionView, Settings, Settlement, Snapshot, Stopped,
    SuggestionSpot, SuggestionView, TaalMelding, TaalSoort, TemplateChoice, TemplateList,
    TextPiece, Theme, Tone, Version, VersionView, Waardering, WithheldGroup, WithheldView,
    WooCategorie, WordLists,
};

/// Numbers stay far below 2^53, so they cross as ordinary ones.
fn config() -> Config {
    Config::new().with_large_int("number")
}

/// The text of `ui/src/wire/index.ts`.
pub fn typescript() -> String {
    let mut file = String::from(
        "// The types of what crosses between the window and the engine. Made from\n\
         // the Rust types by `UPDATE_EXPECT=1 cargo test -p nota-editor --features wire`;\n\
         // never edited.\n",
    );
    let config = config();
    macro_rules! put {
        ($($name:ty),* $(,)?) => {
            $(put(&mut file, <$name>::docs(), &<$name>::decl(&config));)*
        };
    }
    put!(
        Block, BlockKind, Item, Cell, Align, Table, Inline, Run, Mark, Note, Value, Place,
        TextRange, SectionRef, Change, Severity, Diagnostic, Related, Fix,
    );
    put!(
        Snapshot,
        FieldView,
        FieldSort,
        SectionView,
        SectionStatus,
        NoteView,
        SaveState,
        SaveStatus,
        Banner,
        Tone,
        BannerAction,
        BannerChoice,
        Applied,
    );
    put!(
        PasteView,
        ImportView,
        ImportPiece,
        ImportKind,
        ImportCertainty,
        ImportPlace,
        ImportPart,
        ImportChoice
    );
    put!(Problems, PagesView, PageView, PagePoint);
    put!(
        LanguageView,
        TaalMelding,
        TaalSoort,
        LanguageSwitches,
        Phrase,
        Readability,
        ReadabilityBand,
        ReadabilitySpot,
        WordLists
    );
    put!(
        Version,
        Barrier,
        SuggestionView,
        SuggestionSpot,
        WithheldView,
        WithheldGroup,
        Comparison,
        Publication,
        Report,
    );
    put!(
        FormatId,
        FormatView,
        Bron,
        MailWay,
        MetadataKind,
        Exported,
        Progress,
        Stopped,
        Explanation,
        HostError
    );
    put!(
        TemplateList,
        TemplateChoice,
        FaultyTemplate,
        RecentFile,
        Glance,
        NotaState,
        OpenRequest,
        Dragging,
        Settings,
        Metagegevens,
        Waardering,
        WooCategorie,
        Contact,
        Theme,
        Panes,
    );
    put!(
        Differences,
        PartDifference,
        PartState,
        TextPiece,
        PieceState,
        KeptText,
        DraftView,
        VersionView,
        OtherText,
        Settlement,
    );
    put_gronden(&mut file);
    put_corrections(&mut file);
    file
}

/// The grounds as values: they are the law's, the same on both sides.
fn put_gronden(file: &mut String) {
    file.push_str(
        "\n/**\n * A ground of the Woo on which text may be withheld.\n */\n\
         export type Grond = { code: string, omschrijving: string, wanneer: string, artikel: string, plaats: string, };\n\n\
         /**\n * All grounds, the usual one first and the others in the order of the law.\n */\n\
         export const gronden: Grond[] = [\n",
    );
    let usual = |grond: &&Grond| grond.code == GROND_PERSOONLIJK;
    let first = gronden().iter().filter(usual);
    let others = gronden().iter().filter(|grond| !usual(grond));
    for grond in first.chain(others) {
        let (artikel, plaats) = (grond.artikel(), grond.placeholder());
        let Grond {
            code,
            omschrijving,
            wanneer,
        } = grond;
        file.push_str(&format!(
            "  {{ code: {code:?}, omschrijving: {omschrijving:?}, wanneer: {wanneer:?}, artikel: {artikel:?}, plaats: {plaats:?} }},\n"
        ));
    }
    file.push_str("]\n");
}

/// What is mended while one types, as values: the same list that the language
/// checks know.
fn put_corrections(file: &mut String) {
    file.push_str(
        "\n/**\n * Words that are mended while one types, each with what comes in its place.\n */\n\
         export const correcties: [fout: string, goed: string][] = [\n",
    );
    for (wrong, right) in nota_taal::corrections() {
        file.push_str(&format!("  [{wrong:?}, {right:?}],\n"));
    }
    file.push_str("]\n");
}

fn put(file: &mut String, docs: Option<String>, declaration: &str) {
    file.push('\n');
    if let Some(docs) = docs {
        file.push_str(docs.trim_end());
        file.push('\n');
    }
    file.push_str("export ");
    file.push_str(declaration);
    file.push('\n');
}
