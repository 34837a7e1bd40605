// The types of what crosses between the window and the engine. Made from
// the Rust types by `UPDATE_EXPECT=1 cargo test -p nota-editor --features wire`;
// never edited.

/**
 * A block and where it stands.
 */
export type Block = { "type": "paragraph", 
/**
 * Its text.
 */
inlines: Array<Inline>, } | { "type": "heading", 
/**
 * 3 to 6, as in the file.
 */
level: number, 
/**
 * Its text.
 */
inlines: Array<Inline>, } | { "type": "list", 
/**
 * Whether it is numbered.
 */
ordered: boolean, 
/**
 * The first number; 1 for a bullet list.
 */
start: number, 
/**
 * Its items.
 */
items: Array<Item>, } | { "type": "table" } & Table | { "type": "quote", 
/**
 * What is quoted.
 */
blocks: Array<Block>, } | { "type": "lak", 
/**
 * The ground's code as written, empty when none is named.
 */
grond: string, 
/**
 * What is withheld.
 */
blocks: Array<Block>, };

/**
 * The kinds of block.
 */
export type BlockKind = { "type": "paragraph", 
/**
 * Its text.
 */
inlines: Array<Inline>, } | { "type": "heading", 
/**
 * 3 to 6, as in the file.
 */
level: number, 
/**
 * Its text.
 */
inlines: Array<Inline>, } | { "type": "list", 
/**
 * Whether it is numbered.
 */
ordered: boolean, 
/**
 * The first number; 1 for a bullet list.
 */
start: number, 
/**
 * Its items.
 */
items: Array<Item>, } | { "type": "table" } & Table | { "type": "quote", 
/**
 * What is quoted.
 */
blocks: Array<Block>, } | { "type": "lak", 
/**
 * The ground's code as written, empty when none is named.
 */
grond: string, 
/**
 * What is withheld.
 */
blocks: Array<Block>, };

/**
 * An item of a list.
 */
export type Item = { 
/**
 * Its blocks, mostly a paragraph and perhaps a nested list.
 */
blocks: Array<Block>, };

/**
 * A cell of a table.
 */
export type Cell = { 
/**
 * Its text.
 */
inlines: Array<Inline>, };

/**
 * How the cells of a column are set.
 */
export type Align = "none" | "left" | "center" | "right";

/**
 * A table with one header row. Every row has as many cells as `head`.
 */
export type Table = { 
/**
 * One per column.
 */
align: Array<Align>, 
/**
 * The header row.
 */
head: Array<Cell>, 
/**
 * The other rows.
 */
rows: Array<Array<Cell>>, };

/**
 * A run with its marks.
 */
export type Inline = { 
/**
 * Its marks, in the order of [`Mark`], each kind at most once.
 */
marks?: Array<Mark>, } & ({ "type": "text", 
/**
 * The characters.
 */
text: string, } | { "type": "note", 
/**
 * The footnote's label.
 */
label: string, } | { "type": "break" });

/**
 * What stands in a run.
 */
export type Run = { "type": "text", 
/**
 * The characters.
 */
text: string, } | { "type": "note", 
/**
 * The footnote's label.
 */
label: string, } | { "type": "break" };

/**
 * A property of a run of text. The order of the variants is the order from
 * the outside in, and a run keeps its marks in that order.
 */
export type Mark = { "type": "lak", 
/**
 * The ground's code, e.g. `5.1.2e`.
 */
grond: string, } | { "type": "taal", 
/**
 * The language as documents name it (BCP 47): `en`, `fy-NL`.
 */
code: string, } | { "type": "link", 
/**
 * The address as written.
 */
href: string, } | { "type": "sterk" } | { "type": "nadruk" };

/**
 * A footnote: a label and its text.
 */
export type Note = { 
/**
 * The label in the file; the number on the page follows the order of the
 * references.
 */
label: string, 
/**
 * Its text, mostly one paragraph.
 */
blocks: Array<Block>, };

/**
 * The value of a field. Scalars are text: only the template knows which text
 * is a date.
 */
export type Value = string | Array<Value> | { [part: string]: Value } | null;

/**
 * A place. All parts are optional: a place without any is the whole nota.
 */
export type Place = { 
/**
 * The key of the section, also of one that is missing.
 */
section: string | null, 
/**
 * The index of the section in the nota; none for the preamble, a field
 * or a section that is missing.
 */
index: number | null, 
/**
 * The label of the footnote, when the place is inside one.
 */
note: string | null, 
/**
 * The way to the block: indices from the body (or footnote) down. In a
 * list: block, item, block. In a table: block, row (0 is the header
 * row), column. In a quotation or withheld blocks: block, child.
 */
path: Array<number>, 
/**
 * The characters in the block's plain text.
 */
range: TextRange | null, 
/**
 * The path of the field: `datum`, `aan[0]`, `parafen[1].functie`.
 */
field: string | null, };

/**
 * A range of Unicode characters in a plain text, `start <= end`.
 */
export type TextRange = { 
/**
 * The first character.
 */
start: number, 
/**
 * One past the last.
 */
end: number, };

/**
 * Which section a change is about.
 */
export type SectionRef = number | string;

/**
 * A change.
 */
