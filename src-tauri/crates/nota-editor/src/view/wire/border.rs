//! The commands and events of [`crate::commands`] as TypeScript, and the rights
//! that the window has to call them.

use nota_model::{Change, Place};
use ts_rs::{Config, TS};

use super::config;
use crate::border::events;
use crate::view::{
    Applied, Bericht, Bron, Comparison, Differences, DraftView, Explanation, FormatId, FormatView,
    Glance, ImportChoice, ImportView, KeptText, MailWay, MetadataKind, OtherText, PagePoint,
    PasteView, Publication, Readability, RecentFile, Report, SaveState, Settings, Settlement,
    Snapshot, SuggestionView, TemplateList, Version, VersionView, WordLists,
};

/// Bytes, which cross as they are.
struct Picture;

impl TS for Picture {
    type WithoutGenerics = Self;
    type OptionInnerType = Self;

    fn name(_: &Config) -> String {
        "Blob".to_owned()
    }

    fn inline(config: &Config) -> String {
        Self::name(config)
    }
}

impl TS for FormatId {
    type WithoutGenerics = Self;
    type OptionInnerType = Self;

    fn docs() -> Option<String> {
        Some("/**\n * A format, by the extension of its files.\n */\n".to_owned())
    }

    fn name(_: &Config) -> String {
        "FormatId".to_owned()
    }

    fn inline(_: &Config) -> String {
        let names = nota_export::Format::all();
        let names: Vec<String> = names.map(|own| format!("{:?}", own.extension())).collect();
        names.join(" | ")
    }

    fn decl(config: &Config) -> String {
        format!("type FormatId = {};", Self::inline(config))
    }
}

/// A command: its name, its words, its arguments with their types, its answer.
struct Command {
    name: &'static str,
    docs: &'static [&'static str],
    arguments: Vec<(&'static str, String)>,
    answer: String,
}

macro_rules! list {
    ($($(#[doc = $doc:literal])+ fn $name:ident($($argument:ident: $type:ty),*) -> $answer:ty;)*) => {
        fn commands(config: &Config) -> Vec<Command> {
            vec![$(Command {
                name: stringify!($name),
                docs: &[$($doc),+],
                arguments: vec![$((stringify!($argument), <$type as TS>::name(config))),*],
                answer: <$answer as TS>::name(config),
            }),*]
        }
    };
}
crate::commands!(list);

/// The text of `ui/src/wire/border.ts`.
pub fn border() -> String {
    let config = config();
    let (commands, events) = (commands(&config), events(&config));
    let mut file = format!(
        "// What the window can ask of the engine and what it is told. Made from\n\
         // `nota-editor/src/border.rs` as the types in `index.ts` are; never edited.\n\
         {}\n/** What the window can ask. Each call that fails rejects with a `HostError`;\n \
         * its code `cancelled` means that the user changed their mind, and is no failure. */\n\
         export interface Commands {{\n",
        imports(&commands, &events),
    );
    for command in &commands {
        let arguments = command.arguments.iter();
        let arguments: Vec<String> = arguments
            .map(|(name, of)| format!("{name}: {of}"))
            .collect();
        let answer = if command.answer == "null" {
            "void"
        } else {
            &command.answer
        };
        file.push_str(&words(command.docs));
        file.push_str(&format!(
            "  {}({}): Promise<{answer}>\n",
            camel(command.name),
            arguments.join(", "),
        ));
    }
    file.push_str(
        "}\n\n/** How each is called: the name of the command, and those of its arguments. */\n\
         export const commands: { [K in keyof Commands]: [name: string, ...names: string[]] } = {\n",
    );
    for command in &commands {
        let arguments = command.arguments.iter().map(|(name, _)| *name);
        let all: Vec<String> = std::iter::once(command.name)
            .chain(arguments)
            .map(|name| format!("'{name}'"))
            .collect();
        file.push_str(&format!(
            "  {}: [{}],\n",
            camel(command.name),
            all.join(", ")
        ));
    }
    file.push_str("}\n\n/** What the window is told, by name. */\nexport interface Events {\n");
    for (name, docs, payload) in &events {
        file.push_str(&words(docs));
        file.push_str(&format!("  '{name}': {payload}\n"));
    }
    file.push_str("}\n");
    file
}

/// The types that the signatures name.
fn imports(commands: &[Command], events: &[(&str, &[&str], String)]) -> String {
    let arguments = commands.iter().flat_map(|own| &own.arguments);
    let types = arguments.map(|(_, of)| of);
    let types = types.chain(commands.iter().map(|own| &own.answer));
    let types = types.chain(events.iter().map(|(_, _, payload)| payload));
    let words = types.flat_map(|of| of.split(|c: char| !c.is_alphanumeric()));
    let own =
        |word: &&str| word.starts_with(char::is_uppercase) && !matches!(*word, "Array" | "Blob");
    let names: std::collections::BTreeSet<&str> = words.filter(own).collect();
    let names: Vec<String> = names.iter().map(|name| format!("  {name},\n")).collect();
    format!("import type {{\n{}}} from './index'\n", names.concat())
}

fn words(docs: &[&str]) -> String {
    match docs {
        [one] => format!("  /**{one} */\n"),
        more => {
            let lines: Vec<String> = more.iter().map(|line| format!("   *{line}\n")).collect();
            format!("  /**\n{}   */\n", lines.concat())
        }
    }
}

/// As TypeScript names a method.
fn camel(name: &str) -> String {
    let mut parts = name.split('_');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |mut whole, part| {
        let mut letters = part.chars();
        whole.extend(letters.next().map(|c| c.to_ascii_uppercase()));
        whole.push_str(letters.as_str());
        whole
    })
}

/// The text of `src-tauri/permissions/window.toml`.
pub fn rights() -> String {
    let mut file = String::from(
        "# The commands that the window may call: all of ours, and nothing else. Made\n\
         # from `nota-editor/src/border.rs`; never edited.\n\n\
         [[permission]]\n\
         identifier = \"allow-window\"\n\
         description = \"All commands of the editor.\"\n\
         commands.allow = [\n",
    );
    for command in commands(&config()) {
        file.push_str(&format!("  {:?},\n", command.name));
    }
    file.push_str("]\n");
    file
}
