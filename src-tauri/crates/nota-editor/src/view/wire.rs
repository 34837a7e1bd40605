//! The TypeScript of all that crosses, in one file: types that the window is
//! compiled against.

use nota_model::{
    Align, Block, BlockKind, Cell, Change, Diagnostic, Fix, Inline, Item, Mark, Note, Place,
    Related, Run, SectionRef, Severity, Table, TextRange, Value,
};
use ts_rs::{Config, TS};

use super::{
    Applied, Banner, BannerAction, Comparison, Contact, Explanation, Exported, FieldSort,
    FieldView, FormatView, HostError, NoteView, PagePoint, PageView, PagesView, Panes,
    PartDifference, PartState, PieceState, Problems, Progress, RecentFile, SaveState, SaveStatus,
    SectionStatus, SectionView, Settings, Snapshot, TemplateChoice, TextPiece, Theme, Tone,
};

/// The text of `ui/src/wire/index.ts`.
pub fn typescript() -> String {
    let mut file = String::from(
        "// The types of what crosses between the window and the engine. Made from\n\
         // the Rust types by `UPDATE_EXPECT=1 cargo test -p nota-editor --features wire`;\n\
         // never edited.\n",
    );
    // Numbers stay far below 2^53, so they cross as ordinary ones.
    let config = Config::new().with_large_int("number");
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
        Applied,
    );
    put!(Problems, PagesView, PageView, PagePoint);
    put!(FormatView, Exported, Progress, Explanation, HostError);
    put!(TemplateChoice, RecentFile, Settings, Contact, Theme, Panes);
    put!(Comparison, PartDifference, PartState, TextPiece, PieceState);
    file
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