export type Change = { "type": "setField", 
/**
 * The path.
 */
path: string, 
/**
 * The new value.
 */
value: Value, } | { "type": "removeField", 
/**
 * The key.
 */
key: string, } | { "type": "setBody", 
/**
 * Which.
 */
section: SectionRef, 
/**
 * The new body.
 */
blocks: Array<Block>, } | { "type": "setHeading", 
/**
 * Which.
 */
section: SectionRef, 
/**
 * The number as it is to be written ("4.1"), or none.
 */
number: string | null, 
/**
 * The title.
 */
title: string, } | { "type": "addSection", 
/**
 * The template's key.
 */
key: string | null, 
/**
 * The number as it is to be written.
 */
number: string | null, 
/**
 * The title.
 */
title: string, 
/**
 * The level of the heading.
 */
level: number, 
/**
 * Its position among the sections; past the end means last.
 */
index: number, } | { "type": "removeSection", 
/**
 * Which.
 */
section: SectionRef, } | { "type": "moveSection", 
/**
 * Which.
 */
section: SectionRef, 
/**
 * Its position after the move.
 */
index: number, } | { "type": "setNote", 
/**
 * The label.
 */
label: string, 
/**
 * The new text.
 */
blocks: Array<Block>, } | { "type": "removeNote", 
/**
 * The label.
 */
label: string, } | { "type": "replaceText", 
/**
 * Where.
 */
place: Place, 
/**
 * What comes there, with the marks of the first replaced character.
 */
text: string, } | { "type": "setLak", 
/**
 * Where.
 */
place: Place, 
/**
 * The code of the ground; none makes it public.
 */
grond: string | null, } | { "type": "setTaal", 
/**
 * Where.
 */
place: Place, 
/**
 * The language, as [`crate::Mark::Taal`] has it; none is Dutch.
 */
taal: string | null, } | { "type": "movePreamble", 
/**
 * Which.
 */
section: SectionRef, } | { "type": "all", 
/**
 * In this order.
 */
changes: Array<Change>, };

/**
 * How serious it is. Ordered: the most serious is the greatest.
 */
export type Severity = "tip" | "let-op" | "fout";

/**
 * What is said about the content, in words for the drafter. Data, never an
 * error: a draft with diagnostics always saves and prints.
 */
export type Diagnostic = { 
/**
 * The code, for the helpdesk.
 */
code: string, 
/**
 * The name of the fault (`sectie-ontbreekt`).
 */
name: string, 
/**
 * How serious it is, under this template.
 */
severity: Severity, 
/**
 * Where.
 */
place: Place, 
/**
 * What is the matter, in one Dutch sentence.
 */
message: string, 
/**
 * What to do, in Dutch.
 */
help: string, 
/**
 * Other places that belong to it.
 */
related: Array<Related>, 
/**
 * How it can be mended with one click.
 */
fix: Fix | null, 
/**
 * Other ways to mend it with one click, when there is a choice.
 */
other_fixes: Array<Fix>, };

/**
 * A place that belongs to a diagnostic, with what it has to do with it.
 */
export type Related = { 
/**
 * Where.
 */
place: Place, 
/**
 * What stands there, in Dutch.
 */
message: string, };

/**
 * A way to mend a finding: a change like any other, so that undo works.
 */
export type Fix = { 
/**
 * What it does, in Dutch ("Sectie toevoegen").
 */
label: string, 
/**
 * The change.
 */
change: Change, };

/**
 * The whole of the open nota: what the window needs to draw the form anew.
 */
export type Snapshot = { 
/**
 * Which opening of a nota this is, counted from 1. Answers and events of
 * an earlier one are void.
 */
document: number, 
/**
 * Counts the changes; problems and pages name the one they are about.
 */
revision: number, 
/**
 * What the title bar calls the nota: its subject, else its file's name,
 * else "Nieuwe nota".
 */
titel: string, 
/**
 * The file, none when it was never saved.
 */
path: string | null, 
/**
 * The template's id: `jenv/beslisnota`.
 */
sjabloon: string, 
/**
 * The template in words: "Beslisnota".
 */
sjabloon_naam: string, 
/**
 * The ministry of the template in words.
 */
ministerie: string, 
/**
 * The template's fields in the order of the form.
 */
fields: Array<FieldView>, 
/**
 * The sections in the order of the nota, those that it has not (`index`
 * is none) in their place by the template's order.
 */
sections: Array<SectionView>, 
/**
 * The sentences of the template that can be inserted.
 */
standaardzinnen: Array<Phrase>, 
/**
 * What stands before the first section; mostly nothing.
 */
preamble: Array<Block>, 
/**
 * The footnotes, in the order of the file.
 */
notes: Array<NoteView>, 
/**
 * Whether there is a step to undo.
 */
can_undo: boolean, 
/**
 * Whether there is a step to do again.
 */
can_redo: boolean, 
/**
 * Where the saving stands.
 */
saved: SaveState, 
/**
 * Whether nothing may be changed (a newer version of the format).
 */
read_only: boolean, 
/**
 * What to say above the form, when something is the matter.
 */
banner: Banner | null, };

/**
 * A field of the form, with its value.
 */
export type FieldView = { 
/**
 * The key in the front matter.
 */
sleutel: string, 
/**
 * The label.
 */
naam: string, 
/**
 * Whether it is the title of the nota.
 */
titel: boolean, 
/**
 * Whether it is part of the decision on the nota, which is filled in
 * afterwards.
 */
beslissing: boolean, 
/**
 * What kind of value it holds, and so which control is shown.
 */
soort: FieldSort, 
/**
 * The choices of a `keuze`, empty for the other kinds.
 */
keuzes: Array<string>, 
/**
 * Whether a nota cannot go out without it.
 */
verplicht: boolean, 
/**
 * What belongs in it; may be empty.
 */
hulp: string, 
/**
 * An example of a good value; may be empty.
 */
voorbeeld: string, 
/**
 * The greatest number of characters.
 */
max_tekens: number | null, 
/**
 * The ground on which the field is withheld in the public version, by
 * the template or by the drafter.
 */
lak: string | null, 
/**
 * Whether the template withholds it, so that the drafter cannot make it
 * public.
 */
lak_vast: boolean, 
/**
 * The value; `null` when the field is absent or empty.
 */
value: Value, 
/**
 * Whether no rule reports a `fout` about it.
 */
geldig: boolean, };

