// What the window can ask of the engine and what it is told. Made from
// `nota-editor/src/border.rs` as the types in `index.ts` are; never edited.
import type {
  Applied,
  Bericht,
  Bron,
  Change,
  Comparison,
  Differences,
  DraftView,
  Dragging,
  Explanation,
  FormatId,
  FormatView,
  Glance,
  ImportChoice,
  ImportView,
  KeptText,
  LanguageView,
  MailWay,
  MetadataKind,
  OpenRequest,
  OtherText,
  PagePoint,
  PagesView,
  PasteView,
  Place,
  Problems,
  Progress,
  Publication,
  Readability,
  RecentFile,
  Report,
  SaveState,
  Settings,
  Settlement,
  Snapshot,
  Stopped,
  SuggestionView,
  TemplateList,
  Version,
  VersionView,
  WordLists,
} from './index'

/** What the window can ask. Each call that fails rejects with a `HostError`;
 * its code `cancelled` means that the user changed their mind, and is no failure. */
export interface Commands {
  /** The version of the program. */
  version(): Promise<string>
  /** The templates, that of the settings first. */
  templates(): Promise<TemplateList>
  /** Files that were open before, the last one first. */
  recent(): Promise<Array<RecentFile>>
  /** Takes a file from the list of recent ones. */
  forgetRecent(path: string): Promise<Array<RecentFile>>
  /** What the file of a recent nota says, without opening it. */
  glance(path: string): Promise<Glance>
  /** The first page of a recent nota, so many pixels wide, as PNG. */
  firstPage(path: string, width: number): Promise<Blob>
  /**
   * Opens another window beside this one, with a file in it or at the
   * start; each window has a nota of its own.
   */
  newWindow(path: string | null): Promise<void>
  /** Whether a screen reader or another aid listens to the window. */
  readsAloud(): Promise<boolean>
  /**
   * Has what listens to the window say something that the web view does
   * not tell it of; whether anything listens.
   */
  sayAloud(text: string): Promise<boolean>
  /** The file that the program was started with; asked for once. */
  startFile(): Promise<string | null>
  /** A new nota. */
  newNota(template: string): Promise<Snapshot>
  /** A new nota with the template, the sender and the route of a file. */
  newFrom(path: string): Promise<Snapshot>
  /** Asks for a file to open or to import. */
  chooseFile(): Promise<string>
  /** Opens a file. */
  openPath(path: string): Promise<Snapshot>
  /** The open nota, none at the start. */
  snapshot(): Promise<Snapshot | null>
  /** Whether a file is to be imported, and no nota to be opened. */
  isForeign(path: string): Promise<boolean>
  /**
   * Reads a file of elsewhere; it waits until the drafter has looked
   * at what was found in it. The file itself stays as it is.
   */
  importPath(path: string): Promise<ImportView>
  /** Lays it out by a template, with what the drafter chose. */
  importAgain(sjabloon: string, keuzes: Array<ImportChoice>): Promise<ImportView>
  /** Makes a new nota of it, in no file yet. */
  importAsNew(): Promise<Snapshot>
  /**
   * Puts parts of it, by their places, in the open nota; one step of
   * undo.
   */
  importInto(delen: Array<number>): Promise<Applied>
  /** Lays it away. */
  stopImport(): Promise<void>
  /**
   * Carries out a change. Changes with the same `group` one after
   * another are one step of undo; without a group a change is a step
   * of its own.
   */
  apply(change: Change, group: string | null): Promise<Applied>
  /** Takes the last step back. */
  undo(): Promise<Applied>
  /** Does the last step that was taken back again. */
  redo(): Promise<Applied>
  /**
   * Pastes what is on the clipboard where the caret is; refused with the
   * code `elsewhere` on systems where the window does that itself.
   */
  paste(): Promise<void>
  /**
   * Pastes the text of what is on the clipboard, without its form; as
   * `paste` does.
   */
  pasteText(): Promise<void>
  /**
   * Reads what was copied elsewhere, its HTML or else its text, for a
   * text that it is put in.
   */
  readPaste(html: string | null, text: string): Promise<PasteView>
  /**
   * What was probably meant by a word, the most likely first; within
   * half a second.
   */
  wordSuggestions(word: string): Promise<Array<string>>
  /** Puts another word wherever a word stands; one step of undo. */
  replaceEverywhere(word: string, by: string): Promise<Applied>
  /** Has a word be right in this nota; one step of undo. */
  ignoreWord(word: string): Promise<Applied>
  /** Has a word be right in all notas of this drafter. */
  addWord(word: string): Promise<void>
  /** Takes a word from the drafter's own list. */
  removeWord(word: string): Promise<void>
  /** How hard the open nota is to read, and what moves that. */
  readability(): Promise<Readability>
  /** The lists of words that are right. */
  wordLists(): Promise<WordLists>
  /**
   * The picture of a page, so many pixels wide, by the index and hash
   * of a `PageView`; refused with the code `stale` when that page is
   * no more.
   */
  pagePicture(index: number, hash: string, width: number): Promise<Blob>
  /** Where a place stands on the pages. */
  placeOnPage(place: Place): Promise<PagePoint | null>
  /**
   * What stands at a point of a page, in points from its top left
   * corner.
   */
  clickOnPage(page: number, x: number, y: number): Promise<Place | null>
  /** Saves; asks for a name when there is none. */
  save(): Promise<SaveState>
  /** Asks for a name and saves under it. */
  saveAs(): Promise<SaveState>
  /** Closes the nota without saving. */
  close(): Promise<void>
  /** Closes the window without asking. */
  closeWindow(): Promise<void>
  /** Shows the pages of a version from now on; `pages` tells of them. */
  showVersion(version: Version): Promise<void>
  /** What might have to be withheld. */
  suggestions(): Promise<Array<SuggestionView>>
  /**
   * Both versions, as they would go out now; their pages are fetched
   * by `page_picture` until the next comparison.
   */
  compare(): Promise<Comparison>
  /**
   * Makes the public version and searches it for all that is
   * withheld, with the metadata that goes along; asks for a name only
   * when it is proven, and says else what bars it.
   */
  exportPublic(format: FormatId, report: Report, metadata: Array<MetadataKind>): Promise<Publication>
  /**
   * Drafts that were not saved when the program stopped, the last one
   * first.
   */
  drafts(): Promise<Array<DraftView>>
  /**
   * What else is kept and in no file: closed without saving, its file
   * gone, or not saved because that failed.
   */
  kept(): Promise<Array<DraftView>>
  /** What a text that is kept has that its file has not. */
  compareDraft(kept: KeptText): Promise<Differences>
  /**
   * Opens a text that is kept; its file stays as it is until one
   * saves.
   */
  recoverDraft(kept: KeptText): Promise<Snapshot>
  /** Throws a text that is kept away. */
  forgetDraft(kept: KeptText): Promise<void>
  /** The versions of the open nota, the newest first. */
  versions(): Promise<Array<VersionView>>
  /** What came and went in the open nota since another text. */
  compareText(other: OtherText): Promise<Differences>
  /**
   * Brings one part of another text back (its place in the
   * differences), or all of it; one step of undo.
   */
  restoreText(other: OtherText, part: number | null): Promise<Applied>
  /** Chooses between the nota here and what another wrote in its file. */
  settleConflict(how: Settlement): Promise<Snapshot | null>
  /** Takes away all drafts, versions and rescue copies. */
  forgetAll(): Promise<void>
  /** The formats to export to, the usual one first. */
  formats(): Promise<Array<FormatView>>
  /**
   * Asks for a name and exports the internal version, with the
   * metadata that goes along; without a name when that lacks
   * something, which is then said.
   */
  exportTo(format: FormatId, metadata: Array<MetadataKind>, bron: Bron): Promise<Publication>
  /**
   * Asks for notas and for a name, and makes one PDF of them in a
   * version; what bars a public one is said, with the nota.
   */
  makeBundle(version: Version): Promise<Publication>
  /** Ends the operation that `progress` tells of. */
  cancel(): Promise<void>
  /** Opens a file that was exported in its own program. */
  openExported(path: string): Promise<void>
  /** Shows a file that was exported in its folder. */
  showFolder(path: string): Promise<void>
  /**
   * Prints our own PDF of a version through the system. A public one
   * goes out only when it is proven; else it is said what bars it.
   */
  print(version: Version): Promise<Publication>
  /**
   * A draft e-mail with the PDF of a version; a public one as for
   * `print`.
   */
  mail(how: MailWay, version: Version): Promise<Publication>
  /**
   * What goes with the PDF of a version, for who writes the message
   * himself.
   */
  message(version: Version): Promise<Bericht>
  /**
   * Opens an address of the nota (http, https, mailto), asked for by
   * the user.
   */
  openLink(href: string): Promise<void>
  /** The settings. */
  settings(): Promise<Settings>
  /** Keeps other settings. */
  setSettings(settings: Settings): Promise<void>
  /** Asks for a folder; none when the user changed their mind. */
  chooseFolder(): Promise<string | null>
  /** The page of a rule. */
  explain(code: string): Promise<Explanation>
}