/**
 * The kinds of field, by the words that templates write.
 */
export type FieldSort = "tekst" | "datum" | "keuze" | "lijst" | "adressaten" | "parafen" | "bijlagen";

/**
 * A section of the nota, or one that the template offers.
 */
export type SectionView = { 
/**
 * The template's key; none for a heading that the template does not know.
 */
sleutel: string | null, 
/**
 * Its position among the nota's sections; none when it is not used.
 */
index: number | null, 
/**
 * The fixed number as printed: "1.", "4.1"; none when not numbered.
 */
nummer: string | null, 
/**
 * The title, as the drafter wrote it when the section is used.
 */
titel: string, 
/**
 * Whether a nota cannot go out without it.
 */
verplicht: boolean, 
/**
 * The key of the section that it is a part of.
 */
onderdeel_van: string | null, 
/**
 * What a good section contains; never in an export.
 */
hulp: string, 
/**
 * What to write, shown where an empty section has no text yet; may be
 * empty.
 */
hint: string, 
/**
 * Whether it never goes out in the public version.
 */
alleen_intern: boolean, 
/**
 * The kinds of block that it may hold, by the template's words (`alinea`,
 * `tussenkop`, `opsomming`, `tabel`, `citaat`); all when empty.
 */
blokken: Array<string>, 
/**
 * The greatest number of characters.
 */
max_tekens: number | null, 
/**
 * The body.
 */
blocks: Array<Block>, 
/**
 * Its state, apart from problems.
 */
staat: SectionStatus, };

/**
 * The state of a section.
 */
export type SectionStatus = "leeg" | "gevuld" | "ongebruikt" | "onbekend";

/**
 * A footnote.
 */
export type NoteView = { 
/**
 * Its label in the file; the number follows the order of the references.
 */
label: string, 
/**
 * Its text.
 */
blocks: Array<Block>, };

/**
 * Where the saving stands.
 */
export type SaveState = { 
/**
 * What the state is.
 */
state: SaveStatus, 
/**
 * The time of day of the last saving, "14:03".
 */
at: string | null, 
/**
 * Why saving failed, in Dutch, with what to do.
 */
message: string | null, };

/**
 * The states of saving.
 */
export type SaveStatus = "opgeslagen" | "niet-opgeslagen" | "bezig" | "mislukt";

/**
 * A sentence above the form, with the one or two things one can do.
 */
export type Banner = { 
/**
 * How serious it is.
 */
toon: Tone, 
/**
 * The sentence, in Dutch.
 */
tekst: string, 
/**
 * What one can do, the first one preferred.
 */
acties: Array<BannerAction>, };

/**
 * How a message is shown.
 */
export type Tone = "melding" | "let-op" | "fout";

/**
 * A button of a banner.
 */
export type BannerAction = { 
/**
 * What the window does.
 */
id: BannerChoice, 
/**
 * The words on the button, a verb.
 */
label: string, };

/**
 * What one can do about what a banner says.
 */
export type BannerChoice = "save" | "save-as" | "conflict";

/**
 * The answer to a change, an undo or a redo.
 */
export type Applied = { 
/**
 * The revision after it.
 */
revision: number, 
/**
 * Whether there is a step to undo.
 */
can_undo: boolean, 
/**
 * Whether there is a step to do again.
 */
can_redo: boolean, 
/**
 * Where the saving stands.
 */
saved: SaveState, 
/**
 * The whole nota after undo and redo, after a change of structure,
 * after one that the window did not make itself (a fix, `replaceText`)
 * and when section 5.1 was kept in step with what is withheld; none after
 * a plain edit (`setBody`, `setField`, `setNote`).
 */
snapshot: Snapshot | null, 
/**
 * What changed, for undo and redo: the view goes there.
 */
focus: Place | null, };

/**
 * What was copied elsewhere, as it comes in a text.
 */
export type PasteView = { 
/**
 * Its blocks.
 */
blocks: Array<Block>, 
/**
 * The footnotes that they refer to, by the labels that the source has.
 */
notes: Array<Note>, 
/**
 * What was left out or changed, in a few words each.
 */
zonder: Array<string>, 
/**
 * Words that did not arrive: a fault of this program.
 */
kwijt: Array<string>, };

/**
 * A file that was read, with where each piece of it goes.
 */
export type ImportView = { 
/**
 * The name of the file.
 */
naam: string, 
/**
 * What kind of file it is: "Word-document".
 */
soort: string, 
/**
 * The template that it is laid out by.
 */
sjabloon: string, 
/**
 * Whether that is the one that fits best.
 */
voorgesteld: boolean, 
/**
 * The template of the open nota, when there is one.
 */
hier: string | null, 
/**
 * Whether it is a nota of this program, which comes as it was.
 */
eigen: boolean, 
/**
 * What stands in the file, in the order of reading.
 */
stukken: Array<ImportPiece>, 
/**
 * Where a piece can go.
 */
bestemmingen: Array<ImportPlace>, 
/**
 * The nota that comes of it: fields first, then the text.
 */
delen: Array<ImportPart>, 
/**
 * The number of characters of the file; blanks do not count.
 */
tekens: number, 
/**
 * How many of these stand in a section or field.
 */
geplaatst: number, 
/**
 * How many stand in "Overige tekst".
 */
overig: number, 
/**
 * What a nota cannot keep, a line each.
 */
verslag: Array<string>, 
/**
 * Words that did not arrive: a fault of this program.
 */
kwijt: Array<string>, };

/**
 * A paragraph or table of the file.
 */
export type ImportPiece = { 
/**
 * Its number in the file, from 0.
 */
nummer: number, 
/**
 * Its text.
 */
tekst: string, 
/**
 * What it is in the nota.
 */
soort: ImportKind, 
/**
 * The section or fields that it is; empty for what is neither.
 */
naam: string, 
/**
 * The id of the [`ImportPlace`] that it goes to.
 */
naar: string, 
/**
 * How sure that is.
 */
zeker: ImportCertainty, 
/**
 * By what that was found.
 */
waarom: string, 
/**
 * Whether the drafter chose it.
 */
gekozen: boolean, };

/**
 * What a piece of a file is in the nota.
 */
export type ImportKind = "sectie" | "veld" | "tussenkop" | "tekst" | "overig" | "nergens";

/**
 * How sure a find is.
 */
export type ImportCertainty = "zeker" | "waarschijnlijk" | "misschien";

/**
 * Where a piece of a file can go.
 */
export type ImportPlace = { 
/**
 * What it is called by.
 */
id: string, 
/**
 * What the piece is there.
 */
soort: ImportKind, 
/**
 * The section or field; empty for the others.
 */
naam: string, };

/**
 * A part of the nota that comes of a file.
 */
export type ImportPart = { 
/**
 * What the reader calls it; empty for what stands before the sections.
 */
naam: string, 
/**
 * The value of a field; none for text.
 */
waarde: string | null, 
/**
 * The text.
 */
blocks: Array<Block>, 
/**
 * The footnotes in it.
 */
notes: Array<Note>, 
/**
 * Whether the open nota has something there already.
 */
gevuld: boolean, };

/**
 * What a drafter decided about a piece of a file.
 */
export type ImportChoice = { 
/**
 * The number of the piece.
 */
stuk: number, 
/**
 * The id of the place that it goes to.
 */
naar: string, };

/**
 * The event `problems`: all that is said about a revision of the nota.
 */
export type Problems = { 
/**
 * The opening of a nota that it belongs to.
 */
document: number, 
/**
 * The revision that was checked.
 */
revision: number, 
/**
 * The diagnostics, in the order of the nota.
 */
diagnostics: Array<Diagnostic>, };

/**
 * The event `pages`: the pages of a revision were set.
 */
export type PagesView = { 
/**
 * The opening of a nota that it belongs to.
 */
document: number, 
/**
 * The revision that was set.
 */
revision: number, 
/**
 * Which version they are of.
 */
versie: Version, 
/**
 * The pages, in order; none when something bars the public version.
 */
pages: Array<PageView>, 
/**
 * What stands in the way of the public version, when that is shown.
 */
bezwaren: Array<Barrier>, 
/**
 * The number of words that the drafter wrote: subject, sections and
 * footnotes, without the titles of sections.
 */
words: number, };

/**
 * A page; its picture is asked for when its hash is new.
 */
export type PageView = { 
/**
 * Its position, from 0.
 */
index: number, 
/**
 * Changes when the picture changes, and only then.
 */
hash: string, 
/**
 * The width in points.
 */
width_pt: number, 
/**
 * The height in points.
 */
height_pt: number, 
/**
 * The text of the page in reading order, lines apart: the alternative
 * for a screen reader. Empty when it could not be had.
 */
tekst: string, };

/**
 * A point on a page, in points from its top left corner.
 */
export type PagePoint = { 
/**
 * The page, from 0.
 */
page: number, 
/**
 * From the left edge.
 */
x: number, 
/**
 * From the top edge: of a line, its top.
 */
y: number, 
/**
 * The height of the line.
 */
height: number, };

/**
 * The event `language`: what the language checks say of a revision.
 */
export type LanguageView = { 
/**
 * The opening of a nota that it belongs to.
 */
document: number, 
/**
 * The revision that was looked at.
 */
revision: number, 
/**
 * What is said, in the order of the nota.
 */
meldingen: Array<TaalMelding>, 
/**
 * What is wrong with a list of words, in Dutch; mostly nothing.
 */
bezwaren: Array<string>, };

/**
 * Something that the language checks say.
 */
export type TaalMelding = { 
/**
 * The kind of check.
 */
soort: TaalSoort, 
/**
 * What, where, and how it can be mended.
 */
melding: Diagnostic, };

/**
 * The kinds of language checks, each with a switch.
 */
export type TaalSoort = "spelling" | "grammatica" | "eenvoudig" | "ambacht";

/**
 * Which language checks the drafter has on.
 */
export type LanguageSwitches = { 
/**
 * Words that are wrong or not known.
 */
spelling: boolean, 
/**
 * Grammar.
 */
grammatica: boolean, 
/**
 * Plain words and sentences.
 */
eenvoudig: boolean, 
/**
 * The craft of a nota.
 */
ambacht: boolean, };

/**
 * A sentence that can be inserted.
 */
export type Phrase = { 
/**
 * What it is called in the list.
 */
naam: string, 
/**
 * The text; each line is a paragraph, and what is still to be filled in
 * stands between square brackets.
 */
tekst: string, 
/**
 * The keys of the sections in which it comes first; none for all.
 */
secties: Array<string>, };

/**
 * How hard the nota is to read, and what moves that.
 */
export type Readability = { 
/**
 * The band; none for a nota of fewer than a hundred words.
 */
band: ReadabilityBand | null, 
/**
 * The words that were counted: of running text.
 */
woorden: number, 
/**
 * The sentences.
 */
zinnen: number, 
/**
 * The words in a sentence, on average.
 */
woorden_per_zin: number, 
/**
 * The syllables in a word, on average.
 */
lettergrepen_per_woord: number, 
/**
 * How many sentences are passive.
 */
lijdend: number, 
/**
 * The longest sentences, the longest first.
 */
langste: Array<ReadabilitySpot>, 
/**
 * Phrases that can mostly be plainer.
 */
frasen: Array<ReadabilitySpot>, };