/** How each is called: the name of the command, and those of its arguments. */
export const commands: { [K in keyof Commands]: [name: string, ...names: string[]] } = {
  version: ['version'],
  templates: ['templates'],
  recent: ['recent'],
  forgetRecent: ['forget_recent', 'path'],
  glance: ['glance', 'path'],
  firstPage: ['first_page', 'path', 'width'],
  newWindow: ['new_window', 'path'],
  readsAloud: ['reads_aloud'],
  sayAloud: ['say_aloud', 'text'],
  startFile: ['start_file'],
  newNota: ['new_nota', 'template'],
  newFrom: ['new_from', 'path'],
  chooseFile: ['choose_file'],
  openPath: ['open_path', 'path'],
  snapshot: ['snapshot'],
  isForeign: ['is_foreign', 'path'],
  importPath: ['import_path', 'path'],
  importAgain: ['import_again', 'sjabloon', 'keuzes'],
  importAsNew: ['import_as_new'],
  importInto: ['import_into', 'delen'],
  stopImport: ['stop_import'],
  apply: ['apply', 'change', 'group'],
  undo: ['undo'],
  redo: ['redo'],
  paste: ['paste'],
  pasteText: ['paste_text'],
  readPaste: ['read_paste', 'html', 'text'],
  wordSuggestions: ['word_suggestions', 'word'],
  replaceEverywhere: ['replace_everywhere', 'word', 'by'],
  ignoreWord: ['ignore_word', 'word'],
  addWord: ['add_word', 'word'],
  removeWord: ['remove_word', 'word'],
  readability: ['readability'],
  wordLists: ['word_lists'],
  pagePicture: ['page_picture', 'index', 'hash', 'width'],
  placeOnPage: ['place_on_page', 'place'],
  clickOnPage: ['click_on_page', 'page', 'x', 'y'],
  save: ['save'],
  saveAs: ['save_as'],
  close: ['close'],
  closeWindow: ['close_window'],
  showVersion: ['show_version', 'version'],
  suggestions: ['suggestions'],
  compare: ['compare'],
  exportPublic: ['export_public', 'format', 'report', 'metadata'],
  drafts: ['drafts'],
  kept: ['kept'],
  compareDraft: ['compare_draft', 'kept'],
  recoverDraft: ['recover_draft', 'kept'],
  forgetDraft: ['forget_draft', 'kept'],
  versions: ['versions'],
  compareText: ['compare_text', 'other'],
  restoreText: ['restore_text', 'other', 'part'],
  settleConflict: ['settle_conflict', 'how'],
  forgetAll: ['forget_all'],
  formats: ['formats'],
  exportTo: ['export_to', 'format', 'metadata', 'bron'],
  makeBundle: ['make_bundle', 'version'],
  cancel: ['cancel'],
  openExported: ['open_exported', 'path'],
  showFolder: ['show_folder', 'path'],
  print: ['print', 'version'],
  mail: ['mail', 'how', 'version'],
  message: ['message', 'version'],
  openLink: ['open_link', 'href'],
  settings: ['settings'],
  setSettings: ['set_settings', 'settings'],
  chooseFolder: ['choose_folder'],
  explain: ['explain', 'code'],
}

/** What the window is told, by name. */
export interface Events {
  /** A revision was checked. */
  'problems': Problems
  /** The pages of a revision were set. */
  'pages': PagesView
  /** The language of a revision was looked at. */
  'language': LanguageView
  /** The open nota is another one than the window shows, or its banner is. */
  'snapshot': Snapshot
  /** There are other templates, or one became another. */
  'templates': null
  /** How far an operation is. */
  'progress': Progress
  /** A background thread stopped; the text is safe. */
  'engine-stopped': Stopped
  /** A file was handed to the program: dropped, second start. */
  'open-request': OpenRequest
  /** Files are dragged over the window, or no longer. */
  'dragging': Dragging
  /**
   * The user closes the window; the window asks and then calls
   * `close_window`.
   */
  'close-request': null
}