/**
 * How hard a text is: by the length of its sentences and words.
 */
export type ReadabilityBand = "gewoon" | "vrij-moeilijk" | "moeilijk" | "zeer-moeilijk";

/**
 * A place that makes a nota harder to read.
 */
export type ReadabilitySpot = { 
/**
 * Where.
 */
place: Place, 
/**
 * The words.
 */
tekst: string, 
/**
 * Of a sentence, how many words; of a phrase, what is plainer.
 */
wat: string, };

/**
 * The lists of words that are right.
 */
export type WordLists = { 
/**
 * The drafter's own words, in order.
 */
eigen: Array<string>, 
/**
 * Those of the organisation, in order.
 */
organisatie: Array<string>, 
/**
 * What is wrong with a list and what to do, in Dutch; mostly nothing.
 */
bezwaren: Array<string>, };

/**
 * The two versions of a nota.
 */
export type Version = "intern" | "openbaar";

/**
 * Something that stands in the way of a public version.
 */
export type Barrier = { 
/**
 * What is the matter, in Dutch.
 */
tekst: string, 
/**
 * What to do; may be empty.
 */
hulp: string, 
/**
 * Where.
 */
place: Place, };

/**
 * Texts that say the same and might have to be withheld.
 */
export type SuggestionView = { 
/**
 * What they say.
 */
tekst: string, 
/**
 * Why they are suggested: "een naam".
 */
reden: string, 
/**
 * The code of the ground that is usual for it.
 */
grond: string, 
/**
 * Where they stand, in the order of the nota.
 */
plekken: Array<SuggestionSpot>, 
/**
 * The change by which the drafter says that they may be read.
 */
mag: Change, };

/**
 * Where a suggestion stands.
 */
export type SuggestionSpot = { 
/**
 * The place.
 */
place: Place, 
/**
 * The words before it, cut off.
 */
voor: string, 
/**
 * The words after it, cut off.
 */
na: string, };

/**
 * Something that is withheld.
 */
export type WithheldView = { 
/**
 * What it is, in Dutch: "een gelakt veld".
 */
soort: string, 
/**
 * How it begins. For who drafts only: it never leaves the window.
 */
begin: string, 
/**
 * Where.
 */
place: Place, };

/**
 * What is withheld on one ground.
 */
export type WithheldGroup = { 
/**
 * The code of the ground; empty for what is internal only.
 */
grond: string, 
/**
 * What it is, in the order of the nota.
 */
gelakt: Array<WithheldView>, };

/**
 * Both versions beside each other, as they would go out now.
 */
export type Comparison = { 
/**
 * The pages of the internal version.
 */
intern: Array<PageView>, 
/**
 * The pages of the public version; none when something bars it.
 */
openbaar: Array<PageView>, 
/**
 * What is withheld, in the order of the law; what is internal only last.
 */
gronden: Array<WithheldGroup>, 
/**
 * What stands in the way of a public version.
 */
bezwaren: Array<Barrier>, 
/**
 * What is said of older public files, when there cannot be a new one.
 */
ouder: Array<string>, };

/**
 * What came of making a file to hand over. Of a public one there is a file
 * only when it was proven.
 */
export type Publication = { 
/**
 * The file; none when something barred it, and then nothing was left
 * behind.
 */
gemaakt: Exported | null, 
/**
 * What stood in the way, such as a withheld text that was found in the
 * file.
 */
bezwaren: Array<Barrier>, 
/**
 * What was proven, a line each; empty for an internal file.
 */
bewijs: Array<string>, 
/**
 * What is said of older public files, when there is no new one.
 */
ouder: Array<string>, };

/**
 * Whether the report of the proof is kept with a public file.
 */
export type Report = "geen" | "apart";

/**
 * A format, by the extension of its files.
 */
export type FormatId = "pdf" | "docx" | "odt" | "html" | "md" | "eml";

/**
 * A format to export to.
 */
export type FormatView = { 
/**
 * What `export_to` is told.
 */
id: FormatId, 
/**
 * What it is called: "PDF".
 */
naam: string, 
/**
 * For what it is meant, in a few words.
 */
omschrijving: string, 
/**
 * Whether the public version can be made in it: only when it can be
 * searched for what is withheld.
 */
openbaar: boolean, };

/**
 * Whether the nota itself goes along in the PDF of the internal version.
 */
export type Bron = "zonder" | "met";

/**
 * What becomes of the draft e-mail.
 */
export type MailWay = "open" | "keep" | "zelf";

/**
 * What goes with the PDF, to be copied in a message.
 */
export type Bericht = { 
/**
 * The subject.
 */
onderwerp: string, 
/**
 * The text.
 */
tekst: string, };

/**
 * A standard for metadata.
 */
export type MetadataKind = "mdto" | "diwoo";

/**
 * A file that was made.
 */
export type Exported = { 
/**
 * The file.
 */
path: string, 
/**
 * Its name.
 */
naam: string, 
/**
 * The folder it is in.
 */
map: string, 
/**
 * What to know about it, in Dutch; mostly nothing.
 */
meldingen: Array<string>, };

/**
 * The event `progress`: how far an operation is.
 */
export type Progress = { 
/**
 * What is going on, in Dutch; empty when it has ended.
 */
tekst: string, };

/**
 * The event `engine-stopped`: a background thread stopped; the text is safe.
 */
export type Stopped = { 
/**
 * The sentence that the user reads.
 */
message: string, };

/**
 * The page of a rule.
 */
export type Explanation = { 
/**
 * The code.
 */
code: string, 
/**
 * The name of the fault.
 */
name: string, 
/**
 * The rule's own severity.
 */
severity: Severity, 
/**
 * What is the matter, in one sentence.
 */
message: string, 
/**
 * Why, and what to do.
 */
uitleg: Array<Block>, 
/**
 * Examples of the fault, as the form shows a nota.
 */
fout: Array<Array<Block>>, 
/**
 * The same done well.
 */
goed: Array<Array<Block>>, };

/**
 * An operation that did not succeed. The technical chain is in the log.
 */
export type HostError = { 
/**
 * What the window acts on, in kebab-case: `cancelled` is no failure, the
 * user changed their mind.
 */
code: string, 
/**
 * One Dutch sentence with what to do.
 */
message: string, };

/**
 * The templates to start from.
 */
export type TemplateList = { 
/**
 * The templates, by name.
 */
sjablonen: Array<TemplateChoice>, 
/**
 * What is wrong with templates of folders; mostly nothing. They take part
 * as far as they can be read.
 */
fouten: Array<FaultyTemplate>, };

/**
 * A template to start a nota from.
 */
export type TemplateChoice = { 
/**
 * The id: `jenv/beslisnota`.
 */
id: string, 
/**
 * Its name: "Beslisnota".
 */
naam: string, 
/**
 * The ministry in words.
 */
ministerie: string, 
/**
 * One sentence on when to use it.
 */
omschrijving: string, 
/**
 * Other names to find it under, such as what the ministry was called before.
 */
voorheen: Array<string>, };

/**
 * A file or folder of templates that is not in order.
 */
export type FaultyTemplate = { 
/**
 * The file or folder, for reading.
 */
bestand: string, 
/**
 * What is wrong and what to do, in Dutch; never empty.
 */
meldingen: Array<string>, };

/**
 * A nota that was open before.
 */
export type RecentFile = { 
/**
 * The file.
 */
path: string, 
/**
 * Its name, without folder.
 */
naam: string, 
/**
 * The folder, shortened for reading.
 */
map: string, 
/**
 * When it was last open, for reading: "vandaag, 14:03", "3 maart".
 */
geopend: string, };

/**
 * What the file of a nota says that is not open.
 */
export type Glance = { 
/**
 * Its subject; the name of the file where there is none.
 */
titel: string, 
/**
 * The ministry in words.
 */
ministerie: string, 
/**
 * The template by name.
 */
sjabloon: string, 
/**
 * To whom it goes, one after the other; empty when that is not filled in.
 */
aan: string, 
/**
 * Its number in the archive; empty without.
 */
kenmerk: string, 
/**
 * How far it is.
 */
staat: NotaState, 
/**
 * In how many fields and sections something is wrong.
 */
te_doen: number, 
/**
 * Its text, as far as one looks in it for words.
 */
tekst: string, };

/**
 * How far a nota is, as its file says.
 */
export type NotaState = "concept" | "klaar" | "besloten";

/**
 * The event `open-request`: a file was handed to the program.
 */
export type OpenRequest = { 
/**
 * The file.
 */
path: string, };

/**
 * The event `dragging`: a file hangs above the window, or does no more.
 */
export type Dragging = { 
/**
 * Whether it does.
 */
over: boolean, };

/**
 * What the user chose once. A file that misses a part gives that part's
 * default.
 */
export type Settings = { 
/**
 * The template that a new nota starts from; empty asks each time.
 */
sjabloon: string, 
/**
 * The template of the last new nota; empty while there was none.
 */
laatste_sjabloon: string, 
/**
 * The ministry that a new nota starts with, in a template of another one
 * or of none.
 */
ministerie: string, 
/**
 * The directie that a new nota starts with.
 */
directie: string, 
/**
 * Who drafts.
 */
contact: Contact, 
/**
 * The folder with the organisation's fonts, logo and templates; empty for
 * that of the platform.
 */
huisstijl_map: string, 
/**
 * A folder with templates beside those of the program and of the house
 * style; empty for none.
 */
sjablonen_map: string, 
/**
 * What the organisation chose for the metadata of archive and publication.
 */
metagegevens: Metagegevens, 
/**
 * The colours of the window.
 */
thema: Theme, 
/**
 * The size of text in the window, in percent: 80 to 400.
 */
tekstgrootte: number, 
/**
 * Whether quotation marks and dashes are set right while typing, and a few
 * words that are always wrong.
 */
slimme_tekens: boolean, 
/**
 * Which language checks are on.
 */
taal: LanguageSwitches, 
/**
 * The drafter's own sentences to insert.
 */
zinnen: Array<Phrase>, 
/**
 * How the window is divided.
 */
panelen: Panes, 
/**
 * What was wrong with the file of settings, in Dutch, for the window to
 * say once; none when the window sends settings.
 */
melding: string | null, };

/**
 * The choices of an organisation for archive and publication.
 */
export type Metagegevens = { 
/**
 * The system that the reference numbers come from; empty for the ministry.
 */
bron: string, 
/**
 * What the selection list says of beslisnota's.
 */
waardering: Waardering, 
/**
 * After how many years a nota is destroyed; only with
 * [`Waardering::Vernietigen`], and 0 when it was not filled in.
 */
bewaartermijn: number, 
/**
 * The name of the selection list; empty for none.
 */
selectielijst: string, 
/**
 * The category of beslisnota's in the selection list; empty for none.
 */
categorie: string, 
/**
 * Under which category of the Woo a nota is published.
 */
woo_categorie: WooCategorie, };

/**
 * Whether a nota is kept for ever.
 */
export type Waardering = "bewaren" | "vernietigen";

/**
 * The categories of the Woo (art. 3.3) that fit a beslisnota.
 */
export type WooCategorie = "vergaderstuk-staten-generaal" | "advies" | "inspanningsverplichting";

/**
 * Who drafts, for the contact fields of a new nota.
 */
export type Contact = { 
/**
 * The name.
 */
naam: string, 
/**
 * The telephone number, as written.
 */
telefoon: string, 
/**
 * The e-mail address.
 */
email: string, };

/**
 * The colours of the window.
 */
export type Theme = "systeem" | "licht" | "donker" | "hoog-contrast";

/**
 * How the window is divided.
 */
export type Panes = { 
/**
 * The width of the list of sections, in CSS pixels.
 */
lijst: number, 
/**
 * The width of the pages, in CSS pixels.
 */
paginas: number, 
/**
 * The height of the list of problems, in CSS pixels.
 */
problemen: number, 
/**
 * Whether the list is shown.
 */
lijst_open: boolean, 
/**
 * Whether the pages are shown.
 */
paginas_open: boolean, 
/**
 * Whether the list of problems is shown.
 */
problemen_open: boolean, 
/**
 * The zoom of the pages in percent; 0 fits the width, -1 the whole page.
 */
zoom: number, };

/**
 * The difference between two versions of a nota, part by part.
 */
export type Differences = { 
/**
 * The parts that differ: fields first, then sections.
 */
delen: Array<PartDifference>, 
/**
 * The number of words that came.
 */
erbij: number, 
/**
 * The number of words that went.
 */
eraf: number, };

/**
 * How a field or section differs.
 */
export type PartDifference = { 
/**
 * The key of a field; none for a section.
 */
veld: string | null, 
/**
 * The position of a section in the new version, or in the old one when
 * it went; none for a field and for what stands before the sections.
 */
index: number | null, 
/**
 * What the reader calls it: "Onderwerp", "1. Aanleiding".
 */
naam: string, 
/**
 * Whether it changed, came or went.
 */
staat: PartState, 
/**
 * The text of both, in order.
 */
stukken: Array<TextPiece>, 
/**
 * The number of words that came.
 */
erbij: number, 
/**
 * The number of words that went.
 */
eraf: number, };

/**
 * What happened to a part.
 */
export type PartState = "gewijzigd" | "nieuw" | "weg";

/**
 * A stretch of text that stayed, came or went.
 */
export type TextPiece = { 
/**
 * What happened to it.
 */
soort: PieceState, 
/**
 * The text; "\n" ends a paragraph.
 */
tekst: string, };

/**
 * What happened to a stretch of text.
 */
export type PieceState = "gelijk" | "erbij" | "eraf";

/**
 * A text that is kept besides what is in files.
 */
export type KeptText = { "soort": "concept", 
/**
 * The id of the draft.
 */
id: string, } | { "soort": "versie", 
/**
 * The id under which its versions are.
 */
document: string, } | { "soort": "noodkopie", 
/**
 * The name of the copy.
 */
naam: string, };

/**
 * A text that is kept, as it is offered.
 */
export type DraftView = { 
/**
 * Which text.
 */
tekst: KeptText, 
/**
 * What the nota is called: its subject, else its file's name.
 */
titel: string, 
/**
 * The file, for reading; none for a nota that has none yet.
 */
bestand: string | null, 
/**
 * Since when it was open, or when it was kept, for reading: "15 maart
 * 2024, 14:03". Empty when that is not known.
 */
moment: string, 
/**
 * Why it is kept, in words: "gesloten zonder opslaan". Empty for what was
 * not saved when the program stopped.
 */
reden: string, 
/**
 * Whether a part of it could not be read.
 */
beschadigd: boolean, };

/**
 * A version of the open nota.
 */
export type VersionView = { 
/**
 * The id of the version.
 */
id: string, 
/**
 * When it was kept, for reading.
 */
moment: string, 
/**
 * The computer on which it was made.
 */
computer: string, 
/**
 * Why it was kept, in words.
 */
reden: string, 
/**
 * The number of words that came since the version before it.
 */
erbij: number, 
/**
 * The number of words that went.
 */
eraf: number, };

/**
 * Which text the open nota is compared with.
 */
export type OtherText = { "soort": "versie", 
/**
 * Its id.
 */
id: string, } | { "soort": "schijf" };

/**
 * The choice between the nota here and what another wrote in its file. The
 * other one is a version afterwards.
 */
export type Settlement = "mine" | "theirs";

/**
 * A ground of the Woo on which text may be withheld.
 */
export type Grond = { code: string, omschrijving: string, wanneer: string, artikel: string, plaats: string, };

/**
 * All grounds, the usual one first and the others in the order of the law.
 */
export const gronden: Grond[] = [
  { code: "5.1.2e", omschrijving: "eerbiediging van de persoonlijke levenssfeer", wanneer: "Voor namen, telefoonnummers en e-mailadressen van ambtenaren en andere personen.", artikel: "art. 5.1, lid 2, onder e, Woo", plaats: "[niet openbaar: art. 5.1, lid 2, onder e, Woo]" },
  { code: "5.1.1a", omschrijving: "eenheid van de Kroon", wanneer: "Voor wat de Koning en de ministers met elkaar bespreken.", artikel: "art. 5.1, lid 1, onder a, Woo", plaats: "[niet openbaar: art. 5.1, lid 1, onder a, Woo]" },
  { code: "5.1.1b", omschrijving: "veiligheid van de Staat", wanneer: "Voor wat de veiligheid van het land kan schaden, zoals gegevens van inlichtingendiensten.", artikel: "art. 5.1, lid 1, onder b, Woo", plaats: "[niet openbaar: art. 5.1, lid 1, onder b, Woo]" },
  { code: "5.1.1c", omschrijving: "vertrouwelijk meegedeelde bedrijfs- en fabricagegegevens", wanneer: "Voor gegevens die een bedrijf in vertrouwen aan de overheid heeft gegeven.", artikel: "art. 5.1, lid 1, onder c, Woo", plaats: "[niet openbaar: art. 5.1, lid 1, onder c, Woo]" },
  { code: "5.1.1d", omschrijving: "bijzondere en strafrechtelijke persoonsgegevens", wanneer: "Voor gegevens over iemands gezondheid, geloof, afkomst of strafblad.", artikel: "art. 5.1, lid 1, onder d, Woo", plaats: "[niet openbaar: art. 5.1, lid 1, onder d, Woo]" },
  { code: "5.1.1e", omschrijving: "wettelijk voorgeschreven identificatienummers, zoals het BSN", wanneer: "Voor een burgerservicenummer of een ander nummer van één persoon.", artikel: "art. 5.1, lid 1, onder e, Woo", plaats: "[niet openbaar: art. 5.1, lid 1, onder e, Woo]" },
  { code: "5.1.2a", omschrijving: "betrekkingen met andere landen, staten en internationale organisaties", wanneer: "Voor wat de verhouding met een ander land of de EU kan schaden.", artikel: "art. 5.1, lid 2, onder a, Woo", plaats: "[niet openbaar: art. 5.1, lid 2, onder a, Woo]" },
  { code: "5.1.2b", omschrijving: "economische of financiële belangen van de overheid", wanneer: "Voor bedragen en grenzen waarmee de overheid slechter kan onderhandelen.", artikel: "art. 5.1, lid 2, onder b, Woo", plaats: "[niet openbaar: art. 5.1, lid 2, onder b, Woo]" },
  { code: "5.1.2c", omschrijving: "opsporing en vervolging van strafbare feiten", wanneer: "Voor wat een onderzoek van politie of Openbaar Ministerie kan schaden.", artikel: "art. 5.1, lid 2, onder c, Woo", plaats: "[niet openbaar: art. 5.1, lid 2, onder c, Woo]" },
  { code: "5.1.2d", omschrijving: "inspectie, controle en toezicht door bestuursorganen", wanneer: "Voor hoe en waar een toezichthouder controleert.", artikel: "art. 5.1, lid 2, onder d, Woo", plaats: "[niet openbaar: art. 5.1, lid 2, onder d, Woo]" },
  { code: "5.1.2f", omschrijving: "andere concurrentiegevoelige bedrijfs- en fabricagegegevens", wanneer: "Voor gegevens waarmee een bedrijf nadeel heeft bij zijn concurrenten.", artikel: "art. 5.1, lid 2, onder f, Woo", plaats: "[niet openbaar: art. 5.1, lid 2, onder f, Woo]" },
  { code: "5.1.2g", omschrijving: "bescherming van het milieu waarop de informatie betrekking heeft", wanneer: "Voor plaatsen die schade krijgen als iedereen ze kent, zoals nesten.", artikel: "art. 5.1, lid 2, onder g, Woo", plaats: "[niet openbaar: art. 5.1, lid 2, onder g, Woo]" },
  { code: "5.1.2h", omschrijving: "beveiliging van personen en bedrijven en voorkomen van sabotage", wanneer: "Voor hoe mensen, gebouwen of systemen beveiligd zijn.", artikel: "art. 5.1, lid 2, onder h, Woo", plaats: "[niet openbaar: art. 5.1, lid 2, onder h, Woo]" },
  { code: "5.1.2i", omschrijving: "goed functioneren van de overheid", wanneer: "Voor wat het werk van de overheid verstoort als iedereen het weet.", artikel: "art. 5.1, lid 2, onder i, Woo", plaats: "[niet openbaar: art. 5.1, lid 2, onder i, Woo]" },
  { code: "5.1.5", omschrijving: "onevenredige benadeling", wanneer: "Alleen in uitzonderlijke gevallen: iemand wordt te zwaar geraakt en geen andere grond past.", artikel: "art. 5.1, lid 5, Woo", plaats: "[niet openbaar: art. 5.1, lid 5, Woo]" },
  { code: "5.2", omschrijving: "persoonlijke beleidsopvattingen", wanneer: "Voor een persoonlijke mening van een ambtenaar. In een beslisnota wordt deze grond niet meer gebruikt; feiten en adviezen zijn openbaar.", artikel: "art. 5.2, Woo", plaats: "[niet openbaar: art. 5.2, Woo]" },
  { code: "5.4", omschrijving: "formatie van een kabinet", wanneer: "Voor informatie die een formateur of informateur heeft gekregen.", artikel: "art. 5.4, Woo", plaats: "[niet openbaar: art. 5.4, Woo]" },
]

/**
 * Words that are mended while one types, each with what comes in its place.
 */
export const correcties: [fout: string, goed: string][] = [
  ["teh", "het"],
  ["hte", "het"],
  ["vna", "van"],
  ["eht", "het"],
  ["nvt", "n.v.t."],
  ["ivm", "i.v.m."],
  ["mbt", "m.b.t."],
  ["tav", "t.a.v."],
  ["thema's", "thema’s"],
  ["thema´s", "thema’s"],
  ["geinformeerd", "geïnformeerd"],
  ["geintegreerd", "geïntegreerd"],
  ["geinteresseerd", "geïnteresseerd"],
  ["geinvesteerd", "geïnvesteerd"],
  ["coordinatie", "coördinatie"],
  ["coordineren", "coördineren"],
  ["cooperatie", "coöperatie"],
  ["financiele", "financiële"],
  ["officiele", "officiële"],
  ["beeindigd", "beëindigd"],
  ["beeindigen", "beëindigen"],
  ["ideeen", "ideeën"],
  ["reeel", "reëel"],
  ["Belgie", "België"],
  ["Italie", "Italië"],
  ["Oekraine", "Oekraïne"],
  ["Indonesie", "Indonesië"],
  ["besulit", "besluit"],
  ["beslsuit", "besluit"],
  ["(par)", "§"],
]
